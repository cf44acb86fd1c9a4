/** Golden texts: each kind of edit, in each style of writing. */
import assert from 'node:assert/strict';
import { editPapers, EditError, type PaperChange } from '../../../src/core/yaml/edit.js';
import { applySplices } from '../../../src/core/yaml/splice.js';

/** What the changes make of a text. */
function edited(text: string, ...changes: PaperChange[]): string {
  return applySplices(text, editPapers(text, changes));
}

const set = (path: (string | number)[], value: unknown, id = 'a'): PaperChange => ({ kind: 'set', id, path, value });
const unset = (...path: (string | number)[]): PaperChange => ({ kind: 'unset', id: 'a', path });
const insert = (path: (string | number)[], value: unknown, index?: number): PaperChange => ({ kind: 'insert', id: 'a', path, value, ...(index === undefined ? {} : { index }) });

/** One paper between two others, so that what is around is seen to stay. */
const around = (lines: string): string => `# head\n\n- id: x   # first\n  title: X\n\n# about a\n- id: a\n${lines}\n- id: z\n  note: |+\n    z\n\n\n# end\n`;

function golden(name: string, before: string, changes: PaperChange[], after: string): void {
  it(name, () => {
    assert.equal(edited(around(before), ...changes), around(after));
    // the same with CRLF line ends, BOM, and as the last thing of a file without final line end
    const crlf = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    assert.equal(edited(crlf(around(before)), ...changes), crlf(around(after)));
    const last = (lines: string): string => `- id: x\n- id: a\n${lines}`.trimEnd();
    if (!/[|>]/.test(before + after)) assert.equal(edited(last(before), ...changes), last(after));
  });
}

describe('yaml: set', () => {
  golden('a plain value stays plain and keeps its comment', '  title: Old   # c\n', [set(['title'], 'New title')], '  title: New title   # c\n');
  golden('a plain value is quoted when it must be', '  title: Old # c\n', [set(['title'], 'New: title')], '  title: "New: title" # c\n');
  golden('single quotes stay', "  title: 'Old'\n", [set(['title'], "It's: new")], "  title: 'It''s: new'\n");
  golden('double quotes stay', '  title: "Old"\n', [set(['title'], 'New "one"')], '  title: "New \\"one\\""\n');
  golden('a literal block stays one', '  abstract: |\n    one\n    two\n  note: n\n', [set(['abstract'], 'one\ntwo and more\n\nthree\n')], '  abstract: |\n    one\n    two and more\n\n    three\n  note: n\n');
  golden('a literal block without last line end', '  abstract: |  # c\n     one\n     two\n', [set(['abstract'], 'one\n2')], '  abstract: |-  # c\n     one\n     2\n');
  golden('a folded block has a blank line for each line end', '  abstract: >-  # c\n    one\n  note: n\n', [set(['abstract'], 'one\n\ntwo')], '  abstract: >-  # c\n    one\n\n\n    two\n  note: n\n');
  golden('a block that cannot stay one keeps its comment', '  abstract: >-  # c\n    one\n  note: n\n', [set(['abstract'], 'one\n  two')], '  abstract: "one\\n  two"  # c\n  note: n\n');
  golden('a folded block stays one and is broken like before', '  abstract: >-\n    aaa bbb ccc ddd eee fff ggg hhh iii jjj\n    kkk lll mmm nnn\n  note: n\n', [set(['abstract'], 'aaa bbb ccc ddd eee fff ggg hhh iii jjj kkk lll mmm new nnn')], '  abstract: >-\n    aaa bbb ccc ddd eee fff ggg hhh iii jjj\n    kkk lll mmm new nnn\n  note: n\n');
  golden('a text of several lines becomes a literal block', '  abstract: short\n  note: n\n', [set(['abstract'], 'one\ntwo')], '  abstract: |-\n    one\n    two\n  note: n\n');
  golden('dates are plain, arXiv ids quoted', '  issued: "2020"\n  submitted: 2020\n  arxiv: 2212.10560\n', [set(['issued'], '2023-07'), set(['submitted'], '2023'), set(['arxiv'], '2212.10560')], '  issued: "2023-07"\n  submitted: 2023\n  arxiv: "2212.10560"\n');
  golden('an equal value changes nothing', '  issued: 2023\n  version: 1.10\n  tags: [ a,b ]\n', [set(['issued'], '2023'), set(['version'], '1.10'), set(['tags'], ['a', 'b'])], '  issued: 2023\n  version: 1.10\n  tags: [ a,b ]\n');
  golden('an item of a flow list', '  authors: [A B, "C, D", E F]  # c\n', [set(['authors', 2], 'G H'), set(['authors', 1], 'I, J')], '  authors: [A B, "I, J", G H]  # c\n');
  golden('a list keeps its equal parts', '  tags:\n      - a  # one\n      - b  # two\n      - c\n', [set(['tags'], ['a', 'x', 'c', 'd'])], '  tags:\n      - a  # one\n      - x  # two\n      - c\n      - d\n');
  golden('a nested value', '  links: {code: https://a.b/c, pdf: https://a.b/d}\n', [set(['links', 'code'], 'https://x.y/z')], '  links: {code: https://x.y/z, pdf: https://a.b/d}\n');
  golden('an empty field', '  venue:\n  note: n\n', [set(['venue'], 'ACL')], '  venue: ACL\n  note: n\n');
  golden('an empty field becomes a list', '  tags:   # none yet\n  note: n\n', [set(['note'], 'm')], '  tags:   # none yet\n  note: m\n');
  golden('null clears', '  venue: ACL\n', [set(['venue'], null)], '  venue: null\n');
  golden('a field that was a single value becomes a list', '  tags: x\n', [set(['tags'], ['x', 'w'])], '  tags: [x, w]\n');
});

