import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readPapersNow } from '../../src/core/yaml/read-papers.js';
import { useWorkbench } from './fixture';
import { useScholarlyServer } from './scholarly';
import { eventually, type TreeView, type Workbench } from './workbench';

const { services, withServices } = useScholarlyServer();
const files = {
  'catalog/catalog.yaml': 'title: Ours\ncategories:\n  - id: methods\n    title: Methods\n',
  'catalog/papers/methods.yaml': '# kept\n\n- id: alpha2020\n  title: Alpha of all things   # as printed\n  authors: [Ada Example]\n  issued: 2020\n  categories: [methods]\n',
};
const settings = { 'litshelf.bundledCatalogue': false };
const folderOf = (wb: Workbench) => path.join(wb.folder, 'catalog', 'papers');
const textOf = (wb: Workbench) => readdirSync(folderOf(wb)).sort().map((name) => readFileSync(path.join(folderOf(wb), name), 'utf8')).join('');

describe('dropping onto the tree what comes from another program', () => {
  const window = useWorkbench(withServices({ files, settings }));
  let wb: Workbench;
  let view: TreeView;
  before(async () => {
    wb = window();
    view = await wb.showView('Papers');
    await view.rows();
  });
  beforeEach(() => services().reset());
  const row = async (text: RegExp) => eventually(async () => assert.match((await wb.quickInput.rows()).join('\n'), text));

  it('a link on a category is added there, once it is confirmed', async () => {
    await view.dropOnto('Methods', { texts: { 'text/uri-list': 'https://arxiv.org/abs/9911.00501', 'text/plain': 'https://arxiv.org/abs/9911.00501' } });
    await row(/Categories… \| Methods/u);
    await wb.press('Enter');
    await wb.quickInput.hidden();
    await eventually(() => assert.match(textOf(wb), /arxiv: "9911\.00501"[\s\S]{0,300}categories: \[methods\]/u));
  });

  it('a file of references is read; Escape adds nothing', async () => {
    const before = textOf(wb);
    const bib = '@book{one1999, title = {One Book of Tests}, author = {One, Ann}, year = {1999}}\n@book{two1999, title = {Another Book of Tests}, author = {Two, Bob}, year = {1999}}\n';
    await view.dropOnto('Methods', { files: { 'refs.bib': bib } });
    await row(/2 papers, those that are new/u);
    await wb.quickInput.cancel();
    await wb.answered();
    assert.equal(textOf(wb), before);
  });

  it('text is searched for what it holds', async () => {
    await view.dropOnto('Methods', { texts: { 'text/plain': 'see arXiv:9911.00502 and doi:10.5555/beispiel.2021.7' } });
    await row(/2 papers, those that are new/u);
    await wb.press('Escape');
    await wb.quickInput.hidden();
  });
});

describe('a crash while papers are added', () => {
  const window = useWorkbench(withServices({ files, settings }));

  it('leaves a catalogue that can be read, with whole papers only', async () => {
    const wb = window();
    await wb.setClipboard(Array.from({ length: 150 }, (_one, at) => `9911.0${String(5000 + at)}`).join('\n'));
    await wb.press('F1');
    await wb.quickInput.type('>Litshelf: Add Paper…');
    await eventually(async () => assert.match(await wb.quickInput.focused(), /Add Paper…/u));
    await wb.press('Enter');
    await wb.quickInput.asks(/arXiv id, DOI/u);
    await wb.press('Control+V');
    const row = async (text: RegExp) => eventually(async () => assert.match((await wb.quickInput.rows()).join('\n'), text));
    await row(/150 arXiv ids/u);
    await wb.press('Enter');
    await row(/150 papers, those that are new/u);
    await wb.press('Enter');
    await eventually(async () => assert.match(await wb.quickInput.placeholder(), /Categories to file it in/u));
    // a hundred ids come at once; the next ones wait for their turn, and longer for their answer
    services().behave({ do: 'slow', ms: 0 }, { service: 'arxiv' });
    services().behave({ do: 'slow', ms: 60_000 }, { service: 'arxiv', times: Infinity });
    await wb.press('Enter');
    await eventually(() => assert.match(textOf(wb), /9911\.05099/u), 30_000);
    wb.crash();
    await wb.page.waitForTimeout(500);
    const read = readdirSync(folderOf(wb)).map((name) => readPapersNow(readFileSync(path.join(folderOf(wb), name), 'utf8'), name));
    assert.deepEqual(read.flatMap(({ problems }) => problems), []);
    const added = read.flatMap(({ entries }) => entries).map(({ fields }) => fields).filter(({ arxiv }) => arxiv !== undefined);
    assert.equal(added.length, 100);
    assert.ok(added.every(({ title, authors, issued }) => title !== undefined && authors !== undefined && issued !== undefined));
    assert.ok(textOf(wb).includes(files['catalog/papers/methods.yaml']), 'what was there is there');
    assert.deepEqual(readdirSync(folderOf(wb)).filter((name) => !name.endsWith('.yaml')), [], 'nothing half written is left');
  }).timeout(90_000);
});
