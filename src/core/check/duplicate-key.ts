import type { CheckedRecord, CheckRule } from './check.js';
import { fieldPlace, keyPlace } from './place.js';

/** A citation key leads to two papers. Two equal keys in one file are found when the file is read, and reported there. */
export const duplicateKey: CheckRule = {
  code: 'duplicate-key',
  severity: 'error',
  about: 'Two papers of different files have the same citation key, or an alias of one is a key or alias of another.',
  *check(catalogue) {
    const owners = new Map<string, CheckedRecord>();
    for (const record of catalogue.records) {
      const owner = owners.get(record.paper.id);
      if (!owner) owners.set(record.paper.id, record);
      else if (owner.file !== record.file) yield { ...keyPlace(catalogue, record), message: `The citation key \`${record.paper.id}\` is already taken in ${owner.file}.` };
    }
    for (const record of catalogue.records) {
      for (const alias of record.paper.aliases) {
        const owner = owners.get(alias);
        if (!owner) owners.set(alias, record);
        else if (owner !== record) yield { ...fieldPlace(catalogue, record, 'aliases', alias), message: `The alias \`${alias}\` already leads to ${owner.paper.id} (${owner.file}).` };
      }
    }
  },
};
