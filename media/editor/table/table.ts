/** The table of papers. */
import { el, focusOn, later, set } from '../dom.js';
import type { Editor } from '../editor.js';
import { t } from '../l10n.js';
import type { Column } from '../../../src/protocol.js';
import { papersType } from '../categories/drag.js';
import { fitting, template } from './columns.js';
import { Header } from './header.js';
import { tableKey } from './keys.js';
import { rowHeight, Rows } from './rows.js';

const headerHeight = 28;

export class Table {
  readonly element = el('section', { class: 'table', 'aria-label': t('table.label') });
  private readonly grid = el('div', { class: 'grid', role: 'grid', 'aria-multiselectable': 'true', 'aria-label': t('table.label') });
  private readonly empty = el('div', { class: 'empty', hidden: true });
  private readonly rows = new Rows();
  private readonly header: Header;
  private drawing = false;
  /** Asked to be shown, and not yet in the order. */
  private revealed: { readonly row: number; readonly focus: boolean; readonly from: Element | null } | undefined;
  private columns: readonly Column[] = [];
  private readonly scrolled = later(() => this.editor.keep({ scroll: this.grid.scrollTop }), 200);

  /** @param openForm the selected paper is to be edited @param menu what can be done with the selected papers */
  constructor(private readonly editor: Editor, private readonly openForm: () => void, menu: (x: number, y: number) => void, remove: () => void) {
    this.header = new Header(editor, () => this.layout(), () => this.focus());
    this.grid.append(this.header.element, this.rows.element);
    this.element.append(this.grid, this.empty);
    this.grid.addEventListener('scroll', () => {
      this.soon();
      this.scrolled();
    });
    new ResizeObserver(() => this.layout()).observe(this.grid);
    this.rows.element.addEventListener('mousedown', (event) => this.press(event));
    this.rows.element.addEventListener('dragstart', (event) => event.dataTransfer?.setData(papersType, JSON.stringify(editor.selection.rows)));
    this.rows.element.addEventListener('dblclick', () => openForm());
    this.rows.element.addEventListener('focusin', (event) => this.focusIn(event.target as HTMLElement));
    this.grid.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      const row = this.rowAt(event.target);
      if (row !== undefined && !editor.selection.has(row)) editor.select(row);
      if (editor.selection.size === 0) return;
      const box = (event.target as HTMLElement).getBoundingClientRect();
      // the key of the context menu has no pointer
      if (event.button === 2) menu(event.clientX, event.clientY);
      else menu(box.left + 24, box.bottom);
    });
    this.rows.element.addEventListener('keydown', (event) => tableKey(event, editor, { page: () => Math.max(1, Math.floor(this.viewHeight() / rowHeight) - 1), show: () => this.show(), openForm, remove }));
    editor.onState.on(() => this.soon());
    editor.onOrder.on(() => {
      const { revealed } = this;
      this.revealed = undefined;
      if (revealed && revealed.row === editor.selection.active) this.show(revealed.focus && document.activeElement === revealed.from);
      this.soon();
    });
    editor.onSelection.on(() => this.soon());
    editor.onReveal.on(({ row, focusForm }) => {
      this.show(!focusForm);
      if (!editor.order.includes(row)) this.revealed = { row, focus: !focusForm, from: document.activeElement };
      if (focusForm) this.openForm();
    });
    this.layout();
  }

  /** After columns were chosen or sized. */
  layout(): void {
    const { columns, widths } = this.editor.kept;
    this.columns = fitting(columns, widths, this.grid.clientWidth || Infinity);
    this.grid.style.setProperty('--columns', template(this.columns, widths));
    set(this.grid, { 'aria-colcount': this.columns.length });
    this.header.draw(this.columns);
    this.soon();
  }

  restore(): void {
    this.draw();
    this.grid.scrollTop = this.editor.kept.scroll;
  }

  focus(): void {
    const { editor } = this;
    const active = editor.selection.active ?? editor.order[0];
    if (active === undefined) {
      this.header.element.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
      return;
    }
    if (editor.selection.size === 0) editor.select(active);
    this.show();
  }

  /** Brings the row with the focus into view. */
  show(focus = true): void {
    const { active } = this.editor.selection;
    const index = active === undefined ? -1 : this.editor.order.indexOf(active);
    if (active === undefined || index < 0) return;
    const top = index * rowHeight;
    if (top < this.grid.scrollTop) this.grid.scrollTop = top;
    else if (top + rowHeight > this.grid.scrollTop + this.viewHeight()) this.grid.scrollTop = top + rowHeight - this.viewHeight();
    this.draw();
    if (focus) focusOn(this.rows.elementOf(active));
  }

  private viewHeight(): number {
    return this.grid.clientHeight - headerHeight;
  }

  private soon(): void {
    if (this.drawing) return;
    this.drawing = true;
    requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    this.drawing = false;
    const { editor } = this;
    const hadFocus = this.rows.element.contains(document.activeElement);
    set(this.grid, { 'aria-rowcount': editor.order.length + 1 });
    this.header.draw(this.columns);
    this.rows.render({ order: editor.order, columns: this.columns, row: (id) => editor.state.row(id), selected: (id) => editor.selection.has(id), active: this.tabStop(), multi: editor.selection.size > 1 }, this.grid.scrollTop, this.viewHeight());
    const nothing = editor.order.length === 0;
    this.empty.hidden = !nothing;
    if (nothing) this.empty.textContent = t(editor.state.total === 0 ? 'table.noPapers' : 'table.noMatches');
    // the row that had the focus is gone: the next one has it now
    if (hadFocus && !this.rows.element.contains(document.activeElement)) {
      const stop = this.tabStop();
      focusOn(stop === undefined ? this.header.element.querySelector<HTMLElement>('[tabindex="0"]') : this.rows.elementOf(stop));
    }
  }

  /** The row that Tab reaches: the active one, or the first when a filter hides it. */
  private tabStop(): number | undefined {
    const { active } = this.editor.selection;
    return active !== undefined && this.editor.order.includes(active) ? active : this.editor.order[0];
  }

  /** A row whose paper is gone stands there until it is drawn anew, and is none any more. */
  private rowAt(target: EventTarget | null): number | undefined {
    const text = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;
    return text === undefined || !this.editor.state.has(Number(text)) ? undefined : Number(text);
  }

  private press(event: MouseEvent): void {
    const row = this.rowAt(event.target);
    if (row === undefined || event.button !== 0) return;
    const { selection, order } = this.editor;
    if (event.shiftKey) selection.rangeTo(row, order);
    else if (event.ctrlKey || event.metaKey) selection.toggle(row);
    else selection.only(row);
    // no text is marked while rows are
    if (event.shiftKey) event.preventDefault();
    this.rows.elementOf(row)?.focus({ preventScroll: true });
    this.editor.selected();
  }

  private focusIn(target: HTMLElement): void {
    const row = this.rowAt(target);
    if (row === undefined || row === this.editor.selection.active) return;
    this.editor.selection.focus(row);
    if (this.editor.selection.size === 0) this.editor.select(row);
    this.soon();
  }
}
