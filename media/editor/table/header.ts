/** The header: sorts by click or Enter, sizes by dragging a border or with Alt and the arrow keys. */
import type { Column } from '../../../src/protocol.js';
import { el, focusOn, icon, set } from '../dom.js';
import type { Editor } from '../editor.js';
import { t } from '../l10n.js';
import { narrowest } from './columns.js';

export class Header {
  readonly element = el('div', { class: 'head', role: 'rowgroup' });
  private readonly row = el('div', { class: 'row', role: 'row', 'aria-rowindex': 1 });
  private focused: Column | undefined;
  private drawn = '';
  private columns: readonly Column[] = [];

  constructor(private readonly editor: Editor, private readonly sized: () => void, private readonly leave: () => void) {
    this.element.append(this.row);
    this.row.addEventListener('keydown', (event) => this.key(event));
  }

  draw(columns: readonly Column[]): void {
    const { sort } = this.editor.kept;
    this.columns = columns;
    if (this.drawn !== columns.join()) this.build(columns);
    for (const cell of this.cells()) {
      const column = cell.dataset['column'] as Column;
      const sorted = sort?.column === column;
      set(cell, { 'aria-sort': sorted ? (sort.descending ? 'descending' : 'ascending') : 'none', tabindex: column === (this.focused ?? columns[0]) ? 0 : -1 });
      cell.querySelector('.codicon')?.setAttribute('class', `codicon codicon-${sorted && sort.descending ? 'arrow-down' : 'arrow-up'}`);
      cell.classList.toggle('sorted', sorted);
    }
  }

  private cells(): HTMLElement[] {
    return [...this.row.children] as HTMLElement[];
  }

  private build(columns: readonly Column[]): void {
    this.drawn = columns.join();
    if (this.focused && !columns.includes(this.focused)) this.focused = undefined;
    const hadFocus = this.row.contains(document.activeElement);
    this.row.replaceChildren(...columns.map((column, index) => {
      const cell = el('div', { class: `cell column-${column}`, role: 'columnheader', 'aria-colindex': index + 1, title: t('table.headerHint') }, el('span', { class: 'name' }, t(`column.${column}`)), icon('arrow-up'));
      cell.dataset['column'] = column;
      cell.addEventListener('click', () => this.sort(column));
      const border = el('div', { class: 'border', 'aria-hidden': 'true' });
      border.addEventListener('pointerdown', (event) => this.drag(event, border, column));
      border.addEventListener('click', (event) => event.stopPropagation());
      border.addEventListener('dblclick', () => this.size(column, undefined));
      cell.append(border);
      return cell;
    }));
    if (hadFocus) focusOn(this.cells()[0]);
  }

  /** Up, down, as it was. */
  private sort(column: Column): void {
    const { sort } = this.editor.kept;
    this.editor.setSort(sort?.column !== column ? { column, descending: false } : sort.descending ? null : { column, descending: true });
    this.focused = column;
    this.draw(this.columns);
  }

  private size(column: Column, width: number | undefined): void {
    const others = Object.entries(this.editor.kept.widths).filter(([name]) => name !== column);
    this.editor.keep({ widths: Object.fromEntries(width === undefined ? others : [...others, [column, Math.max(narrowest, Math.round(width))]]) });
    this.sized();
  }

  private widthOf(column: Column): number {
    return this.editor.kept.widths[column] ?? this.cells().find((cell) => cell.dataset['column'] === column)?.offsetWidth ?? 200;
  }

  private drag(event: PointerEvent, border: HTMLElement, column: Column): void {
    event.preventDefault();
    const from = event.clientX - this.widthOf(column);
    border.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent): void => this.size(column, moved.clientX - from);
    border.addEventListener('pointermove', move);
    border.addEventListener('lostpointercapture', () => border.removeEventListener('pointermove', move), { once: true });
  }

  private key(event: KeyboardEvent): void {
    const { columns } = this;
    const at = columns.indexOf((event.target as HTMLElement).dataset['column'] as Column);
    const column = columns[at];
    if (column === undefined) return;
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: columns.length - 1 }[event.key];
    if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) this.size(column, this.widthOf(column) + (event.key === 'ArrowLeft' ? -16 : 16));
    else if (event.key === 'Enter' || event.key === ' ') this.sort(column);
    else if (event.key === 'ArrowDown') this.leave();
    else if (to !== undefined && !event.altKey) {
      this.focused = columns[Math.min(columns.length - 1, Math.max(0, to))];
      this.draw(columns);
      this.cells().find((cell) => cell.dataset['column'] === this.focused)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
