import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { catalogueEditorId, commandIds } from '../../src/contributions.js';
import { apply } from '../../src/editor/catalogue-editor/edits.js';
import { Page, type Handlers } from '../../src/editor/catalogue-editor/page.js';
import { whyReadOnly } from '../../src/editor/catalogue-editor/read-only.js';
import { FaultyFiles } from './faulty-files.js';
import { closeEditors, eventually, litshelf, onDisk, remove, untitled, uriOf } from './support.js';

/** What a person does inside the page is in test/ui; here is how VS Code gets there. */
describe('the catalogue editor in VS Code', () => {
  const folder = 'editor-of-catalogues';
  const file = `${folder}/papers/one.yaml`;
  const custom = () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputCustom ? input : undefined;
  };

  before(async () => {
    mkdirSync(onDisk(folder, 'papers'), { recursive: true });
    writeFileSync(onDisk(folder, 'catalog.yaml'), 'title: Mine\n');
    writeFileSync(onDisk(file), '- id: mine2026paper\n  title: A Paper of Mine\n');
    await (await litshelf()).papers();
    await vscode.workspace.getConfiguration('litshelf').update('catalogues', [folder], vscode.ConfigurationTarget.Workspace);
    await eventually(async () => assert.ok((await (await litshelf()).papers()).some(({ id }) => id === 'mine2026paper')));
  });
  afterEach(closeEditors);
  after(async () => {
    await vscode.workspace.getConfiguration('litshelf').update('catalogues', undefined, vscode.ConfigurationTarget.Workspace);
    remove(folder);
  });

  it('opens the file that a menu names, and leaves its text as it is', async () => {
    await vscode.commands.executeCommand(commandIds.editCatalogue, uriOf(file));
    assert.deepEqual([custom()?.viewType, custom()?.uri.toString()], [catalogueEditorId, uriOf(file).toString()]);
    const document = await vscode.workspace.openTextDocument(uriOf(file));
    assert.equal(document.isDirty, false);
  });

  it('opens the file that a paper stands in, and its text again', async () => {
    await vscode.commands.executeCommand(commandIds.editPaper, 'mine2026paper');
    assert.equal(custom()?.uri.toString(), uriOf(file).toString());
    await vscode.commands.executeCommand(commandIds.editAsText);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf(file).toString());
  });

  it('is one of several ways to open a file, and not the usual one', async () => {
    await vscode.window.showTextDocument(uriOf(file));
    assert.equal(custom(), undefined);
    await vscode.commands.executeCommand('vscode.openWith', uriOf(`${folder}/catalog.yaml`), catalogueEditorId);
    assert.equal(custom()?.viewType, catalogueEditorId);
  });

  it('shows a file in two editors at once', async () => {
    await vscode.commands.executeCommand('vscode.openWith', uriOf(file), catalogueEditorId, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('vscode.openWith', uriOf(file), catalogueEditorId, vscode.ViewColumn.Two);
    const open = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputCustom);
    assert.equal(open.length, 2);
  });
});

describe('a change that was planned of a text', () => {
  it('is refused when the text is another by the time it is made, and changes nothing', async () => {
    const text = '- id: a\n  title: A\n';
    const document = await untitled('yaml', text);
    const change = { document, version: document.version, splices: [{ start: text.indexOf('A'), end: text.indexOf('A') + 1, text: 'B' }] };
    const elsewhere = new vscode.WorkspaceEdit();
    elsewhere.insert(document.uri, new vscode.Position(0, 0), '# new\n');
    assert.ok(await vscode.workspace.applyEdit(elsewhere));
    await assert.rejects(apply([change]), { name: 'Stale' });
    assert.equal(document.getText(), `# new\n${text}`);
    await apply([{ ...change, version: document.version, splices: [{ start: 0, end: 6, text: '' }] }]);
    assert.equal(document.getText(), text);
    await closeEditors();
  });
});

describe('files that cannot be changed', () => {
  let files: FaultyFiles;
  before(() => {
    files = new FaultyFiles();
  });
  after(() => files.dispose());

  it('are known before anybody types, by their file system or by themselves', async () => {
    const folder = files.folder();
    for (const name of ['free.yaml', 'locked.yaml']) files.put(`${folder}/${name}`, '- id: a\n  title: A\n');
    files.readonly.add(`${folder}/locked.yaml`);
    // the window tells extensions of a new file system a moment later
    await eventually(async () => assert.equal(await whyReadOnly(files.uri(`${folder}/free.yaml`), undefined), ''));
    assert.equal(await whyReadOnly(files.uri(`${folder}/locked.yaml`), undefined), 'The file is read-only.');
    assert.equal(await whyReadOnly(files.uri(`${folder}/free.yaml`).with({ scheme: FaultyFiles.frozen }), undefined), 'This version of the file is read-only.');
    assert.equal(await whyReadOnly(files.uri(`${folder}/gone.yaml`), undefined), '');
  });

  it('are shown all the same', async () => {
    const folder = files.folder();
    files.put(`${folder}/papers/locked.yaml`, '- id: a\n  title: A\n');
    const uri = files.uri(`${folder}/papers/locked.yaml`).with({ scheme: FaultyFiles.frozen });
    await vscode.commands.executeCommand('vscode.openWith', uri, catalogueEditorId);
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    assert.ok(input instanceof vscode.TabInputCustom && input.uri.toString() === uri.toString());
    await closeEditors();
  });
});

describe('what a page of the catalogue editor sends', () => {
  const messages = [
    'nonsense',
    { kind: 'request', id: 1, method: 'paper', params: { row: 'first' } },
    { id: 2 },
    { kind: 'request', id: 3, method: 'rm', params: {} },
    { kind: 'request', id: 4, method: 'paper', params: { row: 7 } },
    { kind: 'request', id: 5, method: 'order', params: { filter: '', sort: null } },
    { kind: 'request', id: 6, method: 'edit', params: { version: 1, edit: { kind: 'delete', rows: [1] } } },
  ];
  const page = `<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-abc'"><script nonce="abc">
    const api = acquireVsCodeApi();
    const answers = [];
    addEventListener('message', ({ data }) => {
      answers.push([data.id, data.ok ? 'ok' : data.code]);
      if (answers.length === 6) api.postMessage({ kind: 'request', id: 100, method: 'failed', params: { message: JSON.stringify(answers.sort()), stack: '' } });
    });
    for (const one of ${JSON.stringify(messages)}) api.postMessage(one);
  </script>`;

  it('is answered or failed, each and every one', async () => {
    const log = vscode.window.createOutputChannel('Litshelf test', { log: true });
    const panel = vscode.window.createWebviewPanel('litshelf.test', 'Test', vscode.ViewColumn.One, { enableScripts: true });
    const handlers: Partial<Handlers> = {
      paper: () => Promise.resolve(null),
      order: () => Promise.reject(Object.assign(new Error('No such order.'), { name: 'Refusal' })),
      edit: () => Promise.reject(Object.assign(new Error('The text was changed meanwhile.'), { name: 'Stale' })),
    };
    try {
      const told = await new Promise<string>((resolve) => {
        const failed: Handlers['failed'] = ({ message }) => {
          resolve(message);
          return Promise.resolve({});
        };
        new Page(panel, { ...handlers, failed } as Handlers, log);
        panel.webview.html = page;
      });
      assert.deepEqual(JSON.parse(told), [[1, 'malformed'], [2, 'malformed'], [3, 'malformed'], [4, 'ok'], [5, 'refused'], [6, 'stale']]);
    } finally {
      panel.dispose();
      log.dispose();
    }
  });
});
