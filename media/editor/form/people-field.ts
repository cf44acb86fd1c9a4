/** Authors and editors: a line for each, moved by drag or with Alt and the arrow keys; a pasted list becomes lines. */
import { alignLines } from '../../../src/core/editing/align.js';
import { listChanges } from '../../../src/core/editing/list-changes.js';
import { readPeople, writePerson } from '../../../src/core/editing/people.js';
import type { PersonField } from '../../../src/core/model/schema.js';
import type { PaperDetail } from '../../../src/protocol.js';
import { announce } from '../announce.js';
import { arrange, el, focusIsFree, focusOn, icon, iconButton, set } from '../dom.js';
import { t } from '../l10n.js';
import { editFields } from '../paper-edits.js';
import { complete } from '../parts/completion.js';
import { afterwards, Entry, oneLine, type Outcome } from './entry.js';
import { asText, Frame, type Field, type Form } from './field.js';

interface Line {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly entry: Entry;
  /** The name as the document has it; undefined in the line for one more. */
  shown: string | undefined;
  /** Names that it was given since, on their way or not yet shown. */
  sent: readonly string[];
}

export class PeopleField implements Field {
  readonly element: HTMLElement;
  private readonly frame: Frame;
  private readonly list = el('ol', { class: 'people' });
  private lines: Line[] = [];
  private readonly added: Line;
  private people: readonly unknown[] = [];
  private canEdit = true;
  private dragged: Line | undefined;

  constructor(private readonly form: Form, readonly name: string) {
    this.frame = new Frame(name, form, 'long', true);
    this.added = this.line(false);
    this.added.element.classList.add('new');
    this.element = this.frame.hold(this.list, this.added.element).element;
  }

  show(detail: PaperDetail, fresh: boolean): void {
    const value = detail.fields[this.name];
    this.people = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
    const names = this.people.map(personText);
    const places = fresh ? names.map((_, at) => (at < this.lines.length ? at : undefined)) : alignLines(this.lines.map(({ shown = '' }) => shown), names, (one, other) => one === other);
    const before = this.lines;
    this.lines = places.map((at) => (at === undefined ? undefined : before[at]) ?? this.line(true));
    for (const line of before) if (!this.lines.includes(line)) line.element.remove();
    arrange(this.list, this.lines.map(({ element }) => element));
    this.lines.forEach((line, index) => {
      const name = names[index] ?? '';
      line.entry.show(name, fresh || line.shown === undefined);
      line.shown = name;
      line.sent = fresh ? [] : line.sent.slice(line.sent.lastIndexOf(name) + 1);
      set(line.input, { 'aria-label': t('people.nth', this.frame.title, index + 1, names.length) });
    });
    if (fresh) {
      this.frame.showFault(undefined);
      this.added.entry.show('', true);
    }
    this.editable(this.canEdit);
  }

  problems(problems: Parameters<Field['problems']>[0]): void {
    this.frame.showProblems(problems);
  }

  editable(editable: boolean): void {
    this.canEdit = editable;
    for (const line of [...this.lines, this.added]) {
      line.entry.editable(editable);
      line.element.classList.toggle('fixed', !editable);
    }
    this.added.element.hidden = !editable;
  }

  flush(): void {
    for (const { entry } of [...this.lines, this.added]) entry.flush();
  }

  focus(): void {
    focusOn((this.lines[0] ?? this.added).input);
  }

  /** @param listed false: the line for one more */
  private line(listed: boolean): Line {
    const input = el('input', { class: 'input', type: 'text', autocomplete: 'off', spellcheck: 'false', placeholder: listed ? undefined : t(`people.add.${this.name === 'editors' ? 'editors' : 'authors'}`), 'aria-label': t('people.new', this.frame.title) });
    this.frame.describe(input);
    const entry = new Entry(input, {
      normal: (text) => readPeople(text).map(writePerson).join('; ') || oneLine(text),
      // half a name is no other person, and an empty line may get another one
      early: (text) => listed && readPeople(text).length === 1,
      send: (text, outcome) => this.typed(line, text, outcome),
      fault: (message) => this.frame.showFault(message, input),
      lost: (message) => this.form.editor.onNotice.fire(`${this.frame.title}: ${message}`),
    });
    complete(input, { fetch: (typed) => this.form.editor.client.request('complete', { field: this.name, typed }), accept: (value) => {
      input.value = value;
      entry.flush();
    } });
    input.addEventListener('paste', (event) => {
      if (input.readOnly) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const whole = input.value === '' || (input.selectionStart === 0 && input.selectionEnd === input.value.length);
      if (!whole || readPeople(text).length < 2) return;
      event.preventDefault();
      this.pasted(line, text);
    });
    const grip = el('span', listed ? { class: 'grip', draggable: 'true', 'aria-hidden': 'true' } : { class: 'grip', 'aria-hidden': 'true' }, listed && icon('gripper'));
    const element = el(listed ? 'li' : 'div', { class: 'person' }, grip, input, listed && iconButton('close', t('people.remove'), () => this.remove(line)));
    const line: Line = { input, entry, element, shown: undefined, sent: [] };
    if (listed) {
      this.keys(line);
      this.drag(grip, line);
    }
    return line;
  }

