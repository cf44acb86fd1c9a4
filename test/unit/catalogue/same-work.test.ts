import assert from 'node:assert/strict';
import { Catalogue } from '../../../src/core/catalogue/catalogue.js';
import { findSameWork } from '../../../src/core/catalogue/same-work.js';
import { toPaper } from '../../../src/core/model/paper.js';
import type { PaperFields } from '../../../src/core/model/schema.js';

const papers: PaperFields[] = [
  { id: 'wang2023', title: 'Self-Instruct', authors: ['Yizhong Wang'], arxiv: '2212.10560', issued: '2023' },
  { id: 'li2020', title: 'A Title', authors: ['Ann Li'], issued: '2020' },
];
const catalogue = new Catalogue({ layers: [], categories: [], lists: [], papers: papers.map((fields) => ({ paper: toPaper(fields), places: [] })) });
const find = (fields: Omit<PaperFields, 'id'>) => findSameWork(catalogue, { id: 'other', ...fields })?.paper.id;

describe('the catalogue\'s paper of a record', () => {
  it('is found by an identifier in any form', () => assert.equal(find({ doi: '10.48550/arXiv.2212.10560' }), 'wang2023'));
  it('is found by title, first author and a near year', () => {
    assert.equal(find({ title: 'A title', authors: ['Li, A.'], issued: '2021' }), 'li2020');
    assert.equal(find({ title: 'A title', authors: ['Li, A.'], issued: '2010' }), undefined);
    assert.equal(find({ title: 'A title', authors: ['Someone Else'], issued: '2020' }), undefined);
  });
  it('is not found by its key alone', () => assert.equal(findSameWork(catalogue, { id: 'li2020', title: 'Another Work', authors: ['Bo Li'] }), undefined));
});
