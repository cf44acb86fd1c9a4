/** A tree like VS Code's lists: one stop for Tab, arrow keys, folding, letters; elements are kept by id. */
import type { CategoryNode } from '../../../src/protocol.js';
import { el, flag, focusOn, icon, set } from '../dom.js';

export interface TreeNode {
  readonly node: CategoryNode;
  readonly level: number;
  readonly parent: string | null;
  readonly index: number;
  readonly siblings: number;
}

export interface TreeOptions {
  readonly label: string;
  isFolded(id: string): boolean;
  fold(id: string, folded: boolean): void;
  /** Fills the row behind the twistie; called at every update. */
  draw(content: HTMLElement, row: HTMLElement, node: TreeNode): void;
  /** @returns whether the key was taken */
  key(event: KeyboardEvent, node: TreeNode): boolean;
  click(node: TreeNode, event: MouseEvent): void;
  /** A row was made: drag and drop hook in here. */
  made?(row: HTMLElement, id: string): void;
}

export class Tree {
  readonly element: HTMLElement;
  private readonly rows = new Map<string, { row: HTMLElement; content: HTMLElement; twistie: HTMLElement }>();
  private roots: readonly CategoryNode[] = [];
  private visible: TreeNode[] = [];
  active: string | undefined;

  constructor(private readonly options: TreeOptions) {
    this.element = el('div', { class: 'tree', role: 'tree', 'aria-label': options.label });
    this.element.addEventListener('keydown', (event) => this.key(event));
    this.element.addEventListener('focusin', (event) => {
      const id = (event.target as HTMLElement).closest<HTMLElement>('[role=treeitem]')?.dataset['id'];
      if (id === undefined || id === this.active) return;
      this.active = id;
      this.stops();
    });
  }

  update(roots: readonly CategoryNode[] = this.roots): void {
    this.roots = roots;
    this.visible = this.flat(roots, 1, null);
    const hadFocus = this.element.contains(document.activeElement);
    const wanted = new Set(this.visible.map(({ node }) => node.id));
    const place = this.active;
    const before = [...this.rows.keys()];
    for (const [id, { row }] of this.rows) {
      if (wanted.has(id)) continue;
      row.remove();
      this.rows.delete(id);
    }
    if (place !== undefined && !wanted.has(place)) this.active = before.slice(before.indexOf(place)).concat(before.slice(0, before.indexOf(place)).reverse()).find((id) => wanted.has(id));
    this.visible.forEach((one, at) => this.draw(one, at));
    this.stops();
    if (hadFocus && !this.element.contains(document.activeElement)) this.focus();
  }

  focus(id = this.active ?? this.visible[0]?.node.id): void {
    if (id === undefined) return;
    this.active = id;
    this.stops();
    focusOn(this.rows.get(id)?.row);
    this.rows.get(id)?.row.scrollIntoView({ block: 'nearest' });
  }

  at(id: string | undefined): TreeNode | undefined {
    return this.visible.find(({ node }) => node.id === id);
  }

  /** The next one with the same parent. */
  after(id: string): string | undefined {
    const one = this.at(id);
    return one && this.visible.find(({ parent, index }) => parent === one.parent && index === one.index + 1)?.node.id;
  }

  rowOf(id: string): HTMLElement | undefined {
    return this.rows.get(id)?.row;
  }

  get size(): number {
    return this.visible.length;
  }

  private flat(nodes: readonly CategoryNode[], level: number, parent: string | null): TreeNode[] {
    return nodes.flatMap((node, index) => [{ node, level, parent, index, siblings: nodes.length }, ...(this.options.isFolded(node.id) ? [] : this.flat(node.children, level + 1, node.id))]);
  }

  private draw(one: TreeNode, at: number): void {
    const { node, level } = one;
    let made = this.rows.get(node.id);
    if (!made) {
      const twistie = el('span', { class: 'twistie' });
      const content = el('span', { class: 'content' });
      const row = el('div', { class: 'item', role: 'treeitem', tabindex: -1 }, twistie, content);
      row.dataset['id'] = node.id;
      row.addEventListener('click', (event) => {
        const now = this.at(node.id);
        if (!now) return;
        if (twistie.contains(event.target as Node) && now.node.children.length > 0) this.toggle(now);
        else this.options.click(now, event);
      });
      made = { row, content, twistie };
      this.rows.set(node.id, made);
      this.options.made?.(row, node.id);
    }
    const folds = node.children.length > 0;
    const folded = this.options.isFolded(node.id);
    const sign = folds ? (folded ? 'chevron-right' : 'chevron-down') : '';
    if (made.twistie.dataset['sign'] !== sign) {
      made.twistie.dataset['sign'] = sign;
      made.twistie.replaceChildren(...(sign === '' ? [] : [icon(sign)]));
    }
    set(made.row, { 'aria-level': level, 'aria-setsize': one.siblings, 'aria-posinset': one.index + 1, 'aria-expanded': folds ? flag(!folded) : undefined });
    made.row.style.setProperty('--level', String(level - 1));
    this.options.draw(made.content, made.row, one);
    this.place(made.row, at);
  }

  /** Moving an element takes the focus from it, and ends a name that is being typed in it: then the others move. */
  private place(row: HTMLElement, at: number): void {
    const there = this.element.children[at];
    if (there === row) return;
    if (row.contains(document.activeElement) && row.parentElement === this.element) {
      for (let other = this.element.children[at]; other && other !== row; other = this.element.children[at]) this.element.append(other);
    } else this.element.insertBefore(row, there ?? null);
  }

  private stops(): void {
    const stop = this.active !== undefined && this.rows.has(this.active) ? this.active : this.visible[0]?.node.id;
    for (const [id, { row }] of this.rows) set(row, { tabindex: id === stop ? 0 : -1 });
  }

  private toggle({ node }: TreeNode, folded = !this.options.isFolded(node.id)): void {
    this.options.fold(node.id, folded);
    this.update();
  }

  private key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (target.getAttribute('role') !== 'treeitem') return;
    const at = this.visible.findIndex(({ node }) => node.id === target.dataset['id']);
    const now = this.visible[at];
    if (!now) return;
    if (this.options.key(event, now) || (!event.altKey && !event.ctrlKey && !event.metaKey && this.move(event.key, at, now))) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private move(key: string, at: number, now: TreeNode): boolean {
    const folded = this.options.isFolded(now.node.id);
    const children = now.node.children.length > 0;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.visible.length - 1, PageDown: at + 10, PageUp: at - 10 }[key];
    if (to !== undefined) this.focus(this.visible[Math.min(this.visible.length - 1, Math.max(0, to))]?.node.id);
    else if (key === 'ArrowRight') {
      if (children && folded) this.toggle(now, false);
      else if (children) this.focus(now.node.children[0]?.id);
    } else if (key === 'ArrowLeft') {
      if (children && !folded) this.toggle(now, true);
      else if (now.parent !== null) this.focus(now.parent);
    } else if (key.length === 1 && /[\p{L}\p{N}]/u.test(key)) {
      const found = [...this.visible.slice(at + 1), ...this.visible.slice(0, at + 1)].find(({ node }) => node.title.toLowerCase().startsWith(key.toLowerCase()));
      if (found) this.focus(found.node.id);
    } else return false;
    return true;
  }
}
