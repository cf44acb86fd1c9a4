/** What a card says of a paper, as plain data; who shows it decides how, and escapes it. */
import type { Catalogue, Shelved } from '../catalogue/catalogue.js';
import { linkTo, type Identifier } from '../ids/index.js';
import type { Found } from '../metadata/index.js';
import { showDate } from '../model/dates.js';
import { toPaper, type Paper } from '../model/paper.js';
import { fullName } from '../model/person.js';
import { paperTypes } from '../model/vocabulary.js';
import { statusOf, type CardStatus, type SeenAs } from './card-status.js';
import { paperLinks, type PaperLinks } from './links.js';

export interface Card {
  readonly title: string;
  /** "Yizhong Wang, Yeganeh Kordi, … and 3 more" */
  readonly authors: string;
  /** "ACL 2023 · conference paper · July 2023" */
  readonly published: string;
  readonly status: readonly CardStatus[];
  readonly summary: string | undefined;
  readonly note: string | undefined;
  /** "Generation methods › Self-evolution", one a category. */
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** Citation key, when the paper is in the catalogue. */
  readonly key: string | undefined;
  readonly identifiers: readonly { readonly label: string; readonly value: string }[];
  readonly links: PaperLinks;
  /** Name of the bibliography that says this, when no catalogue does. */
  readonly file?: string | undefined;
}

/** Authors named before the rest is counted. */
const named = 6;

/** The card of a paper of the catalogue. */
export function makeCard({ paper }: Shelved, catalogue: Catalogue, seen: SeenAs = {}): Card {
  return {
    ...describe(paper),
    status: statusOf(paper, seen),
    categories: paper.categories.map((id) => catalogue.category(id)?.path.map((category) => category.title).join(' › ') ?? id),
    tags: paper.tags,
    key: paper.id,
  };
}

/** The card of a paper that only a service knows. */
export function makeFoundCard(identifier: Identifier, found: Found, seen: SeenAs = {}): Card {
  const fields = { id: identifier.id, ...found.metadata.fields };
  const paper = toPaper(fields);
  const card = describe(paper);
  return {
    ...card,
    links: { ...card.links, page: card.links.page ?? linkTo(identifier.kind, identifier.id) },
    status: statusOf(paper, { ...seen, facts: found.metadata.facts, stale: found.stale }),
    categories: [],
    tags: [],
    key: undefined,
  };
}

/** The card of a paper that only a bibliography has. */
export function makeEntryCard(paper: Paper, file: string): Card {
  return { ...describe(paper), status: statusOf(paper, {}), categories: [], tags: paper.tags, key: undefined, file };
}

function describe(paper: Paper): Pick<Card, 'title' | 'authors' | 'published' | 'summary' | 'note' | 'identifiers' | 'links'> {
  const { fields } = paper;
  const more = paper.authors.length - named;
  const date = fields.issued ?? fields.submitted;
  const posted = fields.submitted !== undefined && fields.submitted !== fields.issued ? `first posted ${showDate(fields.submitted)}` : undefined;
  return {
    title: paper.title,
    authors: paper.authors.slice(0, named).map(fullName).join(', ') + (more > 0 ? ` and ${more} more` : ''),
    published: [fields.venue ?? (paper.type === 'article-journal' ? fields['container-title'] : undefined), paperTypes[paper.type], date === undefined ? undefined : showDate(date), posted].filter((part) => part !== undefined).join(' · '),
    summary: fields.summary,
    note: fields.note,
    identifiers: [
      { label: 'arXiv', value: fields.arxiv },
      { label: 'DOI', value: fields.doi },
      { label: 'ACL', value: fields.acl },
    ].filter((one): one is { label: string; value: string } => one.value !== undefined),
    links: paperLinks(paper),
  };
}
