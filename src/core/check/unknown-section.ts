import type { ListSection } from '../model/schema.js';
import { nearest } from '../search/nearest.js';
import type { CheckRule } from './check.js';
import { fieldPlace } from './place.js';

/** A paper stands in a section that its list does not have. Lists without sections in catalog.yaml are not held to any. */
export const unknownSection: CheckRule = {
  code: 'unknown-section',
  severity: 'error',
  about: 'A paper names a section that its list does not have.',
  *check(catalogue) {
    const sections = new Map(catalogue.config.lists.map((list) => [list.id, [...sectionPaths(list.sections ?? [])]]));
    for (const record of catalogue.records) {
      for (const { list, section } of record.paper.lists) {
        const known = sections.get(list);
        if (section === undefined || !known || known.length === 0 || known.includes(normal(section))) continue;
        const near = nearest(section, known) ?? known.find((path) => path.endsWith(` > ${section}`));
        yield { ...fieldPlace(catalogue, record, 'lists', section), message: `The list \`${list}\` has no section \`${section}\`${near === undefined ? '.' : `: did you mean \`${near}\`?`}` };
      }
    }
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
