import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { citationKey } from '../../../src/core/model/citation-key.js';
import { readPapersNow } from '../../../src/core/yaml/read-papers.js';

describe('citation keys', () => {
  it('are made of first author, year and the first significant word', () => {
    const never = () => false;
    assert.equal(citationKey({ title: 'The Self-Instruct: Aligning', authors: ['Yizhong Wang'], issued: '2023' }, never), 'wang2023selfinstruct');
    assert.equal(citationKey({ title: 'Über Größe', authors: ['Erika Müster'], submitted: '2021-03' }, never), 'muster2021uber');
    assert.equal(citationKey({ title: '合成数据', authors: [{ literal: 'MetaGLM' }] }, never), 'metaglm');
    assert.equal(citationKey({}, never), 'anonymous');
  });

  it('take more of the title, then a number, when they are in use', () => {
    const taken = new Set(['wang2023self', 'wang2023selfmade']);
    const of = (title: string) => citationKey({ title, authors: ['Yizhong Wang'], issued: '2023' }, (key) => taken.has(key));
    assert.equal(of('Self made data'), 'wang2023selfmadedata');
    assert.equal(of('Self'), 'wang2023self2');
  });

  it('are what the bundled catalogue uses', () => {
    const differ: string[] = [];
    for (const name of readdirSync('catalog/papers')) {
      for (const { fields } of readPapersNow(readFileSync(`catalog/papers/${name}`, 'utf8'), name).entries) {
        const key = citationKey(fields, () => false);
        if (key !== fields.id) differ.push(`${fields.id} ${key}`);
      }
    }
    assert.deepEqual(differ, []);
  });
});
