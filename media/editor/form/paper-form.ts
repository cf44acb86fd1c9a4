/** The form for one paper. */
import type { PaperDetail, PaperProblem } from '../../../src/protocol.js';
import { el, show } from '../dom.js';
import type { Editor } from '../editor.js';
import { t } from '../l10n.js';
import { problemItem, type Field, type Form } from './field.js';
import { plan } from './fields.js';
import { preview } from './preview.js';
import { section, type Section } from './section.js';
import { unknownFields } from './unknown.js';

export class PaperForm implements Form {
  readonly element = el('div', { class: 'paper-form' });
  private readonly fields: { field: Field; section: Section }[] = [];
  private readonly unknown: ReturnType<typeof unknownFields>;
  private readonly unknownSection: Section;
  private readonly preview: ReturnType<typeof preview>;
  private readonly previewSection: Section;
  /** What is wrong with the paper as a whole, or with a field that the form does not have. */
  private readonly problems = el('ul', { class: 'field-problems', hidden: true });
  private shown: PaperDetail | undefined;
  /** What nothing can be typed into until the next paper is here. */
  private held: (HTMLInputElement | HTMLTextAreaElement)[] = [];

  constructor(readonly editor: Editor) {
    this.element.append(this.problems);
    for (const { name, open, fields } of plan(this)) {
      // a text area that was not shown has no height
      const one = section(editor, name, t(`section.${name}`), open, fields.map(({ element }) => element), () => this.shown && fields.forEach((field) => field.show(this.detail(), false)));
      for (const field of fields) this.fields.push({ field, section: one });
      this.element.append(one.element);
    }
    this.unknown = unknownFields(this);
    this.unknownSection = section(editor, 'unknown', t('section.unknown'), true, [this.unknown.element]);
    this.preview = preview(this, () => this.previewSection.open);
    this.previewSection = section(editor, 'preview', t('section.preview'), true, [this.preview.element], () => this.preview.refresh());
    this.element.append(this.unknownSection.element, this.previewSection.element);
    const withEnd = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && event.target instanceof HTMLTextAreaElement && (event.ctrlKey || event.metaKey)) this.flush();
    };
    this.element.addEventListener('keydown', withEnd);
    for (const kind of ['click', 'mousedown', 'keydown', 'dragstart'] as const) this.element.addEventListener(kind, (event) => this.keepOut(event), true);
  }

  readonly row = (): number => this.shown?.row ?? -1;

  readonly detail = (): PaperDetail => {
    if (!this.shown) throw new Error('there is no paper in the form');
    return this.shown;
  };

  show(detail: PaperDetail): void {
    const fresh = detail.row !== this.shown?.row;
    if (fresh) this.flush();
    this.shown = detail;
    for (const input of this.held) input.readOnly = false;
    this.held = [];
    this.element.removeAttribute('aria-busy');
    const names = new Set(this.fields.map(({ field }) => field.name));
    const of = (problem: PaperProblem): string => problem.field.split(/[.[]/u)[0] ?? '';
    for (const { field } of this.fields) {
      field.show(detail, fresh);
      field.editable(this.editor.editable);
      field.problems(detail.problems.filter((problem) => of(problem) === field.name));
    }
    const others = detail.problems.filter((problem) => !names.has(of(problem)));
    show(this.problems, others.length > 0);
    this.problems.replaceChildren(...others.map((problem) => problemItem(this, problem)));
    if (fresh) for (const { field, section: one } of this.fields) if (detail.problems.some((problem) => of(problem) === field.name)) one.reveal();
    show(this.unknownSection.element, this.unknown.show(detail) > 0);
    this.preview.refresh();
  }

  /** Another paper was chosen and is not read yet. What was typed belongs to this one; what is typed now would not. */
  leave(): void {
    this.flush();
    for (const input of this.element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
      if (input.readOnly) continue;
      input.readOnly = true;
      this.held.push(input);
    }
    this.element.setAttribute('aria-busy', 'true');
  }

  /** Meanwhile nothing that is clicked or pressed reaches the paper that was left; one can still go elsewhere. */
  private keepOut(event: Event): void {
    if (this.element.getAttribute('aria-busy') !== 'true') return;
    if (event.type === 'mousedown' && !(event.target instanceof HTMLSelectElement)) return;
    if (event instanceof KeyboardEvent && (['Tab', 'Escape', 'F6'].includes(event.key) || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The text may have become read-only, or the other way round. */
  editableChanged(): void {
    for (const { field } of this.fields) field.editable(this.editor.editable);
  }

  flush(): void {
    for (const { field } of this.fields) field.flush();
  }

  focus(): void {
    this.fields[0]?.field.focus();
  }
}
