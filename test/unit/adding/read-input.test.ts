import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readInput } from '../../../src/core/adding/read-input.js';
import { summary, type InputItem } from '../../../src/core/adding/types.js';
import { runs } from '../../support/runs.js';

const show = (item: InputItem): string =>
  item.kind === 'identifier' ? `${item.identifier.kind}:${item.identifier.id}` : item.kind === 'title' ? `title:${item.title}` : `${item.kind}:${item.fields.id ?? '-'}:${item.fields.title ?? '-'}`;
const shown = (text: string, only?: 'links') => readInput(text, only === undefined ? {} : { only }).items.map(show);

const bib = `@inproceedings{wang2023,
  title = {Self-Instruct: Aligning Language Models},
  author = {Wang, Yizhong and Kordi, Yeganeh},
  year = 2023,
  eprint = {2212.10560},
  archiveprefix = {arXiv},
}`;
const ris = ['TY  - JOUR', 'AU  - Gilardi, Fabrizio', 'TI  - ChatGPT outperforms crowd workers', 'PY  - 2023', 'DO  - 10.1073/pnas.2305016120', 'ER  - '].join('\n');
const csl = JSON.stringify([{ id: 'a', type: 'article-journal', title: 'One title of CSL', issued: { 'date-parts': [[2020]] } }, { id: 'b', type: 'book', title: 'Another title', DOI: '10.1000/xyz' }], undefined, 2);

