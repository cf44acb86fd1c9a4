/** "Did you mean": the keys that a misspelt one most resembles. */
import { distance } from '../yaml/names.js';

/** Longer keys are no typing errors of anything. */
const longest = 100;

/**
 * Known keys near a key, the nearest first: within two edits (one for short keys), then those that it begins.
 * Each key counts once; the key itself does not.
 */
export function nearKeys(key: string, known: Iterable<string>, limit = 3): string[] {
  const wanted = key.toLowerCase();
  if (wanted.length < 3 || wanted.length > longest) return [];
  const allowed = wanted.length < 6 ? 1 : 2;
  const found = new Map<string, number>();
  for (const candidate of known) {
    if (candidate === key || found.has(candidate) || candidate.length > longest + 2) continue;
    const folded = candidate.toLowerCase();
    const edits = Math.abs(folded.length - wanted.length) > allowed ? allowed + 1 : distance(wanted, folded);
    if (edits <= allowed) found.set(candidate, edits);
    else if (wanted.length >= 4 && (folded.startsWith(wanted) || (folded.length >= 4 && wanted.startsWith(folded)))) found.set(candidate, 10 + Math.abs(folded.length - wanted.length));
  }
  return [...found].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1)).slice(0, limit).map(([name]) => name);
}
