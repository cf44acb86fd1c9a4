import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, eventually, litshelf, onDisk, remove, uriOf } from './support.js';

const bib = `@inproceedings{wang2023,
  title = {Self-Instruct: Aligning Language Models with Self-Generated Instructions},
  author = {Wang, Yizhong},
  year = {2023},
  eprint = {2212.10560},
  archiveprefix = {arXiv},
}

@misc{zed2020,
  title = {Untouched   spaces},
  author = {Zed, Anna},
  year = {2020},
}
`;

let count = 0;

/** Writes files into a folder of their own, opens one in an editor and gives its URI. */
async function open(files: Record<string, string>, name: string): Promise<{ editor: vscode.TextEditor; uri: vscode.Uri; at: (file: string) => string }> {
  const folder = `diagnostics/${(count += 1)}`;
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(onDisk(folder, file)), { recursive: true });
    writeFileSync(onDisk(folder, file), text);
  }
  const uri = uriOf(`${folder}/${name}`);
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  return { editor, uri, at: (file) => `${folder}/${file}` };
}

const codeOf = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? code.value : code);
const ours = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Litshelf');
/** `code text` of each, in order of the text. */
async function told(uri: vscode.Uri): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  return ours(uri).sort((a, b) => a.range.start.compareTo(b.range.start)).map((one) => `${String(codeOf(one))} ${document.getText(one.range)}`);
}
const tells = (uri: vscode.Uri, expected: readonly string[]) => eventually(async () => assert.deepEqual(await told(uri), expected));

async function fixes(uri: vscode.Uri, code: string, nth = 0): Promise<vscode.CodeAction[]> {
  const diagnostic = ours(uri).filter((one) => codeOf(one) === code)[nth];
  assert.ok(diagnostic, code);
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, diagnostic.range, vscode.CodeActionKind.QuickFix.value);
}

