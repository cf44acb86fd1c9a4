import assert from 'node:assert/strict';
import fc from 'fast-check';
import { detectDialect, detectStyle, ensureEntry, findWork, readBibtex, scanBibtex, toBibtex, toBibtexFile, type EnsureOptions } from '../../../src/core/bibtex/index.js';
import { toPaper } from '../../../src/core/model/paper.js';
import type { PaperFields } from '../../../src/core/model/schema.js';
import { applySplices, invertSplices } from '../../../src/core/yaml/splice.js';
import { sample } from '../bibtex-parse/sample.js';

const fields: PaperFields = { id: 'wang2023selfinstruct', type: 'paper-conference', title: 'Self-Instruct: Aligning Language Models', authors: ['Yizhong Wang'], issued: '2023-07', arxiv: '2212.10560', doi: '10.18653/v1/2023.acl-long.754' };
const paper = toPaper(fields);
const dialect = (text: string) => detectDialect(scanBibtex(text));

describe('finding a work in a file', () => {
  const found = (text: string, one = paper) => findWork(readBibtex(text).works, one)?.record.key;
  it('by identifiers, under whatever key', () => {
    assert.equal(found('@misc{a, title={X}}@misc{b, eprint={2212.10560v2}, archiveprefix={arXiv}}'), 'b');
    assert.equal(found('@misc{a, url={https://arxiv.org/abs/2212.10560}}'), 'a');
    assert.equal(found('@misc{a, doi={10.18653/V1/2023.acl-long.754}}'), 'a');
    assert.equal(found('@misc{b, eprint={2212.10560}, archiveprefix={arXiv}}@misc{wang2023selfinstruct, eprint={2212.10560}, archiveprefix={arXiv}}'), 'wang2023selfinstruct');
  });
  it('by title, first author and year', () => {
    assert.equal(found('@article{a, title={{SELF-INSTRUCT}: aligning language models}, author={Wang, Y. and others}, year=2022}'), 'a');
    assert.equal(found('@article{a, title={Self-Instruct: Aligning Language Models}, author={Wang, Y.}, year=2019}'), undefined);
    assert.equal(found('@article{a, title={Self-Instruct: Aligning Language Models}, author={Wang, Y.}, eprint={2301.00001}, archiveprefix={arXiv}}'), undefined);
  });
  it('by its key where the titles agree', () => {
    assert.equal(found('@article{wang2023selfinstruct, title={Self-Instruct}}'), 'wang2023selfinstruct');
    assert.equal(found('@article{wang2023selfinstruct, title={Another Work}, author={Wang, Y.}, year=2023}'), undefined);
    assert.equal(found('@article{old, title={Self-Instruct}}', toPaper({ ...fields, aliases: ['old'] })), 'old');
  });
  it('not where it cannot be cited', () => assert.equal(found('@misc{a, title={X}}@misc{a, eprint={2212.10560}, archiveprefix={arXiv}}'), undefined));
});

