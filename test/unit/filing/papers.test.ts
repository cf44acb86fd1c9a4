import assert from 'node:assert/strict';
import { hidePapers, markPapers, moveToLayer, refile, resetPapers, showPapers, FilingError, type Filing } from '../../../src/core/filing/index.js';
import type { Catalogue, Shelved } from '../../../src/core/catalogue/catalogue.js';
import type { Layer, LayerKind } from '../../../src/core/catalogue/layer.js';
import { apply, read, type Texts } from './shelf.js';

const tree = 'categories:\n  - id: a\n    title: A\n    children:\n      - id: a/x\n        title: X\n  - id: b\n    title: B\n  - id: c\n    title: C\n';
const texts: Texts = {
  bundled: { 'catalog.yaml': tree, 'papers/all.yaml': '- id: one\n  title: One\n  arxiv: "2212.10560"\n  categories: [a/x, b]\n- id: two\n  title: Two\n  categories: [b]\n' },
  workspace: { 'papers/mine.yaml': '# mine\n- id: three   # kept\n  title: Three\n  categories: [a]\n\n- id: one\n  tags: [x]\n' },
};

describe('filing: papers', () => {
  const layerIn = (catalogue: Catalogue, kind: LayerKind): Layer => catalogue.layers.find(({ source }) => source.kind === kind) ?? assert.fail(kind);
  const get = (catalogue: Catalogue, ...keys: string[]): Shelved[] => keys.map((key) => catalogue.get(key) ?? assert.fail(key));
  /** Does something and reads what came of it. */
  const after = (before: Texts, what: (catalogue: Catalogue) => Filing): { texts: Texts; catalogue: Catalogue } => {
    const now = apply(before, what(read(before)));
    return { texts: now, catalogue: read(now) };
  };

  it('says what one reader has read in the personal layer, and unsays it without a trace', () => {
    const read1 = after(texts, (catalogue) => markPapers(layerIn(catalogue, 'personal'), get(catalogue, 'one', 'three'), { status: 'reading', starred: true }));
    assert.deepEqual(get(read1.catalogue, 'one', 'three', 'two').map(({ paper }) => [paper.status, paper.starred]), [['reading', true], ['reading', true], ['unread', false]]);
    assert.deepEqual({ ...read1.texts, personal: undefined }, { ...texts, personal: undefined }, 'nothing else is touched');
    const read2 = after(read1.texts, (catalogue) => markPapers(layerIn(catalogue, 'personal'), get(catalogue, 'one', 'three'), { status: 'unread' }));
    assert.deepEqual(get(read2.catalogue, 'one')[0]?.paper.starred, true);
    const read3 = after(read2.texts, (catalogue) => markPapers(layerIn(catalogue, 'personal'), get(catalogue, 'one', 'three'), { starred: false }));
    assert.equal(Object.values(read3.texts.personal ?? {}).join('').trim(), '', 'records that say nothing are gone');
  });

  it('says unread where a layer below says read', () => {
    const shared: Texts = { workspace: { 'papers/a.yaml': '- id: one\n  title: One\n  status: read\n' } };
    const { catalogue, texts: now } = after(shared, (before) => markPapers(layerIn(before, 'personal'), get(before, 'one'), { status: 'unread' }));
    assert.equal(get(catalogue, 'one')[0]?.paper.status, 'unread');
    assert.deepEqual(now.workspace, shared.workspace);
  });

  it('files a paper elsewhere where it stands highest, at the place of the old category', () => {
    const { catalogue, texts: now } = after(texts, (before) => refile(before, layerIn(before, 'workspace'), get(before, 'one', 'two', 'three'), { from: 'b', to: 'c' }));
    assert.deepEqual(get(catalogue, 'one', 'two', 'three').map(({ paper }) => paper.categories), [['a/x', 'c'], ['c'], ['a', 'c']]);
    assert.deepEqual(now.bundled, texts.bundled);
    assert.match(now.workspace?.['papers/mine.yaml'] ?? '', /^# mine\n- id: three {3}# kept\n/u);
  });

  it('takes what lies below along, copies, and takes out', () => {
    const moved = after(texts, (before) => refile(before, layerIn(before, 'workspace'), get(before, 'one'), { from: 'a', to: 'c' }));
    assert.deepEqual(get(moved.catalogue, 'one')[0]?.paper.categories, ['c', 'b']);
    const copied = after(texts, (before) => refile(before, layerIn(before, 'workspace'), get(before, 'one'), { to: 'c' }));
    assert.deepEqual(get(copied.catalogue, 'one')[0]?.paper.categories, ['a/x', 'b', 'c']);
    const out = after(texts, (before) => refile(before, layerIn(before, 'workspace'), get(before, 'two'), { from: 'b', to: undefined }));
    assert.deepEqual(get(out.catalogue, 'two')[0]?.paper.categories, []);
  });

  it('changes nothing when a paper is there already, and refuses a category that is not', () => {
    const catalogue = read(texts);
    assert.deepEqual(refile(catalogue, layerIn(catalogue, 'workspace'), get(catalogue, 'two'), { to: 'b' }), { papers: [], config: [] });
    assert.throws(() => refile(catalogue, layerIn(catalogue, 'workspace'), get(catalogue, 'two'), { to: 'zzz' }), FilingError);
  });

  it('hides a bundled paper, takes its own out, and shows it again', () => {
    const hidden = after(texts, (before) => hidePapers(layerIn(before, 'workspace'), get(before, 'one', 'three')));
    assert.deepEqual(hidden.catalogue.papers.map(({ paper }) => paper.id), ['two']);
    const shown = after(hidden.texts, (before) => showPapers(before, ['one']));
    assert.deepEqual(shown.catalogue.papers.map(({ paper }) => paper.id), ['one', 'two']);
  });

  it('goes back to the bundled record, and keeps what was read', () => {
    const own: Texts = { ...texts, personal: { 'papers/p.yaml': '- id: one\n  title: Mine\n  status: read\n' } };
    const { catalogue } = after(own, (before) => resetPapers(get(before, 'one')));
    const [one] = get(catalogue, 'one');
    assert.deepEqual([one?.paper.title, one?.paper.tags, one?.paper.status], ['One', [], 'read']);
    assert.throws(() => resetPapers(get(read(own), 'three')), FilingError);
  });

  it('moves a paper to another catalogue, whole, or copies it there', () => {
    const own: Texts = { ...texts, personal: { 'papers/p.yaml': '- id: three\n  status: read\n' } };
    const moved = after(own, (before) => moveToLayer(layerIn(before, 'personal'), get(before, 'three'), { copy: false }));
    assert.deepEqual(get(moved.catalogue, 'three')[0]?.places.map(({ layer }) => layer.kind), ['personal']);
    assert.deepEqual([get(moved.catalogue, 'three')[0]?.paper.title, get(moved.catalogue, 'three')[0]?.paper.status], ['Three', 'read']);
    const copied = after(texts, (before) => moveToLayer(layerIn(before, 'workspace'), get(before, 'two'), { copy: true }));
    assert.deepEqual(get(copied.catalogue, 'two')[0]?.places.map(({ layer }) => layer.kind), ['bundled', 'workspace']);
    assert.match(JSON.stringify(copied.texts.workspace), /title: Two/u);
  });
});
