import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addEntry, BibEditError, removeEntry, renameKey, replaceField, scanBibtex, type AddOptions } from '../../../src/core/bibtex/index.js';
import { applySplices, invertSplices, type Splice } from '../../../src/core/yaml/splice.js';
import { sample } from '../bibtex-parse/sample.js';

const entry = '@misc{new,\n  title = {New}\n}';
/** Applies, and holds every edit to what is promised of all: the inverse gives the old text back. */
function edited(text: string, splices: readonly Splice[]): string {
  const after = applySplices(text, splices);
  assert.equal(applySplices(after, invertSplices(text, splices)), text);
  return after;
}
const added = (text: string, options?: AddOptions) => edited(text, addEntry(text, entry, options));
const keys = (text: string) => scanBibtex(text).entries.map(({ key }) => key);

describe('adding an entry', () => {
  for (const [what, text, want] of [
    ['an empty file', '', `${entry}\n`],
    ['a file of a BOM', '\ufeff', `\ufeff${entry}\n`],
    ['a file of blank lines', '\n\n', `${entry}\n\n`],
    ['a file of remarks', '% Mine', `% Mine\n\n${entry}\n`],
    ['a file that ends in a line break', '@a{x, t={y}}\n', `@a{x, t={y}}\n\n${entry}\n`],
    ['a file that ends without one', '@a{x, t={y}}', `@a{x, t={y}}\n\n${entry}`],
    ['entries without blank lines', '@a{x, t={y}}\n@a{z, t={y}}\n', `@a{x, t={y}}\n@a{z, t={y}}\n${entry}\n`],
    ['CRLF', '@a{x, t={y}}\r\n', `@a{x, t={y}}\r\n\r\n${entry.replaceAll('\n', '\r\n')}\r\n`],
    ['a remark behind the last entry', '@a{x, t={y}} % good\n', `@a{x, t={y}} % good\n\n${entry}\n`],
    ['what others put at the end', '@a{x, t={y}}\n\n@comment{jabref-meta: x;}\n', `@a{x, t={y}}\n\n${entry}\n\n@comment{jabref-meta: x;}\n`],
    ['more on the line', '@a{x, t={y}} @comment{z}', `@a{x, t={y}}\n\n${entry}\n @comment{z}`],
    ['an entry without end', '@a{x, t={y}}\n\n@a{z, t={y\n', `@a{x, t={y}}\n\n${entry}\n\n@a{z, t={y\n`],
    ['nothing but an entry without end', '@a{z, t={y\n', `${entry}\n\n@a{z, t={y\n`],
  ] as const) it(`to ${what}`, () => assert.equal(added(text), want));

  it('behind a key, or where its key belongs', () => {
    const file = '% head\n\n@a{a, t={1}}\n\n% about z\n@a{z, t={2}}\n';
    assert.equal(added(file, { after: { key: 'a' } }), `% head\n\n@a{a, t={1}}\n\n${entry}\n\n% about z\n@a{z, t={2}}\n`);
    assert.equal(added(file, { after: 'sorted' }), `% head\n\n@a{a, t={1}}\n\n${entry}\n\n% about z\n@a{z, t={2}}\n`);
    assert.equal(added('@a{a, t={1}} % of a\n@a{z, t={2}}\n', { after: 'sorted' }), `@a{a, t={1}} % of a\n${entry}\n\n@a{z, t={2}}\n`);
    assert.equal(added('% head\n\n@a{o, t={1}}\n', { after: 'sorted' }), `% head\n\n${entry}\n\n@a{o, t={1}}\n`);
    assert.deepEqual(keys(added('@a{z, t={1}}\n@a{o, t={1}}\n', { after: 'sorted' })), ['z', 'o', 'new']);
    assert.throws(() => addEntry(file, entry, { after: { key: 'none' } }), BibEditError);
  });

  it('changes nothing when it is there, and refuses when the key is another entry’s', () => {
    assert.deepEqual(addEntry('@misc{new, title="New",}', entry), []);
    assert.throws(() => addEntry('@misc{new, title={Old}}', entry), BibEditError);
    assert.throws(() => addEntry('@misc{NEW, title={New}}', entry), BibEditError);
    for (const bad of ['', 'x', '@misc{a, t={x}', '@misc{a}@misc{b}', '@misc{, t={x}}']) assert.throws(() => addEntry('', bad), BibEditError);
  });

  it('keeps all other bytes, and reads back, whatever the file holds', () => {
    const token = fc.constantFrom('@article{a,', '@article{b, title={x}}', '@string{s = "x"}', '@comment{x}', '@', '{', '}', '"', '(', ',', '=', '%', '\n', '\r\n', '\n\n', ' ', '\ufeff', 'key', 'title', ' = {', '},\n', '\n}\n');
    fc.assert(fc.property(fc.array(token, { maxLength: 30 }), fc.constantFrom<AddOptions>({}, { after: 'sorted' }), (tokens, options) => {
      const text = tokens.join('');
      const splices = addEntry(text, entry, options);
      assert.equal(splices.length, 1);
      assert.ok(splices.every(({ start, end }) => start === end));
      const after = edited(text, splices);
      assert.ok(!text.startsWith('\ufeff') || after.startsWith('\ufeff'));
      if (scanBibtex(text).problems.length > 0) return;
      const found = scanBibtex(after).entries.find(({ key }) => key === 'new');
      assert.ok(found !== undefined && !found.broken, after);
      assert.equal(after.slice(found.start, found.end).replaceAll('\r\n', '\n').replaceAll('\r', '\n'), entry);
      assert.deepEqual(addEntry(after, entry, options), []);
      assert.equal(keys(after).length, keys(text).length + 1);
    }), { numRuns: 1000 });
  });
});

