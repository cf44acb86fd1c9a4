import assert from 'node:assert/strict';
import { readLocator } from '../../../src/core/csl/cite.js';
import type { FormatOptions } from '../../../src/core/csl/index.js';
import { formatter } from '../../../src/host/csl-engine.js';
import { article, conference } from './papers.js';

const as = (style: FormatOptions['style'], format: FormatOptions['format'] = 'text'): FormatOptions => ({ style, format });

describe('formatted citations', function () {
  this.timeout(20_000);

  it('with prefix, locator and suffix', () => {
    assert.equal(formatter.formatCitation([{ item: conference, prefix: 'see', locator: 'p. 3' }], as('apa')), '(see Wang et al., 2023, p. 3)');
    assert.equal(formatter.formatCitation([{ item: conference, locator: 'pp. 3–5', suffix: 'and elsewhere' }, article], as('apa')), '(Shumailov & Gal, 2024; Wang et al., 2023, pp. 3–5, and elsewhere)');
    assert.equal(formatter.formatCitation([{ item: conference, locator: '3' }], as('ieee')), '[1, p. 3]');
    assert.equal(formatter.formatCitation([{ item: conference, locator: 'chap. 2' }], as('chicago-author-date')), '(Wang, Kordi, and Hajishirzi 2023, chap. 2)');
  });

  it('without the author, and the author alone', () => {
    assert.equal(formatter.formatCitation([{ item: conference, suppressAuthor: true, locator: '§ 4' }], as('apa')), '(2023, sec. 4)');
    assert.match(formatter.formatCitation([{ item: conference, authorOnly: true }], as('apa')), /^Wang et al\.$/u);
  });

  it('of two places in one work', () => {
    assert.match(formatter.formatCitation([{ item: conference, locator: '3' }, { item: conference, locator: '9' }], as('apa')), /p\. 3.*p\. 9/u);
    assert.equal(formatter.formatCitation([conference, conference], as('apa')), '(Wang et al., 2023)');
  });

  it('with a place that CSL has no name for, as it is written', () => assert.equal(formatter.formatCitation([{ item: conference, locator: 'Theorem 2' }], as('apa')), '(Wang et al., 2023, Theorem 2)'));

  it('in which what a person adds is text', () => {
    assert.equal(formatter.formatCitation([{ item: conference, prefix: 'see <script> & %%STRING%%', suffix: '<b>x' }], as('apa', 'html')), '(see &lt;script&gt; &amp; %%STRING%% Wang et al., 2023, &lt;b&gt;x)');
  });
});

describe('locators', () => {
  const cases: readonly (readonly [text: string, label: string | undefined, locator?: string])[] = [
    ['3', 'page', '3'], ['iv', 'page', 'iv'], ['p. 3', 'page', '3'], ['pp. 3–5', 'page', '3–5'], ['p.3', 'page', '3'], ['pages 3, 9', 'page', '3, 9'], ['chapter 2', 'chapter', '2'], ['chaps. 2-3', 'chapter', '2-3'],
    ['§ 4', 'section', '4'], ['§§4–5', 'section', '4–5'], ['Fig. 1', 'figure', '1'], ['vol. 2', 'volume', '2'], ['Theorem 2', undefined], ['passim', undefined], ['', undefined], ['p.', undefined],
  ];
  for (const [text, label, locator] of cases) it(JSON.stringify(text), () => assert.deepEqual(readLocator(text), label === undefined ? undefined : { label, locator }));
});
