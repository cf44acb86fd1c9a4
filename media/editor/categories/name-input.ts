/** A name typed in place: Enter and leaving take it, Escape does not. */
import { el } from '../dom.js';
import { oneLine } from '../form/entry.js';

/** @param done is given the name, or undefined when there is none, and whether a key ended it: else the focus is elsewhere by now */
export function nameInput(place: HTMLElement, label: string, name: string, done: (name: string | undefined, byKey: boolean) => void): void {
  const input = el('input', { class: 'input', type: 'text', 'aria-label': label, autocomplete: 'off', spellcheck: 'false' });
  let over = false;
  const finish = (text: string, byKey: boolean): void => {
    if (over) return;
    over = true;
    done(oneLine(text) || undefined, byKey);
  };
  input.value = name;
  input.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Enter' && !event.isComposing) finish(input.value, true);
    else if (event.key === 'Escape') finish('', true);
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', () => finish(input.value, false));
  place.replaceChildren(input);
  input.focus();
  input.select();
}
