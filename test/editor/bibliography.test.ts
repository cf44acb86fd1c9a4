/** Papers into a document's bibliography: what is written, and every way in which it can fail. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { settingKeys } from '../../src/contributions.js';
import { toPaper, type Paper } from '../../src/core/model/paper.js';
import { Bibliographies } from '../../src/editor/shared/bibliographies.js';
import { BibliographyChoice } from '../../src/editor/shared/bibliography-choice.js';
import { CiteIndex } from '../../src/editor/shared/cite-index.js';
import { enterPapers, type Entered } from '../../src/editor/shared/document-bibliography.js';
import { namingOf } from '../../src/editor/shared/name-in-document.js';
import { FaultyFiles } from './faulty-files.js';
import { closeEditors, eventually, litshelf, onDisk, paper, remove, uriOf } from './support.js';

const bib = '% our references\n@string{acl = {ACL}}\n\n@inproceedings{mine,\n  title = {Self-Instruct: Aligning Language Models with Self-Generated Instructions},\n  author = {Wang, Yizhong},\n  eprint = {2212.10560},\n  archiveprefix = {arXiv},\n}\n\n@misc{zed, title={Untouched   spaces},}\n';

/** As VS Code keeps what an extension remembers, without a window that outlives the test. */
class Memory implements vscode.Memento {
  readonly #kept = new Map<string, unknown>();
  keys() {
    return [...this.#kept.keys()];
  }
  get<T>(key: string, otherwise?: T): T | undefined {
    return (this.#kept.get(key) as T | undefined) ?? otherwise;
  }
  update(key: string, value: unknown): Promise<void> {
    this.#kept.set(key, value);
    return Promise.resolve();
  }
}

let count = 0;
const folder = () => `bibliography/${(count += 1)}`;

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(onDisk(name)), { recursive: true });
  writeFileSync(onDisk(name), content);
}

const read = (name: string) => readFileSync(onDisk(name), 'utf8');

