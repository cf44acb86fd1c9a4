import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../src/contributions.js';
import { closeEditors, eventually, litshelf, onDisk, remove, uriOf } from './support.js';

const key = 'gunasekar2023textbooks';
const other = 'ding2023enhancing';
const bib = '@misc{mine,\n  title = {Self-Instruct: Aligning Language Models with Self-Generated Instructions},\n  author = {Wang, Yizhong},\n  eprint = {2212.10560},\n  archiveprefix = {arXiv},\n}\n';

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(onDisk(name)), { recursive: true });
    writeFileSync(onDisk(name), text);
  }
}

/** Puts a cursor where each bar is in the open text, which is written without them. */
async function open(name: string, drawn: string, languageId?: string): Promise<vscode.TextEditor> {
  write({ [name]: drawn.replaceAll('|', '') });
  let document = await vscode.workspace.openTextDocument(uriOf(name));
  if (languageId !== undefined) document = await vscode.languages.setTextDocumentLanguage(document, languageId);
  const editor = await vscode.window.showTextDocument(document);
  const parts = drawn.split('|');
  let at = 0;
  editor.selections = parts.slice(0, -1).map((part) => {
    const place = document.positionAt((at += part.length));
    return new vscode.Selection(place, place);
  });
  return editor;
}

/** The text with a bar at each cursor. */
function drawn({ document, selections }: vscode.TextEditor): string {
  return selections.map(({ active }) => document.offsetAt(active)).sort((a, b) => b - a).reduce((text, at) => `${text.slice(0, at)}|${text.slice(at)}`, document.getText());
}

async function insert(argument: unknown): Promise<unknown> {
  return vscode.commands.executeCommand(commandIds.insertCitation, argument);
}

async function configure(settings: Readonly<Record<string, unknown>>, languageId?: string): Promise<void> {
  for (const [name, value] of Object.entries(settings)) await vscode.workspace.getConfiguration('litshelf', languageId === undefined ? undefined : { languageId }).update(name, value, vscode.ConfigurationTarget.Workspace, languageId !== undefined);
}

/** Opens a notebook; where VS Code's own extension for Jupyter is not there, with as much of it as this takes. */
async function openNotebook(name: string): Promise<vscode.NotebookDocument> {
  try {
    return await vscode.workspace.openNotebookDocument(uriOf(name));
  } catch {
    interface Cell { cell_type: string; source: string[] }
    vscode.workspace.registerNotebookSerializer('jupyter-notebook', {
      deserializeNotebook: (content) => {
        const { cells } = JSON.parse(new TextDecoder().decode(content)) as { cells: Cell[] };
        return new vscode.NotebookData(cells.map(({ cell_type, source }) => (cell_type === 'code' ? new vscode.NotebookCellData(vscode.NotebookCellKind.Code, source.join(''), 'python') : new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, source.join(''), 'markdown'))));
      },
      serializeNotebook: () => new Uint8Array(),
    });
    return vscode.workspace.openNotebookDocument(uriOf(name));
  }
}

