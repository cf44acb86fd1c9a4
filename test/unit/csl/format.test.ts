import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bundledStyles, CslError, toCsl, type CslItem, type FormatOptions } from '../../../src/core/csl/index.js';
import { toPaper } from '../../../src/core/model/paper.js';
import { formatter } from '../../../src/host/csl-engine.js';
import { golden } from './golden.js';
import { article, conference, preprint } from './papers.js';

const papers = [preprint, conference, article];
const as = (style: FormatOptions['style'], format: FormatOptions['format'] = 'text', locale?: string): FormatOptions => ({ style, format, locale });
const one = (item: Partial<CslItem>, options = as('apa')) => formatter.formatReference({ id: 'a', type: 'article-journal', title: 'A title', ...item }, options);
const ownStyle = (body: string, info = '<title>Mine</title><id>mine</id><updated>2026-01-01T00:00:00+00:00</updated>') =>
  `<?xml version="1.0" encoding="utf-8"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info>${info}</info>${body}</style>`;
const citation = '<citation><layout delimiter="; " prefix="{" suffix="}"><names variable="author"><name form="short"/></names></layout></citation>';
const bibliography = (layout: string) => `<bibliography><sort><key variable="title"/></sort><layout suffix=".">${layout}</layout></bibliography>`;
const titleOnly = { csl: ownStyle(citation + bibliography('<text variable="title" font-style="italic"/>')) };