async function apply(uri: vscode.Uri, code: string, title: RegExp, nth = 0): Promise<void> {
  const all = await fixes(uri, code, nth);
  const action = all.find((one) => title.test(one.title));
  assert.ok(action, `${String(title)} among ${all.map((one) => one.title).join(' | ')}`);
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

const textOf = async (name: string) => (await vscode.workspace.openTextDocument(uriOf(name))).getText();

describe('diagnostics of citations', () => {
  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(async () => {
    await closeEditors();
  });
  after(() => remove('diagnostics'));

  const documents: Readonly<Record<string, { name: string; text: string; missing: string }>> = {
    LaTeX: { name: 'a.tex', text: '\\addbibresource{refs.bib}\n\\begin{document}\n\\cite{wang2023, wagn2023}\n% \\cite{comment}\n\\ref{fig:a}\n\\end{document}\n', missing: 'wagn2023' },
    Quarto: { name: 'a.qmd', text: '---\nbibliography: refs.bib\n---\n\nAs [@wang2023; @wagn2023, p. 3] and @fig-one, @tbl-two and @sec-three show.\n\n`@code`\n', missing: 'wagn2023' },
    Typst: { name: 'a.typ', text: '#bibliography("refs.bib")\n= Start <start>\nAs @wang2023 and @wagn2023 say, see @start.\n', missing: 'wagn2023' },
  };
  for (const [markup, { name, text, missing }] of Object.entries(documents)) {
    it(`tells of a key without an entry in ${markup}, and offers the one that is meant`, async () => {
      const { editor, uri } = await open({ [name]: text, 'refs.bib': bib }, name);
      await tells(uri, [`unresolved-key ${missing}`]);
      const [one] = ours(uri);
      assert.equal(one?.severity, vscode.DiagnosticSeverity.Warning);
      assert.match(one.message, /refs\.bib/);
      const all = await fixes(uri, 'unresolved-key');
      assert.ok(all.some(({ title, isPreferred }) => title === 'Change to "wang2023"' && isPreferred === true), all.map(({ title }) => title).join(' | '));
      await apply(uri, 'unresolved-key', /^Change to "wang2023"$/);
      assert.equal(editor.document.getText(), text.replace(missing, 'wang2023'));
      await tells(uri, []);
    });
  }

  it('adds the paper from the catalogue, after which nothing is told any more', async () => {
    const { uri, at } = await open({ 'a.tex': '\\addbibresource{refs.bib}\n\\cite{gunasekar2023textbooks}\n', 'refs.bib': bib }, 'a.tex');
    await tells(uri, ['unresolved-key gunasekar2023textbooks']);
    await apply(uri, 'unresolved-key', /^Add "gunasekar2023textbooks" from the catalogue to refs\.bib$/);
    await eventually(() => assert.match(readFileSync(onDisk(at('refs.bib')), 'utf8'), /@\w+\{gunasekar2023textbooks,/));
    await tells(uri, []);
  });

  it('cites a work by the key that it has in the bibliography', async () => {
    const { uri, editor, at } = await open({ 'a.tex': '\\addbibresource{refs.bib}\n\\cite{wang2023selfinstruct}\n', 'refs.bib': bib }, 'a.tex');
    await tells(uri, ['unresolved-key wang2023selfinstruct']);
    await apply(uri, 'unresolved-key', /from the catalogue/);
    assert.match(editor.document.getText(), /\\cite\{wang2023\}/);
    assert.equal(readFileSync(onDisk(at('refs.bib')), 'utf8'), bib);
  });

  it('says nothing where no bibliography was found, nor of names in a text that does not cite', async () => {
    const { uri } = await open({ 'a.md': 'Thanks to @octocat and @torvalds.\n' }, 'a.md');
    const beside = await open({ 'b.md': 'Thanks to @octocat.\n', 'references.bib': bib }, 'b.md');
    const witness = await open({ 'c.tex': '\\bibliography{refs}\n\\cite{nobody}', 'refs.bib': bib }, 'c.tex');
    await tells(witness.uri, ['unresolved-key nobody']);
    await tells(uri, []);
    await tells(beside.uri, []);
  });

  it('tells of a bibliography that is not there, once and at its name, and makes it', async () => {
    const { uri, at } = await open({ 'a.typ': '#bibliography("sources/refs.bib")\n@one @two\n' }, 'a.typ');
    await tells(uri, ['missing-bibliography sources/refs.bib']);
    await apply(uri, 'missing-bibliography', /^Create .*refs\.bib$/);
    assert.ok(existsSync(onDisk(at('sources/refs.bib'))));
    await tells(uri, ['unresolved-key one', 'unresolved-key two']);
  });

  it('forgets a document that is closed, and obeys its settings', async () => {
    const { uri } = await open({ 'a.tex': '\\addbibresource{refs.bib}\n\\cite{nobody}\n', 'refs.bib': bib }, 'a.tex');
    await tells(uri, ['unresolved-key nobody']);
    const settings = vscode.workspace.getConfiguration('litshelf.diagnostics');
    try {
      await settings.update('unresolvedKey', 'error', vscode.ConfigurationTarget.Workspace);
      await eventually(() => assert.equal(ours(uri)[0]?.severity, vscode.DiagnosticSeverity.Error));
      await settings.update('unresolvedKey', 'off', vscode.ConfigurationTarget.Workspace);
      await tells(uri, []);
    } finally {
      await settings.update('unresolvedKey', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await tells(uri, ['unresolved-key nobody']);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await eventually(() => assert.deepEqual(ours(uri), []));
  });

  it('follows what is typed, and what includes the document', async () => {
    const { editor, uri } = await open({ 'main.tex': '\\addbibresource{refs.bib}\n\\include{one}\n', 'one.tex': '% !TeX root = main.tex\n\\cite{wang2023}\n', 'refs.bib': bib }, 'one.tex');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 14), ',later'));
    await tells(uri, ['unresolved-key later']);
    await editor.edit((edit) => edit.delete(new vscode.Range(1, 14, 1, 20)));
    await tells(uri, []);
  });
});

describe('diagnostics of bibliographies', () => {
  afterEach(async () => {
    await closeEditors();
  });
  after(() => remove('diagnostics'));

  const copy = bib.slice(bib.indexOf('@misc'));

  it('tells of a key given twice with the other place, and removes or renames the entry', async () => {
    const { uri, editor } = await open({ 'refs.bib': `${bib}\n${copy.replace('Untouched', 'Another')}`, 'a.tex': '\\bibliography{refs}\n' }, 'refs.bib');
    await tells(uri, ['duplicate-key zed2020']);
    const [one] = ours(uri);
    assert.equal(one?.range.start.line, 14);
    assert.equal(one.relatedInformation?.[0]?.location.range.start.line, 8);
    const titles = (await fixes(uri, 'duplicate-key')).map(({ title }) => title);
    assert.deepEqual(titles, ['Remove this entry', 'Give this entry the key "zed2020b"', 'Go to the entry zed2020 on line 9']);
    await apply(uri, 'duplicate-key', /Go to/);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 8);
    await apply(uri, 'duplicate-key', /zed2020b/);
    assert.match(editor.document.getText(), /@misc\{zed2020b,\n {2}title = \{Another/);
    await tells(uri, []);
  });

  it('removes exactly the second of two equal entries', async () => {
    const { uri, editor } = await open({ 'refs.bib': `${bib}\n${copy}` }, 'refs.bib');
    await tells(uri, ['duplicate-key zed2020']);
    assert.ok((await fixes(uri, 'duplicate-key'))[0]?.isPreferred);
    await apply(uri, 'duplicate-key', /^Remove/);
    assert.equal(editor.document.getText().trimEnd(), bib.trimEnd());
    await tells(uri, []);
  });

  it('tells of a work that stands there twice, and lets everything cite the first', async () => {
    const twin = '\n@article{selfinstruct,\n  title = {{Self-Instruct}: Aligning Language Models with Self-Generated Instructions},\n  author = {Wang, Yizhong},\n  year = {2023},\n  eprint = {2212.10560},\n  archiveprefix = {arXiv},\n}\n';
    const { uri, editor, at } = await open({ 'refs.bib': bib + twin, 'a.tex': '\\bibliography{refs}\n\\cite{selfinstruct}\\cite{zed2020}\n', 'b.qmd': '---\nbibliography: refs.bib\n---\n[@selfinstruct, p. 3]\n' }, 'refs.bib');
    await eventually(async () => assert.ok((await told(uri)).includes('same-work-twice selfinstruct')));
    await apply(uri, 'same-work-twice', /^Cite wang2023 instead/);
    assert.equal(editor.document.getText().trimEnd(), bib.trimEnd());
    assert.match(await textOf(at('a.tex')), /\\cite\{wang2023\}\\cite\{zed2020\}/);
    assert.match(await textOf(at('b.qmd')), /\[@wang2023, p\. 3\]/);
    await vscode.workspace.saveAll();
  });

  it('tells of a key given twice in CSL-JSON, and takes the second out', async () => {
    const item = (title: string) => `  {\n    "id": "csl2020",\n    "type": "book",\n    "title": "${title}"\n  }`;
    const { uri, editor } = await open({ 'refs.json': `[\n${item('One')},\n${item('Other')}\n]\n` }, 'refs.json');
    await eventually(async () => assert.ok((await told(uri)).some((one) => /^duplicate-key "?csl2020"?$/.test(one)), (await told(uri)).join()));
    await apply(uri, 'duplicate-key', /^Remove this entry$/);
    assert.deepEqual((JSON.parse(editor.document.getText()) as { title: string }[]).map(({ title }) => title), ['One']);
    await tells(uri, []);
  });

  it('tells of a broken entry at its place, with the code of the reader', async () => {
    const { uri } = await open({ 'refs.bib': `@misc{broken,\n  title = {Never closed\n}\n\n${bib}` }, 'refs.bib');
    await eventually(() => assert.ok(ours(uri).some((one) => /^bibtex-/.test(String(codeOf(one))) && one.range.start.line < 4), JSON.stringify(ours(uri))));
  });

  it('marks entries that no document cites, and takes them out', async () => {
    const { uri, editor } = await open({ 'refs.bib': bib.replace('wang2023', 'used2023').replace('zed2020', 'unused2020'), 'a.tex': '\\bibliography{refs}\n\\cite{used2023}\n' }, 'refs.bib');
    await tells(uri, ['unused-entry unused2020']);
    const [one] = ours(uri);
    assert.equal(one?.severity, vscode.DiagnosticSeverity.Hint);
    assert.deepEqual(one.tags, [vscode.DiagnosticTag.Unnecessary]);
    await apply(uri, 'unused-entry', /^Remove the entry unused2020$/);
    assert.doesNotMatch(editor.document.getText(), /unused2020/);
    await tells(uri, []);
  });

  it('marks nothing as unused in a bibliography that no document uses', async () => {
    const alone = bib.replace('wang2023', 'lonely1').replace('zed2020', 'lonely2');
    const { uri } = await open({ 'refs.bib': `${alone}\n@misc{lonely2, title = {Third}}\n` }, 'refs.bib');
    await tells(uri, ['duplicate-key lonely2']);
  });
});
