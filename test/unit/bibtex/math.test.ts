import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mathSpans } from '../../../src/core/bibtex/math.js';
import { readBibtex } from '../../../src/core/bibtex/read.js';
import { toBibtex } from '../../../src/core/bibtex/write.js';
import { ensureEntry } from '../../../src/core/bibtex/ensure.js';
import { toPaper } from '../../../src/core/model/paper.js';
import { applySplices } from '../../../src/core/yaml/splice.js';
import { runs } from '../../support/runs.js';

const title = (text: string, protect: 'none' | 'smart' | 'whole' = 'smart') => /title = \{(.*)\}\n/u.exec(toBibtex(toPaper({ id: 'a', title: text }), { align: false, protect }))?.[1];

describe('formulas in titles', () => {
  it('stay as they are, in braces that keep their letters', () => {
    for (const [text, written] of [
      ['Learning $k$-NN in $O(N \\log N)$ time', 'Learning {$k$}-{NN} in {$O(N \\log N)$} time'], ['From \\(x^2\\) on', 'From {\\(x^2\\)} on'], ['A$^*$ search in H$_2$O', 'A{$^*$} search in {H}{$_2$}{O}'],
      ['$\\mathcal{L}_{\\text{adv}}$ loss', '{$\\mathcal{L}_{\\text{adv}}$} loss'], ['$x$ & $y$', '{$x$} \\& {$y$}'],
    ] as const) assert.equal(title(text), written);
    assert.equal(title('In $O(N)$', 'none'), 'In $O(N)$');
    assert.equal(title('In $O(N)$', 'whole'), '{In $O(N)$}');
  });

  it('are none when they may be money, text, an attack, or not whole', () => {
    for (const text of ['from $5 to $10', '$5-$10', 'US$5 and A$ more', 'the $and$ word', '$ x $', '$$', '$}$', '$a_{b$', '$a}b{c_1$', '\\$x_1$', '$\\input{/etc/passwd}$', '$\\write18{x}$', '$\\def\\x{y}x_1$', '$x_1%$', '$x_1"$', '$x_1@$', '$é_1$', '\\(x', `$${'x'.repeat(300)}_1$`]) assert.deepEqual(mathSpans(text), [], text);
  });

  it('leave every entry well formed, and every paper findable', () => {
    const part = fc.constantFrom('$', '$', '\\(', '\\)', '{', '}', 'x', '^', '_', '2', ' ', '\\alpha', '\\frac', '\\input', '"', '@', '%', ',', 'LLM', 'É', 'a');
    fc.assert(fc.property(fc.array(part, { maxLength: 25 }), fc.constantFrom('none' as const, 'smart' as const, 'whole' as const), (parts, protect) => {
      const paper = toPaper({ id: 'k', title: `Work ${parts.join('')}`, abstract: parts.join(''), authors: ['Jane Doe'], issued: '2024' });
      for (const quotes of ['', '@misc{x,\n  title = "X"\n}\n']) {
        const text = applySplices(quotes, ensureEntry(quotes, paper, { protect, abstract: true }).splices);
        const { file } = readBibtex(text);
        assert.deepEqual(file.problems, [], text);
        assert.equal(file.entries.at(-1)?.key, 'k');
        assert.deepEqual(ensureEntry(text, paper), { key: 'k', splices: [] }, text);
      }
    }), { numRuns: runs(400) });
  });
});
