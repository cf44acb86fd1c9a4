/** Entries of YAML bibliographies: their keys, their contents, and how new ones are written. */
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { depthLimit } from '../yaml/load.js';
import { doubleQuoted, isPlain, printScalar } from '../yaml/scalar.js';
import { explainReason } from '../yaml/syntax.js';
import { fieldOf } from './listed.js';
import type { EntryProblem, KeyPlace } from './types.js';

/** A scalar at an offset: what it says, and where its characters stand, without its quotes. */
export function scalarAt(text: string, at: number, end: number, stopAtColon: boolean): { readonly place: KeyPlace; readonly key: string; readonly behind: number } | undefined {
  const quote = text.charAt(at);
  if (quote === '"' || quote === "'") {
    const pattern = quote === '"' ? /"((?:[^"\\]|\\.)*)"/uy : /'((?:[^']|'')*)'/uy;
    pattern.lastIndex = at;
    const inner = pattern.exec(text)?.[1];
    if (inner === undefined || at + inner.length + 2 > end) return undefined;
    const key = quote === "'" ? inner.replaceAll("''", "'") : unescaped(inner);
    return { place: { key: inner, start: at + 1, end: at + 1 + inner.length }, key, behind: at + inner.length + 2 };
  }
  const line = text.slice(at, end).split(/[\r\n]/u, 1)[0] ?? '';
  const bare = line.replace(/\s#.*$/u, '');
  const plain = (stopAtColon ? (/^(.*?)\s*:(?=\s|$)/u.exec(bare)?.[1] ?? '') : bare).trimEnd();
  return plain === '' || /^[[\]{},&*!|>%@`#]/u.test(plain) ? undefined : { place: { key: plain, start: at, end: at + plain.length }, key: plain, behind: at + plain.length };
}

function unescaped(written: string): string {
  if (!written.includes('\\')) return written;
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return written;
  }
}

/** What an entry's text says, all scalars as they are written: `2212.10560` stays what it is. `null` and `~` are left to the reader. */
export function loadEntry(text: string, start: number): { readonly value: unknown; readonly problems: readonly EntryProblem[] } {
  try {
    return { value: load(text, { schema: FAILSAFE_SCHEMA, maxDepth: depthLimit, maxAliases: 100 }), problems: [] };
  } catch (fault) {
    const [reason, position] = fault instanceof YAMLException ? [fault.reason, fault.mark?.position ?? 0] : [String(fault), 0];
    const at = start + Math.min(position, Math.max(0, text.length - 1));
    const { rule, message } = explainReason(reason, at);
    return { value: salvaged(text), problems: [{ rule, message, severity: 'error', start: at, end: at + 1 }] };
  }
}

/** Fields of one line, for an entry that the parser refuses. The entry's own key goes before one of what it holds. */
function salvaged(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.slice(0, 100_000).matchAll(/^[ \t-]*([A-Za-z-]{2,30}):[ \t]+("(?:[^"\\]|\\.)*"|[^\s"'[\]{}&*!|>#][^\r\n]*)[ \t]*\r?$/gmu)) {
    if (!Object.hasOwn(found, name)) found[name] = value.startsWith('"') ? unescaped(value.slice(1, -1)) : value;
  }
  return found;
}

/** Of a mapping that holds one field, its value. */
export function onlyValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const [name] = Object.keys(value);
  return name === undefined ? undefined : fieldOf(value, name);
}

/** How new entries are indented, and how they quote. */
export interface YamlLook {
  /** Of a field below its entry, and of what is below that. */
  readonly indent: string;
}

/** A key as it is written before its colon, or behind `id:`. What YAML would take for something else than text is quoted. */
export function printKey(key: string): string {
  return printScalar(key, 'block');
}

/** The same in the place of a key that is written already, inside of its quotes if it has some. */
export function keyInPlace(text: string, place: KeyPlace, key: string): string {
  const quote = text.charAt(place.start - 1);
  if (quote === '"' && text.charAt(place.end) === '"') return doubleQuoted(key).slice(1, -1);
  if (quote === "'" && text.charAt(place.end) === "'") return key.replaceAll("'", "''");
  return isPlain(key, 'block') ? key : doubleQuoted(key);
}

/** Fields of a mapping, a line each and more for lists and mappings; without indentation of the first level. */
export function printFields(fields: Readonly<Record<string, unknown>>, look: YamlLook): string[] {
  return Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : printField(name, value, look)));
}

/** Dates and what looks like a date stay without quotes: a reader of bibliographies wants text or a date alike. */
const dated = new Set(['date', 'issued', 'submitted']);

function printField(name: string, value: unknown, look: YamlLook): string[] {
  if (Array.isArray(value)) return [`${name}:`, ...value.flatMap((item: unknown) => printItem(item, look)).map((line) => `${look.indent}${line}`)];
  if (typeof value === 'object' && value !== null) return [`${name}:`, ...printFields(value as Readonly<Record<string, unknown>>, look).map((line) => `${look.indent}${line}`)];
  return [`${name}: ${printScalar(value, 'block', dated.has(name))}`];
}

function printItem(item: unknown, look: YamlLook): string[] {
  if (typeof item !== 'object' || item === null) return [`- ${printScalar(item, 'block')}`];
  return printFields(item as Readonly<Record<string, unknown>>, look).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);
}
