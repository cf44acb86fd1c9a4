/** Roles: `{cite:p}`a,b`` of MyST and `:cite:p:`a,b`` of reStructuredText, which hold the same list. */
import { insertion, noteOf, placeInList, type Reading } from './build.js';
import { joinList } from './list.js';
import { hasBlankLine, skipBlanks, trimBlanks } from './mask.js';
import type { Citation, CitedKey, CiteEdit, CompletionPlace, KeyList, MarkupId, Work } from './types.js';

/** The roles of sphinxcontrib-bibtex and mystmd that cite. */
export const citingRole = /^(?:foot|full)?cite(?:[pt]|:[a-zA-Z]{1,12})?$/u;
/** For choosing; the default first. */
export const roleCommands = ['cite:p', 'cite:t', 'cite', 'cite:author', 'cite:year', 'footcite:p', 'footcite:t'];
const style = { separator: ',', gap: '' };
/** No list of keys is longer. */
const listLimit = 20_000;

/** The citations by role. `head` is global and matches up to the opening backticks; its groups are the name and the backticks. */
export function findRoles(masked: string, head: RegExp, markup: MarkupId): Citation[] {
  const found: Citation[] = [];
  head.lastIndex = 0;
  for (let match = head.exec(masked); match; match = head.exec(masked)) {
    const [, name = '', ticks = '`'] = match;
    const start = head.lastIndex;
    const end = masked.indexOf(ticks, start);
    if (end < 0) break;
    // Longer runs of backticks close nothing, and a paragraph ends everything.
    if (masked.charAt(end + ticks.length) === '`' || end - start > listLimit || hasBlankLine(masked, start, end)) continue;
    const list = { start, end, from: match.index, to: end + ticks.length };
    found.push({ markup, command: name, start: match.index, end: list.to, keys: keysOf(masked, list), lists: [list] });
    head.lastIndex = list.to;
  }
  return found;
}

/** `key` or `{see}key{p. 3}`, with commas between them; commas in braces are text. */
function keysOf(masked: string, list: KeyList): CitedKey[] {
  const keys: CitedKey[] = [];
  let depth = 0;
  let part = list.start;
  for (let at = list.start; at <= list.end; at++) {
    const char = masked.charAt(at);
    if (char === '{') depth += 1;
    else if (char === '}') depth = Math.max(0, depth - 1);
    if (at < list.end && (char !== ',' || depth > 0)) continue;
    const from = skipBlanks(masked, part, at);
    const to = trimBlanks(masked, from, at);
    const match = /^(\{[^{}]*\}\s*)?([^\s{},`]+)(?:\s*\{[^{}]*\})?$/u.exec(masked.slice(from, to));
    if (match) {
      const start = from + (match[1] ?? '').length;
      keys.push({ key: match[2] ?? '', start, end: start + (match[2] ?? '').length, from, to });
    }
    part = at + 1;
  }
  return keys;
}

/** A work in a role's list. */
export function writeRoleItem(work: Work): string {
  const note = noteOf(work);
  return `${work.prefix ? `{${work.prefix}}` : ''}${work.key}${note === '' ? '' : `{${note}}`}`;
}

/** Adds works to a role's list. */
export function joinRole(reading: Reading, citation: Citation, works: readonly Work[], offset: number): CiteEdit[] {
  const [list] = citation.lists;
  return list ? joinList(reading, list, citation.keys, works.map(writeRoleItem), style, offset) : [];
}

/** Works for a role that waits for its keys: `{cite:p}`|`` or not closed yet. `head` is as in {@link completeRole}. */
export function fillRole({ text }: Reading, offset: number, works: readonly Work[], head: RegExp): CiteEdit[] | undefined {
  if (!head.test(text.slice(Math.max(0, offset - 80), offset))) return undefined;
  const written = works.map(writeRoleItem).join(',');
  return insertion(offset, text.charAt(offset) === '`' ? written : `${written}\``);
}

/** A new role; `open` makes its head from the command's name. */
export function writeRole({ text }: Reading, offset: number, works: readonly Work[], head: string, needsSpace: RegExp | undefined): CiteEdit[] {
  const before = needsSpace && offset > 0 && needsSpace.test(text.charAt(offset - 1)) ? ' ' : '';
  const behind = needsSpace && offset < text.length && /[\p{L}\p{N}_`]/u.test(text.charAt(offset)) ? ' ' : text.charAt(offset) === '`' ? ' ' : '';
  const written = `${before}${head}\`${works.map(writeRoleItem).join(',')}\``;
  return insertion(offset, written + behind, written.length);
}

/** Keys that a role can hold. */
export const isRoleKey = (key: string): boolean => /^[^\s{},`<>\\]+$/u.test(key);

/** The place of a key in a role that need not be closed yet. `head` matches at the end of the text before the list. */
export function completeRole(reading: Reading, offset: number, head: RegExp): CompletionPlace | undefined {
  const from = Math.max(0, offset - 2000);
  const before = reading.masked.slice(from, offset);
  const tick = before.lastIndexOf('`');
  if (tick < 0 || !head.test(before.slice(Math.max(0, tick - 80), tick + 1)) || hasBlankLine(before, tick, before.length)) return undefined;
  if (/\{[^}]*$/u.test(before.slice(tick))) return undefined; // in a note
  return placeInList(reading, from + tick + 1, offset, /[\s,{}`]/u, /`|\n[ \t\r]*\n|$/u);
}
