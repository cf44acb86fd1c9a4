/** Elements made in one line. Text only ever becomes text: nothing here, or anywhere in the page, reads markup. */

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
export type Child = Node | string | undefined | false;

/** @param attributes `true` sets an empty attribute; false and undefined leave it out; `class` as in HTML */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  set(element, attributes);
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}

export function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name);
    else {
      const text = value === true ? '' : String(value);
      if (element.getAttribute(name) !== text) element.setAttribute(name, text);
    }
  }
}

/** Attributes such as aria-expanded, whose "false" says something. */
export const flag = (value: boolean): string => (value ? 'true' : 'false');

/**
 * Gives the focus to what was drawn anew, or takes its place; but not when the person is elsewhere in VS Code: a page must not take
 * the keys away from the palette.
 */
export function focusOn(element: HTMLElement | null | undefined): void {
  if (document.hasFocus()) element?.focus({ preventScroll: true });
}

/** Whether the focus is here, or was and went with what is gone: what comes late takes it from nowhere else. */
export function focusIsFree(here: Element): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || here.contains(at);
}

/** Puts a text where another stands; nothing moves when it is the same. */
export function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** A codicon; people who hear the page do not hear it. */
export function icon(name: string): HTMLElement {
  return el('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });
}

/** A button that shows only a codicon, named for everybody. */
export function iconButton(name: string, title: string, run: (event: MouseEvent) => void): HTMLButtonElement {
  const button = el('button', { type: 'button', class: 'icon-button', title, 'aria-label': title }, icon(name));
  button.addEventListener('click', run);
  return button;
}

export function textButton(text: string, run: () => void, primary = false): HTMLButtonElement {
  const button = el('button', { type: 'button', class: primary ? 'button' : 'button secondary' }, text);
  button.addEventListener('click', run);
  return button;
}

let made = 0;
/** An id for labels and descriptions, used once. */
export const freshId = (prefix: string): string => `${prefix}-${(made += 1)}`;

/** Puts children in this order, before what else is there, without ever moving the one that has the focus: moving would take it away. */
export function arrange(parent: Element, children: readonly Element[]): void {
  let cursor = parent.firstElementChild;
  for (const child of children) {
    if (child.contains(document.activeElement)) {
      while (cursor && cursor !== child && child.parentElement === parent) {
        const next: Element | null = cursor.nextElementSibling;
        parent.append(cursor);
        cursor = next;
      }
    }
    if (child === cursor) cursor = cursor.nextElementSibling;
    else parent.insertBefore(child, cursor);
  }
}

/** Shows or hides, for everybody. */
export function show(element: HTMLElement, shown: boolean): void {
  if (element.hidden === shown) element.hidden = !shown;
}

/** Calls `run` once, `milliseconds` after the last call. */
export function later(run: () => void, milliseconds: number): { (): void; cancel(): void; now(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const call = (): void => {
    cancel();
    timer = setTimeout(() => {
      timer = undefined;
      run();
    }, milliseconds);
  };
  return Object.assign(call, {
    cancel,
    now: () => {
      if (timer === undefined) return;
      cancel();
      run();
    },
  });
}
