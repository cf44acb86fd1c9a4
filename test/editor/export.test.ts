import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { commandIds } from '../../src/contributions.js';
import { closeEditors, litshelf, onDisk, remove, uriOf } from './support.js';

interface Exported {
  readonly papers: number;
  readonly format: string;
  readonly uri?: string;
}

const run = (argument: unknown) => vscode.commands.executeCommand<Exported | undefined>(commandIds.exportPapers, argument);
const keys = ['gunasekar2023textbooks', 'muster2021grundlagen'];

describe('exporting papers', function () {
  this.timeout(60_000);
  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(closeEditors);
  after(() => remove('export'));

  const starts: Readonly<Record<string, RegExp>> = {
    bibtex: /^@\w+\{gunasekar2023textbooks,\n[\s\S]*\n@\w+\{muster2021grundlagen,/u, biblatex: /^@\w+\{gunasekar2023textbooks,\n/u, 'csl-json': /^\[\n {2}\{\n {4}"id": "gunasekar2023textbooks",/u, 'csl-yaml': /^references:\n- id: gunasekar2023textbooks\n/u,
    hayagriva: /^gunasekar2023textbooks:\n {2}type: /u, ris: /^TY {2}- UNPB\r?\nID {2}- gunasekar2023textbooks/u, csv: /^key,type,title,.*\r?\ngunasekar2023textbooks,/u, markdown: /^- \[Textbooks Are All You Need\]\(https:\/\/arxiv\.org\/abs\/2306\.11644\) - \*/u,
  };
  for (const [format, expected] of Object.entries(starts)) {
    it(`writes ${format} to a new document`, async () => {
      const done = await run({ keys, format, to: 'document' });
      assert.deepEqual([done?.papers, done?.format], [2, format]);
      assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', expected);
    });
  }

  it('copies to the clipboard', async () => {
    await run({ key: 'gunasekar2023textbooks', format: 'ris', to: 'clipboard' });
    assert.match(await vscode.env.clipboard.readText(), /^TY {2}- UNPB\r\n[\s\S]*ER {2}- \r\n$/u);
  });

  it('writes a file, with the mark that Excel wants for CSV', async () => {
    mkdirSync(onDisk('export'), { recursive: true });
    const uri = uriOf('export/papers.csv').toString();
    assert.equal((await run({ keys, format: 'csv', to: uri }))?.uri, uri);
    assert.match(readFileSync(onDisk('export/papers.csv'), 'utf8'), /^\ufeffkey,type/u);
  });

  it('takes a filter, a category, or all', async () => {
    const all = await run({ all: true, format: 'csl-json', to: 'clipboard' });
    const found = await run({ filter: 'author:gunasekar', format: 'csl-json', to: 'clipboard' });
    const category = await run({ category: 'surveys', format: 'csl-json', to: 'clipboard' });
    assert.ok((all?.papers ?? 0) > 100 && (found?.papers ?? 0) >= 1 && (category?.papers ?? 0) > 3 && (category?.papers ?? 0) < (all?.papers ?? 0), JSON.stringify([all, found, category]));
  });

  it('refuses what is no format, no paper or no destination', async () => {
    assert.equal(await run({ keys, format: 'docx', to: 'clipboard' }), undefined);
    assert.equal(await run({ keys: ['nobody2020nothing'], format: 'ris', to: 'clipboard' }), undefined);
    assert.equal(await run({ filter: 'author:nobodyatall', format: 'ris', to: 'clipboard' }), undefined);
    assert.equal(await run({ keys, format: 'ris', to: 3 }), undefined);
  });
});
