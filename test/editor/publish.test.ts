import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../src/contributions.js';
import { closeEditors, eventually, litshelf, onDisk, remove, uriOf } from './support.js';

interface Written {
  readonly papers: number;
  readonly changed: boolean;
}

const begin = '<!-- litshelf:begin shape=bold-titles group=none sort=key -->';
const end = '<!-- litshelf:end -->';
const publish = (argument: unknown) => vscode.commands.executeCommand<Written | undefined>(commandIds.publishList, argument);

/** A file in a folder of its own. */
function file(name: string, text: string): string {
  mkdirSync(path.dirname(onDisk(`publish/${name}`)), { recursive: true });
  writeFileSync(onDisk(`publish/${name}`), text);
  return `publish/${name}`;
}
const read = (name: string) => readFileSync(onDisk(name), 'utf8');

/** Presses Enter in what is open above the editors until the command is done. */
async function accepting<T>(running: Thenable<T>): Promise<T> {
  let done = false;
  const ended = Promise.resolve(running).finally(() => {
    done = true;
  });
  await eventually(async () => {
    if (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.ok(done);
  }, 20_000);
  return ended;
}

describe('publishing lists', function () {
  this.timeout(60_000);
  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(closeEditors);
  after(() => remove('publish'));

  it('renews the list between markers when the person agrees; the rest stays byte for byte, and twice changes nothing', async () => {
    const name = file('1/README.md', `\ufeff# Mine\r\n\r\nWords.  \r\n${begin}\r\n${end}\r\nMore.`);
    const written = await accepting(publish({ into: name }));
    assert.equal(written?.changed, true);
    const text = read(name);
    assert.match(text, /^\ufeff# Mine\r\n\r\nWords\. {2}\r\n<!-- litshelf:begin [^\r]*-->\r\n\r\n- \[\*\*.*\r\n\r\n<!-- litshelf:end -->\r\nMore\.$/su);
    assert.equal(/[^\r]\n/u.test(text), false);
    assert.match(text, /Grundlagen künstlicher Daten/u);
    assert.deepEqual(await publish({ into: name }), { papers: written.papers, changed: false });
    assert.equal(read(name), text);
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputTextDiff).length, 0, 'the preview is closed');
  });

  it('writes what the workspace\'s catalogue has, and nothing of the bundled one', async () => {
    const name = file('2/README.md', `${begin}\n${end}\n`);
    const written = await publish({ into: name, preview: false });
    const text = read(name);
    assert.equal(text.match(/^- /gmu)?.length, written?.papers);
    assert.ok((written?.papers ?? 0) < 50, String(written?.papers));
  });

  it('is taken back by one undo', async () => {
    const before = `a\n${begin}\nold\n${end}\nb\n`;
    const name = file('3/README.md', before);
    await publish({ into: name, preview: false });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.path.endsWith('/publish/3/README.md'), true);
    assert.notEqual(editor.document.getText(), before);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('leaves unsaved text unsaved', async () => {
    const name = file('4/README.md', `${begin}\n${end}\n`);
    const document = await vscode.workspace.openTextDocument(uriOf(name));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'mine\n');
    await vscode.workspace.applyEdit(edit);
    await publish({ into: name, preview: false });
    assert.equal(document.isDirty, true);
    assert.match(document.getText(), /^mine\n<!-- litshelf:begin/u);
    assert.equal(read(name), `${begin}\n${end}\n`);
  });

  it('writes a whole file, with title and contents', async () => {
    mkdirSync(onDisk('publish/5'), { recursive: true });
    await publish({ output: 'publish/5/LIST.md', options: { shape: 'table', contents: 'yes', counts: 'yes' }, preview: false });
    assert.match(read('publish/5/LIST.md'), /^# .*\n\n(?:.*\n\n)?\d+ papers\n\n## Contents\n\n- \[/u);
  });

  it('writes nothing when markers are damaged', async () => {
    const text = `a\n${begin}\nb\n`;
    const name = file('6/README.md', text);
    assert.equal(await publish({ into: name, preview: false }), undefined);
    assert.equal(read(name), text);
  });

  it('writes nothing when the person does not agree', async () => {
    const text = `${begin}\n${end}\n`;
    const name = file('7/README.md', text);
    const running = publish({ into: name });
    await eventually(() => assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff));
    let done = false;
    void Promise.resolve(running).then(() => {
      done = true;
    });
    await eventually(async () => {
      if (!done) await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      assert.ok(done);
    });
    assert.equal(await running, undefined);
    assert.equal(read(name), text);
  });

  it('refuses arguments that are none', async () => {
    assert.equal(await publish({ into: 1 }), undefined);
    assert.equal(await publish({ output: 'publish/x.md', options: { shape: 1 } }), undefined);
  });
});
