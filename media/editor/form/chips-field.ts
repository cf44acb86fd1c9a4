/** Lists of short words: tags and other keys, each a chip; typed ones are added by Enter or a comma. */
import { listChanges } from '../../../src/core/editing/list-changes.js';
import type { FieldChange, PaperDetail } from '../../../src/protocol.js';
import { announce } from '../announce.js';
import { el, focusOn, icon, set } from '../dom.js';
import { t } from '../l10n.js';
import { complete } from '../parts/completion.js';
import { oneLine } from './entry.js';
import { asText, Frame, type Field, type Form } from './field.js';

export class ChipsField implements Field {
  readonly element: HTMLElement;
  private readonly frame: Frame;
  private readonly chips = el('ul', { class: 'chips' });
  private readonly input: HTMLInputElement;
  private values: readonly string[] = [];
  private canEdit = true;

  constructor(private readonly form: Form, readonly name: 'tags' | 'aliases') {
    this.frame = new Frame(name, form, 'long', true);
    this.input = el('input', { class: 'input', type: 'text', autocomplete: 'off', spellcheck: 'false', 'aria-label': t(`chips.add.${name}`), placeholder: t(`chips.add.${name}`) });
    this.frame.describe(this.input);
    if (name === 'tags') complete(this.input, { fetch: (typed) => form.editor.client.request('complete', { field: 'tags', typed }), accept: (value) => this.add(value) });
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('input', () => {
      this.frame.showFault(undefined, this.input);
      if (this.input.value.includes(',')) this.flush();
    });
    this.input.addEventListener('blur', () => this.flush());
    this.element = this.frame.hold(this.chips, this.input).element;
  }

  show(detail: PaperDetail, fresh: boolean): void {
    const value = detail.fields[this.name];
    const values = Array.isArray(value) ? value.map(asText) : value === undefined || value === null ? [] : [asText(value)];
    if (fresh) {
      this.input.value = '';
      this.frame.showFault(undefined, this.input);
    }
    if (fresh || JSON.stringify(values) !== JSON.stringify(this.values)) {
      this.values = values;
      this.draw();
    }
  }

  problems(problems: Parameters<Field['problems']>[0]): void {
    this.frame.showProblems(problems);
  }

  editable(editable: boolean): void {
    this.canEdit = editable;
    this.input.hidden = !editable;
    this.chips.classList.toggle('fixed', !editable);
  }

  flush(): void {
    if (this.input.value.trim() !== '') this.add(this.input.value);
  }

  focus(): void {
    this.input.focus();
  }

  private draw(): void {
    const focused = [...this.chips.children].findIndex((chip) => chip.contains(document.activeElement));
    this.chips.replaceChildren(...this.values.map((value, index) => {
      const remove = el('button', { type: 'button', class: 'chip-remove', 'aria-label': t('chips.remove', value.slice(0, 100)), title: t('chips.remove', value.slice(0, 100)) }, icon('close'));
      remove.addEventListener('click', () => this.remove(value));
      remove.addEventListener('keydown', (event) => this.chipKey(event, index));
      return el('li', { class: 'chip' }, el('span', { title: value.slice(0, 300) }, value.slice(0, 200)), remove);
    }));
    this.chips.hidden = this.values.length === 0;
    if (focused >= 0) focusOn(this.chips.children[Math.min(focused, this.values.length - 1)]?.querySelector<HTMLElement>('button') ?? this.input);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.flush();
    else if (event.key === 'Escape' && this.input.value !== '') this.input.value = '';
    else if (event.key === 'Backspace' && this.input.value === '') this.chips.querySelector<HTMLElement>('li:last-child button')?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private chipKey(event: KeyboardEvent, index: number): void {
    const buttons = [...this.chips.querySelectorAll('button')];
    if (event.key === 'ArrowLeft') buttons[index - 1]?.focus();
    else if (event.key === 'ArrowRight') (buttons[index + 1] ?? this.input).focus();
    else if (event.key === 'Delete' || event.key === 'Backspace') buttons[index]?.click();
    else return;
    event.preventDefault();
  }

  private add(text: string): void {
    this.input.value = '';
    const words = text.split(',').map(oneLine).filter((word) => word !== '' && !this.values.includes(word));
    if (words.length === 0 || !this.canEdit) return;
    const failed = this.frame.refused(this.form.row(), (message) => {
      // something else may be being typed by now
      const given = words.join(', ');
      const free = this.input.value.trim() === '';
      if (free) this.input.value = given;
      this.frame.showFault(free ? message : `${given}: ${message}`, this.input);
    });
    announce(t('chips.added', words.join(', ').slice(0, 200)));
    if (this.name === 'tags') this.items({ add: words, remove: [] }, failed);
    else this.frame.send((detail) => this.changes(detail, (list) => [...list, ...words]), { failed });
  }

  private remove(value: string): void {
    if (!this.canEdit) return;
    if (this.name === 'tags') this.items({ add: [], remove: [value] }, this.frame.refused(this.form.row()));
    else this.frame.send((detail) => this.changes(detail, (list) => list.filter((one) => one !== value)));
  }

  private items(change: { add: string[]; remove: string[] }, failed: (message: string) => void): void {
    const row = this.form.row();
    this.form.editor.edits.add({ label: this.frame.title, make: () => ({ kind: 'items', rows: [row], field: 'tags', ...change }), failed });
    set(this.input, { 'aria-invalid': undefined });
  }

  private changes(detail: PaperDetail, change: (list: readonly unknown[]) => readonly unknown[]): FieldChange[] {
    const value = detail.fields[this.name];
    const list = Array.isArray(value) ? (value as unknown[]) : undefined;
    return listChanges([this.name], list, change(list ?? []));
  }
}
