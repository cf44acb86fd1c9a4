/** Reading: what is understood, what is reported, and where. */
import assert from 'node:assert/strict';
import { showProblem } from '../../../src/core/model/problem.js';
import { cutBlocks } from '../../../src/core/yaml/blocks.js';
import { readPapers, readPapersNow } from '../../../src/core/yaml/read-papers.js';
import { readConfig } from '../../../src/core/yaml/read-config.js';
import { suggestField } from '../../../src/core/yaml/names.js';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** `line:column rule «text»` of each problem. */
function problems(text: string): string[] {
  return readPapersNow(text, 'papers/x.yaml').problems.map(({ line, column, rule, range }) => `${line}:${column} ${rule} «${text.slice(range.start, range.end).split('\n')[0] ?? ''}»`);
}

function fields(text: string): unknown {
  return plain(readPapersNow(text, 'f').entries.map((entry) => (entry.cleared ? { ...entry.fields, cleared: entry.cleared } : entry.fields)));
}

describe('yaml: cutting', () => {
  const cut = (text: string): string[] => cutBlocks(text).blocks.map(({ start, end }) => text.slice(start, end));
  it('gives comments directly above to the paper, those set apart and blank lines to the one before, the header to the file', () => {
    assert.deepEqual(cut('# header\n- id: a\n\n# part\n\n# b1\n  # b2\n- id: b\n  # in b\n- id: c\n'), ['- id: a\n\n# part\n\n', '# b1\n  # b2\n- id: b\n  # in b\n', '- id: c\n']);
    assert.deepEqual(cut('# header\n\n# about a\n- id: a'), ['# about a\n- id: a']);
    assert.deepEqual(cut('%YAML 1.2\n---\n# about a\n- id: a\n...\n# end\n'), ['# about a\n- id: a\n']);
  });
  it('is not deceived by what looks like a paper', () => {
    assert.deepEqual(cut('- id: a\n  note: |\n    - id: x\n   \n    # no\n  tags: [\n    - y,\n# c\n   z]\n  title: "\n   - id: z"\n- id: b\n').length, 2);
    assert.deepEqual(cut('  - id: a\n    tags:\n    - x\n    - y\n  -\n    id: b\n').length, 2);
  });
  it('says when it is not sure', () => {
    for (const text of ['[{id: a}]', '{a: 1}', 'papers:\n- id: a\n', '- id: a\n---\n- id: b\n', '- id: a\n  t: &x 1\n- id: b\n  t: *x\n', '- id: a\r- id: b', '--- [a]\n', '&a\n- id: b\n', '%TAG ! x\n---\n- id: a\n']) assert.equal(cutBlocks(text).regular, false, text);
    for (const text of ['', '# c', '---\n', '- id: a\n  t: &x 1\n  u: *x\n', '- id: a\n  t: Q&A *x*\n- id: b\n  t: R&D\n']) assert.equal(cutBlocks(text).regular, true, text);
  });
});

