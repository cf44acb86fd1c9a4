import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startScholarlyServer, type ScholarlyServer } from '../support/scholarly-server';
import { useWorkbench } from './fixture';
import { eventually, type Workbench } from './workbench';

let services: ScholarlyServer;
before(async () => {
  services = await startScholarlyServer();
});
after(async () => {
  await services.close();
});

const bib = `@misc{mine,
  title = {Self-Instruct: Aligning Language Models with Self-Generated Instructions},
  author = {Wang, Yizhong},
  eprint = {2212.10560},
  archiveprefix = {arXiv},
}

@article{poincare1905,
  title = {Sur la dynamique de l'{\\'e}lectron},
  author = {Poincar{\\'e}, Henri},
  year = {1905},
}
`;
const tex = '\\documentclass{article}\n\\addbibresource{references.bib}\n\\begin{document}\nAs said\n\\end{document}\n';
const quarto = '---\nbibliography: references.bib\n---\n\nAs said [see @mine, p. 3].\n';

/** Title of the box that asks for a page. */
const notesTitle = /^Page, Prefix, Suffix/u;

describe('citing while writing', () => {
  const window = useWorkbench(() => Promise.resolve({
    files: { 'paper.tex': tex, 'notes.qmd': quarto, 'references.bib': bib, 'plain.md': 'As said\n' },
    settings: { 'litshelf.services.arxiv': services.bases.arxiv, 'editor.dropIntoEditor.enabled': true, 'editor.wordBasedSuggestions': 'off', 'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' } },
  }));
  let wb: Workbench;
  const onDisk = (name: string) => readFileSync(path.join(wb.folder, name), 'utf8');

  before(() => {
    wb = window();
  });
  beforeEach(() => services.reset());
  afterEach(async () => {
    await wb.press('Escape', 'Escape');
    await wb.runCommand('File: Revert File').catch(() => undefined);
    for (const [name, text] of [['paper.tex', tex], ['notes.qmd', quarto], ['references.bib', bib], ['plain.md', 'As said\n']] as const) writeFileSync(path.join(wb.folder, name), text);
    await wb.closeAllEditors().catch(() => undefined);
  });

  /** Opens a file, puts the caret behind a text, and opens the picker with its key. */
  async function pickerIn(name: string, behind: string): Promise<void> {
    const editor = await wb.openFile(name);
    await editor.caretAfter(behind);
    await wb.press('Shift+Alt+C');
    await wb.quickInput.shown();
    await eventually(async () => assert.ok((await wb.quickInput.rows()).length > 2), 20_000);
  }

  /** Types, and waits until the row that Enter would take is the one. */
  async function search(text: string, first: string): Promise<void> {
    await wb.quickInput.type(text);
    await eventually(async () => assert.match(await wb.quickInput.focused(), new RegExp(first, 'u')));
  }

  /** Waits until the box that asks for a page takes the keys. */
  async function notesBox(): Promise<void> {
    await eventually(async () => assert.match(await wb.quickInput.title(), notesTitle));
    await wb.quickInput.ready();
  }

  /** Waits until so many are collected, and the box is empty for the next. */
  async function collected(count: number): Promise<void> {
    await eventually(async () => assert.ok((await wb.quickInput.title()).includes(`${count} collected`)));
    await eventually(async () => assert.equal(await wb.quickInput.value(), ''));
  }

  async function textOf(): Promise<string> {
    await wb.save();
    const name = (await wb.page.locator('.tab.active').getAttribute('data-resource-name')) ?? '';
    return onDisk(name);
  }

  it('picks with the keyboard: the entry, the citation, one undo', async () => {
    await pickerIn('paper.tex', 'As said');
    await search('gunasekar textbooks', 'Textbooks Are All You Need');
    await wb.press('Enter');
    await notesBox();
    await wb.press('Escape');
    await wb.quickInput.hidden();
    await eventually(() => assert.match(onDisk('references.bib'), /@\w+\{gunasekar2023textbooks,/u));
    assert.ok(onDisk('references.bib').startsWith(bib.trimEnd()));
    await eventually(async () => assert.match(await wb.editor.text(), /As said ?\\[a-z]*cite[a-z]*\{gunasekar2023textbooks\}/u));
    await wb.editor.hasKeyboard();
    await wb.press('Control+Z');
    await eventually(async () => assert.match(await wb.editor.text(), /As said$/mu));
    assert.ok(onDisk('references.bib').includes('gunasekar2023textbooks'));
    await wb.press('Control+Y');
    await eventually(async () => assert.match(await wb.editor.text(), /\{gunasekar2023textbooks\}/u));
    // the caret is behind the citation: writing goes on
    await wb.editor.type('. More');
    await eventually(async () => assert.match(await textOf(), /As said ?\\[a-z]*cite[a-z]*\{gunasekar2023textbooks\}\. More/u));
  });

  it('shows the citation as it will be while page, prefix and suffix are typed', async () => {
    await pickerIn('notes.qmd', 'As said [see @mine, p. 3');
    await search('orca', 'Orca');
    await wb.press('Enter');
    await notesBox();
    await wb.page.keyboard.type('cf. pp. 3-5, passim');
    assert.match(await wb.quickInput.message(/passim/u), /\[see @mine, p\. 3; cf\. @[a-z0-9]+, pp\. 3-5, passim\]/u);
    await wb.screenshot('citing-notes');
    await wb.press('Enter');
    await wb.quickInput.hidden();
    await eventually(async () => assert.match(await textOf(), /\[see @mine, p\. 3; cf\. @[a-z0-9]+, pp\. 3-5, passim\]/u));
  });

  it('collects two by the keyboard, takes one back, and cites what is left', async () => {
    await pickerIn('paper.tex', 'As said');
    await search('wizardlm', 'WizardLM');
    await wb.press('Control+Enter');
    await collected(1);
    await search('poincare', 'dynamique');
    await wb.press('Control+Enter');
    await collected(2);
    await wb.screenshot('citing-collected');
    await search('orca', 'Orca');
    await wb.press('Control+Enter');
    await collected(3);
    await wb.press('Backspace');
    await collected(2);
    // Shift+Enter: without asking for a page
    await wb.press('Shift+Enter');
    await wb.quickInput.hidden();
    await eventually(async () => assert.match(await textOf(), /As said ?\\[a-z]*cite[a-z]*\{xu[a-z0-9]*, ?poincare1905\}/u));
    await eventually(() => assert.match(onDisk('references.bib'), /WizardLM/u));
    assert.doesNotMatch(onDisk('references.bib'), /Orca/u);
  });

  it('collects what was found, though one types on at once', async () => {
    await pickerIn('paper.tex', 'As said');
    await wb.quickInput.ready();
    const { keyboard } = wb.page;
    await keyboard.down('Control');
    // faster than any list can be there
    await Promise.all([keyboard.insertText('wizardlm'), keyboard.down('Enter'), keyboard.insertText('orca')]);
    await keyboard.up('Enter');
    await keyboard.up('Control');
    await eventually(async () => assert.match(await wb.quickInput.title(), /1 collected/u));
    await eventually(async () => assert.equal(await wb.quickInput.value(), 'orca'));
    await eventually(async () => assert.match(await wb.quickInput.focused(), /Orca/u));
    // without asking for a page: what was collected and nothing else
    await wb.press('Shift+Enter');
    await wb.quickInput.hidden();
    await eventually(async () => assert.match(await textOf(), /As said ?\\[a-z]*cite[a-z]*\{xu[a-z0-9]*\}/u));
  });

  it('changes nothing when Escape leaves the picker, with and without something collected', async () => {
    await pickerIn('paper.tex', 'As said');
    await wb.press('Escape');
    await wb.quickInput.hidden();
    await pickerIn('paper.tex', 'As said');
    await search('wizardlm', 'WizardLM');
    await wb.press('Control+Enter');
    await collected(1);
    await wb.press('Escape');
    await wb.quickInput.hidden();
    await wb.answered();
    assert.match(await wb.editor.text(), /^As said$/mu);
    assert.equal(onDisk('paper.tex'), tex);
    assert.equal(onDisk('references.bib'), bib);
    assert.equal(await wb.page.locator('.tab.dirty').count(), 0);
  });

  it('lists what was cited lately first, marks what is cited here, and finds by any field', async () => {
    await pickerIn('notes.qmd', 'As said');
    await eventually(async () => assert.match((await wb.quickInput.rows()).join('\n'), /Self-Instruct/u));
    await eventually(async () => assert.match(await wb.page.locator('.quick-input-widget').innerText(), /cited here/u));
    // never twice the same, which would be there still
    for (const [typed, title] of [['orca', 'Orca'], ['2212.10560', 'Self-Instruct'], ['poincaré', 'dynamique'], ['wang2023selfinstruct', 'Self-Instruct'], ['1905 henri', 'dynamique'], ['mine', 'Self-Instruct']] as const) await search(typed, title);
    await wb.quickInput.type('');
    for (const [theme, name] of [['Default Dark Modern', 'dark'], ['Default Light Modern', 'light'], ['Default High Contrast', 'contrast']] as const) {
      await wb.setTheme(theme);
      await wb.screenshot(`citing-picker-${name}`);
    }
    await wb.setTheme('Default Dark Modern');
    await wb.quickInput.type('language models');
    await wb.page.waitForTimeout(300);
    await wb.screenshot('citing-picker-search');
    const size = wb.page.viewportSize();
    await wb.page.setViewportSize({ width: 520, height: 700 });
    await wb.page.waitForTimeout(300);
    await wb.screenshot('citing-picker-narrow');
    if (size) await wb.page.setViewportSize(size);
    await wb.press('Escape');
  });

  it('adds and cites what is nowhere, and stays open when nobody can say', async () => {
    services.behave({ do: 'html', status: 403 }, { times: Infinity });
    await pickerIn('paper.tex', 'As said');
    await search('hep-th/9711200', 'Add and cite');
    await wb.press('Enter');
    await eventually(async () => assert.match((await wb.quickInput.rows())[0] ?? '', /Could not check/u), 40_000);
    await wb.screenshot('citing-could-not-check');
    assert.equal(await wb.quickInput.value(), 'hep-th/9711200');
    assert.equal(onDisk('references.bib'), bib);
    services.reset();
    await wb.press('Shift+Enter');
    // the workspace has no catalogue: asked once where the paper goes
    await eventually(async () => assert.match(await wb.quickInput.title(), /Where Do Papers Go/u), 40_000);
    await wb.quickInput.choose('Personal catalogue');
    await eventually(() => assert.match(onDisk('references.bib'), /hep-th\/9711200/u), 40_000);
    await eventually(async () => assert.match(await textOf(), /As said ?\\[a-z]*cite[a-z]*\{maldacena[a-z0-9]*\}/u));
  }).timeout(120_000);

  it('cites a paper that is dragged from the tree', async () => {
    const editor = await wb.openFile('paper.tex');
    await editor.caretAfter('As said');
    const view = await wb.showView('Papers');
    await wb.runCommand('Litshelf: Show Paper in Tree…');
    await wb.quickInput.type('textbooks are all you need');
    await wb.quickInput.choose('Textbooks Are All You Need');
    await eventually(async () => assert.ok((await view.rows()).some(({ label, selected }) => selected && label === 'Textbooks Are All You Need')));
    await view.dragIntoEditor('Textbooks Are All You Need', 'As said');
    await eventually(() => assert.match(onDisk('references.bib'), /@\w+\{gunasekar2023textbooks,/u));
    // dropped on a word, it stands behind the word
    await eventually(async () => assert.match(await textOf(), /^As said ?\\[a-z]*cite[a-z]*\{gunasekar2023textbooks\}$/mu));
    await wb.screenshot('citing-dragged');
    await wb.editor.hasKeyboard();
    await wb.press('Control+Z');
    await eventually(async () => assert.match(await wb.editor.text(), /^As said$/mu));
  });

  it('leaves a link that is pasted as it is', async () => {
    const editor = await wb.openFile('notes.qmd');
    await editor.caretAfter('As said');
    await wb.setClipboard(' https://arxiv.org/abs/2306.11644');
    await wb.press('Control+V');
    await eventually(async () => assert.match(await textOf(), /As said https:\/\/arxiv\.org\/abs\/2306\.11644 \[see @mine/u));
    assert.equal(onDisk('references.bib'), bib);
  });

  it('cites a paper that was copied in the tree and is pasted', async () => {
    const view = await wb.showView('Papers');
    await view.select('Textbooks Are All You Need');
    await wb.press('Control+C');
    await eventually(async () => assert.equal(await wb.clipboard(), 'gunasekar2023textbooks'));
    const editor = await wb.openFile('paper.tex');
    await editor.caretAfter('As said');
    await wb.press('Control+V');
    await eventually(async () => assert.match(await textOf(), /As said ?\\[a-z]*cite[a-z]*\{gunasekar2023textbooks\}/u));
    await eventually(() => assert.match(onDisk('references.bib'), /@\w+\{gunasekar2023textbooks,/u));
  });
});
