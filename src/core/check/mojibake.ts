import { repairEncoding } from '../lists/encoding.js';
import type { PersonField } from '../model/schema.js';
import type { CheckFinding, CheckedRecord, CheckRule } from './check.js';
import { safeFix, textsOf, type Values } from './fixes.js';
import { fieldPlace } from './place.js';

/**
 * UTF-8 that was once read as Windows-1252 (`Ã©`, `â€™`), as Latin-1 (with control characters) or as Mac Roman (`√©`, `‚Äô`),
 * and characters that were lost (U+FFFD). Each pattern is a lead byte and a following byte as they look in that encoding.
 */
const damaged = /\ufffd|[\u0080-\u009f]|[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œ˜¦“”•žŸ¢º¹]|ðŸ|√[©®¶§≠°±≥]|‚Ä[ôòúùìîî¶¢]/u;

/** Text shows the marks of a wrong encoding. */
export const mojibake: CheckRule = {
  code: 'mojibake',
  severity: 'warning',
  about: 'A text was read in a wrong encoding on its way here.',
  *paper(record) {
    for (const [field, text] of textsOf(record)) yield* look(record, field, text, [field]);
    for (const field of ['authors', 'editors'] as const) {
      for (const [index, person] of (record.fields[field] ?? []).entries()) {
        for (const [part, name] of partsOf(person)) yield* look(record, field, name, part === '' ? [field, index] : [field, index, part]);
      }
    }
    for (const [index, tag] of (record.fields.tags ?? []).entries()) yield* look(record, 'tags', tag, ['tags', index]);
  },
};

function* look(record: CheckedRecord, field: string, text: string, path: Values[number][0]): Generator<CheckFinding> {
  const found = damaged.exec(text);
  if (!found) return;
  const { text: better } = repairEncoding(text);
  const fix = better !== text && !damaged.test(better) ? { fix: safeFix(`Repair the encoding: ${around(better, Math.min(found.index, better.length - 1))}`, record, [[path, better]]) } : {};
  yield { ...fieldPlace(record, field, found[0]), message: `\`${around(text, found.index)}\` was read in a wrong encoding; write it as it should be.`, ...fix };
}

/** The texts of a name, by what they are called; '' for a name written as one. */
function partsOf(person: PersonField): [string, string][] {
  if (typeof person === 'string') return [['', person]];
  return Object.entries(person).filter((part): part is [string, string] => typeof part[1] === 'string');
}

/** The word that holds the damage. */
function around(text: string, at: number): string {
  const start = text.lastIndexOf(' ', at) + 1;
  const end = text.indexOf(' ', at + 1);
  return text.slice(Math.max(start, at - 30), Math.min(end < 0 ? text.length : end, at + 30));
}
