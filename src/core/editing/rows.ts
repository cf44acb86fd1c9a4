/** Items → rows of the table. A row that says what it said stays the same object, so that a comparison by `===` finds what changed. */
import type { Row } from '../../protocol.js';
import { toPaper, type Paper } from '../model/paper.js';
import { shortAuthors } from '../model/person.js';
import type { Severity } from '../model/problem.js';
import type { PaperFields } from '../model/schema.js';
import { yamlRules } from '../yaml/rules.js';
import type { Item } from './item.js';
import type { Surroundings } from './surroundings.js';

export type Counts = Row['problems'];

/** A row with what it was made of. */
export interface TableRow {
  readonly row: Row;
  readonly item: Item;
  /** What the record says on top of what layers below say; undefined when it cannot be read. */
  readonly paper: Paper | undefined;
  readonly below: PaperFields | undefined;
}

interface Made extends TableRow {
  readonly titles: ReadonlyMap<string, string>;
}

export class RowMaker {
  #made = new Map<number, Made>();
  #next = new Map<number, Made>();

  begin(): void {
    this.#next = new Map();
  }

  /** @param found problems beyond those of the item's own text */
  make(number: number, item: Item, around: Surroundings, found: Counts | undefined): TableRow {
    const before = this.#made.get(number);
    const below = item.key === '' ? undefined : around.below(item.key);
    const problems = count(item, found);
    const made = before && before.item.source === item.source && before.item.fields === item.fields && before.below === below && before.titles === around.titles && sameCounts(before.row.problems, problems)
      ? before.item === item ? before : { ...before, item }
      : { ...this.#row(number, item, below, around.titles, problems), titles: around.titles };
    this.#next.set(number, made);
    return made;
  }

  /** All rows are made; what is not among them is forgotten. */
  done(): void {
    this.#made = this.#next;
    this.#next = new Map();
  }

  #row(number: number, item: Item, below: PaperFields | undefined, titles: ReadonlyMap<string, string>, problems: Counts): TableRow {
    const paper = paperOf(item, below);
    if (!paper) return { row: { row: number, key: '', type: '', title: wordsOf(item.source), authors: '', year: '', venue: '', categories: [], identifiers: [], problems }, item, paper, below };
    const { fields } = paper;
    const row: Row = {
      row: number,
      key: item.key,
      type: paper.type,
      title: short(fields.title ?? ''),
      authors: short(shortAuthors(paper.authors)),
      year: paper.year === undefined ? '' : String(paper.year),
      venue: short(paper.venue ?? ''),
      categories: paper.categories.map((id) => titles.get(id) ?? id),
      filed: [...paper.categories],
      tags: [...paper.tags],
      identifiers: identifiersOf(fields),
      problems,
    };
    return { row, item, paper, below };
  }
}

/** Nobody reads more of it in a table; the whole of it is in the form. In UTF-16 units. */
const longest = 1000;
const short = (text: string) => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);

/** What an item says on top of what layers below say. */
function paperOf({ fields, cleared }: Item, below: PaperFields | undefined): Paper | undefined {
  if (!fields) return undefined;
  if (!below) return toPaper(fields);
  return toPaper({ ...Object.fromEntries(Object.entries(below).filter(([name]) => !cleared.includes(name))), ...fields });
}

function identifiersOf({ arxiv, doi, acl, openreview, isbn }: PaperFields): string[] {
  const named: readonly (readonly [string, string | undefined])[] = [['arXiv', arxiv], ['doi', doi], ['ACL', acl], ['OpenReview', openreview], ['ISBN', isbn]];
  return named.flatMap(([name, id]) => (id === undefined ? [] : [`${name} ${id}`]));
}

/** What of an unreadable paper a person would know it by: its title as far as one can be seen, else its first words. */
function wordsOf(source: string): string {
  const said = /^[ \t-]*title[ \t]*:[ \t]*(\S.*)$/mu.exec(source)?.[1] ?? /^[ \t-]*([^\s#-].*)$/mu.exec(source)?.[1] ?? '';
  return said.trim().replace(/^["']|["']$/gu, '').slice(0, 200);
}

function count({ findings }: Item, found: Counts | undefined): Counts {
  const counts = { errors: found?.errors ?? 0, warnings: found?.warnings ?? 0, infos: found?.infos ?? 0 };
  for (const { rule } of findings) counts[counterOf[yamlRules[rule].severity]] += 1;
  return counts;
}

export const counterOf: Readonly<Record<Severity, keyof Counts>> = { error: 'errors', warning: 'warnings', info: 'infos' };

function sameCounts(a: Counts, b: Counts): boolean {
  return a.errors === b.errors && a.warnings === b.warnings && a.infos === b.infos;
}

/** Sums. */
export function allCounts(rows: Iterable<Row>): Counts {
  const counts = { errors: 0, warnings: 0, infos: 0 };
  for (const { problems } of rows) {
    counts.errors += problems.errors;
    counts.warnings += problems.warnings;
    counts.infos += problems.infos;
  }
  return counts;
}
