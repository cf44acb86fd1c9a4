/** The bundled catalogue keeps its own rules. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { checkCatalogue, checkedCatalogue } from '../../src/core/check/index.js';
import { yearOf } from '../../src/core/model/dates.js';
import { identifiers } from '../../src/core/model/identity.js';
import { shortName, toPerson } from '../../src/core/model/person.js';
import type { ListSection, PaperFields } from '../../src/core/model/schema.js';
import { fold } from '../../src/core/model/text.js';
import { mergeLayers } from '../../src/core/catalogue/merge.js';
import { compile } from '../../src/core/catalogue/compile.js';
import { fromCompiled } from '../../src/core/catalogue/compiled.js';
import { arrange } from '../../src/core/outline/arrange.js';
import { groupings, type GroupBy } from '../../src/core/outline/groupings.js';
import { everyPaper } from '../../src/core/outline/nodes.js';
import { readConfig } from '../../src/core/yaml/read-config.js';
import { printPaper } from '../../src/core/yaml/print.js';
import { readPapersNow } from '../../src/core/yaml/read-papers.js';

const texts = new Map([['catalog.yaml', readFileSync('catalog/catalog.yaml', 'utf8')]]);
for (const name of readdirSync('catalog/papers').sort()) texts.set(`papers/${name}`, readFileSync(path.join('catalog/papers', name), 'utf8'));
const { config, problems } = readConfig(texts.get('catalog.yaml') ?? '', 'catalog.yaml');
const files = new Map([...texts].filter(([name]) => name !== 'catalog.yaml').map(([name, text]) => [name, readPapersNow(text, name)]));
const papers: PaperFields[] = [...files.values()].flatMap((file) => file.entries.map(({ fields }) => fields));
const categories = config.categories.flatMap((top) => [top, ...(top.children ?? [])]);

describe('the bundled catalogue', () => {
  it('is read without a problem and keeps every rule', () => {
    assert.deepEqual(problems, []);
    assert.deepEqual([...files.values()].flatMap((file) => file.problems), []);
    assert.deepEqual(checkCatalogue(checkedCatalogue(config, files, (file) => texts.get(file) ?? '')), []);
  });

  it('holds 156 works and the 211 rows of the five lists', () => {
    assert.equal(papers.length, 156);
    const rows = papers.flatMap((paper) => paper.lists ?? []);
    assert.equal(rows.length, 211);
    const counts = config.lists.map(({ id }) => rows.filter(({ list }) => list === id).length);
    assert.deepEqual(counts, [16, 68, 4, 109, 14]);
  });

  it('keeps the sections that a list left empty', () => {
    const used = new Set(papers.flatMap((paper) => (paper.lists ?? []).map(({ list, section }) => `${list}: ${section ?? ''}`)));
    const paths = (sections: readonly ListSection[], above: string): string[] => sections.flatMap(({ title, sections: inner }) => [above + title, ...paths(inner ?? [], `${above}${title} > `)]);
    const all = config.lists.flatMap(({ id, sections }) => paths(sections ?? [], `${id}: `));
    const leaves = all.filter((one) => !all.some((other) => other.startsWith(`${one} > `)));
    assert.ok(leaves.filter((leaf) => !used.has(leaf)).length >= 10, 'lists 2 and 3 have many empty sections');
  });

  it('has 8 to 14 top-level categories, two levels, none of them empty', () => {
    assert.ok(config.categories.length >= 8 && config.categories.length <= 14);
    assert.ok(categories.every((category) => config.categories.includes(category) || (category.children ?? []).length === 0));
    const used = new Set(papers.flatMap((paper) => paper.categories ?? []));
    assert.deepEqual(categories.filter(({ id, children }) => !used.has(id) && !(children ?? []).some((child) => used.has(child.id))).map(({ id }) => id), []);
  });

  it('files every paper in one to four categories', () => {
    for (const paper of papers) assert.ok((paper.categories ?? []).length >= 1 && (paper.categories ?? []).length <= 4, paper.id);
  });

  it('gives every paper authors, a date, a summary of one sentence and a way to it', () => {
    for (const paper of papers) {
      assert.ok((paper.authors ?? []).length > 0 && paper.issued && paper.summary && paper.type && (paper.tags ?? []).length > 0, paper.id);
      assert.match(paper.summary, /^[\p{Lu}\d“"].*\.$/u, paper.id);
      assert.ok(identifiers(paper).length > 0 || Object.keys(paper.links ?? {}).length > 0, paper.id);
      assert.ok(Object.values(paper.links ?? {}).every((link) => link.startsWith('https://')), paper.id);
    }
  });

  it('has keys of first author, year and title word, unique in ASCII', () => {
    for (const paper of papers) {
      const first = shortName(toPerson(paper.authors?.[0] ?? ''));
      const author = fold(first.split(' ').length > 1 && paper.authors?.[0] && typeof paper.authors[0] === 'object' && 'literal' in paper.authors[0] ? (first.split(' ')[0] ?? '') : first).replace(/[^a-z0-9]/gu, '');
      assert.ok(paper.id.startsWith(`${author}${yearOf(paper.issued) ?? ''}`), `${paper.id}: ${author}${yearOf(paper.issued) ?? ''}`);
      assert.match(paper.id, /^[a-z0-9]+$/u);
    }
    assert.equal(new Set(papers.map(({ id }) => id)).size, papers.length);
    assert.equal(new Set(papers.flatMap(identifiers)).size, papers.flatMap(identifiers).length);
  });

  it('is dated by the venue where published and by the first posting where not', () => {
    for (const paper of papers) {
      const year = /\b(20\d\d)\b/u.exec(paper.venue ?? '')?.[1];
      if (year && ['paper-conference', 'article-journal'].includes(paper.type ?? '')) assert.equal(yearOf(paper.issued), Number(year), paper.id);
      if (paper.submitted && paper.issued) assert.ok(paper.submitted.slice(0, 4) <= paper.issued.slice(0, 4), paper.id);
    }
  });

  it('is written the way Litshelf writes, sorted, in the file of the first category', () => {
    for (const [name, text] of texts) {
      const file = files.get(name);
      if (!file) continue;
      assert.equal(file.entries.map(({ fields }) => printPaper(fields)).join('\n'), text, name);
      const ids = file.entries.map(({ fields }) => fields.id);
      assert.deepEqual(ids, [...ids].sort(), name);
      for (const { fields } of file.entries) assert.equal(`papers/${fields.categories?.[0]?.split('/')[0] ?? ''}.yaml`, name, fields.id);
    }
  });

  for (const groupBy of Object.keys(groupings) as GroupBy[]) {
    it(`shows all 156 works grouped by ${groupBy}`, () => {
      const layer = fromCompiled(compile(texts), { id: 'bundled', kind: 'bundled', name: 'Bundled', root: '/' });
      const { outline } = arrange(mergeLayers([layer]), { groupBy, sortBy: 'title', filter: '' });
      assert.equal(new Set(outline.roots.flatMap((root) => [...everyPaper(root)])).size, 156);
    });
  }
});
