/** What the services say, field by field; what is ticked is written as one edit. */
import type { FieldChange, Result } from '../../../src/protocol.js';
import type { PageString } from '../../../src/core/editing/page-strings.js';
import { pageStrings } from '../../../src/core/editing/page-strings.js';
import { announce } from '../announce.js';
import { el, focusIsFree, focusOn, freshId, icon, textButton } from '../dom.js';
import { t } from '../l10n.js';
import { editFields } from '../paper-edits.js';
import { asText, type Form } from './field.js';

type Change = Result<'lookUp'>['changes'][number];
const longest = 1500;

export class LookUp {
  readonly element = el('section', { class: 'look-up', hidden: true, 'aria-label': t('lookUp.label') });
  private asked = 0;

  constructor(private readonly form: Form, private readonly back: () => void) {
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close(true);
    });
  }

  /** Asks the services about the paper of the form. */
  start(): void {
    this.asked += 1;
    const mine = this.asked;
    const row = this.form.row();
    const from = document.activeElement;
    this.element.hidden = false;
    this.element.replaceChildren(el('p', { class: 'busy' }, el('span', { class: 'codicon codicon-loading codicon-modifier-spin', 'aria-hidden': 'true' }), t('lookUp.busy')));
    announce(t('lookUp.busy'));
    this.form.editor.client.request('lookUp', { row }).then(
      (result) => mine === this.asked && this.show(row, result, from),
      (error: unknown) => {
        if (mine !== this.asked) return;
        this.close(false);
        this.form.editor.fail(error);
      },
    );
  }

  close(focus: boolean): void {
    const here = focusIsFree(this.element);
    this.asked += 1;
    this.element.hidden = true;
    this.element.replaceChildren();
    if (focus && here) this.back();
  }

  /** @param from where the focus was: services are slow, and somebody may be typing elsewhere by now */
  private show(row: number, { message, changes }: Result<'lookUp'>, from: Element | null): void {
    announce(changes.length === 0 ? message || t('lookUp.nothing') : t('lookUp.found', changes.length));
    const head = el('p', { class: 'message' }, message || (changes.length === 0 ? t('lookUp.nothing') : ''));
    const boxes = changes.map((change) => ({ change, ...this.line(change) }));
    const accept = textButton(t('lookUp.accept'), () => this.accept(row, boxes.filter(({ box }) => box.checked).map(({ change }) => change)), true);
    const close = textButton(changes.length === 0 ? t('close') : t('lookUp.dismiss'), () => this.close(true));
    const update = (): void => {
      accept.disabled = !boxes.some(({ box }) => box.checked);
    };
    boxes.forEach(({ box }) => box.addEventListener('change', update));
    update();
    this.element.replaceChildren(head, ...boxes.map(({ element }) => element), el('div', { class: 'buttons' }, ...(changes.length > 0 ? [accept] : []), close));
    if (document.activeElement === from || focusIsFree(this.element)) focusOn(boxes[0]?.box ?? close);
  }

  private line({ field, from, to, certain }: Change): { element: HTMLElement; box: HTMLInputElement } {
    const id = freshId('change');
    const box = el('input', { type: 'checkbox', id });
    box.checked = certain;
    const key = `field.${field}`;
    const name = key in pageStrings ? t(key as PageString) : field;
    return {
      box,
      element: el('div', { class: 'change' },
        el('span', { class: 'checkbox' }, box, icon('check')),
        el('label', { for: id }, el('span', { class: 'label' }, name), from !== '' && el('del', {}, el('span', { class: 'unseen' }, t('lookUp.from')), from.slice(0, longest)), el('ins', {}, el('span', { class: 'unseen' }, t('lookUp.to')), to.slice(0, longest)))),
    };
  }

  private accept(row: number, changes: readonly Change[]): void {
    const mine = this.asked;
    editFields(this.form.editor, row, t('lookUp.label'), (detail) => changes.flatMap(({ field, value }): FieldChange[] => {
      if (value === undefined || value === null) return detail.fields[field] === undefined ? [] : [{ kind: 'unset' as const, path: [field] }];
      return asText(detail.fields[field]) === asText(value) ? [] : [{ kind: 'set' as const, path: [field], value }];
    }), { done: () => mine === this.asked && this.close(true) });
  }
}
