/** A field of one text: a line, or as many as are needed. */
import type { FieldChange, PaperDetail } from '../../../src/protocol.js';
import { el, set } from '../dom.js';
import { t } from '../l10n.js';
import { complete } from '../parts/completion.js';
import { Entry, oneLine } from './entry.js';
import { asText, Frame, type Field, type Form } from './field.js';

export interface TextOptions {
  readonly kind?: 'long' | 'short';
  readonly lines?: boolean;
  readonly completes?: boolean;
  readonly placeholder?: string;
  /** Numbers and codes look better in the editor's font. */
  readonly code?: boolean;
  /** A field that a paper cannot be without. */
  readonly required?: boolean;
  /** What was pasted in another form, brought into the one that is written. */
  readonly normal?: (text: string) => string;
  /** Why the text (never empty) cannot be written. */
  readonly check?: (text: string) => string | undefined;
  /** Called with each value that the document has. */
  readonly shown?: (value: string, frame: Frame) => void;
}

export function textField(form: Form, name: string, options: TextOptions = {}): Field {
  const frame = new Frame(name, form, options.kind);
  const input = options.lines ? el('textarea', { class: 'input', rows: 1 }) : el('input', { class: 'input', type: 'text', autocomplete: 'off' });
  set(input, { id: frame.controlId, placeholder: options.placeholder, spellcheck: options.lines ? 'true' : 'false', 'aria-required': options.required ? 'true' : undefined });
  if (options.code) input.classList.add('code');
  frame.describe(input);
  const area = input instanceof HTMLTextAreaElement ? growing(input) : undefined;
  const suggestions = options.completes && input instanceof HTMLInputElement
    ? complete(input, {
        fetch: (typed) => form.editor.client.request('complete', { field: name, typed }),
        accept: (value) => {
          input.value = value;
          entry.flush();
        },
      })
    : undefined;
  const entry = new Entry(input, {
    normal: (text) => (options.normal ?? (options.lines ? (long) => long.trim() : oneLine))(text),
    check: (text) => (text === '' ? (options.required ? t('check.required', frame.title) : undefined) : options.check?.(text)),
    send: (text, outcome) => frame.send((detail) => textChange(detail, name, text), outcome, 'text'),
    fault: (message) => frame.showFault(message, input),
    lost: (message) => form.editor.onNotice.fire(`${frame.title}: ${message}`),
  });
  frame.hold(input);
  return {
    name,
    element: frame.element,
    show: (detail, fresh) => {
      if (fresh) suggestions?.close();
      const value = asText(detail.fields[name]);
      entry.show(value, fresh);
      options.shown?.(value, frame);
      area?.();
    },
    problems: (problems) => frame.showProblems(problems),
    editable: (editable) => entry.editable(editable),
    flush: () => entry.flush(),
    focus: () => input.focus(),
  };
}

/** Nothing typed takes the field away; the same text changes nothing. */
function textChange(detail: PaperDetail, name: string, text: string): FieldChange[] {
  const now = detail.fields[name];
  if (text === '') return now === undefined ? [] : [{ kind: 'unset', path: [name] }];
  return asText(now) === text ? [] : [{ kind: 'set', path: [name], value: text }];
}

/** A text area as high as its text, up to a limit. */
function growing(area: HTMLTextAreaElement): () => void {
  const grow = (): void => {
    if (area.offsetParent === null) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight + 2, 320)}px`;
  };
  area.addEventListener('input', grow);
  area.addEventListener('shown', grow);
  let width = 0;
  new ResizeObserver(([entry]) => {
    const now = entry?.contentRect.width ?? 0;
    if (now === width) return;
    width = now;
    grow();
  }).observe(area);
  return grow;
}
