import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './fixture';
import { eventually, type Workbench } from './workbench';

/** What a person types to find a paper, and its citation key. */
const papers: readonly (readonly [query: string, key: string])[] = [
  ['self instruct aligning', 'wang2023selfinstruct'],
  ['gunasekar textbooks', 'gunasekar2023textbooks'],
  ['2306.02707', 'mukherjee2023orca'],
  ['wizardcoder', 'luo2024wizardcoder'],
  ['ultrachat ding', 'ding2023enhancing'],
  ['magpie', 'xu2025magpie'],
  ['persona scaling', 'ge2024scaling'],
  ['tinystories', 'eldan2023tinystories'],
  ['auggpt', 'dai2025auggpt'],
  ['fanno', 'zhu2025fanno'],
];

const pages = {
  'page.tex': { start: '\\documentclass{article}\n\\usepackage[backend=biber]{biblatex}\n\\begin{document}\n\n\\end{document}\n', line: 4, cites: /\\[a-z]*cite[a-z]*\{([^}]+)\}/gu, names: [/\\addbibresource\{references\.bib\}/u, /\\printbibliography/u] },
  'page.qmd': { start: '---\ntitle: A page\n---\n\n', line: 5, cites: /\[@([^\]]+)\]/gu, names: [/^bibliography: references\.bib$/mu] },
  'page.typ': { start: '= A page\n\n', line: 3, cites: /@([a-z0-9]+)/gu, names: [/#bibliography\("references\.bib"\)/u] },
} as const;

describe('a page with ten citations, written with the keyboard alone', () => {
  const files = Object.fromEntries(Object.entries(pages).flatMap(([name, { start }]) => [[`${name.slice(5)}/${name}`, start], [`${name.slice(5)}/untouched.md`, 'Nobody writes here.\n']]));
  const window = useWorkbench({ files, settings: { 'editor.wordBasedSuggestions': 'off', 'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' } } });
  let wb: Workbench;
  before(() => {
    wb = window();
  });
  afterEach(() => wb.closeAllEditors().catch(() => undefined));

  async function cite([query, key]: readonly [string, string], first: boolean): Promise<void> {
    await wb.press('Shift+Alt+C');
    await wb.quickInput.shown();
    await wb.quickInput.type(query);
    // the row that Enter takes says which paper it is
    await eventually(async () => assert.ok((await wb.quickInput.focused()).includes(key), `${query}: ${(await wb.quickInput.rows())[0] ?? 'no row'}`), 20_000);
    await wb.press('Enter');
    await eventually(async () => assert.match(await wb.quickInput.title(), /^Page, Prefix, Suffix/u));
    await wb.quickInput.ready();
    await wb.press('Escape');
    if (first) {
      // the document has no bibliography yet: the first row makes one and names it
      await eventually(async () => assert.equal(await wb.quickInput.title(), 'No Bibliography Yet'));
      await eventually(async () => assert.notEqual(await wb.quickInput.focused(), ''));
      await wb.screenshot('writing-offer');
      await wb.press('Enter');
    }
    await wb.quickInput.hidden();
  }

  for (const [name, page] of Object.entries(pages)) {
    it(`in ${name}`, async () => {
      const folder = path.join(wb.folder, name.slice(5));
      const text = () => readFileSync(path.join(folder, name), 'utf8');
      const bib = () => readFileSync(path.join(folder, 'references.bib'), 'utf8');
      const editor = await wb.openFile(`${name.slice(5)}/${name}`);
      await wb.press('Control+G');
      await wb.quickInput.ready();
      await wb.page.keyboard.type(String(page.line));
      await wb.press('Enter');
      await wb.quickInput.hidden();
      await editor.hasKeyboard();
      for (const [at, paper] of papers.entries()) {
        await editor.type(at === 0 ? 'As some say' : ' As others say');
        await cite(paper, at === 0);
        await eventually(() => assert.match(bib(), new RegExp(`\\{${paper[1]},`, 'u')), 20_000);
        await eventually(async () => assert.match(await editor.text(), new RegExp(paper[1], 'u')));
        await editor.hasKeyboard();
        await editor.type('.');
      }
      await wb.save();
      await wb.screenshot(`writing-${name.slice(5)}`);
      // VS Code may still be at saving
      const written = await eventually(() => {
        const saved = text();
        assert.deepEqual([...saved.matchAll(page.cites)].map(([, key]) => key), papers.map(([, key]) => key), saved);
        return saved;
      });
      for (const naming of page.names) assert.match(written, naming);
      await eventually(() => assert.deepEqual([...bib().matchAll(/^@\w+\{([^,]+),/gmu)].map(([, key]) => key), papers.map(([, key]) => key)));
      assert.deepEqual(readdirSync(folder).sort(), [name, 'references.bib', 'untouched.md'].sort());
      assert.equal(readFileSync(path.join(folder, 'untouched.md'), 'utf8'), 'Nobody writes here.\n');
      // each line that was there is there still
      for (const line of page.start.split('\n').filter((one) => one !== '')) assert.ok(written.includes(line), line);
    });
  }
});
