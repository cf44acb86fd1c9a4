/** The parts of the page and where they stand. */
import { actions, menuItems, rowMenu } from './actions.js';
import { liveRegions } from './announce.js';
import { CategoriesPanel } from './categories/panel.js';
import { el, show } from './dom.js';
import type { Editor } from './editor.js';
import { filterBox } from './filter.js';
import { FormPane } from './form/pane.js';
import { openHelp } from './help.js';
import { t } from './l10n.js';
import { closeMenu, openMenu } from './parts/menu.js';
import { sash } from './parts/sash.js';
import { banners, footer } from './status.js';
import { Table } from './table/table.js';
import { toolbar } from './toolbar.js';

/** Below this width one part is shown at a time. */
const narrowBelow = 600;

export function buildApp(editor: Editor): HTMLElement {
  const { kept } = editor;
  const config = editor.state.shown.kind === 'config';
  let narrow = false;
  const categoriesShown = (): boolean => kept.categories ?? config;
  const inFront = (form: boolean): void => {
    if (narrow) {
      editor.keep({ formInFront: form, ...(categoriesShown() ? { categories: false } : {}) });
      layout();
    }
    if (form) pane.focus();
    else table.focus();
  };
  const openForm = (): void => inFront(true);
  const table = new Table(editor, openForm, (x, y) => openMenu(t('menu.label'), () => menuItems(editor, rowMenu), x, y), () => actions.remove.enabled(editor) && actions.remove.run(editor));
  const pane = new FormPane(editor, () => inFront(false));
  const categories = new CategoriesPanel(editor, () => toggleCategories(false));
  const filter = filterBox(editor, () => table.focus());
  const toggleCategories = (shown = !categoriesShown()): void => {
    editor.keep({ categories: shown });
    layout();
    if (shown) categories.focus();
    else table.focus();
    editor.onSelection.fire();
  };
  const runs = { columnsChanged: () => table.layout(), toggleCategories: () => toggleCategories(), categoriesShown, help: openHelp };
  const main = el('main', { class: 'main' });
  const width = (): number => main.clientWidth || innerWidth;
  const besideCategories = (): number => width() - (categoriesShown() ? Math.min(kept.categoriesWidth, widestCategories()) : 0);
  const widestForm = (): number => Math.max(280, besideCategories() - 280);
  const formWidth = (): number => Math.min(widestForm(), kept.formWidth ?? Math.max(280, Math.min(440, besideCategories() * 0.52)));
  const widestCategories = (): number => Math.max(160, width() - 560);
  const left = sash({
    label: t('sash.categories'), narrowest: 160, reversed: false,
    width: () => kept.categoriesWidth, widest: widestCategories, resize: (categoriesWidth) => resize({ categoriesWidth }), reset: () => resize({ categoriesWidth: 240 }),
  });
  const right = sash({
    label: t('sash.form'), narrowest: 280, reversed: true,
    width: formWidth, widest: widestForm, resize: (to) => resize({ formWidth: to }), reset: () => resize({ formWidth: null }),
  });
  main.append(categories.element, left.element, table.element, right.element, pane.element);
  const root = el('div', { class: 'app' }, el('header', { class: 'top' }, filter.element, toolbar(editor, runs)), banners(editor), main, footer(editor), ...liveRegions);

  function resize(change: { categoriesWidth?: number; formWidth?: number | null }): void {
    editor.keep(change);
    layout();
  }
  function layout(): void {
    const shown = categoriesShown();
    root.classList.toggle('narrow', narrow);
    show(categories.element, shown);
    show(left.element, shown && !narrow);
    show(right.element, !narrow);
    show(table.element, !narrow || (!kept.formInFront && !shown));
    show(pane.element, !narrow || (kept.formInFront && !shown));
    pane.narrow(narrow);
    main.style.setProperty('--categories-width', `${Math.min(kept.categoriesWidth, widestCategories())}px`);
    main.style.setProperty('--form-width', `${formWidth()}px`);
    left.update();
    right.update();
  }

  new ResizeObserver(([entry]) => {
    const now = (entry?.contentRect.width ?? innerWidth) < narrowBelow;
    const changed = now !== narrow;
    narrow = now;
    // somebody who is editing goes on editing
    if (changed && narrow && pane.element.contains(document.activeElement)) editor.keep({ formInFront: true });
    layout();
  }).observe(root);
  // what it was opened for is no longer what is selected
  editor.onSelection.on(() => closeMenu() && table.focus());
  editor.onCommand.on((command) => {
    if (command === 'focusFilter') filter.focus();
    else if (command === 'newPaper') actions.add.run(editor);
    else if (command === 'showTable') inFront(false);
    else if (command === 'showCategories') toggleCategories(true);
    else openHelp();
  });
  const parts = (): { element: HTMLElement; focus(): void }[] => [filter, categories, table, pane].filter(({ element }) => !element.hidden && element.offsetParent !== null);
  root.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement;
    if (event.key === 'F6') {
      const all = parts();
      const at = all.findIndex(({ element }) => element.contains(document.activeElement));
      all[(at + (event.shiftKey ? all.length - 1 : 1)) % all.length]?.focus();
    } else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) filter.focus();
    else if (event.key === '?' && !typing) openHelp();
    else return;
    // VS Code has commands of its own on these keys
    event.preventDefault();
    event.stopPropagation();
  });
  addEventListener('pagehide', () => {
    pane.flush();
    editor.keepNow();
  });
  queueMicrotask(() => {
    layout();
    table.restore();
  });
  return root;
}
