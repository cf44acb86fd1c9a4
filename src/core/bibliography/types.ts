/** A bibliography of any format: its entries with their places, read only as far as they are asked for. */
import type { FoundBibliography } from '../cite/discover.js';
import type { BibtexOptions } from '../bibtex/write.js';
import type { Paper } from '../model/paper.js';
import type { Severity, TextRange } from '../model/problem.js';
import type { Splice } from '../yaml/splice.js';

export const formatIds = ['bibtex', 'csl-json', 'csl-yaml', 'hayagriva'] as const;
export type FormatId = (typeof formatIds)[number];

/** A key as it stands in a text: exactly its characters. UTF-16 offsets, `end` exclusive. */
export interface KeyPlace extends TextRange {
  readonly key: string;
}

/** A work of a bibliography; `start` to `end` is the whole entry. */
export interface Entry extends TextRange {
  readonly key: string;
  readonly keyPlace: KeyPlace;
  /** Other keys that cite it too: biblatex's `ids`. */
  readonly otherKeys: readonly KeyPlace[];
  /** As its format calls it, in lower case: `inproceedings`, `article-journal`, `thesis`. */
  readonly type: string;
  /** It has a fault that costs others the entry or a part of it; what could be read is here. */
  readonly broken: boolean;
  /** What it says, under its own key; converted when first asked, then kept. */
  readonly paper: Paper;
}

/** What is wrong at a place, with the remedy in the sentence. */
export interface EntryProblem extends TextRange {
  /** Stable code: `bibtex-duplicate-key`. */
  readonly rule: string;
  readonly message: string;
  readonly severity: Severity;
}

export interface Bibliography {
  readonly format: FormatId;
  readonly text: string;
  /** Works in the order of the file; entries without a key included, what only lends its fields (@xdata) left out. */
  readonly entries: readonly Entry[];
  /** The first entry of that key, by its own or another of its keys; exactly, else in any case where the format allows that. */
  find(key: string): Entry | undefined;
  /** In the order of the file. Complete once {@link readAll} has run; until then those of the text's structure. */
  readonly problems: readonly EntryProblem[];
  /** Converts every entry, pausing between slices. Afterwards `paper` is there at once for each. */
  readAll(pause: Pause): Promise<void>;
}

/** Called between slices of work of a few milliseconds each; resolves when to go on, rejects to give up. */
export type Pause = () => Promise<void>;

/** How a new entry is written; what is left out is taken from the look of the file. All but `key`, `abstract` and `note` count for .bib files only. */
export type EntryOptions = BibtexOptions;

export interface Ensured {
  /** The key by which the paper is cited from now on. */
  readonly key: string;
  /** Empty when the work is in the file already. */
  readonly splices: readonly Splice[];
}

/** A way to write bibliographies. Everything outside a changed entry stays byte for byte. */
export interface BibliographyFormat {
  readonly id: FormatId;
  /** Never throws; what cannot be read is told in `problems`. */
  read(text: string, pause?: Pause): Promise<Bibliography>;
  /** The key under which the file has the paper, and what must be added for it to have one. @throws Error with place and remedy when the file is too broken to add to */
  ensure(bibliography: Bibliography, paper: Paper, options?: EntryOptions): Ensured;
  /** A new key for an entry, in the entry and wherever the file refers to it. @throws Error when the key cannot be or is taken */
  renameKey(bibliography: Bibliography, from: string, to: string): readonly Splice[];
  /** Takes an entry out, with the blank line that was its own. */
  remove(bibliography: Bibliography, entry: Entry): readonly Splice[];
  /** An entry by itself, as it would be written into a new file. */
  print(paper: Paper, options?: EntryOptions): string;
}

/** Why a file is what it is: who names it decides where its text cannot. */
export type Named = Pick<FoundBibliography, 'by'>;
