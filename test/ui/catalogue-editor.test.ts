import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CatalogueEditorPage } from '../support/page/catalogue-editor';
import { scratchFolder } from '../support/scratch.mjs';
import { useWorkbench } from './fixture';
import { eventually, type Workbench } from './workbench';

const papers = `# kept by hand

- id: wang2023selfinstruct
  type: paper-conference
  title: "Self-Instruct: Aligning Language Models"  # as printed
  authors:
    - Yizhong Wang
    - Yeganeh Kordi
  issued: 2023-07
  venue: ACL 2023
  arxiv: "2212.10560"
  categories: [generation/instructions]
  tags: [math]
  x-mine: {a: 1}

- id: eldan2023tinystories
  title: TinyStories
  authors: [Ronen Eldan, Yuanzhi Li]
  issued: 2023
  arxiv: "2305.07759"
  categories: [generation]
`;
const more = '- id: mukherjee2023orca\n  title: Orca\n  authors: [Subhabrata Mukherjee]\n  issued: 2023\n  arxiv: "2306.02707"\n  categories: [generation/instructions]\n';
const catalog = `title: Test
categories:
  - id: generation
    title: Generation
    children:
      - {id: generation/instructions, title: Instructions}
  - id: stories
    title: Stories
`;
const files = { 'catalog/catalog.yaml': catalog, 'catalog/papers/one.yaml': papers, 'catalog/papers/two.yaml': more, 'other.md': 'Another file.\n' };

/** The lines of `git diff` that come or go. */
function diff(before: string, after: string): string[] {
  const folder = scratchFolder('diff');
  for (const [name, text] of [['a', before], ['b', after]] as const) writeFileSync(path.join(folder, name), text);
  const { stdout } = spawnSync('git', ['diff', '--no-index', '--no-color', '--unified=0', 'a', 'b'], { cwd: folder, encoding: 'utf8' });
  return stdout.split('\n').filter((line) => /^[-+](?![-+]{2} )/u.test(line));
}

