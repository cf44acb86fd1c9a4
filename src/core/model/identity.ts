/** When two records are the same work. Identifiers first; a title counts only with its first author and a near year. */
import { yearOf } from './dates.js';
import { shortName, toPerson } from './person.js';
import type { PaperFields } from './schema.js';
import { fold, foldWords } from './text.js';

/** An arXiv id for comparison: the subject class of old ids is decoration, `math.GT/0309136` is `math/0309136`. */
export function comparableArxiv(id: string): string {
  return id.toLowerCase().replace(/^([a-z-]+)\.[a-z]{2}\//u, '$1/');
}

/** The identifiers of a paper as comparable strings: `arxiv:…`, `doi:…`, `acl:…`, `openreview:…`. */
export function identifiers(fields: PaperFields): string[] {
  const found: string[] = [];
  if (fields.arxiv !== undefined) found.push(`arxiv:${comparableArxiv(fields.arxiv)}`);
  if (fields.doi !== undefined) {
    const doi = fields.doi.toLowerCase();
    const arxiv = /^10\.48550\/arxiv\.(.+?)(?:v\d+)?$/u.exec(doi)?.[1];
    found.push(arxiv === undefined ? `doi:${doi}` : `arxiv:${comparableArxiv(arxiv)}`);
    const acl = /^10\.(?:18653|3115)\/v1\/(.+)$/u.exec(doi)?.[1];
    if (acl !== undefined) found.push(`acl:${acl}`);
  }
  if (fields.acl !== undefined) found.push(`acl:${fields.acl.toLowerCase()}`);
  if (fields.openreview !== undefined) found.push(`openreview:${fields.openreview}`);
  return [...new Set(found)];
}

/** Normalised title and first author, for look-up; undefined when either is missing. The year is compared apart. */
export function titleIdentity(fields: PaperFields): string | undefined {
  const first = fields.authors?.[0];
  if (fields.title === undefined || first === undefined) return undefined;
  return `${foldWords(fields.title)}|${fold(shortName(toPerson(first)))}`;
}

/** Whether two records say different things of the same identifier, such as two arXiv ids: then they are two works. */
export function contradict(a: PaperFields, b: PaperFields): boolean {
  const differ = (x: string | undefined, y: string | undefined) => x !== undefined && y !== undefined && x.toLowerCase() !== y.toLowerCase();
  return differ(a.arxiv, b.arxiv) || (differ(a.doi, b.doi) && differ(a.acl, b.acl));
}

/** Whether two records are the same work. */
export function sameWork(a: PaperFields, b: PaperFields): boolean {
  const ids = new Set(identifiers(a));
  if (identifiers(b).some((id) => ids.has(id))) return true;
  if (contradict(a, b)) return false;
  const title = titleIdentity(a);
  if (title === undefined || title !== titleIdentity(b)) return false;
  const years = [yearOf(a.submitted ?? a.issued), yearOf(b.submitted ?? b.issued)];
  return years[0] === undefined || years[1] === undefined || Math.abs(years[0] - years[1]) <= 1;
}
