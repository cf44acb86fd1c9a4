import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './fixture';
import { eventually, type Workbench } from './workbench';

const bib = '@article{wang2022,\n  title = {Self-Consistency of Words},\n  author = {Wang, Xu},\n  year = {2022},\n}\n';

const files = {
  'latex/a.tex': '\\documentclass{article}\n\\addbibresource{refs.bib}\n\\begin{document}\nAs shown by X.\n\\end{document}\n',
  'latex/refs.bib': bib,
  'quarto/a.qmd': '---\nbibliography: refs.bib\n---\n\nAs shown by X.\n',
  'quarto/refs.bib': bib,
  'typst/a.typ': '#bibliography("refs.bib")\n\nAs shown by X.\n',
  'typst/refs.bib': bib,
  'second/b.typ': '#bibliography("refs.bib")\n\nAs shown by X.\n',
  'second/refs.bib': bib,
};

/** Opens a file and puts the caret in place of the X. */
async function startAt(workbench: Workbench, name: string): Promise<void> {
  const editor = await workbench.openFile(name);
  await editor.caretAfter('shown by X');
  await workbench.press('Backspace');
}

async function onDisk(workbench: Workbench, name: string, expected: RegExp): Promise<string> {
  return eventually(() => {
    const text = readFileSync(path.join(workbench.folder, name), 'utf8');
    assert.match(text, expected);
    return text;
  });
}

describe('completing a citation by hand', () => {
  const window = useWorkbench({ files });

  const cases: readonly [string, string, string, RegExp, RegExp][] = [
    ['latex', 'latex/a.tex', '\\cite{self ins', /As shown by \\cite\{wang2023selfinstruct\}\./, /As shown by \\cite\{self ins\}?\./],
    ['quarto', 'quarto/a.qmd', '[@self ins', /As shown by \[@wang2023selfinstruct\]?\./, /As shown by \[@self ins\]?\./],
    ['typst', 'typst/a.typ', '@selfins', /As shown by @wang2023selfinstruct\./, /As shown by @selfins\./],
  ];
  for (const [folder, name, typed, cited, before] of cases) {
    it(`in ${folder}: words of the title, Enter, and the bibliography has the entry`, async () => {
      const workbench = window();
      await startAt(workbench, name);
      const { editor, page } = workbench;
      await page.keyboard.type(typed, { delay: 40 });
      // the list changes with each letter
      await eventually(async () => {
        const rows = await editor.suggestionsShown(/wang2023selfinstruct/);
        assert.match(rows[0] ?? '', /wang2023selfinstruct/, rows.join('\n'));
      });
      await editor.suggestionFocused(/wang2023selfinstruct/);
      await workbench.screenshot(`completion-${folder}`);
      await workbench.press('Enter');
      await eventually(async () => assert.match(await editor.text(), cited));
      const text = await onDisk(workbench, `${folder}/refs.bib`, /@\w+\{wang2023selfinstruct,/);
      assert.ok(text.startsWith(bib.trimEnd()), 'what was there is untouched');
      await workbench.press('Control+Z');
      await eventually(async () => assert.match(await editor.text(), before));
    });
  }

  it('offers the entry by the bibliography\'s key, and puts it in place at once', async () => {
    const workbench = window();
    const { editor, page } = workbench;
    await startAt(workbench, 'second/b.typ');
    await workbench.setTheme('Default Light Modern');
    await page.keyboard.type('@consist', { delay: 40 });
    await editor.suggestionsShown(/wang2022/);
    await workbench.press('Control+Space');
    await page.locator('.suggest-details-container').filter({ hasText: 'Self-Consistency of Words' }).waitFor();
    await workbench.screenshot('completion-light');
    await editor.suggestionFocused(/wang2022/);
    await workbench.press('Enter');
    await eventually(async () => assert.match(await editor.text(), /@wang2022/));
  });
});

describe('completion beside another extension that completes keys', () => {
  const window = useWorkbench({ files: { 'a.tex': files['latex/a.tex'], 'refs.bib': bib }, neighbours: ['james-yu.latex-workshop'] });

  it('offers only what is not in the bibliography', async () => {
    const workbench = window();
    await startAt(workbench, 'a.tex');
    await workbench.page.keyboard.type('\\cite{self', { delay: 40 });
    const rows = await workbench.editor.suggestionsShown(/wang2023selfinstruct/);
    assert.ok(!rows.some((row) => row.includes('wang2022')), rows.join('\n'));
  });
});

describe('the card of a work that only the bibliography has', () => {
  const window = useWorkbench({ files: { 'cited.tex': '\\documentclass{article}\n\\addbibresource{refs.bib}\n\\begin{document}\nAs \\cite{wang2022} says.\n\\end{document}\n', 'refs.bib': bib.replace('  year', '  doi = {10.1000/182},\n  year') } });

  it('goes to its entry', async () => {
    const workbench = window();
    const editor = await workbench.openFile('cited.tex');
    const card = await editor.hover('wang2022');
    await card.says(/Self-Consistency of Words[\s\S]*Xu Wang[\s\S]*refs\.bib/);
    await workbench.screenshot('card-of-entry-dark');
    await card.close();
    await workbench.setTheme('Default Light Modern');
    const again = await editor.hover('wang2022');
    await again.says(/Add to Catalogue/);
    await workbench.screenshot('card-of-entry-light');
    await again.click('Entry');
    await workbench.editor.shows('refs.bib');
  });
});
