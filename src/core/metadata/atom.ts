/** Atom feeds as arXiv writes them (RFC 4287 with the namespaces opensearch and arxiv). Strict: what is not well-formed is no feed. */
import { SaxesParser } from 'saxes';

export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly string[];
  readonly comment: string;
  readonly journalRef: string;
  readonly doi: string;
  readonly primaryClass: string;
}

export interface AtomFeed {
  /** opensearch:totalResults; undefined when absent or no number. */
  readonly total: number | undefined;
  readonly entries: readonly AtomEntry[];
}

export class AtomError extends Error {
  override readonly name = 'AtomError';
}

const atom = 'http://www.w3.org/2005/Atom';
const openSearch = 'http://a9.com/-/spec/opensearch/1.1/';
const arxiv = 'http://arxiv.org/schemas/atom';
/** No feed of ours nests deeper. */
const deepest = 32;

/** Element paths below an entry → the entry's field. */
const entryFields: Readonly<Record<string, keyof AtomEntry>> = {
  [`${atom}|id`]: 'id',
  [`${atom}|title`]: 'title',
  [`${atom}|summary`]: 'summary',
  [`${atom}|published`]: 'published',
  [`${atom}|updated`]: 'updated',
  [`${arxiv}|comment`]: 'comment',
  [`${arxiv}|journal_ref`]: 'journalRef',
  [`${arxiv}|doi`]: 'doi',
};

type Draft = { -readonly [K in keyof AtomEntry]: K extends 'authors' ? string[] : string };

/**
 * Reads a feed; text comes with its white space collapsed. Throws {@link AtomError} for anything that is not a complete
 * Atom feed, and for a document type: entities could be declared there, and no feed needs one.
 */
export function readAtom(text: string): AtomFeed {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const path: string[] = [];
  const entries: Draft[] = [];
  let entry: Draft | undefined;
  let total: number | undefined;
  let words: string[] = [];

  parser.on('error', (error) => {
    throw new AtomError(error.message);
  });
  parser.on('doctype', () => {
    throw new AtomError('a document type is not allowed');
  });
  parser.on('opentag', (tag) => {
    const name = `${tag.uri}|${tag.local}`;
    if (path.length === 0 && name !== `${atom}|feed`) throw new AtomError(`<${tag.name.slice(0, 50)}> is not a feed`);
    if (path.length >= deepest) throw new AtomError('elements are nested too deeply');
    path.push(name);
    words = [];
    if (path.length === 2 && name === `${atom}|entry`) {
      entry = { id: '', title: '', summary: '', published: '', updated: '', authors: [], comment: '', journalRef: '', doi: '', primaryClass: '' };
      entries.push(entry);
    }
    if (entry !== undefined && path.length === 3 && name === `${arxiv}|primary_category`) entry.primaryClass = tag.attributes['term']?.value ?? '';
  });
  const take = (piece: string) => void words.push(piece);
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => {
    const value = words.join('').replace(/\s+/gu, ' ').trim();
    words = [];
    const name = path.at(-1) ?? '';
    if (path.length === 2 && name === `${openSearch}|totalResults` && /^\d+$/u.test(value)) total = Number(value);
    else if (entry !== undefined && path.length === 4 && name === `${atom}|name` && path[2] === `${atom}|author`) entry.authors.push(value);
    else if (entry !== undefined && path.length === 3) {
      const field = entryFields[name];
      if (field !== undefined && field !== 'authors') entry[field] = value;
    }
    path.pop();
    if (path.length === 1) entry = undefined;
  });
  parser.write(text).close();
  return { total, entries };
}
