/** The categories of a paper, ticked in the tree; of several papers, each ticked, not ticked, or both. */
import type { CategoryNode } from '../../../src/protocol.js';
import { el, flag, icon, set, show } from '../dom.js';
import type { Editor } from '../editor.js';
import { t } from '../l10n.js';
import { editItems } from '../paper-edits.js';
import { Tree, type TreeNode } from '../parts/tree.js';
import { asText, Frame, type Field, type Form } from './field.js';

export type Ticked = 'true' | 'false' | 'mixed';

export interface CategoryTicks {
  readonly element: HTMLElement;
  /** @param unknown ids of the paper that catalog.yaml does not have */
  update(ticked: (id: string) => Ticked, unknown: readonly string[], editable: boolean): void;
  focus(): void;
}

/** @param next what a category is to be when it is toggled, where that is not the other of what it shows */
export function categoryTicks(editor: Editor, label: string, change: (id: string, ticked: boolean) => void, next: (id: string) => boolean | undefined = () => undefined): CategoryTicks {
  const folded = new Set<string>();
  let state: (id: string) => Ticked = () => 'false';
  let canEdit = true;
  const toggle = ({ node }: Pick<TreeNode, 'node'>): void => {
    if (canEdit) change(node.id, next(node.id) ?? state(node.id) !== 'true');
  };
  const tree = new Tree({
    label,
    isFolded: (id) => folded.has(id),
    fold: (id, fold) => {
      if (fold) folded.add(id);
      else folded.delete(id);
    },
    draw: (content, row, { node }) => {
      const ticked = state(node.id);
      set(row, { 'aria-checked': ticked, 'aria-disabled': canEdit ? undefined : 'true' });
      if (content.dataset['ticked'] === ticked + node.title) return;
      content.dataset['ticked'] = ticked + node.title;
      row.title = (node.description || node.id).slice(0, 300);
      content.replaceChildren(el('span', { class: 'checkbox shown' }, icon(ticked === 'true' ? 'check' : ticked === 'mixed' ? 'dash' : 'blank')), el('span', { class: 'name' }, node.title.slice(0, 200)));
    },
    key: (event, node) => {
      if (event.key !== ' ' && event.key !== 'Enter') return false;
      toggle(node);
      return true;
    },
    click: (node) => {
      toggle(node);
      tree.focus(node.node.id);
    },
  });
  const none = el('div', { class: 'hint', hidden: true }, t('categories.none'));
  const others = el('ul', { class: 'chips', hidden: true });
  return {
    element: el('div', { class: 'ticks' }, others, tree.element, none),
    update: (ticked, unknown, editable) => {
      state = ticked;
      canEdit = editable;
      tree.update(editor.state.shown.categories);
      show(none, tree.size === 0);
      show(tree.element, tree.size > 0);
      show(others, unknown.length > 0);
      others.replaceChildren(...unknown.map((id) => {
        const remove = el('button', { type: 'button', class: 'chip-remove', 'aria-label': t('chips.remove', id.slice(0, 100)), 'aria-disabled': flag(!canEdit) }, icon('close'));
        remove.addEventListener('click', () => canEdit && change(id, false));
        return el('li', { class: 'chip unknown' }, el('span', { title: t('categories.unknown') }, id.slice(0, 200)), remove);
      }));
    },
    focus: () => tree.focus(),
  };
}

/** Every id of a tree. */
export function categoryIds(nodes: readonly CategoryNode[]): Set<string> {
  const ids = new Set<string>();
  const walk = (all: readonly CategoryNode[]): void => all.forEach((node) => {
    ids.add(node.id);
    walk(node.children);
  });
  walk(nodes);
  return ids;
}

export function categoriesField(form: Form): Field {
  const { editor } = form;
  const frame = new Frame('categories', form, 'long', true);
  let editable = true;
  let now: readonly string[] = [];
  /** On their way to the document: whether they will be ticked there. */
  let sent: { readonly id: string; readonly ticked: boolean }[] = [];
  const ticks = categoryTicks(
    editor,
    frame.title,
    (id, ticked) => {
      const row = form.row();
      const one = { id, ticked };
      sent.push(one);
      editItems(editor, row, frame.title, { field: 'categories', add: ticked ? [id] : [], remove: ticked ? [] : [id] }, frame.refused(row), () => (sent = sent.filter((other) => other !== one)));
    },
    (id) => {
      const last = sent.findLast((one) => one.id === id);
      return last && !last.ticked;
    },
  );
  frame.hold(ticks.element);
  const draw = (): void => {
    const known = categoryIds(editor.state.shown.categories);
    ticks.update((id) => flag(now.includes(id)) as Ticked, now.filter((id) => !known.has(id)), editable);
  };
  editor.onState.on(draw);
  return {
    name: 'categories',
    element: frame.element,
    show: (detail, fresh) => {
      if (fresh) {
        sent = [];
        frame.showFault(undefined);
      }
      const value = detail.fields['categories'];
      now = Array.isArray(value) ? value.map(asText) : [];
      draw();
    },
    problems: (problems) => frame.showProblems(problems),
    editable: (can) => {
      if (can === editable) return;
      editable = can;
      draw();
    },
    flush: () => undefined,
    focus: () => ticks.focus(),
  };
}