describe('yaml: add a field', () => {
  golden('in the order of fields', '  title: T  # t\n  # about the date\n  issued: 2023\n', [set(['authors'], ['A B', 'C D'])], '  title: T  # t\n  authors: [A B, C D]\n  # about the date\n  issued: 2023\n');
  golden('after the last one', '  title: T\n\n', [set(['note'], 'nn')], '  title: T\n  note: nn\n\n');
  golden('with what leads to it', '  title: T\n', [set(['links', 'code'], 'https://a.b')], '  title: T\n  links: {code: https://a.b}\n');
  golden('into a flow mapping', '  links: {code: https://a.b}\n', [set(['links', 'pdf'], 'https://c.d')], '  links: {code: https://a.b, pdf: https://c.d}\n');
  golden('into a block mapping in its indentation and order', '  links:\n     page: https://a.b  # c\n     code: https://c.d\n', [set(['links', 'pdf'], 'https://e.f')], '  links:\n     page: https://a.b  # c\n     pdf: https://e.f\n     code: https://c.d\n');
  golden('after a block scalar', '  summary: >\n    s\n    t\n  tags: [a]\n', [set(['abstract'], 'x')], '  summary: >\n    s\n    t\n  abstract: x\n  tags: [a]\n');
  golden('unknown fields go last', '  note: n\n', [set(['my-field'], { a: [1, true] })], '  note: n\n  my-field: {a: [1, true]}\n');
  golden('long lists go one item a line', '  title: T\n', [set(['tags'], ['a tag that is rather long for a tag', 'another tag that is rather long', 'a third tag that is long: yes'])], '  title: T\n  tags:\n    - a tag that is rather long for a tag\n    - another tag that is rather long\n    - "a third tag that is long: yes"\n');
});

