/** What can be chosen when a list is published: one table for marker lines, the command line, the editor and the documentation. */
import { nearest } from '../search/nearest.js';

export const shapeIds = ['bullets', 'table', 'bold-titles', 'date-table', 'dated', 'venue-table', 'references', 'template'] as const;
export type ShapeId = (typeof shapeIds)[number];
export const groupIds = ['category', 'list', 'none'] as const;
export const sortIds = ['list', 'newest', 'oldest', 'title', 'author', 'key', 'catalogue'] as const;
export type SortId = (typeof sortIds)[number];
export const remarkIds = ['note', 'summary', 'none'] as const;
export const bibtexIds = ['none', 'link', 'block'] as const;

export interface PublishOptions {
  readonly shape: ShapeId;
  /** By the category tree, by the sections of `list`, or not at all. */
  readonly group: (typeof groupIds)[number];
  /** Id of a list of catalog.yaml. */
  readonly list: string | undefined;
  /** Headings from the top down: only what stands in that section and below. */
  readonly section: readonly string[] | undefined;
  readonly category: string | undefined;
  readonly filter: string | undefined;
  readonly sort: SortId;
  /** Level of the topmost headings, 1 to 6; 0 for no headings at all. */
  readonly level: number;
  readonly contents: boolean;
  readonly counts: boolean;
  readonly badges: boolean;
  /** Kinds of links besides the title's; undefined for all. */
  readonly links: readonly string[] | undefined;
  readonly bibtex: (typeof bibtexIds)[number];
  /** How many authors before "et al."; undefined for all, 0 for none. */
  readonly authors: number | undefined;
  readonly remarks: (typeof remarkIds)[number];
  /** A paper stands in each of its sections, not only in the first. */
  readonly repeat: boolean;
  /** Sections without papers have their heading too. */
  readonly empty: boolean;
  readonly template: string | undefined;
  /** Lines above the papers of each section. */
  readonly head: string | undefined;
}

/** As written: by name, in words. */
export type WrittenOptions = Readonly<Partial<Record<OptionName, string>>>;
export type OptionName = keyof PublishOptions;

/** What is wrong with an option, with the remedy in the sentence. */
export class PublishError extends Error {
  override readonly name = 'PublishError';
}

interface Option {
  /** What its value looks like. */
  readonly value: string;
  readonly about: string;
}

export const publishOptions: Readonly<Record<OptionName, Option>> = {
  shape: { value: shapeIds.join('|'), about: 'How a paper is written; bullets by default.' },
  group: { value: groupIds.join('|'), about: 'Headings: the category tree (default), the sections of the list (default with list), or none.' },
  list: { value: '<id>', about: 'Only the papers of this list of catalog.yaml.' },
  section: { value: '<A > B>', about: 'Only this section of the list and those below it, without its own heading.' },
  category: { value: '<id>', about: 'Only this category and those below it, without its own heading.' },
  filter: { value: '<query>', about: 'Only the papers that the query finds.' },
  sort: { value: sortIds.join('|'), about: 'Order within a section; list by default where the list groups, else newest.' },
  level: { value: '0..6', about: 'Level of the topmost headings; 2 by default, 0 for none.' },
  contents: { value: 'yes|no', about: 'A table of contents, two levels deep.' },
  counts: { value: 'yes|no', about: 'How many papers there are, in all and by section.' },
  badges: { value: 'yes|no', about: 'Links as badges, and the stars of repositories.' },
  links: { value: 'all|none|<kinds>', about: 'Links besides the title\'s: kinds such as code,pdf,project,arxiv,doi; all by default.' },
  bibtex: { value: bibtexIds.join('|'), about: 'A link to the BibTeX entry, or the entry itself, folded.' },
  authors: { value: 'all|none|<n>', about: 'How many authors are named before "et al."; all by default.' },
  remarks: { value: remarkIds.join('|'), about: 'What is said of a paper: the list\'s or the paper\'s note (default), else its summary too, or nothing.' },
  repeat: { value: 'yes|no', about: 'A paper stands in all of its sections; by default where the list groups, else only in its first category.' },
  empty: { value: 'yes|no', about: 'Headings of sections without papers; by default where the list groups.' },
  template: { value: '<text>', about: 'A paper in words of your own, for the shape template (chosen by itself when this is given).' },
  head: { value: '<text>', about: 'Lines above the papers of each section, such as the headings of a table, for the shape template.' },
};
export const optionNames = Object.keys(publishOptions) as OptionName[];

