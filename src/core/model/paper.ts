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
  return {
    id: fields.id,
    aliases: fields.aliases ?? [],
    type: fields.type ?? (fields.arxiv === undefined ? 'document' : 'article'),
    title: fields.title ?? fields.id,
    authors: (fields.authors ?? []).map(toPerson),
    year: yearOf(fields.issued ?? fields.submitted),
    venue: fields.venue ?? fields['container-title'],
    categories: fields.categories ?? [],
    tags: fields.tags ?? [],
    lists: fields.lists ?? [],
    links: fields.links ?? {},
    status: fields.status ?? 'unread',
    starred: fields.starred ?? false,
    fields,
  };
}

/** What a row shows as its picture: papers, surveys, software, posts and datasets look different. */
export type PaperKind = 'paper' | 'survey' | 'software' | 'post' | 'dataset';

/** A survey is told by its tag or by its title; everything else by its CSL type. */
export function kindOf(paper: Paper): PaperKind {
  if (paper.type === 'software') return 'software';
  if (paper.type === 'dataset') return 'dataset';
  if (paper.type === 'post-weblog' || paper.type === 'webpage') return 'post';
  return paper.type === 'review' || paper.tags.includes('survey') || /\bsurvey\b/i.test(paper.title) ? 'survey' : 'paper';
}
