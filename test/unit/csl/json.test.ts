import assert from 'node:assert/strict';
import { toPaper } from '../../../src/core/model/paper.js';
import type { PaperFields } from '../../../src/core/model/schema.js';
import { recordDate, recordUrl, toCsl, toCslJson } from '../../../src/core/csl/index.js';

const csl = (fields: PaperFields) => toCsl(toPaper(fields));

describe('CSL-JSON', () => {
  it('writes a conference paper', () => assert.deepEqual(csl({
    id: 'wang2023', type: 'paper-conference', title: 'Self-Instruct', authors: ['Yizhong Wang', { literal: 'OpenAI' }, { family: 'King', given: 'Martin', suffix: 'Jr' }], editors: ['Anna Rogers'],
    issued: '2023-07', submitted: '2022-12-20', venue: 'ACL 2023', 'container-title': 'Proceedings of ACL', volume: '1', page: '13484–13508', publisher: 'ACL', arxiv: '2212.10560', doi: '10.18653/v1/x', tags: ['a', 'b'], abstract: 'Text.', isbn: '978-1', language: 'en',
  }), {
    id: 'wang2023', type: 'paper-conference', title: 'Self-Instruct',
    author: [{ family: 'Wang', given: 'Yizhong' }, { literal: 'OpenAI' }, { family: 'King', given: 'Martin', suffix: 'Jr' }], editor: [{ family: 'Rogers', given: 'Anna' }],
    issued: { 'date-parts': [[2023, 7]] }, submitted: { 'date-parts': [[2022, 12, 20]] }, 'container-title': 'Proceedings of ACL', 'event-title': 'ACL 2023', volume: '1', page: '13484–13508', publisher: 'ACL',
    DOI: '10.18653/v1/x', URL: 'https://doi.org/10.18653/v1/x', ISBN: '978-1', language: 'en', abstract: 'Text.', keyword: 'a, b', custom: { arxiv: '2212.10560' },
  }));

  it('names arXiv as the publisher of a preprint', () => assert.deepEqual(csl({ id: 'a', type: 'article', title: 'A', issued: '2023', submitted: '2022-12', arxiv: '2212.10560', venue: 'arXiv' }), {
    id: 'a', type: 'article', title: 'A', issued: { 'date-parts': [[2022, 12]] }, submitted: { 'date-parts': [[2022, 12]] },
    publisher: 'arXiv', number: 'arXiv:2212.10560', URL: 'https://arxiv.org/abs/2212.10560', custom: { arxiv: '2212.10560' },
  }));

  it('sets nothing that is not known', () => assert.deepEqual(csl({ id: 'a', type: 'software' }), { id: 'a', type: 'software', title: 'a' }));

  it('writes a document that reads back', () => {
    const papers = [toPaper({ id: 'a', title: '"A"\n\u2028' }), toPaper({ id: 'b' })];
    assert.deepEqual(JSON.parse(toCslJson(papers)), papers.map((paper) => JSON.parse(JSON.stringify(toCsl(paper))) as unknown));
    assert.equal(toCslJson([]), '[]\n');
  });

  it('cites by the version of record', () => {
    const url = (fields: Omit<PaperFields, 'id'>) => recordUrl(toPaper({ id: 'a', ...fields }));
    const all = { arxiv: '2212.10560', doi: '10.1/x', acl: 'P19-1001' };
    assert.equal(url({ type: 'article', ...all }), 'https://arxiv.org/abs/2212.10560');
    assert.equal(url({ type: 'paper-conference', ...all }), 'https://aclanthology.org/P19-1001/');
    assert.equal(url({ type: 'article-journal', doi: '10.1000/a<b>#c?d' }), 'https://doi.org/10.1000/a%3Cb%3E%23c%3Fd');
    assert.equal(url({ type: 'software', links: { code: 'https://a.example/', pdf: 'https://b.example/' } }), 'https://a.example/');
    assert.equal(url({ type: 'software' }), undefined);
    assert.equal(recordDate(toPaper({ id: 'a', type: 'paper-conference', submitted: '2022-12' })), '2022');
  });
});
