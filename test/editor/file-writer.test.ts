import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { FileWriter, type FileChange } from '../../src/editor/shared/file-writer.js';
import { UserError } from '../../src/editor/shared/messages.js';
import { AtomicFiles } from '../../src/host/atomic-file.js';
import { time } from '../../src/host/time.js';
import { closeEditors, eventually, onDisk, remove, uriOf } from './support.js';

/** A file system that holds one text and says no as it is told. */
class StubbornFiles implements vscode.FileSystemProvider {
  text = 'one\n';
  fault: ((uri: vscode.Uri) => vscode.FileSystemError) | undefined;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  watch = () => new vscode.Disposable(() => undefined);
  stat = () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.text.length });
  readDirectory = () => [];
  createDirectory = () => undefined;
  readFile = () => new TextEncoder().encode(this.text);
  writeFile = (uri: vscode.Uri, content: Uint8Array) => {
    // rejecting, not throwing: VS Code's queue of writes waits for ever behind one that throws
    if (this.fault) return Promise.reject(this.fault(uri));
    this.text = new TextDecoder().decode(content);
    return Promise.resolve();
  };
  delete = () => undefined;
  rename = () => undefined;
}

describe('writing files of catalogues', () => {
  const writer = () => new FileWriter(new AtomicFiles(onDisk('writer-locks'), time));
  const add = (name: string, line: string): FileChange => ({ uri: uriOf(name), edit: (text) => [{ start: text.length, end: text.length, text: `${line}\n` }] });
  const made = (name: string, text: string) => {
    mkdirSync(path.dirname(onDisk(name)), { recursive: true });
    writeFileSync(onDisk(name), text);
  };
  const read = (name: string) => readFileSync(onDisk(name), 'utf8');
  const refused = (work: Promise<unknown>, why: RegExp) => assert.rejects(work, (fault) => fault instanceof UserError && why.test(fault.message));

  afterEach(async () => {
    await closeEditors();
    remove('writer');
    remove('writer-locks');
    remove('writer-6.txt');
  });

  it('changes a closed file and takes it back byte for byte', async () => {
    made('writer/1/a.txt', 'one\r\n');
    const written = await writer().write([add('writer/1/a.txt', 'two')]);
    assert.equal(read('writer/1/a.txt'), 'one\r\ntwo\n');
    await written.undo();
    assert.equal(read('writer/1/a.txt'), 'one\r\n');
  });

  it('takes nothing back that somebody changed since', async () => {
    made('writer/2/a.txt', 'one\n');
    const written = await writer().write([add('writer/2/a.txt', 'two'), add('writer/2/b.txt', 'new')]);
    writeFileSync(onDisk('writer/2/a.txt'), 'one\ntwo\nmine\n');
    await refused(written.undo(), /changed since/u);
    assert.equal(read('writer/2/a.txt'), 'one\ntwo\nmine\n');
    assert.equal(read('writer/2/b.txt'), 'new\n');
  });

  it('takes two changes back as one, and only those', async () => {
    made('writer/12/a.txt', 'one\n');
    const first = await writer().write([add('writer/12/a.txt', 'two')]);
    const second = await writer().write([add('writer/12/a.txt', 'three'), add('writer/12/b.txt', 'new')]);
    const both = first.with(second);
    writeFileSync(onDisk('writer/12/b.txt'), 'mine\n');
    await refused(both?.undo() ?? Promise.resolve(), /changed since/u);
    assert.equal(read('writer/12/a.txt'), 'one\ntwo\nthree\n');
    writeFileSync(onDisk('writer/12/b.txt'), 'new\n');
    await both?.undo();
    assert.equal(read('writer/12/a.txt'), 'one\n');
    assert.ok(!existsSync(onDisk('writer/12/b.txt')));
  });

  it('keeps two changes apart when somebody wrote in between', async () => {
    made('writer/13/a.txt', 'one\n');
    const first = await writer().write([add('writer/13/a.txt', 'two')]);
    writeFileSync(onDisk('writer/13/a.txt'), 'one\ntwo\nmine\n');
    assert.equal(first.with(await writer().write([add('writer/13/a.txt', 'three')])), undefined);
  });

  it('removes a file again that it made', async () => {
    const written = await writer().write([add('writer/3/a.txt', 'new')]);
    assert.equal(read('writer/3/a.txt'), 'new\n');
    await written.undo();
    assert.ok(!existsSync(onDisk('writer/3/a.txt')));
  });

  it('changes and saves an open document; one undo of VS Code takes it back', async () => {
    made('writer/4/a.txt', 'one\n');
    const editor = await vscode.window.showTextDocument(uriOf('writer/4/a.txt'));
    await writer().write([add('writer/4/a.txt', 'two')]);
    assert.equal(editor.document.getText(), 'one\ntwo\n');
    assert.equal(read('writer/4/a.txt'), 'one\ntwo\n');
    assert.ok(!editor.document.isDirty);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'one\n');
  });

  it('leaves saving to a person who has unsaved changes', async () => {
    made('writer/5/a.txt', 'one\n');
    const editor = await vscode.window.showTextDocument(uriOf('writer/5/a.txt'));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'mine\n'));
    const written = await writer().write([add('writer/5/a.txt', 'two')]);
    assert.equal(editor.document.getText(), 'mine\none\ntwo\n');
    assert.equal(read('writer/5/a.txt'), 'one\n');
    await written.undo();
    assert.equal(editor.document.getText(), 'mine\none\n');
    assert.ok(editor.document.isDirty);
  });

  it('adds to what another program has just written into an open file', async () => {
    // beside what was there before: VS Code misses changes in folders that have just been made
    made('writer-6.txt', 'one\n');
    const editor = await vscode.window.showTextDocument(uriOf('writer-6.txt'));
    writeFileSync(onDisk('writer-6.txt'), 'one\nfrom outside\n');
    await writer().write([add('writer-6.txt', 'two')]);
    assert.equal(read('writer-6.txt'), 'one\nfrom outside\ntwo\n');
    await eventually(() => assert.equal(editor.document.getText(), 'one\nfrom outside\ntwo\n'));
  });

  it('changes none of several files when one cannot be changed', async () => {
    made('writer/7/a.txt', 'one\n');
    made('writer/7/open.txt', 'one\n');
    made('writer/7/folder', 'a file where a folder should be');
    const editor = await vscode.window.showTextDocument(uriOf('writer/7/open.txt'));
    await refused(writer().write([add('writer/7/a.txt', 'two'), add('writer/7/open.txt', 'two'), add('writer/7/new.txt', 'two'), add('writer/7/folder/b.txt', 'two')]), /could not be/u);
    assert.equal(read('writer/7/a.txt'), 'one\n');
    assert.equal(read('writer/7/open.txt'), 'one\n');
    assert.equal(editor.document.getText(), 'one\n');
    assert.ok(!existsSync(onDisk('writer/7/new.txt')));
  });

  it('changes no other file when a change cannot be computed', async () => {
    made('writer/8/a.txt', 'one\n');
    await assert.rejects(writer().write([add('writer/8/a.txt', 'two'), { uri: uriOf('writer/8/b.txt'), edit: () => { throw new RangeError('mine'); } }]), RangeError);
    assert.equal(read('writer/8/a.txt'), 'one\n');
  });

  it('keeps the mode of a file', async () => {
    made('writer/9/a.txt', 'one\n');
    chmodSync(onDisk('writer/9/a.txt'), 0o600);
    await writer().write([add('writer/9/a.txt', 'two')]);
    assert.equal(statSync(onDisk('writer/9/a.txt')).mode & 0o777, 0o600);
  });

  for (const [name, fault] of [['read-only', (uri: vscode.Uri) => vscode.FileSystemError.NoPermissions(uri)], ['full', () => new vscode.FileSystemError('No space left on device')], ['gone', (uri: vscode.Uri) => vscode.FileSystemError.Unavailable(uri)]] as const) {
    it(`says why a virtual file system that is ${name} was not changed`, async () => {
      const files = new StubbornFiles();
      const scheme = `litshelf-${name}`;
      const registered = vscode.workspace.registerFileSystemProvider(scheme, files);
      const uri = vscode.Uri.parse(`${scheme}:/a.txt`);
      try {
        files.fault = fault;
        await refused(writer().write([{ uri, edit: () => [{ start: 0, end: 0, text: 'x' }] }]), /a\.txt could not be written: .+/u);
        assert.equal(files.text, 'one\n');
        files.fault = undefined;
        const written = await writer().write([{ uri, edit: () => [{ start: 0, end: 0, text: 'x' }] }]);
        assert.equal(files.text, 'xone\n');
        await written.undo();
        assert.equal(files.text, 'one\n');
      } finally {
        registered.dispose();
      }
    });
  }
});
