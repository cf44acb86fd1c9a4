/** From catalogue files as read to what checks see. */
import { toPaper } from '../model/paper.js';
import type { CatalogueConfig, PaperFields } from '../model/schema.js';
import type { PapersFile } from '../yaml/papers-file.js';
import type { CheckedCatalogue, CheckedRecord } from './check.js';

/** What a catalogue stands on and beside; without it, it stands alone. */
export interface Surroundings {
  /** Categories and lists of all layers, merged. */
  readonly config?: CatalogueConfig | undefined;
  /** Categories that papers of other layers hold. */
  readonly filledElsewhere?: ReadonlySet<string> | undefined;
  /** What the layers below say of the paper that a record belongs to; undefined when they do not have it. */
  readonly below?: ((fields: PaperFields) => PaperFields | undefined) | undefined;
}

type Files = ReadonlyMap<string, Pick<PapersFile, 'file' | 'entries'>>;

/**
 * @param config what catalog.yaml says.
 * @param textOf texts of the catalogue's files by name, for the places of what is wrong.
 */
export function checkedCatalogue(config: CatalogueConfig, files: Files, textOf: (file: string) => string, around: Surroundings = {}): CheckedCatalogue {
  return {
    config: around.config ?? config,
    own: config,
    filledElsewhere: around.filledElsewhere ?? new Set(),
    records: [...files.values()].flatMap((file) => file.entries.filter(({ fields }) => fields.removed !== true).map((entry) => checkedRecord(file.file, entry, around))),
    textOf,
  };
}

/** One record of a papers file, as the rules see it. */
export function checkedRecord(file: string, { start, end, source, fields, cleared = [] }: PapersFile['entries'][number], { below }: Surroundings = {}): CheckedRecord {
  const lower = below?.(fields);
  const whole = lower === undefined ? fields : { ...Object.fromEntries(Object.entries(lower).filter(([name]) => !cleared.includes(name))), ...fields };
  return { file, range: { start, end }, source, fields, paper: toPaper(whole) };
}
