/** What a picker of citations lists for what is typed: sections of rows, best first. */
import type { Paper } from '../model/paper.js';
import { parseQuery, searchPapers, type SearchContext } from '../search/index.js';
import type { Citable, Citables } from './citables.js';

export interface PickState {
  /** Keys cited lately, the latest first. */
  readonly recent: readonly string[];
  /** Keys that the document cites. */
  readonly cited: ReadonlySet<string>;
  /** What was collected so far, in that order. */
  readonly collected: readonly Citable[];
}

export interface PickSection {
  readonly kind: 'collected' | 'recent' | 'file' | 'catalogue' | 'found';
  /** Name of the bibliography, for `file`. */
  readonly name?: string;
  readonly rows: readonly Citable[];
}

/** Rows listed at most; typing narrows them. */
const most = 100;

/** So many papers are searched at a time. */
const part = 400;

/** What is near to the writer goes before its equals. */
const bonuses = { recent: 30, cited: 20, file: 10 } as const;

/**
 * With nothing typed: what was collected, what was cited lately, the document's bibliographies, the catalogue. Else what the query
 * finds, in one ranked list; what was collected stays on top.
 */
export function* listSteps(all: Citables, typed: string, context: SearchContext, state: PickState): Generator<void, PickSection[]> {
  const collected: PickSection = { kind: 'collected', rows: state.collected };
  const sections = typed.trim() === '' ? unasked(all, state) : [yield* asked(all, typed, context, state)];
  return [collected, ...sections].filter(({ rows }) => rows.length > 0);
}

function unasked(all: Citables, { recent, collected }: PickState): PickSection[] {
  const shown = new Set(collected);
  const fresh = (rows: Iterable<Citable | undefined>, limit: number) => {
    const taken: Citable[] = [];
    for (const one of rows) {
      if (taken.length >= limit) break;
      if (!one || shown.has(one)) continue;
      shown.add(one);
      taken.push(one);
    }
    return taken;
  };
  const sections: PickSection[] = [{ kind: 'recent', rows: fresh(recent.map((key) => all.get(key)), most) }];
  const byFile = new Map<string | undefined, Citable[]>();
  for (const paper of all.papers) {
    const one = all.of(paper);
    if (!one) continue;
    const rows = byFile.get(one.file);
    if (rows) rows.push(one);
    else byFile.set(one.file, [one]);
  }
  for (const [name, rows] of byFile) if (name !== undefined) sections.push({ kind: 'file', name, rows: fresh(rows, most) });
  return [...sections, { kind: 'catalogue', rows: fresh(byFile.get(undefined) ?? [], most) }];
}

/** A part of the papers a step, then the best of all parts. */
function* asked(all: Citables, typed: string, context: SearchContext, { recent, cited, collected }: PickState): Generator<void, PickSection> {
  const lately = new Set(recent);
  const query = parseQuery(typed);
  const bonus = (paper: Paper) => {
    const one = all.of(paper);
    if (!one) return 0;
    return (lately.has(one.key) ? bonuses.recent : 0) + (cited.has(one.key) ? bonuses.cited : 0) + (one.file === undefined ? 0 : bonuses.file);
  };
  const search = (papers: readonly Paper[]) => searchPapers(papers, query, context, most + collected.length, bonus);
  const best: Paper[] = [];
  for (let at = 0; at < all.papers.length; at += part) {
    for (const { paper } of search(all.papers.slice(at, at + part))) best.push(paper);
    yield;
  }
  const found = search(best);
  const rows = found.map(({ paper }) => all.of(paper)).filter((one) => one !== undefined && !collected.includes(one)) as Citable[];
  return { kind: 'found', rows: rows.slice(0, most) };
}
