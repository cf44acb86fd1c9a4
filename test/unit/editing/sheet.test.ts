import assert from 'node:assert/strict';
import { applyPatch, patchBetween } from '../../../src/core/editing/patch.js';
import { emptyContext } from '../../../src/core/search/index.js';
import { changedLines, Desk } from './desk.js';

const two = `# about this file

- id: wang2023selfinstruct
  type: paper-conference
  title: "Self-Instruct: Aligning Language Models"  # as printed
  authors: [Yizhong Wang, Yeganeh Kordi]
  issued: 2023-07
  venue: ACL 2023
  arxiv: "2212.10560"
  categories: [generation/instructions]
  tags: [math, code]
  x-mine: {a: 1}
- id: eldan2023tinystories
  title: TinyStories
  issued: 2023
`;

describe('the sheet of a papers file', () => {
  it('has a row a paper, with the words that the tree has', () => {
    const { page } = new Desk(two);
    assert.deepEqual(page.rows, [
      { row: 0, key: 'wang2023selfinstruct', type: 'paper-conference', title: 'Self-Instruct: Aligning Language Models', authors: 'Wang & Kordi', year: '2023', venue: 'ACL 2023', categories: ['generation/instructions'], filed: ['generation/instructions'], tags: ['math', 'code'], identifiers: ['arXiv 2212.10560'], problems: { errors: 0, warnings: 0, infos: 0 } },
      { row: 1, key: 'eldan2023tinystories', type: 'document', title: 'TinyStories', authors: '', year: '2023', venue: '', categories: [], filed: [], tags: [], identifiers: [], problems: { errors: 0, warnings: 0, infos: 0 } },
    ]);
    assert.equal(page.banner, null);
  });

  it('tells of a paper what its YAML says, in its own order, unknown fields included', () => {
    const desk = new Desk(two);
    const detail = desk.sheet.paper(0);
    assert.ok(detail);
    assert.deepEqual(Object.keys(detail.fields), ['id', 'type', 'title', 'authors', 'issued', 'venue', 'arxiv', 'categories', 'tags', 'x-mine']);
    assert.deepEqual(detail.unknown, ['x-mine']);
    assert.equal(detail.line, 3);
    assert.deepEqual(detail.links.map(({ url }) => url), ['https://arxiv.org/abs/2212.10560', 'https://arxiv.org/pdf/2212.10560', 'https://arxiv.org/html/2212.10560']);
    assert.equal(desk.sheet.paper(7), null);
  });

  it('writes one line for one field, and keeps the comment beside it', () => {
    const desk = new Desk(two);
    desk.edit({ kind: 'fields', rows: [0], changes: [{ kind: 'set', path: ['title'], value: 'Self-Instruct' }] });
    assert.deepEqual(changedLines(two, desk.text), ['  title: "Self-Instruct"  # as printed']);
    assert.equal(desk.page.rows[0]?.title, 'Self-Instruct');
  });

  it('writes nothing when the value is what it was', () => {
    const desk = new Desk(two);
    desk.edit({ kind: 'fields', rows: [0], changes: [{ kind: 'set', path: ['issued'], value: '2023-07' }, { kind: 'set', path: ['authors'], value: ['Yizhong Wang', 'Yeganeh Kordi'] }, { kind: 'unset', path: ['doi'] }] });
    desk.edit({ kind: 'items', rows: [0, 1], field: 'tags', add: [], remove: ['biology'] });
    desk.edit({ kind: 'fields', rows: [0], changes: [{ kind: 'reorder', path: ['authors'], from: 1, to: 1 }] });
    assert.equal(desk.steps, 0);
    assert.equal(desk.text, two);
  });

  it('moves an author, and takes a list away with its last item', () => {
    const desk = new Desk(two);
    desk.edit({ kind: 'fields', rows: [0], changes: [{ kind: 'reorder', path: ['authors'], from: 1, to: 0 }] });
    assert.deepEqual(changedLines(two, desk.text), ['  authors: [Yeganeh Kordi, Yizhong Wang]']);
    desk.edit({ kind: 'fields', rows: [0], changes: [{ kind: 'unset', path: ['authors', 0] }, { kind: 'unset', path: ['authors', 0] }] });
    assert.ok(!desk.text.includes('authors'));
  });

  it('files several papers at once, in one step', () => {
    const desk = new Desk(two);
    desk.edit({ kind: 'items', rows: [0, 1], field: 'categories', add: ['stories'], remove: ['generation/instructions'] });
    assert.deepEqual(desk.page.rows.map(({ categories }) => categories), [['stories'], ['stories']]);
    assert.equal(desk.steps, 1);
    desk.edit({ kind: 'items', rows: [0, 1], field: 'categories', add: [], remove: ['stories'] });
    assert.ok(!desk.text.includes('categories'));
    while (desk.undo());
    assert.equal(desk.text, two);
  });

  it('adds a paper with a key of its own and says which row it is', () => {
    const desk = new Desk(two);
    const [row] = desk.edit({ kind: 'add', fields: { title: 'Textbooks Are All You Need', authors: ['Suriya Gunasekar'], issued: '2023' }, after: 0 });
    assert.equal(row, 2);
    assert.deepEqual(desk.page.rows.map(({ key }) => key), ['wang2023selfinstruct', 'gunasekar2023textbooks', 'eldan2023tinystories']);
    const [copy] = desk.edit({ kind: 'duplicate', rows: [0] });
    assert.deepEqual(desk.page.rows.map((one) => one.row), [0, copy, 2, 1]);
    assert.deepEqual(desk.fields(copy ?? -1)['x-mine'], { a: 1 });
    assert.throws(() => desk.edit({ kind: 'add', fields: { id: 'eldan2023tinystories' } }), { name: 'Refusal' });
    assert.throws(() => desk.edit({ kind: 'add', fields: { id: 'two words' } }), { name: 'Refusal' });
  });

  it('starts an empty file', () => {
    const desk = new Desk('');
    desk.edit({ kind: 'add', fields: { title: 'A Title' } });
    assert.equal(desk.text, '- id: anonymoustitle\n  title: A Title\n');
    desk.undo();
    assert.equal(desk.text, '');
  });

  it('changes the very record that is meant where two have one key, or one has none', () => {
    const text = '- id: same\n  title: First\n- title: None\n- id: same\n  title: Second\n- id: other\n';
    const desk = new Desk(text);
    assert.deepEqual(desk.page.rows.map(({ key, title, problems }) => [key, title, problems.errors]), [['same', 'First', 0], ['', 'None', 1], ['same', 'Second', 1], ['other', '', 0]]);
    desk.edit({ kind: 'fields', rows: [2], changes: [{ kind: 'set', path: ['title'], value: 'Changed' }] });
    assert.equal(desk.text, text.replace('Second', 'Changed'));
    desk.edit({ kind: 'fields', rows: [1], changes: [{ kind: 'set', path: ['id'], value: 'named' }] });
    assert.equal(desk.page.rows[1]?.key, 'named');
    assert.throws(() => desk.edit({ kind: 'fields', rows: [1], changes: [{ kind: 'set', path: ['id'], value: 'other' }] }), { name: 'EditError' });
    desk.edit({ kind: 'fields', rows: [2], changes: [{ kind: 'set', path: ['id'], value: 'second' }] });
    assert.deepEqual(desk.page.rows.map(({ row, key, problems }) => [row, key, problems.errors]), [[0, 'same', 0], [1, 'named', 0], [2, 'second', 0], [3, 'other', 0]]);
    for (let left = 3; left > 0; left -= 1) desk.undo();
    desk.edit({ kind: 'delete', rows: [2, 1] });
    assert.equal(desk.text, '- id: same\n  title: First\n- id: other\n');
  });

  it('does the same in a file that is no plain list', () => {
    const text = '- &a\n  id: same\n  title: First\n- id: same\n  title: *a\n- id: same\n  title: Third\n'.replace('*a', 'Second').replace('- &a', '- {id: zero, tags: &t [x]}\n- id: one\n  tags: *t\n-');
    const desk = new Desk(text);
    assert.deepEqual(desk.page.rows.map(({ title }) => title), ['', '', 'First', 'Second', 'Third']);
    desk.edit({ kind: 'delete', rows: [3, 2] });
    assert.deepEqual(desk.page.rows.map(({ title }) => title), ['', '', 'Third']);
    desk.edit({ kind: 'fields', rows: [4], changes: [{ kind: 'set', path: ['title'], value: 'Fourth' }] });
    assert.equal(desk.page.rows[2]?.title, 'Fourth');
  });

  it('shows what parses of a broken text, changes nothing in it, and recovers with it', () => {
    const desk = new Desk(two);
    desk.write(two.replace('[Yizhong Wang, Yeganeh Kordi]', '[Yizhong Wang, Yeganeh Kordi'));
    assert.match(`${desk.page.banner?.line} ${desk.page.banner?.message}`, /^6 .*closing \]/u);
    assert.deepEqual(desk.page.rows.map(({ row, key }) => [row, key]), [[0, 'wang2023selfinstruct'], [1, 'eldan2023tinystories']]);
    assert.throws(() => desk.edit({ kind: 'delete', rows: [1] }), { name: 'Refusal' });
    desk.write(two);
    assert.equal(desk.page.banner, null);
    assert.equal(desk.page.rows[0]?.authors, 'Wang & Kordi');
  });

  it('shows and changes what stands on lower layers', () => {
    const below = { id: 'wang2023selfinstruct', title: 'Below', tags: ['one', 'two'], issued: '2022' };
    const desk = new Desk('- id: wang2023selfinstruct\n  issued: null\n', { categories: [], titles: new Map(), below: (key) => (key === below.id ? below : undefined) });
    assert.deepEqual([desk.page.rows[0]?.title, desk.page.rows[0]?.year], ['Below', '']);
    desk.edit({ kind: 'items', rows: [0], field: 'tags', add: ['three'], remove: ['one'] });
    assert.deepEqual(desk.fields(0)['tags'], ['two', 'three']);
    desk.edit({ kind: 'items', rows: [0], field: 'tags', add: [], remove: ['two', 'three'] });
    assert.deepEqual(desk.fields(0)['tags'], []);
  });

  it('finds, sorts and says what it does not understand', () => {
    const desk = new Desk(two);
    const order = (filter: string, sort: Parameters<Desk['sheet']['order']>[0]['sort'] = null) => desk.sheet.order({ filter, sort }, emptyContext);
    assert.deepEqual(order('').order, [0, 1]);
    assert.deepEqual(order('tinystories').order, [1]);
    assert.deepEqual(order('', { column: 'title', descending: true }).order, [1, 0]);
    assert.deepEqual(order('', { column: 'venue', descending: true }).order, [0, 1]);
    assert.deepEqual(order('', { column: 'venue', descending: false }).order, [0, 1]);
    assert.equal(order('year:soon tinystories').faults.length, 1);
  });

  it('refuses rows that are gone and fields that are none', () => {
    const desk = new Desk(two);
    assert.throws(() => desk.edit({ kind: 'delete', rows: [9] }), { name: 'Refusal' });
    assert.throws(() => desk.edit({ kind: 'fields', rows: [0], changes: [{ kind: 'set', path: [], value: 1 }] }), { name: 'Refusal' });
    assert.throws(() => desk.edit({ kind: 'fields', rows: [0], changes: [{ kind: 'set', path: ['__proto__', 'x'], value: 1 }] }), { name: 'Refusal' });
    assert.throws(() => desk.edit({ kind: 'fields', rows: [0, 1], changes: [{ kind: 'set', path: ['id'], value: 'both' }] }), { name: 'Refusal' });
    assert.equal(desk.text, two);
  });

  it('tells the page nothing when nothing is different', () => {
    const desk = new Desk(two);
    assert.equal(patchBetween(desk.page, desk.state()), undefined);
    desk.write(`${two}# the end\n`);
    const patch = patchBetween({ ...desk.page, version: 0 }, desk.state());
    assert.deepEqual(patch, { version: 1, from: 0, rows: [], gone: [], order: null });
    assert.deepEqual(applyPatch({ ...desk.page, version: 0 }, patch), desk.page);
  });

  it('changes one to three lines in a file of two thousand', () => {
    const text = Array.from({ length: 250 }, (_, n) => `- id: paper${n}\n  type: article\n  title: Title ${n}\n  authors:\n    - Ann Author${n}\n    - Bob Builder\n  issued: 2023\n  tags: [a, b]\n`).join('');
    const desk = new Desk(text);
    const row = desk.row('paper120');
    for (const change of [{ kind: 'set', path: ['title'], value: 'Another' }, { kind: 'set', path: ['authors', 1], value: 'Carol' }, { kind: 'insert', path: ['authors'], value: 'Dora' }, { kind: 'reorder', path: ['authors'], from: 0, to: 1 }, { kind: 'set', path: ['doi'], value: '10.1000/x' }, { kind: 'set', path: ['links', 'code'], value: 'https://a.b' }, { kind: 'insert', path: ['tags'], value: 'c' }] as const) {
      const before = desk.text;
      desk.edit({ kind: 'fields', rows: [row], changes: [{ ...change, path: [...change.path] }] });
      const lines = changedLines(before, desk.text).length;
      assert.ok(lines >= 1 && lines <= 3, `${change.kind} ${change.path.join('.')}: ${lines} lines`);
      desk.undo();
    }
    assert.equal(desk.text, text);
  });
});
