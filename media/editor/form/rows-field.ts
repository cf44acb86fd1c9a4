/** Lists whose items have several parts: links (kind and address), and the public lists that carry a paper. */
import { alignLines } from '../../../src/core/editing/align.js';
import type { FieldChange, PaperDetail } from '../../../src/protocol.js';
import type { PageString } from '../../../src/core/editing/page-strings.js';
import { arrange, el, focusIsFree, focusOn, iconButton, textButton } from '../dom.js';
import { t } from '../l10n.js';
import { complete } from '../parts/completion.js';
import { afterwards, Entry } from './entry.js';
import { Frame, type Field, type Form } from './field.js';

export interface Part {
  readonly name: string;
  readonly label: PageString;
  /** Values to choose from while typing. */
  readonly completes?: (typed: string) => Promise<readonly string[]>;
  readonly check?: (text: string) => string | undefined;
}

export interface RowsKind {
  readonly parts: readonly Part[];
  readonly add: PageString;
  /** What the paper holds, a text for each part. */
  read(detail: PaperDetail): readonly (readonly string[])[];
  /** The change that writes one part of the item at an index; `before` is what the form showed of it. */
  write(detail: PaperDetail, before: readonly string[] | undefined, after: readonly string[]): FieldChange[];
  remove(detail: PaperDetail, before: readonly string[]): FieldChange[];
  /** What can be written: a new item needs its parts first. */
  complete(values: readonly string[]): boolean;
}

interface Line {
  readonly element: HTMLElement;
  readonly entries: readonly Entry[];
  shown: readonly string[] | undefined;
  /** What it was changed into since, on its way or not yet shown. */
  sent: readonly (readonly string[])[];
}

export class RowsField implements Field {
  readonly element: HTMLElement;
  private readonly frame: Frame;
  private readonly list = el('ul', { class: 'rows-list' });
  private readonly addButton: HTMLButtonElement;
  private lines: Line[] = [];
  /** A line that is being written and not yet in the document. */
  private added: Line | undefined;
  private canEdit = true;

  constructor(private readonly form: Form, readonly name: string, private readonly kind: RowsKind) {
    this.frame = new Frame(name, form, 'long', true);
    this.addButton = textButton(t(kind.add), () => this.begin());
    this.addButton.classList.add('link');
    this.element = this.frame.hold(this.list, this.addButton).element;
  }

  show(detail: PaperDetail, fresh: boolean): void {
    const values = this.kind.read(detail);
    if (fresh) {
      this.drop();
      this.frame.showFault(undefined);
    } else if (this.adopts(values)) {
      // it is in the document: what is typed on belongs to that item
    } else if (this.added && values.some((value) => same(value, this.typed(this.added)))) this.drop(true);
    const before = this.lines;
    const places = fresh ? values.map((_, at) => (at < before.length ? at : undefined)) : alignLines(before.map(({ shown = [] }) => shown), values, same);
    this.lines = places.map((at) => (at === undefined ? undefined : before[at]) ?? this.line());
    for (const line of before) if (!this.lines.includes(line)) line.element.remove();
    arrange(this.list, [...this.lines, ...(this.added ? [this.added] : [])].map(({ element }) => element));
    values.forEach((value, index) => {
      const line = this.lines[index];
      if (!line) return;
      const anew = fresh || line.shown === undefined;
      line.shown = value;
      line.sent = fresh ? [] : line.sent.slice(line.sent.findLastIndex((one) => same(one, value)) + 1);
      value.forEach((text, part) => line.entries[part]?.show(text, anew));
    });
    this.editable(this.canEdit);
  }

  problems(problems: Parameters<Field['problems']>[0]): void {
    this.frame.showProblems(problems);
  }

  editable(editable: boolean): void {
    this.canEdit = editable;
    this.addButton.hidden = !editable || this.added !== undefined;
    for (const { entries, element } of this.lines) {
      entries.forEach((entry) => entry.editable(editable));
      element.classList.toggle('fixed', !editable);
    }
  }