describe('reading what was typed or pasted', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['an arXiv id', '2212.10560', ['arxiv:2212.10560']],
    ['with version and blanks', '  arXiv:2212.10560v2 ', ['arxiv:2212.10560']],
    ['an old arXiv id', 'hep-th/9711200', ['arxiv:hep-th/9711200']],
    ['a PDF link', 'https://arxiv.org/pdf/2212.10560v2.pdf', ['arxiv:2212.10560']],
    ['a link of a reading site', 'https://huggingface.co/papers/2212.10560', ['arxiv:2212.10560']],
    ['a DOI', '10.1073/pnas.2305016120', ['doi:10.1073/pnas.2305016120']],
    ['a resolver link', 'https://doi.org/10.1073/pnas.2305016120', ['doi:10.1073/pnas.2305016120']],
    ['an Anthology link', 'https://aclanthology.org/2023.acl-long.754/', ['acl:2023.acl-long.754']],
    ['an OpenReview link', 'https://openreview.net/forum?id=5x788rqbcj', ['openreview:5x788rqbcj']],
    ['a PubMed link', 'https://pubmed.ncbi.nlm.nih.gov/12345678/', ['pubmed:12345678']],
    ['a repository', 'https://github.com/yizhongw/self-instruct', ['github:yizhongw/self-instruct']],
    ['ids in one line', '2212.10560, 2304.12244; 2402.13064', ['arxiv:2212.10560', 'arxiv:2304.12244', 'arxiv:2402.13064']],
    ['a bare id beside a DOI', '2304.12244 10.18653/v1/2023.acl-long.754', ['arxiv:2304.12244', 'doi:10.18653/v1/2023.acl-long.754']],
    ['bare ids around a link', '- 2304.12244v2, https://arxiv.org/abs/2212.10560 (2402.13064)', ['arxiv:2304.12244', 'arxiv:2212.10560', 'arxiv:2402.13064']],
    ['an id that a link has too', 'https://arxiv.org/abs/2212.10560 (2212.10560)', ['arxiv:2212.10560']],
    ['numbers that only look like ids', '10.1073/pnas.2305016120, 120 (3), pp. 1234.5678', ['doi:10.1073/pnas.2305016120']],
    ['a bullet with a Markdown link', '- [Self-Instruct: Aligning Models](https://arxiv.org/abs/2212.10560) – nice', ['arxiv:2212.10560']],
    ['a numbered list', '1. 2212.10560\n2) https://arxiv.org/abs/2304.12244\n(3) 10.1073/pnas.2305016120', ['arxiv:2212.10560', 'arxiv:2304.12244', 'doi:10.1073/pnas.2305016120']],
    ['a paper with its code', '[paper](https://arxiv.org/abs/2212.10560) [code](https://github.com/yizhongw/self-instruct)', ['arxiv:2212.10560']],
    ['a title', 'Attention is all you need', ['title:Attention is all you need']],
    ['two words', 'Deep Learning', ['title:Deep Learning']],
    ['a title in quotes with a full stop', '“Attention Is All You Need.”', ['title:Attention Is All You Need']],
    ['a title in Chinese', '大语言模型的数据合成综述', ['title:大语言模型的数据合成综述']],
    ['a heading alone', '# Attention is all you need', ['title:Attention is all you need']],
    ['titles in a list', '* Attention is all you need\n* Self-Instruct: aligning models\n', ['title:Attention is all you need', 'title:Self-Instruct: aligning models']],
    ['a BibTeX entry', bib, ['bibtex:wang2023:Self-Instruct: Aligning Language Models']],
    ['an RIS record', ris, ['ris:-:ChatGPT outperforms crowd workers']],
    ['RIS with Windows line ends', ris.replace(/\n/gu, '\r\n'), ['ris:-:ChatGPT outperforms crowd workers']],
    ['CSL-JSON', csl, ['csl:a:One title of CSL', 'csl:b:Another title']],
    ['one CSL item', JSON.stringify({ id: 'a', type: 'book', title: 'A title' }), ['csl:a:A title']],
    ['the same id in many forms', '2212.10560\narXiv:2212.10560v1\nhttps://arxiv.org/abs/2212.10560\nhttps://doi.org/10.48550/arXiv.2212.10560', ['arxiv:2212.10560']],
    ['a DOI of the Anthology and its page', 'https://doi.org/10.18653/v1/2023.acl-long.754\nhttps://aclanthology.org/2023.acl-long.754', ['doi:10.18653/v1/2023.acl-long.754']],
    ['a title twice', 'Attention is all you need\nAttention Is All You Need!', ['title:Attention is all you need']],
    ['nothing', ' \n\t\n', []],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      assert.deepEqual(shown(text), expected);
      assert.deepEqual(readInput(text).notUnderstood, []);
    });
  }

  it('reads all of them mixed, with lines, and tells what it did not understand', () => {
    const text = ['# Reading list', '2212.10560', bib, '', 'https://example.org/blog/post', ris, csl, 'hm', '- Attention is all you need', 'https://doi.org/10.1000/xyz'].join('\n');
    const reading = readInput(text);
    assert.deepEqual(reading.items.map((item) => [show(item), item.line, item.again]), [
      ['bibtex:wang2023:Self-Instruct: Aligning Language Models', 2, [3]],
      ['ris:-:ChatGPT outperforms crowd workers', 12, []],
      ['csl:a:One title of CSL', 19, []],
      ['csl:b:Another title', 31, [40]],
      ['title:Attention is all you need', 39, []],
    ]);
    assert.deepEqual(reading.notUnderstood.map(({ line, reason, text: said }) => [line, reason, said]), [[11, 'link', 'https://example.org/blog/post'], [38, 'text', 'hm']]);
    assert.deepEqual(summary(reading), { counts: [{ kind: 'bibtex', count: 1 }, { kind: 'ris', count: 1 }, { kind: 'csl', count: 2 }, { kind: 'title', count: 1 }], notUnderstood: 2, total: 5 });
  });

  it('counts by kind', () => {
    const { counts, notUnderstood, total } = summary(readInput('2212.10560\n2304.12244\n2402.13064\n10.1073/pnas.2305016120\nrubbish'));
    assert.deepEqual(counts, [{ kind: 'arxiv', count: 3 }, { kind: 'doi', count: 1 }]);
    assert.deepEqual([notUnderstood, total], [1, 4]);
  });

  it('places are exactly the identifier', () => {
    const text = '- see https://arxiv.org/abs/2212.10560v2, and more';
    const [item] = readInput(text).items;
    assert.equal(text.slice(item?.start, item?.end), 'https://arxiv.org/abs/2212.10560v2');
    assert.equal(item?.kind === 'identifier' ? item.identifier.version : undefined, 2);
  });

  it('keeps what a link is called', () => {
    const [item] = readInput('1. [A Work Under Review](https://openreview.net/forum?id=5x788rqbcj)').items;
    assert.equal(item?.kind === 'identifier' ? item.title : undefined, 'A Work Under Review');
  });

  it('reads a document for its links alone', () => {
    const text = `# Title of a document\n\nA long paragraph of prose that is no title, with [a link](https://arxiv.org/abs/2212.10560).\nAnd https://example.org/x.\n\n${bib}\n`;
    const reading = readInput(text, { only: 'links' });
    assert.deepEqual(reading.items.map(show), ['bibtex:wang2023:Self-Instruct: Aligning Language Models']);
    assert.deepEqual(reading.notUnderstood, []);
  });

  const rubbish: readonly [string, string][] = [['x', 'text'], ['12345', 'text'], ['https://example.org', 'link'], ['www.example.org/page', 'link'], ['const x = {"a": [1, 2]};', 'text'], ['me@example.org wrote this mail', 'text'], ['word '.repeat(60), 'long'], ['TY  - JOUR\nER  - ', 'broken'], ['@article{}', 'broken']];
  for (const [text, reason] of rubbish) {
    it(`not understood: ${text.slice(0, 40)}`, () => {
      const reading = readInput(text);
      assert.deepEqual(reading.items, []);
      assert.deepEqual(reading.notUnderstood.map((one) => one.reason), [reason]);
    });
  }

  it('forgets what belongs to the reader of another catalogue', () => {
    const [item] = readInput(JSON.stringify({ id: 'a b', type: 'book', title: 'A\u202e title\nin two lines' })).items;
    assert.ok(item?.kind === 'csl');
    assert.deepEqual(item.fields, { type: 'book', title: 'A title in two lines' });
  });

  const piece = fc.oneof(
    fc.constantFrom('2212.10560', 'https://arxiv.org/abs/2304.12244', '10.1000/xyz', bib, ris, csl, '@article{a, title={x', 'TY  - JOUR', '[{"type":', '{"a": "', '- ', '# ', '[x](', '\r\n', '\n\n', 'ER  - ', 'Some title of a paper', '\u0000', '\ud800', '@'),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  it('never throws; items lie in the text, in order, each work once', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')), (text) => {
      for (const options of [{}, { only: 'links' } as const]) {
        const { items, notUnderstood } = readInput(text, options);
        for (const { start, end, line } of [...items, ...notUnderstood]) assert.ok(0 <= start && start < end && end <= text.length && line >= 1 && line <= text.split('\n').length);
        assert.deepEqual(items.map(({ start }) => start), items.map(({ start }) => start).sort((a, b) => a - b));
        const ids = items.flatMap((item) => (item.kind === 'identifier' ? [show(item)] : []));
        assert.equal(new Set(ids).size, ids.length);
      }
    }), { numRuns: runs(1000) });
  });

  it('finds every id of a list however its lines are dressed', () => {
    const dress = fc.constantFrom((id: string) => id, (id: string) => `- ${id}`, (id: string) => `12. arXiv:${id}v3`, (id: string) => `[${id}](https://arxiv.org/abs/${id})`, (id: string) => `| x | https://arxiv.org/pdf/${id} |`, (id: string) => `> * <https://arxiv.org/abs/${id}>,`);
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99999 }), { minLength: 1, maxLength: 30 }), fc.array(dress, { minLength: 30, maxLength: 30 }), (numbers, dresses) => {
      const ids = numbers.map((number) => `2301.${String(number).padStart(5, '0')}`);
      const reading = readInput(ids.map((id, at) => dresses[at]?.(id)).join('\n'));
      assert.deepEqual(reading.items.map(show), ids.map((id) => `arxiv:${id}`));
      assert.deepEqual(reading.items.map(({ line }) => line), ids.map((_, at) => at + 1));
      assert.deepEqual(reading.notUnderstood, []);
    }), { numRuns: runs(200) });
  });

  for (const [what, unit] of [['openings of JSON', '[{"a":\n'], ['unclosed entries', '@article{a,\n'], ['open RIS records', 'TY  - JOUR\nAU  - A\n\n'], ['brackets', '[x]('], ['bullets', '- - - \n'], ['quotes', '"“”'], ['ids', '2212.10560 ']] as const) {
    it(`takes a megabyte of ${what} in its stride`, function () {
      if (process.env['LITSHELF_QUICK'] !== undefined && process.env['LITSHELF_QUICK'] !== '') this.skip();
      readInput(unit.repeat(Math.ceil(1_000_000 / unit.length)));
    });
  }
});
