import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, eventually, litshelf, onDisk, paper, remove, uriOf } from './support.js';

const mine = 'catalog/papers/mine.yaml';

describe('catalogues in VS Code', () => {
  let original = '';
  before(() => {
    original = readFileSync(onDisk(mine), 'utf8');
  });
  afterEach(async () => {
    await closeEditors();
    mkdirSync(onDisk('catalog/papers'), { recursive: true });
    writeFileSync(onDisk(mine), original);
    await eventually(async () => assert.equal((await paper('muster2021grundlagen'))?.title, 'Grundlagen künstlicher Daten'));
  });

  it('holds the bundled works and those of the workspace', async () => {
    const papers = await (await litshelf()).papers();
    assert.equal(papers.length, 158);
    assert.equal(papers.filter(({ id }) => id === 'wang2023selfinstruct').length, 1);
  });

  it('lays the remark of the workspace over the bundled paper', async () => {
    const selfInstruct = await paper('wang2023selfinstruct');
    assert.equal(selfInstruct?.note, 'We reproduce this one.');
    assert.equal(selfInstruct.arxiv, '2212.10560');
  });

  it('shows a save from outside VS Code', async () => {
    writeFileSync(onDisk(mine), original.replace('Grundlagen künstlicher', 'Neue Grundlagen künstlicher'));
    await eventually(async () => assert.equal((await paper('muster2021grundlagen'))?.title, 'Neue Grundlagen künstlicher Daten'));
  });

  it('shows what is typed before it is saved, and takes it back with undo', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf(mine));
    const editor = await vscode.window.showTextDocument(document);
    const at = document.getText().indexOf('Grundlagen');
    await editor.edit((edit) => edit.insert(document.positionAt(at), 'Typed '));
    await eventually(async () => assert.equal((await paper('muster2021grundlagen'))?.title, 'Typed Grundlagen künstlicher Daten'));
    await vscode.commands.executeCommand('undo');
    await eventually(async () => assert.equal((await paper('muster2021grundlagen'))?.title, 'Grundlagen künstlicher Daten'));
  });

  it('shows a file that is added, renamed and removed', async () => {
    writeFileSync(onDisk('catalog/papers/more.yaml'), '- id: more2024\n  title: More\n  categories: [ours]\n');
    await eventually(async () => assert.equal((await paper('more2024'))?.title, 'More'));
    renameSync(onDisk('catalog/papers/more.yaml'), onDisk('catalog/papers/most.yml'));
    await eventually(async () => assert.ok(await paper('more2024')));
    remove('catalog/papers/most.yml');
    await eventually(async () => assert.equal(await paper('more2024'), undefined));
  });

  it('shows that the whole folder is gone, and that it is back', async () => {
    const aside = path.join(path.dirname(onDisk()), 'aside');
    cpSync(onDisk('catalog'), aside, { recursive: true });
    remove('catalog');
    await eventually(async () => assert.equal(await paper('muster2021grundlagen'), undefined));
    assert.equal((await (await litshelf()).papers()).length, 156);
    cpSync(aside, onDisk('catalog'), { recursive: true });
    await eventually(async () => assert.ok(await paper('muster2021grundlagen')));
  });

  it('keeps the good papers of a broken file and says where it is broken', async () => {
    writeFileSync(onDisk(mine), original.replace('title: "Example: a tool"', 'title: "Example: a tool').replace('issued: 2021-05 ', 'issued: 2021-13 '));
    const problems = await eventually(() => {
      const found = vscode.languages.getDiagnostics(uriOf(mine));
      assert.ok(found.length >= 2, `${found.length} problems`);
      return found;
    });
    const text = readFileSync(onDisk(mine), 'utf8').split('\n');
    const date = problems.find(({ message }) => message.includes('YYYY-MM'));
    assert.ok(date, problems.map(({ message }) => message).join('\n'));
    assert.equal(text[date.range.start.line]?.slice(date.range.start.character), '2021-13   # the printed issue');
    assert.ok(problems.every(({ source, code }) => source === 'Litshelf' && typeof code === 'object' && code.target.toString().includes(`docs/checks.md#${code.value}`)));
    assert.equal((await paper('muster2021grundlagen'))?.title, 'Grundlagen künstlicher Daten');
    assert.equal((await paper('wang2023selfinstruct'))?.note, 'We reproduce this one.');
    writeFileSync(onDisk(mine), original);
    await eventually(() => assert.deepEqual(vscode.languages.getDiagnostics(uriOf(mine)), []));
  });

  it('survives a folder where a file should be', async () => {
    mkdirSync(onDisk('catalog/papers/folder.yaml'));
    const [problem] = await eventually(() => {
      const found = vscode.languages.getDiagnostics(uriOf('catalog/papers/folder.yaml'));
      assert.equal(found.length, 1);
      return found;
    });
    assert.match(problem?.message ?? '', /is a folder where a file should be/);
    remove('catalog/papers/folder.yaml');
    await eventually(() => assert.deepEqual(vscode.languages.getDiagnostics(uriOf('catalog/papers/folder.yaml')), []));
  });

  it('leaves the bundled catalogue out when a setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('litshelf');
    await settings.update('bundledCatalogue', false, vscode.ConfigurationTarget.Global);
    try {
      await eventually(async () => assert.equal((await (await litshelf()).papers()).length, 3));
    } finally {
      await settings.update('bundledCatalogue', undefined, vscode.ConfigurationTarget.Global);
    }
    await eventually(async () => assert.equal((await (await litshelf()).papers()).length, 158));
  });

  it('reads a catalogue that a setting names', async () => {
    mkdirSync(onDisk('elsewhere/papers'), { recursive: true });
    writeFileSync(onDisk('elsewhere/catalog.yaml'), 'title: Elsewhere\n');
    writeFileSync(onDisk('elsewhere/papers/a.yaml'), '- id: else2020\n  title: Else\n');
    const settings = vscode.workspace.getConfiguration('litshelf');
    await settings.update('catalogues', ['elsewhere'], vscode.ConfigurationTarget.Workspace);
    try {
      await eventually(async () => assert.equal((await paper('else2020'))?.title, 'Else'));
      writeFileSync(onDisk('elsewhere/papers/a.yaml'), '- id: else2020\n  title: Changed\n');
      await eventually(async () => assert.equal((await paper('else2020'))?.title, 'Changed'));
    } finally {
      await settings.update('catalogues', undefined, vscode.ConfigurationTarget.Workspace);
      remove('elsewhere');
    }
    await eventually(async () => assert.equal(await paper('else2020'), undefined));
  });
});