  flush(): void {
    for (const line of [...this.lines, ...(this.added ? [this.added] : [])]) line.entries.forEach((entry) => entry.flush());
  }

  focus(): void {
    const input = this.lines[0]?.entries[0]?.input;
    focusOn(input ?? this.addButton);
  }

  private begin(): void {
    this.added = this.line();
    this.list.append(this.added.element);
    this.addButton.hidden = true;
    this.added.entries[0]?.input.focus();
  }

  /** The new line becomes that of its item, once the document has it. */
  private adopts(values: readonly (readonly string[])[]): boolean {
    const { added, lines } = this;
    const many = (all: readonly (readonly string[] | undefined)[], one: readonly string[]): number => all.filter((other) => other && same(other, one)).length;
    const written = added?.sent.findLast((one) => many(values, one) > many(lines.map(({ shown }) => shown), one));
    if (!added || !written) return false;
    added.shown = written;
    lines.push(added);
    this.added = undefined;
    return true;
  }

  /** Takes the new line away. @param kept its item is in the document: the focus goes to it */
  private drop(kept = false): void {
    const focused = this.added?.entries.findIndex(({ input }) => input === document.activeElement) ?? -1;
    this.added?.element.remove();
    this.added = undefined;
    this.addButton.hidden = !this.canEdit;
    if (kept && focused >= 0) queueMicrotask(() => focusOn(this.lines.at(-1)?.entries[focused]?.input));
  }

  private typed(line: Line | undefined): string[] {
    return (line?.entries ?? []).map(({ input }) => input.value.trim());
  }

  private line(): Line {
    const entries = this.kind.parts.map((part) => {
      const input = el('input', { class: `input ${part.name}`, type: 'text', autocomplete: 'off', spellcheck: 'false', 'aria-label': t(part.label), placeholder: t(part.label) });
      this.frame.describe(input);
      const entry: Entry = new Entry(input, {
        normal: (text) => text.trim(),
        check: (text) => (text === '' ? undefined : part.check?.(text)),
        // a part that is empty takes the item away, but not under somebody's hands
        early: () => this.kind.complete(this.typed(line)),
        send: (_, outcome) => {
          const after = this.typed(line);
          // a new item is written when all that it needs is there
          if (line.shown === undefined && !this.kind.complete(after)) {
            outcome.nothing();
            return;
          }
          const { shown } = line;
          const known = [...(shown ? [shown] : []), ...line.sent];
          line.sent = [...line.sent, after];
          const settled = afterwards(outcome, () => (line.sent = line.sent.filter((one) => one !== after)));
          this.frame.send((detail) => this.kind.write(detail, this.latest(detail, known) ?? shown, after), settled, shown === undefined ? 'new' : shown.join(' '));
        },
        fault: (message) => this.frame.showFault(message, input),
        lost: (message) => this.form.editor.onNotice.fire(`${this.frame.title}: ${message}`),
      });
      if (part.completes) complete(input, { fetch: part.completes, accept: (value) => {
        input.value = value;
        entry.flush();
      } });
      return entry;
    });
    const remove = iconButton('close', t('rows.remove'), () => {
      if (line === this.added) {
        this.drop();
        this.addButton.focus();
        return;
      }
      const { shown, sent } = line;
      if (shown) this.frame.send((detail) => this.kind.remove(detail, this.latest(detail, [shown, ...sent]) ?? shown), { done: () => focusIsFree(line.element) && this.focus() });
    });
    const element = el('li', { class: `parts parts-${this.kind.parts.length}` }, ...entries.map(({ input }) => input), remove);
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || line !== this.added) return;
      event.stopPropagation();
      this.drop();
      this.addButton.focus();
    });
    const line: Line = { element, entries, shown: undefined, sent: [] };
    return line;
  }

  /** What the document has by now of what an item was and became. */
  private latest(detail: PaperDetail, known: readonly (readonly string[])[]): readonly string[] | undefined {
    const values = this.kind.read(detail);
    return known.findLast((one) => values.some((value) => same(value, one)));
  }
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((text, index) => text === b[index]);

