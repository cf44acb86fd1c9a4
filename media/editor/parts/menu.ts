/** A menu like VS Code's, below a button or at the pointer. */
import { el, flag, focusOn, icon, set } from '../dom.js';

export interface MenuItem {
  readonly text: string;
  readonly icon?: string;
  /** Shown to a pointer that rests on it. */
  readonly hint?: string;
  readonly enabled?: boolean;
  /** Ticked or not; a menu of ticks stays open. */
  readonly checked?: boolean;
  run(): void;
}

let close: (() => void) | undefined;

/** Opens it with its first entry focused; the focus goes back to where it was. @param items null draws a line */
export function openMenu(label: string, items: () => readonly (MenuItem | null)[], x: number, y: number): void {
  close?.();
  const before = document.activeElement as HTMLElement | null;
  const menu = el('div', { class: 'menu', role: 'menu', 'aria-label': label });
  const fill = (): void => menu.replaceChildren(...items().map((item) => (item ? entry(item) : el('div', { class: 'line', role: 'separator' }))));
  const entry = (item: MenuItem): HTMLElement => {
    const ticks = item.checked !== undefined;
    const element = el('div', { class: 'item', role: ticks ? 'menuitemcheckbox' : 'menuitem', title: item.hint?.slice(0, 300), tabindex: -1, 'aria-disabled': flag(item.enabled === false), ...(ticks ? { 'aria-checked': flag(item.checked ?? false) } : {}) }, icon(ticks ? (item.checked ? 'check' : 'blank') : (item.icon ?? 'blank')), item.text);
    element.addEventListener('click', () => {
      if (item.enabled === false) return;
      if (!ticks) shut();
      item.run();
      if (!ticks) return;
      const at = entries().indexOf(element);
      fill();
      entries()[at]?.focus();
    });
    element.addEventListener('pointermove', () => element.focus({ preventScroll: true }));
    return element;
  };
  const entries = (): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>('.item')];
  const shut = (): void => {
    if (close !== shut) return;
    close = undefined;
    menu.remove();
    removeEventListener('pointerdown', outside, true);
    removeEventListener('blur', shut);
    removeEventListener('resize', shut);
    focusOn(before);
  };
  const outside = (event: Event): void => {
    if (!menu.contains(event.target as Node)) shut();
  };
  menu.addEventListener('keydown', (event) => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) all[(to + all.length) % all.length]?.focus();
    else if (event.key === 'Enter' || event.key === ' ') all[at]?.click();
    else if (event.key === 'Escape' || event.key === 'Tab') shut();
    else if (event.key.length === 1) all.slice(at + 1).concat(all).find((one) => one.textContent.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    event.preventDefault();
    event.stopPropagation();
  });
  menu.addEventListener('contextmenu', (event) => event.preventDefault());
  close = shut;
  fill();
  document.body.append(menu);
  const { offsetWidth, offsetHeight } = menu;
  menu.style.left = `${Math.max(2, Math.min(x, innerWidth - offsetWidth - 2))}px`;
  menu.style.top = `${Math.max(2, y + offsetHeight > innerHeight ? Math.min(y, innerHeight) - offsetHeight - 2 : y)}px`;
  addEventListener('pointerdown', outside, true);
  addEventListener('blur', shut);
  addEventListener('resize', shut);
  entries()[0]?.focus();
}

/** Closes the menu that is open. @returns whether there was one */
export function closeMenu(): boolean {
  const shut = close;
  shut?.();
  return shut !== undefined;
}

/** A button that opens a menu below itself. */
export function menuButton(button: HTMLButtonElement, items: () => readonly (MenuItem | null)[]): HTMLButtonElement {
  set(button, { 'aria-haspopup': 'menu' });
  button.addEventListener('click', () => {
    const box = button.getBoundingClientRect();
    openMenu(button.getAttribute('aria-label') ?? button.textContent, items, box.left, box.bottom + 2);
  });
  return button;
}
