import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './fixture';
import { eventually, type Workbench } from './workbench';

const entry = '@book{old,\n  title = {Old},\n  author = {Doe, Jane},\n  year = {1999},\n}\n';
const files = {
  'main.tex': '\\documentclass{article}\n\\begin{document}\nAs said before.\n\\end{document}\n',
  'named.md': '---\nbibliography: [lit/zotero.bib, gone.bib]\n---\n\nSee [@old].\n',
  'notes.md': 'No citation here.\n',
  'page/page.typ': '= Page\n\nAs said before.\n',
  'page/other.typ': '= Other\n\nAs said.\n',
  'lit/zotero.bib': `${entry}\n@misc{two, title = {Two}}\n`,
  'lit/data.json': '{"a": 1}\n',
  'lit/csl.json': '[{"id": "x", "type": "book", "title": "X"}]\n',
};

describe('the bibliography in the status bar', () => {
  const window = useWorkbench({ files });
  let wb: Workbench;
  before(() => {
    wb = window();
  });
  const onDisk = (name: string) => readFileSync(path.join(wb.folder, name), 'utf8');
  const label = async (text: string) => (await wb.statusBarItem(text)).locator('a').first().getAttribute('aria-label');

  it('says that a LaTeX document has none, and names one that is picked with the keyboard', async () => {
    const editor = await wb.openFile('main.tex');
    const item = await wb.statusBarItem('No bibliography');
    await wb.screenshot('bibliography-none');
    await item.click();
    await wb.quickInput.shown();
    await eventually(async () => {
      const rows = (await wb.quickInput.rows()).join('\n');
      assert.match(rows, /zotero\.bib \| lit/);
      assert.match(rows, /csl\.json/);
      assert.match(rows, /Create references\.bib/);
      assert.doesNotMatch(rows, /data\.json/);
    });
    await wb.screenshot('bibliography-pick');
    await wb.quickInput.type('zotero');
    await eventually(async () => assert.match(await wb.quickInput.focused(), /zotero\.bib/));
    await wb.press('Enter');
    await wb.quickInput.row('Name It in the Document').waitFor();
    await wb.screenshot('bibliography-how');
    await eventually(async () => assert.match(await wb.quickInput.focused(), /Name It in the Document/));
    await wb.press('Enter');
    await eventually(async () => assert.match(await editor.text(), /As said before\.\n\\bibliographystyle\{plain\}\n\\bibliography\{lit\/zotero\}\n\\end\{document\}/));
    await wb.statusBarItem('zotero.bib (2)');
    await eventually(async () => assert.match(await label('zotero.bib (2)') ?? '', /zotero\.bib: 2 entries; named by \\bibliography in main\.tex/));
    await wb.press('Control+Z');
    await wb.statusBarItem('No bibliography');
  });

  it('remembers a choice without a change of the text, and forgets it', async () => {
    const editor = await wb.openFile('main.tex');
    const before = await editor.text();
    await (await wb.statusBarItem('No bibliography')).click();
    await wb.quickInput.row('zotero.bib').waitFor();
    await wb.quickInput.choose('zotero.bib');
    await wb.quickInput.choose('Use for This Document');
    await eventually(async () => assert.match(await label('zotero.bib (2)') ?? '', /chosen for this document/));
    assert.equal(await editor.text(), before);
    await (await wb.statusBarItem('zotero.bib (2)')).click();
    await wb.quickInput.row('Forget the Choice').waitFor();
    await wb.quickInput.choose('Forget the Choice');
    await wb.statusBarItem('No bibliography');
  });

  for (const theme of ['Default Dark Modern', 'Default Light Modern', 'Default High Contrast'] as const) {
    it(`warns of one that is missing, in ${theme}`, async () => {
      await wb.setTheme(theme);
      await wb.openFile('named.md');
      await eventually(async () => assert.match(await label('zotero.bib, gone.bib (2)') ?? '', /zotero\.bib: 2 entries; named in the front matter of named\.md[\s\S]*gone\.bib: is missing/));
      await (await wb.statusBarItem('gone.bib')).hover();
      await wb.page.waitForTimeout(700);
      await wb.screenshot(`bibliography-missing-${theme}`);
      await wb.page.mouse.move(5, 5);
      await wb.page.waitForTimeout(300);
      await wb.screenshot(`bibliography-warning-${theme}`);
    });
  }

  it('is not there beside a text that cites nothing', async () => {
    await wb.openFile('notes.md');
    await wb.page.locator('.statusbar .statusbar-item').filter({ hasText: /bibliography|\.bib/ }).first().waitFor({ state: 'hidden' });
  });

  it('is made with its name and the citation when the first paper is cited', async () => {
    const editor = await wb.openFile('page.typ');
    await editor.caretAfter('As said before');
    await wb.runCommand('Litshelf: Cite Paper');
    await wb.quickInput.type('textbooks are all you need');
    await wb.quickInput.choose('Textbooks Are All You Need');
    await wb.quickInput.choose('Create references.bib');
    await eventually(async () => assert.match(await editor.text(), /As said before ?@gunasekar2023textbooks\.\n\n#bibliography\("references\.bib"\)/));
    await eventually(() => assert.match(onDisk('page/references.bib'), /^@\w+\{gunasekar2023textbooks,/));
    await wb.statusBarItem('references.bib (1)');
    await wb.screenshot('bibliography-made');
    await editor.hasKeyboard();
    await wb.press('Control+Z');
    await eventually(async () => assert.match(await editor.text(), /As said before\.\n/));
  });

  it('takes an entry by command into the file that is picked', async () => {
    await wb.openFile('other.typ');
    await wb.runCommand('Litshelf: Insert BibTeX Entry…');
    await wb.quickInput.type('self-instruct wang');
    await wb.quickInput.choose('Self-Instruct: Aligning');
    await eventually(async () => assert.match(await wb.quickInput.focused(), /^references\.bib/));
    await wb.press('Enter');
    await eventually(() => assert.match(onDisk('page/references.bib'), /gunasekar2023textbooks[\s\S]*\n\}\n\n@\w+\{wang2023selfinstruct,/));
    await wb.statusBarItem('references.bib (2)');
  });
});
