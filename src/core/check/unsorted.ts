import { compareText } from '../model/text.js';
import type { PaperChange } from '../yaml/changes.js';
import type { CheckedRecord, CheckFinding, CheckFix, CheckRule } from './check.js';
import { keyPlace } from './place.js';

/** Keys compared between two pauses: a few milliseconds. */
const piece = 500;
/** More papers than this are not moved at once: who never sorted a large file wants it in its own order. */
const mostMoves = 1000;

/** Papers sorted by key keep changes of two people apart. One finding a file: where the order breaks first. */
export const unsorted: CheckRule = {
  code: 'unsorted',
  severity: 'info',
  about: 'The papers of a file are not in the order of their citation keys.',
  *whole({ records }) {
    for (let at = 0; at < records.length; ) {
      const file = records[at]?.file;
      let end = at + 1;
      while (records[end]?.file === file && end < records.length) end += 1;
      yield* look(records.slice(at, end));
      yield undefined;
      at = end;
    }
  },
};

function* look(records: readonly CheckedRecord[]): Generator<CheckFinding | undefined> {
  for (const [index, record] of records.entries()) {
    if (index % piece === piece - 1) yield undefined;
    const before = records[index - 1];
    if (!before || compareText(before.fields.id, record.fields.id) <= 0) continue;
    const fix = yield* sortFix(records);
    yield { ...keyPlace(record, 'id'), message: `${record.fields.id} stands behind ${before.fields.id}: the papers of this file are not sorted by key.`, ...(fix ? { fix } : {}) };
    return;
  }
}

/** Moves as few papers as can be. A comment between two papers may be a heading, which a move would leave behind: then a person decides. */
function* sortFix(records: readonly CheckedRecord[]): Generator<undefined, CheckFix | undefined> {
  const ids = records.map(({ fields }) => fields.id);
  if (new Set(ids).size < ids.length) return undefined;
  const staying = yield* longestRun(ids);
  if (ids.length - staying.length > mostMoves) return undefined;
  yield undefined;
  const sorted = sortedWith(ids, staying);
  // what stands above the first paper belongs to the file, as long as that paper stays where it is
  const headed = records.some(({ source }, at) => /^[ \t]*#/mu.test(source) && !(at === 0 && sorted[0] === ids[0]));
  return { title: 'Sort the papers of this file by key', safe: !headed, papers: movesOf(sorted, new Set(staying)) };
}

/** What brings ids in order: each one that is out of place is put behind the one that goes before it. */
function movesOf(sorted: readonly string[], staying: ReadonlySet<string>): PaperChange[] {
  return sorted.flatMap((id, at): PaperChange[] => {
    if (staying.has(id)) return [];
    const before = sorted[at - 1];
    return [{ kind: 'move', id, place: before === undefined ? 'start' : { after: before } }];
  });
}

/** All ids in order; `staying` is in order already, the others are sorted into it. */
function sortedWith(ids: readonly string[], staying: readonly string[]): string[] {
  const stays = new Set(staying);
  const others = ids.filter((id) => !stays.has(id)).sort(compareText);
  const sorted: string[] = [];
  let next = 0;
  for (const id of staying) {
    for (let other = others[next]; other !== undefined && compareText(other, id) < 0; other = others[next]) {
      sorted.push(other);
      next += 1;
    }
    sorted.push(id);
  }
  return [...sorted, ...others.slice(next)];
}

/** The largest set of ids that are in order already, in that order. */
function* longestRun(ids: readonly string[]): Generator<undefined, string[]> {
  /** By length less one: the last place of the run of that length whose last id comes first. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, id] of ids.entries()) {
    if (at % piece === piece - 1) yield undefined;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareText(ids[ends[middle] ?? 0] ?? '', id) <= 0) low = middle + 1;
      else high = middle;
    }
    before[at] = low === 0 ? undefined : ends[low - 1];
    ends[low] = at;
  }
  const run: string[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) run.push(ids[at] ?? '');
  return run.reverse();
}