describe('yaml: reading', () => {
  it('recovers what is plainly meant, with a warning at its place', () => {
    const text = '- id: a\n  arxiv: 2212.10560\n  categories: surveys\n  title: 1984\n  version: 1.10\n  isbn: 0201896834\n  venue:\n  issued: 2023\n';
    assert.deepEqual(fields(text), [{ id: 'a', arxiv: '2212.10560', categories: ['surveys'], title: '1984', version: '1.10', isbn: '0201896834', issued: '2023', cleared: ['venue'] }]);
    assert.deepEqual(problems(text), ['2:10 arxiv-unquoted «2212.10560»', '3:15 not-a-list «surveys»', '4:10 text-unquoted «1984»']);
    assert.equal(showProblem(readPapersNow(text, 'f').problems[0] ?? assert.fail()), 'f:2:10: warning: Put arxiv in quotes: "2212.10560". Without them YAML reads the number 2212.1056. [arxiv-unquoted]');
    assert.equal(readPapersNow(text, 'f').problems[0]?.paper, 'a');
  });
  it('leaves out an invalid field and keeps the others; several problems at their places', () => {
    const text = '- id: a\n  title: T\n  authors: [A, {family: x, foo: y}]\n  links: {code: foo, page: "https://x.y"}\n  issued: July\n  tags: [a, [b]]\n  status: red\n- id: b\n';
    assert.deepEqual(fields(text), [{ id: 'a', title: 'T', links: { page: 'https://x.y' } }, { id: 'b' }]);
    assert.deepEqual(problems(text), ['3:16 schema «{family: x, foo: y}»', '4:17 schema «foo»', '5:11 schema «July»', '6:13 schema «[b]»', '7:11 schema «red»']);
  });
  it('loses to broken text one field, or at worst one paper', () => {
    const text = '- id: a\n  title: Foo: bar\n  note: n\n- id: b\n  title: "open\n  note: n\n- id: c\n  tags: [x\n  note: n\n- id: d\n\ttitle: x\n- title: no id\n- just text\n- id: "bad id"\n- id: e\nnote: n\n- id: f\n  note: n\n  note: m\n- id: g\n  note: *x\n';
    assert.deepEqual(fields(text), [{ id: 'a', note: 'n' }, { id: 'b', note: 'n' }, { id: 'c', note: 'n' }, { id: 'd' }, { id: 'e' }, { id: 'f', note: 'n' }, { id: 'g' }]);
    assert.deepEqual(problems(text), ['2:10 yaml-syntax «F»', '5:10 yaml-syntax «"»', '8:9 yaml-syntax «[»', '11:1 yaml-tab «\t»', '12:3 id-missing «title: no id»', '13:3 schema «just text»', '14:7 schema «"bad id"»', '16:1 yaml-syntax «note»', '19:3 yaml-duplicate-key «note»', '21:9 yaml-syntax «*x»']);
  });
  it('knows the names of other formats and near misses, and leaves others alone', () => {
    assert.deepEqual(['author', 'year', 'journal', 'keywords', 'url', 'eprint', 'DOI', 'container_title', 'autors', 'catgories', 'Title', 'x-own', 'issn', 'rating', 'id'].map(suggestField), ['authors', 'issued', 'container-title', 'tags', 'links.page', 'arxiv', 'doi', 'container-title', 'authors', 'categories', 'title', undefined, undefined, undefined, undefined]);
    assert.deepEqual(problems('- id: a\n  author: A\n  rating: 5\n'), ['2:3 field-unknown «author»']);
    assert.deepEqual(fields('- id: a\n  author: A\n  rating: 5\n'), [{ id: 'a', author: 'A', rating: 5 }]);
  });
  it('reports a citation key that is there twice, at the second, also after a partial reading', () => {
    assert.deepEqual(problems('- id: a\n- id: b\n- id: "a"\n'), ['3:7 id-duplicate «"a"»']);
    const before = readPapersNow('- id: a\n- id: b\n- id: c\n- id: d\n- id: e\n- id: f\n', 'f');
    const after = readPapersNow('- id: a\n- id: b\n- id: c\n- id: a\n- id: e\n- id: f\n', 'f', before);
    assert.equal(after.problems[0]?.rule, 'id-duplicate');
    assert.deepEqual(readPapersNow('- id: a\n- id: b\n- id: c\n- id: x\n- id: e\n- id: f\n', 'f', after).problems, []);
  });
  it('reads files that are no plain list as well', () => {
    assert.deepEqual(fields('[{id: a, title: T}, {id: b, arxiv: 2212.10560}]'), [{ id: 'a', title: 'T' }, { id: 'b', arxiv: '2212.10560' }]);
    assert.deepEqual(fields('- id: a\n  tags: &t [x]\n- id: b\n  tags: *t\n'), [{ id: 'a', tags: ['x'] }, { id: 'b', tags: ['x'] }]);
    assert.deepEqual(problems('\uFEFF[{id: a}, {id: a}]'), ['1:17 id-duplicate «a»']);
    assert.deepEqual(problems('papers:\n- id: a\n'), ['1:1 yaml-top-level «papers:»']);
    assert.deepEqual(problems('- id: a\n---\n- id: b\n'), ['2:1 yaml-documents «---»']);
    assert.deepEqual(fields('%YAML 1.1\n--- [{id: a, title: yes}]'), [{ id: 'a', title: 'yes' }]);
    for (const empty of ['', '\n\n', '# only\n', '---\n', '[]', 'null']) assert.deepEqual([fields(empty), problems(empty)], [[], []], empty);
  });
  it('lists at most a hundred problems, then counts', () => {
    const { problems: all } = readPapersNow('- title: x\n'.repeat(130), 'f');
    assert.equal(all.length, 101);
    assert.equal(all[100]?.message, 'And 30 more problems in this file.');
  });
  it('pauses, keeps the objects of unchanged papers, and takes back what was kept as JSON', () => {
    const text = Array.from({ length: 300 }, (_, index) => `- id: p${index}\n  title: T\n`).join('');
    let pauses = 0;
    const reading = readPapers(text, 'f');
    let step = reading.next();
    while (!step.done) {
      pauses += 1;
      step = reading.next();
    }
    assert.ok(pauses >= 4);
    const first = step.value;
    const changed = text.replace('- id: p150\n', '- id: new\n- id: p150\n  venue: V\n');
    const second = readPapersNow(changed, 'f', first);
    assert.equal(second.entries.length, 301);
    assert.equal(second.entries[0], first.entries[0]);
    assert.equal(second.entries[300]?.fields, first.entries[299]?.fields);
    assert.notEqual(second.entries[151]?.fields, first.entries[150]?.fields);
    const kept = JSON.parse(JSON.stringify(first)) as typeof first;
    assert.equal(readPapersNow(changed, 'f', kept).entries[300]?.fields, kept.entries[299]?.fields);
    assert.equal(readPapersNow(text, 'f', first), first);
  });
});

