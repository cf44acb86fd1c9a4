/** Suggestions below an input, as VS Code's suggest widget has them. */
import { el, flag, freshId, later, set } from '../dom.js';

export interface Completion {
  readonly fetch: (typed: string) => Promise<readonly string[]>;
  readonly accept: (value: string) => void;
}

const longest = 200;

export function complete(input: HTMLInputElement, { fetch, accept }: Completion): { close(): void; readonly open: boolean } {
  const id = freshId('suggest');
  let list: HTMLElement | undefined;
  let values: readonly string[] = [];
  let active = -1;
  let asked = 0;
  set(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-haspopup': 'listbox' });

  const close = (): void => {
    asked += 1;
    ask.cancel();
    list?.remove();
    list = undefined;
    active = -1;
    set(input, { 'aria-expanded': 'false', 'aria-controls': undefined, 'aria-activedescendant': undefined });
  };
  const mark = (index: number): void => {
    active = index;
    [...(list?.children ?? [])].forEach((option, at) => set(option, { 'aria-selected': flag(at === index) }));
    set(input, { 'aria-activedescendant': index < 0 ? undefined : `${id}-${index}` });
    list?.children[index]?.scrollIntoView({ block: 'nearest' });
  };
  const take = (value: string): void => {
    close();
    accept(value);
  };
  const open = (): void => {
    list?.remove();
    list = el('div', { class: 'suggest', role: 'listbox', id, 'aria-label': input.getAttribute('aria-label') ?? undefined }, ...values.map((value, index) => {
      const option = el('div', { class: 'option', role: 'option', id: `${id}-${index}`, 'aria-selected': 'false' }, value.slice(0, longest));
      // the input keeps the focus
      option.addEventListener('mousedown', (event) => event.preventDefault());
      option.addEventListener('click', () => take(value));
      return option;
    }));
    document.body.append(list);
    const box = input.getBoundingClientRect();
    const height = list.offsetHeight;
    list.style.minWidth = `${box.width}px`;
    list.style.left = `${Math.max(2, Math.min(box.left, innerWidth - list.offsetWidth - 2))}px`;
    list.style.top = `${box.bottom + height > innerHeight && box.top > height ? box.top - height - 1 : box.bottom + 1}px`;
    set(input, { 'aria-expanded': 'true', 'aria-controls': id });
    mark(-1);
  };
  const load = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const typed = input.value.trim();
    const found = await fetch(typed).catch(() => []);
    if (mine !== asked || document.activeElement !== input) return;
    values = found.filter((value) => value !== typed).slice(0, 20);
    if (values.length > 0) open();
    else close();
  };
  const ask = later(() => void load(), 150);

  input.addEventListener('input', () => (input.value.trim() === '' ? close() : ask()));
  input.addEventListener('blur', close);
  input.addEventListener('shown', close);
  // before what else listens to the input's keys: Enter and Escape are the list's while it is there
  input.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && active < 0) {
      // what was typed is taken: no suggestion comes after it
      close();
      return;
    }
    if (event.key === 'ArrowDown' && !list) void load();
    else if (!list) {
      // what was typed is taken back: none comes for it either
      if (event.key === 'Escape') close();
      return;
    }
    else if (event.key === 'ArrowDown') mark((active + 1) % values.length);
    else if (event.key === 'ArrowUp') mark(active <= 0 ? values.length - 1 : active - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && active >= 0) take(values[active] ?? '');
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  document.addEventListener('scroll', (event) => event.target !== list && list && close(), true);
  return {
    close,
    get open() {
      return list !== undefined;
    },
  };
}
