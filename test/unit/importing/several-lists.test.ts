/** Several lists into one catalogue, one after the other. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { importReport, listIn, listOf, previewTree, readSource, type ImportPlan, type Source } from '../../../src/core/importing/index.js';
import { planImport } from '../../../src/core/lists/index.js';
import type { CatalogueConfig, PaperFields } from '../../../src/core/model/schema.js';
import { applySplices, editConfig } from '../../../src/core/yaml/index.js';
import { readConfig } from '../../../src/core/yaml/read-config.js';

interface Held {
  yaml: string;
  config: CatalogueConfig;
  papers: PaperFields[];
}

const open = (): Held => ({ yaml: 'title: Mine\n', config: { categories: [], lists: [] }, papers: [] });
const pause = () => Promise.resolve();

/** Writes a list into the catalogue, as the command does. */
async function bring(held: Held, name: string, text: string): Promise<{ source: Source; plan: ImportPlan }> {
  const source = await readSource(name, text, pause);
  const list = listOf(name, source);
  const plan = planImport({ config: held.config, papers: held.papers.map((fields) => ({ fields })) }, source.works, { added: '2024-05-06', categories: true, complete: true, list: list && listIn(held.config.lists, list), headings: source.headings });
  held.yaml = applySplices(held.yaml, editConfig(held.yaml, plan.config));
  held.config = readConfig(held.yaml, 'catalog.yaml').config;
  held.papers = [...held.papers.map((fields): PaperFields => ({ ...fields, ...plan.changed.get(fields.id) })), ...[...plan.added.values()].flat()];
  return { source, plan };
}

async function assertSettled(held: Held, files: readonly (readonly [string, string])[]): Promise<void> {
  const before = JSON.stringify(held);
  for (const [name, text] of files) {
    const { plan } = await bring(held, name, text);
    assert.deepEqual([plan.added.size, plan.changed.size, plan.config.length], [0, 0, 0], `${name}: ${JSON.stringify([...plan.changed].slice(0, 2))}`);
  }
  assert.equal(JSON.stringify(held), before);
}