describe('ensuring an entry', () => {
  const ensure = (text: string, options?: EnsureOptions, one = paper) => {
    const { key, splices } = ensureEntry(text, one, options);
    const after = applySplices(text, splices);
    assert.equal(applySplices(after, invertSplices(text, splices)), text);
    assert.deepEqual(ensureEntry(after, one, options), { key, splices: [] });
    return { key, after };
  };

  it('adds what is not there, once', () => {
    const { key, after } = ensure('');
    assert.equal(key, 'wang2023selfinstruct');
    assert.equal(after, `${toBibtex(paper)}\n`);
  });

  it('gives the key that is there', () => assert.deepEqual(ensure('@misc{other, eprint={2212.10560}, archiveprefix={arXiv}}'), { key: 'other', after: '@misc{other, eprint={2212.10560}, archiveprefix={arXiv}}' }));

  it('takes another key where the wanted one is another work’s', () => {
    const { key, after } = ensure('@article{Wang2023SelfInstruct, title={Something Else}, author={Doe, Jane}, year=2001}\n');
    assert.equal(key, 'wang2023selfinstructaligning');
    assert.deepEqual(readBibtex(after).works.map(({ record }) => record.key), ['Wang2023SelfInstruct', key]);
  });

  it('looks like its neighbours', () => {
    assert.equal(ensure('@Book{a,\n\tTITLE="X",\n\tYEAR=2000,\n}\n').after.split('}\n\n')[1], '@Inproceedings{wang2023selfinstruct,\n\tAUTHOR="Wang, Yizhong",\n\tTITLE="{Self-Instruct}: Aligning Language Models",\n\tYEAR=2023,\n\tMONTH=jul,\n\tDOI="10.18653/v1/2023.acl-long.754",\n\tURL="https://doi.org/10.18653/v1/2023.acl-long.754",\n\tEPRINT="2212.10560",\n\tARCHIVEPREFIX="arXiv",\n}\n');
    assert.match(ensure('@article{a,\r\n    title   = {X},\r\n    journaltitle = {J},\r\n    date    = {2000}}\r\n').after, /\r\n\r\n@inproceedings\{[^]*\r\n {4}date {4}= \{2023-07\}[^]*\{arxiv\}\}\r\n$/u);
    assert.match(ensure('@article{a,\n  title = {M{\\"u}ller},\n  journal = {J}\n}\n', {}, toPaper({ id: 'b', title: 'Über', authors: ['Jörg Groß'] })).after, /\{Gro\{\\ss\}, J\{\\"o\}rg\}/u);
  });

  it('knows the dialect of a file', () => {
    assert.equal(dialect('@article{a, journal={J}, year=2000}'), 'bibtex');
    assert.equal(dialect('@article{a, journaltitle={J}, date={2000}}'), 'biblatex');
    assert.equal(dialect('@online{a, title={J}, year=2000}'), 'biblatex');
    assert.equal(dialect('@article{a, journal={J}, year=2000}@comment{jabref-meta: databaseType:biblatex;}'), 'biblatex');
    assert.equal(dialect('@misc{a, title={J}}'), undefined);
    assert.equal(dialect(''), undefined);
  });

  it('finds its own style in its own files', () => {
    const papers = Array.from({ length: 5 }, (_, at) => toPaper({ ...fields, id: `k${at}`, tags: ['x'] }));
    for (const align of [true, false]) {
      const text = toBibtexFile(papers, { align });
      const style = detectStyle(scanBibtex(text));
      assert.equal(toBibtexFile(papers, { style }), text);
    }
    assert.equal(detectStyle(scanBibtex(sample)).indent, '  ');
  });

  it('reads back as the same paper in any file, and leaves all else alone', () => {
    const title = fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 20 }).map((text) => `Work ${text}`.normalize('NFC').replace(/[\s\p{C}\p{Z}]+/gu, ' ').replace(/[‐‑]/gu, '-').trim());
    const files = fc.constantFrom(sample, '', '\ufeff@misc{x, title={X}}\r\n', '@Article {x,\n  Title="X",\n  Year=1999}\n', '% only a remark', sample.replaceAll('\n', '\r\n'), '@online{x,\n\ttitle = {X},\n\tdate = {2001},\n}');
    fc.assert(fc.property(files, title, fc.constantFrom<EnsureOptions>({}, { after: 'sorted' }, { dialect: 'biblatex' }, { align: false }), (text, name, options) => {
      const one = toPaper({ id: 'new', type: 'article-journal', title: name, authors: ['Ada Čapek'], issued: '2020-02', doi: '10.9999/xyz' });
      const { key, after } = ensure(text, options, one);
      const { works, problems } = readBibtex(after);
      assert.deepEqual(problems.length, readBibtex(text).problems.length);
      assert.deepEqual(works.find(({ record }) => record.key === key)?.fields, one.fields);
      assert.equal(after.startsWith('\ufeff'), text.startsWith('\ufeff'));
      if (text.includes('\r\n')) assert.doesNotMatch(after, /(?<!\r)\n/u);
    }), { numRuns: 300 });
  });
});
