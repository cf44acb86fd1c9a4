/** The filter box: the query language of the tree, with what it does not understand said below it. */
import { el, flag, freshId, icon, iconButton, later, say, set, show } from './dom.js';
import type { Editor } from './editor.js';
import { t } from './l10n.js';

export function filterBox(editor: Editor, toTable: () => void): { element: HTMLElement; focus(): void } {
  const faultId = freshId('fault');
  const input = el('input', { type: 'text', class: 'input', role: 'searchbox', spellcheck: 'false', autocomplete: 'off', placeholder: t('filter.placeholder'), 'aria-label': t('filter.label') });
  input.value = editor.kept.filter;
  const count = el('span', { class: 'badge', 'aria-hidden': 'true' });
  const clear = iconButton('clear-all', t('filter.clear'), () => {
    input.value = '';
    editor.setFilter('');
    input.focus();
  });
  const fault = el('div', { class: 'validation', id: faultId, hidden: true });
  const element = el('div', { class: 'filter', role: 'search' }, el('div', { class: 'box' }, icon('search'), input, count, clear), fault);
  const send = later(() => editor.setFilter(input.value), 120);
  input.addEventListener('input', send);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && input.value !== '') {
      input.value = '';
      editor.setFilter('');
      event.stopPropagation();
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      send.now();
      event.preventDefault();
      toTable();
    }
  });
  const draw = (): void => {
    const active = editor.kept.filter.trim() !== '';
    show(count, active);
    show(clear, active);
    say(count, t('filter.count', editor.order.length, editor.state.total));
    const text = editor.faults.map(({ message }) => message).join(' ');
    show(fault, text !== '');
    say(fault, text);
    set(input, { 'aria-invalid': flag(text !== ''), 'aria-describedby': text === '' ? undefined : faultId });
    element.classList.toggle('faulty', text !== '');
  };
  editor.onFilter.on((filter) => {
    input.value = filter;
    editor.setFilter(filter);
  });
  editor.onOrder.on(draw);
  draw();
  return {
    element,
    focus: () => {
      input.focus();
      input.select();
    },
  };
}
