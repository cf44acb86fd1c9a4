import assert from 'node:assert/strict';
import { caretsAfter } from '../../../src/core/cite/carets.js';
import { markups } from '../../../src/core/cite/markups.js';
import { papersIn } from '../../../src/core/cite/pasted.js';
import { previewAt } from '../../../src/core/cite/preview.js';
import type { MarkupId } from '../../../src/core/cite/types.js';
import { applySplices } from '../../../src/core/yaml/splice.js';
import { carets } from './caret.js';

/** The text after citing, with a bar where each caret goes. */
function placed(id: MarkupId, drawn: string, command?: string): string {
  const { text, offsets } = carets(drawn);
  const works = [{ key: 'k', title: 'T', url: 'https://a.b/c', reference: 'R' }];
  const edits = markups[id].insert(text, offsets, works, { command });
  const after = applySplices(text, edits);
  return [...caretsAfter(edits, offsets)].sort((a, b) => b - a).reduce((result, at) => `${result.slice(0, at)}|${result.slice(at)}`, after);
}

describe('carets after citing', () => {
  for (const [id, drawn, expected, command] of [
    ['latex', 'As said¦.', /^As said ?\\cite\{k\}\|\.$/u],
    ['latex', '¦ and ¦ and ¦', /\\cite\{k\}\| and \\cite\{k\}\| and \\cite\{k\}\|$/u],
    ['latex', '\\cite{a¦} b', /^\\cite\{a, ?k\|\} b$|^\\cite\{a,k\|\} b$/u],
    ['latex', '\\cite{k¦} and later ¦x', /^\\cite\{k.*\} and later \\cite\{k\}\|x$/u],
    ['pandoc', 'As [@a, p. 3¦].', /^As \[@a, p\. 3; @k\|\]\.$/u],
    ['markdown', 'As said¦.\n', /^As said\[\^k\]\|\.\n\n\[\^k\]: R\n$/u, 'footnote'],
  ] as const) it(`${id}: ${drawn}`, () => assert.match(placed(id, drawn, command).replace('\\cite{k|}', '\\cite{k}'), expected));

  it('stay where everything is cited already', () => assert.equal(placed('pandoc', 'x [@k¦] y'), 'x [@k|] y'));
});

describe('the preview of a citation', () => {
  const preview = (id: MarkupId, drawn: string, command?: string) => {
    const { text, offsets } = carets(drawn);
    return previewAt(markups[id], text, offsets[0] ?? 0, { command });
  };
  it('is the citation as it will be', () => {
    assert.equal(preview('latex', 'a ¦ b', 'citep')([{ key: 'k', prefix: 'see', locator: 'p. 3' }]), '\\citep[see][p. 3]{k}');
    assert.equal(preview('pandoc', 'a ¦ b')([{ key: 'k' }]), '[@k]');
  });
  it('is the whole citation that the works join', () => {
    assert.equal(preview('pandoc', 'As [see @a, p. 2¦] and [@z].')([{ key: 'k', locator: 'p. 3' }]), '[see @a, p. 2; @k, p. 3]');
  });
});

describe('papers in what is pasted', () => {
  const known = {
    get: (key: string) => ({ wang2023: 1, xu2024: 2 })[key],
    find: (id: string) => ({ 'arxiv:2212.10560': 1, 'doi:10.1/abc': 2 })[id],
  };
  for (const [text, expected] of [
    ['wang2023', [1]],
    ['wang2023, xu2024\n', [1, 2]],
    ['wang2023 wang2023', [1]],
    ['https://arxiv.org/abs/2212.10560', [1]],
    ['https://arxiv.org/pdf/2212.10560v2.pdf', [1]],
    ['arXiv:2212.10560', [1]],
    ['[Self-Instruct: *Aligning*](https://arxiv.org/abs/2212.10560)', [1]],
    ['@article{xu2024,\n  title = {x},\n}\n', [2]],
    ['@misc{other,\n  eprint = {2212.10560},\n  archiveprefix = {arXiv},\n}\n\n@misc{xu2024,\n}\n', [1, 2]],
    ['wang2023 says so', undefined],
    ['', undefined],
    ['@', undefined],
    ['@article{', undefined],
    ['https://example.org/', undefined],
    ['@article{unknown, title = {x}}', undefined],
    ['wang2023 '.repeat(60), undefined],
    ['x'.repeat(30_000), undefined],
  ] as const) it(JSON.stringify(text.slice(0, 60)), () => assert.deepEqual(papersIn<number>(text, known), expected));
});
