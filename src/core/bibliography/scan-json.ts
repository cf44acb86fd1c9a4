/**
 * Text → the items of a CSL-JSON file, with their places. Only structure is read: the contents of an item are for JSON.parse. Never
 * throws, and takes time in proportion to the text; a fault costs the item that has it.
 */
import type { EntryProblem } from './types.js';

export interface JsonItem {
  readonly start: number;
  readonly end: number;
  /** Offsets of the id's characters; equal when there is none. Without quotes when it is a text. */
  readonly idStart: number;
  readonly idEnd: number;
  readonly broken: boolean;
}

export interface JsonList {
  /** Offset of the list's brackets; undefined when the file has none, or no closing one. */
  readonly open: number | undefined;
  readonly close: number | undefined;
  readonly items: readonly JsonItem[];
  readonly problems: readonly EntryProblem[];
}

const space = /[\s\ufeff]*/uy;

function skip(text: string, from: number): number {
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
}

/** Cuts the file into items, one at a step. */
export function* jsonSteps(text: string): Generator<void, JsonList> {
  const items: JsonItem[] = [];
  const problems: EntryProblem[] = [];
  const report = (rule: string, start: number, end: number, message: string) => problems.push({ rule: `json-${rule}`, start, end: Math.min(Math.max(end, start), text.length), message, severity: 'error' });
  const first = skip(text, 0);
  const open = listStart(text, first);
  if (open === undefined) {
    if (first < text.length) report('no-list', first, first + 1, 'A CSL-JSON bibliography is a list: write [ before the first item and ] behind the last one.');
    if (text.charAt(first) !== '{') return { open, close: undefined, items, problems };
  }
  let at = open === undefined ? first : skip(text, open + 1);
  let wantsComma = false;
  for (; at < text.length; at = skip(text, at)) {
    yield;
    const sign = text.charAt(at);
    if (sign === ']' && open !== undefined) return { open, close: at, items, problems };
    if (sign === ',') {
      if (!wantsComma) report('extra-comma', at, at + 1, 'One comma too many: remove it.');
      else if (text.charAt(skip(text, at + 1)) === ']') report('extra-comma', at, at + 1, 'Behind the last item stands no comma: remove it.');
      wantsComma = false;
      at += 1;
    } else if (sign === '{') {
      if (wantsComma) report('no-comma', at, at + 1, 'A comma is missing before this item.');
      const item = scanItem(text, at);
      if (item.broken) report('unclosed-item', item.start, item.start + 1, 'This item is never closed: a } or a quote is missing before the next one.');
      items.push(item);
      at = item.end;
      wantsComma = true;
    } else {
      const end = text.slice(at).search(/[\r\n{\]]/u);
      const next = end < 0 ? text.length : at + Math.max(1, end);
      report('unexpected-text', at, next, 'Between items only commas can stand. A { or a quote may be missing here.');
      at = next;
    }
  }
  if (open !== undefined) report('unclosed-list', open, open + 1, 'This list is never closed: a ] is missing at the end of the file.');
  return { open, close: undefined, items, problems };
}

/** The bracket of the list: the file's own, or that of `references` or `items` in a mapping. */
function listStart(text: string, first: number): number | undefined {
  if (text.charAt(first) === '[') return first;
  const held = /^\{\s*(?:"[^"\\]*"\s*:\s*(?:"(?:[^"\\]|\\.)*"|[\d.]+|true|false|null)\s*,\s*)*"(?:references|items)"\s*:\s*\[/u.exec(text.slice(first, first + 5000));
  return held === null ? undefined : first + held[0].length - 1;
}

/** Reads from a { to its }. Where another item begins in the same column before that, it ends. */
function scanItem(text: string, start: number): JsonItem {
  const margin = marginOf(text, start);
  let depth = 0;
  let [idStart, idEnd] = [start, start];
  let sawKey = false;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) {
      const end = stringEnd(text, i);
      if (depth === 1 && !sawKey && text.slice(i, end) === '"id"') {
        const colon = skip(text, end);
        if (text.charCodeAt(colon) === 58) {
          const value = skip(text, colon + 1);
          const quoted = text.charCodeAt(value) === 34;
          const valueEnd = quoted ? stringEnd(text, value) : value + (/^-?[\d.]+/u.exec(text.slice(value, value + 40))?.[0].length ?? 0);
          // an id that is missing stands at its colon: what comes behind may be another item
          if (valueEnd === value) [idStart, idEnd] = [colon + 1, colon + 1];
          else [idStart, idEnd] = quoted ? [value + 1, Math.max(value + 1, valueEnd - (text.charCodeAt(valueEnd - 1) === 34 ? 1 : 0))] : [value, valueEnd];
          sawKey = true;
          i = Math.max(valueEnd, colon + 1) - 1;
          continue;
        }
      }
      i = end - 1;
    } else if (code === 123 || code === 91) {
      if (i > start && code === 123 && margin !== undefined && marginOf(text, i) === margin) return cut(text, { start, end: i, idStart, idEnd });
      depth += 1;
    } else if (code === 125 || code === 93) {
      depth -= 1;
      if (depth === 0) return { start, end: i + 1, idStart, idEnd, broken: code !== 125 };
    }
  }
  return cut(text, { start, end: text.length, idStart, idEnd });
}

/** A broken item ends with its last sign that is no bracket of the list and no comma before the next item. */
function cut(text: string, item: Omit<JsonItem, 'broken'>): JsonItem {
  const tail = /[\s,\]]*$/u.exec(text.slice(Math.max(item.start + 1, item.end - 1000), item.end))?.[0].length ?? 0;
  return { ...item, end: Math.max(item.end - tail, item.idEnd), broken: true };
}

/** Behind the closing quote; a text has no line breaks, so that it ends with its line at the latest. */
function stringEnd(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i += 1;
    else if (code === 34) return i + 1;
    else if (code === 10 || code === 13) return i;
  }
  return text.length;
}

/** The blanks before an offset, when nothing else stands before it on its line. */
function marginOf(text: string, at: number): string | undefined {
  let from = at;
  while (from > 0 && (text.charCodeAt(from - 1) === 32 || text.charCodeAt(from - 1) === 9)) from -= 1;
  return from === 0 || text.charCodeAt(from - 1) === 10 || text.charCodeAt(from - 1) === 13 ? text.slice(from, at) : undefined;
}