describe('yaml: reading again', () => {
  it('sees that what was a paper is a comment above the next one now', () => {
    const text = '- id: a\n- id: b\n# set apart\n\n- id: c\n- id: d\n';
    const changed = text.replace('apart\n\n', 'apart ');
    assert.deepEqual(readPapersNow(changed, 'f', readPapersNow(text, 'f')), readPapersNow(changed, 'f'));
  });
  it('sees that an anchor which was typed reaches another paper', () => {
    const text = ['a', 'b', 'c', 'd', 'e'].map((id) => `- id: ${id}\n  title: x\n  note: >-\n    *x\n`).join('');
    const changed = text.replace('title: x', 'title: &x x');
    assert.deepEqual(readPapersNow(changed, 'f', readPapersNow(text, 'f')), readPapersNow(changed, 'f'));
  });
});

describe('yaml: catalog.yaml', () => {
  const read = (text: string): { config: unknown; found: string[] } => {
    const { config, problems: all } = readConfig(text, 'catalog.yaml');
    return { config: plain(config), found: all.map(({ line, column, rule }) => `${line}:${column} ${rule}`) };
  };
  it('reads the tree and the lists, and what it can of broken ones', () => {
    const text = 'title: C\ncategories:\n  - id: a\n    title: A\n    children:\n      - {id: b, title: B}\n      - {id: Bad, title: C}\n      - title: D\n      - {id: b, title: E}\n  - foo\n  - id: z\n    title: 2024\nlists:\n  - {id: l, title: L, sections: [S, {title: T, sections: [U]}]}\n  - {id: l, title: L, url: x}\n  - nope: 1\n';
    const { config, found } = read(text);
    assert.deepEqual(config, {
      title: 'C',
      categories: [{ id: 'a', title: 'A', children: [{ id: 'b', title: 'B' }, { id: 'b', title: 'E' }] }, { id: 'z', title: '2024' }],
      lists: [{ id: 'l', title: 'L', sections: [{ title: 'S' }, { title: 'T', sections: [{ title: 'U' }] }] }, { id: 'l', title: 'L' }],
    });
    assert.deepEqual(found, ['7:14 schema', '8:9 schema', '9:14 category-duplicate', '10:5 schema', '12:12 text-unquoted', '15:10 list-duplicate', '15:28 schema', '16:5 schema']);
  });
  it('never throws', () => {
    const nothing = { categories: [], lists: [] };
    for (const text of ['', '# c', '- a', 'x', '{', '"', '\0', '&a [*a]', 'a: &a {b: *a}', 'categories: [[[[', '\uFEFF']) assert.deepEqual({ ...nothing, ...(read(text).config as object) }, { ...(read(text).config as object), ...nothing }, text);
    assert.deepEqual(read('title: "x\ncategories: [{id: a, title: A}]').found.length, 1);
  });
});
