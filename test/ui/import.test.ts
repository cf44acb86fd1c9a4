import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './fixture';
import { eventually, type TreeView, type Workbench } from './workbench';

const config = '# ours\ntitle: Ours\ncategories:\n  - id: methods   # how\n    title: Methods\n  - id: data\n    title: Data\n';
const papers = '# kept as it is\n- id: alpha2020\n  title: Alpha of Trees\n  authors: [Ada Example]   # alone\n  issued: 2020\n  arxiv: "2001.00001"\n  categories: [methods]\n';
const list = `# Trees We Like

## Methods

- [Alpha of Trees](https://arxiv.org/abs/2001.00001). *Ada Example*. [[Code](https://github.com/example/alpha)]
- [Beta of Hedges and Their Neighbours](https://arxiv.org/abs/2103.00001). *Bo Example*.

## Growing Things

- [Gamma of Long Winters](https://arxiv.org/abs/2203.00001). *Cy Example*.
- [Delta of Short Summers](https://arxiv.org/abs/2204.00001). *Di Example*.

Words with [a link](https://example.org/somewhere) in the middle of them.
`;

describe('importing a list by keyboard', () => {
  const window = useWorkbench({ files: { 'catalog/catalog.yaml': config, 'catalog/papers/methods.yaml': papers, 'LIST.md': list }, settings: { 'litshelf.bundledCatalogue': false } });
  let wb: Workbench;
  let view: TreeView;
  const file = (name: string) => path.join(wb.folder, name);
  const onDisk = (name: string) => readFileSync(file(name), 'utf8');
  const row = async (label: string) => (await view.rows()).find((one) => one.label === label);
  const describes = (label: string, pattern: RegExp) => eventually(async () => assert.match((await row(label))?.description ?? '', pattern));
  const keyboardOn = (label: string) => eventually(async () => assert.ok((await view.focused()).startsWith(label)));
  const ticked = async (label: string) => (await view.find(label)).getByRole('checkbox').getAttribute('aria-checked');

  before(async () => {
    wb = window();
    await wb.showView('Papers');
    await wb.openFile('LIST.md');
  });

  it('shows the sections with ticks, and what would become of each entry', async () => {
    await wb.runCommand('Litshelf: Import…');
    await eventually(async () => assert.match((await wb.quickInput.rows())[0] ?? '', /The open document.*LIST\.md/u));
    await wb.screenshot('import-what');
    await wb.press('Enter');
    view = await wb.showView('Import');
    await describes('Alpha of Trees', /^already there · alpha2020 · gains its place in the list, links/u);
    await describes('Beta of Hedges and Their Neighbours', /^new · example2021/u);
    await describes('Growing Things', /^2 of 2 → new category Growing Things$/u);
    await describes('Methods', /^2 of 2 → Methods$/u);
    await view.expand('Could not be read');
    await describes('[a link](https://example.org/somewhere)', /^line 13: /u);
    await wb.screenshot('import-preview');
    await (await view.find('Alpha of Trees')).hover();
    const card = wb.page.locator('.monaco-hover:visible').filter({ hasText: 'The list' });
    await card.waitFor();
    assert.match(await card.innerText(), /already there.*line 5[\s\S]*Field[\s\S]*The list[\s\S]*alpha2020[\s\S]*authors[\s\S]*Ada Example/u);
    await wb.screenshot('import-tooltip');
  });

  it('unticks with the keyboard', async () => {
    await view.select('Beta of Hedges and Their Neighbours');
    await view.hasKeyboard();
    await wb.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await keyboardOn('Delta of Short Summers');
    assert.equal(await ticked('Delta of Short Summers'), 'true');
    await wb.press('Space');
    await eventually(async () => assert.equal(await ticked('Delta of Short Summers'), 'false'));
    await describes('Growing Things', /^1 of 2/u);
    // a section with all that is in it
    await wb.press('ArrowUp', 'ArrowUp');
    await keyboardOn('Growing Things');
    await wb.press('Space');
    await describes('Growing Things', /^2 of 2/u);
    await eventually(async () => assert.equal((await row('Growing Things'))?.expanded, true));
    await view.select('Delta of Short Summers');
    await keyboardOn('Delta of Short Summers');
    await wb.press('Space');
    await describes('Growing Things', /^1 of 2/u);
    await eventually(async () => assert.match((await row('Delta of Short Summers'))?.ariaLabel ?? '', /Delta of Short Summers, new · /u));
  });

  it('shows the line that a row comes from', async () => {
    await view.select('Delta of Short Summers');
    await eventually(async () => assert.match(await (await wb.statusBarItem('Ln ')).innerText(), /Ln 11,/u));
  });

  it('maps a section to another category', async () => {
    await view.select('Gamma of Long Winters');
    await wb.runCommand('Litshelf: Map to Category…');
    await eventually(async () => assert.match(await wb.quickInput.placeholder(), /Where do the papers of this section go/u));
    await wb.screenshot('import-map');
    await wb.quickInput.type('Data');
    await eventually(async () => assert.match(await wb.quickInput.focused(), /^Data/u));
    await wb.press('Enter');
    await describes('Growing Things', /^1 of 2 → Data$/u);
  });

  it('writes what is ticked, reports it, and Undo takes all of it back', async () => {
    assert.equal(onDisk('catalog/catalog.yaml'), config);
    await wb.runCommand('Litshelf: Import What Is Ticked');
    await eventually(() => assert.match(onDisk('catalog/papers/data.yaml'), /Gamma of Long Winters/u));
    await eventually(() => assert.equal(onDisk('catalog/catalog.yaml'), `${config}lists: [{id: trees-we-like, title: Trees We Like, sections: [Methods, Growing Things]}]\n`));
    await eventually(() => assert.match(onDisk('catalog/papers/methods.yaml'), /authors: \[Ada Example\] {3}# alone[\s\S]*list: trees-we-like[\s\S]*Beta of Hedges/u));
    assert.doesNotMatch(onDisk('catalog/papers/data.yaml'), /Delta/u);
    await wb.editor.shows('Untitled-1');
    await eventually(async () => assert.match(await wb.editor.text(), /Left out by you: 1/u));
    await wb.notifications.message('Imported 2 new papers into');
    await wb.screenshot('import-done');
    await wb.runCommand('Litshelf: Undo Last Change');
    await eventually(() => assert.equal(onDisk('catalog/catalog.yaml'), config));
    await eventually(() => assert.equal(onDisk('catalog/papers/methods.yaml'), papers));
    await eventually(() => assert.equal(existsSync(file('catalog/papers/data.yaml')), false));
  });

  it('writes nothing when it is cancelled, and the view goes', async () => {
    await wb.openFile('LIST.md');
    await wb.runCommand('Litshelf: Import…');
    await eventually(async () => assert.match((await wb.quickInput.rows())[0] ?? '', /The open document/u));
    await wb.press('Enter');
    view = await wb.showView('Import');
    await describes('Growing Things', /^2 of 2 → new category Growing Things$/u);
    // the keyboard goes to the first row
    await eventually(async () => assert.equal((await row('Methods'))?.selected, true));
    await wb.runCommand('Litshelf: Tick New Only');
    await eventually(async () => assert.equal(await ticked('Alpha of Trees'), 'false'));
    assert.equal(await ticked('Beta of Hedges and Their Neighbours'), 'true');
    for (const theme of ['Default Light Modern', 'Default High Contrast'] as const) {
      await wb.setTheme(theme);
      await wb.screenshot(`import-preview-${theme.replaceAll(' ', '-').toLowerCase()}`);
    }
    await wb.runCommand('Litshelf: Cancel Import');
    await view.pane.waitFor({ state: 'detached' });
    assert.equal(onDisk('catalog/catalog.yaml'), config);
    assert.equal(onDisk('catalog/papers/methods.yaml'), papers);
  });
});
