/** A plain reference, for markups that have no bibliography to take one from. */
import type { Paper } from '../model/paper.js';
import { fullName, shortName } from '../model/person.js';
import { paperLinks } from './links.js';

/** "Wang, Kordi & Mishra (2023). Self-Instruct. ACL 2023. https://…" */
export function plainReference(paper: Paper): string {
  const { authors, year } = paper;
  const people = authors.length === 0 ? '' : authors.length > 3 ? `${fullName(authors[0] ?? {})} et al.` : authors.map(shortName).join(', ').replace(/, ([^,]*)$/u, ' & $1');
  const parts = [`${people}${year === undefined ? '' : `${people === '' ? '' : ' '}(${year})`}`, paper.title, paper.fields.venue ?? '', paperLinks(paper).page ?? ''];
  return parts.filter((part) => part !== '').map((part) => (/[.?!]$/u.test(part) || part.startsWith('http') ? part : `${part}.`)).join(' ');
}
