/** OpenReview: the id of a forum, which is that of its paper. Ids are case-sensitive. */
import type { Reading, Recogniser } from './mention.js';
import { fieldPattern, group, linkPattern, slash, underscore, unescaped } from './syntax.js';

const id = `(?:[A-Za-z0-9-]|${underscore}){6,20}`;
const ended = '(?![A-Za-z0-9_-])';
/** Other parameters before `id=`: `forum?noteId=…&id=…`. The id belongs to the link although it stands in the query. */
const parameters = String.raw`(?:[A-Za-z0-9_.~%:+=\\-]{1,120}(?:&amp;|\\?&|%26)){0,2}`;
/** Inside another address the whole query is percent-encoded. */
const question = String.raw`(?:\\?\?|%3F)`;

/** As a field's value an id could be any word; chance makes nearly all of them hold a digit or a capital inside. */
function readField(value: string): Reading | undefined {
  return value.length >= 8 && /\d|[a-z-][A-Z]/.test(value) ? { id: value } : undefined;
}

export const openreview: Recogniser = {
  kind: 'openreview',
  patterns: [
    linkPattern(String.raw`openreview\.net`, String.raw`(?:forum|pdf|attachment|revisions|references${slash}pdf)${question}${parameters}id(?:=|%3D)(?<id>${id})${ended}`, (match) => ({ id: unescaped(group(match, 'id')) })),
    fieldPattern('openreview(?:[_-]?id)?', '[A-Za-z0-9_-]{8,20}', readField),
  ],
  plain: false,
  bare: (text) => (/^[A-Za-z0-9_-]{6,20}$/.test(text) ? { id: text } : undefined),
  link: (name) => `https://openreview.net/forum?id=${name}`,
};
