/** A paper as the rest of Litshelf sees it: complete, with people taken apart. */
import { yearOf } from './dates.js';
import { toPerson, type Person } from './person.js';
import type { Links, Listed, PaperFields, PaperType, ReadingStatus } from './schema.js';

export interface Paper {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly type: PaperType;
  readonly title: string;
  readonly authors: readonly Person[];
  readonly year: number | undefined;
  readonly venue: string | undefined;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly lists: readonly Listed[];
  readonly links: Links;
  readonly status: ReadingStatus;
  readonly starred: boolean;
  /** Everything as written, unknown fields included. */
  readonly fields: PaperFields;
}

/** Fields → paper. A paper without title shows its key: it stays visible, its problem is reported elsewhere. */
export function toPaper(fields: PaperFields): Paper {
  return new FieldsPaper(fields);
}

class FieldsPaper implements Paper {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly type: PaperType;
  readonly title: string;
  readonly year: number | undefined;
  readonly venue: string | undefined;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly lists: readonly Listed[];
  readonly links: Links;
  readonly status: ReadingStatus;
  readonly starred: boolean;
  #authors: readonly Person[] | undefined;

  constructor(readonly fields: PaperFields) {
    this.id = fields.id;
    this.aliases = fields.aliases ?? none;
    this.type = fields.type ?? (fields.arxiv === undefined ? 'document' : 'article');
    this.title = fields.title ?? fields.id;
    this.year = yearOf(fields.issued ?? fields.submitted);
    this.venue = fields.venue ?? fields['container-title'];
    this.categories = fields.categories ?? none;
    this.tags = fields.tags ?? none;
    this.lists = fields.lists ?? none;
    this.links = fields.links ?? noLinks;
    this.status = fields.status ?? 'unread';
    this.starred = fields.starred ?? false;
  }

  /** Names are taken apart when first asked for: most papers of a large catalogue are never looked at. */
  get authors(): readonly Person[] {
    return (this.#authors ??= (this.fields.authors ?? none).map(toPerson));
  }
}

const none: readonly never[] = [];
const noLinks: Links = {};

/** What a row shows as its picture: papers, surveys, software, posts and datasets look different. */
export type PaperKind = 'paper' | 'survey' | 'software' | 'post' | 'dataset';

/** A survey is told by its tag or by its title; everything else by its CSL type. */
export function kindOf(paper: Paper): PaperKind {
  if (paper.type === 'software') return 'software';
  if (paper.type === 'dataset') return 'dataset';
  if (paper.type === 'post-weblog' || paper.type === 'webpage') return 'post';
  return paper.type === 'review' || paper.tags.includes('survey') || /\bsurvey\b/i.test(paper.title) ? 'survey' : 'paper';
}
