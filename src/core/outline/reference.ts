/** A plain reference, for markups that have no bibliography to take one from. */
import type { Paper } from '../model/paper.js';
import { fullName, meansOthers, shortName } from '../model/person.js';
import { paperLinks } from './links.js';

/** "Wang, Kordi & Mishra (2023). Self-Instruct. ACL 2023. https://…" */
export function plainReference(paper: Paper): string {
  const { authors, year } = paper;
  const last = authors.at(-1);
  const names = authors.map(shortName).join(', ');
  const people = authors.length > 3 ? `${fullName(authors[0] ?? {})} et al.` : last && meansOthers(last) ? names : names.replace(/, ([^,]*)$/u, ' & $1');
  const parts = [`${people}${year === undefined ? '' : `${people === '' ? '' : ' '}(${year})`}`, paper.title, paper.fields.venue ?? '', paperLinks(paper).page ?? ''];
  return parts.filter((part) => part !== '').map((part) => (/[.?!]$/u.test(part) || part.startsWith('http') ? part : `${part}.`)).join(' ');
}
