import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toPaper, type Paper } from '../../../src/core/model/paper.js';
import { paperTypes, type PaperFields, type PaperType } from '../../../src/core/model/schema.js';
import { toBibtex, toBibtexFile, type BibtexOptions } from '../../../src/core/bibtex/index.js';
import { titleParts } from '../../../src/core/bibtex/protect.js';
import { readEntry, type ReadEntry } from './read-entry.js';

const write = (fields: PaperFields, options?: BibtexOptions) => toBibtex(toPaper(fields), options);
const read = (fields: PaperFields, options?: BibtexOptions): ReadEntry => readEntry(write(fields, options));
const title = (text: string) => read({ id: 'a', title: text }).fields.title;

const selfInstruct: PaperFields = {
  id: 'wang2023selfinstruct', type: 'paper-conference', title: 'Self-Instruct: Aligning Language Models with Self-Generated Instructions',
  authors: ['Yizhong Wang', { literal: 'OpenAI & Co' }, 'Martin van der Berg', { family: 'King', suffix: 'Jr', given: 'Martin Luther' }],
  issued: '2023-07', submitted: '2022-12-20', venue: 'ACL 2023', arxiv: '2212.10560', 'arxiv-class': 'cs.CL', doi: '10.18653/v1/2023.acl-long.754', acl: '2023.acl-long.754',
  page: '13484–13508', publisher: 'Association for Computational Linguistics', links: { code: 'https://github.com/yizhongw/self-instruct' },
};

