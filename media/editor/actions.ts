/** What can be done with the selected papers: the toolbar, the menu and the keys all take it from here. */
import type { PageString } from '../../src/core/editing/page-strings.js';
import type { Edit } from '../../src/protocol.js';
import type { Editor } from './editor.js';
import { t } from './l10n.js';
import type { MenuItem } from './parts/menu.js';

export interface PageAction {
  readonly icon: string;
  readonly title: PageString;
  enabled(editor: Editor): boolean;
  run(editor: Editor): void;
}

const some = (editor: Editor): boolean => editor.selection.size > 0;
const change = (editor: Editor): boolean => some(editor) && editor.editable;
const two = (editor: Editor): boolean => editor.selection.size === 2 && editor.editable;
const runs = (icon: string, title: PageString, action: Parameters<Editor['run']>[0], enabled = some): PageAction => ({ icon, title, enabled, run: (editor) => editor.run(action) });

export const actions = {
  add: {
    icon: 'add',
    title: 'action.add',
    enabled: (editor) => editor.editable,
    run: (editor) => {
      const after = editor.selection.active;
      editor.edit(t('edit.add'), { kind: 'add', fields: {}, ...(after === undefined ? {} : { after }) }, ([row]) => row !== undefined && editor.reveal(row, true));
    },
  },
  addFrom: { icon: 'cloud-download', title: 'action.addFrom', enabled: (editor) => editor.editable, run: (editor) => editor.run('addPaper', []) },
  duplicate: { icon: 'copy', title: 'action.duplicate', enabled: change, run: (editor) => editor.edit(t('edit.duplicate'), { kind: 'duplicate', rows: [...editor.selection.rows] }, ([row]) => row !== undefined && editor.reveal(row)) },
  remove: {
    icon: 'trash',
    title: 'action.delete',
    enabled: change,
    run: (editor) => {
      const { rows } = editor.selection;
      const make = (): Edit | undefined => {
        // a key that is pressed twice deletes once
        const left = rows.filter((row) => editor.state.has(row));
        return left.length === 0 ? undefined : { kind: 'delete', rows: left };
      };
      editor.edits.add({ label: t(rows.length === 1 ? 'edit.deleteOne' : 'edit.delete', rows.length), make });
    },
  },
  merge: runs('git-merge', 'action.merge', 'merge', two),
  moveToCategory: runs('tag', 'action.moveToCategory', 'moveToCategory', change),
  moveToFile: runs('file', 'action.moveToFile', 'moveToFile', change),
  moveToCatalogue: runs('library', 'action.moveToCatalogue', 'moveToCatalogue', change),
  export: runs('export', 'action.export', 'export'),
  showText: { icon: 'go-to-file', title: 'action.showText', enabled: () => true, run: (editor) => editor.run('showText', editor.selection.rows.slice(0, 1)) },
  openLink: runs('link-external', 'action.openLink', 'openLink'),
  copyBibtex: runs('clippy', 'action.copyBibtex', 'copyBibtex'),
  copyCitation: runs('quote', 'action.copyCitation', 'copyCitation'),
  insertCitation: runs('insert', 'action.insertCitation', 'insertCitation'),
  updateMetadata: runs('sync', 'action.updateMetadata', 'updateMetadata', change),
  reveal: runs('list-tree', 'action.reveal', 'reveal'),
} as const satisfies Record<string, PageAction>;
export type ActionName = keyof typeof actions;

/** Entries of a menu; null draws a line. */
export function menuItems(editor: Editor, names: readonly (ActionName | null)[]): (MenuItem | null)[] {
  return names.map((name) => {
    if (name === null) return null;
    const action: PageAction = actions[name];
    return { text: t(action.title), icon: action.icon, enabled: action.enabled(editor), run: () => action.run(editor) };
  });
}

/** What a click with the right button offers. */
export const rowMenu: readonly (ActionName | null)[] = ['openLink', 'showText', 'reveal', null, 'insertCitation', 'copyCitation', 'copyBibtex', null, 'moveToCategory', 'moveToFile', 'moveToCatalogue', 'merge', null, 'updateMetadata', 'export', null, 'duplicate', 'remove'];
