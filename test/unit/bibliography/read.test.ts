/** Entries as other programs write them. */
import assert from 'node:assert/strict';
import { formatOf, formats, type FormatId, type Named } from '../../../src/core/bibliography/index.js';
import { toPaper } from '../../../src/core/model/paper.js';
import { fullName } from '../../../src/core/model/person.js';
import { applySplices } from '../../../src/core/yaml/splice.js';
import { fromPandoc, toPandoc } from '../../../src/core/bibliography/pandoc-text.js';

const one = async (id: FormatId, text: string) => {
  const paper = (await formats[id].read(text)).entries[0]?.paper;
  assert.ok(paper);
  return paper;
};

describe('the format of a file', () => {
  const cases: readonly (readonly [path: string, text: string, by: Named['by'] | undefined, format: FormatId | undefined])[] = [
    ['a.bib', '', undefined, 'bibtex'], ['A.BIB', '[]', undefined, 'bibtex'],
    ['a.json', '[{"id": "x", "type": "book"}]', undefined, 'csl-json'], ['a.json', '[{"name": "x"}]', undefined, undefined], ['package.json', '{"name": "x"}', undefined, undefined], ['a.json', '', 'front-matter', 'csl-json'], ['a.json', '[]', undefined, undefined], ['a.json', '\ufeff[\n{"title": "x"}]', 'front-matter', 'csl-json'],
    ['a.yaml', '---\nreferences:\n- id: x\n', undefined, 'csl-yaml'], ['a.yml', '- id: x\n  type: book\n', undefined, 'csl-yaml'], ['a.yml', '# x\nkey:\n  type: article\n', undefined, 'hayagriva'], ['a.yml', 'name: CI\non: push\n', undefined, undefined], ['a.yml', 'jobs:\n  build:\n    steps: 1\n', undefined, undefined],
    ['a.yml', '', 'typst-bibliography', 'hayagriva'], ['a.yml', '', 'front-matter', 'csl-yaml'], ['a.yml', 'key:\n  title: X\n', 'typst-bibliography', 'hayagriva'], ['a.txt', '@misc{a}', undefined, undefined], ['refs', '@misc{a, title={X}}', 'addbibresource', 'bibtex'],
  ];
  for (const [path, text, by, format] of cases) it(`of ${path} with ${JSON.stringify(text)}${by === undefined ? '' : `, named by ${by}`}: ${String(format)}`, () => assert.equal(formatOf(path, text, by === undefined ? undefined : { by }), format));
});

describe('CSL items', () => {
  const item = async (fields: object) => one('csl-json', JSON.stringify([{ id: 'a', ...fields }]));
  it('dates in every form', async () => {
    for (const [issued, date] of [[{ 'date-parts': [[2023, 7, 10]] }, '2023-07-10'], [{ 'date-parts': [['2023', '7']] }, '2023-07'], [{ 'date-parts': [[2023, 7], [2023, 8]] }, '2023-07'], [{ raw: '2023-07-10' }, '2023-07-10'], [{ literal: 'Summer 2023' }, '2023'], ['2023-07', '2023-07'], [{ year: 2023, month: 7 }, '2023-07'], [[{ year: 2023 }], '2023'], [{}, undefined], ['soon', undefined], [{ 'date-parts': [[2023, 7, 31], []] }, '2023-07-31']] as const) assert.equal((await item({ issued })).fields.issued, date, JSON.stringify(issued));
  });
  it('names in every form', async () => {
    const { authors } = await item({ author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }, { family: 'Humboldt', given: 'Alexander', 'dropping-particle': 'von' }, { literal: 'OpenAI' }, { family: 'Orsay', 'non-dropping-particle': 'd’' }, 'Jane Doe', { family: 'King', given: 'Martin', suffix: 'Jr' }, {}, null, 7] });
    assert.deepEqual(authors.map(fullName), ['Jan van der Berg', 'Alexander von Humboldt', 'OpenAI', 'd’Orsay', 'Jane Doe', 'Martin King Jr', '7']);
  });
  it('identifiers where programs put them', async () => {
    for (const fields of [{ URL: 'http://arxiv.org/abs/2212.10560' }, { DOI: '10.48550/arXiv.2212.10560' }, { number: 'arXiv:2212.10560' }, { archive: 'arXiv', archive_location: '2212.10560' }, { note: 'arXiv:2212.10560 [cs]' }, { 'container-title': 'arXiv:2212.10560' }]) assert.equal((await item(fields)).fields.arxiv, '2212.10560', JSON.stringify(fields));
    assert.equal((await item({ DOI: 'https://doi.org/10.18653/v1/2023.acl-long.754' })).fields.acl, '2023.acl-long.754');
    assert.deepEqual((await item({ DOI: 'none', URL: 'https://a.example/x' })).fields.links, { page: 'https://a.example/x' });
  });
  it('types, and texts with tags', async () => {
    assert.equal((await item({ type: 'article-newspaper' })).type, 'article-magazine');
    assert.equal((await item({ type: 'constructor' })).type, 'document');
    assert.equal((await item({ title: 'a <i>b</i> <span class="nocase">C</span> <b> d < e' })).title, 'a b C <b> d < e');
    assert.equal((await item({ type: 'article', publisher: 'arXiv', number: 'arXiv:2212.10560' })).fields.publisher, undefined);
  });
});