describe('inserting a citation', () => {
  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(closeEditors);
  after(() => remove('insert'));

  const markups: readonly (readonly [name: string, text: string, expected: RegExp, languageId?: string])[] = [
    ['a.tex', '\\addbibresource{refs.bib}\nAs said|.\n', /As said ?\\[a-z]*cite[a-z]*\{gunasekar2023textbooks\}\|\.\n$/u],
    ['a.qmd', '---\nbibliography: refs.bib\n---\nAs said|.\n', /As said ?\[@gunasekar2023textbooks\]\|\.\n$/u],
    ['a.md', '---\nbibliography: refs.bib\n---\nAs said|.\n', /As said ?\[@gunasekar2023textbooks\]\|\.\n$/u],
    ['myst.md', '---\nbibliography: refs.bib\n---\nSee {cite:p}`mine` and|.\n', /`mine` and ?\{cite:p\}`gunasekar2023textbooks`\|\.\n$/u],
    ['a.rst', 'As said|.\n\n.. bibliography:: refs.bib\n', /As said ?:cite:p:`gunasekar2023textbooks`\|\.\n/u],
    ['a.typ', 'As said|.\n\n#bibliography("refs.bib")\n', /As said ?@gunasekar2023textbooks\|\.\n/u],
    ['a.adoc', ':bibtex-file: refs.bib\n\nAs said|.\n', /As said ?cite:\[gunasekar2023textbooks\]\|\.\n$/u],
    ['a.org', '#+bibliography: refs.bib\n\nAs said|.\n', /As said ?\[cite:@gunasekar2023textbooks\]\|\.\n$/u],
  ];
  for (const [name, text, expected, languageId] of markups) {
    it(`writes the entry and the citation in ${name}, and undoes in one step`, async () => {
      const folder = `insert/${name.replace('.', '-')}`;
      write({ [`${folder}/refs.bib`]: bib });
      const editor = await open(`${folder}/${name}`, text, languageId);
      assert.deepEqual(await insert({ keys: [key] }), [key]);
      assert.match(drawn(editor), expected);
      const written = readFileSync(onDisk(folder, 'refs.bib'), 'utf8');
      assert.ok(written.startsWith(bib) && /@\w+\{gunasekar2023textbooks,/u.test(written));
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), text.replace('|', ''));
      assert.equal(readFileSync(onDisk(folder, 'refs.bib'), 'utf8'), written);
    });
  }

  it('cites by the key that the bibliography has, whichever key is named', async () => {
    write({ 'insert/keys/refs.bib': bib });
    const editor = await open('insert/keys/a.tex', '\\addbibresource{refs.bib}\n|\n');
    assert.deepEqual(await insert({ keys: ['wang2023selfinstruct'] }), ['mine']);
    assert.deepEqual(await insert({ keys: ['mine', key], command: 'citet' }), ['mine', key]);
    assert.match(editor.document.getText(), /\{mine, ?gunasekar2023textbooks\}/u);
  });

  it('writes the entry itself into a .bib file', async () => {
    const editor = await open('insert/bib/refs.bib', `${bib}\n|`);
    await insert({ keys: [key] });
    assert.match(editor.document.getText(), /^@misc\{mine,[\s\S]*\n\n@\w+\{gunasekar2023textbooks,/u);
    const once = editor.document.getText();
    await insert({ keys: [key] });
    assert.equal(editor.document.getText(), once);
  });

  it('takes a link in Markdown that has no bibliography, or what the setting says', async () => {
    const editor = await open('insert/plain/a.md', '# Notes\n\nAs said|.\n');
    await insert(key);
    assert.match(drawn(editor), /As said ?\[Textbooks Are All You Need\]\(https:\/\/arxiv\.org\/abs\/2306\.11644\)\|\./u);
    await configure({ 'cite.plainMarkdown': 'footnote' });
    try {
      const noted = await open('insert/plain2/a.md', '# Notes\n\nAs said|.\n');
      await insert(key);
      assert.match(drawn(noted), /As said ?\[\^gunasekar2023textbooks\]\|\.\n\n\[\^gunasekar2023textbooks\]: .*Gunasekar.*2023.*Textbooks Are All You Need/u);
    } finally {
      await configure({ 'cite.plainMarkdown': undefined });
    }
    assert.ok(!existsSync(onDisk('insert/plain/references.bib')));
  });

  it('writes the formatted reference in HTML and in text', async () => {
    const html = await open('insert/page/a.html', '<p>As said|.</p>\n');
    await insert(key);
    assert.match(html.document.getText(), /Gunasekar[\s\S]*2023[\s\S]*Textbooks Are All You Need/u);
    const text = await open('insert/page/a.txt', 'As said|.\n');
    await insert(key);
    assert.match(text.document.getText(), /As said ?Gunasekar[\s\S]*2023[\s\S]*Textbooks Are All You Need/u);
  });

  it('cites at every cursor, and joins where one stands in a citation', async () => {
    write({ 'insert/many/refs.bib': bib });
    const text = '---\nbibliography: refs.bib\n---\nOne|, two [see @mine, p. 3|] and three|.\n';
    const editor = await open('insert/many/a.qmd', text);
    await insert({ keys: [key] });
    assert.match(drawn(editor), /One ?\[@gunasekar2023textbooks\]\|, two \[see @mine, p\. 3; @gunasekar2023textbooks\|?\]\|? and three ?\[@gunasekar2023textbooks\]\|\.\n$/u);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text.replaceAll('|', ''));
  });

  it('takes prefix, locator, suffix and command from the argument', async () => {
    write({ 'insert/notes/refs.bib': bib });
    const editor = await open('insert/notes/a.tex', '\\addbibresource{refs.bib}\n|\n');
    await insert({ keys: ['mine'], command: 'parencite', prefix: 'see', locator: 'p. 3' });
    assert.match(editor.document.getText(), /\\parencite\[see\]\[p\. 3\]\{mine\}/u);
    const typst = await open('insert/notes/a.typ', '#bibliography("refs.bib")\n|\n');
    await insert({ keys: ['mine'], locator: 'p. 3' });
    assert.match(typst.document.getText(), /mine[\s\S]*p\. 3/u);
  });

  it('works in documents that have no file yet', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'latex', content: 'As said' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 7, 0, 7);
    assert.deepEqual(await insert({ keys: [key] }), [key]);
    assert.match(document.getText(), /^As said ?\\cite[a-z]*\{gunasekar2023textbooks\}$/u);
  });

  it('cites in the Markdown cell of a notebook', async () => {
    const cells = [{ cell_type: 'markdown', metadata: {}, source: ['As said'] }, { cell_type: 'code', metadata: {}, source: ['1'], outputs: [], execution_count: null }];
    write({ 'insert/book/references.bib': bib, 'insert/book/a.ipynb': JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }) });
    const notebook = await openNotebook('insert/book/a.ipynb');
    await vscode.window.showNotebookDocument(notebook, { selections: [new vscode.NotebookRange(0, 1)] });
    await vscode.commands.executeCommand('notebook.cell.edit');
    const editor = await eventually(() => {
      const found = vscode.window.visibleTextEditors.find(({ document }) => document === notebook.cellAt(0).document);
      assert.ok(found);
      return found;
    });
    editor.selection = new vscode.Selection(0, 7, 0, 7);
    await insert({ keys: ['wang2023selfinstruct', key] });
    assert.match(notebook.cellAt(0).document.getText(), /mine[\s\S]*gunasekar2023textbooks/u);
    assert.match(readFileSync(onDisk('insert/book/references.bib'), 'utf8'), /@\w+\{gunasekar2023textbooks,/u);
  });

  for (const [what, argument] of [
    ['a key that nobody has', { keys: ['nobody1900'] }],
    ['one such key among others', { keys: [key, 'nobody1900'] }],
    ['a number', 3],
    ['a list', [key]],
    ['an empty list of keys', { keys: [] }],
    ['keys that are no texts', { keys: [1] }],
    ['a locator that is no text', { keys: [key], locator: 3 }],
    ['a suffix over two lines', { keys: [key], suffix: 'a\nb' }],
    ['a command that the markup does not have', { keys: [key], command: 'no such' }],
  ] as const) {
    it(`changes nothing for ${what}`, async () => {
      const folder = `insert/wrong-${what.replaceAll(' ', '-')}`;
      write({ [`${folder}/refs.bib`]: bib });
      const editor = await open(`${folder}/a.tex`, '\\addbibresource{refs.bib}\n|\n');
      assert.equal(await insert(argument), undefined);
      assert.equal(editor.document.getText(), '\\addbibresource{refs.bib}\n\n');
      assert.equal(readFileSync(onDisk(folder, 'refs.bib'), 'utf8'), bib);
    });
  }

  it('does not touch the bibliography of a text that cannot be written', async () => {
    write({ 'insert/locked/refs.bib': bib });
    await open('insert/locked/a.tex', '\\addbibresource{refs.bib}\n|\n');
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    try {
      await insert({ keys: [key] });
      assert.equal(vscode.window.activeTextEditor?.document.getText(), '\\addbibresource{refs.bib}\n\n');
      assert.equal(readFileSync(onDisk('insert/locked/refs.bib'), 'utf8'), bib);
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    }
  });

  it('puts the citation on the clipboard when no editor is open', async () => {
    await closeEditors();
    await vscode.env.clipboard.writeText('');
    assert.deepEqual(await insert({ keys: [key, other], locator: 'p. 3' }), [key, other]);
    assert.equal(await vscode.env.clipboard.readText(), `[@${key}; @${other}, p. 3]`);
  });

  describe('with settings', () => {
    afterEach(async () => {
      await configure({ 'cite.template': undefined, 'cite.command': undefined });
      await configure({ 'cite.template': undefined, 'cite.command': undefined }, 'latex');
    });

    it('uses the command of the language, and its own where the markup has none of that name', async () => {
      write({ 'insert/command/refs.bib': bib });
      await configure({ 'cite.command': 'textcite' }, 'latex');
      const editor = await open('insert/command/a.tex', '\\addbibresource{refs.bib}\n|\n', 'latex');
      await insert({ keys: ['mine'] });
      assert.match(editor.document.getText(), /\\textcite\{mine\}/u);
      await configure({ 'cite.command': 'textcite' });
      const quarto = await open('insert/command/a.qmd', '---\nbibliography: refs.bib\n---\n|\n');
      await insert({ keys: ['mine'] });
      assert.match(quarto.document.getText(), /\[@mine\]/u);
    });

    it('writes by the template of the language, and joins what it wrote', async () => {
      write({ 'insert/template/refs.bib': bib });
      await configure({ 'cite.template': '\\mycite{${keys}}' }, 'latex');
      const editor = await open('insert/template/a.tex', '\\addbibresource{refs.bib}\nX|\n', 'latex');
      await insert({ keys: ['mine'] });
      assert.match(drawn(editor), /X ?\\mycite\{mine\}\|\n$/u);
      const inside = editor.document.positionAt(editor.document.getText().indexOf('mine}') + 4);
      editor.selection = new vscode.Selection(inside, inside);
      await insert({ keys: [key] });
      assert.match(editor.document.getText(), /\\mycite\{mine, ?gunasekar2023textbooks\}\n$/u);
    });
  });
});

describe('copying a citation', () => {
  afterEach(closeEditors);
  after(() => remove('copying'));

  it('copies it in the markup of the document, by its key, and writes nothing', async () => {
    write({ 'copying/refs.bib': bib });
    await open('copying/a.tex', '\\addbibresource{refs.bib}\n|\n');
    const text = await vscode.commands.executeCommand(commandIds.copyCitation, { keys: ['wang2023selfinstruct', key], command: 'citep', locator: 'p. 3' });
    assert.equal(await vscode.env.clipboard.readText(), text);
    assert.match(String(text), /^\\citep.*mine.*gunasekar2023textbooks\}$/u);
    assert.equal(readFileSync(onDisk('copying/refs.bib'), 'utf8'), bib);
  });

  it('copies pandoc\'s when no document is open', async () => {
    await closeEditors();
    assert.equal(await vscode.commands.executeCommand(commandIds.copyCitation, { key }), `[@${key}]`);
  });
});
