import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually, type TreeView, type Workbench } from './workbench';
import { useWorkbench } from './fixture';

const entry = (key: string, title: string) => `@article{${key},\n  title = {${title}},\n  author = {Ross, Eva},\n  year = {2021},\n  doi = {10.1000/${key}},\n}\n`;
const bib = [entry('ross2021', 'Reading Slowly'), entry('quiet1999', 'A Quiet Entry'), entry('spare2001', 'Spare Words')].join('\n');
const main = '\\documentclass{article}\n\\addbibresource{references.bib}\n\\begin{document}\nFirst \\cite{ross2021}.\n\\input{chapter}\nLast \\cite{missing2020} and \\cite{ross2021}.\n\\end{document}\n';
const chapter = 'Here \\cite{ross2021} and \\cite{gunasekar2023textbooks}.\n';

describe('the view Cited here', () => {
  const window = useWorkbench({ files: { 'main.tex': main, 'chapter.tex': chapter, 'references.bib': bib, 'plain.txt': 'Nothing here.\n' } });
  let wb: Workbench;
  let view: TreeView;

  before(() => {
    wb = window();
  });

  const groups = async () => (await view.rows()).filter(({ level }) => level === 1).map(({ label, description }) => `${label} ${description}`);
  const caretLine = async () => /Ln (\d+)/.exec(await (await wb.statusBarItem('Ln ')).innerText())?.[1];

  it('says what it is for while nothing that cites is open', async () => {
    await wb.openFile('plain.txt');
    view = await wb.showView('Cited Here');
    await wb.screenshot('cited-here-beside-papers');
    await wb.view('Papers').fold();
    await eventually(async () => assert.match(await view.welcome(), /Open a document that cites/));
    await wb.screenshot('cited-here-welcome');
  });

  it('shows what the document and its parts cite, what is unresolved, and what nobody cites', async () => {
    await wb.openFile('main.tex');
    await eventually(async () => assert.deepEqual(await groups(), ['Cited 1', 'Unresolved 2', 'In references.bib but not cited 2']));
    await eventually(async () => {
      const rows = await view.rows();
      const ross = rows.find(({ label }) => label === 'Reading Slowly');
      assert.match(ross?.description ?? '', /^ross2021 · 3× · Ross · 2021/);
      assert.match(ross?.ariaLabel ?? '', /^Reading Slowly, by Eva Ross, 2021, key ross2021, cited 3 times/);
      assert.deepEqual(rows.filter(({ level, label }) => level === 2 && label !== 'Reading Slowly').map(({ label }) => label), ['gunasekar2023textbooks', 'missing2020']);
    });
    await view.expand('In references.bib but not cited');
    await eventually(async () => assert.ok((await view.labels()).includes('A Quiet Entry')));
    await wb.screenshot('cited-here');
  });

  it('goes to the place, and with another click to the next one', async () => {
    await view.select('Reading Slowly');
    await wb.editor.shows('main.tex');
    await eventually(async () => assert.equal(await caretLine(), '4'));
    await view.select('Reading Slowly');
    await wb.editor.shows('chapter.tex');
    await eventually(async () => assert.deepEqual(await groups(), ['Cited 1', 'Unresolved 2', 'In references.bib but not cited 2']));
    await view.select('Reading Slowly');
    await wb.editor.shows('main.tex');
    await eventually(async () => assert.equal(await caretLine(), '6'));
    await view.expand('Reading Slowly');
    await view.select('Here \\cite{ross2021} and \\cite{gunasekar2023textbooks}.');
    await wb.editor.shows('chapter.tex');
    await wb.screenshot('cited-here-places');
    await view.select('A Quiet Entry');
    await wb.editor.shows('references.bib');
    await eventually(async () => assert.equal(await caretLine(), '8'));
    await eventually(async () => assert.match((await groups()).join(), /Cited 1/));
  });

  it('explains a row under the mouse', async () => {
    await eventually(async () => assert.match(await view.hoverText('A Quiet Entry'), /A Quiet Entry[\s\S]*references\.bib/));
  });

  it('follows what is typed, and keeps what is expanded and selected', async () => {
    await wb.openFile('main.tex');
    await view.select('A Quiet Entry');
    await wb.editor.shows('references.bib');
    await wb.openFile('main.tex');
    await wb.editor.caretAfter('\\cite{missing2020');
    await wb.editor.type(',quiet1999');
    await eventually(async () => assert.deepEqual(await groups(), ['Cited 2', 'Unresolved 2', 'In references.bib but not cited 1']));
    await eventually(async () => {
      const rows = await view.rows();
      assert.equal(rows.find(({ label }) => label === 'Reading Slowly')?.expanded, true);
      assert.equal(rows.find(({ label }) => label === 'In references.bib but not cited')?.expanded, true);
    });
    await wb.press('Control+Z');
    await eventually(async () => assert.ok((await groups()).includes('In references.bib but not cited 2')));
  });

  it('adds an unresolved paper that the catalogue has, and removes an entry that nobody cites', async () => {
    await view.clickRowAction('gunasekar2023textbooks', 'Add Unresolved Paper');
    await eventually(() => assert.match(readFileSync(path.join(wb.folder, 'references.bib'), 'utf8'), /\{gunasekar2023textbooks,/));
    await view.row('Textbooks Are All You Need').waitFor();
    await eventually(async () => assert.match((await groups()).join(), /Unresolved 1/));
    const menu = await view.contextMenu('Spare Words');
    await menu.choose('Remove Bibliography Entry');
    await eventually(() => {
      const text = readFileSync(path.join(wb.folder, 'references.bib'), 'utf8');
      assert.match(text, /quiet1999/);
      assert.doesNotMatch(text, /spare2001/);
    });
    await view.row('Spare Words').waitFor({ state: 'detached' });
  });

  it('is there for the keyboard alone', async () => {
    await wb.runCommand('Litshelf: Focus on Cited Here View');
    await view.hasKeyboard();
    await wb.press('Home', 'ArrowDown');
    assert.match(await view.focused(), /^Reading Slowly/);
    await wb.press('Enter');
    await wb.editor.shows('main.tex');
  });

  it('looks right in every theme, and narrow', async () => {
    for (const theme of ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light'] as const) {
      await wb.setTheme(theme);
      await wb.screenshot(`cited-here-${theme}`);
    }
    await wb.page.setViewportSize({ width: 600, height: 700 });
    await wb.screenshot('cited-here-narrow');
  });
});

describe('reports on citations beside an extension that makes them too', () => {
  const window = useWorkbench({ files: { 'main.tex': '\\bibliography{references}\n\\cite{ros2021}\n', 'references.bib': bib }, neighbours: ['efoerster.texlab'] });

  it('are silent, but their quick fixes are there', async () => {
    const wb = window();
    await wb.openFile('main.tex');
    await wb.statusBarItem('references.bib');
    // nothing on the screen says that a silent report has been made
    await wb.page.waitForTimeout(2000);
    await wb.editor.caretAfter('\\cite{ros');
    await eventually(async () => {
      const fixes = await wb.editor.quickFixes().finally(() => wb.press('Escape'));
      assert.ok(fixes.some((one) => one.includes('Change to "ross2021"')), fixes.join());
    }, 30_000);
    await wb.problems.none();
    await wb.editor.caretAfter('\\cite{ros');
    await wb.editor.quickFixes();
    await wb.screenshot('cited-quick-fixes');
    await wb.editor.applyFix('Change to "ross2021"');
    await eventually(async () => assert.match(await wb.editor.text(), /cite\{ross2021\}/));
  });
});
