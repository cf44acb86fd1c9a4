import assert from 'node:assert/strict';
import * as v from 'valibot';
import { readBibtex } from '../../../src/core/bibtex/read.js';
import { paperSchema, type PaperFields } from '../../../src/core/model/schema.js';
import { sample } from './sample.js';

interface Read { fields: PaperFields; rest: Record<string, string>; rules: string[] }

/** One entry, whose paper must fit the schema. */
function read(entry: string): Read {
  const { works, problems } = readBibtex(entry);
  const work = works[0] ?? assert.fail('no work');
  assert.ok(v.safeParse(paperSchema, work.fields).success, JSON.stringify(work.fields));
  return { fields: work.fields, rest: Object.fromEntries(work.rest), rules: problems.map(({ rule }) => rule.replace('bibtex-', '')) };
}
const field = (name: keyof PaperFields, body: string, type = 'misc') => read(`@${type}{k, ${body}}`).fields[name];

describe('papers from BibTeX', () => {
  it('reads a conference paper', () => assert.deepEqual(read(String.raw`@inproceedings{wang2023,
    author = {Wang, Yizhong and Kordi, Yeganeh and {OpenAI} and others}, title = {{Self-Instruct}: Aligning {L}anguage Models -- and {M{\"u}ller}},
    booktitle = {Proceedings of the {ACL}}, year = 2023, month = jul, pages = {13484--13508}, publisher = {ACL}, address = {Toronto, Canada}, editor = {Rogers, Anna},
    url = {https://aclanthology.org/2023.acl-long.754/}, doi = {https://doi.org/10.18653/v1/2023.acl-long.754}, eprint = {2212.10560v2}, archiveprefix = {arXiv}, primaryclass = {cs.CL},
    keywords = {LLM, Instruction Tuning, llm}, abstract = {We show
      that.}, series = {ACL '23}, timestamp = {Mon}, file = {:a.pdf:PDF}}`), {
    fields: {
      id: 'wang2023', type: 'paper-conference', title: 'Self-Instruct: Aligning Language Models – and Müller', authors: ['Yizhong Wang', 'Yeganeh Kordi', { literal: 'OpenAI' }, 'et al.'], editors: ['Anna Rogers'], issued: '2023-07',
      'container-title': 'Proceedings of the ACL', 'collection-title': "ACL '23", page: '13484–13508', publisher: 'ACL', 'publisher-place': 'Toronto, Canada', arxiv: '2212.10560', 'arxiv-class': 'cs.CL', doi: '10.18653/v1/2023.acl-long.754', acl: '2023.acl-long.754',
      tags: ['llm', 'instruction tuning'], abstract: 'We show that.',
    },
    rest: { timestamp: 'Mon', file: ':a.pdf:PDF' }, rules: [],
  }));

  for (const [type, want] of [
    ['article', 'article-journal'], ['book', 'book'], ['inbook', 'chapter'], ['incollection', 'chapter'], ['inproceedings', 'paper-conference'], ['conference', 'paper-conference'], ['proceedings', 'book'], ['manual', 'book'], ['phdthesis', 'thesis'], ['mastersthesis', 'thesis'], ['thesis', 'thesis'],
    ['techreport', 'report'], ['report', 'report'], ['online', 'webpage'], ['electronic', 'webpage'], ['software', 'software'], ['dataset', 'dataset'], ['patent', 'patent'], ['unpublished', 'article'], ['misc', 'document'], ['nonsense', 'document'], ['review', 'review'],
  ] as const) it(`takes ${type} for ${want}`, () => assert.equal(field('type', 'title={T}, journal={J}', type), want));

  it('tells what misc is by what it says', () => {
    assert.equal(field('type', 'title={T}, eprint={2212.10560}, archiveprefix={arXiv}'), 'article');
    assert.equal(field('type', 'title={T}, eprint={2212.10560}, eprinttype={arxiv}', 'online'), 'article');
    assert.equal(field('type', 'title={T}, howpublished={\\url{https://a.example}}'), 'webpage');
    assert.equal(field('type', 'title={T}, url={https://github.com/a/b}'), 'software');
    assert.equal(field('type', 'title={T}, note={Blog post}'), 'post-weblog');
    assert.equal(field('type', 'title={T}, howpublished={Dataset}'), 'dataset');
    assert.equal(field('type', 'title={T}, journal={J}, entrysubtype={magazine}', 'article'), 'article-magazine');
    assert.equal(field('type', 'title={T}, eprint={2212.10560}, journal={Nature}', 'article'), 'article-journal');
  });

  describe('arXiv', () => {
    for (const body of [
      'eprint={2212.10560}, archiveprefix={arXiv}', 'eprint={arXiv:2212.10560v3}', 'eprint={2212.10560}, eprinttype={arXiv}', 'eprint={https://arxiv.org/abs/2212.10560}', 'arxivid={2212.10560}', 'journal={arXiv preprint arXiv:2212.10560}', 'journal={CoRR}, volume={abs/2212.10560}', 'journal={arXiv:2212.10560 [cs]}',
      'journal={ArXiv}, volume={abs/2212.10560}', 'journal={arXiv e-prints}, pages={arXiv:2212.10560}', 'url={https://arxiv.org/pdf/2212.10560v1.pdf}', 'url={http://arxiv.org/abs/2212.10560}', 'note={arXiv:2212.10560 [cs.CL]}', 'howpublished={arXiv preprint arXiv:2212.10560}', 'doi={10.48550/arXiv.2212.10560}', 'number={arXiv:2212.10560}', 'journaltitle={arXiv preprint arXiv:2212.10560}',
    ]) {
      it(`finds the id in ${body}`, () => {
        const { fields, rules } = read(`@article{k, title={T}, ${body}}`);
        assert.equal(fields.arxiv, '2212.10560');
        assert.equal(fields.type, 'article');
        for (const name of ['container-title', 'volume', 'page', 'links', 'note', 'venue', 'issue'] as const) assert.equal(fields[name], undefined, name);
        assert.deepEqual(rules, []);
      });
    }
    it('reads ids of the old style', () => {
      assert.equal(field('arxiv', 'eprint={hep-th/9901001}, archiveprefix={arXiv}'), 'hep-th/9901001');
      assert.equal(field('arxiv', 'eprint={9901001}, archiveprefix={hep-th}'), 'hep-th/9901001');
    });
    it('keeps what is not arXiv, and says what is wrong', () => {
      assert.deepEqual(read('@misc{k, eprint={12345}, eprinttype={pubmed}}').rest, { eprint: '12345', eprinttype: 'pubmed' });
      const wrong = read('@misc{k, eprint={2213.1056}, archiveprefix={arXiv}}');
      assert.deepEqual([wrong.rules, wrong.rest['eprint']], [['arxiv'], '2213.1056']);
    });
    it('leaves a journal alone whose paper is on arXiv too', () => assert.equal(field('container-title', 'eprint={2212.10560}, journal={Nature}, volume={3}', 'article'), 'Nature'));
  });

  it('finds other identifiers, and leaves out the addresses they imply', () => {
    assert.deepEqual(read('@misc{k, url={https://doi.org/10.1000/abc}}').fields, { id: 'k', type: 'document', doi: '10.1000/abc' });
    assert.equal(field('acl', 'url={https://www.aclweb.org/anthology/P19-1001.pdf}'), 'P19-1001');
    assert.equal(field('acl', 'doi={10.18653/v1/p19-1001}'), 'P19-1001');
    assert.equal(field('acl', 'doi={10.3115/v1/P14-1001}'), 'P14-1001');
    assert.equal(field('openreview', 'url={https://openreview.net/forum?id=abcDEF1234}'), 'abcDEF1234');
    assert.equal(field('doi', 'doi={doi:10.1000/a\\_b}'), '10.1000/a_b');
    assert.equal(field('doi', 'doi={http://dx.doi.org/10.1000/abc}'), '10.1000/abc');
    assert.deepEqual(field('links', 'url={https://a.example/x\\_y}, doi={10.1000/abc}'), { page: 'https://a.example/x_y' });
    assert.deepEqual(field('links', 'url={https://a.example/x.pdf}'), { pdf: 'https://a.example/x.pdf' });
    assert.deepEqual(field('links', 'howpublished={Available at \\url{https://a.example/x}}'), { page: 'https://a.example/x' });
    const wrong = read('@misc{k, doi={none}, url={see here}}');
    assert.deepEqual([wrong.rules.sort(), wrong.rest], [['doi', 'url'], { doi: 'none', url: 'see here' }]);
  });

  for (const [body, want, lossy] of [
    ['year=2023', '2023'], ['year={2023}, month=jul', '2023-07'], ['year={2023}, month={July}', '2023-07'], ['year=2023, month=7', '2023-07'], ['year=2023, month={07}, day={4}', '2023-07-04'], ['year=2023, month=jul # "~4"', '2023-07-04'], ['year=2023, month={4 July}', '2023-07-04'], ['year=2023, month={Sept.}', '2023-09'], ['year=2023, month={juillet}', '2023-07'], ['year=2023, month={Mai}', '2023-05'],
    ['year=2023, month={July 4--8}', '2023-07', true], ['year=2023, month={jul/aug}', '2023-07', true], ['year=2023, month={Fall}', '2023', true], ['year=2023, month={13}', '2023', true], ['year={2023a}', '2023', true], ['year={c. 1999}', '1999', true], ['year={in press}', undefined, true],
    ['date={2023}', '2023'], ['date={2023-07}', '2023-07'], ['date={2023-07-04}', '2023-07-04'], ['date={2023-07-04T10:00:00Z}', '2023-07-04', true], ['date={2019-07/2020-01}', '2019-07', true], ['date={2019/}', '2019', true], ['date={../2020}', '2020', true], ['date={2004-07~}', '2004-07', true], ['date={2004?}', '2004', true], ['date={2004%}', '2004', true],
    ['date={2004-21}', '2004', true], ['date={199X}', undefined, true], ['date={1999-XX}', '1999', true], ['date={-0044}', undefined, true], ['date={2023-02-30}', '2023-02'], ['date={2023-07}, year={2022}', '2023-07'], ['date={199X}, year={1994}', '1994', true],
  ] as const) it(`dates ${body}`, () => {
    const { fields, rest } = read(`@misc{k, ${body}}`);
    assert.equal(fields.issued, want);
    assert.equal('date' in rest || 'year' in rest || 'month' in rest, lossy === true);
  });

  it('keeps notes, versions and venues', () => {
    assert.equal(field('version', 'note={Version 1.2}'), '1.2');
    assert.equal(field('note', 'note={To appear}'), 'To appear');
    assert.equal(field('venue', 'howpublished={NeurIPS 2023 Workshop}'), 'NeurIPS 2023 Workshop');
    assert.equal(field('venue', 'eventtitle={ACL 2023}, booktitle={Proceedings}', 'inproceedings'), 'ACL 2023');
    assert.equal(field('publisher', 'school={MIT}', 'phdthesis'), 'MIT');
    assert.equal(field('publisher', 'institution={OpenAI}, publisher={X}', 'techreport'), 'OpenAI');
    assert.equal(field('title', 'title={Main}, subtitle={Sub}'), 'Main: Sub');
    assert.equal(field('title', 'title={Why?}, subtitle={Sub}'), 'Why? Sub');
    assert.equal(field('page', 'pages={97-111}'), '97–111');
    assert.equal(field('page', 'pages={1:1--1:20, A-12}'), '1:1–1:20, A-12');
    assert.equal(field('page', 'eid={e1234}', 'article'), 'e1234');
    assert.deepEqual(field('tags', 'keywords={a, b; C d}'), ['a, b', 'c d']);
    assert.equal(field('language', 'langid={ngerman}'), 'de');
    assert.equal(field('language', 'language={en-GB}'), 'en-GB');
    assert.deepEqual(field('aliases', 'ids={old, older}'), ['old', 'older']);
  });

  it('loses no field', () => {
    const { rest } = read('@misc{k, title={T}, urldate={2020}, custom={x {y}}, __proto__={z}, publisher={A}, organization={B}}');
    assert.deepEqual(Object.entries(rest).sort(), [['__proto__', 'z'], ['custom', 'x {y}'], ['organization', 'B'], ['urldate', '2020']]);
  });

  it('gives every paper a key that a catalogue can carry', () => {
    assert.deepEqual(read('@misc{2004A&A...424, title={T}}').fields, { id: '2004A-A...424', aliases: ['2004A&A...424'], type: 'document', title: 'T' });
    assert.equal(read('@misc{, author={Wang, Yi}, title={The Big Test}, year=2020}').fields.id, 'wang2020big');
    assert.equal(read('@misc{王2023, title={T}}').fields.id, '王2023');
  });

  it('reads the whole of a file', () => {
    const { works, problems } = readBibtex(sample);
    assert.equal(works.length, 12);
    assert.deepEqual(problems.map(({ rule }) => rule), []);
    assert.deepEqual(works.find(({ fields: { id } }) => id === 'chap')?.fields.editors, ['John Smith']);
    assert.deepEqual(readBibtex('').works, []);
  });
});