describe('a list of pandoc’s that is empty', () => {
  it('is the one that is added to, behind a byte order mark too', async () => {
    for (const text of ['references:\n', '\ufeffreferences:\n', '\ufeffreferences: []\n', '\ufeff---\nreferences:\n']) {
      const { splices } = formats['csl-yaml'].ensure(await formats['csl-yaml'].read(text), toPaper({ id: 'a', title: 'A title' }));
      const after = applySplices(text, splices);
      assert.equal(after.split('references').length, 2, after);
      assert.deepEqual((await formats['csl-yaml'].read(after)).entries.map(({ key }) => key), ['a'], after);
    }
  });
});

describe('items that are cut short', () => {
  const shown = async (text: string) => (await formats['csl-json'].read(text)).entries.map(({ key, start, end, keyPlace, broken }) => [key, text.slice(start, end), text.slice(keyPlace.start, keyPlace.end), broken]);
  it('before the id, by the next item in the same column', async () => {
    assert.deepEqual(await shown('[\n{"id":\n{"id": "b"}]'), [['', '{"id":', '', true], ['b', '{"id": "b"}', 'b', false]]);
  });
  it('within the id', async () => {
    assert.deepEqual(await shown('[\n{"id": "a , \n{"id": "b"}]'), [['a , ', '{"id": "a , ', 'a , ', true], ['b', '{"id": "b"}', 'b', false]]);
  });
});

describe('pandoc’s YAML', () => {
  it('reads Markdown as text', () => {
    for (const [markdown, text] of [['*E. coli* in [HeLa]{.nocase} cells', 'E. coli in HeLa cells'], ['a\\*b\\_c \\<b\\>', 'a*b_c <b>'], ['snake_case_name', 'snake_case_name'], ['**bold** and __too__', 'bold and too'], ['2 * 3 * 4', '2 * 3 * 4'], ['<span class="nocase">X</span>', 'X'], ['\\\\x', '\\x']] as const) assert.equal(fromPandoc(markdown), text);
  });
  it('writes text as Markdown', () => {
    for (const [text, markdown] of [['a*b [c] @d', 'a\\*b \\[c\\] \\@d'], ['1. First', '1\\. First'], ['- x', '\\- x'], ['costs $5', 'costs \\$5'], ['in $O(n^2)$ time', 'in $O(n^2)$ time'], ['snake_case', 'snake\\_case']] as const) assert.equal(toPandoc(text), markdown);
  });
  it('reads values as they are written', async () => {
    const paper = await one('csl-yaml', 'references:\n- type: article-journal\n  id: x2020\n  author:\n  - family: Doe\n    given: J.\n  issued:\n  - year: 2020\n    month: 5\n  volume: 012\n  container-title: |\n    The\n    Journal\n  custom: {arxiv: 2212.10560}\n');
    assert.deepEqual(paper.fields, { id: 'x2020', type: 'article-journal', authors: ['J. Doe'], issued: '2020-05', volume: '012', 'container-title': 'The Journal', arxiv: '2212.10560' });
  });
});

