/** From catalogue files as read to what checks see. */
import { toPaper } from '../model/paper.js';
import type { CatalogueConfig } from '../model/schema.js';
import type { PapersFile } from '../yaml/papers-file.js';
import type { CheckedCatalogue } from './check.js';

/**
 * @param config what catalog.yaml says; for a catalogue that stands on others, the merged one.
 * @param textOf texts of the catalogue's files by name, for the places of what is wrong.
 */
export function checkedCatalogue(config: CatalogueConfig, files: ReadonlyMap<string, Pick<PapersFile, 'file' | 'entries'>>, textOf: (file: string) => string): CheckedCatalogue {
  const records = [...files.values()].flatMap(({ file, entries }) =>
    entries.filter(({ fields }) => fields.removed !== true).map(({ start, end, fields }) => ({ file, range: { start, end }, fields, paper: toPaper(fields) })),
  );
  return { config, records, textOf };
}
