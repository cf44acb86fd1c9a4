/** Fields that Litshelf does not know: kept, shown, and edited as text. */
import type { PaperDetail } from '../../../src/protocol.js';
import { el, textButton } from '../dom.js';
import { t } from '../l10n.js';
import type { Form } from './field.js';

const longest = 2000;

export function unknownFields(form: Form): { element: HTMLElement; show(detail: PaperDetail): number } {
  const list = el('dl', { class: 'unknown' });
  const edit = textButton(t('unknown.edit'), () => form.editor.run('showText', [form.row()]));
  edit.classList.add('link');
  let drawn = '';
  return {
    element: el('div', {}, el('p', { class: 'hint' }, t('unknown.about')), list, edit),
    show: ({ unknown, fields }) => {
      const rows = unknown.map((name) => [name, typeof fields[name] === 'string' ? fields[name] : JSON.stringify(fields[name], null, 1)] as const);
      const key = JSON.stringify(rows);
      if (key !== drawn) {
        drawn = key;
        list.replaceChildren(...rows.flatMap(([name, value]) => [el('dt', {}, name.slice(0, 200)), el('dd', {}, value.slice(0, longest))]));
      }
      return rows.length;
    },
  };
}
