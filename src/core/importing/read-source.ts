/** What a file holds, whatever its format: works, and every place that could not be read. */
import { readInput } from '../adding/read-input.js';
import { formatOf, formats, type FormatId } from '../bibliography/index.js';
import { headingPaths, readListInSteps, toFields, unreadReasons, type Incoming, type ListReading } from '../lists/index.js';
import { slugPattern, type SourceList } from '../model/schema.js';
import { fold, lineStarts } from '../model/text.js';
import { positionAt } from '../model/problem.js';

/** A place that could not be read. */
export interface Unread {
  /** Counted from 1. */
  readonly line: number;
  /** As written, shortened. */
  readonly text: string;
  readonly reason: string;
}

export interface Source {
  readonly format: FormatId | 'markdown' | 'ris';
  readonly works: readonly Incoming[];
  /** Of a Markdown list. */
  readonly list?: ListReading;
  /** Headings of a list under which papers may stand. */
  readonly headings: readonly (readonly string[])[];
  readonly unread: readonly Unread[];
}

/**
 * Reads a text.
 * @param name of the file or the last part of its address: its ending tells the format
 * @param pause lets others work; called every few milliseconds
 */
export async function readSource(name: string, text: string, pause: () => Promise<void>): Promise<Source> {
  const format = formatOf(name, text, /\.(?:json|ya?ml)$/iu.test(name) ? { by: 'chosen' } : undefined);
  if (format === 'csl-yaml' || format === 'hayagriva') {
    const bibliography = await formats[format].read(text, pause);
    await bibliography.readAll(pause);
    const starts = lineStarts(text);
    const lineOf = (offset: number) => positionAt(starts, offset).line;
    return {
      format,
      headings: [],
      works: bibliography.entries.map(({ paper, start }) => ({ fields: paper.fields, section: [], line: lineOf(start) })),
      unread: bibliography.problems.filter(({ severity }) => severity === 'error').map(({ start, message }) => ({ line: lineOf(start), text: text.slice(start, start + 80), reason: message })),
    };
  }
  if (format !== undefined || /\.(?:ris|enw|json)$/iu.test(name)) {
    const { items, notUnderstood } = readInput(text, { only: 'links' });
    return {
      format: format ?? 'ris',
      headings: [],
      works: items.flatMap((item) => ('fields' in item ? [{ fields: item.fields, section: [], line: item.line }] : [])),
      unread: notUnderstood.filter(({ reason }) => reason === 'broken').map(({ line, text: words }) => ({ line, text: words, reason: 'the record is broken' })),
    };
  }
  const list = await stepByStep(readListInSteps(text), pause);
  return {
    format: 'markdown',
    list,
    headings: headingPaths(list),
    works: list.papers.map((paper) => ({ fields: toFields(paper), section: paper.section, line: paper.line })),
    unread: list.unread.map(({ line, text: words, reason }) => ({ line, text: words, reason: unreadReasons[reason] })),
  };
}

async function stepByStep<T>(steps: Generator<void, T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}

/** The list as catalog.yaml names it: by its title, else by the file. @param name of the file @param url where it came from */
export function listOf(name: string, { list, works }: Source, url?: string): Pick<SourceList, 'id' | 'title' | 'url'> | undefined {
  if (list === undefined || works.length === 0) return undefined;
  const title = list.title ?? (name.replace(/\.[^.]+$/u, '') || 'List');
  const made = fold(title).replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '').slice(0, 50).replace(/-+$/u, '');
  return { id: slugPattern.test(made) ? made : 'list', title, ...(url === undefined ? {} : { url }) };
}

/** The same list under the name that a catalogue has for it: known by its address, else by its id; another list of the same title gets an id of its own. */
export function listIn(lists: readonly SourceList[], list: Pick<SourceList, 'id' | 'title' | 'url'>): Pick<SourceList, 'id' | 'title' | 'url'> {
  const same = lists.find(({ url }) => url !== undefined && url === list.url);
  if (same) return same;
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? list.id : `${list.id}-${count}`;
    const known = lists.find((one) => one.id === id);
    if (known === undefined) return { ...list, id };
    if (known.url === undefined || list.url === undefined) return known;
  }
}
