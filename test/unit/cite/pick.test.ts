import assert from 'node:assert/strict';
import type { Entry } from '../../../src/core/bibliography/types.js';
import { gatherCitables, type CitedFile, type Citables } from '../../../src/core/cite/citables.js';
import { listSteps, type PickState } from '../../../src/core/cite/pick.js';
import { addRecent, readRecent } from '../../../src/core/cite/recents.js';
import { sameWork } from '../../../src/core/model/identity.js';
import { toPaper, type Paper } from '../../../src/core/model/paper.js';
import { runAtOnce } from '../../../src/core/bibliography/slices.js';
import { emptyContext } from '../../../src/core/search/index.js';

const selfInstruct = toPaper({ id: 'wang2023selfinstruct', title: 'Self-Instruct', authors: ['Wang, Yizhong', 'Kordi, Yeganeh'], issued: '2023', arxiv: '2212.10560', tags: ['synthetic'], venue: 'ACL 2023' });
const orca = toPaper({ id: 'mukherjee2023orca', title: 'Orca: Progressive Learning', authors: ['Mukherjee, Subhabrata'], issued: '2023', arxiv: '2306.02707' });
const poincare = toPaper({ id: 'poincare1905', title: 'Sur la dynamique de l’électron', authors: ['Poincaré, Henri'], issued: '1905' });

function entry(paper: Paper): Entry {
  const place = { key: paper.id, start: 0, end: 1 };
  return { key: paper.id, keyPlace: place, otherKeys: [], type: 'misc', broken: false, paper, start: 0, end: 1 };
}

function file(name: string, papers: readonly Paper[]): CitedFile {
  const entries = papers.map(entry);
  return { name, entries, match: (paper) => entries.find((one) => sameWork(one.paper.fields, paper.fields)) };
}

const gather = (papers: readonly Paper[], files: readonly CitedFile[]): Citables => runAtOnce(gatherCitables(papers, files));
const mine = toPaper({ id: 'mine', title: 'Self-Instruct', authors: ['Wang, Yizhong'], arxiv: '2212.10560' });
const only = toPaper({ id: 'onlyHere', title: 'Only in the File', authors: ['Müller, Jörg'], issued: '2020' });
const all = gather([selfInstruct, orca, poincare], [file('references.bib', [mine, only])]);
const nothing: PickState = { recent: [], cited: new Set(), collected: [] };

const listed = (typed: string, state: Partial<PickState> = {}) =>
  runAtOnce(listSteps(all, typed, emptyContext, { ...nothing, ...state })).map(({ kind, name, rows }) => `${kind}${name === undefined ? '' : ` ${name}`}: ${rows.map(({ key }) => key).join(' ')}`);
const first = (typed: string, state: Partial<PickState> = {}) => listed(typed, state).at(-1)?.split(' ')[1];

describe('what a document can cite', () => {
  it('has each work once, by the document\'s key', () => {
    assert.deepEqual(all.papers.map((paper) => all.of(paper)?.key), ['mine', 'onlyHere', 'mukherjee2023orca', 'poincare1905']);
    assert.equal(all.get('wang2023selfinstruct'), all.get('mine'));
    assert.equal(all.get('mine')?.shelf, 'wang2023selfinstruct');
    assert.equal(all.get('onlyHere')?.shelf, undefined);
    assert.equal(all.get('mukherjee2023orca')?.file, undefined);
  });

  it('shows what the catalogue says of a work that both have', () => {
    assert.deepEqual(all.get('mine')?.paper.authors.length, 2);
  });

  it('counts the first of two entries with one key, and none without a key', () => {
    const twice = gather([], [file('a.bib', [mine, toPaper({ ...mine.fields, title: 'Other', arxiv: '1' })]), file('b.bib', [mine, toPaper({ ...only.fields, id: '' })])]);
    assert.deepEqual(twice.papers.map(({ title }) => title), ['Self-Instruct']);
  });
});

describe('the list of the picker', () => {
  it('begins with what was cited lately, then the bibliography, then the catalogue', () => {
    assert.deepEqual(listed('', { recent: ['poincare1905', 'gone', 'wang2023selfinstruct'] }), ['recent: poincare1905 mine', 'file references.bib: onlyHere', 'catalogue: mukherjee2023orca']);
    assert.deepEqual(listed(''), ['file references.bib: mine onlyHere', 'catalogue: mukherjee2023orca poincare1905']);
  });

  it('keeps what was collected on top, once', () => {
    const one = all.get('mine');
    assert.ok(one);
    assert.deepEqual(listed('', { collected: [one], recent: ['mine'] }), ['collected: mine', 'file references.bib: onlyHere', 'catalogue: mukherjee2023orca poincare1905']);
    assert.deepEqual(listed('self', { collected: [one] }), ['collected: mine']);
    assert.deepEqual(listed('orca', { collected: [one] }), ['collected: mine', 'found: mukherjee2023orca']);
  });

  for (const [typed, key] of [
    ['self instruct', 'mine'], ['kordi', 'mine'], ['wang2023selfinstruct', 'mine'], ['mine', 'mine'], ['2212.10560', 'mine'], ['synthetic', 'mine'], ['acl 2023', 'mine'],
    ['poincare', 'poincare1905'], ['Poincaré 1905', 'poincare1905'], ['electron', 'poincare1905'], ['muller', 'onlyHere'], ['onlyHere', 'onlyHere'], ['orca', 'mukherjee2023orca'],
  ] as const) it(`finds ${key} by "${typed}"`, () => assert.equal(first(typed), key));

  it('puts what is near first among equals, and never before what fits better', () => {
    const papers = ['a', 'b', 'c'].map((id) => toPaper({ id, title: 'Equal Titles', issued: '2020' }));
    const better = toPaper({ id: 'z', title: 'Equal', issued: '1990' });
    const equal = gather([...papers, better], []);
    const order = (state: Partial<PickState>) => runAtOnce(listSteps(equal, 'equal', emptyContext, { ...nothing, ...state })).flatMap(({ rows }) => rows.map(({ key }) => key)).join(' ');
    assert.equal(order({}), 'z a b c');
    assert.equal(order({ recent: ['c'], cited: new Set(['b']) }), 'z c b a');
  });

  it('searches many papers in parts, and lists the best of all of them', () => {
    const many = gather(Array.from({ length: 3000 }, (_, at) => toPaper({ id: `k${at}`, title: at === 2990 ? 'Needle' : `A needle in paper ${at}`, issued: '2020' })), []);
    const [section] = runAtOnce(listSteps(many, 'needle', emptyContext, nothing));
    assert.equal(section?.rows.length, 100);
    assert.deepEqual(section.rows.slice(0, 2).map(({ key }) => key), ['k2990', 'k0']);
  });

  it('finds nothing where nothing is', () => assert.deepEqual(listed('zzzz'), []));
});

describe('recent citations', () => {
  it('are the last twenty, each once', () => {
    assert.deepEqual(addRecent(['a', 'b'], ['b', 'c']), ['b', 'c', 'a']);
    const many = addRecent([], Array.from({ length: 30 }, (_, at) => `k${at}`));
    assert.equal(many.length, 20);
    assert.deepEqual(readRecent(['a', 1, '', 'b', null]), ['a', 'b']);
    for (const broken of [undefined, null, 'a', { a: 1 }]) assert.deepEqual(readRecent(broken), []);
  });
});
