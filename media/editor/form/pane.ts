/** The right part of the page: the form for the selected paper, for several, or a word that nothing is selected. */
import { el, focusIsFree, icon, iconButton, later, say, show, textButton } from '../dom.js';
import type { Editor } from '../editor.js';
import { t } from '../l10n.js';
import { menuButton, type MenuItem } from '../parts/menu.js';
import { BulkForm } from './bulk-form.js';
import { LookUp } from './look-up.js';
import { PaperForm } from './paper-form.js';

export class FormPane {
  readonly element = el('section', { class: 'form', 'aria-label': t('form.label') });
  private readonly heading = el('h2', { tabindex: -1 });
  private readonly meta = el('div', { class: 'meta' });
  private readonly back: HTMLButtonElement;
  private readonly open: HTMLButtonElement;
  private readonly look: HTMLButtonElement;
  private readonly text: HTMLButtonElement;
  private readonly scroll = el('div', { class: 'scroll' });
  private readonly nothing = el('div', { class: 'empty' });
  private readonly paper: PaperForm;
  private readonly bulk: BulkForm;
  private readonly lookUp: LookUp;
  /** The paper whose first field is to have the focus once it is read, unless somebody takes the focus elsewhere first. */
  private wanted: { readonly row: number; readonly from: Element | null } | undefined;
  private restored = false;

  /** @param leave the table is to be shown (again) */
  constructor(private readonly editor: Editor, leave: () => void) {
    this.paper = new PaperForm(editor);
    this.bulk = new BulkForm(editor);
    this.lookUp = new LookUp(this.paper, () => this.look.focus());
    this.back = iconButton('arrow-left', t('form.back'), leave);
    this.look = textButton(t('form.lookUp'), () => this.lookUp.start());
    this.look.prepend(icon('sparkle'));
    this.open = menuButton(iconButton('link-external', t('action.openLink'), () => undefined), () => this.links());
    this.text = iconButton('go-to-file', t('action.showText'), () => editor.run('showText'));
    this.scroll.append(this.lookUp.element, this.paper.element, this.bulk.element, this.nothing);
    this.element.append(el('header', { class: 'form-head' }, this.back, el('div', { class: 'titles' }, this.heading, this.meta), el('div', { class: 'actions' }, this.look, this.open, this.text)), this.scroll);
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      leave();
    });
    const keep = later(() => editor.keep({ formScroll: this.scroll.scrollTop }), 200);
    this.scroll.addEventListener('scroll', keep);
    editor.onSelection.on(() => this.draw());
    editor.onState.on(() => this.draw());
    editor.onDetail.on(() => this.draw());
    this.draw();
  }

  narrow(narrow: boolean): void {
    show(this.back, narrow);
  }

  /** Goes to the first field, as soon as the paper is there. */
  focus(): void {
    const { selection, detail } = this.editor;
    if (selection.size > 1) this.bulk.focus();
    else if (selection.single !== undefined && detail?.row === selection.single) this.paper.focus();
    else if (selection.single === undefined) this.heading.focus();
    else this.wanted = { row: selection.single, from: document.activeElement };
  }

  flush(): void {
    this.paper.flush();
  }

  private links(): MenuItem[] {
    return (this.editor.detail?.links ?? []).map(({ title, url }) => ({ text: title.slice(0, 100), hint: url, icon: 'link-external', run: () => this.editor.run('openLink', this.editor.selection.rows, url) }));
  }

  private draw(): void {
    const { editor } = this;
    const { selection, detail } = editor;
    const several = selection.size > 1;
    const one = selection.single !== undefined && detail?.row === selection.single;
    if (this.paper.row() >= 0 && this.paper.row() !== selection.single) this.paper.leave();
    if (this.paper.row() !== selection.single) this.lookUp.close(false);
    if (this.wanted?.row !== selection.single) this.wanted = undefined;
    show(this.bulk.element, several);
    show(this.nothing, selection.size === 0);
    // until the next paper is read the last one stays, so that nothing flickers
    show(this.paper.element, !several && selection.size > 0 && (one || this.paper.row() >= 0));
    say(this.nothing, t(editor.state.total === 0 ? 'form.noPapers' : 'form.nothing'));
    for (const button of [this.look, this.open, this.text]) show(button, one);
    this.look.disabled = !editor.editable;
    if (several) {
      say(this.heading, t('bulk.title', selection.size));
      say(this.meta, t('bulk.about'));
      this.bulk.show();
    } else if (one) this.drawPaper();
    else if (selection.size === 0) {
      say(this.heading, t('form.label'));
      say(this.meta, '');
    }
  }

  private drawPaper(): void {
    const { detail } = this.editor;
    if (!detail) return;
    const { row } = detail;
    const fresh = this.paper.row() !== row;
    const title = typeof detail.fields['title'] === 'string' ? detail.fields['title'] : '';
    say(this.heading, (title || detail.key || t('table.untitled')).slice(0, 300));
    say(this.meta, t('form.meta', detail.key.slice(0, 100), detail.file ?? this.editor.state.shown.file, detail.line));
    this.open.hidden = detail.links.length === 0;
    this.paper.show(detail);
    this.paper.editableChanged();
    if (fresh) {
      this.scroll.scrollTop = this.restored ? 0 : this.editor.kept.formScroll;
      this.restored = true;
    }
    const { wanted } = this;
    this.wanted = undefined;
    if (wanted && (document.activeElement === wanted.from || focusIsFree(this.element))) this.paper.focus();
  }
}
