/** One value on one line, or one text, written as YAML that every reader takes for the same. */

/** What a string looks like on paper: `flow` is inside […] or {…}, where commas and brackets have a meaning. */
export type Place = 'block' | 'flow';

/** Words that YAML 1.1 or 1.2 reads as something else than text. */
const words = /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<)$/i;
/** Numbers of either version: decimal, binary, octal, hexadecimal, base 60, exponents, infinities. */
const numbers = /^[-+]?(?:0b[01_]+|0x[\da-f_]+|0o?[0-7_]+|(?:\d[\d_]*)?\.?[\d_]*(?:e[-+]?\d+)?|\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|\.inf|\.nan)$/i;
/** YAML 1.1 makes times of these. */
const times = /^\d{4}-\d\d?-\d\d?(?:$|[Tt\s])/;
const partialDate = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
/** Characters that must be escaped: controls but tab and line feed, line separators, the BOM, non-characters. */
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/;
const unprintables = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF"\\]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const shortEscapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/** Whether a string may stand without quotes and is read back as itself by YAML 1.1 and 1.2. */
export function isPlain(text: string, place: Place): boolean {
  if (text === '' || text.trim() !== text || /[\t\n]/.test(text) || isUnsafe(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(text) || /:(?:\s|$)|#/.test(text) || text.startsWith('...')) return false;
  if (place === 'flow' && /[,[\]{}]|:(?=[,[\]{}"'])|^[^"]*:"/.test(text)) return false;
  return !words.test(text) && !numbers.test(text) && !times.test(text);
}

/** Whether a string holds what only an escape can carry. */
export function isUnsafe(text: string): boolean {
  return unprintable.test(text) || loneSurrogate.test(text);
}

/** Double quotes, everything doubtful escaped; never folded. */
export function doubleQuoted(text: string): string {
  return `"${text.replace(unprintables, (sign) => shortEscapes[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}

/** Single quotes; undefined for text they cannot carry. */
export function singleQuoted(text: string): string | undefined {
  return /[\n\t]/.test(text) || isUnsafe(text) ? undefined : `'${text.replaceAll("'", "''")}'`;
}

/** A scalar on one line: text plain when that is safe, in double quotes otherwise. `date`: a partial date stays plain. */
export function printScalar(value: unknown, place: Place, date = false): string {
  if (typeof value === 'string') return (date && partialDate.test(value)) || isPlain(value, place) ? value : doubleQuoted(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  return 'null';
}

/**
 * The header and the lines of a literal block (|); undefined for text that would not come back the same.
 * Text that ends in several line ends is refused too: `|+` would swallow the blank lines between two papers.
 */
export function literalBlock(text: string, indent: string, eol: string): string | undefined {
  if (!text.includes('\n') || isUnsafe(text) || /^[\s]|[ \t]\n|[ \t]$|\n\n$/.test(text)) return undefined;
  const ends = text.endsWith('\n');
  const lines = (ends ? text.slice(0, -1) : text).split('\n');
  return [ends ? '|' : '|-', ...lines.map((line) => (line === '' ? '' : indent + line))].join(eol);
}

/** A key; `explicit` keys are too long for `key: value` and need `? key` before it. */
export function printKey(key: string, place: Place): { text: string; explicit: boolean } {
  const text = isPlain(key, place) ? key : doubleQuoted(key);
  return { text, explicit: text.length > 1000 };
}
