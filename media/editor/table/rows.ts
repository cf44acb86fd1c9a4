/** The rows that can be seen, and no others: elements are kept by paper, so that the focus survives whatever moves around it. */
import type { Column, Row } from '../../../src/protocol.js';
import { arrange, el, flag, set } from '../dom.js';
import { fillCell } from './columns.js';

export const rowHeight = 24;
const spare = 8;

export interface RowsView {
  readonly order: readonly number[];
  readonly columns: readonly Column[];
  row(id: number): Row | undefined;
  selected(id: number): boolean;
  readonly active: number | undefined;
  /** aria-rowindex counts the header too. */
  readonly multi: boolean;
}

export class Rows {
  readonly element = el('div', { class: 'rows', role: 'rowgroup' });
  private readonly shown = new Map<number, HTMLElement>();
  private columns = '';

  /** @param top of the visible part, in pixels below the first row's top @param height of it */
  render(view: RowsView, top: number, height: number): void {
    const { order } = view;
    this.element.style.height = `${order.length * rowHeight}px`;
    const columns = view.columns.join();
    if (columns !== this.columns) {
      for (const element of this.shown.values()) element.replaceChildren();
      this.columns = columns;
    }
    const first = Math.max(0, Math.floor(top / rowHeight) - spare);
    const last = Math.min(order.length, Math.ceil((top + height) / rowHeight) + spare);
    const wanted = new Map<number, number>();
    for (let index = first; index < last; index++) wanted.set(order[index] ?? -1, index);
    // the row with the focus stays, wherever it is scrolled to
    if (view.active !== undefined && !wanted.has(view.active)) {
      const index = order.indexOf(view.active);
      if (index >= 0) wanted.set(view.active, index);
    }
    for (const [id, element] of this.shown) {
      if (wanted.has(id)) continue;
      element.remove();
      this.shown.delete(id);
    }
    const sorted = [...wanted].sort(([, a], [, b]) => a - b);
    for (const [id, index] of sorted) this.draw(view, id, index);
    arrange(this.element, sorted.map(([id]) => this.shown.get(id)).filter((element) => element !== undefined));
  }

  elementOf(id: number): HTMLElement | undefined {
    return this.shown.get(id);
  }

  private draw(view: RowsView, id: number, index: number): void {
    const row = view.row(id);
    if (!row) return;
    let element = this.shown.get(id);
    if (!element) {
      element = el('div', { class: 'row', role: 'row', draggable: 'true' });
      element.dataset['row'] = String(id);
      this.shown.set(id, element);
    }
    while (element.childElementCount < view.columns.length) element.append(el('div', { class: 'cell', role: 'gridcell', 'aria-colindex': element.childElementCount + 1 }));
    view.columns.forEach((column, at) => {
      const cell = element.children[at] as HTMLElement;
      cell.classList.add(`column-${column}`);
      fillCell(cell, column, row);
    });
    const selected = view.selected(id);
    set(element, { 'aria-rowindex': index + 2, 'aria-selected': flag(selected), tabindex: id === view.active || (index === 0 && view.active === undefined) ? 0 : -1 });
    element.classList.toggle('odd', index % 2 === 1);
    const place = `translateY(${index * rowHeight}px)`;
    if (element.style.transform !== place) element.style.transform = place;
  }
}
