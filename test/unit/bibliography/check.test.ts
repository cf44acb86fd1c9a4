import assert from 'node:assert/strict';
import { checkBibliography, formats, type FormatId } from '../../../src/core/bibliography/index.js';

describe('checking a bibliography', () => {
  const check = async (text: string, id: FormatId = 'bibtex') => {
    const found = await checkBibliography(await formats[id].read(text), () => Promise.resolve());
    return found.map(({ kind, start, end, entry, earlier, message }) => ({ kind, at: text.slice(start, end), entry: entry?.key, earlier: earlier?.key, message }));
  };
  const brief = async (text: string, id?: FormatId) => (await check(text, id)).map(({ kind, at, earlier }) => [kind, at, earlier]);

  it('finds nothing in a file that is in order', async () => assert.deepEqual(await check('@misc{a, title={X}}\n@misc{b, title={Y}}'), []));

  it('tells keys that are given twice, other keys and other case included', async () => {
    assert.deepEqual(await brief('@misc{a, title={X}}\n@misc{A, title={Y}}\n@misc{b, ids={a}, title={Z}}'), [['duplicate-key', 'A', 'a'], ['duplicate-key', 'a', 'a']]);
    assert.match((await check('\n@misc{a, title={X}}\n@misc{a, title={Y}}'))[0]?.message ?? '', /^The key a is taken by the entry on line 2: give this one another key, or remove it\.$/u);
    assert.deepEqual(await brief('[{"id": "a"}, {"id": "a"}, {"id": "A"}]', 'csl-json'), [['duplicate-key', 'a', 'a']]);
    assert.deepEqual(await brief('- id: a\n- id: a\n', 'csl-yaml'), [['duplicate-key', 'a', 'a']]);
    assert.deepEqual(await brief('a:\n  type: book\na:\n  type: book\n', 'hayagriva'), [['duplicate-key', 'a', 'a']]);
  });

  it('tells works that stand there twice, by identifier or title', async () => {
    const text = '@misc{a, eprint={2212.10560}, archiveprefix={arXiv}, title={X}}\n@misc{b, url={https://arxiv.org/abs/2212.10560v3}, title={Y}}\n@book{c, title={Z}, author={Doe, J.}, year=2000}\n@book{d, title={{z}}, author={Doe, Jane}, year=2001}\n@book{e, title={Z}, author={Doe, Jane}, year=2009}';
    assert.deepEqual(await brief(text), [['same-work', 'b', 'a'], ['same-work', 'd', 'c']]);
    assert.match((await check(text))[0]?.message ?? '', /^This is the same work as a on line 1: cite that one, and remove this entry\.$/u);
  });

  it('tells broken entries once, with what is wrong', async () => {
    const [first, ...more] = await check('@misc{a, title={X}, year={2000\n}\n\n@misc{b, title={Y}}');
    assert.deepEqual([first?.kind, first?.entry, more], ['broken-entry', 'a', []]);
    assert.deepEqual(await brief('[{"id": "a", "title": "X" "type": "book"}, {"id": "b"}]', 'csl-json'), [['broken-entry', '"', undefined]]);
    assert.deepEqual((await check('a:\n  title: "X\nb:\n  type: book\n', 'hayagriva')).map(({ kind, entry }) => [kind, entry]), [['broken-entry', 'a']]);
    assert.deepEqual((await check('- title: X\n- id: b\n', 'csl-yaml')).map(({ kind, message }) => [kind, /id/u.test(message)]), [['broken-entry', true]]);
  });

  it('tells what costs nothing as a remark', async () => assert.deepEqual(await brief('@misc{a, title={X}, year=2000, % here\n}'), [['remark', '% here', undefined]]));

  it('gives up when the pause does', async () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `@misc{k${String(at)}, title={A {B} ${String(at)}}}`).join('\n');
    let calls = 0;
    await assert.rejects(checkBibliography(await formats.bibtex.read(text), () => {
      calls += 1;
      return Promise.reject(new Error('stopped'));
    }), /stopped/u);
    assert.equal(calls, 1);
  });
});
