/** Finds pandoc's citations: `[see @a, p. 3; -@b]`, `@a`, `@a [p. 3; @b]`. One pass over the text, with the open brackets on a stack. */
import { skipBlanks, trimBlanks } from './mask.js';
import { pandocKeyAt } from './pandoc-key.js';
import type { Citation, CitedKey, KeyList, MarkupId } from './types.js';

/** A citation on its way: its keys' places, and how deep in brackets it stands. */
interface Draft {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly keys: readonly CitedKey[];
  readonly list?: KeyList;
  readonly command: 'text' | 'paren';
}

interface Bracket {
  readonly open: number;
  /** How many drafts and semicolons there were when it opened. */
  readonly drafts: number;
  readonly semicolons: number;
}

const token = /\\[\s\S]|&#?[a-zA-Z0-9]{1,31};|[@[\];]|\n(?=[ \t\r>]*\n)/gu;
/** Brackets nested deeper are no citations; it keeps hostile text linear. */
const depthLimit = 8;

/** The citations of a masked text. `skip` names keys that are something else, such as numbered examples. */
export function findPandoc(masked: string, markup: MarkupId, skip: (key: string) => boolean): Citation[] {
  const drafts: Draft[] = [];
  let brackets: Bracket[] = [];
  let semicolons: number[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(masked); match; match = token.exec(masked)) {
    const at = match.index;
    const char = match[0];
    if (char === '[') brackets.push({ open: at, drafts: drafts.length, semicolons: semicolons.length });
    else if (char === ';') {
      if (brackets.length > 0) semicolons.push(at);
    } else if (char === '\n') {
      brackets = [];
      semicolons = [];
    } else if (char === '@') {
      const key = pandocKeyAt(masked, at);
      if (!key) continue;
      token.lastIndex = key.to;
      const name = masked.slice(key.start, key.end);
      if (skip(name)) continue;
      drafts.push({ start: key.from, end: key.to, depth: brackets.length, keys: [{ key: name, start: key.start, end: key.end, from: key.from, to: key.to }], command: 'text' });
    } else if (char === ']') {
      const bracket = brackets.pop();
      if (!bracket) continue;
      if (brackets.length < depthLimit) closeBracket(masked, bracket, at, brackets.length + 1, drafts, semicolons);
      semicolons.length = bracket.semicolons;
    }
  }
  return drafts.map(({ start, end, keys, list, command }) => ({ markup, command, start, end, keys, lists: list ? [list] : [] }));
}

/** Decides what a pair of brackets is, and changes the drafts accordingly. */
function closeBracket(masked: string, { open, drafts: from, semicolons: firstSemicolon }: Bracket, close: number, depth: number, drafts: Draft[], semicolons: readonly number[]): void {
  if (isLink(masked, open, close)) return;
  const inside = drafts.slice(from);
  const list: KeyList = { start: open + 1, end: close, from: open, to: close + 1 };
  const before = drafts[from - 1];
  const behindKey = before?.command === 'text' && !before.list && before.depth === depth - 1 && /^[ \t]*\r?\n?[ \t]*$/u.test(masked.slice(before.end, open)) ? before : undefined;
  const items = itemsOf(masked, list, inside, depth, semicolons.slice(firstSemicolon));
  if (items && (items.locator === undefined || behindKey)) {
    drafts.length = from;
    if (!behindKey) drafts.push({ start: open, end: close + 1, depth: depth - 1, keys: items.keys, list, command: 'paren' });
    else drafts[from - 1] = withBracket(behindKey, items.keys, items.locator, list);
  } else if (behindKey && inside.length === 0 && masked.slice(open + 1, close).trim() !== '' && masked.charAt(open + 1) !== '^') {
    drafts[from - 1] = withBracket(behindKey, [], trimBlanks(masked, open + 1, close), list);
  }
}

function withBracket(draft: Draft, more: readonly CitedKey[], locator: number | undefined, list: KeyList): Draft {
  const [first] = draft.keys;
  const keys = first ? [{ ...first, to: locator ?? first.to }, ...more] : more;
  return { ...draft, end: list.to, keys, list };
}

/** Links, images, spans and inline notes only look like citations. */
function isLink(masked: string, open: number, close: number): boolean {
  const before = masked.charAt(open - 1);
  const behind = masked.slice(close + 1, close + 4);
  return before === '!' || before === '^' || /^(?:\(|\{|\[(?!-?@|\^))/u.test(behind);
}

/**
 * The items of a bracket. Each part between semicolons needs a key; `locator` is the end of a first part that has none, as only
 * `@a [p. 3; @b]` may.
 */
function itemsOf(masked: string, list: KeyList, inside: readonly Draft[], depth: number, semicolons: readonly number[]): { keys: CitedKey[]; locator?: number } | undefined {
  const keys: CitedKey[] = [];
  let locator: number | undefined;
  let draft = 0;
  let pending: number | undefined; // where a part without a key began
  for (let part = 0, start = list.start; part <= semicolons.length; part++) {
    const end = semicolons[part] ?? list.end;
    const from = skipBlanks(masked, start, end);
    const direct: Draft[] = [];
    const nested: CitedKey[] = [];
    for (let next = inside[draft]; next && next.start < end; next = inside[++draft]) {
      if (next.depth === depth && next.command === 'text') direct.push(next);
      else for (const key of next.keys) nested.push(key);
    }
    const [first] = direct;
    if (!first && nested.length > 0) return undefined;
    if (first && pending !== undefined && first.start === from) {
      // `[p. 3; @b]`
      if (keys.length > 0 || part !== 1) return undefined;
      locator = trimBlanks(masked, pending, semicolons[0] ?? end);
      pending = undefined;
    }
    if (first) {
      for (const item of partItems(masked, pending ?? from, trimBlanks(masked, from, end), direct.flatMap((one) => one.keys), nested)) keys.push(item);
      pending = undefined;
    } else pending ??= from;
    start = end + 1;
  }
  if (pending !== undefined || keys.length === 0) return undefined;
  return locator === undefined ? { keys } : { keys, locator };
}

/** A part with several keys is divided before each but the first. */
function partItems(masked: string, from: number, to: number, direct: readonly CitedKey[], nested: readonly CitedKey[]): CitedKey[] {
  const items = direct.map((key, index) => {
    const next = direct[index + 1];
    return { ...key, from: index === 0 ? from : key.from, to: next ? trimBlanks(masked, key.end, next.from) : to };
  });
  return [...items, ...nested].sort((a, b) => a.start - b.start);
}