describe('BibTeX writer', () => {
  it('writes a conference paper', () => assert.equal(write(selfInstruct), String.raw`@inproceedings{wang2023selfinstruct,
  author        = {Wang, Yizhong and {OpenAI \& Co} and van der Berg, Martin and King, Jr, Martin Luther},
  title         = {{Self-Instruct}: Aligning Language Models with Self-Generated Instructions},
  booktitle     = {ACL 2023},
  year          = {2023},
  month         = jul,
  pages         = {13484--13508},
  publisher     = {Association for Computational Linguistics},
  doi           = {10.18653/v1/2023.acl-long.754},
  url           = {https://aclanthology.org/2023.acl-long.754/},
  eprint        = {2212.10560},
  archiveprefix = {arXiv},
  primaryclass  = {cs.CL}
}`));

  it('writes the same for biblatex', () => {
    const { type, fields } = read(selfInstruct, { dialect: 'biblatex' });
    assert.equal(type, 'inproceedings');
    assert.equal(fields.date, '2023-07');
    assert.deepEqual([fields.eprint, fields.eprinttype, fields.eprintclass], ['2212.10560', 'arxiv', 'cs.CL']);
    assert.deepEqual([fields.year, fields.month, fields.archiveprefix], [undefined, undefined, undefined]);
  });

  it('dates a preprint by its first posting and a published work by its publication', () => {
    const dates = { id: 'a', title: 'A', issued: '2023-07', submitted: '2022-12' };
    assert.deepEqual(pick(read({ ...dates, type: 'article' }), 'year', 'month'), ['2022', 'dec']);
    assert.deepEqual(pick(read({ ...dates, type: 'article-journal' }), 'year', 'month'), ['2023', 'jul']);
    // the month of the posting is not the month of publication
    assert.deepEqual(pick(read({ id: 'a', type: 'paper-conference', title: 'A', submitted: '2022-12' }), 'year', 'month'), ['2022', undefined]);
  });

  for (const [type, bibtex, biblatex] of [
    ['article', 'misc', 'online'], ['article-journal', 'article', 'article'], ['paper-conference', 'inproceedings', 'inproceedings'], ['report', 'techreport', 'report'],
    ['software', 'misc', 'software'], ['thesis', 'phdthesis', 'thesis'], ['book', 'book', 'book'], ['chapter', 'incollection', 'incollection'], ['dataset', 'misc', 'dataset'],
    ['post-weblog', 'misc', 'online'], ['webpage', 'misc', 'online'],
  ] as const) {
    it(`writes ${type} as ${bibtex}, in biblatex ${biblatex}`, () => {
      assert.equal(read({ id: 'a', type }).type, bibtex);
      assert.equal(read({ id: 'a', type }, { dialect: 'biblatex' }).type, biblatex);
    });
  }

  it('names what holds the work, and who published it, as the type demands', () => {
    const held = { id: 'a', title: 'A', venue: 'TMLR 2023', publisher: 'P' };
    assert.deepEqual(pick(read({ ...held, type: 'article-journal' }), 'journal', 'publisher'), ['TMLR', 'P']);
    assert.deepEqual(pick(read({ ...held, type: 'paper-conference' }), 'booktitle'), ['TMLR 2023']);
    assert.deepEqual(pick(read({ ...held, type: 'report' }), 'institution', 'publisher'), ['P', undefined]);
    assert.deepEqual(pick(read({ ...held, type: 'thesis' }), 'school'), ['P']);
    assert.deepEqual(pick(read({ id: 'a', type: 'webpage', links: { page: 'https://a.example/x_y?a=1&b=2#c' } }), 'howpublished', 'url'), [String.raw`\url{https://a.example/x_y?a=1&b=2#c}`, 'https://a.example/x_y?a=1&b=2#c']);
    assert.deepEqual(pick(read({ id: 'a', type: 'software', version: '1.2', links: { code: 'https://github.com/a/b' } }), 'note', 'url'), ['Version 1.2', 'https://github.com/a/b']);
  });

  it('keeps names whole that would be taken apart', () => {
    const names = read({ id: 'a', authors: [{ literal: 'Johnson and Johnson' }, { family: 'Sons, Ltd' }, { family: 'Plato the Elder' }, { family: 'MetaGLM' }, { family: 'Others' }, { family: 'A', given: 'B, C' }] }).fields.author;
    assert.equal(names, '{Johnson and Johnson} and {Sons, Ltd}{} and {Plato the Elder}{} and MetaGLM and {Others}{} and A, {B, C}');
  });

  it('protects capitals that sentence case would lose, and no others', () => {
    for (const [plain, braced] of [
      ['LLM', '{LLM}'],
      ['Instruction Tuning with GPT-4', 'Instruction Tuning with {GPT}-4'],
      ['GPT-4 Technical Report', '{GPT}-4 Technical Report'],
      ['On LLMs-Driven Synthetic Data Generation', 'On {LLMs}-Driven Synthetic Data Generation'],
      ['WizardLM: Empowering Large Pre-Trained Language Models', '{WizardLM}: Empowering Large Pre-Trained Language Models'],
      ['Phi-3 Technical Report: A Highly Capable Language Model', '{Phi}-3 Technical Report: A Highly Capable Language Model'],
      ['Common 7B Language Models', 'Common {7B} Language Models'],
      ['Learning Bayesian networks from incomplete data', 'Learning {Bayesian} networks from incomplete data'],
      ['Evaluating non-English Speech', 'Evaluating non-{English} Speech'],
      ['Why Should I Trust You? Explaining Predictions', 'Why Should {I} Trust You? Explaining Predictions'],
      ['Textbooks Are All You Need II: phi-1.5 technical report', 'Textbooks Are All You Need {II}: phi-1.5 technical report'],
      ['Large-Scale Learning of Things: A Survey', 'Large-Scale Learning of Things: A Survey'],
    ] as const) assert.equal(title(plain), braced);
  });

  it('writes special characters so that they print', () => {
    assert.equal(title('costs $5 & 10% of C# in a_b~c^d'), String.raw`costs \$5 \& 10\% of {C}\# in a\_b\textasciitilde{}c\textasciicircum{}d`);
    assert.equal(title('a { b \\ c'), String.raw`a \textbraceleft{} b \textbackslash{} c`);
    assert.equal(title('two\nlines\u0000 and\ttabs\u200b'), 'two lines and tabs');
    assert.equal(read({ id: 'a', doi: '10.1000/a_b%c#d&e' }).fields.doi, '10.1000/a_b%c#d&e');
    assert.equal(read({ id: 'a', doi: '10.1000/a{b}' }).fields.doi, '10.1000/a%7Bb%7D');
  });

  it('keeps Unicode, or writes accents as TeX and keeps what TeX has no command for', () => {
    const fields: PaperFields = { id: 'a', title: 'Müller’s naïve šķot – ZhongJing(仲景) Ångström', authors: ['Víctor Gallego', 'Jürgen Groß', 'Đặng Thị'] };
    assert.equal(read(fields).fields.author, 'Gallego, Víctor and Groß, Jürgen and Thị, Đặng');
    const ascii = read(fields, { unicode: false }).fields;
    assert.equal(ascii.author, String.raw`Gallego, V{\'i}ctor and Gro{\ss}, J{\"u}rgen and Th{\d{i}}, {\DJ}ặng`);
    assert.equal(ascii.title, String.raw`M{\"u}ller\textquoteright{}s na{\"i}ve {\v{s}}{\c{k}}ot \textendash{} {ZhongJing}(仲景) {{\AA}ngstr{\"o}m}`);
  });

  it('breaks what fonts would join to another sign', () => {
    assert.equal(title("A -- B ``x'' ?` –- ,, don't a-b"), String.raw`A -{}- B \textasciigrave{}\textasciigrave{}x'{}' ?\textasciigrave{} –{}- ,{}, don't a-b`);
    assert.equal(read({ id: 'a', title: '–– “a”" don’t ¿', }, { unicode: false }).fields.title, String.raw`\textendash{}\textendash{} \textquotedblleft{}a\textquotedblright{}" don\textquoteright{}t \textquestiondown{}`);
    assert.equal(title('a <b> |c|'), String.raw`a \textless{}b\textgreater{} \textbar{}c\textbar{}`);
  });

  it('writes page ranges, and leaves hyphens of numbers alone', () => {
    for (const [page, tex] of [
      ['13484–13508', '13484--13508'], ['97-111', '97--111'], ['97 — 111', '97--111'], ['97--111', '97--111'], ['A-12', 'A-12'], ['A-12–A-20', 'A-12--A-20'], ['S1-S5', 'S1--S5'], ['xii-xv', 'xii--xv'], ['12:1–12:16', '12:1--12:16'], ['12:1-12:16', '12:1--12:16'],
      ['1-3, 5-9', '1--3, 5--9'], ['e1003', 'e1003'], ['12–', '12--'], ['1-2-3', '1-2-3'], ['7', '7'],
    ] as const) assert.equal(read({ id: 'a', type: 'article-journal', page }).fields.pages, tex);
  });

  it('protects no capitals, those of names, or all', () => {
    const protectedAs = (protect: 'none' | 'smart' | 'whole') => read({ id: 'a', title: 'Training LLMs' }, { protect }).fields.title;
    assert.deepEqual([protectedAs('none'), protectedAs('smart'), protectedAs('whole')], ['Training LLMs', 'Training {LLMs}', '{Training LLMs}']);
  });

  it('aligns or does not', () => assert.equal(write({ id: 'a', title: 'A', issued: '2023-07' }, { align: false }), '@misc{a,\n  title = {A},\n  year = {2023},\n  month = jul\n}'));

  it('writes tags, language, version, note and abstract where there is a home for them', () => {
    const all: PaperFields = { id: 'a', title: 'A', tags: ['instruction tuning', 'llm'], language: 'de', version: '2', note: 'A & B', abstract: 'Long.', issued: '2023-07-10' };
    assert.deepEqual(pick(read(all), 'keywords', 'language', 'note', 'annote', 'abstract'), ['instruction tuning, llm', 'ngerman', 'Version 2', undefined, undefined]);
    assert.deepEqual(pick(read(all, { note: true, abstract: true }), 'note', 'annote', 'abstract'), ['Version 2', String.raw`A \& B`, 'Long.']);
    assert.deepEqual(pick(read(all, { dialect: 'biblatex', note: true }), 'langid', 'version', 'note', 'date'), ['ngerman', '2', String.raw`A \& B`, '2023-07-10']);
    assert.deepEqual(pick(read({ id: 'a', tags: ['a, b', 'c'], language: 'zxx' }), 'keywords', 'language'), ['a, b; c', 'zxx']);
  });

  it('says in words what there is no type for', () => {
    assert.equal(read({ id: 'a', type: 'post-weblog', venue: 'Distill', links: { page: 'https://a.example' } }).fields.howpublished, String.raw`Blog post, Distill, \url{https://a.example}`);
    assert.equal(read({ id: 'a', type: 'speech', venue: 'ICML 2023' }).fields.howpublished, 'Talk, ICML 2023');
    assert.deepEqual(pick(read({ id: 'a', type: 'speech', venue: 'ICML 2023' }, { dialect: 'biblatex' }), 'eventtitle', 'howpublished'), ['ICML 2023', undefined]);
    assert.equal(read({ id: 'a', type: 'article-magazine', venue: 'CACM' }).fields.entrysubtype, 'magazine');
  });

  it('writes a file of entries', () => {
    const papers = [toPaper({ id: 'a', title: 'A' }), toPaper({ id: 'b', title: 'B' })];
    assert.equal(toBibtexFile(papers), '@misc{a,\n  title         = {A}\n}\n\n@misc{b,\n  title         = {B}\n}\n');
    assert.equal(toBibtexFile([]), '');
  });

  const hostile = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.array(fc.constantFrom('{', '}', '\\', '$5', '%', '#', '_', '&', '~', '^', '"', '@article{x,', ',', ' and ', '\n', '\r', 'é', 'GPT-4', '\ud800', '=', "'"), { maxLength: 12 }).map((parts) => parts.join('')));
  const paper: fc.Arbitrary<Paper> = fc.record({ id: hostile, title: hostile, family: hostile, given: hostile, literal: hostile, venue: hostile, page: hostile, doi: hostile, arxiv: hostile, page_link: fc.webUrl({ withQueryParameters: true, withFragments: true }), type: fc.constantFrom(...(Object.keys(paperTypes) as PaperType[])) }).map((part) => toPaper({
    id: part.id, type: part.type, title: part.title, authors: [{ family: part.family, given: part.given }, { literal: part.literal }], venue: part.venue, page: part.page, doi: part.doi, arxiv: part.arxiv, publisher: part.venue, issued: '2023-01', links: { page: part.page_link },
  }));

  it('is one well-formed entry for any text in any field', () => {
    fc.assert(fc.property(paper, fc.constantFrom<BibtexOptions>({}, { unicode: false }, { dialect: 'biblatex' }), (one, options) => {
      const text = toBibtex(one, options);
      const entry = readEntry(text);
      for (const name of ['title', 'author', 'booktitle', 'journal', 'publisher', 'pages']) assert.doesNotMatch(bare(entry.fields[name] ?? ''), /[&%$#_~^\\{}]/u, name);
      assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Cs}\u2028]/u);
      assert.equal(toBibtex(one, options), text);
    }), { numRuns: 300 });
  });

  it('puts the stretches of a title together to the title', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.equal(titleParts(text).map((part) => part.text).join(''), text)));
  });

  for (const unit of ['{', '$5 ', 'A', 'Aa-', '.', 'A b: ', 'é', ' ']) {
    it(`takes a megabyte of ${JSON.stringify(unit)} in its stride`, () => {
      // ten seconds on a busy machine mean something quadratic, which would take minutes
      readEntry(write({ id: 'a', title: `A${unit.repeat(1_000_000 / unit.length)}a`, venue: unit.repeat(100_000) }));
    }).timeout(10_000);
  }
});

function pick({ fields }: ReadEntry, ...names: string[]): (string | undefined)[] {
  return names.map((name) => fields[name]);
}

/** TeX text without the commands and braces that the writer may use: nothing special may be left. */
function bare(tex: string): string {
  let text = tex.replace(/\{\$(?:\\[a-zA-Z]+|\^\{(?:\\circ|[23])\})\$\}/gu, '').replace(/\\[&%$#_]/gu, '').replace(/\\(?:[a-zA-Z]+|['`^"~=.])/gu, '');
  // braces are balanced (readEntry saw to it), so what remains of them are pairs
  text = text.replace(/[{}]/gu, '');
  return text;
}
