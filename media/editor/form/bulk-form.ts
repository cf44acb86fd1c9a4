/** The form for several papers at once: each change is one undo step over all of them. */
import type { PageString } from '../../../src/core/editing/page-strings.js';
import type { CategoryNode } from '../../../src/protocol.js';
import { paperTypes, readingStatuses } from '../../../src/core/model/vocabulary.js';
import { actions } from '../actions.js';
import { el, focusOn, freshId, icon, textButton } from '../dom.js';
import type { Editor } from '../editor.js';
import { t } from '../l10n.js';
import { complete } from '../parts/completion.js';
import { categoryTicks, type Ticked } from './categories-field.js';
import { oneLine } from './entry.js';

export class BulkForm {
  readonly element = el('div', { class: 'bulk-form' });
  private readonly tags = el('ul', { class: 'chips' });
  private readonly tagInput: HTMLInputElement;
  private readonly selects: HTMLSelectElement[] = [];
  private readonly buttons: HTMLButtonElement[];
  private readonly ticks;

  constructor(private readonly editor: Editor) {
    this.ticks = categoryTicks(editor, t('field.categories'), (id, ticked) => this.items('categories', ticked ? [id] : [], ticked ? [] : [id]));
    this.tagInput = el('input', { class: 'input', type: 'text', autocomplete: 'off', spellcheck: 'false', 'aria-label': t('chips.add.tags'), placeholder: t('chips.add.tags') });
    complete(this.tagInput, { fetch: (typed) => editor.client.request('complete', { field: 'tags', typed }), accept: (value) => this.addTags(value) });
    this.tagInput.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.addTags(this.tagInput.value);
    });
    this.buttons = [textButton(t('action.export'), () => actions.export.run(editor)), textButton(t('action.moveToFile'), () => actions.moveToFile.run(editor)), textButton(t('action.delete'), () => actions.remove.run(editor))];
    const types = Object.keys(paperTypes).map((type) => [type, t(`type.${type}` as PageString)] as const);
    this.element.append(
      this.group(t('field.categories'), this.ticks.element),
      this.group(t('field.tags'), this.tags, this.tagInput),
      el('div', { class: 'fields pair' }, this.choice('type', types), this.choice('status', readingStatuses.map((status) => [status, t(`status.${status}`)] as const))),
      el('div', { class: 'buttons' }, ...this.buttons),
    );
  }

  show(): void {
    const { editor } = this;
    const rows = editor.selection.rows.map((row) => editor.state.row(row)).filter((row) => row !== undefined);
    const filed = new Map<string, number>();
    const idsOf = byTitle(editor.state.shown.categories);
    const tagged = new Map<string, number>();
    for (const row of rows) {
      for (const id of new Set(row.filed ?? idsOf(row.categories))) filed.set(id, (filed.get(id) ?? 0) + 1);
      for (const tag of new Set(row.tags ?? [])) tagged.set(tag, (tagged.get(tag) ?? 0) + 1);
    }
    const ticked = (id: string): Ticked => (filed.get(id) === rows.length ? 'true' : filed.has(id) ? 'mixed' : 'false');
    this.ticks.update(ticked, [], editor.editable);
    const focused = [...this.tags.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement);
    const shown = [...tagged].sort(([a, many], [b, count]) => count - many || a.localeCompare(b)).slice(0, 40);
    this.tags.hidden = shown.length === 0;
    this.tags.replaceChildren(...shown.map(([tag, count]) => this.chip(tag, count, rows.length)));
    if (focused >= 0) focusOn([...this.tags.querySelectorAll('button')][focused] ?? this.tagInput);
    this.tagInput.hidden = !editor.editable;
    for (const select of this.selects) {
      select.disabled = !editor.editable;
      select.value = '';
    }
    for (const [index, button] of this.buttons.entries()) button.disabled = index > 0 && !editor.editable;
  }

  focus(): void {
    this.ticks.focus();
  }

  private group(title: string, ...content: HTMLElement[]): HTMLElement {
    const id = freshId('bulk');
    return el('div', { class: 'field long', role: 'group', 'aria-labelledby': id }, el('div', { class: 'heading' }, el('span', { class: 'label', id }, title)), ...content);
  }

  private chip(tag: string, count: number, all: number): HTMLElement {
    const remove = el('button', { type: 'button', class: 'chip-remove', 'aria-label': t('chips.remove', tag.slice(0, 100)) }, icon('close'));
    remove.addEventListener('click', () => this.items('tags', [], [tag]));
    return el('li', { class: count === all ? 'chip' : 'chip some' }, el('span', {}, count === all ? tag.slice(0, 200) : t('bulk.some', tag.slice(0, 200), count)), this.editor.editable && remove);
  }

  private addTags(text: string): void {
    const words = text.split(',').map(oneLine).filter(Boolean);
    this.tagInput.value = '';
    if (words.length > 0) this.items('tags', words, []);
  }

  private items(field: 'categories' | 'tags', add: string[], remove: string[]): void {
    this.editor.edit(t('bulk.edit', t(`field.${field}`), this.editor.selection.size), { kind: 'items', rows: [...this.editor.selection.rows], field, add, remove });
  }

  private choice(name: 'type' | 'status', values: readonly (readonly [string, string])[]): HTMLElement {
    const id = freshId('bulk');
    const select = el('select', { class: 'input', id }, el('option', { value: '' }, t('bulk.keep')), ...values.map(([value, text]) => el('option', { value }, text)));
    select.addEventListener('change', () => {
      const { value } = select;
      if (value !== '') this.editor.edit(t('bulk.edit', t(`field.${name}`), this.editor.selection.size), { kind: 'fields', rows: [...this.editor.selection.rows], changes: [{ kind: 'set', path: [name], value }] });
    });
    this.selects.push(select);
    return el('div', { class: 'field short' }, el('div', { class: 'heading' }, el('label', { class: 'label', for: id }, t(`field.${name}`))), el('div', { class: 'select' }, select, el('span', { class: 'codicon codicon-chevron-down', 'aria-hidden': 'true' })));
  }
}

/** Where a row does not say the ids of its categories: those that have the titles which it does say. */
function byTitle(nodes: readonly CategoryNode[]): (titles: readonly string[]) => string[] {
  const ids = new Map<string, string>();
  const walk = (all: readonly CategoryNode[]): void => all.forEach(({ id, title, children }) => {
    ids.set(title, id);
    walk(children);
  });
  walk(nodes);
  return (titles) => titles.map((title) => ids.get(title) ?? title);
}
