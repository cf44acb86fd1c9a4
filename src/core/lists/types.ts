/** What a public list of papers holds, as plain data. */
import type { Links } from '../model/schema.js';

/** One entry of a list. Only what the list says: nothing is looked up. */
export interface ListPaper {
  readonly title: string;
  /** As the list writes them, "Given Family" or with initials; an "et al." is left out. */
  readonly authors?: readonly string[];
  /** The list names some authors and says that there are more. */
  readonly moreAuthors?: boolean;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly issued?: string;
  /** In the list's words: "ICLR Spotlight", "arxiv 2023". */
  readonly venue?: string;
  readonly arxiv?: string;
  readonly doi?: string;
  readonly acl?: string;
  readonly openreview?: string;
  readonly links: Links;
  /** Headings above the entry from the top down, without the title of the whole list. */
  readonly section: readonly string[];
  /** What else the list says of the entry. */
  readonly notes?: string;
  /** Line of its first character, counted from 1, and offsets of the entry in the text as it came. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Why a link belongs to no paper. */
export type UnreadReason = 'placeholder' | 'badge' | 'contents' | 'administrative' | 'prose' | 'no-title' | 'code' | 'comment' | 'relative' | 'too-long' | 'extra';

/** The reasons in a sentence. */
export const unreadReasons: Readonly<Record<UnreadReason, string>> = {
  placeholder: 'a placeholder without a title or an address',
  badge: 'a badge',
  contents: 'part of a table of contents',
  administrative: 'in a section on the list itself: licence, contributors, citation and the like',
  prose: 'in a sentence, not in an entry',
  'no-title': 'no title stands beside it',
  code: 'in a block of code',
  comment: 'in a comment',
  relative: 'leads to a file of the list itself',
  'too-long': 'in a line too long to be read',
  extra: 'one link too many for its entry',
};

export interface Unread {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** As written, at most 300 characters. */
  readonly text: string;
  readonly url: string;
  readonly reason: UnreadReason;
}

export interface ListSectionRead {
  readonly path: readonly string[];
  readonly line: number;
  /** Entries that stand in it, those of sections below left out. */
  readonly papers: number;
}

export interface ListReading {
  /** The list's own title: its first heading, if that is of the first level. */
  readonly title?: string;
  readonly papers: readonly ListPaper[];
  readonly unread: readonly Unread[];
  readonly sections: readonly ListSectionRead[];
  /** Places where a wrong encoding was repaired. */
  readonly repaired: number;
}
