import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../src/contributions.js';
import { closeEditors, litshelf, onDisk, remove, uriOf } from './support.js';

const bib = '% our references\n@string{acl = {ACL}}\n\n@inproceedings{mine,\n  title = {Self-Instruct: Aligning Language Models with Self-Generated Instructions},\n  author = {Wang, Yizhong},\n  eprint = {2212.10560},\n  archiveprefix = {arXiv},\n}\n\n@misc{zed, title={Untouched   spaces},}\n';

/** Each test has a folder of its own: VS Code keeps documents of deleted files for a while. Opens a file with the cursor behind the bar, which is taken out, and cites. Gives the text and the .bib. */
async function cite(files: Record<string, string>, name: string, argument: unknown, bibName: string): Promise<{ text: string; bib: string; editor: vscode.TextEditor }> {
  let offset = 0;
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(onDisk(file)), { recursive: true });
    if (file === name) offset = text.indexOf('|');
    writeFileSync(onDisk(file), file === name ? text.replace('|', '') : text);
  }
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  const editor = await vscode.window.showTextDocument(document);
  const at = document.positionAt(offset);
  editor.selection = new vscode.Selection(at, at);
  await vscode.commands.executeCommand(commandIds.citePaper, argument);
  let written = '';
  try {
    written = readFileSync(onDisk(bibName), 'utf8');
  } catch {
    // a test that expects none says so
  }
  return { text: document.getText(), bib: written, editor };
}

describe('citing a paper', () => {
  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(async () => {
    await closeEditors();
    remove('cite');
  });

  it('writes the entry to the LaTeX document\'s bibliography, then the citation', async () => {
    const { text, bib: written } = await cite({ 'cite/1/a.tex': '\\addbibresource{refs.bib}\n\\begin{document}\nAs said|.\n\\end{document}\n', 'cite/1/refs.bib': bib }, 'cite/1/a.tex', { key: 'gunasekar2023textbooks' }, 'cite/1/refs.bib');
    assert.match(text, /As said ?\\[a-z]*cite[a-z]*\{gunasekar2023textbooks\}\./);
    assert.ok(written.startsWith(bib.trimEnd()), 'what was there is untouched');
    assert.match(written, /@\w+\{gunasekar2023textbooks,/);
    assert.match(written, /2306\.11644/);
  });

  it('cites a work that is there under another key by that key', async () => {
    const { text, bib: written } = await cite({ 'cite/2/a.md': '---\nbibliography: refs.bib\n---\n\nAs said|.\n', 'cite/2/refs.bib': bib }, 'cite/2/a.md', { key: 'wang2023selfinstruct' }, 'cite/2/refs.bib');
    assert.match(text, /As said ?\[@mine\]\./);
    assert.equal(written, bib);
  });

  it('joins the citation at the cursor, and doing it twice changes nothing more', async () => {
    const files = { 'cite/3/a.qmd': '---\nbibliography: refs.bib\n---\n\nAs said [@mine, p. 3|].\n', 'cite/3/refs.bib': bib };
    const { text, editor } = await cite(files, 'cite/3/a.qmd', { key: 'gunasekar2023textbooks' }, 'cite/3/refs.bib');
    assert.match(text, /\[@mine, p\. 3; @gunasekar2023textbooks\]/);
    const before = readFileSync(onDisk('cite/3/refs.bib'), 'utf8');
    await vscode.commands.executeCommand(commandIds.citePaper, { key: 'gunasekar2023textbooks' });
    assert.equal(editor.document.getText(), text);
    assert.equal(readFileSync(onDisk('cite/3/refs.bib'), 'utf8'), before);
  });

  it('takes one undo to go back to the text as it was', async () => {
    const original = '= T\n\n#bibliography("refs.bib")\n\nAs said.\n';
    const { editor } = await cite({ 'cite/4/a.typ': original.replace('said', 'said|'), 'cite/4/refs.bib': bib }, 'cite/4/a.typ', { keys: ['gunasekar2023textbooks', 'ding2023enhancing'] }, 'cite/4/refs.bib');
    assert.match(editor.document.getText(), /As said ?@gunasekar2023textbooks\s*@ding2023enhancing\./);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), original);
  });

  it('makes the file that the document names', async () => {
    const { text, bib: written } = await cite({ 'cite/5/a.tex': '\\bibliography{refs}\n|\n' }, 'cite/5/a.tex', { key: 'gunasekar2023textbooks' }, 'cite/5/refs.bib');
    assert.match(text, /\{gunasekar2023textbooks\}/);
    assert.match(written, /^@\w+\{gunasekar2023textbooks,/);
  });

  it('cites nothing when the bibliography cannot be written', async () => {
    const original = '\\addbibresource{refs.bib}\nX\n';
    mkdirSync(onDisk('cite/6/refs.bib'), { recursive: true });
    const { text } = await cite({ 'cite/6/a.tex': original.replace('X', 'X|') }, 'cite/6/a.tex', { key: 'gunasekar2023textbooks' }, 'cite/6/refs.bib');
    assert.equal(text, original);
  });

  it('keeps work in the .bib that is not saved yet, unsaved', async () => {
    mkdirSync(onDisk('cite/7'), { recursive: true });
    writeFileSync(onDisk('cite/7/refs.bib'), bib);
    const open = await vscode.workspace.openTextDocument(uriOf('cite/7/refs.bib'));
    const editor = await vscode.window.showTextDocument(open);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '% being written\n'));
    await cite({ 'cite/7/a.tex': '\\addbibresource{refs.bib}\nX|\n' }, 'cite/7/a.tex', { key: 'gunasekar2023textbooks' }, 'cite/7/refs.bib');
    assert.ok(open.isDirty);
    assert.match(open.getText(), /^% being written\n[\s\S]*@\w+\{gunasekar2023textbooks,/);
    assert.equal(readFileSync(onDisk('cite/7/refs.bib'), 'utf8'), bib);
    await vscode.window.showTextDocument(open);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
