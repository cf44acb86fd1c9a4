/** What every field of the form has in common: its label, its problems with their quick fixes, and what was refused. */
import type { FieldChange, PaperDetail, PaperProblem } from '../../../src/protocol.js';
import type { PageString } from '../../../src/core/editing/page-strings.js';
import { announce } from '../announce.js';
import { el, freshId, icon, set, show, textButton } from '../dom.js';
import type { Editor } from '../editor.js';
import { t } from '../l10n.js';
import { editFields } from '../paper-edits.js';
import type { Outcome } from './entry.js';

/** A field of the form; it lives as long as the page, and shows one paper after the other. */
export interface Field {
  readonly name: string;
  readonly element: HTMLElement;
  /** @param fresh another paper than before: what was typed does not belong to it */
  show(detail: PaperDetail, fresh: boolean): void;
  problems(problems: readonly PaperProblem[]): void;
  editable(editable: boolean): void;
  /** Sends what is typed but not yet sent. */
  flush(): void;
  focus(): void;
}

/** What the fields of a form stand on. */
export interface Form {
  readonly editor: Editor;
  /** The paper that the form shows. */
  readonly row: () => number;
  readonly detail: () => PaperDetail;
}

/** Label, place of the control, and what is wrong below it. */
export class Frame {
  readonly element: HTMLElement;
  readonly label: HTMLElement;
  readonly controlId = freshId('field');
  readonly title: string;
  private readonly fault = el('div', { class: 'validation', id: freshId('fault'), hidden: true });
  private readonly problemList = el('ul', { class: 'field-problems', id: freshId('problems'), hidden: true });
  /** Beside the label: a link, a hint. */
  readonly aside = el('span', { class: 'aside' });
  private drawn = '';

  /** @param group several controls stand under one name */
  constructor(readonly name: string, private readonly form: Form, readonly kind: 'long' | 'short' = 'long', group = false) {
    this.title = t(`field.${name}` as PageString);
    this.label = el(group ? 'span' : 'label', group ? { class: 'label', id: `${this.controlId}-label` } : { class: 'label', for: this.controlId, id: `${this.controlId}-label` }, this.title);
    this.element = el('div', { class: `field ${kind}` }, el('div', { class: 'heading' }, this.label, this.aside));
    this.element.dataset['field'] = name;
    if (group) set(this.element, { role: 'group', 'aria-labelledby': `${this.controlId}-label` });
  }

  /** Puts the control in its place, above what is wrong with it. */
  hold(...controls: HTMLElement[]): this {
    this.element.append(...controls, this.fault, this.problemList);
    return this;
  }

  /** Attributes of the control by which its faults are heard. */
  describe(control: HTMLElement): void {
    set(control, { 'aria-describedby': `${this.fault.id} ${this.problemList.id}` });
  }

  showFault(message: string | undefined, control?: HTMLElement): void {
    show(this.fault, message !== undefined);
    this.fault.textContent = message ?? '';
    this.element.classList.toggle('faulty', message !== undefined);
    if (control) set(control, { 'aria-invalid': message === undefined ? undefined : 'true' });
    if (message !== undefined) announce(`${this.title}: ${message}`, true);
  }

  showProblems(problems: readonly PaperProblem[]): void {
    const key = JSON.stringify(problems);
    if (key === this.drawn) return;
    this.drawn = key;
    show(this.problemList, problems.length > 0);
    this.problemList.replaceChildren(...problems.map((problem) => problemItem(this.form, problem)));
  }

  /** One undo step for this field. @param key of two that wait with the same key only the later is sent: for values that replace each other */
  send(make: (detail: PaperDetail) => FieldChange[], outcome: Partial<Outcome> = {}, key?: string): void {
    const row = this.form.row();
    editFields(this.form.editor, row, this.title, make, { ...(key === undefined ? {} : { key: `${row}/${this.name}/${key}` }), failed: this.refused(row), ...outcome });
  }

  /** Says why a change of that paper was refused: here while the form shows the paper, else where it is seen all the same. */
  refused(row: number, show = (message: string): void => this.showFault(message)): (message: string) => void {
    return (message) => {
      if (row === this.form.row()) show(message);
      else this.form.editor.onNotice.fire(`${this.title}: ${message}`);
    };
  }
}

export function problemItem({ editor, row }: Form, problem: PaperProblem): HTMLElement {
  const item = el('li', { class: `problem ${problem.severity}` }, icon(problem.severity), el('span', { class: 'unseen' }, t(`severity.${problem.severity}`)), el('span', { class: 'message', title: problem.rule }, problem.message.slice(0, 600)));
  if (editor.editable) for (const fix of problem.fixes) {
    const button = textButton(fix.title, () => editor.edit(fix.title, { kind: 'fix', row: row(), fix: fix.id }));
    button.classList.add('link');
    item.append(button);
  }
  return item;
}

/** A value of YAML as a person writes it in an input. */
export function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}
