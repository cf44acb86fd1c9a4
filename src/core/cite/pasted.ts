/** Which papers a text from the clipboard is about: keys, links, identifiers or BibTeX of known papers, and nothing else. */
import { identityKeys, findMentions, readIdentifier } from '../ids/index.js';

/** What is known: finds papers by key and by identifier. */
export interface KnownPapers<T> {
  get(key: string): T | undefined;
  find(identifier: string): T | undefined;
}

/** A longer text is no list of papers, in characters. */
const longest = 20_000;
const most = 50;

/**
 * The papers of a text in its order. Undefined when anything in it is no paper that is known: then it is just text.
 */
export function papersIn<T>(text: string, known: KnownPapers<T>): T[] | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || text.length > longest) return undefined;
  const parts = trimmed.startsWith('@') && /^@\w+\s*[{(]/u.test(trimmed) ? entriesOf(trimmed) : partsOf(trimmed);
  if (!parts || parts.length === 0 || parts.length > most) return undefined;
  const found = parts.map((part) => part.map((name) => known.get(name) ?? byIdentifier(name, known)).find((one) => one !== undefined));
  return found.every((one) => one !== undefined) ? [...new Set(found)] : undefined;
}

/** The names by which each entry's paper may be known: the key, then what identifies it. */
function entriesOf(text: string): string[][] | undefined {
  const entries = text.split(/\n(?=@)/u).filter((entry) => !/^@(?:string|comment|preamble)/iu.test(entry));
  const names = entries.map((entry) => {
    const key = /^@\w+\s*[{(]\s*([^\s,{}()]{1,200})\s*,/u.exec(entry)?.[1];
    return key === undefined ? [] : [key, ...findMentions(entry).map(({ kind, id }) => (kind === 'arxiv' ? `arXiv:${id}` : id))];
  });
  return names.every((one) => one.length > 0) ? names : undefined;
}

/** Words and links between commas, spaces and line ends; the address of a Markdown link counts. */
function partsOf(text: string): string[][] {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  return lines.flatMap((line) => {
    const [, address] = /^\s*(?:[-*]\s)?\[[^\n]{1,1000}\]\((https?:\/\/[^\s()]{1,2000})\)\s*$/u.exec(line) ?? [];
    return address === undefined ? line.split(/[\s,;]+/u).filter(Boolean).map((part) => [part]) : [[address]];
  });
}

function byIdentifier<T>(name: string, known: KnownPapers<T>): T | undefined {
  const identifier = readIdentifier(name);
  if (!identifier) return undefined;
  for (const key of identityKeys(identifier)) {
    const one = known.find(key);
    if (one !== undefined) return one;
  }
  return undefined;
}
