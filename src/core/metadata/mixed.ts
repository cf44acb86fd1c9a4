/** OpenAlex and Semantic Scholar join a preprint and its publication to one record: the venue of one, the date of the other. */
import type { MetadataFields } from './answer.js';

const publication = ['venue', 'container-title', 'collection-title', 'volume', 'issue', 'page', 'publisher', 'doi'] as const;

/**
 * Takes the publication's fields out of a joined record when its date is not later than the preprint's: then the year
 * belongs to the preprint, and a citation with both would be wrong. What remains is the preprint.
 */
export function unmixed(fields: MetadataFields): MetadataFields {
  const [, century, month] = /^(\d{2})(\d{2})\./u.exec(fields.arxiv ?? '') ?? [];
  if (century === undefined || month === undefined || fields.issued === undefined) return fields;
  const posted = `20${century}-${month}`;
  const issued = fields.issued.slice(0, 7);
  // only a year is known: the same year may be either's
  if (issued > posted && issued.length === 7) return fields;
  if (issued.length === 4 && issued > `20${century}`) return fields;
  return { ...Object.fromEntries(Object.entries(fields).filter(([name]) => !(publication as readonly string[]).includes(name))), type: 'article' };
}
