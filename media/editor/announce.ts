/** What people who do not see the page hear of it. */
import { el } from './dom.js';

const polite = el('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
const urgent = el('div', { class: 'unseen', role: 'alert', 'aria-live': 'assertive' });

export const liveRegions: readonly HTMLElement[] = [polite, urgent];

/** Says a text when nothing else is being said; errors interrupt. The same text twice is said twice. */
export function announce(text: string, error = false): void {
  const region = error ? urgent : polite;
  region.textContent = '';
  region.append(el('div', {}, text));
}
