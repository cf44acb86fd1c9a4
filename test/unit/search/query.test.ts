import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery, type QueryTerm } from '../../../src/core/search/index.js';

/** A term in a line: what was understood. */
function show(term: QueryTerm): string {
  const sign = term.negated ? '-' : '';
  switch (term.kind) {
    case 'word': return sign + term.values.map(({ text, quoted }) => (quoted ? `"${text}"` : text)).join('|');
    case 'address': return `${sign}<${term.address.scheme} ${term.address.value}>`;
    case 'year': return `${sign}year:${term.ranges.map(({ from, to }) => `${from ?? ''}..${to ?? ''}`).join(',')}`;
    case 'field': return `${sign}${term.field}:${term.values.map(({ text, quoted }) => (quoted ? `"${text}"` : text)).join(',')}`;
  }
}
const understood = (text: string) => parseQuery(text).terms.map(show).join(' ');
const complaints = (text: string) => parseQuery(text).problems.map(({ message }) => message);

describe('query language', () => {
  for (const [text, expected] of [
    ['self-instruct', 'self-instruct'],
    ['author:wang year:2023.. cat:math has:code -tag:survey', 'author:wang year:2023.. category:math has:code -tag:survey'],
    ['"synthetic data" title:"all you need"', '"synthetic data" title:"all you need"'],
    ['“synthetic data”', '"synthetic data"'],
    ['tag:math,code tag:math|code', 'tag:math,code tag:math,code'],
    ['tag:"instruction tuning",code', 'tag:"instruction tuning",code'],
    ['gpt|llama -gpt', 'gpt|llama -gpt'],
    ['AU:wang Kind:survey lang:zh id:x', 'author:wang type:survey language:zh key:x'],
    ['year:2023 year:2022..2024 year:..2022 year:>2023', 'year:2023..2023 year:2022..2024 year:..2022 year:2024..'],
    ['year:<2020 year:<=2020 year:>=2020 year:≥2020', 'year:..2019 year:..2020 year:2020.. year:2020..'],
    ['year:2022-2024 year:2022–2024 year:2020,2023..', 'year:2022..2024 year:2022..2024 year:2020..2020,2023..'],
    ['http://x', '<web x>'],
    ['https://github.com/yizhongw/Self-Instruct/', '<web github.com/yizhongw/self-instruct>'],
    ['2212.10560 2212.10560v3, arXiv:2212.10560v1 2212.105', '<arxiv 2212.10560> <arxiv 2212.10560> arxiv:2212.10560 2212.105'],
    ['https://arxiv.org/abs/2212.10560v2 http://arxiv.org/pdf/2212.10560.pdf', '<arxiv 2212.10560> <arxiv 2212.10560>'],
    ['hep-th/9901001 math.GT/0309136', '<arxiv hep-th/9901001> <arxiv math.gt/0309136>'],
    ['10.18653/v1/2023.acl-long.754 https://doi.org/10.18653/V1/2023.acl-long.754', '<doi 10.18653/v1/2023.acl-long.754> <doi 10.18653/v1/2023.acl-long.754>'],
    ['doi:10.18653/V1 10.48550/arXiv.2404.07503', 'doi:10.18653/v1 <arxiv 2404.07503>'],
    ['https://aclanthology.org/2023.acl-long.754/ https://openreview.net/forum?id=aBcD_1', '<acl 2023.acl-long.754> <openreview abcd_1>'],
    ['DBLP:conf/acl/Wang23', 'DBLP:conf/acl/Wang23'],
    ['Self-Instruct: Aligning Language Models', 'Self-Instruct: Aligning Language Models'],
    ['wang et al. 2023', 'wang 2023'],
    ['a – b AND c', 'a b c'],
    ['has:codes', 'has:code'],
    ['type:conference type:inproceedings type:"conference paper" type:surv', 'type:conference type:inproceedings type:"conference paper" type:surv'],
  ] as const) {
    it(`understands ${text}`, () => {
      assert.equal(understood(text), expected);
      assert.deepEqual(complaints(text), []);
    });
  }

  for (const [text, expected, rest] of [
    ['autor:wang code', /^Unknown field `autor`: did you mean `author`\? Fields are title, author, /, 'code'],
    ['Foo:bar', /^Unknown field `Foo`\. Fields are .*quotation marks\.$/, ''],
    ['author: wang', /^`author:` has no value.*author:wang/, 'wang'],
    ['year:20x3 x', /^`20x3` is not a year: write 2023/, 'x'],
    ['year:202', /is not a year/, ''],
    ['year:..', /is not a year/, ''],
    ['year:2023-07', /is not a year/, ''],
    ['year:2024..2022', /write 2022\.\.2024/, ''],
    ['year:2023,x', /`x` is not a year/, 'year:2023..2023'],
    ['has:cod', /did you mean `code`\? Known are page, /, ''],
    ['has:wings,pdf', /has `wings`\. Known are/, 'has:pdf'],
    ['is:stared', /did you mean `starred`/, ''],
    ['type:papier', /There is no type `papier`: did you mean `paper`/, ''],
    ['tag:-survey', /-tag:survey/, ''],
    ['tag:***', /no letter or digit/, ''],
    ['math OR code', /`OR` does not stand between terms/, 'math code'],
    ['NOT code', /put `-` before it/, 'code'],
    ['"synthetic da', /never closed/, 'synthetic da'],
  ] as const) {
    it(`says what is wrong with ${text}`, () => {
      const [problem, ...others] = complaints(text);
      assert.match(problem ?? '', expected);
      assert.deepEqual(others, []);
      assert.equal(understood(text), rest);
    });
  }

  it('gives the place of a problem', () => {
    const [problem] = parseQuery('math autor:wang code').problems;
    assert.deepEqual([problem?.start, problem?.end], [5, 15]);
  });

  it('reads any text without throwing, places in order and inside it', () => {
    const pieces = fc.array(fc.constantFrom('"', '“', '-', ':', ',', '|', ' ', 'tag', 'year', '2023', '..', '>', 'a', 'é', '仲', 'http://', '\n', 'is:', '\\'), { maxLength: 15 });
    fc.assert(fc.property(fc.oneof(fc.string(), pieces.map((parts) => parts.join(''))), (text) => {
      const { terms, problems } = parseQuery(text);
      for (const { start, end } of [...terms, ...problems]) assert.ok(0 <= start && start < end && end <= text.length);
      terms.reduce((before, { start, end }) => (assert.ok(before <= start), end), 0);
    }));
  });
});
