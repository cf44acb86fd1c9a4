/** Insert BibTeX Entry, and what Copy BibTeX writes under other settings. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds, settingKeys } from '../../src/contributions.js';
import { closeEditors, litshelf, onDisk, remove, uriOf } from './support.js';

const bib = '@misc{mine,\n  title = {Self-Instruct: Aligning Language Models with Self-Generated Instructions},\n  eprint = {2212.10560},\n  archiveprefix = {arXiv},\n}\n\n@misc{zed, title={Untouched   spaces},}\n';

/** Opens a new file with the cursor at the bar. */
async function open(name: string, text: string): Promise<vscode.TextEditor> {
  mkdirSync(path.dirname(onDisk(name)), { recursive: true });
  writeFileSync(onDisk(name), text.replace('|', ''));
  const editor = await vscode.window.showTextDocument(uriOf(name));
  const at = editor.document.positionAt(text.indexOf('|'));
  editor.selection = new vscode.Selection(at, at);
  return editor;
}

const insert = (argument: unknown) => vscode.commands.executeCommand(commandIds.insertBibtexEntry, argument);

describe('inserting BibTeX entries', () => {
  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(closeEditors);
  after(() => remove('entries'));

  it('puts them at the cursor of a .bib file, behind the entry that it is in, as one step', async () => {
    const { document } = await open('entries/1/refs.bib', bib.replace('Self-Instruct', 'Self|-Instruct'));
    await insert({ keys: ['gunasekar2023textbooks', 'ding2023enhancing'] });
    assert.match(document.getText(), /archiveprefix = \{arXiv\},\n\}\n\n@\w+\{gunasekar2023textbooks,[\s\S]*\n\}\n\n@\w+\{ding2023enhancing,[\s\S]*\n\}\n\n@misc\{zed, title=\{Untouched {3}spaces\},\}\n$/);
    // in the look of the file
    assert.match(document.getText(), /\n {2}title = \{Textbooks/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), bib);
  });

  it('leaves out what the file has under another key', async () => {
    const { document } = await open('entries/2/refs.bib', `${bib}|`);
    await insert({ keys: ['wang2023selfinstruct'] });
    assert.equal(document.getText(), bib);
    await insert({ keys: ['wang2023selfinstruct', 'gunasekar2023textbooks', 'gunasekar2023textbooks'] });
    assert.match(document.getText(), /\}\n\n@\w+\{gunasekar2023textbooks,[\s\S]*\n\}\n$/);
    assert.equal(document.getText().match(/gunasekar2023textbooks/g)?.length, 1);
  });

  it('fills an empty file', async () => {
    const { document } = await open('entries/3/refs.bib', '|');
    await insert({ key: 'gunasekar2023textbooks' });
    assert.match(document.getText(), /^@\w+\{gunasekar2023textbooks,[\s\S]*\n\}\n$/);
  });

  it('puts them into any text when asked to', async () => {
    const { document } = await open('entries/4/a.txt', 'Before|after\n');
    await insert({ keys: ['gunasekar2023textbooks'], at: 'cursor' });
    assert.match(document.getText(), /^Before\n\n@\w+\{gunasekar2023textbooks,[\s\S]*\n\}\n\nafter\n$/);
  });

  it('writes as the settings say, on the clipboard too', async () => {
    await open('entries/5/a.txt', '|');
    const section = vscode.workspace.getConfiguration('litshelf');
    await section.update(settingKeys.bibtexDialect, 'biblatex', vscode.ConfigurationTarget.Workspace);
    await section.update(settingKeys.bibtexAlign, 'never', vscode.ConfigurationTarget.Workspace);
    try {
      await vscode.commands.executeCommand(commandIds.copyBibtex, { key: 'gunasekar2023textbooks' });
    } finally {
      await section.update(settingKeys.bibtexDialect, undefined, vscode.ConfigurationTarget.Workspace);
      await section.update(settingKeys.bibtexAlign, undefined, vscode.ConfigurationTarget.Workspace);
    }
    assert.match(await vscode.env.clipboard.readText(), /^@online\{gunasekar2023textbooks,\n {2}author = [\s\S]*\n {2}title = [\s\S]*\n {2}date = /);
    assert.equal(readFileSync(onDisk('entries/5/a.txt'), 'utf8'), '');
  });
});
