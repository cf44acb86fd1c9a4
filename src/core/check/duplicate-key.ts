import type { CheckedRecord, CheckRule } from './check.js';
import { inPieces } from './pieces.js';
import { fieldPlace, keyPlace } from './place.js';

/** A citation key leads to two papers. Two equal keys in one file are found when the file is read, and reported there. */
export const duplicateKey: CheckRule = {
  code: 'duplicate-key',
  severity: 'error',
  about: 'Two papers of different files have the same citation key, or an alias of one is a key or alias of another.',
  *whole(catalogue) {
    const owners = new Map<string, CheckedRecord>();
    yield* inPieces(catalogue.records, function* (record) {
      const { id } = record.fields;
      const owner = owners.get(id);
      if (!owner) owners.set(id, record);
      else if (owner.file !== record.file) yield { ...keyPlace(record), message: `The citation key \`${id}\` is already taken in ${owner.file}.` };
    });
    yield* inPieces(catalogue.records, function* (record) {
      for (const alias of record.fields.aliases ?? []) {
        const owner = owners.get(alias);
        if (!owner) owners.set(alias, record);
        else if (owner !== record) yield { ...fieldPlace(record, 'aliases', alias), message: `The alias \`${alias}\` already leads to ${owner.fields.id} (${owner.file}).` };
      }
    });
  },
};
