/** What is wrong with the items of a table: what reading their text found, and what the rules for catalogues say. */
import type { EditorState } from '../../protocol.js';
import { positionAt, type Problem, type Severity } from '../model/problem.js';
import { lineStarts } from '../model/text.js';
import type { PapersFile } from '../yaml/papers-file.js';
import { yamlRules, type YamlRule } from '../yaml/rules.js';
import type { Item } from './item.js';
import { counterOf, type Counts } from './rows.js';

/** A problem beyond those of an item's own text. */
export interface FoundProblem {
  /** Offset from the item's start. */
  readonly at: number;
  /** The field that it is about, as far as is known. */
  readonly field?: string | undefined;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly fixes: readonly { readonly id: string; readonly title: string }[];
  /** The item's own text tells the problem already: only the fixes are new. */
  readonly known?: boolean | undefined;
}

/** Problems by row. */
export type FoundProblems = ReadonlyMap<number, readonly FoundProblem[]>;

export function countsOf(found: readonly FoundProblem[] | undefined): Counts | undefined {
  if (!found || found.length === 0) return undefined;
  const counts = { errors: 0, warnings: 0, infos: 0 };
  for (const { severity, known } of found) if (known !== true) counts[counterOf[severity]] += 1;
  return counts;
}

/** Keys that stand twice in a file are seen by reading it, not by reading one paper. */
export function duplicatesIn(file: PapersFile, items: readonly Item[], rows: readonly number[]): Map<number, FoundProblem[]> {
  const found = new Map<number, FoundProblem[]>();
  for (const { rule, range, message, severity } of file.problems) {
    if (rule !== 'id-duplicate') continue;
    const at = items.findIndex((item) => item.start <= range.start && range.start < item.end);
    const [item, row] = [items[at], rows[at]];
    if (item && row !== undefined) found.set(row, [{ at: range.start - item.start, field: 'id', severity, rule, message, fixes: [] }]);
  }
  return found;
}

/** Rules after whose violation the text is not what it seems: nothing is changed in it then. */
const broken: ReadonlySet<string> = new Set<YamlRule>(['yaml-syntax', 'yaml-tab', 'yaml-documents', 'yaml-top-level', 'not-text']);

/** Where the text does not parse, the first such place; null when it does. @param items those of a papers file; undefined for catalog.yaml */
export function bannerOf(problems: readonly Problem[], items: readonly Item[] | undefined, text: string): EditorState['banner'] {
  const first = problems.find(({ rule, severity }) => broken.has(rule) || (items?.length === 0 && severity === 'error'));
  if (first) return { message: first.message, line: first.line };
  // the list of a file's problems has an end
  for (const { findings, start } of items ?? []) {
    const found = findings.find(({ rule }) => broken.has(rule));
    if (found) return { message: found.message, line: positionAt(lineStarts(text.slice(0, start + found.start)), start + found.start).line };
  }
  return null;
}

/** The problems of an item's own text. */
export function ownProblems({ findings }: Item): FoundProblem[] {
  return findings.map(({ rule, start, message }) => ({ at: start, severity: yamlRules[rule].severity, rule, message, fixes: [] }));
}