describe('Hayagriva', () => {
  it('reads what stands in something by what that is', async () => {
    const journal = await one('hayagriva', 'kinetics:\n    type: Article\n    title: Kinetics and luminescence\n    author: ["Doan, T. D.", "Tran Thoai, D. B.", "Haug, Hartmut, Jr."]\n    doi: "10.1103/PhysRevB.102.165126"\n    page-range: 165126-165139\n    date: 2020-10-14\n    parent:\n        title: Physical Review B\n        volume: 102\n        issue: 16\n        publisher: American Physical Society\n');
    assert.deepEqual(journal.fields, {
      id: 'kinetics', type: 'article-journal', title: 'Kinetics and luminescence', authors: ['T. D. Doan', { family: 'Tran Thoai', given: 'D. B.' }, { family: 'Haug', given: 'Hartmut', suffix: 'Jr.' }], issued: '2020-10-14', doi: '10.1103/PhysRevB.102.165126', page: '165126–165139', 'container-title': 'Physical Review B', volume: '102', issue: '16', publisher: 'American Physical Society',
    });
    const talk = await one('hayagriva', 'w:\n  type: article\n  title: {value: "{Boost} \\\\{x\\\\}", verbatim: true, shorthand: B}\n  author: {name: Watkins, given-name: Gloria Jean, alias: bell hooks}\n  parent:\n    - {type: proceedings, title: Proc}\n    - {type: Conference, title: WWDC 2020}\n  url: {value: https://a.example/x, date: 2020-01-01}\n  serial-number: {arxiv: 2212.10560, doi: 10.1000/x}\n');
    assert.deepEqual(talk.fields, { id: 'w', type: 'paper-conference', title: 'Boost {x}', 'title-short': 'B', authors: ['Gloria Jean Watkins'], venue: 'WWDC 2020', 'container-title': 'Proc', links: { page: 'https://a.example/x' }, arxiv: '2212.10560', doi: '10.1000/x' });
  });
  it('takes an article in nothing with an arXiv id for a preprint', async () => {
    assert.deepEqual((await one('hayagriva', 'p:\n  type: article\n  title: X\n  author: UNICEF\n  serial-number: "2212.10560"\n')).fields, { id: 'p', type: 'article', title: 'X', authors: [{ literal: 'UNICEF' }], arxiv: '2212.10560' });
  });
  it('tells what it cannot read', async () => {
    const bibliography = await formats.hayagriva.read('a: text\nb:\n  type: book\n- c\n');
    await bibliography.readAll(() => Promise.resolve());
    assert.deepEqual(bibliography.problems.map(({ rule }) => rule), ['hayagriva-no-fields', 'yaml-stray-line']);
    assert.throws(() => formats.hayagriva.ensure(bibliography, toPaper({ id: 'new' })), /line 4/u);
  });
});

describe('a broken CSL-JSON file', () => {
  it('loses one item to a missing quote, brace or comma', async () => {
    const text = '[\n  {\n    "id": "a",\n    "title": "X"\n  },\n  {\n    "id": "b",\n    "author": [{ "family": "Doe" }],\n    "title": "Y"\n  },\n  {\n    "id": "c"\n  }\n]\n';
    for (let at = 0; at < text.length; at++) {
      if (!'{}[]",:'.includes(text[at] ?? '')) continue;
      const source = text.slice(0, at) + text.slice(at + 1);
      const bibliography = await formats['csl-json'].read(source);
      await bibliography.readAll(() => Promise.resolve());
      const whole = bibliography.entries.filter(({ broken }) => !broken).map(({ key }) => key);
      const place = `${source.slice(Math.max(0, at - 12), at)}▸◂${source.slice(at, at + 12)}`;
      assert.ok(whole.length >= 2, `${place}: ${whole.join()}`);
      assert.ok(bibliography.problems.length > 0, place);
    }
  });
  it('says what keeps it from being added to', async () => {
    const paper = (await one('csl-json', '[{"id": "new", "title": "New"}]'));
    for (const [text, message] of [['{"id": "a"}', /line 1 .*list/u], ['[\n{"id": "a"}\n', /line 1 .*\]/u], ['[\n{"id": "a"\n', /line/u], ['nonsense', /line 1/u]] as const) {
      const bibliography = await formats['csl-json'].read(text);
      assert.throws(() => formats['csl-json'].ensure(bibliography, paper), message, text);
    }
  });
});
