import assert from 'node:assert/strict';
import { identifiers, sameWork } from '../../../src/core/model/identity.js';
import type { PaperFields } from '../../../src/core/model/schema.js';

describe('identity of works', () => {
  const paper = (fields: Partial<PaperFields>): PaperFields => ({ id: 'x', ...fields });

  it('takes an arXiv DOI as an arXiv id, and an ACL DOI as an ACL id', () => {
    assert.deepEqual(identifiers(paper({ doi: '10.48550/arXiv.2212.10560v2' })), ['arxiv:2212.10560']);
    assert.deepEqual(identifiers(paper({ doi: '10.18653/v1/2023.ACL-long.754' })), ['doi:10.18653/v1/2023.acl-long.754', 'acl:2023.acl-long.754']);
    assert.deepEqual(identifiers(paper({ doi: '10.3115/v1/P14-1001' })), ['doi:10.3115/v1/p14-1001', 'acl:p14-1001']);
  });

  it('leaves the subject class of old arXiv ids out', () => {
    assert.deepEqual(identifiers(paper({ arxiv: 'math.GT/0309136', doi: '10.48550/arXiv.math/0309136' })), ['arxiv:math/0309136']);
  });

  const same: readonly [string, Partial<PaperFields>, Partial<PaperFields>, boolean][] = [
    ['one arXiv id', { arxiv: '2212.10560' }, { arxiv: '2212.10560', title: 'Other' }, true],
    ['a preprint and its published version', { arxiv: '2212.10560', title: 'Self-Instruct', authors: ['Yizhong Wang'], issued: '2022-12' }, { doi: '10.1/x', title: 'SELF INSTRUCT', authors: ['Y. Wang'], issued: '2023' }, true],
    ['one title by different people', { title: 'Deep Learning', authors: ['Yann LeCun'], issued: '2015' }, { title: 'Deep learning', authors: ['Ian Goodfellow'], issued: '2016' }, false],
    ['one title years apart', { title: 'Survey of Things', authors: ['Ann Lee'], issued: '2015' }, { title: 'Survey of things', authors: ['Ann Lee'], issued: '2020' }, false],
    ['one title, two arXiv ids', { arxiv: '2212.10560', title: 'T', authors: ['Ann Lee'] }, { arxiv: '2212.10561', title: 'T', authors: ['Ann Lee'] }, false],
    ['accents and case', { title: 'Über Größe', authors: ['Ann Lée'], issued: '2020' }, { title: 'uber grosse', authors: ['Ann Lee'], issued: '2021' }, true],
    ['a title without authors', { title: 'T' }, { title: 'T' }, false],
  ];
  for (const [what, a, b, expected] of same) it(`${what}: ${expected ? 'the same' : 'not the same'}`, () => assert.equal(sameWork(paper(a), paper(b)), expected));
});
