/** What a table of the catalogue editor shows, before it is words: the items of one papers file, or of a whole catalogue. */
import type { PaperFields } from '../model/schema.js';
import type * as Yaml from '../yaml/index.js';
import type { PapersFile } from '../yaml/papers-file.js';
import type { Finding } from '../yaml/rules.js';
import type { Recognisable } from './numbering.js';

/** The part of core/yaml that is needed here; handed in, because it is loaded apart (see esbuild.mjs) and remembers what it has read. */
export type YamlDoor = Pick<typeof Yaml, 'editPapers' | 'fieldRanges' | 'itemsOfFile' | 'writtenFields'>;

/** One item of a papers file: a paper, or what should be one. */
export interface Item extends Recognisable {
  readonly file: PapersFile;
  /** Its index in the file: the `item` of changes. */
  readonly index: number;
  /** Offsets in the file's text. */
  readonly start: number;
  readonly end: number;
  /** Undefined when it cannot be read. */
  readonly fields: PaperFields | undefined;
  /** Fields that are written as null: what layers below say of them does not count. */
  readonly cleared: readonly string[];
  readonly findings: readonly Finding[];
}

const none: readonly never[] = [];

/** Every item of the files, in their order. Tombstones are items like others: only here can they be seen and taken back. */
export function itemsIn(files: Iterable<PapersFile>, yaml: Pick<YamlDoor, 'itemsOfFile'>): Item[] {
  const items: Item[] = [];
  for (const file of files) {
    for (const [index, { source, start, end, fields, cleared = none, findings }] of yaml.itemsOfFile(file).entries()) {
      items.push({ source, key: fields?.id ?? '', file, index, start, end, fields, cleared, findings });
    }
  }
  return items;
}

/** A sentence for the person who wanted what cannot be done. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
