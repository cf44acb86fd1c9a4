/** The categories: with counts, renamed, added, moved, merged and deleted; every change can be taken back. */
import { announce } from '../announce.js';
import { el, focusIsFree, freshId, iconButton, show } from '../dom.js';
import type { Editor } from '../editor.js';
import { t } from '../l10n.js';
import { openMenu, type MenuItem } from '../parts/menu.js';
import { Tree, type TreeNode } from '../parts/tree.js';
import { dragAndDrop } from './drag.js';
import { moveByKey, type Move } from './move.js';
import { nameInput } from './name-input.js';

export class CategoriesPanel {
  readonly element: HTMLElement;
  private readonly tree: Tree;
  private readonly hint = el('div', { class: 'hint', hidden: true }, t('categories.none'));
  private readonly buttons: HTMLButtonElement[];
  /** The category whose name is being typed. */
  private renaming: string | undefined;
  /** Cut, and waiting for its new place. */
  private cut: string | undefined;
  /** The next category to get the focus, when the state has it. */
  private awaited: ((id: string) => boolean) | undefined;

  constructor(private readonly editor: Editor, close: () => void) {
    const id = freshId('categories');
    const folded = new Set(editor.kept.folded);
    this.tree = new Tree({
      label: t('categories.label'),
      isFolded: (one) => folded.has(one),
      fold: (one, fold) => {
        if (fold) folded.add(one);
        else folded.delete(one);
        editor.keep({ folded: [...folded] });
      },
      draw: (content, row, node) => this.draw(content, row, node),
      key: (event, node) => this.key(event, node),
      click: ({ node }, event) => {
        this.tree.focus(node.id);
        if (event.detail === 2) this.filter(node.id);
      },
      made: (row, one) => dragAndDrop(row, one, { tree: () => this.tree, canMove: () => this.editable, move: (move) => this.move(move), file: (rows, into) => this.file(rows, into) }),
    });
    this.buttons = [iconButton('add', t('categories.add'), () => this.add(null)), iconButton('edit', t('categories.rename'), () => this.tree.active !== undefined && this.rename(this.tree.active)), iconButton('trash', t('categories.delete'), () => this.tree.active !== undefined && this.remove(this.tree.active))];
    this.element = el('aside', { class: 'categories', 'aria-labelledby': id }, el('header', { class: 'pane-head' }, el('h2', { id }, t('categories.label')), ...this.buttons, iconButton('close', t('categories.close'), close)), this.tree.element, this.hint);
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      if (this.cut !== undefined) {
        this.cut = undefined;
        this.update();
      } else close();
    });
    this.tree.element.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      const one = (event.target as HTMLElement).closest<HTMLElement>('[role=treeitem]');
      if (!one?.dataset['id']) return;
      this.tree.focus(one.dataset['id']);
      const box = one.getBoundingClientRect();
      this.menu(one.dataset['id'], event.button === 2 ? event.clientX : box.left + 24, event.button === 2 ? event.clientY : box.bottom);
    });
    editor.onState.on(() => this.update());
    this.update();
  }

  focus(): void {
    if (this.tree.size > 0) this.tree.focus();
    else this.buttons[0]?.focus();
  }

  private get editable(): boolean {
    return this.editor.state.shown.editable.categories;
  }

  private update(): void {
    const { categories } = this.editor.state.shown;
    this.tree.update(categories);
    show(this.hint, categories.length === 0);
    for (const button of this.buttons) button.disabled = !this.editable;
    if (!this.awaited) return;
    const found = [...this.tree.element.querySelectorAll<HTMLElement>('[role=treeitem]')].map((row) => row.dataset['id'] ?? '').find(this.awaited);
    if (found === undefined) return;
    this.awaited = undefined;
    if (focusIsFree(this.element)) this.tree.focus(found);
  }

  private draw(content: HTMLElement, row: HTMLElement, { node }: TreeNode): void {
    row.classList.toggle('cut', this.cut === node.id);
    row.title = (node.description || node.id).slice(0, 300);
    if (this.renaming === node.id) return;
    const key = `${node.title}\u0000${node.own}\u0000${node.all}`;
    if (content.dataset['key'] === key) return;
    content.dataset['key'] = key;
    content.replaceChildren(el('span', { class: 'name' }, node.title.slice(0, 200)), el('span', { class: 'number', title: t('categories.counts', node.own, node.all), 'aria-hidden': 'true' }, String(node.all)), el('span', { class: 'unseen' }, t(node.all === 1 ? 'footer.one' : 'footer.all', node.all)));
  }

  private key(event: KeyboardEvent, one: TreeNode): boolean {
    const { id } = one.node;
    const control = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter') this.filter(id);
    else if (!this.editable) return false;
    else if (event.key === 'F2') this.rename(id);
    else if (event.key === 'Insert') this.add(event.shiftKey ? id : one.parent);
    else if (event.key === 'Delete') this.remove(id);
    else if (control && event.key.toLowerCase() === 'x') this.take(id);
    else if (control && event.key.toLowerCase() === 'v') this.paste(id);
    else if (event.altKey && event.key.startsWith('Arrow')) {
      const move = moveByKey(event.key, one, this.editor.state.shown.categories);
      if (move) this.move(move);
    } else return false;
    return true;
  }

  private menu(id: string, x: number, y: number): void {
    const { editable } = this;
    const items: (MenuItem | null)[] = [
      { text: t('categories.filter'), icon: 'filter', run: () => this.filter(id) },
      null,
      { text: t('categories.addUnder'), icon: 'add', enabled: editable, run: () => this.add(id) },
      { text: t('categories.rename'), icon: 'edit', enabled: editable, run: () => this.rename(id) },
      { text: t('categories.cut'), icon: 'blank', enabled: editable, run: () => this.take(id) },
      { text: t('categories.paste'), icon: 'blank', enabled: editable && this.cut !== undefined && this.cut !== id, run: () => this.paste(id) },
      { text: t('categories.merge'), icon: 'git-merge', enabled: editable && this.cut !== undefined && this.cut !== id, run: () => this.merge(id) },
      null,
      { text: t('categories.delete'), icon: 'trash', enabled: editable, run: () => this.remove(id) },
    ];
    openMenu(t('categories.label'), () => items, x, y);
  }

  private filter(id: string): void {
    const word = /[\s",|]/u.test(id) ? JSON.stringify(id) : id;
    this.editor.onFilter.fire(`cat:${word}`);
  }

  private take(id: string): void {
    this.cut = id;
    announce(t('categories.cutDone', this.tree.at(id)?.node.title ?? id));
    this.update();
  }

  private paste(under: string): void {
    const { cut } = this;
    this.cut = undefined;
    if (cut !== undefined && cut !== under) this.move({ category: cut, under, before: null });
    this.update();
  }

  private merge(into: string): void {
    const { cut } = this;
    this.cut = undefined;
    if (cut === undefined || cut === into) return;
    this.awaited = (id) => id === into;
    this.editor.edit(t('categories.merged'), { kind: 'mergeCategory', category: cut, into });
  }

  private move(move: Move): void {
    const title = this.tree.at(move.category)?.node.title ?? move.category;
    const last = move.category.split('/').at(-1) ?? '';
    const known = new Set([...this.tree.element.children].map((row) => (row as HTMLElement).dataset['id']));
    // an id may follow its place in the tree
    this.awaited = (id) => (id === move.category && (this.tree.at(id)?.parent ?? null) === move.under) || (!known.has(id) && id.endsWith(last));
    this.editor.edit(t('categories.moved', title), { kind: 'moveCategory', ...move });
  }

  private file(rows: readonly number[], category: string): void {
    this.editor.edit(t('bulk.edit', t('field.categories'), rows.length), { kind: 'items', rows: [...rows], field: 'categories', add: [category], remove: [] });
  }

  private remove(id: string): void {
    this.editor.edit(t('categories.deleted', this.tree.at(id)?.node.title ?? id), { kind: 'deleteCategory', category: id });
  }

  private rename(id: string): void {
    const one = this.tree.at(id);
    const content = this.tree.rowOf(id)?.querySelector<HTMLElement>('.content');
    if (!one || !content) return;
    this.renaming = id;
    nameInput(content, t('categories.rename'), one.node.title, (title, byKey) => {
      this.renaming = undefined;
      delete content.dataset['key'];
      this.update();
      if (byKey) this.tree.focus(id);
      if (title === undefined || title === one.node.title) return;
      this.awaited = (other) => this.tree.at(other)?.node.title === title;
      this.editor.edit(t('categories.renamed', title), { kind: 'renameCategory', category: id, title });
    });
  }

  /** A line for the name of a new category, at the end of where it goes. */
  private add(under: string | null): void {
    const parent = under === null ? undefined : this.tree.rowOf(under);
    const line = el('div', { class: 'item', role: 'none' }, el('span', { class: 'twistie' }), el('span', { class: 'content' }));
    line.style.setProperty('--level', String(under === null ? 0 : (this.tree.at(under)?.level ?? 0)));
    if (parent) parent.after(line);
    else this.element.append(line);
    const before = new Set([...this.tree.element.children].map((row) => (row as HTMLElement).dataset['id']));
    nameInput(line.lastElementChild as HTMLElement, t('categories.name'), '', (title, byKey) => {
      line.remove();
      if (title === undefined) {
        if (byKey) this.focus();
        return;
      }
      this.awaited = (id) => !before.has(id) && this.tree.at(id)?.node.title === title;
      this.editor.edit(t('categories.added', title), { kind: 'addCategory', title, under });
    });
  }
}
