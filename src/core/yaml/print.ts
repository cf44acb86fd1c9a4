/** Papers and values → canonical YAML: the same value always gives the same text. */
import { linkKinds, paperSchema, type PaperFields } from '../model/schema.js';
import { isRecord } from './paths.js';
import { doubleQuoted, literalBlock, printKey, printScalar, type Place } from './scalar.js';

/** Lists and mappings stand on one line when the whole line is no longer than this. */
export const lineWidth = 100;

/** The order in which fields are written; fields not named here follow in the order they come. */
export const fieldOrder: readonly string[] = Object.keys(paperSchema.entries);
const orders: Readonly<Record<string, readonly string[]>> = {
  links: linkKinds,
  authors: ['family', 'given', 'suffix', 'literal'],
  editors: ['family', 'given', 'suffix', 'literal'],
  lists: ['list', 'section', 'note', 'order'],
  categories: ['id', 'title', 'description', 'children'],
  children: ['id', 'title', 'description', 'children'],
  sections: ['title', 'sections'],
};
/** Lists that people read as a tree: their mappings have a line for each field, however short. */
const trees: ReadonlySet<string> = new Set(['categories', 'children']);
const dates: ReadonlySet<string> = new Set(['issued', 'submitted', 'added']);

/** Order of the keys of a mapping that stands in the field `field` (undefined: of a paper itself). */
export function keyOrder(field: string | undefined): readonly string[] {
  return field === undefined ? fieldOrder : (orders[field] ?? []);
}

/** How a value is written: where, and as which field. */
export interface PrintContext {
  /** Field that the value belongs to; it decides on dates, the arXiv id and the order of keys. */
  readonly field?: string | undefined;
  readonly eol: string;
  /** How the mappings beside it in its list are written; by default a short one stands on one line. */
  readonly beside?: 'block' | 'flow' | undefined;
}

export interface PrintOptions {
  /** Column of the dash; 0 by default. */
  readonly indent?: number;
  /** Line ends; "\n" by default. */
  readonly eol?: '\n' | '\r\n';
}

/** One paper as an item of a papers file, ending in a line end. Fields that are undefined are left out. */
export function printPaper(fields: PaperFields, options: PrintOptions = {}): string {
  const { indent = 0, eol = '\n' } = options;
  const lines = printPairs(fields, indent + 2, undefined, { eol });
  return `${' '.repeat(indent)}- ${lines.join(eol).trimStart()}${eol}`;
}

/** `key: value` lines of a mapping, each with its indentation; a line may hold line ends of its own. */
export function printPairs(record: Readonly<Record<string, unknown>>, indent: number, field: string | undefined, context: PrintContext): string[] {
  return sortedKeys(record, field).map((key) => ' '.repeat(indent) + printPair(key, record[key], indent, { field: field === undefined ? key : nested(field, key), eol: context.eol }));
}

/** The field that a key inside the field `field` is: `children`, `sections` and the like are fields of their own anywhere. */
export function nested(field: string, key: string): string {
  return Object.hasOwn(orders, key) ? key : `${field}.${key}`;
}

function sortedKeys(record: Readonly<Record<string, unknown>>, field: string | undefined): string[] {
  const order = keyOrder(field);
  const rank = (key: string): number => {
    const at = order.indexOf(key);
    return at < 0 ? order.length : at;
  };
  return Object.keys(record).filter((key) => record[key] !== undefined).sort((a, b) => rank(a) - rank(b));
}

/** `key: value` from the key on, without the indentation `indent` before it. */
export function printPair(key: string, value: unknown, indent: number, context: PrintContext): string {
  const { text, explicit } = printKey(key, 'block');
  if (explicit) return `? ${text}${context.eol}${' '.repeat(indent)}: ${printFlow(value, 'block', context)}`;
  return `${text}:${printAfter(value, indent, indent + text.length + 1, context)}`;
}

/** What follows `key:` or `-`: a space and a value on the line, or further lines indented deeper than `indent`. */
export function printAfter(value: unknown, indent: number, column: number, context: PrintContext): string {
  const { eol } = context;
  if (typeof value === 'string') {
    const block = literalBlock(value, ' '.repeat(indent + 2), eol);
    if (block !== undefined) return ` ${block}`;
  }
  const line = printFlow(value, 'block', context);
  const short = column + 1 + line.length <= lineWidth;
  if (Array.isArray(value) && value.length > 0 && (!short || line.includes('\n') || (trees.has(context.field ?? '') && value.some(isRecord)))) {
    const pad = ' '.repeat(indent + 2);
    return (value as unknown[]).map((item) => `${eol}${pad}-${printItem(item, indent + 2, context)}`).join('');
  }
  if (isRecord(value) && Object.keys(value).length > 0 && !short) return eol + printPairs(value, indent + 2, context.field ?? '', context).join(eol);
  return ` ${line}`;
}

/** What follows the dash of a list item whose dash is in column `indent`. */
export function printItem(item: unknown, indent: number, context: PrintContext): string {
  const line = printFlow(item, 'block', context);
  const block = context.beside === undefined ? trees.has(context.field ?? '') : context.beside === 'block';
  if (isRecord(item) && Object.keys(item).length > 0 && (block || indent + 2 + line.length > lineWidth)) {
    return ` ${printPairs(item, indent + 2, context.field ?? '', context).join(context.eol).trimStart()}`;
  }
  return printAfter(item, indent, indent + 1, context);
}

/** A value on one line. */
export function printFlow(value: unknown, place: Place, context: PrintContext): string {
  if (Array.isArray(value)) return `[${(value as unknown[]).map((item) => printFlow(item, 'flow', context)).join(', ')}]`;
  if (isRecord(value)) {
    const pairs = sortedKeys(value, context.field ?? '').map((key) => {
      const { text, explicit } = printKey(key, 'flow');
      return `${explicit ? '? ' : ''}${text}: ${printFlow(value[key], 'flow', { ...context, field: nested(context.field ?? '', key) })}`;
    });
    return `{${pairs.join(', ')}}`;
  }
  if (context.field === 'arxiv' && typeof value === 'string') return doubleQuoted(value);
  return printScalar(value, place, dates.has(context.field ?? ''));
}
