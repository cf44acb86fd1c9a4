/** "Did you mean": the known word that a misspelt one most resembles. */

/** Edits (insert, delete, replace, swap neighbours) from one word to the other: optimal string alignment. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The known word within two edits of the given one (one edit for short words), or one that it begins; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  if (wanted.length < 2 || wanted.length > 40) return undefined;
  let best: string | undefined;
  let fewest = wanted.length <= 3 ? 1 : 2;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) > fewest) continue;
    const edits = distance(wanted, candidate.toLowerCase());
    if (edits < fewest || (edits === fewest && best === undefined)) {
      best = candidate;
      fewest = edits;
    }
  }
  return best ?? known.find((candidate) => wanted.length >= 3 && candidate.startsWith(wanted));
}
