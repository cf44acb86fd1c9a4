/** A catalogue's files as read → everything that is wrong in them: what reading found, with fixes, and what the rules find. */
import { configFile } from '../catalogue/layer.js';
import type { Problem } from '../model/problem.js';
import type { CatalogueConfig } from '../model/schema.js';
import type { PapersFile } from '../yaml/papers-file.js';
import type { CheckedRecord, Found, Severities } from './check.js';
import { checkedCatalogue, checkedRecord, type Surroundings } from './checked.js';
import { severityOf } from './codes.js';
import { readerFix } from './reader-fix.js';
import { findAll } from './run.js';

export interface CatalogueFiles {
  readonly config: CatalogueConfig;
  readonly configProblems: readonly Problem[];
  /** By name relative to the catalogue's folder. */
  readonly papers: ReadonlyMap<string, PapersFile>;
  /** Text of a file, catalog.yaml included; empty when it is not there. */
  readonly textOf: (file: string) => string;
}

/** Everything that is wrong, as far as it is not switched off. Yields now and then. */
export function* checkFiles(files: CatalogueFiles, severities: Severities, around: Surroundings = {}): Generator<undefined, Found[]> {
  const catalogue = checkedCatalogue(files.config, files.papers, files.textOf, around);
  yield undefined;
  const reading = [...readerFindings(files.configProblems, undefined, severities), ...[...files.papers.values()].flatMap((file) => readerFindings(file.problems, file, severities))];
  yield undefined;
  return [...reading, ...(yield* findAll(catalogue, severities))];
}

/** What reading found in a file, with fixes where the record says what is meant. */
export function readerFindings(problems: readonly Problem[], file: PapersFile | undefined, severities: Severities): Found[] {
  return problems.flatMap((problem) => {
    const severity = severityOf(problem.rule, problem.severity, severities);
    if (severity === 'off') return [];
    const { range, rule: code, message, paper } = problem;
    const record = file === undefined ? undefined : recordAt(file, range.start);
    const mended = record && readerFix(problem, record);
    return [{ file: file?.file ?? configFile, start: range.start, end: range.end, message, code, severity, ...(paper === undefined ? {} : { paper }), ...mended }];
  });
}

function recordAt(file: PapersFile, offset: number): CheckedRecord | undefined {
  const entry = file.entries.find(({ start, end }) => start <= offset && offset < end);
  return entry && checkedRecord(file.file, entry);
}
