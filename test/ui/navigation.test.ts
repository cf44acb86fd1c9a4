import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Refactoring } from '../support/page/refactoring';
import { texts } from '../support/page/text';
import { useWorkbench } from './fixture';
import { eventually, type Workbench } from './workbench';

const bib = '@inproceedings{doe2020,\n  title = {On Things},\n  author = {Doe, Jane and Roe, Richard},\n  year = {2020},\n}\n\n@article{roe2021, title={Other Things}, author={Roe, Richard}, year={2021}, related={doe2020}}\n';
const files = {
  'refs.bib': bib,
  'main.tex': '\\documentclass{article}\n\\addbibresource{refs.bib}\n\\begin{document}\nAs \\cite[p. 2]{roe2021,doe2020} say.\n\\end{document}\n',
  'notes.md': '---\nbibliography: refs.bib\n---\n\nAs @doe2020 says [@doe2020, p. 3].\n',
  'talk.typ': 'As @doe2020 says.\n\n#bibliography("refs.bib")\n',
  'loose/old.org': '[cite:@doe2020]\n',
  'other/refs.bib': '@misc{doe2020, title={Something Else}}\n',
  'other/other.tex': '\\addbibresource{refs.bib}\n\\cite{doe2020}\n',
};

describe('navigation on citation keys with the keyboard', () => {
  const window = useWorkbench({ files });
  let wb: Workbench;
  let refactoring: Refactoring;
  before(() => {
    wb = window();
    refactoring = new Refactoring(wb.page);
  });
  const onDisk = (name: string) => readFileSync(path.join(wb.folder, name), 'utf8');

  it('goes to the entry with F12, and lists the entries in the Outline', async () => {
    const editor = await wb.openFile('main.tex');
    await editor.caretAfter('roe2021,doe');
    await wb.statusBarItem('refs.bib');
    await eventually(async () => {
      // once there, the key would go on from the entry
      if (await wb.tab('refs.bib').count() === 0) await wb.press('F12');
      await wb.tab('refs.bib').waitFor({ timeout: 4000 });
    }, 30_000);
    await editor.shows('refs.bib');
    await eventually(async () => assert.match(await wb.page.locator('.statusbar').innerText(), /Ln 1, Col 16/));
    await editor.hasKeyboard();
    await wb.press('Control+Shift+O');
    await wb.quickInput.shown();
    await eventually(async () => assert.deepEqual((await wb.quickInput.rows()).slice(-2), ['doe2020', 'roe2021']));
    await wb.quickInput.cancel();
    await wb.page.locator('.pane-header').filter({ hasText: 'Outline' }).click();
    const outline = wb.page.locator('.outline-pane .monaco-list-row');
    await eventually(async () => assert.match((await texts(outline)).join('\n'), /doe2020 ?Doe & Roe · 2020 · On Things\nroe2021 ?Roe · 2021 · Other Things/));
    await wb.screenshot('navigation-outline');
    await wb.page.locator('.pane-header').filter({ hasText: 'Outline' }).click();
  });

  it('says that there is nothing to rename', async () => {
    const editor = await wb.openFile('talk.typ');
    await editor.caretAfter('says');
    // what is said goes by itself
    await eventually(async () => {
      await wb.press('F2');
      assert.match(await refactoring.refusal(), /no citation key here/);
    });
  });

  it('renames a key with the preview, in every file of the project', async () => {
    const editor = await wb.openFile('main.tex');
    await editor.caretAfter('roe2021,doe');
    assert.equal(await refactoring.begin(), 'doe2020');
    await wb.screenshot('navigation-rename-box');
    await refactoring.finish('doe2020things', 'preview');
    await eventually(async () => {
      const rows = (await refactoring.preview()).join('\n');
      for (const name of ['refs.bib', 'main.tex', 'notes.md', 'talk.typ', 'old.org']) assert.ok(rows.includes(name), `${name} in ${rows}`);
      assert.ok(!rows.includes('other.tex'), rows);
    });
    await wb.screenshot('navigation-rename-preview');
    await refactoring.apply();
    await wb.runCommand('File: Save All Files');
    await eventually(() => {
      assert.equal(onDisk('refs.bib'), bib.replaceAll('doe2020', 'doe2020things'));
      assert.equal(onDisk('main.tex'), files['main.tex'].replace('doe2020', 'doe2020things'));
      assert.equal(onDisk('notes.md'), files['notes.md'].replaceAll('doe2020', 'doe2020things'));
      assert.equal(onDisk('talk.typ'), files['talk.typ'].replace('doe2020', 'doe2020things'));
    });
    assert.equal(onDisk('loose/old.org'), files['loose/old.org'], 'what is not certain is not ticked');
    assert.equal(onDisk('other/other.tex'), files['other/other.tex']);
    await wb.screenshot('navigation-renamed');
  });
});
