/** What is wrong with a bibliography as a whole: keys given twice, works that stand in it twice, broken entries. */
import { lineStarts } from '../model/text.js';
import { positionAt } from '../model/problem.js';
import { runInSlices } from './slices.js';
import type { Bibliography, Entry, EntryProblem, Pause } from './types.js';
import { WorkIndex } from './work-index.js';

/** What a person may want told or not; `remark` is everything that costs no entry. */
export type BibliographyFault = 'duplicate-key' | 'same-work' | 'broken-entry' | 'remark';

/** `rule` is the finer code: `duplicate-key`, `same-work`, `broken-entry`, or the one of the format that found it (`bibtex-unclosed-brace`). */
export interface BibliographyProblem extends EntryProblem {
  readonly kind: BibliographyFault;
  /** The entry that it is about, when it is about one. */
  readonly entry?: Entry | undefined;
  /** The entry that has the key, or is the same work, and stands before it. */
  readonly earlier?: Entry | undefined;
}

/** All problems in the order of the file. Reads every entry. Rejects when the pause does. */
export async function checkBibliography(bibliography: Bibliography, pause?: Pause): Promise<readonly BibliographyProblem[]> {
  await bibliography.readAll(pause ?? (() => Promise.resolve()));
  return runInSlices(checkSteps(bibliography), pause);
}

function* checkSteps(bibliography: Bibliography): Generator<void, readonly BibliographyProblem[]> {
  const found: BibliographyProblem[] = [];
  const starts = lineStarts(bibliography.text);
  const line = ({ keyPlace }: Entry) => positionAt(starts, keyPlace.start).line;
  const keys = new Map<string, Entry>();
  const works = new WorkIndex<Entry>();
  const reported = erroneous(bibliography);
  // only BibTeX takes keys that differ in case for the same
  const same = bibliography.format === 'bibtex' ? (key: string) => key.toLowerCase() : (key: string) => key;
  for (const entry of bibliography.entries) {
    yield;
    const { key, keyPlace, otherKeys, start, end } = entry;
    if (entry.broken && !reported.has(entry)) {
      found.push({ kind: 'broken-entry', rule: 'broken-entry', severity: 'error', start: keyPlace.end > keyPlace.start ? keyPlace.start : start, end: keyPlace.end > keyPlace.start ? keyPlace.end : Math.min(end, start + 1), entry, message: `The entry ${shown(key)} has a fault, so that other programs may lose it: look for a missing brace, quote or comma.` });
    }
    let taken = false;
    for (const place of [keyPlace, ...otherKeys]) {
      const earlier = place.key === '' ? undefined : keys.get(same(place.key));
      if (place.key !== '' && earlier === undefined) keys.set(same(place.key), entry);
      if (earlier === undefined || earlier === entry) continue;
      taken = true;
      const inCase = earlier.key !== place.key && place === keyPlace ? ' (BibTeX takes keys that differ in case for the same)' : '';
      found.push({ kind: 'duplicate-key', rule: 'duplicate-key', severity: 'warning', start: place.start, end: place.end, entry, earlier, message: `The key ${shown(place.key)} is taken by the entry on line ${line(earlier)}${inCase}: give this one another key, or remove it.` });
    }
    if (taken || key === '') continue;
    const twin = works.same(entry.paper.fields);
    if (twin !== undefined) {
      found.push({ kind: 'same-work', rule: 'same-work', severity: 'warning', start: keyPlace.start, end: keyPlace.end, entry, earlier: twin, message: `This is the same work as ${shown(twin.key)} on line ${line(twin)}: cite that one, and remove this entry.` });
    }
    works.add({ work: entry, key, fields: entry.paper.fields });
  }
  for (const problem of bibliography.problems) {
    if (/(?:^|-)duplicate-key$/u.test(problem.rule)) continue;
    found.push({ ...problem, kind: problem.severity === 'error' ? 'broken-entry' : 'remark', entry: entryAt(bibliography.entries, problem.start) });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Entries whose fault is told already. */
function erroneous({ entries, problems }: Bibliography): ReadonlySet<Entry> {
  return new Set(problems.filter(({ severity }) => severity === 'error').map(({ start }) => entryAt(entries, start)).filter((entry) => entry !== undefined));
}

/** The entry at an offset; entries lie one behind the other. */
function entryAt(entries: readonly Entry[], offset: number): Entry | undefined {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low];
  return entry !== undefined && entry.start <= offset ? entry : undefined;
}

function shown(key: string): string {
  return key.length > 60 ? `${key.slice(0, 60)}…` : key;
}