describe('yaml: lists', () => {
  golden('add to a flow list', '  tags: [a, b]\n', [insert(['tags'], 'c'), insert(['tags'], 'z', 0)], '  tags: [z, a, b, c]\n');
  golden('add to an empty flow list', '  tags: []  # c\n', [insert(['tags'], 'c')], '  tags: [c]  # c\n');
  golden('add to a flow list of several lines', '  tags: [\n    a, # one\n    b # two\n  ]\n', [insert(['tags'], 'c')], '  tags: [\n    a, # one\n    b, # two\n    c\n  ]\n');
  golden('add to a flow list of several lines with a last comma', '  tags: [\n    a,\n    b,\n  ]\n', [insert(['tags'], 'c'), insert(['tags'], 'x', 1)], '  tags: [\n    a,\n    x,\n    b,\n    c,\n  ]\n');
  golden('add to a block list', '  tags:\n  -  a  # one\n  # about b\n  -  b\n  note: n\n', [insert(['tags'], 'c'), insert(['tags'], 'x', 1), insert(['tags'], 'w', 0)], '  tags:\n  -  w\n  -  a  # one\n  -  x\n  # about b\n  -  b\n  -  c\n  note: n\n');
  golden('add a mapping', '  lists:\n    - {list: l, section: S}\n', [insert(['lists'], { list: 'm', note: 'o' })], '  lists:\n    - {list: l, section: S}\n    - {list: m, note: o}\n');
  golden('add to a list that is not there', '  title: T\n', [insert(['tags'], 'c')], '  title: T\n  tags: [c]\n');
  golden('add beside a single value', '  tags: x # c\n', [insert(['tags'], 'c')], '  tags: [x, c] # c\n');
  golden('remove from a flow list', '  tags: [a, b, c, d]\n', [unset('tags', 1), unset('tags', 2), unset('tags', 0)], '  tags: [c]\n');
  golden('remove from a flow list of several lines', '  tags: [\n    a, # one\n    b, # two\n    c\n  ]\n', [unset('tags', 1)], '  tags: [\n    a, # one\n    c\n  ]\n');
  golden('remove from a block list', '  tags:\n    - a # one\n    # about b\n    - b # two\n    - c\n', [unset('tags', 1)], '  tags:\n    - a # one\n    # about b\n    - c\n');
  golden('the last item leaves an empty list', '  tags:  # all\n    - a # one\n  note: n\n', [unset('tags', 0)], '  tags: []  # all\n  note: n\n');
  golden('the last item of a flow list', '  tags: [ a ]\n', [unset('tags', 0)], '  tags: []\n');
  golden('the first key of a mapping in a list', '  lists:\n    - list: l\n      section: s # c\n    - list: m\n', [set(['lists', 0, 'list'], 'k'), unset('lists', 0, 'section'), set(['lists', 1, 'note'], 'o')], '  lists:\n    - list: k\n    - list: m\n      note: o\n');
});

describe('yaml: remove a field', () => {
  golden('its lines and its own comment', '  title: T\n  # about tags\n  tags: # c\n    - a\n    - b # d\n  # after\n  note: n\n', [unset('tags')], '  title: T\n  # about tags\n  # after\n  note: n\n');
  golden('a block scalar', '  title: T\n  abstract: |\n    x\n\n    y\n\n  note: n\n', [unset('abstract')], '  title: T\n\n  note: n\n');
  golden('the last one', '  title: T\n  note: n\n', [unset('note')], '  title: T\n');
  golden('a key of a flow mapping', '  links: {code: https://a.b, pdf: https://c.d}\n', [unset('links', 'code')], '  links: {pdf: https://c.d}\n');
  golden('a key of a block mapping', '  links:\n    code: https://a.b # c\n    pdf: https://c.d\n', [unset('links', 'code')], '  links:\n    pdf: https://c.d\n');
});

