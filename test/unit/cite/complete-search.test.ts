import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Citables, type Citable } from '../../../src/core/cite/citables.js';
import { searchSteps, type CitableSearch } from '../../../src/core/cite/complete-search.js';
import { findUnread } from '../../../src/core/cite/complete-unread.js';
import { glanceBibtex } from '../../../src/core/bibtex/glance.js';
import { formats } from '../../../src/core/bibliography/index.js';
import { runAtOnce } from '../../../src/core/bibliography/slices.js';
import { foldWords } from '../../../src/core/model/text.js';
import { toPaper } from '../../../src/core/model/paper.js';
import type { PaperFields } from '../../../src/core/model/schema.js';
import { runs } from '../../support/runs.js';

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

describe('the search of completion, whatever there is', () => {
  const words = fc.constantFrom('self', 'Instruct', 'data', 'Über', 'GPT-4', 'wang', '2023', '强化', 'x');
  const work = fc.record({ key: fc.stringMatching(/^[a-zX][a-z0-9:]{0,6}$/u), title: fc.array(words, { minLength: 1, maxLength: 4 }), author: words, year: fc.integer({ min: 2019, max: 2023 }), filed: fc.boolean() });
  const works = fc.uniqueArray(work, { selector: ({ key }) => key, maxLength: 40 }).map((all) =>
    all.map(({ key, title, author, year, filed }) => citable({ id: key, title: title.join(' '), authors: [author], issued: String(year) }, filed ? 'refs.bib' : null)));
  const made = (all: readonly Citable[]) => runAtOnce(searchSteps(new Citables(all)));

  it('shows the first of all that it finds', () => {
    fc.assert(fc.property(works, fc.constantFrom('', 's', 'se', 'x', 'w', '2', 'self i', 'u', '强', 'gpt'), fc.integer({ min: 1, max: 8 }), (all, typed, limit) => {
      const accept = ({ key }: Citable) => !key.startsWith('a');
      const everything = keys(made(all).find(typed, { limit: 1000, accept }));
      assert.deepEqual(keys(made(all).find(typed, { limit, accept })), everything.slice(0, limit));
    }), { numRuns: runs(200) });
  });

  it('finds a work by the beginning of any word of its title', () => {
    fc.assert(fc.property(works, fc.nat(), fc.integer({ min: 1, max: 3 }), (all, nth, length) => {
      for (const { key, paper } of all) {
        const title = foldWords(paper.title).split(' ');
        const typed = title[nth % title.length]?.slice(0, length) ?? '';
        assert.ok(keys(made(all).find(typed, { limit: 1000 })).includes(key), `${typed} in ${paper.title}`);
      }
    }), { numRuns: runs(60) });
  });
});

describe('a bibliography that is still being read', () => {
  const text = '@article{alpha1, title = {On {Self}-Instruction}, author = {M{\\"u}ller}, year = 2020}\n@book{beta, title={Other}, author={Wang, X}, year={2023}}\n@misc{alpha2, title={Third}}\n';

  it('is searched by keys and by words as they stand', async () => {
    const bibliography = await formats.bibtex.read(text);
    const find = (typed: string, without: string[] = [], limit = 10) => keys(findUnread([{ text, entries: bibliography.entries, file: 'refs.bib' }], typed, without, limit));
    assert.deepEqual(find('alpha'), ['alpha1', 'alpha2']);
    assert.deepEqual(find('wang 2023'), ['beta']);
    assert.deepEqual(find('self'), ['alpha1']);
    assert.deepEqual(find(''), ['alpha1', 'beta', 'alpha2']);
    assert.deepEqual(find('', ['alpha1'], 1), ['beta']);
  });

  it('is searched before it is read at all, and shows what its entries say by themselves', () => {
    const found = findUnread([{ text, entries: glanceBibtex(text), file: 'refs.bib' }], 'self', [], 10);
    assert.deepEqual(found.map(({ key, paper, file }) => [key, paper.title, paper.authors[0]?.family, paper.year, file]), [['alpha1', 'On Self-Instruction', 'Müller', 2020, 'refs.bib']]);
  });
});