describe('the bibliography of a document', () => {
  const cites = new CiteIndex();
  const bibliographies = new Bibliographies(cites, new BibliographyChoice(new Memory()));
  const house = { cites, bibliographies };
  let faulty: FaultyFiles;
  let textbooks: Paper;
  let chat: Paper;
  let instruct: Paper;

  before(async () => {
    faulty = new FaultyFiles();
    await (await litshelf()).papers();
    const get = async (key: string) => {
      const fields = await paper(key);
      assert.ok(fields, key);
      return toPaper(fields);
    };
    [textbooks, chat, instruct] = await Promise.all([get('gunasekar2023textbooks'), get('ding2023enhancing'), get('wang2023selfinstruct')]);
  });
  afterEach(async () => {
    faulty.reset();
    await closeEditors();
  });
  after(() => {
    bibliographies.dispose();
    faulty.dispose();
    remove('bibliography');
  });

  /** A document with a bibliography, and what entering papers gives. */
  const enter = async (name: string, papers: readonly Paper[]): Promise<Entered> => enterPapers(house, await vscode.workspace.openTextDocument(uriOf(name)), papers);

  describe('is written', () => {
    it('with all papers of a command in one step, keeping every other byte, CRLF and the byte order mark', async () => {
      const at = folder();
      const old = `\uFEFF${bib.replaceAll('\n', '\r\n')}`;
      write(`${at}/a.tex`, '\\addbibresource{refs.bib}\n');
      write(`${at}/refs.bib`, old);
      const editor = await vscode.window.showTextDocument(uriOf(`${at}/refs.bib`));
      const { keys, added, file } = await enter(`${at}/a.tex`, [textbooks, instruct, chat, textbooks]);
      assert.deepEqual(keys, ['gunasekar2023textbooks', 'mine', 'ding2023enhancing', 'gunasekar2023textbooks']);
      assert.deepEqual(added, ['gunasekar2023textbooks', 'ding2023enhancing']);
      assert.equal(file, `${at}/refs.bib`);
      const now = read(`${at}/refs.bib`);
      assert.ok(now.startsWith(old.trimEnd()));
      assert.equal(now.replaceAll('\r\n', '').includes('\n'), false);
      assert.equal(editor.document.isDirty, false);
      // the editor shows it, and one undo takes all of it back
      assert.match(editor.document.getText(), /ding2023enhancing/);
      await vscode.window.showTextDocument(editor.document);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), old.slice(1));
    });

    it('not a second time', async () => {
      const at = folder();
      write(`${at}/a.md`, '---\nbibliography: refs.bib\n---\n');
      write(`${at}/refs.bib`, '');
      assert.deepEqual((await enter(`${at}/a.md`, [textbooks, chat])).added, ['gunasekar2023textbooks', 'ding2023enhancing']);
      const once = read(`${at}/refs.bib`);
      assert.match(once, /\}\n\n@/);
      assert.deepEqual((await enter(`${at}/a.md`, [textbooks, chat])).added, []);
      assert.equal(read(`${at}/refs.bib`), once);
    });

    for (const [name, start, expected] of [
      ['refs.json', '[]\n', /^\[\s*\{[\s\S]*"gunasekar2023textbooks"[\s\S]*\},\s*\{[\s\S]*"ding2023enhancing"[\s\S]*\]\s*$/],
      ['refs.json', undefined, /^\[[\s\S]*"gunasekar2023textbooks"[\s\S]*"ding2023enhancing"[\s\S]*\]\s*$/],
      ['refs.yaml', 'references:\n  - id: old\n    type: book\n    title: Old\n', /^references:\n {2}- id: old\n[\s\S]*gunasekar2023textbooks[\s\S]*ding2023enhancing/],
    ] as const) {
      it(`in the format of ${name}${start === undefined ? ', which is made' : ''}`, async () => {
        const at = folder();
        write(`${at}/a.md`, `---\nbibliography: ${name}\n---\n`);
        if (start !== undefined) write(`${at}/${name}`, start);
        assert.deepEqual((await enter(`${at}/a.md`, [textbooks, chat])).added, ['gunasekar2023textbooks', 'ding2023enhancing']);
        assert.match(read(`${at}/${name}`), expected);
        assert.deepEqual((await enter(`${at}/a.md`, [chat, textbooks])).added, []);
      });
    }

    it('in Hayagriva for Typst', async () => {
      const at = folder();
      write(`${at}/a.typ`, '#bibliography("refs.yml")\n');
      write(`${at}/refs.yml`, 'old:\n  type: Book\n  title: Old\n');
      assert.deepEqual((await enter(`${at}/a.typ`, [textbooks, chat])).added, ['gunasekar2023textbooks', 'ding2023enhancing']);
      assert.match(read(`${at}/refs.yml`), /^old:\n {2}type: Book\n {2}title: Old\n[\s\S]*gunasekar2023textbooks:[\s\S]*ding2023enhancing:/);
    });

    it('as the settings say', async () => {
      const at = folder();
      write(`${at}/a.tex`, '\\addbibresource{refs.bib}\n');
      write(`${at}/refs.bib`, '');
      const section = vscode.workspace.getConfiguration('litshelf');
      const wanted = { [settingKeys.bibtexDialect]: 'biblatex', [settingKeys.bibtexAlign]: 'never', [settingKeys.bibtexProtect]: 'whole' };
      for (const [key, value] of Object.entries(wanted)) await section.update(key, value, vscode.ConfigurationTarget.Workspace);
      try {
        await enter(`${at}/a.tex`, [textbooks]);
      } finally {
        for (const key of Object.keys(wanted)) await section.update(key, undefined, vscode.ConfigurationTarget.Workspace);
      }
      assert.match(read(`${at}/refs.bib`), /^@online\{[\s\S]*\n {2}title = \{\{Textbooks[^\n]*\}\}[\s\S]*\n {2}date = /m);
    });

    it('among unsaved changes without saving them, and says so', async () => {
      const at = folder();
      write(`${at}/a.tex`, '\\addbibresource{refs.bib}\n');
      write(`${at}/refs.bib`, bib);
      const editor = await vscode.window.showTextDocument(uriOf(`${at}/refs.bib`));
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '% being written\n'));
      const { added, unsaved } = await enter(`${at}/a.tex`, [textbooks, chat]);
      assert.deepEqual(added, ['gunasekar2023textbooks', 'ding2023enhancing']);
      assert.equal(unsaved, true);
      assert.ok(editor.document.isDirty);
      assert.match(editor.document.getText(), /^% being written\n[\s\S]*gunasekar2023textbooks[\s\S]*ding2023enhancing/);
      assert.equal(read(`${at}/refs.bib`), bib);
      await vscode.window.showTextDocument(editor.document);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), `% being written\n${bib}`);
    });

    it('among ten thousand entries without holding the extension host up', async () => {
      const at = folder();
      const many = Array.from({ length: 10_000 }, (_one, n) => `@article{key${n},\n  title  = {Title number ${n} of the {Bench} with \\"umlauts\\"},\n  author = {Doe, Jane ${n} and Roe, Richard},\n  year   = {${1950 + (n % 70)}},\n  doi    = {10.1000/${n}},\n}\n`).join('\n');
      write(`${at}/a.tex`, '\\addbibresource{refs.bib}\n');
      write(`${at}/refs.bib`, many);
      const { added } = await enter(`${at}/a.tex`, [textbooks, chat]);
      assert.equal(added.length, 2);
      const now = read(`${at}/refs.bib`);
      assert.ok(now.startsWith(many.trimEnd()));
      assert.match(now.slice(many.length - 10), /gunasekar2023textbooks[\s\S]*ding2023enhancing/);
    });
  });

  describe('stays as it was, with the reason,', () => {
    /** Entering fails for the reason, and the file, its document and the citing document are as before. */
    const refuses = async (document: vscode.TextDocument, bibliography: vscode.Uri, reason: RegExp, expected: string | undefined) => {
      const text = document.getText();
      await assert.rejects(enterPapers(house, document, [textbooks, chat]), (fault: unknown) => {
        assert.ok(fault instanceof Error && fault.name === 'UserError', String(fault));
        assert.match(fault.message, reason);
        return true;
      });
      const now = await vscode.workspace.fs.readFile(bibliography).then((bytes) => new TextDecoder().decode(bytes), () => undefined);
      assert.equal(now, expected);
      assert.equal(document.getText(), text);
      const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === bibliography.toString());
      return { open };
    };
    const faultyDocument = async (text = '\\addbibresource{refs.bib}\n') => {
      const at = faulty.folder();
      faulty.put(`${at}/a.tex`, text);
      const document = await vscode.workspace.openTextDocument(faulty.uri(`${at}/a.tex`));
      return { document, at, refs: faulty.uri(`${at}/refs.bib`) };
    };

    it('when the disk is full', async () => {
      const { document, at, refs } = await faultyDocument();
      faulty.put(`${at}/refs.bib`, bib);
      faulty.onWrite = () => new Error('ENOSPC: no space left on device, write');
      const { open } = await refuses(document, refs, /refs\.bib cannot be written: the disk is full/, bib);
      assert.ok(!open?.isDirty);
    });

    it('when the disk is full and an editor shows the file', async () => {
      const { document, at, refs } = await faultyDocument();
      faulty.put(`${at}/refs.bib`, bib);
      await vscode.window.showTextDocument(refs);
      await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
      faulty.onWrite = () => new Error('ENOSPC: no space left on device, write');
      const { open } = await refuses(document, refs, /refs\.bib cannot be written: the disk is full/, bib);
      assert.equal(open?.getText(), bib);
      assert.equal(open.isDirty, false);
      assert.equal(vscode.window.activeTextEditor?.document, document);
    });

    it('when the disk became full in the middle: what was lost is put back', async () => {
      const { document, at, refs } = await faultyDocument();
      faulty.put(`${at}/refs.bib`, bib);
      let first = true;
      faulty.onWrite = (name, bytes) => {
        if (!first) return undefined;
        first = false;
        faulty.put(name, new TextDecoder().decode(bytes.slice(0, 20)));
        return new Error('ENOSPC: no space left on device, write');
      };
      await refuses(document, refs, /the disk is full/, bib);
    });

    it('when there is no permission', async () => {
      const { document, at, refs } = await faultyDocument();
      faulty.put(`${at}/refs.bib`, bib);
      faulty.onWrite = () => vscode.FileSystemError.NoPermissions(refs);
      await refuses(document, refs, /no permission/, bib);
    });

    it('when the file is read-only', async () => {
      const { document, at, refs } = await faultyDocument();
      faulty.put(`${at}/refs.bib`, bib);
      faulty.readonly.add(`${at}/refs.bib`);
      await refuses(document, refs, /refs\.bib cannot be changed: it is read-only/, bib);
    });

    it('when the file system is read-only', async () => {
      const at = faulty.folder();
      faulty.put(`${at}/a.tex`, '\\addbibresource{refs.bib}\n');
      faulty.put(`${at}/refs.bib`, bib);
      const uri = (name: string) => faulty.uri(name).with({ scheme: FaultyFiles.frozen });
      const document = await vscode.workspace.openTextDocument(uri(`${at}/a.tex`));
      await refuses(document, uri(`${at}/refs.bib`), /its file system is read-only/, bib);
    });

    it('when a new file cannot be made', async () => {
      const { document, at, refs } = await faultyDocument();
      faulty.onWrite = (name, bytes) => {
        faulty.put(name, new TextDecoder().decode(bytes.slice(0, 5)));
        return new Error('ENOSPC: no space left on device, write');
      };
      await refuses(document, refs, /the disk is full/, undefined);
      assert.equal(faulty.has(`${at}/refs.bib`), false);
    });

    it('when something else stands in the file afterwards', async () => {
      const { document, at, refs } = await faultyDocument();
      faulty.put(`${at}/refs.bib`, bib);
      faulty.afterWrite = (name) => faulty.put(name, 'somebody else');
      await refuses(document, refs, /is another when it is read again/, 'somebody else');
    });

    it('when the folder is missing', async () => {
      const at = folder();
      write(`${at}/a.tex`, '\\addbibresource{lit/refs.bib}\n');
      await refuses(await vscode.workspace.openTextDocument(uriOf(`${at}/a.tex`)), uriOf(`${at}/lit/refs.bib`), /there is no folder .*lit/, undefined);
      assert.throws(() => statSync(onDisk(at, 'lit')));
    });

    it('when it is a folder', async () => {
      const at = folder();
      write(`${at}/a.tex`, '\\addbibresource{refs.bib}\n');
      mkdirSync(onDisk(at, 'refs.bib'));
      await refuses(await vscode.workspace.openTextDocument(uriOf(`${at}/a.tex`)), uriOf(`${at}/refs.bib`), /it is a folder/, undefined);
    });

    it('when the file has changed under unsaved changes', async () => {
      const at = folder();
      write(`${at}/a.tex`, '\\addbibresource{refs.bib}\n');
      write(`${at}/refs.bib`, bib);
      const editor = await vscode.window.showTextDocument(uriOf(`${at}/refs.bib`));
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '% mine\n'));
      assert.equal(await bibliographies.unsaved.isConflict(editor.document), false);
      write(`${at}/refs.bib`, `% theirs\n${bib}`);
      utimesSync(onDisk(at, 'refs.bib'), new Date(), new Date(Date.now() + 5000));
      const { open } = await refuses(await vscode.workspace.openTextDocument(uriOf(`${at}/a.tex`)), uriOf(`${at}/refs.bib`), /unsaved changes and has changed on disk/, `% theirs\n${bib}`);
      assert.equal(open?.getText(), `% mine\n${bib}`);
    });

    it('when it is in no encoding that gives back its bytes', async () => {
      const at = folder();
      write(`${at}/a.tex`, '\\addbibresource{refs.bib}\n');
      write(`${at}/refs.bib`, Buffer.concat([Buffer.from(bib), Buffer.from('% caf\xe9\n', 'latin1')]));
      const before = readFileSync(onDisk(at, 'refs.bib'));
      await assert.rejects(enter(`${at}/a.tex`, [textbooks]), /is not in UTF-8/);
      assert.deepEqual(readFileSync(onDisk(at, 'refs.bib')), before);
    });

    it('when it is write-protected on disk', async function () {
      const at = folder();
      write(`${at}/a.tex`, '\\addbibresource{refs.bib}\n');
      write(`${at}/refs.bib`, bib);
      chmodSync(onDisk(at, 'refs.bib'), 0o444);
      try {
        // whoever may write everything is not stopped
        if (process.getuid?.() === 0) this.skip();
        await refuses(await vscode.workspace.openTextDocument(uriOf(`${at}/a.tex`)), uriOf(`${at}/refs.bib`), /permission|read-only/, bib);
      } finally {
        chmodSync(onDisk(at, 'refs.bib'), 0o644);
      }
    });
  });

  describe('is found', () => {
    const found = async (name: string) => (await bibliographies.found(await vscode.workspace.openTextDocument(uriOf(name)))).map(({ path: one, by, exists }) => `${one.replace(uriOf('').path, '').replace(/^\//u, '')} ${by}${exists ? '' : ' missing'}`);

    it('by the choice of a person before everything else, until it is forgotten', async () => {
      const at = folder();
      write(`${at}/a.md`, 'Text [@a].\n');
      write(`${at}/references.bib`, bib);
      write(`${at}/lit/other.bib`, bib);
      assert.deepEqual(await found(`${at}/a.md`), [`${at}/references.bib beside`]);
      await bibliographies.choice.choose(uriOf(`${at}/a.md`), uriOf(`${at}/lit/other.bib`).path);
      assert.deepEqual(await found(`${at}/a.md`), [`${at}/lit/other.bib chosen`]);
      rmSync(onDisk(at, 'lit/other.bib'));
      await eventually(async () => assert.deepEqual(await found(`${at}/a.md`), [`${at}/lit/other.bib chosen missing`]));
      await bibliographies.choice.choose(uriOf(`${at}/a.md`), undefined);
      assert.deepEqual(await found(`${at}/a.md`), [`${at}/references.bib beside`]);
    });

    it('by the default where the document names none', async () => {
      const at = folder();
      write(`${at}/a.md`, 'Text [@a].\n');
      write(`${at}/b.md`, '---\nbibliography: own.bib\n---\n');
      write(`${at}/own.bib`, bib);
      write(`${at}/all.bib`, bib);
      const section = vscode.workspace.getConfiguration('litshelf');
      for (const typed of [`${at}/all.bib`, 'all.bib', onDisk(at, 'all.bib')]) {
        await section.update(settingKeys.bibliographyDefault, typed, vscode.ConfigurationTarget.Workspace);
        try {
          await eventually(async () => assert.deepEqual(await found(`${at}/a.md`), [`${at}/all.bib default`]));
          assert.deepEqual(await found(`${at}/b.md`), [`${at}/own.bib front-matter`]);
        } finally {
          await section.update(settingKeys.bibliographyDefault, undefined, vscode.ConfigurationTarget.Workspace);
        }
      }
    });
  });

  describe('is named', () => {
    it('in the document, and carets stay where they were in the text', async () => {
      const at = folder();
      write(`${at}/a.typ`, '= T\n\nAs said');
      const editor = await vscode.window.showTextDocument(uriOf(`${at}/a.typ`));
      const end = editor.document.positionAt(editor.document.getText().length);
      editor.selection = new vscode.Selection(end, end);
      await (await namingOf(house, editor.document, uriOf(`${at}/lit/refs.bib`)))?.write();
      assert.equal(editor.document.getText(), '= T\n\nAs said\n\n#bibliography("lit/refs.bib")\n');
      assert.deepEqual(editor.selection.active, end);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), '= T\n\nAs said');
    });

    it('in the main file of a chapter, which is saved', async () => {
      const at = folder();
      write(`${at}/ch/one.tex`, '% !TeX root = ../main.tex\nText.\n');
      write(`${at}/main.tex`, '\\documentclass{article}\n\\usepackage{biblatex}\n\\begin{document}\n\\input{ch/one}\n\\printbibliography\n\\end{document}\n');
      const chapter = await vscode.workspace.openTextDocument(uriOf(`${at}/ch/one.tex`));
      await (await namingOf(house, chapter, uriOf(`${at}/refs.bib`)))?.write();
      assert.match(read(`${at}/main.tex`), /\\usepackage\{biblatex\}\n\\addbibresource\{refs\.bib\}\n/);
      assert.equal(chapter.isDirty, false);
    });

    it('nowhere in a chapter without a main file', async () => {
      const at = folder();
      write(`${at}/one.tex`, 'Text.\n');
      assert.equal(await namingOf(house, await vscode.workspace.openTextDocument(uriOf(`${at}/one.tex`)), uriOf(`${at}/refs.bib`)), undefined);
    });
  });
});
