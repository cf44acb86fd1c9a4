/** YAML → values by js-yaml: fast, strict, without positions. Dates stay text, merge keys stay keys (YAML 1.2 core schema). */
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { aliasLimit } from './aliases.js';

/** Collections nested deeper than this are refused; a catalogue needs five levels. */
export const depthLimit = 50;
/** A value that aliases make larger than this (counted in nodes) is refused. */
const sizeLimit = 20_000;

export type Loaded = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string; readonly at: number };

/**
 * Reads one YAML document.
 * `aliases: false` refuses every alias, for text of several papers whose values must not share objects.
 * Never throws; `at` is the offset at which js-yaml gave up.
 */
export function loadValue(text: string, aliases = true): Loaded {
  try {
    return { ok: true, value: load(text, { schema: CORE_SCHEMA, maxDepth: depthLimit, maxAliases: aliases ? aliasLimit : 0 }) };
  } catch (error) {
    if (error instanceof YAMLException) return { ok: false, reason: error.reason, at: Math.min(error.mark?.position ?? 0, text.length) };
    return { ok: false, reason: error instanceof Error ? error.message : String(error), at: 0 };
  }
}

/**
 * A copy that does not keep the text it was cut from alive: engines represent slices, and slices of slices, as views
 * into their parent, so that one field kept from every version of a file would keep every version of the file.
 */
export function detach(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** Whether a value, written out without aliases, is larger than anything real, or holds itself. */
export function isOversized(value: unknown): boolean {
  const sizes = new Map<object, number>();
  const measure = (item: unknown): number => {
    if (item === null || typeof item !== 'object') return 1;
    const known = sizes.get(item);
    if (known !== undefined) return known;
    sizes.set(item, Infinity); // met again before it is measured: it holds itself
    let size = 1;
    for (const part of Object.values(item)) size += measure(part);
    sizes.set(item, size);
    return size;
  };
  return measure(value) > sizeLimit;
}
