import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { commandIds, viewIds } from '../../src/contributions.js';
import { closeEditors, eventually, litshelf, onDisk, remove, uriOf } from './support.js';

const bib = '@misc{one2020,\n  title = {One},\n  doi = {10.1000/one},\n}\n\n@misc{two2021,\n  title = {Two},\n}\n';

describe('commands of the view Cited here, with a key or the cursor', () => {
  let count = 0;

  async function open(text: string, name: string): Promise<{ editor: vscode.TextEditor; folder: string }> {
    const folder = `cited-here/${(count += 1)}`;
    mkdirSync(onDisk(folder), { recursive: true });
    writeFileSync(onDisk(folder, 'refs.bib'), bib);
    writeFileSync(onDisk(folder, name), text.replace('|', ''));
    const document = await vscode.workspace.openTextDocument(uriOf(`${folder}/${name}`));
    const editor = await vscode.window.showTextDocument(document);
    const at = document.positionAt(Math.max(0, text.indexOf('|')));
    editor.selection = new vscode.Selection(at, at);
    return { editor, folder };
  }

  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(closeEditors);
  after(() => remove('cited-here'));

  it('go to the entry of the key at the cursor', async () => {
    await open('\\bibliography{refs}\n\\cite{two20|21}\n', 'a.tex');
    await vscode.commands.executeCommand(commandIds.goToEntry);
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.uri.path ?? '', /refs\.bib$/);
    assert.equal(editor?.selection.active.line, 5);
  });

  it('copy the entry exactly as it stands there', async () => {
    await open('---\nbibliography: refs.bib\n---\n[@one2020|]\n', 'a.qmd');
    await vscode.commands.executeCommand(commandIds.copyEntry);
    assert.equal(await vscode.env.clipboard.readText(), '@misc{one2020,\n  title = {One},\n  doi = {10.1000/one},\n}\n');
  });

  it('cite a key of the bibliography at the cursor', async () => {
    const { editor, folder } = await open('#bibliography("refs.bib")\nAs said |.\n', 'a.typ');
    await vscode.commands.executeCommand(commandIds.citeEntry, { key: 'two2021' });
    assert.match(editor.document.getText(), /As said @two2021 ?\./);
    assert.equal(readFileSync(onDisk(folder, 'refs.bib'), 'utf8'), bib);
  });

  it('remove an entry from the file, also one that nobody has open', async () => {
    const { folder } = await open('\\bibliography{refs}\n\\cite{one2020}\n', 'a.tex');
    await vscode.commands.executeCommand(commandIds.removeEntry, 'two2021');
    assert.equal(readFileSync(onDisk(folder, 'refs.bib'), 'utf8').trimEnd(), bib.slice(0, bib.indexOf('@misc{two')).trimEnd());
  });

  it('add the paper of an unresolved key', async () => {
    const { folder, editor } = await open('\\bibliography{refs}\n\\cite{gunasekar2023text|books}\n', 'a.tex');
    await vscode.commands.executeCommand(commandIds.addUnresolved);
    assert.match(readFileSync(onDisk(folder, 'refs.bib'), 'utf8'), /@\w+\{gunasekar2023textbooks,/);
    assert.match(editor.document.getText(), /\\cite\{gunasekar2023textbooks\}/);
  });

  it('find the work of an identifier in the catalogue, and cite it by its key', async () => {
    const { folder, editor } = await open('\\bibliography{refs}\n\\cite{2306.11|644}\n', 'a.tex');
    await vscode.commands.executeCommand(commandIds.addUnresolved);
    await eventually(() => assert.match(editor.document.getText(), /\\cite\{gunasekar2023textbooks\}/));
    assert.match(readFileSync(onDisk(folder, 'refs.bib'), 'utf8'), /@\w+\{gunasekar2023textbooks,/);
  });

  it('open the view without a fault when nothing cites', async () => {
    await vscode.commands.executeCommand(`${viewIds.citedHere}.focus`);
    await open('Nothing', 'a.txt');
  });
});

describe('a bibliography of ten thousand entries', () => {
  after(async () => {
    await closeEditors();
    remove('cited-here');
  });

  it('is checked, and marks no more than the first of its unused entries', async () => {
    const folder = 'cited-here/large';
    mkdirSync(onDisk(folder), { recursive: true });
    const large = Array.from({ length: 10_000 }, (_, at) => `@article{big${at},\n  title = {Title number ${at}},\n  author = {Doe, Jane},\n  year = {${1900 + (at % 120)}},\n}\n`).join('\n');
    writeFileSync(onDisk(folder, 'refs.bib'), large);
    writeFileSync(onDisk(folder, 'a.tex'), '\\bibliography{refs}\n\\cite{big7,big8}\n');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(`${folder}/refs.bib`)));
    await eventually(() => {
      const hints = vscode.languages.getDiagnostics(uriOf(`${folder}/refs.bib`)).filter(({ code }) => code === 'unused-entry');
      assert.equal(hints.length, 200);
    }, 30_000);
  });
});
