import assert from 'node:assert/strict';
import { Citables, type Citable } from '../../../src/core/cite/citables.js';
import { searchSteps, type CitableSearch } from '../../../src/core/cite/complete-search.js';
import { findUnread } from '../../../src/core/cite/complete-unread.js';
import { formats } from '../../../src/core/bibliography/index.js';
import { runAtOnce } from '../../../src/core/bibliography/slices.js';
import { toPaper } from '../../../src/core/model/paper.js';
import type { PaperFields } from '../../../src/core/model/schema.js';

function citable(fields: PaperFields, file: string | null = 'refs.bib'): Citable {
  return { paper: toPaper(fields), key: fields.id, file: file ?? undefined, shelf: undefined };
}

const selfInstruct = citable({ id: 'wang2023', title: 'Self-Instruct: Aligning Language Models with Self-Generated Instructions', authors: ['Yizhong Wang', 'Yeganeh Kordi'], issued: '2023', venue: 'ACL 2023' });
const instructGpt = citable({ id: 'ouyang2022training', title: 'Training Language Models to Follow Instructions', authors: ['Long Ouyang'], issued: '2022' });
const wang2022 = citable({ id: 'coherence', title: 'Self-Consistency Improves Reasoning', authors: ['Xuezhi Wang'], issued: '2022' });
const muller = citable({ id: 'Mueller:2019a', title: 'Über künstliche Daten', authors: ['Jörg Müller'], issued: '2019' });
const shelf = citable({ id: 'selfrewarding', title: 'Self-Rewarding Language Models', authors: ['Weizhe Yuan'], issued: '2024' }, null);

function search(): CitableSearch {
  return runAtOnce(searchSteps(new Citables([selfInstruct, instructGpt, wang2022, muller, shelf])));
}

const keys = (found: readonly Citable[]) => found.map(({ key }) => key);

describe('the search of completion', () => {
  const cases: readonly [string, string[]][] = [
    ['instruct', ['wang2023', 'ouyang2022training']],
    ['self ins', ['wang2023']],
    ['selfinstruct', ['wang2023']],
    ['selfins', ['wang2023']],
    ['training', ['ouyang2022training']],
    ['wang 2023', ['wang2023']],
    ['wang', ['wang2023', 'coherence']],
    ['self', ['selfrewarding', 'wang2023', 'coherence']],
    ['muller', ['Mueller:2019a']],
    ['mueller:', ['Mueller:2019a']],
    ['kunstliche', ['Mueller:2019a']],
    ['acl', ['wang2023']],
    ['ouyang language', ['ouyang2022training']],
    ['nothing such', []],
  ];
  for (const [typed, expected] of cases) it(`finds "${typed}"`, () => assert.deepEqual(keys(search().find(typed, { limit: 10 })), expected));

  it('offers everything before something is typed, what is in a bibliography first', () => {
    assert.deepEqual(keys(search().find('', { limit: 10 })), ['wang2023', 'coherence', 'ouyang2022training', 'Mueller:2019a', 'selfrewarding']);
  });

  it('keeps to its limit, and leaves out what is cited here', () => {
    assert.deepEqual(keys(search().find('', { limit: 2, without: ['wang2023'] })), ['coherence', 'ouyang2022training']);
    assert.deepEqual(keys(search().find('self', { limit: 5, accept: ({ file }) => file === undefined })), ['selfrewarding']);
  });

  it('finds the same key by key as at once', () => {
    const typing = search();
    for (const text of ['self instruct wang', 'training language', 'mueller:2019', 'wang 2023 acl', 'xuezhi', 'reward']) {
      for (let length = 0; length <= text.length; length += 1) {
        const typed = text.slice(0, length);
        assert.deepEqual(keys(typing.find(typed, { limit: 10 })), keys(search().find(typed, { limit: 10 })), typed);
      }
    }
  });
});

describe('a bibliography that is still being read', () => {
  const text = '@article{alpha1, title = {On {Self}-Instruction}, author = {M{\\"u}ller}, year = 2020}\n@book{beta, title={Other}, author={Wang, X}, year={2023}}\n@misc{alpha2, title={Third}}\n';

  it('is searched by keys and by words as they stand', async () => {
    const bibliography = await formats.bibtex.read(text);
    const find = (typed: string, without: string[] = [], limit = 10) => keys(findUnread([{ bibliography, file: 'refs.bib' }], typed, without, limit));
    assert.deepEqual(find('alpha'), ['alpha1', 'alpha2']);
    assert.deepEqual(find('wang 2023'), ['beta']);
    assert.deepEqual(find('self'), ['alpha1']);
    assert.deepEqual(find(''), ['alpha1', 'beta', 'alpha2']);
    assert.deepEqual(find('', ['alpha1'], 1), ['beta']);
  });
});
