import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { startScholarlyServer, type ScholarlyServer } from '../support/scholarly-server';
import { useWorkbench } from './fixture';
import { eventually, type TreeView, type Workbench } from './workbench';

let services: ScholarlyServer;
before(async () => {
  services = await startScholarlyServer();
});
after(async () => {
  await services.close();
});

const settings = () => ({
  'litshelf.services.arxiv': services.bases.arxiv, 'litshelf.services.crossref': services.bases.crossref, 'litshelf.services.datacite': services.bases.datacite, 'litshelf.services.acl': services.bases.acl,
});

const tree = `# the tree of a small project
title: Ours
categories:
  - id: methods
    title: Methods   # how
    children:
      - id: methods/search
        title: Search
  - id: data
    title: Data
`;
const papers = `# kept as it is

- id: alpha2020
  title: Alpha
  authors: [Ada Example]   # alone
  issued: 2020
  categories: [methods]
- id: beta2021
  title: Beta
  authors: [Bo Example]
  issued: 2021
  categories: [methods, data]

- id: gamma2022
  title: Gamma
  authors: [Cy Example]
  issued: 2022
  categories: [data]
`;
const services4 = `- id: stub
  type: article
  title: arXiv 2212.10560
  arxiv: "2212.10560"
  categories: [methods/search]
  unchecked: true
- id: gilardi2023
  type: article
  title: ChatGPT Outperforms Crowd-Workers for Text-Annotation Tasks
  authors: [Fabrizio Gilardi, Meysam Alizadeh, Maël Kubli]
  issued: 2023-03-27
  arxiv: "2303.15056"
  categories: [methods/search]
- id: gilardi2023chatgpt
  title: ChatGPT outperforms crowd workers
  authors: [Fabrizio Gilardi]
  issued: 2023
  tags: [annotation]
  summary: Cheaper and better.
  categories: [data]
`;