describe('removing an entry', () => {
  it('takes its blank lines along', () => {
    assert.equal(edited('@a{x}\n\n@a{y}\n\n@a{z}\n', removeEntry('@a{x}\n\n@a{y}\n\n@a{z}\n', 'y')), '@a{x}\n\n@a{z}\n');
    assert.equal(edited('@a{x}\n\n@a{y}\n', removeEntry('@a{x}\n\n@a{y}\n', 'y')), '@a{x}\n');
    assert.equal(edited('\ufeff@a{x}\n', removeEntry('\ufeff@a{x}\n', 'x')), '\ufeff');
    assert.equal(edited('a @a{x} b', removeEntry('a @a{x} b', 'x')), 'a  b');
    assert.throws(() => removeEntry('', 'x'), BibEditError);
  });

  it('takes back what adding did', () => {
    for (const text of [sample, '@a{x, t={y}}', '@a{x, t={y}}\r\n', '\ufeff@a{x, t={y}}\n\n% end\n']) {
      const after = added(text);
      assert.equal(edited(after, removeEntry(after, 'new')), text);
    }
  });

  it('removes any entry of a file and no other', () => {
    for (const key of keys(sample)) assert.deepEqual(keys(edited(sample, removeEntry(sample, key))), keys(sample).filter((one) => one !== key));
  });
});

describe('changing a field', () => {
  const set = (text: string, name: string, value: string | undefined) => edited(text, replaceField(text, 'k', name, value));
  for (const [text, name, value, want] of [
    ['@a{k, t={x}}', 't', 'y', '@a{k, t={y}}'], ['@a{k, T = "x" # s, u={v}}', 't', 'y', '@a{k, T = "y", u={v}}'], ['@a{k, t="x"}', 't', '"y"', '@a{k, t={"y"}}'], ['@a{k, y=1999}', 'y', '2000', '@a{k, y=2000}'], ['@a{k, y=1999}', 'y', 'n.d.', '@a{k, y={n.d.}}'], ['@a{k, t={x}}', 't', 'x', '@a{k, t={x}}'],
    ['@a{k, t={x}}', 'u', 'y', '@a{k, t={x}, u={y}}'], ['@a{k, t={x},}', 'u', 'y', '@a{k, t={x}, u={y},}'], ['@a{k}', 'u', 'y', '@a{k,\n  u             = {y}}'], ['@a{k,\n  title = {x},\n}', 'doi', 'y', '@a{k,\n  title = {x},\n  doi = {y},\n}'], ['@a{k,\n\ttitle = "x"\n}', 'doi', 'y', '@a{k,\n\ttitle = "x",\n\tdoi = "y"\n}'],
    ['@a{k,\r\n  title  = {x},\r\n  author = {z}\r\n}', 'doi', 'y', '@a{k,\r\n  title  = {x},\r\n  author = {z},\r\n  doi    = {y}\r\n}'],
    ['@a{k, t={x}, u={y}}', 't', undefined, '@a{k, u={y}}'], ['@a{k, t={x}, u={y}}', 'u', undefined, '@a{k, t={x}}'], ['@a{k,\n  t = {x},\n  u = {y},\n}', 'u', undefined, '@a{k,\n  t = {x},\n}'], ['@a{k,\n  t = {x}, % why\n  u = {y}\n}', 'u', undefined, '@a{k,\n  t = {x} % why\n}'], ['@a{k, t={x}}', 't', undefined, '@a{k,}'], ['@a{k, t={x}}', 'u', undefined, '@a{k, t={x}}'],
  ] as const) it(`${JSON.stringify(text)}: ${name} = ${value ?? 'none'}`, () => assert.equal(set(text, name, value), want));

  it('takes no value that would break the entry', () => {
    for (const bad of ['{', '}', 'a}, b={c', '}{', '\\{']) assert.throws(() => replaceField('@a{k, t={x}}', 'k', 't', bad), BibEditError, bad);
  });

  it('sets and takes back in every entry of a file', () => {
    for (const key of keys(sample)) {
      const after = edited(sample, replaceField(sample, key, 'annote', 'A {b} c'));
      const before = scanBibtex(sample);
      const now = scanBibtex(after);
      assert.deepEqual(now.problems, []);
      assert.deepEqual(now.entries.map(({ fields }) => fields.length), before.entries.map((one) => one.fields.length + (one.key === key ? 1 : 0)));
      assert.deepEqual(replaceField(after, key, 'annote', 'A {b} c'), []);
      const back = edited(after, replaceField(after, key, 'annote', undefined));
      assert.deepEqual(scanBibtex(back).entries.map(({ fields }) => fields.map(({ name }) => name)), before.entries.map(({ fields }) => fields.map(({ name }) => name)));
    }
  });
});

describe('renaming a key', () => {
  it('follows it through the file', () => {
    const text = '@a{x, crossref={p}, note={p}}@a{y, xdata = "q, P,r"}@b{p, t={u}}@set{s, entryset={p,x}}';
    const after = edited(text, renameKey(text, 'p', 'parent'));
    assert.equal(after, '@a{x, crossref={parent}, note={p}}@a{y, xdata = "q, parent,r"}@b{parent, t={u}}@set{s, entryset={parent,x}}');
    assert.equal(edited(after, renameKey(after, 'parent', 'p')).toLowerCase(), text.toLowerCase());
    assert.deepEqual(renameKey(text, 'p', 'p'), []);
  });

  it('refuses keys that are taken or cannot be', () => {
    for (const bad of ['y', 'Y', '', 'a b', 'a,b', 'a}']) assert.throws(() => renameKey('@a{x}@a{y}', 'x', bad), BibEditError);
    assert.throws(() => renameKey('@a{x}', 'z', 'w'), BibEditError);
  });
});
