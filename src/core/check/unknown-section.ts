import type { ListSection } from '../model/schema.js';
import { nearest } from '../search/nearest.js';
import type { CheckRule } from './check.js';
import { possibleFix } from './fixes.js';
import { inPieces } from './pieces.js';
import { fieldPlace } from './place.js';

/** A paper stands in a section that its list does not have. Lists without sections in catalog.yaml are not held to any. */
export const unknownSection: CheckRule = {
  code: 'unknown-section',
  severity: 'error',
  about: 'A paper names a section that its list does not have.',
  *whole(catalogue) {
    const sections = new Map(catalogue.config.lists.map((list) => [list.id, [...sectionPaths(list.sections ?? [])]]));
    yield* inPieces(catalogue.records, function* (record) {
      for (const [index, { list, section }] of (record.fields.lists ?? []).entries()) {
        const known = sections.get(list);
        if (section === undefined || !known || known.length === 0 || known.includes(normal(section))) continue;
        const near = nearest(section, known) ?? known.find((path) => path.endsWith(` > ${section}`));
        const fix = near === undefined ? {} : { fix: possibleFix(`Write "${near}" instead`, record, [[['lists', index, 'section'], near]]) };
        yield { ...fieldPlace(record, 'lists', section), message: `The list \`${list}\` has no section \`${section}\`${near === undefined ? '.' : `: did you mean \`${near}\`?`}`, ...fix };
      }
    });
  },
};

/** Headings from the top down, joined by " > ", for every section of a list. */
function* sectionPaths(sections: readonly ListSection[], above = ''): Generator<string> {
  for (const { title, sections: below } of sections) {
    const path = `${above}${title.trim()}`;
    yield path;
    yield* sectionPaths(below ?? [], `${path} > `);
  }
}

function normal(section: string): string {
  return section.split('>').map((heading) => heading.trim()).join(' > ');
}
