import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileQuery, emptyContext, parseQuery } from '../../../src/core/search/index.js';
import { context, papers } from './papers.js';

function found(text: string, knowing = context): string {
  const query = parseQuery(text);
  assert.deepEqual(query.problems, []);
  return papers.filter(compileQuery(query, knowing)).map(({ id }) => id).join(' ');
}

describe('matching', () => {
  for (const [text, expected] of [
    ['', papers.map(({ id }) => id).join(' ')],
    ['self-instruct', 'wang2023selfinstruct beyond'],
    ['selfinstruct', 'wang2023selfinstruct beyond'],
    ['self instruct', 'wang2023selfinstruct beyond'],
    ['Self‑Instruct', 'wang2023selfinstruct beyond'],
    ['"self instruct"', 'wang2023selfinstruct beyond'],
    ['wizard-math', 'luo2023wizardmath'],
    ['wizard math', 'luo2023wizardmath'],
    ['wizardmath', 'luo2023wizardmath'],
    ['phi-1.5', 'li2023phi15'],
    ['phi1.5', 'li2023phi15'],
    // words are found by their beginning, not by their middle
    ['instr', 'wang2023selfinstruct li2024glan beyond'],
    ['struct', ''],
    ['"instr"', ''],
    ['"all you need"', 'gunasekar2023phi li2023phi15'],
    ['"all you nee"', ''],
    ['"you all need"', ''],
    ['仲景', 'yang2024zhongjing'],
    ['医学', 'yang2024zhongjing'],
    ['o mahony', 'omahony2024survey'],
    ['ó mahóny', 'omahony2024survey'],
    ['author:"wang, yizhong"', 'wang2023selfinstruct'],
    ['author:"yizhong wang"', 'wang2023selfinstruct'],
    ['author:wang,luo', 'wang2023selfinstruct luo2023wizardmath'],
    ['author:nous', 'hermes'],
    // nothing matches across the border of two authors
    ['author:"wang yeganeh"', ''],
    ['glan', 'li2024glan'],
    ['2212.10560', 'wang2023selfinstruct'],
    ['2212.105', 'wang2023selfinstruct'],
    ['arXiv:2212.10560v4', 'wang2023selfinstruct'],
    ['https://arxiv.org/abs/2404.07503', 'omahony2024survey'],
    ['10.48550/arxiv.2404.07503', 'omahony2024survey'],
    ['https://doi.org/10.18653/v1/2023.acl-long.754', 'wang2023selfinstruct'],
    ['https://aclanthology.org/2023.acl-long.754.pdf', 'wang2023selfinstruct'],
    ['https://github.com/yizhongw', 'wang2023selfinstruct'],
    ['http://hermes.example/docs', 'hermes'],
    // the parts of a DOI are no words: "long" is in every ACL long paper's
    ['long', ''],
    ['acl', 'wang2023selfinstruct'],
    ['bootstraps', 'wang2023selfinstruct'],
    ['taxonomy', 'li2024glan'],
    ['2025', 'beyond'],
    ['wang2023', 'wang2023selfinstruct'],
    ['glan|hermes', 'li2024glan hermes'],
    ['instruct -tuning', 'beyond'],
    ['year:2023', 'wang2023selfinstruct luo2023wizardmath gunasekar2023phi li2023phi15'],
    ['year:>2023', 'li2024glan omahony2024survey yang2024zhongjing beyond'],
    ['-year:2000..', 'hermes'],
    ['venue:acl', 'wang2023selfinstruct'],
    ['cat:generation', 'wang2023selfinstruct li2024glan beyond'],
    ['cat:"data generation"', 'wang2023selfinstruct li2024glan beyond'],
    ['cat:generation/single', 'wang2023selfinstruct'],
    ['cat:single-llm', 'wang2023selfinstruct'],
    ['cat:"one model"', 'wang2023selfinstruct'],
    ['cat:math', 'luo2023wizardmath'],
    ['cat:"math"', 'luo2023wizardmath'],
    ['cat:"mathemat"', ''],
    ['cat:medecine', 'yang2024zhongjing'],
    ['cat:tools', 'hermes'],
    ['tag:code', 'luo2023wizardmath gunasekar2023phi'],
    ['tag:"code"', 'gunasekar2023phi'],
    ['tag:instruction-tuning', 'wang2023selfinstruct li2024glan'],
    ['list:awesome', 'wang2023selfinstruct'],
    ['list:"Awesome Synthetic Data"', 'wang2023selfinstruct'],
    ['section:"instruction data"', 'wang2023selfinstruct'],
    ['section:methods', 'wang2023selfinstruct'],
    ['type:software', 'hermes'],
    ['type:inproceedings', 'wang2023selfinstruct'],
    ['type:preprint is:survey', 'omahony2024survey'],
    ['key:glan', 'li2024glan'],
    ['key:"li2024"', ''],
    ['arxiv:2309', 'li2023phi15'],
    ['doi:10.1609', 'yang2024zhongjing'],
    ['has:code', 'wang2023selfinstruct hermes'],
    ['-has:pdf', 'hermes yang2024zhongjing beyond'],
    ['has:note', 'wang2023selfinstruct'],
    ['-has:category', 'gunasekar2023phi li2023phi15'],
    ['is:starred', 'omahony2024survey'],
    ['is:reading', 'omahony2024survey'],
    ['is:unchecked', 'beyond'],
    ['is:published', 'wang2023selfinstruct yang2024zhongjing'],
    ['is:software', 'hermes'],
    ['lang:en', 'luo2023wizardmath'],
  ] as const) it(`${text} finds ${expected === '' ? 'nothing' : expected}`, () => assert.equal(found(text), expected));

  it('finds categories and lists by id when their titles are not known', () => {
    assert.equal(found('cat:generation', emptyContext), 'wang2023selfinstruct li2024glan beyond');
    assert.equal(found('list:awesome', emptyContext), 'wang2023selfinstruct');
  });

  it('finds every paper by its own title, its key, its authors and its identifiers', () => {
    for (const paper of papers) {
      const wanted = [`"${paper.title}"`, `key:"${paper.id}"`, paper.id, paper.fields.arxiv ?? '', paper.fields.doi ?? ''].filter(Boolean);
      for (const text of wanted) assert.ok(found(text).split(' ').includes(paper.id), text);
    }
  });

  it('excludes by a negated term exactly what the term finds', () => {
    const term = fc.constantFrom('self-instruct', 'author:li', 'year:2023..', 'cat:generation', 'has:code', 'tag:"code"', '2212.10560', '"all you need"');
    fc.assert(fc.property(term, (text) => {
      const [yes, no] = [found(text).split(' '), found(`-${text}`).split(' ')];
      assert.deepEqual(new Set([...yes, ...no]), new Set(papers.map(({ id }) => id)));
      assert.equal(yes.length + no.length, papers.length);
    }));
  });
});
