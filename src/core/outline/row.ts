/** What a row says. */
import { kindOf, type Paper, type PaperKind } from '../model/paper.js';
import { fullName, shortAuthors } from '../model/person.js';
import { venueSeries } from './groupings.js';

export interface Row {
  readonly label: string;
  /** `Wang et al. · 2023 · ACL` */
  readonly description: string;
  readonly kind: PaperKind;
  /** What a screen reader says: title, authors, year. */
  readonly spoken: string;
}

export function paperRow(paper: Paper): Row {
  const venue = shortVenue(paper);
  const authors = shortAuthors(paper.authors);
  const kind = kindOf(paper);
  return {
    label: paper.title,
    description: [authors, paper.year === undefined ? '' : String(paper.year), venue].filter(Boolean).join(' · '),
    kind,
    spoken: [paper.title, spokenAuthors(paper), paper.year === undefined ? 'no year' : String(paper.year), venue, kind === 'paper' ? '' : kind].filter(Boolean).join(', '),
  };
}

/** The venue without its year, which stands beside it; a preprint says so. */
export function shortVenue(paper: Paper): string {
  if (paper.venue !== undefined) return venueSeries(paper.venue);
  return paper.fields.arxiv === undefined ? '' : 'arXiv';
}

function spokenAuthors(paper: Paper): string {
  const names = paper.authors.slice(0, 3).map(fullName);
  const more = paper.authors.length - names.length;
  return names.length === 0 ? 'no authors' : `by ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
