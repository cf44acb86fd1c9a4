/** Where in the text a finding belongs: at the value where it can be found, else at the field, else at the paper. */
import type { TextRange } from '../model/problem.js';
import type { CheckedCatalogue, CheckedRecord } from './check.js';

export interface Place extends TextRange {
  readonly file: string;
  readonly paper: string;
  readonly field?: string;
}

/** The value of a record's id, where the paper begins for a person. `field`: what is missing there. */
export function keyPlace(record: CheckedRecord, field?: string): Place {
  const { file, paper, start, end } = fieldPlace(record, 'id', record.fields.id);
  return { file, paper, start, end, ...(field === undefined ? {} : { field }) };
}

/** A field of a record, or the first occurrence of a value behind the field's name. */
export function fieldPlace(record: CheckedRecord, field: string, value?: string): Place {
  const { file, range, source, fields: { id: paper } } = record;
  const name = String.raw`["']?${field}["']?[ \t]*:[ \t]*`;
  // on a line of its own, else inside a paper written as {…}
  const found = new RegExp(String.raw`^[ \t]*(?:-[ \t]+)?${name}`, 'm').exec(source) ?? new RegExp(String.raw`[{,]\s*${name}`).exec(source);
  const behind = found ? found.index + found[0].length : firstLine(source);
  const at = value === undefined || !found ? -1 : source.indexOf(value, behind);
  const [start, length] = at >= 0 ? [at, value?.length ?? 0] : [behind, lineLength(source, behind)];
  return { file, paper, field, start: range.start + start, end: range.start + start + length };
}

/** An id in catalog.yaml: where a line says `id: …` with it. */
export function configPlace({ textOf }: Pick<CheckedCatalogue, 'textOf'>, file: string, id: string): TextRange {
  const text = textOf(file);
  // ids are slugs: nothing in them has a meaning in a pattern
  const found = new RegExp(String.raw`\bid["']?[ \t]*:[ \t]*["']?${id}(?![\w/-])`).exec(text);
  if (!found) return { start: 0, end: Math.min(1, text.length) };
  const end = found.index + found[0].length;
  return { start: end - id.length, end };
}

/** Where the paper begins behind the comments above it. */
function firstLine(source: string): number {
  return /^[ \t]*[^\s#]/m.exec(source)?.index ?? 0;
}

/** To the end of the line, without a comment and the space before it; at least one character. */
function lineLength(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  const line = text.slice(from, end < 0 ? text.length : end);
  // what has a quote behind it may be no comment
  return Math.max(1, line.replace(/\s#[^"'\n]*$/u, '').trimEnd().length);
}

/** Whether a record writes one of some fields, understood or not: what is not understood is reported as such, not as missing. */
export function writes({ source }: CheckedRecord, ...fields: readonly string[]): boolean {
  return new RegExp(String.raw`(?:^[ \t]*(?:-[ \t]+)?|[{,]\s*)["']?(?:${fields.join('|')})["']?[ \t]*:[ \t]*[^\s#]`, 'm').test(source);
}
