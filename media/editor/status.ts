/** What is wrong as a whole (above), and how much is shown (below). */
import { el, icon, iconButton, say, show, textButton } from './dom.js';
import type { Editor } from './editor.js';
import { t } from './l10n.js';
import { countIcons, countText } from './table/columns.js';

/** Broken YAML, a file that cannot be written, and messages of edits that failed. */
export function banners(editor: Editor): HTMLElement {
  const reason = el('span', {});
  const jump = textButton(t('banner.jump'), () => editor.run('showText', [], String(editor.state.shown.banner?.line ?? 1)));
  const broken = el('div', { class: 'banner error', role: 'alert', hidden: true }, icon('error'), reason, jump);
  const why = el('span', {});
  const readOnly = el('div', { class: 'banner info', hidden: true }, icon('lock'), why);
  const words = el('span', {});
  const notice = el('div', { class: 'banner warning', hidden: true }, icon('warning'), words, iconButton('close', t('close'), () => show(notice, false)));
  editor.onNotice.on((message) => {
    say(words, message.slice(0, 600));
    show(notice, true);
  });
  const draw = (): void => {
    const { banner, editable, kind, why: sentence } = editor.state.shown;
    show(broken, banner !== null);
    if (banner) say(reason, t('banner.broken', banner.line, banner.message.slice(0, 600)));
    say(why, sentence || t('banner.readOnly'));
    show(readOnly, banner === null && !editable.papers && kind === 'papers');
  };
  editor.onState.on(draw);
  draw();
  return el('div', { class: 'banners' }, broken, readOnly, notice);
}

export function footer(editor: Editor): HTMLElement {
  const shown = el('span', {});
  const selected = el('span', {});
  const problems = el('span', { class: 'problems' });
  const fix = textButton(t('footer.fixAll'), () => editor.edit(t('edit.fixAll'), { kind: 'fixAll' }));
  fix.classList.add('link');
  const draw = (): void => {
    const { total, shown: state } = editor.state;
    say(shown, editor.order.length === total ? t(total === 1 ? 'footer.one' : 'footer.all', total) : t('footer.shown', editor.order.length, total));
    say(selected, editor.selection.size > 1 ? t('footer.selected', editor.selection.size) : '');
    const text = countText(state.problems);
    if (problems.dataset['text'] !== text) {
      problems.dataset['text'] = text;
      problems.replaceChildren(...(text === '' ? [t('footer.noProblems')] : [...countIcons(state.problems), el('span', { class: 'unseen' }, text)]));
    }
    show(fix, text !== '' && editor.editable);
  };
  editor.onState.on(draw);
  editor.onOrder.on(draw);
  editor.onSelection.on(draw);
  draw();
  return el('footer', { class: 'footer' }, shown, selected, el('span', { class: 'space' }), fix, problems);
}
