/** The keyboard of the table, as in VS Code's lists. */
import type { Editor } from '../editor.js';

export interface TableKeys {
  /** Rows that fit. */
  page(): number;
  show(): void;
  openForm(): void;
  remove(): void;
}

let typed = '';
let typedAt = 0;

export function tableKey(event: KeyboardEvent, editor: Editor, table: TableKeys): void {
  if (event.altKey || !handled(event, editor, table)) return;
  event.preventDefault();
  event.stopPropagation();
}

function handled(event: KeyboardEvent, editor: Editor, table: TableKeys): boolean {
  const { selection, order } = editor;
  const control = event.ctrlKey || event.metaKey;
  const at = selection.active === undefined ? -1 : order.indexOf(selection.active);
  const to = target(event.key, at, order.length, table);
  if (to !== undefined) {
    const row = order[Math.min(order.length - 1, Math.max(0, to))];
    if (row === undefined) return true;
    if (event.shiftKey) selection.rangeTo(row, order);
    else if (control) selection.focus(row);
    else selection.only(row);
    table.show();
    editor.selected();
    return true;
  }
  if (control && event.key.toLowerCase() === 'a') {
    selection.all(order);
    editor.selected();
    return true;
  }
  if (control && event.key.toLowerCase() === 'c') {
    editor.run('copyBibtex');
    return true;
  }
  if (control) return event.key === ' ' ? toggled(editor) : false;
  if (event.key === ' ' && Date.now() - typedAt > 700) return toggled(editor);
  if (event.key === 'Escape') {
    if (selection.size < 2 || selection.active === undefined) return false;
    selection.only(selection.active);
    editor.selected();
    return true;
  }
  if (event.key === 'Enter' || event.key === 'F2') {
    table.openForm();
    return true;
  }
  if (event.key === 'Delete' && editor.editable) {
    table.remove();
    return true;
  }
  return event.key.length === 1 && event.key !== '?' && typeAhead(event.key, editor, table);
}

function target(key: string, at: number, count: number, table: TableKeys): number | undefined {
  switch (key) {
    case 'ArrowDown': return at + 1;
    case 'ArrowUp': return at - 1;
    case 'PageDown': return at + table.page();
    case 'PageUp': return at - table.page();
    case 'Home': return 0;
    case 'End': return count - 1;
    default: return undefined;
  }
}

function toggled(editor: Editor): boolean {
  const { selection } = editor;
  if (selection.active === undefined) return false;
  selection.toggle(selection.active);
  editor.selected();
  return true;
}

/** Letters typed in a row lead to the next title that begins with them. */
function typeAhead(key: string, editor: Editor, table: TableKeys): boolean {
  const now = Date.now();
  typed = now - typedAt > 700 ? key : typed + key;
  typedAt = now;
  const { selection, order, state } = editor;
  const from = Math.max(0, selection.active === undefined ? 0 : order.indexOf(selection.active));
  const sought = typed.toLowerCase();
  for (let step = typed.length === 1 ? 1 : 0; step <= order.length; step++) {
    const row = order[(from + step) % order.length];
    if (row === undefined || !state.row(row)?.title.toLowerCase().startsWith(sought)) continue;
    selection.only(row);
    table.show();
    editor.selected();
    return true;
  }
  return true;
}
