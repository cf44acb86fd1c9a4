import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds, internalCommandIds } from '../../src/contributions.js';
import { closeEditors, eventually, litshelf } from './support.js';

describe('commands', () => {
  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(closeEditors);

  const clipboard = () => vscode.env.clipboard.readText();

  it('are all registered', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    for (const id of [...Object.values(commandIds), ...Object.values(internalCommandIds)]) assert.ok(known.has(id), id);
  });

  it('copy the citation keys of the papers they are given', async () => {
    await vscode.commands.executeCommand(commandIds.copyKey, 'wang2023selfinstruct');
    assert.equal(await clipboard(), 'wang2023selfinstruct');
    await vscode.commands.executeCommand(commandIds.copyKey, { keys: ['wang2023selfinstruct', 'muster2021grundlagen'] });
    assert.equal(await clipboard(), 'wang2023selfinstruct, muster2021grundlagen');
  });

  it('copy BibTeX', async () => {
    await vscode.commands.executeCommand(commandIds.copyBibtex, { key: 'wang2023selfinstruct' });
    const text = await clipboard();
    assert.match(text, /^@inproceedings\{wang2023selfinstruct,/);
    assert.match(text, /year\s*= \{?2023/);
    assert.match(text, /eprint\s*= \{2212\.10560\}/);
  });

  it('copy a Markdown link', async () => {
    await vscode.commands.executeCommand(commandIds.copyMarkdownLink, 'wang2023selfinstruct');
    assert.equal(await clipboard(), '[Self-Instruct: Aligning Language Models with Self-Generated Instructions](https://aclanthology.org/2023.acl-long.754/)');
  });

  it('copy a formatted reference, in the style that a setting names', async () => {
    const settings = vscode.workspace.getConfiguration('litshelf');
    await vscode.commands.executeCommand(commandIds.copyReference, 'wang2023selfinstruct');
    assert.match(await clipboard(), /^Wang, Y\., .+\(2023\)\. Self-Instruct: Aligning [Ll]anguage/);
    await settings.update('citationStyle', 'ieee', vscode.ConfigurationTarget.Global);
    try {
      await vscode.commands.executeCommand(commandIds.copyReference, 'wang2023selfinstruct');
      assert.match(await clipboard(), /Y\. Wang/);
    } finally {
      await settings.update('citationStyle', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('leave the clipboard alone when no catalogue has the paper', async () => {
    await vscode.env.clipboard.writeText('before');
    await vscode.commands.executeCommand(commandIds.copyKey, 'nobody1900nothing');
    assert.equal(await clipboard(), 'before');
  });

  it('reveal a paper of the workspace and a bundled one in their YAML', async () => {
    for (const [key, file] of [['muster2021grundlagen', 'mine.yaml'], ['gunasekar2023textbooks', '.yaml']] as const) {
      await vscode.commands.executeCommand(commandIds.revealInYaml, key);
      await eventually(() => {
        const editor = vscode.window.activeTextEditor;
        assert.ok(editor);
        assert.ok(editor.document.uri.path.endsWith(file), editor.document.uri.path);
        assert.equal(editor.document.lineAt(editor.selection.active.line).text, `- id: ${key}`);
      });
    }
  });
});
