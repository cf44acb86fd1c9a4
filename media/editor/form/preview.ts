/** How the paper is cited: a formatted reference and its BibTeX, as they are now. */
import { el, iconButton, later, say } from '../dom.js';
import { t } from '../l10n.js';
import type { Form } from './field.js';

export function preview(form: Form, isOpen: () => boolean): { element: HTMLElement; refresh(): void } {
  const { editor } = form;
  const citation = el('p', { class: 'citation' });
  const bibtex = el('pre', { class: 'bibtex', tabindex: 0, role: 'region', 'aria-label': 'BibTeX' });
  let asked = 0;
  let shown = '';
  const load = later(() => {
    if (!isOpen()) return;
    const row = form.row();
    const key = `${row}/${editor.state.version}`;
    asked += 1;
    const mine = asked;
    if (key === shown) return;
    editor.client.request('preview', { row }).then((result) => {
      if (mine !== asked) return;
      shown = `${row}/${result.version}`;
      say(citation, result.citation || t('preview.none'));
      say(bibtex, result.bibtex);
      bibtex.hidden = result.bibtex === '';
    }, () => {
      if (mine !== asked) return;
      shown = '';
      say(citation, t('preview.none'));
      bibtex.hidden = true;
    });
  }, 200);
  return {
    element: el('div', { class: 'preview' },
      el('div', { class: 'heading' }, el('span', { class: 'label' }, t('preview.citation')), iconButton('copy', t('action.copyCitation'), () => editor.run('copyCitation', [form.row()]))), citation,
      el('div', { class: 'heading' }, el('span', { class: 'label' }, 'BibTeX'), iconButton('copy', t('action.copyBibtex'), () => editor.run('copyBibtex', [form.row()]))), bibtex),
    refresh: load,
  };
}