  private keys(line: Line): void {
    line.input.addEventListener('keydown', (event) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      event.stopPropagation();
      this.move(line, event.key === 'ArrowUp' ? -1 : 1);
    });
  }

  private drag(grip: HTMLElement, line: Line): void {
    const { element } = line;
    grip.addEventListener('dragstart', (event) => {
      if (!this.canEdit) {
        event.preventDefault();
        return;
      }
      this.dragged = line;
      event.dataTransfer?.setData('text/plain', line.input.value);
      event.dataTransfer?.setDragImage(element, 8, 8);
    });
    const mark = (below?: boolean): void => {
      element.classList.toggle('drop-below', below === true);
      element.classList.toggle('drop-above', below === false);
    };
    element.addEventListener('dragover', (event) => {
      if (!this.dragged || this.dragged === line) return;
      event.preventDefault();
      mark(this.lines.indexOf(line) > this.lines.indexOf(this.dragged));
    });
    element.addEventListener('dragleave', () => mark());
    element.addEventListener('drop', (event) => {
      mark();
      if (!this.dragged) return;
      event.preventDefault();
      this.move(this.dragged, this.lines.indexOf(line) - this.lines.indexOf(this.dragged));
      this.dragged = undefined;
    });
    grip.addEventListener('dragend', () => (this.dragged = undefined));
  }

  /** A line was typed in: empty takes the person away, several names become several lines. */
  private typed(line: Line, text: string, outcome: Outcome): void {
    const names = readPeople(text);
    const [known, near] = [namesOf(line), this.lines.indexOf(line)];
    if (line === this.added && names.length > 0) line.entry.show('', true);
    const [first] = names;
    const name = first === undefined ? undefined : personText(first);
    if (line.shown !== undefined && name !== undefined) line.sent = [...line.sent, name];
    const settled = afterwards(outcome, () => (line.sent = line.sent.filter((one) => one !== name)));
    this.send((list) => (known.length === 0 ? [...list, ...names] : replaced(list, known, near, names)), settled, line.shown === undefined ? undefined : `${near}/${line.shown}`);
  }

  private pasted(line: Line, text: string): void {
    const names = readPeople(text);
    const [known, near] = [namesOf(line), this.lines.indexOf(line)];
    line.entry.restore();
    announce(t('people.pasted', names.length));
    this.send((list) => (known.length === 0 ? [...list, ...names] : replaced(list, known, near, names)));
  }

  private remove(line: Line): void {
    const [known, near] = [namesOf(line), this.lines.indexOf(line)];
    line.entry.restore();
    this.send((list) => replaced(list, known, near, []), {
      done: () => {
        if (focusIsFree(line.element)) focusOn((this.lines[Math.min(near, this.lines.length - 1)] ?? this.added).input);
      },
    });
  }

  /** @param by so many lines down; from where it is when its turn comes, as another move may be on its way */
  private move(line: Line, by: number): void {
    const from = this.lines.indexOf(line);
    if (!this.canEdit || from < 0 || from + by < 0 || from + by >= this.lines.length || by === 0) return;
    line.entry.flush();
    const known = namesOf(line);
    let to = from + by;
    this.send((list) => {
      const at = nearest(list, known, from);
      const rest = list.filter((_, index) => index !== at);
      to = Math.min(rest.length, Math.max(0, at + by));
      return at < 0 ? list : [...rest.slice(0, to), list[at], ...rest.slice(to)];
    }, { done: () => announce(t('people.moved', to + 1, this.lines.length)) });
  }

  private send(change: (list: readonly unknown[]) => readonly unknown[], outcome: Partial<Outcome> = {}, key?: string): void {
    const row = this.form.row();
    editFields(this.form.editor, row, this.frame.title, (detail) => {
      const value = detail.fields[this.name];
      const list = Array.isArray(value) ? (value as unknown[]) : undefined;
      return listChanges([this.name], list, change(list ?? (value === undefined || value === null ? [] : [value])));
    }, { ...(key === undefined ? {} : { key: `${row}/${this.name}/${key}` }), failed: this.frame.refused(row), ...outcome });
  }
}

/** What is no person, such as a number, is shown as it is. */
function personText(person: unknown): string {
  const isPerson = typeof person === 'string' || (typeof person === 'object' && person !== null && ('family' in person || 'literal' in person));
  return isPerson ? writePerson(person as PersonField) : asText(person);
}

/** What the person of a line may be called in the document by the time a change of it is made, the latest name last; empty for a new one. */
const namesOf = ({ shown, sent }: Line): readonly string[] => (shown === undefined ? [] : [shown, ...sent]);

/** The place of a person in a list that may have changed: of several equal ones the nearest to where it was. */
function nearest(list: readonly unknown[], names: readonly string[], near: number): number {
  const name = names.findLast((one) => list.some((person) => personText(person) === one));
  const places = list.flatMap((one, at) => (personText(one) === name ? [at] : []));
  return places.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? -1;
}

function replaced(list: readonly unknown[], names: readonly string[], near: number, by: readonly unknown[]): readonly unknown[] {
  const at = nearest(list, names, near);
  return at < 0 ? list : [...list.slice(0, at), ...by, ...list.slice(at + 1)];
}
