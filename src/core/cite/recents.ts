/** Keys cited lately, the latest first. */

/** How many are remembered. */
const most = 20;

/** The list after citing these keys; the input stays as it is. */
export function addRecent(recent: readonly string[], keys: readonly string[]): string[] {
  return [...new Set([...keys, ...recent])].slice(0, most);
}

/** What was stored, as far as it is such a list. */
export function readRecent(stored: unknown): string[] {
  return Array.isArray(stored) ? stored.filter((one): one is string => typeof one === 'string' && one !== '').slice(0, most) : [];
}
