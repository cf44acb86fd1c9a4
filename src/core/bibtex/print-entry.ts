/** The parts of an entry → its text, in the manner of writing that a file has. */

/** An entry that is to be written. */
export interface EntryParts {
  readonly type: string;
  readonly key: string;
  /** Values are TeX without delimiters, and hold balanced braces. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Of names and types: title, TITLE, Title. */
export type LetterCase = 'lower' | 'upper' | 'capital';

/** How the entries of a file look. */
export interface EntryStyle {
  /** What stands before the name of a field. */
  readonly indent: string;
  /** Column of the `=` counted from the name; `longest`: behind the longest name of each entry; 0: not aligned. */
  readonly align: number | 'longest';
  /** What stands before the `=` at least, and behind it. */
  readonly before: string;
  readonly behind: string;
  readonly nameCase: LetterCase;
  readonly typeCase: LetterCase;
  readonly delimiters: 'braces' | 'quotes';
  /** Digits without delimiters. */
  readonly bareNumbers: boolean;
  readonly trailingComma: boolean;
  /** The brace that ends the entry stands on a line of its own. */
  readonly closeOnOwnLine: boolean;
}

/** What Litshelf writes where nothing else is wanted. 13 is the width of the longest common name, archiveprefix. */
export const ownStyle: EntryStyle = {
  indent: '  ', align: 14, before: ' ', behind: ' ', nameCase: 'lower', typeCase: 'lower', delimiters: 'braces', bareNumbers: false, trailingComma: false, closeOnOwnLine: true,
};

/** The text of an entry, without a line break at its end; lines end in `\n`. */
export function printEntry({ type, key, fields }: EntryParts, style: EntryStyle = ownStyle): string {
  const column = style.align === 'longest' ? Math.max(0, ...fields.map(([name]) => name.length)) + style.before.length : style.align;
  const lines = fields.map(([name, value]) => `${style.indent}${printField(name, value, style, column)}`);
  const end = `${style.trailingComma && lines.length > 0 ? ',' : ''}${style.closeOnOwnLine ? '\n' : ''}}`;
  return `@${inCase(type, style.typeCase)}{${[key, ...lines].join(',\n')}${end}`;
}

/** `name = {value}`. */
export function printField(name: string, value: string, style: EntryStyle, column = style.align === 'longest' ? 0 : style.align): string {
  return `${(inCase(name, style.nameCase) + style.before).padEnd(column)}=${style.behind}${delimited(name, value, style)}`;
}

/** A value with its delimiters. A month's macro is no text and stands without them; what holds a quote stands in braces. */
export function delimited(name: string, value: string, style: Pick<EntryStyle, 'delimiters' | 'bareNumbers'>): string {
  if (name.toLowerCase() === 'month' && /^[a-z]{3}$/u.test(value)) return value;
  if (style.bareNumbers && /^\d+$/u.test(value)) return value;
  return style.delimiters === 'quotes' && !value.includes('"') ? `"${value}"` : `{${value}}`;
}

function inCase(name: string, wanted: LetterCase): string {
  if (wanted === 'upper') return name.toUpperCase();
  return wanted === 'lower' ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
