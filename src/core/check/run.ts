/** Applies rules to a catalogue, in pieces, and places what they found. */
import { positionAt, type Problem } from '../model/problem.js';
import { lineStarts } from '../model/text.js';
import type { CheckedCatalogue, CheckedRecord, CheckRule, Found, Severities } from './check.js';
import { severityOf } from './codes.js';
import { checkRules } from './rules.js';

/** Records between two pauses, each seen by every rule of papers: well under a millisecond. */
const piece = 20;

/** What the rules find, in the order of the rules and of the records. Yields now and then; what is switched off is not looked for. */
export function* findAll(catalogue: CheckedCatalogue, severities: Severities = {}, rules: readonly CheckRule[] = checkRules): Generator<undefined, Found[]> {
  const found: Found[] = [];
  for (const { code, whole, severity: own } of rules) {
    const severity = severityOf(code, own, severities);
    if (severity === 'off' || !whole) continue;
    for (const finding of whole(catalogue)) {
      if (finding === undefined) yield undefined;
      else found.push({ ...finding, code, severity });
    }
    yield undefined;
  }
  for (const [index, record] of catalogue.records.entries()) {
    if (index % piece === piece - 1) yield undefined;
    found.push(...checkPaper(record, severities, rules));
  }
  return found;
}

/** What is wrong with one paper by itself, with fixes. What is wrong between papers is for {@link findAll}. */
export function checkPaper(record: CheckedRecord, severities: Severities = {}, rules: readonly CheckRule[] = checkRules): Found[] {
  return rules.flatMap(({ code, paper, severity: own }) => {
    const severity = severityOf(code, own, severities);
    if (severity === 'off' || !paper) return [];
    return [...paper(record)].map((finding) => ({ ...finding, code, severity }));
  });
}

/** Findings as problems with line and column, by file and place; equal places in the order of the rules. */
export function placeFindings(found: readonly Found[], textOf: (file: string) => string, rules: readonly CheckRule[] = checkRules): Problem[] {
  const order = new Map(rules.map(({ code }, index) => [code, index]));
  const starts = new Map<string, number[]>();
  const problems = found.toSorted((a, b) => (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0)).map(({ file, start, end, message, paper, code, severity }): Problem => {
    let lines = starts.get(file);
    if (!lines) starts.set(file, (lines = lineStarts(textOf(file))));
    return { file, range: { start, end }, ...positionAt(lines, start), severity, rule: code, message, ...(paper === undefined ? {} : { paper }) };
  });
  return sortProblems(problems);
}

/** Applies every rule at once. */
export function checkCatalogue(catalogue: CheckedCatalogue, rules: readonly CheckRule[] = checkRules): Problem[] {
  return placeFindings(runNow(findAll(catalogue, {}, rules)), catalogue.textOf, rules);
}

/** Work in pieces, done without a pause. */
export function runNow<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** By file, then by place; otherwise the order is kept. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.range.start - b.range.start));
}