describe('filing in the tree', () => {
  const window = useWorkbench(() => Promise.resolve({
    files: { 'catalog/catalog.yaml': tree, 'catalog/papers/mine.yaml': papers, 'catalog/papers/services.yaml': services4 },
    settings: { ...settings(), 'litshelf.bundledCatalogue': false },
  }));
  let wb: Workbench;
  let view: TreeView;
  const file = (name: string) => path.join(wb.folder, 'catalog', name);
  const text = (name = 'papers/mine.yaml') => readFileSync(file(name), 'utf8');
  const shows = (name: string, wanted: RegExp | string) => eventually(() => (typeof wanted === 'string' ? assert.equal(text(name), wanted) : assert.match(text(name), wanted)));
  const rows = () => view.rows();
  const row = async (label: string) => (await rows()).find((one) => one.label === label);
  /** With the keyboard in the view; a click on a category would fold it. */
  const undo = async (on = 'Beta') => {
    await view.select(on);
    await view.hasKeyboard();
    await wb.press('Control+Z');
  };
  /** The labels of the tree as it is before each test. */
  let usual: readonly string[] = [];
  /** Waits until the tree shows that something was filed: it is drawn a moment after the file is there. */
  const changed = () => eventually(async () => assert.notDeepEqual(await view.labels(), usual));

  before(async () => {
    wb = window();
    view = await wb.showView('Papers');
    for (const name of ['Methods', 'Data', 'Search']) await view.expand(name);
    usual = await view.labels();
  });
  beforeEach(() => services.reset());
  afterEach(async () => {
    await wb.press('Escape', 'Escape');
    await wb.notifications.clear();
    for (const name of ['Methods', 'Data', 'Search']) await view.expand(name);
    await eventually(async () => assert.deepEqual(await view.labels(), usual));
  });

  it('a paper dragged onto another category is moved there, and Ctrl+Z brings the file back byte for byte', async () => {
    await view.dragOnto('Alpha', 'Data');
    await shows('papers/mine.yaml', papers.replace('categories: [methods]', 'categories: [data]'));
    assert.deepEqual(await wb.notifications.buttons('Moved alpha2020 to Data'), ['Undo', 'Keep in Both']);
    await wb.press('Escape');
    await changed();
    await undo();
    await shows('papers/mine.yaml', papers);
  });

  it('dropped on a paper it goes where that one is; it can be kept in both', async () => {
    await view.dragOnto('Alpha', 'Gamma');
    await shows('papers/mine.yaml', papers.replace('categories: [methods]', 'categories: [data]'));
    await wb.notifications.press('Moved alpha2020 to Data', 'Keep in Both');
    await shows('papers/mine.yaml', papers.replace('categories: [methods]', 'categories: [methods, data]'));
    await wb.notifications.press('Filed alpha2020 under Data as well', 'Undo');
    await shows('papers/mine.yaml', papers);
  });

  it('several at once, each out of the category it was dragged from', async () => {
    await view.select('Alpha');
    await view.select('Beta', 'Control');
    await view.dragOnto('Beta', 'Search');
    await shows('papers/mine.yaml', papers.replace('categories: [methods]', 'categories: [methods/search]').replace('[methods, data]', '[methods/search, data]'));
    await changed();
    await undo();
    await shows('papers/mine.yaml', papers);
  });

  it('a category dragged onto another goes below it, and beside all rows to the top', async () => {
    await view.dragOnto('Search', 'Data');
    const rest = tree.replace('    children:\n      - id: methods/search\n        title: Search\n', '');
    await shows('catalog.yaml', `${rest}    children:\n      - id: methods/search\n        title: Search\n`);
    await changed();
    await undo();
    await shows('catalog.yaml', tree);
    await view.expand('Methods');
    await eventually(async () => assert.equal((await view.labels())[1], 'Search'));
    await view.dragBelowAll('Search');
    await shows('catalog.yaml', `${rest}  - id: methods/search\n    title: Search\n`);
    await changed();
    await undo();
    await shows('catalog.yaml', tree);
    assert.equal(text(), papers, 'no paper changes');
  });

  it('a category cannot go below itself', async () => {
    await eventually(async () => assert.equal((await view.labels())[1], 'Search'));
    await view.dragOnto('Methods', 'Search');
    assert.match(await wb.notifications.message('below itself'), /cannot/u);
    assert.equal(text('catalog.yaml'), tree);
  });

  it('Delete asks once, and Ctrl+Z brings the paper back', async () => {
    await view.select('Gamma');
    await wb.press('Delete');
    assert.match(await wb.dialog(), /Delete gamma2022\?[\s\S]*YAML/u);
    await wb.pressDialog('Cancel');
    assert.equal(text(), papers);
    await view.select('Gamma');
    await wb.press('Delete');
    await wb.dialog();
    // the answer before has been heard by now
    assert.equal(text(), papers);
    await wb.pressDialog('Delete');
    await eventually(() => {
      assert.match(text(), /beta2021/u);
      assert.doesNotMatch(text(), /gamma2022/u);
    });
    await changed();
    await undo();
    await shows('papers/mine.yaml', papers);
  });

  it('marks papers as read, starred and unread from the context menu', async () => {
    await (await view.contextMenu('Alpha')).choose('Mark as Read');
    await eventually(async () => assert.match((await row('Alpha'))?.description ?? '', /· read$/u));
    await (await view.contextMenu('Alpha')).choose('Star');
    await eventually(async () => assert.match((await row('Alpha'))?.description ?? '', /^★ .*read$/u));
    await eventually(async () => assert.match((await row('Alpha'))?.ariaLabel ?? '', /starred, read/u));
    assert.equal(text(), papers, 'what one reader does is not shared');
    await undo();
    await undo();
    await eventually(async () => assert.doesNotMatch((await row('Alpha'))?.description ?? assert.fail('not there'), /read|★/u));
  });

  it('renames a category from its context menu', async () => {
    await (await view.contextMenu('Data')).choose('Rename Category');
    await eventually(async () => assert.equal(await wb.quickInput.value(), 'Data'));
    await wb.quickInput.ready();
    await wb.quickInput.type('Data sets');
    await wb.quickInput.accept();
    await shows('catalog.yaml', tree.replace('title: Data', 'title: Data sets'));
    await changed();
    await undo();
    await shows('catalog.yaml', tree);
  });

  it('grouped by reading status, nothing is filed by dragging, and says why', async () => {
    const group = async (by: string) => {
      await wb.runCommand('Litshelf: Group Papers By…');
      await wb.quickInput.choose(by);
      await wb.quickInput.hidden();
    };
    await group('Reading status');
    await eventually(async () => assert.deepEqual((await rows()).filter(({ level }) => level === 1).map(({ label }) => label), ['Reading', 'Unread', 'Read']));
    await view.expand('Unread');
    await view.dragOnto('Alpha', 'Read');
    await wb.statusBarItem('Group papers by category');
    assert.equal(text(), papers);
    await group('Category');
    await view.find('Methods');
  });

  it('Update Metadata shows what would change, and writes what is ticked', async () => {
    await (await view.contextMenu('arXiv 2212.10560')).choose('Update Metadata');
    await wb.quickInput.shown();
    await eventually(async () => assert.match(await wb.quickInput.title(), /Update Metadata: stub/u));
    await eventually(async () => {
      const shown = (await wb.quickInput.rows()).join('\n');
      assert.match(shown, /title \| arXiv 2212\.10560 → Self-Instruct/u);
      assert.match(shown, /not checked → checked/u);
    });
    assert.equal(text('papers/services.yaml'), services4, 'nothing is written before');
    await wb.screenshot('review-one');
    await wb.quickInput.button('Show the Full Difference');
    await wb.tab('Update Metadata').waitFor();
    await wb.page.waitForTimeout(500);
    await wb.screenshot('review-diff');
    await wb.quickInput.accept();
    await shows('papers/services.yaml', /- id: stub\n {2}type: paper-conference\n {2}title: "Self-Instruct[\s\S]*venue: ACL 2023/u);
    assert.doesNotMatch(text('papers/services.yaml'), /unchecked/u);
    assert.ok(text('papers/services.yaml').endsWith(services4.slice(services4.indexOf('- id: gilardi2023\n'))), 'the others are as they were');
    await wb.notifications.press('Updated stub', 'Undo');
    await shows('papers/services.yaml', services4);
  });

  it('Escape writes nothing', async () => {
    await (await view.contextMenu('arXiv 2212.10560')).choose('Update Metadata');
    await wb.quickInput.row('title').waitFor();
    await wb.quickInput.cancel();
    await wb.answered();
    assert.equal(text('papers/services.yaml'), services4);
  });

  it('Find Published Version says why, and takes the citation whole', async () => {
    const title = 'ChatGPT Outperforms Crowd-Workers for Text-Annotation Tasks';
    await (await view.contextMenu(title)).choose('Find Published Version');
    await wb.quickInput.row('doi').waitFor();
    await eventually(async () => assert.match((await wb.quickInput.row('gilardi2023').allInnerTexts()).join(), /The published record names the preprint arXiv:2303\.15056\./u));
    await wb.screenshot('review-published');
    // venue, year and DOI stand and fall together
    await wb.quickInput.toggle('doi');
    await eventually(async () => assert.deepEqual([await wb.quickInput.ticked('issued'), await wb.quickInput.ticked('doi')], [false, false]));
    await wb.quickInput.toggle('issued');
    await eventually(async () => assert.deepEqual([await wb.quickInput.ticked('issued'), await wb.quickInput.ticked('doi')], [true, true]));
    await wb.quickInput.accept();
    await shows('papers/services.yaml', /type: article-journal[\s\S]*issued: 2023-07-18[\s\S]*submitted: 2023-03-27[\s\S]*10\.1073\/pnas\.2305016120/u);
    await wb.notifications.press('Updated gilardi2023', 'Undo');
    await shows('papers/services.yaml', services4);
  });

  it('asks for all papers, and lists those that could not be checked', async () => {
    await wb.runCommand('Litshelf: Update Metadata…');
    await wb.quickInput.choose('All papers');
    await eventually(async () => assert.match(await wb.quickInput.title(), /2 papers · 4 could not be checked/u), 45_000);
    await wb.quickInput.row('stub').waitFor();
    await wb.quickInput.accept();
    await shows('papers/services.yaml', /venue: ACL 2023[\s\S]*10\.1073\/pnas/u);
    await wb.notifications.press('Updated 2 papers', 'Undo');
    await shows('papers/services.yaml', services4);
    await wb.notifications.press('could not be checked', 'Show List');
    await wb.tab('could not be checked').waitFor();
    assert.equal(text('papers/services.yaml'), services4);
    assert.equal(text(), papers);
  });

  it('Merge Papers asks for the key, then field by field; both keys go on', async () => {
    const [title, other] = ['ChatGPT Outperforms Crowd-Workers for Text-Annotation Tasks', 'ChatGPT outperforms crowd workers'];
    await view.select(title);
    await view.select(other, 'Control');
    await (await view.contextMenu(other)).choose('Merge Papers');
    await wb.quickInput.row('gilardi2023chatgpt').waitFor();
    await wb.quickInput.accept();
    await wb.quickInput.row('summary').waitFor();
    await wb.screenshot('review-merge');
    await wb.quickInput.accept();
    await shows('papers/services.yaml', /- id: gilardi2023\n {2}aliases: \[gilardi2023chatgpt\]/u);
    assert.match(text('papers/services.yaml'), /categories: \[methods\/search, data\]\n {2}tags: \[annotation\]\n {2}summary: Cheaper and better\.\n/u);
    assert.doesNotMatch(text('papers/services.yaml'), /- id: gilardi2023chatgpt/u);
    await wb.notifications.press('Merged gilardi2023chatgpt into gilardi2023', 'Undo');
    await shows('papers/services.yaml', services4);
  });
});

describe('catalogues, and what rows say of them', () => {
  const window = useWorkbench(() => Promise.resolve({ files: { 'notes.md': '# Notes\n' }, settings: settings() }));
  let wb: Workbench;
  let view: TreeView;
  const key = 'wang2023selfinstruct';
  const catalogue = (name: string) => path.join(wb.folder, 'catalog', name);

  /** The first paper of the first category that is open. */
  const firstPaper = () => eventually(async () => (await view.rows()).find(({ label, level, expanded }) => label !== '' && level === 2 && expanded === undefined)?.label ?? assert.fail('no paper'));

  before(async () => {
    wb = window();
    view = await wb.showView('Papers');
    await view.rows();
  });
  afterEach(async () => {
    await wb.press('Escape', 'Escape');
    await wb.notifications.clear();
  });

  it('the first paper that is filed asks once where papers go; Escape changes nothing', async () => {
    await view.expand('Surveys');
    const first = await firstPaper();
    await (await view.contextMenu(first)).choose('Take Out of Category');
    await eventually(async () => assert.match(await wb.quickInput.title(), /Where Do Papers Go/u));
    await wb.quickInput.cancel();
    await wb.answered();
    assert.ok(!existsSync(catalogue('catalog.yaml')));
    await view.collapse('Surveys');
  });

  it('makes a catalogue in the workspace, with the bundled tree', async () => {
    await wb.runCommand('Litshelf: Create Catalogue in Workspace…');
    await wb.quickInput.choose('With the bundled category tree');
    await eventually(() => assert.match(readFileSync(catalogue('catalog.yaml'), 'utf8'), /categories:\n {2}- id: surveys\n {4}title: Surveys/u));
  });

  it('Choose Catalogue says where papers go from now on', async () => {
    await wb.runCommand('Litshelf: Choose Catalogue…');
    await eventually(async () => assert.ok((await wb.quickInput.rows()).some((one) => one.startsWith('Personal catalogue'))));
    await wb.press('Escape');
    await wb.quickInput.hidden();
  });

  it('rows say what is starred, read and changed, in every theme', async () => {
    await wb.runCommand('Litshelf: Filter Papers…');
    await wb.quickInput.type('self-instruct');
    await wb.quickInput.accept();
    await wb.quickInput.hidden();
    const label = await eventually(async () => (await view.rows()).find(({ label }) => label.startsWith('Self-Instruct: Aligning'))?.label ?? assert.fail('not there'));
    await (await view.contextMenu(label)).choose('Star');
    await eventually(async () => assert.match((await view.rows()).find((one) => one.label === label)?.description ?? '', /^★ /u));
    await (await view.contextMenu(label)).choose('Mark as Read');
    await eventually(async () => assert.match((await view.rows()).find((one) => one.label === label)?.description ?? '', /· read$/u));
    await (await view.contextMenu(label)).choose('File Under');
    await wb.quickInput.choose('Surveys');
    await eventually(async () => assert.match((await view.rows()).find((one) => one.label === label)?.description ?? '', /· read · changed$/u));
    await eventually(() => {
      const [file] = readdirSync(catalogue('papers'));
      assert.match(readFileSync(catalogue(path.join('papers', file ?? '')), 'utf8'), new RegExp(`^- id: ${key}\\n {2}categories: \\[.*surveys`, 'u'));
    });
    for (const theme of ['Default Dark Modern', 'Default Light Modern', 'Default High Contrast'] as const) {
      await wb.setTheme(theme);
      await wb.screenshot(`marks-${theme}`);
    }
  });

  it('a bundled paper that is hidden stands under Hidden, and is shown again from there', async () => {
    await view.expand('Surveys');
    const first = await firstPaper();
    await (await view.contextMenu(first)).choose('Delete Paper…');
    await wb.dialog();
    await wb.pressDialog('Hide');
    await view.collapse('Surveys');
    await eventually(async () => assert.deepEqual((await view.rows()).filter(({ label }) => label === 'Hidden').map(({ description }) => description), ['1']));
    await view.expand('Hidden');
    await eventually(async () => assert.match((await view.rows()).find(({ label }) => label === first)?.description ?? '', /· hidden$/u));
    await wb.screenshot('hidden');
    await (await view.contextMenu(first)).choose('Show Hidden Papers…');
    await eventually(async () => assert.ok(!(await view.labels()).includes('Hidden')));
    await view.expand('Surveys');
    await eventually(async () => assert.ok((await view.labels()).includes(first)));
  });
});
