import { publisherSuffix } from '../ids/doi-link.js';
import { readIdentifier } from '../ids/index.js';
import type { CheckedRecord, CheckFinding, CheckRule } from './check.js';
import { safeFix } from './fixes.js';
import { fieldPlace } from './place.js';

/** What the form of a field cannot tell; a value that its form forbids is reported when the file is read (`schema`). */
export const identifierMalformed: CheckRule = {
  code: 'identifier-malformed',
  severity: 'warning',
  about: 'A DOI carries something along that is not part of it, or an ISBN is misspelt (its check digit is wrong).',
  *paper(record) {
    yield* doi(record);
    const { isbn } = record.fields;
    if (isbn !== undefined && !isbnHolds(isbn)) yield { ...fieldPlace(record, 'isbn'), message: `The check digit of the ISBN ${isbn} is wrong: a digit is misspelt.` };
  },
};

function* doi(record: CheckedRecord): Generator<CheckFinding> {
  const { doi: written } = record.fields;
  if (written === undefined) return;
  const bare = withoutEscapes(written).replace(/[?#].*$/u, '').replace(/[.,;:'"”’]+$/u, '');
  const open = (bare.match(/[([]/gu) ?? []).length;
  const closed = (bare.match(/[)\]]/gu) ?? []).length;
  const balanced = closed > open ? bare.replace(/[)\]]+$/u, '') : bare;
  const meant = balanced.replace(publisherSuffix, '');
  if (meant === written) return;
  const fix = readIdentifier(meant, 'doi') === undefined ? {} : { fix: safeFix(`Write ${meant}`, record, [[['doi'], meant]]) };
  yield { ...fieldPlace(record, 'doi'), message: `${written} is more than a DOI: ${meant} is meant.`, ...fix };
}

/** As addresses write them: `10.1000%2Fabc`. */
function withoutEscapes(doi: string): string {
  return doi.replace(/%(?:2[89BDEF]|3[ABCE]|5[BDF])/giu, (escape) => decodeURIComponent(escape));
}

/** Whether a number of ten or thirteen digits is an ISBN; what has another length is not judged. */
function isbnHolds(isbn: string): boolean {
  const digits = isbn.replace(/^\s*(?:urn:)?isbn[:\s-]*/iu, '').replace(/[\s‐‑–-]/gu, '').toUpperCase();
  if (/^\d{9}[\dX]$/u.test(digits)) return weighed(digits, (at) => 10 - at) % 11 === 0;
  if (/^\d{13}$/u.test(digits)) return weighed(digits, (at) => (at % 2 === 0 ? 1 : 3)) % 10 === 0;
  return true;
}

/** The sum of the digits, each times the weight of its place; X is ten. */
function weighed(digits: string, weight: (at: number) => number): number {
  return digits.split('').reduce((sum, digit, at) => sum + weight(at) * (digit === 'X' ? 10 : Number(digit)), 0);
}
