/** The buttons above the table: one stop for Tab, arrow keys between them. */
import { actions, menuItems, type ActionName, type PageAction } from './actions.js';
import { el, flag, iconButton, set } from './dom.js';
import type { Editor } from './editor.js';
import { t } from './l10n.js';
import { menuButton, type MenuItem } from './parts/menu.js';
import { allColumns } from './table/columns.js';

export interface ToolbarRuns {
  readonly columnsChanged: () => void;
  readonly toggleCategories: () => void;
  readonly categoriesShown: () => boolean;
  readonly help: () => void;
}

const plain: readonly ActionName[] = ['add', 'duplicate', 'remove', 'merge'];
const moves: readonly ActionName[] = ['moveToCategory', 'moveToFile', 'moveToCatalogue'];
const more: readonly (ActionName | null)[] = ['addFrom', 'updateMetadata', null, 'openLink', 'reveal', null, 'insertCitation', 'copyCitation', 'copyBibtex'];

export function toolbar(editor: Editor, runs: ToolbarRuns): HTMLElement {
  const update: (() => void)[] = [];
  const action = (name: ActionName): HTMLButtonElement => {
    const one: PageAction = actions[name];
    const button = iconButton(one.icon, t(one.title), () => {
      if (one.enabled(editor)) one.run(editor);
    });
    update.push(() => set(button, { 'aria-disabled': flag(!one.enabled(editor)) }));
    return button;
  };
  const columnItems = (): MenuItem[] => allColumns.map((column) => {
    const shown = editor.kept.columns;
    const checked = shown.includes(column);
    return {
      text: t(`column.${column}`),
      checked,
      enabled: !checked || shown.length > 1,
      run: () => {
        editor.keep({ columns: allColumns.filter((one) => (one === column ? !checked : shown.includes(one))) });
        runs.columnsChanged();
      },
    };
  });
  const categories = iconButton('list-tree', t('action.categories'), runs.toggleCategories);
  update.push(() => set(categories, { 'aria-pressed': flag(runs.categoriesShown()) }));
  const line = (): HTMLElement => el('span', { class: 'line', 'aria-hidden': 'true' });
  const element = el('div', { class: 'toolbar', role: 'toolbar', 'aria-label': t('toolbar.label') },
    ...plain.map(action), menuButton(iconButton('move', t('action.move'), () => undefined), () => menuItems(editor, moves)), action('export'), line(),
    action('showText'), menuButton(iconButton('split-horizontal', t('action.columns'), () => undefined), columnItems), categories,
    menuButton(iconButton('ellipsis', t('action.more'), () => undefined), () => menuItems(editor, more)), iconButton('question', t('action.help'), runs.help));
  rove(element);
  const draw = (): void => update.forEach((one) => one());
  editor.onSelection.on(draw);
  editor.onState.on(draw);
  draw();
  return element;
}

/** One stop for Tab; the arrow keys, Home and End go from button to button. */
export function rove(element: HTMLElement): void {
  const buttons = (): HTMLButtonElement[] => [...element.querySelectorAll('button')];
  buttons().forEach((button, index) => (button.tabIndex = index === 0 ? 0 : -1));
  element.addEventListener('focusin', (event) => buttons().forEach((button) => (button.tabIndex = button === event.target ? 0 : -1)));
  element.addEventListener('keydown', (event) => {
    const all = buttons();
    const at = all.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  });
}
