import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bibKeyAt, bibKeysOf, definitionOf } from '../../../src/core/cite/bib-keys';
import { citationsIn } from '../../../src/core/cite/citing-files';
import { markups } from '../../../src/core/cite/markups';
import { findInNotebook, isNotebook } from '../../../src/core/cite/notebook';
import { renameCitations } from '../../../src/core/cite/rename';
import type { MarkupId } from '../../../src/core/cite/types';
import { keyPlaceOf } from '../../../src/core/catalogue/key-place';
import { scanBibtex } from '../../../src/core/bibtex/scan';
import { readPapersNow } from '../../../src/core/yaml/read-papers';
import { applySplices } from '../../../src/core/yaml/splice';
import { runs } from '../../support/runs';

const renamed = (id: MarkupId, text: string, from: string, to: string) => {
  const splices = renameCitations(text, markups[id], (key) => key === from, to);
  return splices && applySplices(text, splices);
};

describe('renaming the citations of a text', () => {
  const cases: readonly [MarkupId, string, string, string, string | undefined][] = [
    ['latex', '\\citep[p.~2]{a,\n  b} and \\cite{ab} % \\cite{a}', 'a', 'new', '\\citep[p.~2]{new,\n  b} and \\cite{ab} % \\cite{a}'],
    ['latex', '\\cite{a}', 'a', 'x y', undefined],
    ['pandoc', 'See [@a, p. 3; -@b] and @a. Mail me@a.org.', 'a', 'doe2020', 'See [@doe2020, p. 3; -@b] and @doe2020. Mail me@a.org.'],
    ['pandoc', 'See [@a; @b].', 'a', 'doe__2020!', 'See [@{doe__2020!}; @b].'],
    ['pandoc', '`@a` [@a]', 'a', 'c', '`@a` [@c]'],
    ['pandoc', '[@{o!d}]', 'o!d', 'e!ven', '[@{e!ven}]'],
    ['myst', '{cite:p}`a,b` and [@a]', 'a', 'c', '{cite:p}`c,b` and [@c]'],
    ['rst', ':cite:p:`a,b`', 'a', 'c', ':cite:p:`c,b`'],
    ['typst', 'As @a says #cite(<a>, form: "prose"). // @a', 'a', 'b-c', 'As @b-c says #cite(<b-c>, form: "prose"). // @a'],
    ['typst', 'As @a says.', 'a', 'b/c d', undefined],
    ['typst', '#cite(label("a/b"))', 'a/b', 'c/d', '#cite(label("c/d"))'],
    ['asciidoc', 'cite:[a(3),b]', 'a', 'c', 'cite:[c(3),b]'],
    ['org', '[cite:see @a p. 3;@b]', 'a', 'c', '[cite:see @c p. 3;@b]'],
    ['latex', 'nothing', 'a', 'c', 'nothing'],
  ];
  for (const [id, text, from, to, expected] of cases) it(`${id}: ${text.replaceAll('\n', ' ')} → ${to}`, () => assert.equal(renamed(id, text, from, to), expected));

  it('keeps a key that would merge with what stands behind it', () => {
    assert.equal(renamed('pandoc', '@{a}b', 'a', 'c'), '@{c}b');
    assert.equal(renamed('typst', '@a[p. 3]', 'a', 'c'), '@c[p. 3]');
  });

  it('is undone by renaming back', () => {
    const key = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
    fc.assert(
      fc.property(fc.constantFrom<MarkupId>('latex', 'pandoc', 'typst', 'rst', 'org'), fc.uniqueArray(key, { minLength: 2, maxLength: 4 }), key, (id, keys, fresh) => {
        fc.pre(!keys.includes(fresh));
        const [first = ''] = keys;
        const markup = markups[id];
        const text = applySplices('As said .\n', markup.insert('As said .\n', 8, keys));
        const there = renamed(id, text, first, fresh);
        assert.equal(renamed(id, there ?? '', fresh, first), text);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('citations in a notebook\'s file', () => {
  const notebook = (cells: readonly unknown[]) => JSON.stringify({ cells, metadata: { source: ['[@no]'], cell_type: 'markdown' }, nbformat: 4 }, null, 1);
  const file = notebook([
    { cell_type: 'markdown', metadata: { source: 'x' }, source: ['# A "quote" \\ back\n', '\n', 'See [@a; @b] and\n', '`@c`\n'] },
    { cell_type: 'code', source: ['# [@d]\n'], outputs: [{ data: { 'text/plain': ['[@e]'] } }] },
    { source: 'Grüße von @f.', cell_type: 'markdown' },
  ]);

  it('are those of its Markdown cells, at their places in the file', () => {
    assert.ok(isNotebook(file));
    const keys = findInNotebook(file, markups.jupyter).flatMap((citation) => citation.keys);
    assert.deepEqual(keys.map(({ key }) => key), ['a', 'b', 'f']);
    for (const { key, start, end } of keys) assert.equal(file.slice(start, end), key);
  });

  it('are renamed, and the file stays JSON', () => {
    const after = renamed('jupyter', file, 'a', 'doe2020') ?? '';
    assert.deepEqual(JSON.parse(after), JSON.parse(file.replace('@a;', '@doe2020;')));
    assert.equal(renamed('jupyter', file, 'a', 'x"y'), undefined);
  });

  it('are found in the text of a cell as well', () => {
    assert.equal(isNotebook('{cite:p}`a`'), false);
    assert.deepEqual(citationsIn('See [@a].', markups.jupyter).flatMap((citation) => citation.keys.map(({ key }) => key)), ['a']);
  });

  it('are looked for in whatever text there is', () => {
    for (const text of ['{', '{"cells": [', '{"cells": [{"source": "', '{"cells":[{"cell_type":"markdown","source":["\\u00', '['.repeat(5000), '{"cells":'.repeat(2000)]) findInNotebook(text, markups.jupyter);
    fc.assert(fc.property(fc.json(), (text) => void findInNotebook(text, markups.jupyter)), { numRuns: runs(200) });
  });
});

describe('keys in a .bib file', () => {
  const text = '@xdata{lent, publisher={X}}\n@proceedings{all, title={All}, xdata = {lent}}\n\n@inproceedings{one,\n  crossref = {all},\n  note = {all of them},\n  ids = {uno},\n}\n% @misc{all,\n@misc(two, related = "one, all")\n';
  const { entries } = scanBibtex(text);
  const works = entries.filter(({ type }) => type !== 'xdata');
  const at = (needle: string, from = 0) => text.indexOf(needle, from);

  it('are found at their places, and told from text', () => {
    const find = (offset: number) => {
      const key = bibKeyAt(text, works, offset);
      return key && [key.key, key.field, key.defines, text.slice(key.start, key.end)];
    };
    assert.deepEqual(find(at('one,')), ['one', 'entry', true, 'one']);
    assert.deepEqual(find(at('all}')), ['all', 'crossref', false, 'all']);
    assert.deepEqual(find(at('uno') + 3), ['uno', 'ids', true, 'uno']);
    assert.deepEqual(find(at('lent}')), ['lent', 'xdata', false, 'lent']);
    assert.deepEqual(find(at('lent,')), ['lent', 'entry', true, 'lent']);
    assert.equal(find(at('all of')), undefined);
    assert.equal(find(at('@inproceedings') + 2), undefined);
  });

  it('are listed with what refers to them', () => {
    assert.deepEqual(bibKeysOf(text, works, 'all').map(({ field }) => field), ['entry', 'crossref', 'related']);
    assert.deepEqual(bibKeysOf(text, works, 'LENT').map(({ field }) => field), ['entry', 'xdata']);
    assert.deepEqual(bibKeysOf(text, works, 'nobody'), []);
  });

  it('lead to their entries', () => {
    const lent = definitionOf(text, 'lent');
    assert.equal(lent && text.slice(lent.start, lent.end), '@xdata{lent, publisher={X}}');
    assert.equal(lent && text.slice(lent.key.start, lent.key.end), 'lent');
    assert.equal(definitionOf(text, 'uno'), undefined);
  });
});

describe('the key of a paper in a papers file', () => {
  const place = (text: string) => {
    const [entry] = readPapersNow(text, 'papers/a.yaml').entries;
    const found = entry && keyPlaceOf(entry);
    return found && text.slice(found.start, found.end);
  };

  it('is found however it is written', () => {
    assert.equal(place('- id: doe2020\n  title: The id: doe2020\n'), 'doe2020');
    assert.equal(place('# a\n-   "id": "doe2020" # key\n    title: T\n'), 'doe2020');
    assert.equal(place('- title: T\n  id: \'doe2020\'\n'), 'doe2020');
    assert.equal(place('- {title: T, id: doe2020}\n'), 'doe2020');
  });
});
