import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './fixture';
import { eventually, type TreeView, type Workbench } from './workbench';

const config = 'title: Ours\ncategories:\n  - id: methods\n    title: Methods\n  - id: data\n    title: Data\nlists:\n  - id: trees\n    title: A List of Trees\n    sections: [Oaks, Pines]\n';
const papers = `- id: alpha2020
  title: Alpha of _Trees_ | and [Leaves]
  authors: [Ada Example, Bo Example]
  issued: 2020
  venue: ACL 2020
  links: {code: https://github.com/example/alpha, page: https://alpha.example.net/paper}
  categories: [methods]
  lists: [{list: trees, section: Oaks, order: 1}]

- id: beta2021
  title: Beta
  authors: [Bo Example]
  issued: 2021-03
  arxiv: "2103.00001"
  categories: [data]
  lists: [{list: trees, section: Pines, order: 2}]
`;
const readme = '# Our README\n\nWords of ours.\n\n<!-- litshelf:begin list=trees shape=bold-titles -->\n\n## Oaks\n\n- An old line.\n\n<!-- litshelf:end -->\n\n## License\n';
const published = '# Our README\n\nWords of ours.\n\n<!-- litshelf:begin list=trees shape=bold-titles -->\n\n## Oaks\n\n- [**Alpha of \\_Trees\\_ | and \\[Leaves\\].**](https://alpha.example.net/paper) *Ada Example, Bo Example.* ACL 2020. [[Code](https://github.com/example/alpha)]\n\n## Pines\n\n- [**Beta.**](https://arxiv.org/abs/2103.00001) *Bo Example.* Arxiv 2021.\n\n<!-- litshelf:end -->\n\n## License\n';

describe('publishing and exporting by keyboard', () => {
  const window = useWorkbench({ files: { 'catalog/catalog.yaml': config, 'catalog/papers/mine.yaml': papers, 'README.md': readme, 'NOTES.md': 'Words.\n\n' }, settings: { 'litshelf.bundledCatalogue': false } });
  let wb: Workbench;
  let view: TreeView;
  const onDisk = (name: string) => readFileSync(path.join(wb.folder, name), 'utf8');
  /** Waits for a question, then answers it with Enter on what is typed. */
  const answer = async (question: RegExp, text: string) => {
    await eventually(async () => assert.match(await wb.quickInput.placeholder(), question));
    if (text !== '') {
      await wb.quickInput.type(text);
      await eventually(async () => assert.match((await wb.quickInput.rows())[0] ?? '', new RegExp(text, 'u')));
    }
    await wb.quickInput.ready();
    await eventually(async () => assert.notEqual(await wb.quickInput.focused(), ''));
    await wb.press('Enter');
  };

  before(async () => {
    wb = window();
    view = await wb.showView('Papers');
    for (const name of ['Methods', 'Data']) await view.expand(name);
  });
  afterEach(async () => {
    await wb.press('Escape', 'Escape');
  });

  it('renews the list of a README: the difference first, then Enter, and Ctrl+Z takes it back', async () => {
    await wb.runCommand('Litshelf: Publish List…');
    await eventually(async () => assert.match(await wb.quickInput.focused(), /Renew the lists in README\.md/u));
    await wb.screenshot('publish-where');
    await wb.press('Enter');
    await eventually(async () => assert.match(await wb.quickInput.placeholder(), /Look at the difference/u));
    await wb.page.locator('.diff-review, .monaco-diff-editor').first().waitFor();
    await eventually(async () => assert.match((await wb.quickInput.rows())[0] ?? '', /Write README\.md.*2 papers in 2 sections · 5 lines added, 1 removed/u));
    await wb.screenshot('publish-difference');
    assert.equal(onDisk('README.md'), readme);
    await wb.press('Enter');
    await eventually(() => assert.equal(onDisk('README.md'), published));
    await wb.editor.shows('README.md');
    await wb.editor.hasKeyboard();
    await wb.press('Control+Z');
    await eventually(async () => assert.match(await wb.editor.text(), /An old line/u));
    await wb.press('Control+Shift+Z');
    await eventually(async () => assert.doesNotMatch(await wb.editor.text(), /An old line/u));
    await wb.press('Control+S');
    await eventually(() => assert.equal(onDisk('README.md'), published));
  });

  it('says that nothing is to do the second time', async () => {
    await wb.runCommand('Litshelf: Publish List…');
    await answer(/Where does the list go/u, 'Renew');
    await wb.statusBarItem('README.md is up to date: 2 papers');
    assert.equal(onDisk('README.md'), published);
  });

  it('asks what, how and what else for a new list at the cursor', async () => {
    const editor = await wb.openFile('NOTES.md');
    await editor.caretAfter('Words.');
    await wb.runCommand('Litshelf: Publish List…');
    await answer(/Where does the list go/u, 'At the cursor');
    await eventually(async () => assert.match(await wb.quickInput.placeholder(), /What is in the list/u));
    await wb.screenshot('publish-what');
    await answer(/What is in the list/u, 'A List of Trees');
    await eventually(async () => assert.match(await wb.quickInput.placeholder(), /How is a paper written/u));
    await wb.screenshot('publish-how');
    await answer(/How is a paper written/u, 'venue-table');
    await wb.quickInput.asks(/What else/u);
    await wb.screenshot('publish-what-else');
    await wb.press('Enter');
    await answer(/Look at the difference/u, '');
    await eventually(() => assert.match(onDisk('NOTES.md'), /^Words\.\n\n<!-- litshelf:begin shape=venue-table list=trees -->\n\n## Oaks\n\n\| Paper \| Published in \| Code\/Project \| Authors \|\n\| --- \| :---: \| :---: \| --- \|\n\| \[Alpha of \\_Trees\\_ \\\| and \\\[Leaves\\\]\]\(https:\/\/alpha\.example\.net\/paper\) \| ACL 2020 \| https:\/\/github\.com\/example\/alpha \| Ada Example, Bo Example \|\n[\s\S]*<!-- litshelf:end -->\n\n$/u));
  });

  it('exports what is selected in the tree, as a format, to the clipboard', async () => {
    await view.select('Beta');
    await wb.runCommand('Litshelf: Export…');
    await eventually(async () => assert.match((await wb.quickInput.rows())[0] ?? '', /The selected paper.*beta2021/u));
    await answer(/Which papers/u, '');
    await eventually(async () => assert.match(await wb.quickInput.placeholder(), /The format of 1 paper/u));
    await wb.screenshot('export-format');
    await answer(/The format of 1 paper/u, 'RIS');
    await answer(/Where does it go/u, 'clipboard');
    await eventually(async () => assert.match(await wb.clipboard(), /^TY {2}- UNPB\r?\nID {2}- beta2021\r?\n/u));
  });

  it('exports a category from its menu to a new document', async () => {
    const menu = await view.contextMenu('Methods');
    await menu.choose('Export…');
    await answer(/The format of 1 paper/u, 'CSL-YAML');
    await answer(/Where does it go/u, 'new document');
    await wb.editor.shows('Untitled-1');
    await eventually(async () => assert.match(await wb.editor.text(), /references:\s*- id: alpha2020/u));
    await wb.screenshot('export-document');
  });
});
