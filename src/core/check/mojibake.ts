import type { CheckRule } from './check.js';
import { fieldPlace } from './place.js';

/**
 * UTF-8 that was once read as Windows-1252 (`Ã©`, `â€™`), as Latin-1 (with control characters) or as Mac Roman (`√©`, `‚Äô`),
 * and characters that were lost (U+FFFD). Each pattern is a lead byte and a following byte as they look in that encoding.
 */
const damaged = /\ufffd|[\u0080-\u009f]|[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œ˜¦“”•žŸ¢º¹]|ðŸ|√[©®¶§≠°±≥]|‚Ä[ôòúùìîî¶¢]/u;

const fields = ['title', 'title-short', 'venue', 'container-title', 'summary', 'abstract', 'note', 'publisher'] as const;

/** Text shows the marks of a wrong encoding. */
export const mojibake: CheckRule = {
  code: 'mojibake',
  severity: 'warning',
  about: 'A text was read in a wrong encoding on its way here.',
  *check(catalogue) {
    for (const record of catalogue.records) {
      const texts: [string, string][] = fields.flatMap((field) => (record.fields[field] === undefined ? [] : [[field, record.fields[field]]]));
      for (const { family, given, literal } of record.paper.authors) texts.push(['authors', [given, family, literal].filter(Boolean).join(' ')]);
      for (const [field, text] of texts) {
        const found = damaged.exec(text);
        if (found) yield { ...fieldPlace(catalogue, record, field, found[0]), message: `\`${around(text, found.index)}\` was read in a wrong encoding; write it as it should be.` };
      }
    }
  },
};

/** The word that holds the damage. */
function around(text: string, at: number): string {
  const start = text.lastIndexOf(' ', at) + 1;
  const end = text.indexOf(' ', at + 1);
  return text.slice(Math.max(start, at - 30), Math.min(end < 0 ? text.length : end, at + 30));
}