/** Checks and completes what was written. @throws PublishError for a value that is none */
export function readOptions(written: WrittenOptions): PublishOptions {
  const { list, section, category, filter, template } = written;
  if (section !== undefined && list === undefined) throw new PublishError('The option section needs the list whose section it is: list=<id>.');
  if (section !== undefined && category !== undefined) throw new PublishError('The options section and category exclude each other: leave one of them out.');
  const shape = oneOf('shape', written.shape ?? (template === undefined ? 'bullets' : 'template'), shapeIds);
  if (shape === 'template' && (template ?? '').trim() === '') throw new PublishError('The shape template needs a template: template="- [{title}]({url})".');
  if (shape !== 'template' && template !== undefined) throw new PublishError(`The shape ${shape} takes no template: leave out shape or template.`);
  if (shape !== 'template' && written.head !== undefined) throw new PublishError(`The shape ${shape} has a head of its own: leave out head.`);
  const group = oneOf('group', written.group ?? (list === undefined || category !== undefined ? 'category' : 'list'), groupIds);
  if (group === 'list' && list === undefined) throw new PublishError('group=list needs the list whose sections are meant: list=<id>.');
  if (section !== undefined && group === 'category') throw new PublishError('The option section needs group=list or group=none.');
  const byList = group === 'list' || section !== undefined;
  const level = number('level', written.level ?? '2', 6);
  return {
    shape, group, list, category, filter, level, template, head: written.head,
    section: section?.split('>').map((part) => part.trim()).filter((part) => part !== ''),
    sort: oneOf('sort', written.sort ?? (byList ? 'list' : 'newest'), sortIds),
    contents: yes('contents', written.contents, false),
    counts: yes('counts', written.counts, false),
    badges: yes('badges', written.badges, false),
    links: written.links === undefined || written.links === 'all' ? undefined : written.links === 'none' ? [] : written.links.toLowerCase().split(/[\s,]+/u).filter((kind) => kind !== ''),
    bibtex: oneOf('bibtex', written.bibtex ?? 'none', bibtexIds),
    authors: written.authors === undefined || written.authors === 'all' ? undefined : written.authors === 'none' ? 0 : number('authors', written.authors, 999),
    remarks: oneOf('remarks', written.remarks ?? 'note', remarkIds),
    repeat: yes('repeat', written.repeat, byList),
    empty: yes('empty', written.empty, byList),
  };
}

/** The name of an option. @throws PublishError naming the nearest one */
export function optionName(text: string): OptionName {
  const found = optionNames.find((name) => name === text);
  if (found !== undefined) return found;
  const near = nearest(text, optionNames);
  throw new PublishError(`There is no option ${JSON.stringify(text)}${near === undefined ? `; options are ${optionNames.join(', ')}.` : `: did you mean ${near}?`}`);
}

function oneOf<T extends string>(name: OptionName, text: string, values: readonly T[]): T {
  const found = values.find((value) => value === text);
  if (found !== undefined) return found;
  const near = nearest(text, values);
  throw new PublishError(`${name}=${text} is unknown${near === undefined ? '' : `: did you mean ${near}?`}${near === undefined ? ':' : ''} ${near === undefined ? 'it' : 'It'} can be ${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}.`);
}

function yes(name: OptionName, text: string | undefined, otherwise: boolean): boolean {
  return text === undefined ? otherwise : oneOf(name, text, ['yes', 'no']) === 'yes';
}

function number(name: OptionName, text: string, most: number): number {
  if (!/^\d{1,3}$/u.test(text) || Number(text) > most) throw new PublishError(`${name}=${text} must be a whole number from 0 to ${most}.`);
  return Number(text);
}
