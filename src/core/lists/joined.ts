/** Two accounts of one work → what the paper says then. What it says already stays as it is. */
import type { FieldValues } from '../filing/fields.js';
import { personalFields, type Listed, type PaperFields } from '../model/schema.js';

/** New values of a paper that is there; undefined takes a value away. */
export type Gained = FieldValues;

/** What a second entry of the same work adds: categories, lists, and fields that the first did not have. */
export function joined(paper: PaperFields, other: Partial<PaperFields>, category: string | undefined, listed: readonly Listed[]): PaperFields {
  const categories = [...new Set([...(paper.categories ?? []), ...(category === undefined ? [] : [category])])];
  const lists = [...(paper.lists ?? []), ...memberships(paper, other, listed, false)];
  const { unchecked, ...rest } = other;
  const all: PaperFields = { ...rest, ...paper, links: joinedLinks(paper.links, other.links) };
  // what is published is no preprint
  if (paper.venue === undefined && other.venue !== undefined && other.type !== undefined) all.type = other.type;
  if (unchecked === undefined && other.authors !== undefined) {
    all.authors = other.authors;
    delete all.unchecked;
  }
  if (Object.keys(all.links ?? {}).length === 0) delete all.links;
  return { ...all, ...(categories.length === 0 ? {} : { categories }), ...(lists.length === 0 ? {} : { lists }) };
}

/** What a list says of the paper there, and there only: its remark, where that is another than the paper's own. */
function memberships(paper: Partial<PaperFields>, other: Partial<PaperFields>, listed: readonly Listed[], always: boolean): Listed[] {
  const remark = other.note !== undefined && other.note !== paper.note && (always || paper.note !== undefined) ? { note: other.note } : {};
  const there = (one: Listed) => (paper.lists ?? []).some(({ list, section }) => list === one.list && section === one.section);
  return listed.filter((one) => !there(one)).map((one) => ({ ...one, ...remark }));
}

/** Fields that are not taken over from another account by themselves. */
const apart: ReadonlySet<string> = new Set(['id', 'aliases', 'type', 'title', 'lists', 'categories', 'links', 'added', 'unchecked', 'removed', 'tags', ...personalFields]);

/** What a paper of the catalogue gains by an entry; undefined when it says all of it. `category` is asked for only where the list is new to it. */
export function gained(paper: PaperFields, other: Partial<PaperFields>, category: () => string | undefined, listed: readonly Listed[]): Gained | undefined {
  const gains: Record<string, unknown> = {};
  const lists = memberships(paper, other, listed, true);
  if (lists.length > 0) {
    gains['lists'] = [...(paper.lists ?? []), ...lists];
    const filed = category();
    if (filed !== undefined && paper.categories?.includes(filed) !== true) gains['categories'] = [...(paper.categories ?? []), filed];
  }
  for (const [name, value] of Object.entries(other)) {
    const missing = (paper as Record<string, unknown>)[name] === undefined;
    // a list's remark is the list's
    if (missing && value !== undefined && !apart.has(name) && !(name === 'note' && listed.length > 0)) gains[name] = value;
  }
  // a list that names only some of the people does not complete a paper
  if (other.unchecked === true) delete gains['authors'];
  else if (paper.unchecked === true && other.authors !== undefined && other.authors.length > 0) Object.assign(gains, { authors: other.authors, unchecked: undefined });
  if (paper.venue === undefined && other.venue !== undefined && other.type !== undefined && other.type !== paper.type) gains['type'] = other.type;
  const links = joinedLinks(paper.links, other.links);
  if (Object.keys(links).length > Object.keys(paper.links ?? {}).length) gains['links'] = links;
  return Object.keys(gains).length === 0 ? undefined : gains;
}

/** A work as another catalogue knows it, with what the list says besides; nothing of one reader's own, nor of lists that only that catalogue has. */
export function inThisCatalogue(known: PaperFields, other: Partial<PaperFields>, listed: readonly Listed[]): Partial<PaperFields> {
  const theirs = Object.fromEntries(Object.entries(known).filter(([name]) => name !== 'lists')) as PaperFields;
  const all = { ...theirs, ...gained(theirs, other, () => undefined, listed) };
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => value !== undefined && name !== 'removed' && !(personalFields as readonly string[]).includes(name)));
}

/** All addresses of both, each once; where both have one of a kind, the second is `code-2`. */
export function joinedLinks(links: PaperFields['links'] = {}, more: PaperFields['links'] = {}): Record<string, string> {
  const all: Record<string, string> = Object.fromEntries((Object.entries(links) as [string, string | undefined][]).flatMap(([kind, url]) => (url === undefined ? [] : [[kind, url]])));
  for (const [kind, url] of Object.entries(more) as [string, string | undefined][]) {
    if (url === undefined || Object.values(all).includes(url)) continue;
    const plain = kind.replace(/-\d+$/u, '');
    let name = plain;
    for (let count = 2; name in all; count += 1) name = `${plain}-${count}`;
    all[name] = url;
  }
  return all;
}
