/** What a check sees and says. */
import type { Paper } from '../model/paper.js';
import type { Severity, TextRange } from '../model/problem.js';
import type { CatalogueConfig, PaperFields } from '../model/schema.js';

/** One record of a papers file. */
export interface CheckedRecord {
  readonly file: string;
  /** Offsets of the record in the file's text. */
  readonly range: TextRange;
  readonly fields: PaperFields;
  readonly paper: Paper;
}

/** One catalogue as plain data. Tombstones are left out: they hold nothing to check. */
export interface CheckedCatalogue {
  readonly config: CatalogueConfig;
  /** In the order of the files and of the records in them. */
  readonly records: readonly CheckedRecord[];
  /** Text of one of the catalogue's files; empty when there is none. */
  readonly textOf: (file: string) => string;
}

export interface CheckFinding extends TextRange {
  readonly file: string;
  readonly message: string;
  readonly paper?: string | undefined;
}

export interface CheckRule {
  /** Stable code. */
  readonly code: string;
  readonly severity: Severity;
  /** One line for the documentation. */
  readonly about: string;
  readonly check: (catalogue: CheckedCatalogue) => Iterable<CheckFinding>;
}
