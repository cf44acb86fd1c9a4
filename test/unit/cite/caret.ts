/** Texts with their carets drawn in, for tests. */
import { applySplices } from '../../../src/core/yaml/splice.js';
import type { Citation, InsertOptions, Markup, Work } from '../../../src/core/cite/index.js';

/** The sign that stands for a caret: no markup uses it. */
const caret = '¦';

/** The text without its carets, and where they stood. */
export function carets(drawn: string): { text: string; offsets: number[] } {
  const parts = drawn.split(caret);
  let at = 0;
  const offsets = parts.slice(0, -1).map((part) => (at += part.length));
  return { text: parts.join(''), offsets };
}

/** The text after citing at its carets. */
export function cite(markup: Markup, drawn: string, works: readonly (Work | string)[], options?: InsertOptions): string {
  const { text, offsets } = carets(drawn);
  return applySplices(text, markup.insert(text, offsets, works, options));
}

/** Every citation as `command:key,key`, after checking that each key is where it says. */
export function found(markup: Markup, text: string, isKey?: (key: string) => boolean): string[] {
  return markup.findCitations(text, isKey ? { isKey } : {}).map((citation) => {
    checkOffsets(text, citation);
    return `${citation.command}:${citation.keys.map(({ key }) => key).join(',')}`;
  });
}

/** Throws unless all offsets of a citation are in order and hold its keys. */
export function checkOffsets(text: string, citation: Citation): void {
  let last = citation.start;
  for (const key of citation.keys) {
    const written = text.slice(key.start, key.end);
    if (written !== key.key && !written.includes('\\')) throw new Error(`${JSON.stringify(written)} is not ${JSON.stringify(key.key)}`);
    if (!(citation.start <= key.from && key.from <= key.start && key.start < key.end && key.end <= key.to && key.to <= citation.end)) throw new Error(`offsets of ${key.key} in ${text}`);
    if (key.start < last) throw new Error(`order of ${key.key}`);
    last = key.end;
  }
  for (const list of citation.lists) if (!(citation.start <= list.start && list.start <= list.end && list.end <= citation.end)) throw new Error('list outside its citation');
}
