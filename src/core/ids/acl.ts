/** ACL Anthology, ids of both styles. https://aclanthology.org/info/ids/ */
import type { Reading, Recogniser } from './mention.js';
import { fieldPattern, group, linkPattern, slash } from './syntax.js';

/** A venue has a letter: `2023.01.15` is a day. */
const newStyle = String.raw`(?:19|20)\d{2}\.(?=[a-z0-9-]{0,29}[a-z])[a-z0-9]{1,30}(?:-[a-z0-9]{1,30}){0,4}\.\d{1,5}`;
const oldStyle = String.raw`[A-Z]\d{2}-\d{4,5}`;
const id = `(?:${newStyle}|${oldStyle})`;
const whole = new RegExp(`^${id}$`, 'i');

/** Normal form: letters are small in the new style and capital in the old one. */
function read(text: string): Reading | undefined {
  if (!whole.test(text)) return undefined;
  return { id: text.includes('.') ? text.toLowerCase() : text.toUpperCase() };
}

export const acl: Recogniser = {
  kind: 'acl',
  patterns: [
    linkPattern(
      String.raw`aclanthology\.(?:org|info${slash}papers)|aclweb\.org(?:${slash}anthology(?:-new)?)?`,
      String.raw`(?:anthology${slash})?(?:papers${slash})?(?:[A-Z]${slash}[A-Z]\d{2}${slash})?(?<id>${id})(?:v\d{1,2})?(?:\.(?:pdf|bib|xml|endf|html)(?![A-Za-z0-9]))?(?![A-Za-z0-9-]|\.\d)`,
      (match) => read(group(match, 'id')),
      String.raw`(?:www|anthology)\.`,
    ),
    fieldPattern('acl(?:[_-]?id|[_-]?anthology(?:[_-]?id)?)?|anthology[_-]?id', id, read),
  ],
  plain: true,
  bare: read,
  link: (name) => `https://aclanthology.org/${name}/`,
};
