/** Which papers are selected, and which of them has the focus. */
export class Selection {
  private chosen = new Set<number>();
  /** The row with the focus, which the arrow keys start from. */
  active: number | undefined;
  /** Where a range with Shift starts. */
  private anchor: number | undefined;

  get rows(): readonly number[] {
    return [...this.chosen];
  }

  get size(): number {
    return this.chosen.size;
  }

  /** The paper of the form: the only one that is selected. */
  get single(): number | undefined {
    return this.chosen.size === 1 ? this.rows[0] : undefined;
  }

  has(row: number): boolean {
    return this.chosen.has(row);
  }

  only(row: number): void {
    this.chosen = new Set([row]);
    this.active = this.anchor = row;
  }

  toggle(row: number): void {
    if (!this.chosen.delete(row)) this.chosen.add(row);
    this.active = this.anchor = row;
  }

  /** The focus goes, the selection stays. */
  focus(row: number): void {
    this.active = row;
  }

  /** Everything between the row where the selection began and this one. */
  rangeTo(row: number, order: readonly number[]): void {
    const from = this.anchor === undefined ? 0 : Math.max(0, order.indexOf(this.anchor));
    const to = order.indexOf(row);
    if (to < 0) return;
    this.chosen = new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1));
    this.active = row;
  }

  all(order: readonly number[]): void {
    this.chosen = new Set(order);
    this.active ??= order[0];
  }

  /** Drops what is gone; the focus goes to the row that stands in the place of the one that had it. */
  keep(has: (row: number) => boolean, before: readonly number[], after: readonly number[]): void {
    for (const row of this.chosen) if (!has(row)) this.chosen.delete(row);
    if (this.anchor !== undefined && !has(this.anchor)) this.anchor = undefined;
    if (this.active === undefined || has(this.active)) return;
    const at = before.indexOf(this.active);
    const next = before.slice(at + 1).find(has) ?? before.slice(0, Math.max(0, at)).findLast(has) ?? after[0];
    this.active = next;
    if (this.chosen.size === 0 && next !== undefined) this.only(next);
  }

  set(rows: readonly number[]): void {
    this.chosen = new Set(rows);
    this.active = this.anchor = rows[0];
  }
}
