/** The first items of a list in an order, without sorting the rest: a search for one letter finds thousands and shows a hundred. */
export function firstOf<T>(items: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
  if (count <= 0) return [];
  if (items.length <= 2 * count) return [...items].sort(compare).slice(0, count);
  const best = items.slice(0, count).sort(compare);
  for (let at = count; at < items.length; at += 1) {
    const [item, last] = [items[at] as T, best[count - 1]];
    if (last !== undefined && compare(item, last) >= 0) continue;
    best.splice(placeOf(item, best, compare), 0, item);
    best.length = count;
  }
  return best;
}

/** Behind everything that is not greater, so that equal items keep their order. */
function placeOf<T>(item: T, sorted: readonly T[], compare: (a: T, b: T) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(other, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
