/** Ticks of a list in which rows hang together: a heading and what is below it, and changes that are made together. */

export interface TickRow {
  /** The group that a row belongs to. */
  readonly group: number;
  /** A heading stands for all rows of its group. */
  readonly heading: boolean;
  readonly together: boolean;
}

/** What is ticked after somebody has ticked or unticked rows: whatever hangs together goes along, and a heading is ticked when all below it are. */
export function settledTicks<Row extends TickRow>(rows: readonly Row[], before: ReadonlySet<Row>, now: ReadonlySet<Row>): Set<Row> {
  const result = new Set(now);
  const put = (row: Row, ticked: boolean) => {
    if (ticked) result.add(row);
    else result.delete(row);
  };
  const touched = rows.filter((row) => before.has(row) !== now.has(row));
  for (const row of touched) {
    for (const other of rows) {
      if (other.group === row.group && !other.heading && (row.heading || (row.together && other.together))) put(other, now.has(row));
    }
  }
  for (const heading of rows) if (heading.heading) put(heading, rows.every((row) => row.heading || row.group !== heading.group || result.has(row)));
  return result;
}
