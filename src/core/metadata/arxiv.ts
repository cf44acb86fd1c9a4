/** arXiv's query API (https://info.arxiv.org/help/api/user-manual.html): ids → feed → one record an id. */
import { arxivPattern } from '../model/schema.js';
import type { HttpRequest } from '../ports.js';
import type { CouldNotCheck, Found } from './answer.js';
import { AtomError, readAtom, type AtomEntry, type AtomFeed } from './atom.js';
import { badAnswer } from './failure.js';
import { isoDate } from './json.js';
import { titleText } from './markup.js';
import { found, personFrom, personOf, present } from './record.js';

/**
 * The form in which an id is asked for and compared: no version, no "arXiv:", and old ids without their subject class
 * (`math.GT/0309136` is listed as `math/0309136`). Undefined for what is no arXiv id.
 */
export function arxivKey(id: string): string | undefined {
  const bare = id.trim().replace(/^arxiv:/iu, '').replace(/v\d+$/u, '');
  return arxivPattern.test(bare) ? bare.replace(/^([a-z-]+)\.[A-Z]{2}\//u, '$1/') : undefined;
}

/** One request for many ids. `max_results` must be said: without it arXiv gives ten. */
export function arxivRequest(base: string, ids: readonly string[]): HttpRequest {
  return { url: `${base}/api/query?id_list=${ids.map((id) => id.replace(/[^\w./-]/gu, encodeURIComponent)).join(',')}&start=0&max_results=${ids.length}`, headers: { accept: 'application/atom+xml' } };
}

/** One request for works whose titles hold all of these words (letters and digits only). */
export function arxivSearchRequest(base: string, words: readonly string[], most: number): HttpRequest {
  const query = words.map((word) => `ti:${encodeURIComponent(word)}`).join('+AND+');
  return { url: `${base}/api/query?search_query=${query}&start=0&max_results=${most}`, headers: { accept: 'application/atom+xml' } };
}

/** What a feed says. */
export type ArxivFeed =
  | {
      readonly kind: 'records';
      readonly found: ReadonlyMap<string, Found>;
      /** The feed says how many there are, and holds all of them: only then may an absence mean something. */
      readonly complete: boolean;
    }
  /** arXiv refuses the whole request because of these ids; without ids, for a reason of its own. */
  | { readonly kind: 'error'; readonly ids: readonly string[]; readonly message: string };

/**
 * Reads the answer to a request. An *error feed* is a well-formed feed whose one entry is titled "Error"; arXiv sends it
 * with status 200, 400 or 500. Entries without id or title are left out, as if missing: arXiv has been seen to send them.
 */
export function readArxiv(text: string): ArxivFeed | CouldNotCheck {
  let feed: AtomFeed;
  try {
    feed = readAtom(text);
  } catch (fault) {
    if (!(fault instanceof AtomError)) throw fault;
    return badAnswer('arxiv', `sent something that is not a feed (${fault.message.slice(0, 120)}).`);
  }
  const errors = feed.entries.filter((entry) => entry.title === 'Error' && /\/api\/errors/u.test(entry.id));
  if (errors.length > 0) {
    const ids = errors.map((entry) => /incorrect_id_format_for_(.+)$/u.exec(decodeId(entry.id))?.[1]).filter((id) => id !== undefined);
    return { kind: 'error', ids, message: errors[0]?.summary ?? '' };
  }
  const records = new Map<string, Found>();
  for (const entry of feed.entries) {
    const read = readEntry(entry);
    if (read !== undefined) records.set(read.id, read.answer);
  }
  return { kind: 'records', found: records, complete: feed.total !== undefined && feed.total <= records.size };
}

function decodeId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function readEntry(entry: AtomEntry): { id: string; answer: Found } | undefined {
  const [, written = '', version] = /\/abs\/(.+?)(?:v(\d+))?$/u.exec(entry.id) ?? [];
  const id = arxivKey(written);
  if (id === undefined || entry.title === '') return undefined;
  const posted = isoDate(entry.published);
  const answer = found(
    'arxiv',
    id,
    {
      type: 'article',
      title: titleText(entry.title),
      // a group before a colon, which arXiv takes for an author too
      authors: present(entry.authors.map((name, at) => (entry.authors[at + 1] === ':' ? personFrom({ name }) : personOf(name)))),
      issued: posted,
      submitted: posted,
      arxiv: id,
      'arxiv-class': entry.primaryClass,
      abstract: entry.summary,
    },
    {
      arxivVersion: version === undefined ? undefined : Number(version),
      updated: isoDate(entry.updated),
      withdrawn: saysWithdrawn(entry.comment, entry.summary),
      comment: entry.comment,
      journalRef: entry.journalRef,
      publishedAs: publishedDoi(entry.doi),
    },
  );
  return { id, answer };
}

/** The first DOI of what the authors wrote; arXiv's own is no publication. */
function publishedDoi(written: string): string | undefined {
  const first = written.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/iu, '').split(/\s|[,;](?=10\.)/u)[0]?.replace(/[.,;]+$/u, '');
  return first === undefined || /^10\.48550\//u.test(first) ? undefined : first;
}

const subject = '(?:this|the)?\\s*(?:arxiv\\s+)?(?:paper|article|manuscript|submission|preprint|work|document|version|note)?s?';
const withdrawnAtStart = new RegExp(`^[\\W_]*${subject}\\s*(?:has been|have been|had been|was|is|were)?\\s*(?:temporarily |now )?withdrawn\\b`, 'iu');
const withdrawnInside = /\b(?:paper|article|manuscript|submission|preprint|version)s?\s+(?:has been|have been|was|is)\s+(?:temporarily |now )?withdrawn\b/iu;
const elsewhere = /\bwithdrawn (?:from|at) (?!arxiv)/iu;

/** arXiv has no field for withdrawal: the remark or the abstract of the newest version says so. "Money withdrawn from accounts" does not. */
export function saysWithdrawn(comment: string, summary: string): boolean {
  const says = (text: string) => !elsewhere.test(text) && (withdrawnAtStart.test(text) || withdrawnInside.test(text));
  return says(comment) || /\barxiv admin\b.*\bwithdrawn\b/iu.test(comment) || withdrawnAtStart.test(summary) || (summary.length < 600 && says(summary));
}
