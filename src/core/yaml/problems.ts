/** Findings of a file → problems with line and column, capped so that a broken file does not flood the editor. */
import { positionAt, type Problem } from '../model/problem.js';
import { lineStarts } from '../model/text.js';
import { yamlRules, type Finding } from './rules.js';

/** At most this many problems are listed for one file; one more says how many were left out. */
export const problemLimit = 100;

/** A finding with offsets into the file, and the citation key of its paper. */
export interface PlacedFinding extends Finding {
  readonly paper?: string | undefined;
}

/** Findings (offsets into `text`) → problems in the order of the text, at most {@link problemLimit} plus "and N more". */
export function placeProblems(file: string, text: string, findings: readonly PlacedFinding[]): Problem[] {
  if (findings.length === 0) return [];
  // lines are counted no further than the last problem
  const starts = lineStarts(text.slice(0, findings.reduce((last, { start }) => Math.max(last, start), 0)));
  const problem = ({ rule, start, end, message, paper }: PlacedFinding): Problem => ({
    file,
    range: { start, end: Math.max(start, Math.min(end, text.length)) },
    ...positionAt(starts, start),
    severity: yamlRules[rule].severity,
    rule,
    message,
    ...(paper === undefined ? {} : { paper }),
  });
  const said = new Set<string>();
  const once = ({ start, message }: PlacedFinding): boolean => {
    const key = `${start} ${message}`;
    if (said.has(key)) return false;
    said.add(key);
    return true;
  };
  const sorted = findings.filter(once).sort((a, b) => a.start - b.start);
  const shown = sorted.slice(0, problemLimit).map(problem);
  const next = sorted[problemLimit];
  if (next) {
    const more = sorted.length - problemLimit;
    shown.push(problem({ rule: 'more-problems', start: next.start, end: next.end, message: `And ${more} more problem${more === 1 ? '' : 's'} in this file.` }));
  }
  return shown;
}