describe('the catalogue editor', () => {
  const window = useWorkbench({ files, settings: { 'litshelf.bundledCatalogue': false, 'files.autoSave': 'off', 'files.hotExit': 'onExitAndWindowClose' } });
  let wb: Workbench;
  let editor: CatalogueEditorPage;
  const file = (name: string) => path.join(wb.folder, 'catalog', name);
  const disk = (name: string) => readFileSync(file(name), 'utf8');
  const dirty = (name: string) => wb.page.locator(`.tab.dirty[data-resource-name="${name}"]`);

  async function open(name = 'papers/one.yaml'): Promise<void> {
    await wb.runCommand('Litshelf: Edit Catalogue…');
    await wb.quickInput.choose(name);
    editor = new CatalogueEditorPage(wb.page);
    await editor.shown();
  }

  /** Undoes as a person does, from inside the page. */
  async function undo(times = 1): Promise<void> {
    await editor.focusTable();
    for (let left = times; left > 0; left -= 1) {
      await wb.press('Control+Z');
      await wb.page.waitForTimeout(150);
    }
  }

  /** What an editor of text would show: saved, so that it can be read from the disk. */
  async function saved(name = 'papers/one.yaml'): Promise<string> {
    await wb.save();
    return disk(name);
  }

  before(() => {
    wb = window();
  });
  beforeEach(async () => {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(wb.folder, name), text);
    await wb.page.waitForTimeout(500);
    await open();
    // the filter of the editor before is found again
    await editor.showTable();
    await eventually(async () => {
      await editor.filter.fill('');
      assert.deepEqual(await editor.titles(), ['Self-Instruct: Aligning Language Models', 'TinyStories']);
    });
  });
  afterEach(async () => {
    await wb.runCommand('File: Save All Files');
    await wb.closeAllEditors();
  });

  it('shows the papers of a file, finds among them, and says how many', async () => {
    assert.deepEqual(await editor.titles(), ['Self-Instruct: Aligning Language Models', 'TinyStories']);
    assert.match(await editor.footer.innerText(), /2 papers/u);
    await editor.filter.fill('author:eldan');
    await eventually(async () => assert.deepEqual(await editor.titles(), ['TinyStories']));
    await editor.filter.fill('cat:generation');
    await eventually(async () => assert.equal((await editor.titles()).length, 2));
    await wb.screenshot('catalogue-editor');
  });

  it('writes one line for one field, which one undo takes back', async () => {
    await editor.select('Self-Instruct');
    await editor.write('title', 'Self-Instruct');
    await eventually(async () => assert.equal((await editor.titles())[0], 'Self-Instruct'));
    await dirty('one.yaml').waitFor();
    assert.deepEqual(diff(papers, await saved()), ['-  title: "Self-Instruct: Aligning Language Models"  # as printed', '+  title: "Self-Instruct"  # as printed']);
    await undo();
    await eventually(async () => assert.equal((await editor.titles())[0], 'Self-Instruct: Aligning Language Models'));
    assert.equal(await saved(), papers);
    await editor.focusTable();
    await wb.press('Control+Shift+Z');
    await eventually(async () => assert.equal((await editor.titles())[0], 'Self-Instruct'));
    await undo();
  });

  it('edits fields of every kind, and undoes them to the starting bytes', async () => {
    await editor.select('Self-Instruct');
    await editor.write('issued', '2023-07-09');
    await editor.write('venue', 'ACL');
    await editor.write('doi', '10.18653/v1/2023.acl-long.754');
    await editor.write('summary', 'Models write their own instructions.');
    await editor.field('type').locator('select').selectOption('article');
    await editor.field('tags').locator('input').fill('code');
    await wb.press('Enter');
    await editor.field('authors').locator('input').last().fill('Swaroop Mishra and Noah A. Smith');
    await wb.press('Enter');
    await editor.field('starred').getByRole('checkbox').click();
    await eventually(async () => {
      const text = await saved();
      for (const line of ['  type: article', '  issued: 2023-07-09', '  venue: ACL', '  doi: 10.18653/v1/2023.acl-long.754', '  summary: Models write their own instructions.', '  tags: [math, code]', '    - Swaroop Mishra', '    - Noah A. Smith', '  starred: true', '  x-mine: {a: 1}']) assert.ok(text.includes(`${line}\n`), `${line}\n${text}`);
    });
    await undo(12);
    await eventually(async () => assert.equal(await saved(), papers));
  });

  it('adds, copies and deletes papers, each as one step', async () => {
    await editor.select('TinyStories');
    await editor.button('Duplicate').click();
    await eventually(async () => assert.deepEqual(await editor.titles(), ['Self-Instruct: Aligning Language Models', 'TinyStories', 'TinyStories']));
    await editor.button('Add Paper').click();
    await eventually(async () => assert.equal((await editor.titles()).length, 4));
    await editor.select('Self-Instruct');
    await editor.button('Delete').click();
    await eventually(async () => assert.equal((await editor.titles()).length, 3));
    await undo(3);
    await eventually(async () => assert.equal((await editor.titles()).length, 2));
    await eventually(async () => assert.equal(await dirty('one.yaml').count(), 0));
  });

  it('shows at once what is typed in a text editor beside it, and the other way round', async () => {
    await wb.runCommand('View: Split Editor Right');
    await new CatalogueEditorPage(wb.page, 1).shown();
    await wb.runCommand('Litshelf: Edit as Text');
    await wb.editor.shows('one.yaml');
    await wb.editor.caretAfter('TinyStories');
    await wb.editor.type(' Again');
    await eventually(async () => assert.equal((await editor.titles())[1], 'TinyStories Again'));
    // there is room for the table or the form
    await editor.row('TinyStories Again').click();
    await wb.press('Enter');
    await editor.write('title', 'TinyStories');
    await eventually(async () => assert.match(await wb.page.locator('.editor-instance .monaco-editor').last().innerText(), /title:\sTinyStories\n/u));
  });

  it('shows in both of two editors what is changed in one of them', async () => {
    await wb.runCommand('View: Split Editor Right');
    const other = new CatalogueEditorPage(wb.page, 1);
    await other.shown();
    // there is room for the table or the form
    for (const one of [editor, other]) await one.showTable();
    await other.row('TinyStories').click();
    await wb.press('Enter');
    await other.write('title', 'Told Twice');
    await eventually(async () => assert.equal((await editor.titles())[1], 'Told Twice'));
    await editor.row('Told Twice').click();
    await wb.press('Enter');
    await editor.write('title', 'And Thrice');
    await eventually(async () => assert.equal(await other.input('title').inputValue(), 'And Thrice'));
    await wb.screenshot('catalogue-editor-twice');
  });

  it('keeps showing what parses of a broken text, leads there, and recovers', async () => {
    writeFileSync(file('papers/one.yaml'), papers.replace('[Ronen Eldan, Yuanzhi Li]', '[Ronen Eldan, Yuanzhi Li'));
    await editor.banner.filter({ hasText: /Line 18: / }).waitFor();
    await eventually(async () => assert.equal(await editor.input('title').isEditable(), false));
    assert.deepEqual(await editor.titles(), ['Self-Instruct: Aligning Language Models', 'TinyStories']);
    await wb.screenshot('catalogue-editor-broken');
    await editor.button('Go to Line').click();
    await wb.editor.shows('one.yaml');
    writeFileSync(file('papers/one.yaml'), papers);
    await wb.page.locator('.tab').filter({ hasText: 'one.yaml' }).first().click();
    await editor.shown();
    await eventually(async () => assert.equal(await editor.banner.count(), 0));
  });

  it('renames a category, and takes one away with what papers of other files say of it', async () => {
    await editor.button('Categories').click();
    const tree = editor.frame.locator('aside.categories');
    await tree.getByText('Instructions').click();
    await wb.press('F2');
    await wb.page.keyboard.type('Following Instructions');
    await wb.press('Enter');
    await dirty('catalog.yaml').waitFor();
    await eventually(async () => assert.match(await tree.innerText(), /Following Instructions/u));
    await tree.getByText('Following Instructions').click();
    await wb.press('Delete');
    await eventually(async () => assert.doesNotMatch(await tree.innerText(), /Instructions/u));
    await dirty('two.yaml').waitFor();
    await wb.screenshot('catalogue-editor-categories');
    await wb.runCommand('File: Save All Files');
    await eventually(() => {
      assert.match(disk('catalog.yaml'), /stories/u);
      assert.doesNotMatch(disk('catalog.yaml'), /instructions/u);
      assert.match(disk('papers/two.yaml'), /categories: \[generation\]/u);
    });
    // one undo takes the deletion back in all three files
    await editor.focusTable();
    await wb.press('Control+Z');
    await eventually(async () => assert.match(await tree.innerText(), /Following Instructions/u));
    await wb.runCommand('File: Save All Files');
    await eventually(() => {
      assert.equal(disk('papers/two.yaml'), more);
      assert.equal(disk('papers/one.yaml'), papers);
      assert.deepEqual(diff(catalog, disk('catalog.yaml')), ['-      - {id: generation/instructions, title: Instructions}', '+      - {id: generation/instructions, title: Following Instructions}']);
    });
  });

  it('looks at home in every theme, wide and narrow', async () => {
    await editor.select('Self-Instruct');
    for (const theme of ['Default Dark Modern', 'Default Light Modern', 'Default High Contrast', 'Default High Contrast Light'] as const) {
      await wb.setTheme(theme);
      await wb.page.setViewportSize({ width: 1280, height: 800 });
      await wb.screenshot(`catalogue-editor ${theme} 1280`);
      await wb.page.setViewportSize({ width: 760, height: 800 });
      await wb.page.waitForTimeout(300);
      await wb.screenshot(`catalogue-editor ${theme} 760`);
    }
    wb.changeSettings({ 'workbench.colorTheme': undefined });
    await wb.page.setViewportSize({ width: 1400, height: 900 });
  });

  it('inserts a citation into the text that a person was in, and copies BibTeX', async () => {
    writeFileSync(path.join(wb.folder, 'page.md'), 'As they say \n');
    await wb.openFile('page.md');
    await wb.press('Control+End', 'ArrowUp', 'End');
    await wb.page.locator('.tab').filter({ hasText: 'one.yaml' }).first().click();
    await editor.showTable();
    await editor.select('TinyStories');
    await editor.row('TinyStories').click({ button: 'right' });
    await editor.frame.getByRole('menuitem', { name: 'Copy BibTeX' }).click();
    await eventually(async () => assert.match(await wb.clipboard(), /^@\w+\{eldan2023tinystories,/u));
    await editor.row('TinyStories').click({ button: 'right' });
    await editor.frame.getByRole('menuitem', { name: 'Insert Citation into the Last Editor' }).click();
    await wb.editor.shows('page.md');
    await eventually(async () => assert.match(await wb.editor.text(), /As they say .*2305\.07759/u));
    // the focus follows the citation
    await wb.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  });

  it('merges two papers into one', async () => {
    await editor.row('Self-Instruct').click();
    await editor.row('TinyStories').click({ modifiers: ['Control'] });
    await editor.button('Merge Two Papers').click();
    await wb.quickInput.choose('wang2023selfinstruct');
    await eventually(async () => assert.match(await wb.quickInput.title(), /^Merge eldan2023tinystories into wang2023selfinstruct/u));
    await wb.quickInput.ready();
    await eventually(async () => assert.ok((await wb.quickInput.rows()).length > 0));
    await wb.press('Enter');
    await eventually(async () => assert.deepEqual(await editor.titles(), ['Self-Instruct: Aligning Language Models']));
    await eventually(() => assert.match(disk('papers/one.yaml'), /aliases: \[eldan2023tinystories\]/u));
  });

  it('moves a paper to another file as it is written, and takes it back in both', async () => {
    await editor.select('Self-Instruct');
    await editor.button('Move…').click();
    await editor.frame.getByRole('menuitem', { name: 'Move to File…' }).click();
    await wb.quickInput.choose('papers/two.yaml');
    await dirty('two.yaml').waitFor();
    await eventually(async () => assert.deepEqual(await editor.titles(), ['TinyStories']));
    await wb.runCommand('File: Save All Files');
    await eventually(() => assert.match(disk('papers/two.yaml'), /"Self-Instruct: Aligning Language Models"  # as printed\n  authors:\n    - Yizhong Wang\n/u));
    await eventually(() => {
      assert.match(disk('papers/one.yaml'), /eldan2023/u);
      assert.doesNotMatch(disk('papers/one.yaml'), /wang2023/u);
    });
  });

  it('opens a paper from its row in the tree, and the file of a paper from the whole catalogue', async () => {
    await wb.closeAllEditors();
    const view = await wb.showView('Papers');
    await wb.runCommand('Litshelf: Edit Paper…');
    await wb.quickInput.choose('Orca');
    await editor.shown();
    await editor.form.locator('h2').filter({ hasText: 'Orca' }).waitFor();
    await view.open();
    await open('catalog.yaml');
    await eventually(async () => assert.equal((await editor.titles()).length, 3));
    await wb.screenshot('catalogue-editor-whole');
    await eventually(async () => assert.equal(await editor.input('title').isEditable(), false));
  });

  it('finds its filter and its paper again after it was hidden, and after the window was loaded anew with unsaved changes', async () => {
    await editor.filter.fill('tiny');
    await eventually(async () => assert.deepEqual(await editor.titles(), ['TinyStories']));
    await editor.select('TinyStories');
    await wb.openFile('other.md');
    await wb.page.locator('.tab').filter({ hasText: 'one.yaml' }).first().click();
    await editor.shown();
    await eventually(async () => assert.deepEqual(await editor.titles(), ['TinyStories']));
    await editor.write('title', 'Not Saved');
    await dirty('one.yaml').waitFor();
    // what is unsaved is backed up a moment later
    await wb.page.waitForTimeout(2000);
    await wb.reload();
    await editor.shown();
    await eventually(async () => assert.equal(await editor.filter.inputValue(), 'tiny'));
    await dirty('one.yaml').waitFor();
    assert.equal(disk('papers/one.yaml'), papers);
    await editor.filter.fill('');
    await eventually(async () => assert.equal((await editor.titles())[1], 'Not Saved'), 20_000);
  });
});
