import { identifiers, sameWork, titleIdentity } from '../model/identity.js';
import type { CheckedRecord, CheckRule } from './check.js';
import { inPieces } from './pieces.js';
import { keyPlace } from './place.js';

/** A work is in the catalogue twice. One paper in two categories is one record and no duplicate. */
export const duplicateWork: CheckRule = {
  code: 'duplicate-work',
  severity: 'error',
  about: 'Two papers are the same work: an identifier in common, or title, first author and year.',
  *whole(catalogue) {
    const seen = new Map<string, CheckedRecord[]>();
    yield* inPieces(catalogue.records, function* (record) {
      const { fields } = record;
      const ids = identifiers(fields);
      const title = titleIdentity(fields);
      const names = title === undefined ? ids : [...ids, `title:${title}`];
      const first = names.flatMap((name) => seen.get(name) ?? []).find((other) => other.fields.id !== fields.id && sameWork(other.fields, fields));
      if (first) {
        const common = ids.find((id) => seen.get(id)?.includes(first));
        const why = common === undefined ? 'the same title and first author' : common.replace(':', ' ');
        yield { ...keyPlace(record), message: `This is the same work as ${first.fields.id} (${first.file}): ${why}. Keep one of them and make the other key its alias.` };
      }
      for (const name of names) {
        const group = seen.get(name);
        // of many papers under one title the first few tell as much
        if (!group) seen.set(name, [record]);
        else if (group.length < most) group.push(record);
      }
    });
  },
};

/** Papers of one name that are kept for comparison. */
const most = 20;