describe('yaml: add, remove and move papers', () => {
  const file = '# head\n- id: a\n  title: A\n\n# about b\n- id: b\n\n# part two\n\n- id: c\n  note: C\n';
  it('adds at the end, at the start, after another and sorted, in the file\'s spacing', () => {
    assert.equal(edited(file, { kind: 'add', fields: { id: 'new', title: 'New' } }), `${file}\n- id: new\n  title: New\n`);
    assert.equal(edited(file, { kind: 'add', fields: { id: 'new' }, place: 'start' }), file.replace('- id: a', '- id: new\n\n- id: a'));
    assert.equal(edited(file, { kind: 'add', fields: { id: 'new' }, place: { after: 'b' } }), file.replace('- id: b\n', '- id: b\n\n- id: new\n'));
    assert.equal(edited(file, { kind: 'add', fields: { id: 'bb' }, place: 'sorted' }), file.replace('- id: b\n', '- id: b\n\n- id: bb\n'));
    assert.equal(edited('- id: a\n- id: b', { kind: 'add', fields: { id: 'c' } }), '- id: a\n- id: b\n- id: c');
    assert.equal(edited('', { kind: 'add', fields: { id: 'c' } }), '- id: c\n');
    assert.equal(edited('# only', { kind: 'add', fields: { id: 'c' } }, { kind: 'add', fields: { id: 'd' } }), '# only\n- id: c\n\n- id: d\n');
    assert.equal(edited('[]\n', { kind: 'add', fields: { id: 'c' } }), '- id: c\n');
    assert.equal(edited('  - id: a\r\n', { kind: 'add', fields: { id: 'c', title: 'C' } }), '  - id: a\r\n\r\n  - id: c\r\n    title: C\r\n');
    assert.equal(edited('---\n- id: a\n...\n', { kind: 'add', fields: { id: 'c' } }), '---\n- id: a\n\n- id: c\n...\n');
  });
  it('removes with one blank line, and keeps what belongs to the file', () => {
    assert.equal(edited(file, { kind: 'remove', id: 'a' }), '# head\n# about b\n- id: b\n\n# part two\n\n- id: c\n  note: C\n');
    assert.equal(edited(file, { kind: 'remove', id: 'b' }), '# head\n- id: a\n  title: A\n\n# part two\n\n- id: c\n  note: C\n');
    assert.equal(edited(file, { kind: 'remove', id: 'c' }), '# head\n- id: a\n  title: A\n\n# about b\n- id: b\n\n# part two\n');
    assert.equal(edited('- id: a\n\n- id: b\n\n- id: c\n', { kind: 'remove', id: 'b' }, { kind: 'remove', id: 'c' }), '- id: a\n');
    assert.equal(edited('- id: a\n', { kind: 'remove', id: 'a' }), '');
    assert.equal(edited('- id: a\n', { kind: 'remove', id: 'a' }, { kind: 'add', fields: { id: 'a', title: 'T' } }), '- id: a\n  title: T\n');
  });
  it('moves a paper with its own comments', () => {
    assert.equal(edited(file, { kind: 'move', id: 'b', place: 'end' }), '# head\n- id: a\n  title: A\n\n# part two\n\n- id: c\n  note: C\n\n# about b\n- id: b\n');
    assert.equal(edited(file, { kind: 'move', id: 'c', place: 'start' }), '# head\n- id: c\n  note: C\n\n- id: a\n  title: A\n\n# about b\n- id: b\n\n# part two\n');
    assert.equal(edited(file, { kind: 'move', id: 'b', place: { after: 'a' } }), file);
    assert.equal(edited(file, { kind: 'move', id: 'a', place: { after: 'c' } }, set(['title'], 'New')), '# head\n# about b\n- id: b\n\n# part two\n\n- id: c\n  note: C\n\n- id: a\n  title: New\n');
  });
  it('edits a paper that it has just added', () => {
    assert.equal(edited('- id: x\n', { kind: 'add', fields: { id: 'a', title: 'T' } }, set(['tags'], ['t']), unset('title')), '- id: x\n\n- id: a\n  tags: [t]\n');
  });
});

describe('yaml: unusual files', () => {
  it('edits in flow style throughout', () => {
    assert.equal(edited('[{id: a, tags: [x]}, {id: b}]', set(['tags', 0], 'w'), set(['title'], 'T'), { kind: 'remove', id: 'b' }), '[{id: a, tags: [w], title: T}]');
  });
  it('keeps an anchor, refuses to change what an alias elsewhere depends on', () => {
    assert.equal(edited('- id: a\n  tags: &t [x]\n', insert(['tags'], 'w')), '- id: a\n  tags: &t [x, w]\n');
    const shared = '- id: a\n  tags: &t [x]\n- id: b\n  tags: *t\n';
    assert.throws(() => edited(shared, set(['tags', 0], 'y')), EditError);
    assert.throws(() => edited(shared, unset('tags')), EditError);
    assert.equal(edited(shared, set(['tags'], ['w'], 'b')), '- id: a\n  tags: &t [x]\n- id: b\n  tags: [w]\n');
  });
  it('says what is not there or cannot be done', () => {
    const text = '- id: a\n  title: T\n  tags: [x]\n- id: broken\n  title: "x\n- id: b\n';
    const message = (...changes: PaperChange[]): string => {
      try {
        edited(text, ...changes);
      } catch (error) {
        assert.ok(error instanceof EditError);
        return error.message;
      }
      return 'no error';
    };
    assert.match(message(set(['title'], 'T', 'nobody')), /There is no paper nobody/);
    assert.match(message(unset('venue')), /There is no venue to remove/);
    assert.match(message(set(['tags', 5], 'T')), /no tags\.5/);
    assert.match(message(set(['title', 'x'], 'T')), /title holds a single value/);
    assert.match(message(set(['title'], 'T', 'broken')), /does not parse/);
    assert.match(message(unset('id')), /id/);
    assert.match(message(set(['id'], 'b')), /already has a paper b/);
    assert.match(message({ kind: 'add', fields: { id: 'a' } }), /already has a paper a/);
    assert.match(message({ kind: 'move', id: 'a', place: { after: 'q' } }), /no paper q/);
  });
});
