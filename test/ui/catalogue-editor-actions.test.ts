import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CatalogueEditorPage } from '../support/page/catalogue-editor';
import { useWorkbench } from './fixture';
import { eventually, type Workbench } from './workbench';

const papers = `- id: able2021
  title: Ends With a Stop.  # as printed
  authors: [Ann Able]
  issued: 2021
  arxiv: "2101.00001"
  categories: [data]
- id: best2022
  title: Another One.
  authors: [Bea Best]
  issued: 2022
  arxiv: "2201.00002"
  categories: [data, methods]
- id: cole2023
  title: Nothing Wrong
  authors: [Cy Cole]
  issued: 2023
  arxiv: "2301.00003"
`;
const catalog = 'categories:\n  - {id: data, title: Data}\n  # how it is done\n  - id: methods\n    title: Methods # all of them\n  - {id: uses, title: Uses}\n';
const second = 'title: Second\ncategories:\n  - {id: data, title: Data}\n';

/** What the toolbar, the menus and the form of the catalogue editor start, done with the mouse; what is written is read from the disk. */
describe('what the catalogue editor does with papers', () => {
  const window = useWorkbench({
    files: { 'catalog/catalog.yaml': catalog, 'catalog/papers/one.yaml': papers, 'second/catalog.yaml': second, 'second/papers/other.yaml': '- id: dunn2020\n  title: Elsewhere\n  authors: [Di Dunn]\n  issued: 2020\n  arxiv: "2001.00004"\n' },
    settings: { 'litshelf.bundledCatalogue': false, 'litshelf.catalogues': ['catalog', 'second'], 'files.autoSave': 'off' },
  });
  let wb: Workbench;
  let editor: CatalogueEditorPage;
  const disk = (name: string) => readFileSync(path.join(wb.folder, name), 'utf8');
  const saved = async (name = 'catalog/papers/one.yaml') => {
    await wb.runCommand('File: Save All Files');
    return disk(name);
  };

  before(async () => {
    wb = window();
    await wb.runCommand('Litshelf: Edit Catalogue…');
    await wb.quickInput.choose('papers/one.yaml');
    editor = new CatalogueEditorPage(wb.page);
    await editor.shown();
    await eventually(async () => assert.equal((await editor.titles()).length, 3));
  });

  it('fixes what a rule offers, beside the field', async () => {
    await editor.select('Ends With a Stop.');
    await editor.field('title').getByRole('button', { name: 'Leave the full stop out' }).click();
    await eventually(async () => assert.equal((await editor.titles())[0], 'Ends With a Stop'));
    assert.equal(await saved(), papers.replace('Stop.  #', 'Stop  #'));
  });

  it('fixes all that is safe at once, and takes it back in one step', async () => {
    await eventually(async () => assert.match(await editor.footer.innerText(), /Fix All/u));
    await editor.button('Fix All').click();
    await eventually(async () => assert.equal((await editor.titles())[1], 'Another One'));
    assert.equal(await saved(), papers.replace('Stop.  #', 'Stop  #').replace('One.', 'One'));
    await editor.focusTable();
    await wb.press('Control+Z');
    await eventually(async () => assert.equal((await editor.titles())[1], 'Another One.'));
    await wb.press('Control+Z');
    await eventually(async () => assert.equal((await editor.titles())[0], 'Ends With a Stop.'));
    assert.equal(await saved(), papers);
  });

  it('moves papers to a category, out of those that they were in', async () => {
    await editor.row('Ends With').click();
    await editor.row('Another').click({ modifiers: ['Control'] });
    await editor.button('Move…').click();
    await editor.frame.getByRole('menuitem', { name: 'Move to Category…' }).click();
    await wb.quickInput.choose('Uses');
    await eventually(async () => assert.equal(await saved(), papers.replace('[data]', '[uses]').replace('[data, methods]', '[uses]')));
    await editor.focusTable();
    await wb.press('Control+Z');
    await eventually(async () => assert.equal(await saved(), papers));
  });

  it('exports the selected papers', async () => {
    await editor.row('Ends With').click();
    await editor.button('Export…').first().click();
    await wb.quickInput.asks(/The format of 1 paper/u);
    await wb.quickInput.choose('RIS');
    await wb.quickInput.asks(/Where does it go/u);
    await wb.quickInput.choose('clipboard');
    await eventually(async () => assert.match(await wb.clipboard(), /^TY {2}- \w+\r?\nID {2}- able2021\r?\n/u));
  });

  it('moves a category in the panel with the comments that belong to it', async () => {
    await editor.button('Categories').click();
    const tree = editor.frame.locator('aside.categories');
    await tree.getByText('Methods').click();
    await wb.press('Alt+ArrowDown');
    await eventually(async () => assert.match(await tree.innerText(), /Uses[\s\S]*Methods/u));
    const [first = '', ...lines] = catalog.trimEnd().split('\n');
    await eventually(async () => assert.equal(await saved('catalog/catalog.yaml'), `${[first, lines[0], lines[4], ...lines.slice(1, 4)].join('\n')}\n`));
    await wb.screenshot('catalogue-editor-moved-category');
    await editor.button('Hide Categories').click();
  });

  it('moves a paper to another catalogue', async () => {
    await editor.select('Nothing Wrong');
    await editor.button('Move…').click();
    await editor.frame.getByRole('menuitem', { name: 'Move to Catalogue…' }).click();
    await wb.quickInput.choose('Second');
    await eventually(async () => assert.deepEqual(await editor.titles(), ['Ends With a Stop.', 'Another One.']));
    await eventually(() => assert.equal(disk('catalog/papers/one.yaml'), papers.slice(0, papers.indexOf('- id: cole2023'))));
    await eventually(() => assert.match(['other.yaml', 'one.yaml', 'papers.yaml'].map((name) => {
      try {
        return disk(`second/papers/${name}`);
      } catch {
        return '';
      }
    }).join(''), /- id: cole2023\n {2}title: Nothing Wrong\n/u));
  });
});
