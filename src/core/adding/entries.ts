/** Records of bibliographies in a text: BibTeX, RIS and CSL-JSON, each with its place, its fields checked against the format. */
import * as v from 'valibot';
import { readBibtex } from '../bibtex/read.js';
import { plainLine } from '../bibtex/tex.js';
import { fromCsl } from '../csl/from-json.js';
import type { Identifier } from '../ids/index.js';
import { citationKeyPattern, paperSchema } from '../model/schema.js';
import { findJson } from './json-items.js';
import { readRis } from './ris.js';
import type { EntryKind, KnownFields } from './types.js';

export interface ReadEntry {
  readonly kind: EntryKind;
  readonly start: number;
  readonly end: number;
  /** Undefined when the record is too broken, or is none of a work. */
  readonly fields: KnownFields | undefined;
  /** It belongs to the bibliography and is no work: @string, @preamble, @comment, @xdata. */
  readonly aside?: boolean;
}

/** Nobody's abstract is longer; what is, is an accident. Characters. */
const longest = { abstract: 20_000, other: 2_000 };
/** Fields of bibliographies that mean something else in a catalogue, or that belong to its reader. */
const foreign = new Set(['categories', 'lists', 'added', 'status', 'starred', 'removed', 'unchecked', 'summary']);

/** All records, in the order of the text, not overlapping. Linear; never throws. */
export function readEntries(text: string): ReadEntry[] {
  const found = [...bibtexEntries(text), ...risEntries(text), ...cslEntries(text)].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((entry) => {
    if (entry.start < end) return false;
    end = entry.end;
    return true;
  });
}

function bibtexEntries(text: string): ReadEntry[] {
  if (!/@\s{0,20}[A-Za-z]{1,40}\s{0,20}[{(]/u.test(text)) return [];
  const { file, works } = readBibtex(text);
  const byStart = new Map(works.map((work) => [work.record.entry.start, work]));
  return file.blocks.flatMap((block): ReadEntry[] => {
    const { start, kind } = block;
    const end = start + text.slice(start, block.end).trimEnd().length;
    const work = byStart.get(start);
    if (kind === 'entry' && work !== undefined) return [{ kind: 'bibtex', start, end, fields: known(work.fields) }];
    return kind === 'comment' || (kind !== 'junk' && block.close !== undefined) ? [{ kind: 'bibtex', start, end, fields: undefined, aside: true }] : [];
  });
}

function risEntries(text: string): ReadEntry[] {
  if (!/^\ufeff?TY {1,3}-/mu.test(text)) return [];
  return readRis(text).map(({ start, end, fields }) => ({ kind: 'ris', start, end, fields: known(fields) }));
}

function cslEntries(text: string): ReadEntry[] {
  return findJson(text).flatMap(({ items }) => items.map(({ start, end, value }): ReadEntry => {
    const id = value?.['id'] ?? value?.['citation-key'];
    const key = typeof id === 'string' || typeof id === 'number' ? String(id) : '';
    return { kind: 'csl', start, end, fields: value === undefined ? undefined : known(fromCsl(value, key)) };
  }));
}

/** The fields that a catalogue can carry, as plain text on one line; undefined when nothing says which work it is. */
function known(read: KnownFields): KnownFields | undefined {
  const cleaned = Object.fromEntries(Object.entries(read).filter(([name]) => !foreign.has(name)).map(([name, value]) => [name, typeof value === 'string' ? shortened(plainLine(value), name) : value] as const).filter(([, value]) => value !== undefined && value !== ''));
  const result = v.safeParse(paperSchema, { ...cleaned, id: 'x' });
  const refused = new Set(result.success ? [] : result.issues.map((issue) => issue.path?.[0].key));
  const fields = Object.fromEntries(Object.entries(cleaned).filter(([name]) => !refused.has(name))) as KnownFields;
  if (typeof fields.id === 'string' && !citationKeyPattern.test(fields.id)) delete fields.id;
  return fields.title === undefined && identifierOf(fields) === undefined ? undefined : fields;
}

function shortened(text: string, field: string): string {
  const most = field === 'abstract' ? longest.abstract : longest.other;
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/u, '');
}

/** The identifier by which a record can be looked up, best first. */
export function identifierOf({ arxiv, doi, acl, openreview }: KnownFields): Identifier | undefined {
  if (arxiv !== undefined) return { kind: 'arxiv', id: arxiv };
  if (doi !== undefined) return { kind: 'doi', id: doi };
  if (acl !== undefined) return { kind: 'acl', id: acl };
  return openreview === undefined ? undefined : { kind: 'openreview', id: openreview };
}
