/** What a citation will look like, before it is made. */
import { applySplices } from '../yaml/splice.js';
import { citationAt } from './build.js';
import type { InsertOptions, Markup, Work } from './types.js';

/** A function that says what works will be written as at an offset: a citation of their own, or the one at the offset once they have joined it. Reads the text once. */
export function previewAt(markup: Markup, text: string, offset: number, options: InsertOptions = {}): (works: readonly Work[]) => string {
  const there = citationAt(markup.findCitations(text, options), offset);
  const around = there ? text.slice(there.start, there.end) : '';
  return (works) => {
    const edits = markup.insert(around, there ? offset - there.start : 0, works, options);
    // the first edit is the citation; a footnote's text would be another
    return there ? applySplices(around, edits) : (edits[0]?.text ?? '');
  };
}
