/** Which line of a form shows which item of a list that has changed, so that what is being typed stays with its item. */

/**
 * For each item of `now` the index of the line that is to show it; undefined for a new line. A line follows its item wherever it
 * went; one whose item is gone shows what stands in its place, if that is new.
 * @param shown what the lines show, in their order
 */
export function alignLines<T>(shown: readonly T[], now: readonly T[], same: (a: T, b: T) => boolean): (number | undefined)[] {
  const lines = new Array<number | undefined>(now.length).fill(undefined);
  const used = new Set<number>();
  const take = (item: number, line: number): void => {
    lines[item] = line;
    used.add(line);
  };
  const equal = (line: number, item: T): boolean => line < shown.length && same(shown[line] as T, item);
  now.forEach((item, at) => {
    if (equal(at, item)) take(at, at);
  });
  now.forEach((item, at) => {
    if (lines[at] !== undefined) return;
    const line = shown.findIndex((_, index) => !used.has(index) && equal(index, item));
    if (line >= 0) take(at, line);
  });
  now.forEach((_, at) => {
    if (lines[at] === undefined && at < shown.length && !used.has(at)) take(at, at);
  });
  return lines;
}
