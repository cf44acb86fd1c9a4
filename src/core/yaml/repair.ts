/**
 * Validation that keeps what it can: what is plainly meant is understood with a warning, what is invalid is left out
 * with a problem at its place, the rest stays.
 */
import { isScalar } from 'yaml';
import * as v from 'valibot';
import type { Finding, YamlRule } from './rules.js';
import { startsWith, withoutValue, withValue, type Path } from './paths.js';
import { nodeAt, rangeOf } from './tree.js';

export interface Repaired<T> {
  /** Undefined when nothing valid is left. */
  readonly output: T | undefined;
  readonly findings: readonly Finding[];
}

export interface RepairOptions {
  /**
   * Whether an invalid item of a list is left out alone. Otherwise the whole list is: then an index into what was read
   * is always an index into the file.
   */
  readonly dropItems: boolean;
}

interface Attempt {
  readonly path: Path;
  readonly finding: Finding;
}

const roundLimit = 24;
/** With more issues than this, whole fields are left out instead of their parts: the work stays linear. */
const fineLimit = 50;

const keyOf = (path: Path): string => JSON.stringify(path);

/** Validates `value`, which was read from the node `root` (offsets count from where `source` starts). */
export function repair<T>(schema: v.GenericSchema<unknown, T>, value: unknown, root: unknown, source: string, options: RepairOptions): Repaired<T> {
  const findings = new Map<string, Finding>();
  const attempts = new Map<string, Attempt>();
  const drops = new Map<string, Path>();
  let working = value;
  let justDropped: Path[] = [];

  const drop = (path: Path): void => {
    let cut = path;
    // what holds a dropped part and still does not fit goes as well
    while (cut.length > 1 && (drops.has(keyOf(cut)) || (!options.dropItems && typeof cut.at(-1) === 'number'))) cut = cut.slice(0, -1);
    drops.set(keyOf(cut), cut);
    justDropped.push(cut);
  };

  for (let round = 0; round < roundLimit; round += 1) {
    const dropped = [...drops.values()];
    justDropped = [];
    const result = v.safeParse(schema, withoutAll(working, dropped));
    if (result.success) {
      const kept = [...attempts.values()].filter(({ path }) => !dropped.some((gone) => startsWith(path, gone)));
      return { output: result.output, findings: [...findings.values(), ...kept.map(({ finding }) => finding)] };
    }
    for (const issue of result.issues) {
      const steps = (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
      const full = beforeDrops(steps, dropped);
      if (full.length === 0) return { output: undefined, findings: [place('schema', issue.message, root, [], source)] };
      const path = result.issues.length > fineLimit ? full.slice(0, 1) : full;
      if (justDropped.some((gone) => startsWith(path, gone))) continue;
      const key = keyOf(path);
      const attempt = attempts.has(key) ? undefined : understand(issue, path, root, source);
      if (attempt) {
        attempts.set(key, { path, finding: attempt.finding });
        working = withValue(working, path, attempt.value);
        continue;
      }
      attempts.delete(key);
      // one sentence for a place: what is around a part already complained of is left out in silence
      if (![...findings.keys()].some((other) => startsWith(JSON.parse(other) as Path, path))) findings.set(key, place('schema', issue.message, root, path, source));
      drop(path);
    }
  }
  return { output: undefined, findings: [...findings.values()] };
}

function withoutAll(value: unknown, drops: readonly Path[]): unknown {
  // deeper parts first, and later items before earlier ones, so that the paths still to come hold
  const ordered = [...drops].sort((a, b) => b.length - a.length || Number(b.at(-1)) - Number(a.at(-1)) || 0);
  return ordered.reduce(withoutValue, value);
}

/** A path in the value without what was dropped → the path in the value as read. */
function beforeDrops(path: Path, drops: readonly Path[]): Path {
  const full: (string | number)[] = [];
  for (const step of path) {
    let index = step;
    if (typeof index === 'number') {
      const gone = drops.filter((drop) => drop.length === full.length + 1 && startsWith(drop, full)).map((drop) => Number(drop.at(-1)));
      for (const item of gone.sort((a, b) => a - b)) if (item <= index) index += 1;
    }
    full.push(index);
  }
  return full;
}

/** What an invalid value plainly means, with the warning that says how to write it. */
function understand(issue: v.BaseIssue<unknown>, path: Path, root: unknown, source: string): { value: unknown; finding: Finding } | undefined {
  const { input } = issue;
  const field = path.findLast((step) => typeof step === 'string') ?? '';
  if (issue.type === 'array' && input !== null && typeof input !== 'boolean') {
    return { value: [input], finding: place('not-a-list', `\`${field}\` should be a list; it is read as a list of one. Write it in brackets: ${field}: [ … ].`, root, path, source) };
  }
  const { node } = nodeAt(root, path);
  if ((typeof input !== 'number' && typeof input !== 'boolean') || !isScalar(node) || node.type !== 'PLAIN' || !node.source) return undefined;
  const rule: YamlRule = field === 'arxiv' ? 'arxiv-unquoted' : 'text-unquoted';
  const kind = typeof input === 'number' ? 'number' : 'truth value';
  return { value: node.source, finding: place(rule, `Put ${field} in quotes: "${node.source}". Without them YAML reads the ${kind} ${String(input)}.`, root, path, source) };
}

/** A finding at the value of a path; at its key when it has no text, at what should hold it when it is missing. */
export function place(rule: YamlRule, message: string, root: unknown, path: Path, source: string): Finding {
  const { node, pair } = nodeAt(root, path);
  let range = rangeOf(node, source);
  if ((!range || range.end === range.start) && pair) range = rangeOf(pair.key, source);
  const start = range?.start ?? 0;
  const line = source.indexOf('\n', start);
  const end = Math.min(range?.end ?? source.length, line < 0 ? source.length : Math.max(start, line));
  return { rule, start, end: Math.max(end, start), message };
}

