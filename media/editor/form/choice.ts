/** Fields with a few values: a list to choose from, and a box to tick. */
import { el } from '../dom.js';
import { t } from '../l10n.js';
import type { Outcome } from './entry.js';
import { asText, Frame, type Field, type Form } from './field.js';

/** What a control shows: the document's value, unless one that was chosen is on its way to it. */
class Chosen<T> {
  private now: T | undefined;
  private waiting = 0;
  private life = 0;

  constructor(private readonly draw: (value: T) => void) {}

  show(value: T, fresh: boolean): void {
    this.now = value;
    if (fresh) {
      this.life += 1;
      this.waiting = 0;
    }
    if (this.waiting === 0) this.draw(value);
  }

  /** To be called when one is sent. @param failed what was refused stays, and why is said */
  sent(failed: (message: string) => void): Outcome {
    const { life } = this;
    this.waiting += 1;
    const settled = (): boolean => life === this.life && (this.waiting -= 1) === 0;
    const arrived = (): void => {
      if (settled() && this.now !== undefined) this.draw(this.now);
    };
    return {
      done: arrived,
      nothing: arrived,
      failed: (message) => {
        settled();
        failed(message);
      },
    };
  }
}

/** @param values what YAML says, and what people read */
export function choiceField(form: Form, name: string, values: readonly (readonly [string, string])[]): Field {
  const frame = new Frame(name, form, 'short');
  const select = el('select', { class: 'input', id: frame.controlId });
  frame.describe(select);
  const fill = (now: string): void => {
    const known = now === '' || values.some(([value]) => value === now);
    const all = [['', t('choice.none')] as const, ...values, ...(known ? [] : [[now, t('choice.unknown', now.slice(0, 60))] as const])];
    if (select.options.length !== all.length || !known) select.replaceChildren(...all.map(([value, text]) => el('option', { value }, text)));
    select.value = now;
  };
  const chosen = new Chosen(fill);
  select.addEventListener('change', () => {
    const { value } = select;
    frame.showFault(undefined);
    frame.send((detail) => {
      if (asText(detail.fields[name]) === value) return [];
      return value === '' ? [{ kind: 'unset', path: [name] }] : [{ kind: 'set', path: [name], value }];
    }, chosen.sent(frame.refused(form.row())), 'choice');
  });
  frame.hold(el('div', { class: 'select' }, select, el('span', { class: 'codicon codicon-chevron-down', 'aria-hidden': 'true' })));
  return {
    name,
    element: frame.element,
    show: (detail, fresh) => {
      if (fresh) frame.showFault(undefined);
      chosen.show(asText(detail.fields[name]), fresh);
    },
    problems: (problems) => frame.showProblems(problems),
    editable: (editable) => (select.disabled = !editable),
    flush: () => undefined,
    focus: () => select.focus(),
  };
}

/** True or not there. */
export function tickField(form: Form, name: string): Field {
  const frame = new Frame(name, form, 'short');
  const box = el('input', { type: 'checkbox', id: frame.controlId });
  frame.describe(box);
  const ticked = new Chosen<boolean>((value) => (box.checked = value));
  box.addEventListener('change', () => {
    const { checked } = box;
    frame.showFault(undefined);
    frame.send((detail) => {
      if ((detail.fields[name] === true) === checked) return [];
      return checked ? [{ kind: 'set', path: [name], value: true }] : [{ kind: 'unset', path: [name] }];
    }, ticked.sent(frame.refused(form.row())), 'tick');
  });
  frame.element.classList.add('tick');
  frame.element.firstElementChild?.prepend(el('span', { class: 'checkbox' }, box, el('span', { class: 'codicon codicon-check', 'aria-hidden': 'true' })));
  frame.hold();
  return {
    name,
    element: frame.element,
    show: (detail, fresh) => {
      if (fresh) frame.showFault(undefined);
      ticked.show(detail.fields[name] === true, fresh);
    },
    problems: (problems) => frame.showProblems(problems),
    editable: (editable) => (box.disabled = !editable),
    flush: () => undefined,
    focus: () => box.focus(),
  };
}
