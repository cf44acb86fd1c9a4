/** A papers file as read. */
import type { Problem } from '../model/problem.js';
import type { PaperFields } from '../model/schema.js';
import type { PaperContent } from './read-block.js';

/** One item of the file, readable or not. */
export interface ReadBlock extends PaperContent {
  /** Offsets of the block in the file: see blocks.ts. In a file that is not regular, of the paper's mapping alone. */
  readonly start: number;
  readonly end: number;
  /** The text between them. */
  readonly source: string;
}

/** A paper that could be read. `fields` is the same object from reading to reading as long as the block's text is the same. */
export interface PaperEntry extends ReadBlock {
  readonly fields: PaperFields;
}

/** Plain data: it may be copied, or kept as JSON and given back; then the next reading is a little slower, no more. */
export interface PapersFile {
  /** The name that `problems` carry. */
  readonly file: string;
  readonly entries: readonly PaperEntry[];
  /** In the order of the text, at most a hundred and one that counts the rest. */
  readonly problems: readonly Problem[];
}

/** What a reading leaves for the next reading and for editing. */
export interface ReadState {
  readonly text: string;
  /** Every item, also those that are no entries. */
  readonly blocks: readonly ReadBlock[];
  /** Whether the file is a plain list whose papers can be cut apart by their lines. */
  readonly regular: boolean;
  /** Column of the dashes of a regular file. */
  readonly indent: number;
  /** Whether a citation key is there twice. */
  readonly twice: boolean;
}

/** Beside the file and not in it: a copy or a JSON text of a file should not carry the whole text along. */
const states = new WeakMap<PapersFile, ReadState>();

export function withState(file: PapersFile, state: ReadState): PapersFile {
  states.set(file, state);
  return file;
}

/** The state of a file that this session read; undefined for one that came from elsewhere. */
export function stateOf(file: PapersFile | undefined): ReadState | undefined {
  return file && states.get(file);
}

export function isEntry(block: ReadBlock): block is PaperEntry {
  return block.fields !== undefined;
}