/** The first call of a style compiles it. */
describe('formatted references', function () {
  this.timeout(20_000);

  for (const [style, name] of Object.entries(bundledStyles)) {
    it(`in ${name}: three papers and a citation of them`, () => {
      const { entries } = formatter.formatReferences(papers, as(style, 'markdown'));
      assert.deepEqual(entries.map(({ text }) => text), golden[style]?.references);
      assert.equal(formatter.formatCitation(papers, as(style, 'markdown')), golden[style]?.citation);
      assert.deepEqual(entries.map(({ id }) => id).sort(), papers.map(({ id }) => id).sort());
    });

    it(`in ${name}: a work of which next to nothing is known, and software`, () => {
      const text = one({ title: 'Nothing known', type: 'document' }, as(style));
      assert.match(text, /^[“"]?Nothing [Kk]nown/u);
      assert.doesNotMatch(text, /undefined|null|NaN|object/u);
      assert.match(one({ type: 'software', title: 'Tool', author: [{ literal: 'OpenAI' }], version: '2.0' }, as(style)), /OpenAI.*Tool/u);
    });
  }

  it('has a golden text for every style', () => assert.deepEqual(Object.keys(golden), Object.keys(bundledStyles)));

  it('writes plain text and HTML', () => {
    assert.equal(formatter.formatReference(article, as('apa')), 'Shumailov, I., & Gal, Y. (2024). AI models collapse when trained on recursively generated data. Nature, 631(8022), 755–759. https://doi.org/10.1038/s41586-024-07566-y');
    assert.equal(
      formatter.formatReference(article, as('apa', 'html')),
      'Shumailov, I., &amp; Gal, Y. (2024). AI models collapse when trained on recursively generated data. <i>Nature</i>, <i>631</i>(8022), 755–759. <a href="https://doi.org/10.1038/s41586-024-07566-y">https://doi.org/10.1038/s41586-024-07566-y</a>',
    );
    assert.equal(formatter.formatReferences([article], as('nature', 'html')).entries[0]?.text, '1. Shumailov, I. &amp; Gal, Y. AI models collapse when trained on recursively generated data. <i>Nature</i> <b>631</b>, 755–759 (2024).');
    assert.equal(formatter.formatCitation([article], as('nature', 'html')), '<sup>1</sup>');
  });

  it('says "et al." of a list that does not name everybody, with no "and" before it', () => {
    const item = toCsl(toPaper({ id: 'a', title: 'Self-Instruct', type: 'article-journal', issued: '2023', authors: ['Yizhong Wang', 'et al.'] }));
    const texts = Object.keys(bundledStyles).map((style) => formatter.formatReference(item, { style, format: 'text' }));
    for (const text of texts) assert.match(text, /Wang(?:,? (?:Y\.?|Yizhong))?,? et al/u);
    assert.match(texts.join('\n'), /^Wang, Y\. et al\. \(2023\)/mu);
    assert.equal(formatter.formatCitation([item], as('apa')), '(Wang et al., 2023)');
  });

  it('gives a reference that stands alone no number', () => {
    assert.match(formatter.formatReference(article, as('ieee')), /^I\. Shumailov/u);
    assert.match(formatter.formatReferences([article], as('ieee')).entries[0]?.text ?? '', /^\[1\] I\. Shumailov/u);
  });

  it('lists a work once, and lists nothing when there is nothing', () => {
    assert.deepEqual(formatter.formatReferences([article, { ...article }], as('ieee')).entries.map(({ id }) => id), [article.id]);
    assert.deepEqual(formatter.formatReferences([], as('apa')), { entries: [] });
    assert.equal(formatter.formatCitation([], as('apa')), '');
  });

  it('tells works of one author and year apart', () => {
    const twice = ['First', 'Second'].map((title): CslItem => ({ ...article, id: title, title }));
    assert.deepEqual(formatter.formatReferences(twice, as('apa')).entries.map(({ text }) => /\((.*?)\)/u.exec(text)?.[1]), ['2024a', '2024b']);
    assert.equal(formatter.formatCitation(twice, as('apa')), '(Shumailov & Gal, 2024a, 2024b)');
  });

  it('gives the same whatever was formatted before', () => {
    const first = formatter.formatReference(article, as('apa'));
    formatter.formatReferences([conference, preprint, { ...article, id: 'b', title: 'B' }], as('apa'));
    assert.equal(formatter.formatReference(article, as('apa')), first);
  });

  it('keeps names of every script, particles and organisations', () => {
    assert.match(one({ author: [{ family: '王', given: '小明' }, { family: 'Łukasiewicz', given: 'Ján' }, { family: 'Ñandú', given: 'Óscar' }] }, as('chicago-author-date')), /^王小明, Ján Łukasiewicz, and Óscar Ñandú/u);
    assert.match(one({ author: [{ family: 'Иванов', given: 'Иван' }] }), /^Иванов, И\./u);
    assert.match(one({ author: [{ literal: 'Allen Institute for AI' }] }, as('ieee')), /^Allen Institute for AI, /u);
    assert.match(one({ author: [{ family: 'van den Oord', given: 'Aaron' }, { family: 'King', given: 'Martin', suffix: 'Jr.' }] }), /^van den Oord, A\., & King, M\., Jr\./u);
    const many = Array.from({ length: 3000 }, (_, index) => ({ family: `Author${index}`, given: 'A.' }));
    assert.match(one({ author: many }), /^Author0, A\., .*Author18, A\., … Author2999, A\./u);
  });

  it('formats what the catalogue gives', () => {
    const item = toCsl(toPaper({ id: 'x', title: 'Textbooks', authors: ['Suriya Gunasekar'], arxiv: '2306.11644', submitted: '2023-06-20', tags: ['a'] }));
    assert.equal(formatter.formatReference(item, as('mla')), 'Gunasekar, Suriya. Textbooks. arXiv:2306.11644, arXiv, 20 June 2023, https://arxiv.org/abs/2306.11644.');
  });

  it('follows the locale, the nearest there is, and the style where none is given', () => {
    assert.match(formatter.formatReference(article, as('harvard', 'text', 'en-GB')), /‘AI models/u);
    assert.match(formatter.formatCitation([{ ...article, author: [{ family: 'A' }, { family: 'B' }] }], as('chicago-author-date', 'text', 'de-AT')), /A und B/u);
    assert.equal(formatter.formatReference(article, as('apa', 'text', 'xx')), formatter.formatReference(article, as('apa')));
  });
});

describe('formatted references of hostile works', function () {
  this.timeout(20_000);
  const title = '# *A* [x](http://evil.example) <script>alert("1")</script> $& %%STRING%% `c` R&D &#60;b @key {a} 5 < 6 www.evil.example \u202e\u0000 &amp; <a href=x>';

  it('says the title as it is, without control characters', () => {
    const text = formatter.formatReference({ id: '__proto__', type: 'book', title, author: [{ literal: 'A <b>& Co' }] }, as('acm'));
    assert.equal(text, 'A <b>& Co. # *A* [x](http://evil.example) <script>alert(“1”)</script> $& %%STRING%% `c` R&D &#60;b @key {a} 5 < 6 www.evil.example &amp; <a href=x>.');
  });

  it('has no markup of it in HTML', () => {
    for (const style of Object.keys(bundledStyles)) {
      const html = formatter.formatReference({ id: 'a', type: 'book', title, URL: 'javascript:alert(1)', DOI: '10.1/"><img src=x>' }, as(style, 'html'));
      assert.deepEqual([...html.matchAll(/<\/?(\w+)[^>]*>/gu)].filter(([, tag]) => tag !== 'i').map(([tag]) => tag), [], style);
    }
  });

  it('has no markup of it in Markdown', () => {
    assert.equal(
      formatter.formatReference({ id: 'a', type: 'book', title }, as(titleOnly, 'markdown')),
      '*\\# \\*A\\* \\[x\\](http\\://evil.example) \\<script>alert(“1”)\\</script> \\$& %%STRING%% \\`c\\` R&D \\&\\#60;b \\@key \\{a\\} 5 \\< 6 www\\.evil.example \\&amp; \\<a href=x>*.',
    );
    for (const [start, escaped] of [['1. One', '1\\. One'], ['- One', '\\- One'], ['+ One', '\\+ One'], ['> One', '\\> One'], [': One', '\\: One'], ['2) One', '2\\) One']] as const)
      assert.equal(formatter.formatReference({ id: 'a', type: 'book', title: start }, as({ csl: ownStyle(citation + bibliography('<text variable="title"/>')) }, 'markdown')), `${escaped}.`);
  });

  it('keeps the rich text that CSL-JSON allows', () => {
    const rich = { title: 'The <i>C. elegans</i> genome and H<sub>2</sub>O' };
    assert.match(one(rich, as('ieee', 'html')), /The <i>C\. elegans<\/i> genome and H<sub>2<\/sub>O/u);
    assert.match(one(rich, as('ieee', 'markdown')), /The \*C\. elegans\* genome and H<sub>2<\/sub>O/u);
    assert.match(one(rich), /The C\. elegans genome and H2O/u);
    assert.match(one({ title: 'Half <i>open' }, as('ieee', 'html')), /^“Half (?:&lt;i&gt;|)open/u);
  });

  it('makes links of the addresses of the work only', () => {
    const item = { title: 'See https://evil.example/', URL: 'https://good.example/a_b?c=d&e=f' } as const;
    assert.match(one(item, as('mla', 'markdown')), /https?\\:\/\/evil\.example.*<https:\/\/good\.example\/a_b\?c=d&e=f>\.$/iu);
    assert.deepEqual([...one(item, as('mla', 'html')).matchAll(/href="([^"]*)"/gu)].map(([, to]) => to), ['https://good.example/a_b?c=d&amp;e=f']);
  });

  it('writes any title into HTML and Markdown without adding markup or losing a letter', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab<>&;#*_[]()`$\\{}!|~^@=-+.:"\' 1/')), maxLength: 30 }), (text) => {
      const item: CslItem = { id: 'a', type: 'book', title: `x${text}x` };
      const html = formatter.formatReference(item, as(titleOnly, 'html'));
      assert.doesNotMatch(html.replace(/<\/?(?:i|b|su[bp])>/gu, ''), /[<>]/u);
      const markdown = formatter.formatReference(item, as(titleOnly, 'markdown'));
      const inner = markdown.replace(/\\[!-/:-@[-`{-~]/gu, '').replace(/<\/?(?:i|b|su[bp])>/gu, '').replace(/^\*|\*\.?$/gu, '');
      assert.doesNotMatch(inner, /[<`*_[\]$@{}|~^#\\]/u);
      if (!/<\/?(?:i|b|sub|sup|sc|span)/u.test(text)) assert.equal(letters(formatter.formatReference(item, as(titleOnly))), letters(item.title));
    }), { numRuns: 300 });
  });
});

describe('a person\'s own style', function () {
  this.timeout(20_000);
  const refuses = (style: FormatOptions['style'], message: RegExp, items = [article]) => assert.throws(() => formatter.formatReferences(items, as(style)), (fault) => fault instanceof CslError && message.test(fault.message));

  it('is used, with its own order, and another one after it', () => {
    const byTitle = { csl: `\ufeff${ownStyle(citation + bibliography('<text variable="title" text-case="uppercase"/>'))}` };
    assert.deepEqual(formatter.formatReferences(papers, as(byTitle)).entries.map(({ text }) => text.slice(0, 9)), ['AI MODELS', 'SELF-INST', 'TEXTBOOKS']);
    assert.equal(formatter.formatCitation(papers, as(byTitle)), '{Gunasekar, Li; Wang, Kordi, Hajishirzi; Shumailov, Gal}');
    for (let index = 0; index < 5; index += 1) assert.equal(one({ title: 'T' }, as({ csl: ownStyle(citation + bibliography(`<text value="${index}"/>`)) })), `${index}.`);
    assert.equal(one({ title: 'T' }, as(byTitle)), 'T.');
  });

  it('that does not exist is told with those that do', () => refuses('turabian', /no citation style "turabian".*apa, ieee, acm, chicago-author-date, nature, vancouver, mla, harvard/u));

  it('that is no CSL is told with the reason', () => {
    refuses({ csl: '' }, /no CSL style/u);
    refuses({ csl: 'hello' }, /no CSL style.*line 1/u);
    refuses({ csl: '<html></html>' }, /first element is <html>/u);
    refuses({ csl: '<style></style>' }, /first element is <style>, not <style xmlns=/u);
    refuses({ csl: '<locale xmlns="http://purl.org/net/xbiblio/csl"/>' }, /a CSL locale, not a style/u);
    refuses({ csl: ownStyle(citation).slice(0, -3) }, /not well-formed XML \(.*line 2, column \d+\)/u);
    refuses({ csl: '<!DOCTYPE style [<!ENTITY a "b">]><style/>' }, /DOCTYPE/u);
    refuses({ csl: `<a>${'x'.repeat(2_000_001)}` }, /larger than 2 MB/u);
    refuses({ csl: ownStyle('', '<link href="http://www.zotero.org/styles/nature" rel="independent-parent"/>') }, /only points to another style \(http:\/\/www\.zotero\.org\/styles\/nature\)/u);
    refuses({ csl: ownStyle('') }, /no <citation>/u);
    refuses({ csl: ownStyle(citation) }, /no <bibliography>/u);
  });

  it('that is broken inside is told by its title, and spoils nothing', () => {
    refuses({ csl: ownStyle(citation + bibliography('<text macro="nowhere"/>')) }, /uses the macro "nowhere", which it does not have/u);
    refuses({ csl: ownStyle(`<macro name="a"><text macro="a"/></macro>${citation}${bibliography('<text macro="a"/>')}`) }, /The style Mine could not format this: .*infinite loop/u);
    assert.match(formatter.formatReference(article, as('apa')), /^Shumailov/u);
    assert.equal(formatter.formatReference(article, as(titleOnly)), 'AI models collapse when trained on recursively generated data.');
  });

  it('without a bibliography still formats citations', () => assert.equal(formatter.formatCitation([article], as({ csl: ownStyle(citation) })), '{Shumailov, Gal}'));
});
