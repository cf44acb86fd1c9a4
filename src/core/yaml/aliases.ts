/** Anchors and aliases, seen without parsing: what makes a paper depend on the text of another one. */
import type { Block } from './blocks.js';

/** More aliases than this in one parse are refused: real catalogues have none or a handful. */
export const aliasLimit = 1000;

const name = /[^\s,[\]{}]+/y;

/** Whether a value can begin at an offset: at the start of a line, or after a colon, dash, comma or bracket. */
function canBegin(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before -= 1;
  return before < 0 || '\n:-,[{?'.includes(text.charAt(before));
}

/** Offsets of everything that may be an alias (also in quotes and comments: too many is safe, too few is not). */
function* candidates(text: string): Generator<{ at: number; name: string }> {
  for (let at = text.indexOf('*'); at >= 0; at = text.indexOf('*', at + 1)) {
    if (!canBegin(text, at)) continue;
    name.lastIndex = at + 1;
    const found = name.exec(text)?.[0];
    if (found !== undefined) yield { at, name: found };
  }
}

/** Whether a text has more possible aliases than a parser should be given. */
export function tooManyAliases(text: string): boolean {
  let count = 0;
  for (const candidate of candidates(text)) {
    count += candidate.name.length > 0 ? 1 : 0;
    if (count > aliasLimit) return true;
  }
  return false;
}

/** Whether a text may hold an alias at all. */
export function mayHoldAlias(text: string): boolean {
  return text.includes('*') && !candidates(text).next().done;
}

/** Whether a text may hold an anchor at all. */
export function mayHoldAnchor(text: string): boolean {
  return firstAnchor(text, '') >= 0;
}

/** Offset of the first anchor of that name, -1 for none. In the middle of a value an ampersand is only a character. */
function firstAnchor(text: string, alias: string): number {
  let at = text.indexOf(`&${alias}`);
  while (at >= 0 && !canBegin(text, at)) at = text.indexOf(`&${alias}`, at + 1);
  return at;
}

/** Offset of the last anchor of that name before an offset, -1 for none. */
function lastAnchor(text: string, alias: string, before: number): number {
  let at = text.lastIndexOf(`&${alias}`, before);
  while (at > 0 && !canBegin(text, at)) at = text.lastIndexOf(`&${alias}`, at - 1);
  return at;
}

/** Name of an alias whose anchor stands in another block than the alias does; undefined when every block stands alone. */
export function findForeignAlias(text: string, blocks: readonly Block[]): string | undefined {
  const anchored = new Map<string, number>();
  const own = new Set<string>();
  let index = 0;
  for (const { at, name: alias } of candidates(text)) {
    while (index < blocks.length - 1 && (blocks[index]?.end ?? 0) <= at) index += 1;
    let first = anchored.get(alias);
    if (first === undefined) {
      first = firstAnchor(text, alias);
      anchored.set(alias, first);
      // a file with this many names is not a list of papers; looking each up would take too long
      if (anchored.size > 200) return alias;
    }
    if (first < 0 || first > at) continue;
    const key = `${index} ${alias}`;
    if (own.has(key)) continue;
    if (lastAnchor(text, alias, at) < (blocks[index]?.start ?? 0)) return alias;
    own.add(key);
  }
  return undefined;
}
