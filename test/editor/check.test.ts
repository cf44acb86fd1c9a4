/** The rules for catalogues on their YAML: what is shown, what is fixed, and by whom it is switched off. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeEditors, eventually, litshelf, onDisk, remove, uriOf } from './support.js';

const folder = 'checked';
const one = `${folder}/papers/one.yaml`;
const text = `# Papers of ours.
- id: able2021first
  type: article
  title: The First Ends.   # told below
  authors: [Ann Able and Bob Baker]
  issued: 2021
  arxiv: 2101.00001
  links: {page: "http://arxiv.org/abs/2101.00001v2"}

- id: baker2021second
  type: article
  title: The Second Ends, Too.
  authors: [Bob Baker]
  issued: 2021
  arxiv: "2101.00002"
  categories: [dta]

- id: cole2022stub
  arxiv: "2201.00003"
  unchecked: true
`;

describe('checks of catalogues', () => {
  const settings = () => vscode.workspace.getConfiguration('litshelf');
  const uri = uriOf(one);
  const codeOf = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? String(code.value) : String(code));
  const codes = () => vscode.languages.getDiagnostics(uri).map(codeOf).sort();
  const allOfThem = ['arxiv-unquoted', 'author-several', 'http-link', 'title-full-stop', 'title-full-stop', 'unchecked', 'unknown-category', 'versioned-link'];
  const shown = (expected: readonly string[]) => eventually(() => assert.deepEqual(codes(), expected), 15_000);
  const find = (code: string) => vscode.languages.getDiagnostics(uri).find((diagnostic) => codeOf(diagnostic) === code);
  const actionsAt = async (range: vscode.Range, kind: string) => vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind, 20);
  const choose = async (code: string, title: RegExp): Promise<void> => {
    const place = find(code);
    assert.ok(place, code);
    const actions = await actionsAt(place.range, vscode.CodeActionKind.QuickFix.value);
    const action = actions.find((candidate) => title.test(candidate.title));
    assert.ok(action?.edit, actions.map((candidate) => candidate.title).join('\n'));
    assert.ok(await vscode.workspace.applyEdit(action.edit));
  };

  before(async () => {
    await litshelf();
    mkdirSync(onDisk(`${folder}/papers`), { recursive: true });
    writeFileSync(onDisk(`${folder}/catalog.yaml`), 'title: Checked\ncategories: [{id: data, title: Data}]\ncheck: {empty-category: off}\n');
    writeFileSync(onDisk(one), text);
    await settings().update('catalogues', [folder], vscode.ConfigurationTarget.Workspace);
  });
  after(async () => {
    await settings().update('check.severity', undefined, vscode.ConfigurationTarget.Workspace);
    await settings().update('catalogues', undefined, vscode.ConfigurationTarget.Workspace);
    await closeEditors();
    remove(folder);
  });
  beforeEach(async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
    await document.save();
  });

  it('are shown where they are, with a page that explains them', async () => {
    await shown(allOfThem);
    const link = find('http-link');
    assert.ok(link && typeof link.code === 'object');
    assert.match(link.code.target.toString(), /^https:\/\/github\.com\/.*\/docs\/checks\.md#http-link$/u);
    assert.equal(text.split('\n')[link.range.start.line]?.slice(link.range.start.character, link.range.end.character), 'http://arxiv.org/abs/2101.00001v2');
    assert.deepEqual([find('unknown-category')?.severity, link.severity, find('unchecked')?.severity], [vscode.DiagnosticSeverity.Error, vscode.DiagnosticSeverity.Warning, vscode.DiagnosticSeverity.Information]);
    assert.match(find('unchecked')?.message ?? '', /Update Metadata/u);
  });

  it('follow what is typed', async () => {
    await shown(allOfThem);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, find('unknown-category')?.range ?? new vscode.Range(0, 0, 0, 0), 'data');
    await vscode.workspace.applyEdit(edit);
    await shown(allOfThem.filter((code) => code !== 'unknown-category'));
  });

  it('are as severe as the settings say', async () => {
    await shown(allOfThem);
    await settings().update('check.severity', { 'http-link': 'off', 'arxiv-unquoted': 'off', 'title-full-stop': 'error', unchecked: 'loud', 'empty-category': 'info' }, vscode.ConfigurationTarget.Workspace);
    try {
      await shown(allOfThem.filter((code) => code !== 'http-link' && code !== 'arxiv-unquoted'));
      await eventually(() => assert.equal(find('title-full-stop')?.severity, vscode.DiagnosticSeverity.Error));
      await eventually(() => assert.deepEqual(vscode.languages.getDiagnostics(uriOf(`${folder}/catalog.yaml`)).map(codeOf), ['empty-category']));
    } finally {
      await settings().update('check.severity', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await shown(allOfThem);
    // catalog.yaml says so
    await eventually(() => assert.deepEqual(vscode.languages.getDiagnostics(uriOf(`${folder}/catalog.yaml`)), []));
  });

  it('are fixed one by one, the rest byte for byte as it was', async () => {
    await shown(allOfThem);
    const document = await vscode.workspace.openTextDocument(uri);
    await choose('author-several', /^Give each an item: Ann Able \| Bob Baker$/u);
    assert.equal(document.getText(), text.replace('[Ann Able and Bob Baker]', '[Ann Able, Bob Baker]'));
    await shown(allOfThem.filter((code) => code !== 'author-several'));
    await choose('arxiv-unquoted', /^Put 2101\.00001 in quotes$/u);
    await choose('unknown-category', /^Write data instead$/u);
    assert.equal(document.getText(), text.replace('[Ann Able and Bob Baker]', '[Ann Able, Bob Baker]').replace('2101.00001\n', '"2101.00001"\n').replace('[dta]', '[data]'));
    await vscode.commands.executeCommand('undo');
    assert.ok(document.getText().includes('[dta]'));
  });

  it('are fixed all of a kind, and all at once', async () => {
    await shown(allOfThem);
    const document = await vscode.workspace.openTextDocument(uri);
    await choose('title-full-stop', /^Fix all 2 of this kind in this file \(title-full-stop\)$/u);
    assert.equal(document.getText(), text.replace('Ends.   #', 'Ends   #').replace('Too.', 'Too'));
    const [all] = await actionsAt(new vscode.Range(0, 0, 0, 0), vscode.CodeActionKind.SourceFixAll.value);
    assert.ok(all?.edit);
    assert.equal(all.kind?.value, 'source.fixAll.litshelf');
    await vscode.workspace.applyEdit(all.edit);
    const fixed = text.replace('Ends.   #', 'Ends   #').replace('Too.', 'Too').replace('[Ann Able and Bob Baker]', '[Ann Able, Bob Baker]').replace('2101.00001\n', '"2101.00001"\n').replace('http://arxiv.org/abs/2101.00001v2', 'https://arxiv.org/abs/2101.00001');
    assert.equal(document.getText(), fixed);
    await shown(['unchecked', 'unknown-category']);
  });

  it('offer to complete what was added without being looked up', async () => {
    await shown(allOfThem);
    const actions = await actionsAt(find('unchecked')?.range ?? new vscode.Range(0, 0, 0, 0), vscode.CodeActionKind.QuickFix.value);
    assert.deepEqual(actions.map(({ command }) => [command?.command, command?.arguments]), [['litshelf.updateMetadata', ['cole2022stub']]]);
  });

  it('are counted by a command', async () => {
    await shown(allOfThem);
    const found = await vscode.commands.executeCommand<{ errors: number; warnings: number; notes: number; fixable: number }>('litshelf.checkCatalogue');
    assert.deepEqual(found, { errors: 1, warnings: 5, notes: 2, fixable: 6 });
    assert.equal(readFileSync(onDisk(one), 'utf8'), text);
  });

  it('ask links only when told to, and never this machine', async () => {
    await shown(allOfThem);
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), '- id: zeta2020\n  type: software\n  title: Z\n  links: {page: "https://127.0.0.1:9/gone", code: "https://printer.local/"}\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await shown([]);
    const asked = await vscode.commands.executeCommand<{ asked: number; dead: string[]; unknown: string[] }>('litshelf.checkLinks', { catalogue: folder });
    assert.deepEqual([asked.dead, asked.unknown.sort()], [[], ['https://127.0.0.1:9/gone', 'https://printer.local/']]);
    await shown([]);
  });
});
