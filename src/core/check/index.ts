/** Checks of a whole catalogue, beyond what reading its files one by one can find. */
import { positionAt, type Problem } from '../model/problem.js';
import { lineStarts } from '../model/text.js';
import type { CheckedCatalogue, CheckRule } from './check.js';
import { duplicateKey } from './duplicate-key.js';
import { duplicateWork } from './duplicate-work.js';
import { emptyCategory } from './empty-category.js';
import { mojibake } from './mojibake.js';
import { noAuthors } from './no-authors.js';
import { noDate } from './no-date.js';
import { noIdentifierOrLink } from './no-identifier-or-link.js';
import { noTitle } from './no-title.js';
import { titleAllCaps } from './title-all-caps.js';
import { titleFullStop } from './title-full-stop.js';
import { unknownCategory } from './unknown-category.js';
import { unknownList } from './unknown-list.js';
import { unknownSection } from './unknown-section.js';
import { unsorted } from './unsorted.js';

export type { CheckedCatalogue, CheckedRecord, CheckFinding, CheckRule } from './check.js';
export { checkedCatalogue } from './checked.js';

/** Every rule; its code, severity and one line about it are its documentation. */
export const checkRules: readonly CheckRule[] = [
  duplicateKey,
  duplicateWork,
  unknownCategory,
  unknownList,
  unknownSection,
  emptyCategory,
  noTitle,
  titleFullStop,
  titleAllCaps,
  mojibake,
  noAuthors,
  noDate,
  noIdentifierOrLink,
  unsorted,
];

/** Applies every rule. Problems come in the order of files and places; equal places in the order of the rules. */
export function checkCatalogue(catalogue: CheckedCatalogue, rules: readonly CheckRule[] = checkRules): Problem[] {
  const starts = new Map<string, number[]>();
  const problems: Problem[] = [];
  for (const { code, severity, check } of rules) {
    for (const { file, start, end, message, paper } of check(catalogue)) {
      let lines = starts.get(file);
      if (!lines) starts.set(file, (lines = lineStarts(catalogue.textOf(file))));
      problems.push({ file, range: { start, end }, ...positionAt(lines, start), severity, rule: code, message, ...(paper === undefined ? {} : { paper }) });
    }
  }
  return sortProblems(problems);
}

/** By file, then by place; otherwise the order is kept. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.range.start - b.range.start));
}
