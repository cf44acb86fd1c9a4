/** The border between two parts, dragged with the pointer or moved with the arrow keys. */
import { el, set } from '../dom.js';

export interface SashOptions {
  readonly label: string;
  readonly narrowest: number;
  /** The part that it sizes is on its right. */
  readonly reversed: boolean;
  width(): number;
  widest(): number;
  resize(width: number): void;
  /** A double click. */
  reset(): void;
}

export function sash(options: SashOptions): { element: HTMLElement; update(): void } {
  const element = el('div', { class: 'sash', role: 'separator', tabindex: 0, 'aria-orientation': 'vertical', 'aria-label': options.label });
  const update = (): void => set(element, { 'aria-valuenow': Math.round(options.width()), 'aria-valuemin': options.narrowest, 'aria-valuemax': Math.max(options.narrowest, Math.round(options.widest())) });
  const to = (width: number): void => {
    options.resize(Math.round(Math.min(options.widest(), Math.max(options.narrowest, width))));
    update();
  };
  const sign = options.reversed ? -1 : 1;
  element.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    element.classList.add('active');
    const [start, width] = [event.clientX, options.width()];
    const move = (moved: PointerEvent): void => to(width + sign * (moved.clientX - start));
    element.addEventListener('pointermove', move);
    element.addEventListener('lostpointercapture', () => {
      element.removeEventListener('pointermove', move);
      element.classList.remove('active');
    }, { once: true });
  });
  element.addEventListener('dblclick', () => {
    options.reset();
    update();
  });
  element.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -sign, ArrowRight: sign }[event.key];
    if (step !== undefined) to(options.width() + step * (event.shiftKey ? 64 : 16));
    else if (event.key === 'Home') to(options.narrowest);
    else if (event.key === 'End') to(options.widest());
    else return;
    event.preventDefault();
  });
  return { element, update };
}
