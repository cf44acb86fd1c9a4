/** The keys, in an overlay that `?` opens. */
import type { PageString } from '../../src/core/editing/page-strings.js';
import { el, freshId, iconButton } from './dom.js';
import { t } from './l10n.js';

const keys: readonly (readonly [PageString, readonly (readonly [string, PageString])[]])[] = [
  ['help.everywhere', [['?', 'help.help'], ['Ctrl+F', 'help.filter'], ['F6', 'help.parts'], ['Ctrl+Z', 'help.undo'], ['Escape', 'help.escape']]],
  ['help.table', [
    ['↑ ↓ Home End PageUp PageDown', 'help.move'], ['Shift+↑ ↓', 'help.extend'], ['Space', 'help.toggle'], ['Ctrl+A', 'help.all'], ['Enter', 'help.form'],
    ['Delete', 'help.delete'], ['Ctrl+C', 'help.copy'], ['A–Z', 'help.typeAhead'], ['Shift+F10', 'help.menu'],
  ]],
  ['help.header', [['← →', 'help.columns'], ['Enter', 'help.sort'], ['Alt+← →', 'help.size']]],
  ['help.formKeys', [['Enter', 'help.save'], ['Escape', 'help.restore'], ['Alt+↑ ↓', 'help.moveItem']]],
  ['help.categories', [['↑ ↓ ← →', 'help.move'], ['Space', 'help.tick'], ['F2', 'help.rename'], ['Insert', 'help.addCategory'], ['Alt+↑ ↓ ← →', 'help.moveCategory'], ['Ctrl+X Ctrl+V', 'help.cut'], ['Delete', 'help.deleteCategory'], ['Enter', 'help.filterCategory']]],
];

const mac = navigator.userAgent.includes('Macintosh');

export function openHelp(): void {
  const id = freshId('help');
  const sections = keys.map(([title, rows]) => el('section', {}, el('h3', {}, t(title)), el('dl', {}, ...rows.flatMap(([key, text]) => [el('dt', {}, ...key.split(' ').map((one) => el('kbd', {}, mac ? one.replace('Ctrl+', '⌘').replace('Alt+', '⌥').replace('Shift+', '⇧') : one))), el('dd', {}, t(text))]))));
  const dialog = el('dialog', { class: 'help', 'aria-labelledby': id }, el('header', {}, el('h2', { id }, t('help.title')), iconButton('close', t('close'), () => dialog.close())), el('div', { class: 'keys', tabindex: 0, role: 'group', 'aria-labelledby': id }, ...sections));
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('pointerdown', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}
