/**
 * What a check sees and says, and how what it found is put right.
 *
 * A rule looks at one paper at a time (`paper`) or at the whole catalogue (`whole`). Who shows a single paper needs the first kind only:
 * `checkPaper(record, catalogue)` of index.ts.
 */
import type { Paper } from '../model/paper.js';
import type { Severity, TextRange } from '../model/problem.js';
import type { CatalogueConfig, PaperFields } from '../model/schema.js';
import type { PaperChange, ValueChange } from '../yaml/changes.js';

/** One record of a papers file. */
export interface CheckedRecord {
  readonly file: string;
  /** Offsets of the record in the file's text. */
  readonly range: TextRange;
  /** The text between them. */
  readonly source: string;
  /** What the record itself says. */
  readonly fields: PaperFields;
  /** The paper that it belongs to: the record with what lower layers say of the same paper. */
  readonly paper: Paper;
}

/** One catalogue as plain data. Tombstones are left out: they hold nothing to check. */
export interface CheckedCatalogue {
  /** What its papers may refer to: what catalog.yaml says, merged with the layers below where there are some. */
  readonly config: CatalogueConfig;
  /** What its own catalog.yaml says. */
  readonly own: CatalogueConfig;
  /** Categories that papers of other layers hold. */
  readonly filledElsewhere: ReadonlySet<string>;
  /** In the order of the files and of the records in them. */
  readonly records: readonly CheckedRecord[];
  /** Text of one of the catalogue's files; empty when there is none. */
  readonly textOf: (file: string) => string;
}

/** How a finding is put right: changes of the file that it is in, in the terms of core/yaml. */
export interface CheckFix {
  /** What it does, as a menu says it: `Leave the full stop out`. */
  readonly title: string;
  /** Whether it loses nothing and guesses nothing, so that it may be made everywhere at once; else a person chooses it, one at a time. */
  readonly safe: boolean;
  /** Changes of the papers file; none where catalog.yaml is what changes. */
  readonly papers: readonly PaperChange[];
  /** Changes of catalog.yaml. */
  readonly config?: readonly ValueChange[];
}

/** What a rule found. The file is the record's, or catalog.yaml. */
export interface CheckFinding extends TextRange {
  readonly file: string;
  readonly message: string;
  /** Citation key of the paper concerned. */
  readonly paper?: string | undefined;
  /** Field of the paper concerned, by its name in the file; undefined for the paper as a whole. */
  readonly field?: string | undefined;
  readonly fix?: CheckFix | undefined;
}

export interface CheckRule {
  /** Stable code: for settings, documentation and machines. */
  readonly code: string;
  /** Unless a setting says otherwise. */
  readonly severity: Severity;
  /** One line for the documentation. */
  readonly about: string;
  /** What is wrong with one paper. Cheap: it is asked of thousands in a row. */
  readonly paper?: (record: CheckedRecord) => Iterable<CheckFinding>;
  /** What is wrong between papers. Yields undefined now and then, so that whoever asks may pause. */
  readonly whole?: (catalogue: CheckedCatalogue) => Iterable<CheckFinding | undefined>;
}

/** A finding with the rule that made it and the severity that is in force. */
export interface Found extends CheckFinding {
  readonly code: string;
  readonly severity: Severity;
}

/** How severe each code is: what people set, by code. What is not named has the severity of its rule. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;
