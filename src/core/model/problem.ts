/** What is wrong in a catalogue, at a place, with the remedy in the sentence. */

export type Severity = 'error' | 'warning' | 'info';

/** Offsets into the file's text, in UTF-16 units; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface Problem {
  /** The file, as the layer names it (a path relative to the catalogue's folder). */
  readonly file: string;
  readonly range: TextRange;
  /** Position of `range.start`, counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  /** Stable code, for settings, documentation and machines. */
  readonly rule: string;
  /** What is wrong and what would be right, as a sentence. */
  readonly message: string;
  /** Citation key of the paper concerned, when there is one. */
  readonly paper?: string | undefined;
}

/** Line and column (from 1) of an offset, given the offsets at which lines start. */
export function positionAt(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** `file:line:col: severity: message [rule]`, the form that compilers and editors agree on. */
export function showProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.severity}: ${problem.message} [${problem.rule}]`;
}
