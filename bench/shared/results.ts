/** The file of results: what was measured now replaces its sections, the others stay as they were measured before. */
import { verdictRow, type Verdict } from './budget.js';
import { table } from './table.js';

/** A part of the file with a heading of the second level. */
export interface Section {
  readonly title: string;
  readonly text: string;
}

const budgetTitle = 'Budget';

/**
 * @param before the file as it was; empty when there is none
 * @param head what stands above the first heading when everything was measured anew
 */
export function mergeResults(before: string, head: string, sections: readonly Section[], verdicts: readonly Verdict[], whole: boolean): string {
  const [oldHead = '', ...parts] = before === '' || whole ? [] : before.split(/^(?=## )/mu);
  const old = parts.map((part): Section => ({ title: /^## (.*)/u.exec(part)?.[1] ?? '', text: part.slice(part.indexOf('\n') + 1).trim() }));
  const rows = new Map(oldRows(old.find(({ title }) => title === budgetTitle)?.text ?? ''));
  for (const verdict of verdicts) {
    const row = verdictRow(verdict);
    rows.set(row[0] ?? '', row);
  }
  const budget: Section = { title: budgetTitle, text: table(['path', 'budget', 'measured', ''], [...rows.values()]) };
  const kept = old.filter(({ title }) => title !== budgetTitle);
  const changed = kept.map((one) => sections.find(({ title }) => title === one.title) ?? one);
  const added = sections.filter(({ title }) => !kept.some((one) => one.title === title));
  const all = [budget, ...changed, ...added].map(({ title, text }) => `## ${title}\n\n${text}\n`);
  return [`${(old.length > 0 ? oldHead : head).trim()}\n`, ...all].join('\n');
}

/** Rows of a budget table by their first cell. */
function oldRows(text: string): [string, string[]][] {
  return text.split('\n').filter((line) => line.startsWith('| ')).slice(1).map((line) => {
    const cells = line.split('|').slice(1, -1).map((cell) => cell.trim());
    return [cells[0] ?? '', cells];
  });
}
