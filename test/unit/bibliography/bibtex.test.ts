import assert from 'node:assert/strict';
import { findPaper, formats } from '../../../src/core/bibliography/index.js';
import { readBibtex } from '../../../src/core/bibtex/read.js';
import { toPaper } from '../../../src/core/model/paper.js';
import { applySplices } from '../../../src/core/yaml/splice.js';
import { sample } from '../bibtex-parse/sample.js';

const { bibtex } = formats;
const now = () => Promise.resolve();

describe('a .bib file as a bibliography', () => {
  const text = '@misc{old, ids = {alias1, Alias2}, title = {X}}\n@misc{a, title = {First}}\n@misc{A, title = {Other case}}\n@misc{a, title = {Second}}\n@xdata{x, publisher = {P}}\n';

  it('finds entries by any of their keys, exactly before in any case', async () => {
    const bibliography = await bibtex.read(text);
    assert.deepEqual(bibliography.entries.map(({ key }) => key), ['old', 'a', 'A', 'a']);
    assert.equal(bibliography.find('A')?.paper.title, 'Other case');
    assert.equal(bibliography.find('a')?.paper.title, 'First');
    for (const key of ['alias1', 'Alias2', 'ALIAS2', 'OLD']) assert.equal(bibliography.find(key)?.key, 'old', key);
    assert.equal(bibliography.find('x'), undefined);
    assert.deepEqual(bibliography.entries[0]?.otherKeys.map(({ key, start, end }) => [key, text.slice(start, end)]), [['alias1', 'alias1'], ['Alias2', 'Alias2']]);
  });

  it('removes the entry that is meant, not another one of its key', async () => {
    const bibliography = await bibtex.read(text);
    const last = bibliography.entries.at(-1);
    assert.ok(last);
    assert.equal(applySplices(text, bibtex.remove(bibliography, last)), text.replace('@misc{a, title = {Second}}\n', ''));
  });

  it('renames one of the other keys where it stands', async () => {
    const bibliography = await bibtex.read(text);
    assert.equal(applySplices(text, bibtex.renameKey(bibliography, 'alias1', 'newer')), text.replace('alias1', 'newer'));
    assert.throws(() => bibtex.renameKey(bibliography, 'a', 'alias1'), /taken/u);
    assert.throws(() => bibtex.renameKey(bibliography, 'alias1', 'a'), /taken/u);
  });

  it('never gives a new entry a key that another one answers to', async () => {
    const bibliography = await bibtex.read(text);
    assert.equal(bibtex.ensure(bibliography, toPaper({ id: 'alias1', title: 'Something New', authors: ['Jane Doe'], issued: '2024' })).key, 'doe2024something');
  });

  it('says the same, read in slices, when asked for, or at once', async () => {
    const broken = sample.replace('journal = "The Computer Journal",', 'journal = unknown, journal = "Twice"');
    for (const source of [sample, text, broken, '']) {
      const { works, problems } = readBibtex(source);
      for (const bibliography of [await bibtex.read(source), await bibtex.read(source, now)]) {
        assert.deepEqual(bibliography.entries.map(({ key, type, paper }) => ({ key, type, title: paper.fields.title })), works.map(({ record, fields }) => ({ key: record.key, type: record.type, title: fields.title })));
        await bibliography.readAll(now);
        assert.deepEqual(bibliography.problems, problems);
      }
      const lazy = await bibtex.read(source);
      const [last] = lazy.entries.slice(-1);
      assert.equal(last?.paper.title, works.at(-1)?.fields.title ?? works.at(-1)?.record.key);
    }
  });

  it('gives up when the pause does, and can go on later', async function () {
    this.timeout(20_000);
    const many = Array.from({ length: 4000 }, (_, at) => `@article{k${String(at)},\n  title = {{A} Title ${String(at)}},\n  author = {M{\\"u}ller, J{\\"o}rg and Doe, Jane},\n  year = {2000}\n}\n`).join('');
    const stop = () => Promise.reject(new Error('stopped'));
    const bibliography = await bibtex.read(many);
    await assert.rejects(bibliography.readAll(stop), /stopped/u);
    await bibliography.readAll(now);
    assert.equal(findPaper(bibliography, toPaper({ id: 'x', title: 'A Title 3999', authors: ['Jörg Müller'], issued: '2000' }))?.key, 'k3999');
  });
});

describe('a damaged .bib file', () => {
  it('keeps all bytes around what is added, renamed or removed beside a missing sign', async function () {
    this.timeout(60_000);
    const paper = toPaper({ id: 'new2024', title: 'Something New', authors: ['Jane Doe'], issued: '2024' });
    for (let at = 0; at < sample.length; at++) {
      if (!'{}(),"'.includes(sample[at] ?? '')) continue;
      if ((process.env['LITSHELF_QUICK'] ?? '') !== '' && at % 5 > 0) continue;
      const text = sample.slice(0, at) + sample.slice(at + 1);
      const place = `${text.slice(Math.max(0, at - 20), at)}▸◂${text.slice(at, at + 20)}`;
      const before = await bibtex.read(text);
      const { key, splices } = bibtex.ensure(before, paper);
      assert.equal(splices.length, 1, place);
      assert.ok(splices.every(({ start, end }) => start === end), place);
      const added = await bibtex.read(applySplices(text, splices));
      assert.deepEqual(bibtex.ensure(added, paper), { key, splices: [] }, place);
      const whole = (bibliography: typeof before) => bibliography.entries.filter(({ broken }) => !broken).map(({ start, end }) => bibliography.text.slice(start, end));
      assert.deepEqual(whole(added).filter((entry) => !entry.includes(key)), whole(before), place);
      const entry = added.find(key);
      assert.ok(entry);
      assert.equal(applySplices(added.text, bibtex.remove(added, entry)).replace(/\s+/gu, ''), text.replace(/\s+/gu, ''), place);
      // a change of one entry, whether or not it is the damaged one
      for (const one of before.entries) {
        if (one.key === '') continue;
        const renamed = applySplices(text, bibtex.renameKey(before, one.key, 'renamed2024'));
        assert.equal(renamed.replaceAll('renamed2024', one.key), text, place);
      }
    }
  });
});