describe('several lists in one catalogue', () => {
  const fixtures = ['bullets', 'dated', 'references', 'tables', 'venues', 'wild'].map((name) => [`${name}.md`, readFileSync(`test/fixtures/lists/${name}.md`, 'utf8')] as const);

  it('come in one after the other, and a second time nothing changes', async () => {
    const held = open();
    for (const [name, text] of fixtures) {
      const { source, plan } = await bring(held, name, text);
      assert.equal(plan.outcomes.length, source.works.length);
      assert.ok(plan.outcomes.every(({ state }) => state !== 'left'));
    }
    assert.equal(held.config.lists.length, fixtures.length);
    assert.equal(new Set(held.papers.map(({ id }) => id)).size, held.papers.length);
    await assertSettled(held, fixtures);
  });

  it('are shown as the tree of their sections, and told in a report', async () => {
    const held = open();
    const { source, plan } = await bring(held, 'L.md', '# L\n\n- [A Work Above All Sections](https://arxiv.org/abs/2301.00001)\n\n## A\n\n### B\n\n- [Some *Title* of a Work](https://arxiv.org/abs/2301.00002)\n\n## C\n\n- [Some Title of a Work](https://arxiv.org/abs/2301.00002)\n- []()\n');
    const tree = previewTree(source.works, plan);
    assert.deepEqual([tree.rows.length, tree.sections.map(({ title, rows, sections }) => [title, rows.length, sections.map((one) => one.title)])], [1, [['A', 0, ['B']], ['C', 1, []]]]);
    const report = importReport({ source: 'L.md', catalogue: 'mine', works: source.works, plan, unread: source.unread });
    assert.match(report, /^# Import\n\nFrom `L\.md` into `mine`\.\n\n- Added: 2\n- Already there: 1\n- Could not be read: 1\n- New categories: A, B, C\n/u);
    assert.match(report, /- Line 13: `\w+` Some Title of a Work – stands in the list more than once\n/u);
    assert.match(report, /## Could not be read\n\n- Line 14: `\[\]\(\)` – a placeholder without a title or an address\n$/u);
  });

  it('have an id of their own, known again by their address', () => {
    const lists = [{ id: 'trees', title: 'Trees', url: 'https://github.com/a/trees' }, { id: 'other', title: 'Renamed', url: 'https://github.com/b/x' }];
    assert.equal(listIn(lists, { id: 'new', title: 'New' }).id, 'new');
    assert.equal(listIn(lists, { id: 'trees', title: 'Trees' }).id, 'trees');
    assert.equal(listIn(lists, { id: 'trees', title: 'Trees', url: 'https://github.com/c/trees' }).id, 'trees-2');
    assert.equal(listIn(lists, { id: 'trees', title: 'Trees', url: 'https://github.com/b/x' }).id, 'other');
  });

  it('read bibliographies by their endings', async () => {
    const format = async (name: string, text: string) => {
      const { format: found, works } = await readSource(name, text, pause);
      return [found, works.map(({ fields, line }) => [fields.title, line])];
    };
    assert.deepEqual(await format('a.bib', '\n@misc{a, title = {A Title}}\n'), ['bibtex', [['A Title', 2]]]);
    assert.deepEqual(await format('a.ris', 'TY  - JOUR\nTI  - A Title\nER  - \n'), ['ris', [['A Title', 1]]]);
    assert.deepEqual(await format('a.json', '[\n{"id": "a", "type": "book", "title": "A Title"}]'), ['csl-json', [['A Title', 2]]]);
    assert.deepEqual(await format('a.yaml', 'references:\n- id: a\n  type: book\n  title: A Title\n'), ['csl-yaml', [['A Title', 2]]]);
    assert.deepEqual(await format('a.yml', 'a:\n  type: book\n  title: A Title\n'), ['hayagriva', [['A Title', 1]]]);
  });

  describe('the five', function () {
    const folder = '../shared/seeds';
    const truth = '../shared/papers.json';
    before(function () {
      if (!existsSync(folder) || !existsSync(truth)) this.skip();
    });

    it('become one catalogue without a false merge; what is not sure is told', async () => {
      const known = JSON.parse(readFileSync(truth, 'utf8')) as { readonly key: string; readonly listed: readonly { readonly seed: string; readonly line: number }[] }[];
      const workAt = new Map(known.flatMap((work) => work.listed.map(({ seed, line }) => [`${seed}:${line}`, work.key] as const)));
      const held = open();
      const keysOf = new Map<string, Set<string>>();
      const worksOf = new Map<string, Set<string>>();
      const unsure = new Set<string>();
      const files = readdirSync(folder).sort().map((file) => [file.replace(/\.txt$/u, '.md'), readFileSync(`${folder}/${file}`, 'utf8')] as const);
      for (const [name, text] of files) {
        const { source, plan } = await bring(held, name, text);
        for (const [at, { id, perhaps }] of plan.outcomes.entries()) {
          const work = workAt.get(`${name.slice(0, 3)}:${source.works[at]?.line ?? 0}`) ?? '';
          keysOf.set(work, (keysOf.get(work) ?? new Set()).add(id));
          worksOf.set(id, (worksOf.get(id) ?? new Set()).add(work));
          if (perhaps.length > 0) unsure.add(work);
        }
      }
      assert.equal(keysOf.size, 156);
      assert.deepEqual([...worksOf].filter(([, works]) => works.size > 1), []);
      const twice = [...keysOf].filter(([, keys]) => keys.size > 1).map(([work]) => work);
      assert.ok(twice.length <= 2, twice.join(', '));
      for (const work of twice) assert.ok(unsure.has(work), work);
      assert.equal(held.config.lists.length, 5);
      await assertSettled(held, files);
    });
  });
});
