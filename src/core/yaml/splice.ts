/** Splices: the smallest description of a change of text. */

/** Replaces the characters from `start` to before `end` (offsets into the old text) by `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies splices that do not overlap, in any order; of insertions at one place the earlier in the list comes first. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const splice of sortSplices(splices)) {
    if (splice.start < at || splice.end < splice.start || splice.end > text.length) throw new RangeError('Splices overlap or reach beyond the text.');
    parts.push(text.slice(at, splice.start), splice.text);
    at = splice.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The splices that turn the changed text back into `text`; sorted. */
export function invertSplices(text: string, splices: readonly Splice[]): Splice[] {
  let shift = 0;
  return sortSplices(splices).map((splice) => {
    const start = splice.start + shift;
    shift += splice.text.length - (splice.end - splice.start);
    return { start, end: start + splice.text.length, text: text.slice(splice.start, splice.end) };
  });
}

export function sortSplices(splices: readonly Splice[]): Splice[] {
  return [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Splices that touch one another joined to one; those that change nothing left out. Needs them sorted. */
export function joinSplices(splices: readonly Splice[]): Splice[] {
  const joined: Splice[] = [];
  for (const splice of splices) {
    if (splice.start === splice.end && splice.text === '') continue;
    const last = joined.at(-1);
    if (last?.end === splice.start) joined[joined.length - 1] = { start: last.start, end: splice.end, text: last.text + splice.text };
    else joined.push(splice);
  }
  return joined;
}

/** One after the other → at once: `then`, made for the text after `first`, in the terms of the text before `first`. Both sorted. */
export function composeSplices(first: readonly Splice[], then: readonly Splice[]): Splice[] {
  let result = [...first];
  // from the end, so that the offsets of the earlier ones still hold
  for (const splice of [...then].reverse()) result = composeOne(result, splice);
  return joinSplices(result);
}

function composeOne(first: readonly Splice[], { start, end, text }: Splice): Splice[] {
  let shift = 0; // how far the text between the splices has moved
  const placed = first.map((splice) => {
    const begin = splice.start + shift;
    shift += growth(splice);
    return { splice, begin, finish: begin + splice.text.length };
  });
  const before = placed.filter(({ finish }) => finish < start);
  const after = placed.filter(({ begin }) => begin > end);
  const touched = placed.slice(before.length, placed.length - after.length);
  const moved = before.reduce((sum, { splice }) => sum + growth(splice), 0);
  const movedAll = touched.reduce((sum, { splice }) => sum + growth(splice), moved);
  const head = touched[0];
  const tail = touched.at(-1);
  const one: Splice = {
    start: head && head.begin <= start ? head.splice.start : start - moved,
    end: tail && tail.finish >= end ? tail.splice.end : end - movedAll,
    text: (head?.splice.text.slice(0, Math.max(0, start - head.begin)) ?? '') + text + (tail?.splice.text.slice(Math.max(0, end - tail.begin)) ?? ''),
  };
  return [...before.map(({ splice }) => splice), one, ...after.map(({ splice }) => splice)];
}

function growth(splice: Splice): number {
  return splice.text.length - (splice.end - splice.start);
}
