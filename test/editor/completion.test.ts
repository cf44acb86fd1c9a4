import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, eventually, litshelf, onDisk, remove, uriOf } from './support.js';

const bib = `@inproceedings{mine,
  title = {Self-Instruct: Aligning Language Models with Self-Generated Instructions},
  author = {Wang, Yizhong and Kordi, Yeganeh},
  eprint = {2212.10560}, archiveprefix = {arXiv}, year = {2023},
}
@book{mueller2019,
  title = {{\\"U}ber k{\\"u}nstliche Daten}, author = {M{\\"u}ller, J{\\"o}rg}, year = 2019, publisher = {Verlag},
}
@article{wang2022, title = {Consistency of Words}, author = {Wang, Xu}, year = {2022}}
`;

interface Offered {
  readonly items: vscode.CompletionItem[];
  readonly keys: string[];
  readonly list: vscode.CompletionList;
  readonly document: vscode.TextDocument;
}

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

/** Opens a file with the cursor at the bar, which is taken out, and asks for what is offered there. */
async function offer(folder: string, name: string, drawn: string, { files = { 'refs.bib': bib }, trigger, resolve = 0 }: { files?: Record<string, string>; trigger?: string; resolve?: number } = {}): Promise<Offered> {
  for (const [file, text] of Object.entries({ ...files, [name]: drawn.replace('|', '') })) {
    mkdirSync(path.dirname(onDisk('completion', folder, file)), { recursive: true });
    writeFileSync(onDisk('completion', folder, file), text);
  }
  const document = await vscode.workspace.openTextDocument(uriOf(`completion/${folder}/${name}`));
  const editor = await vscode.window.showTextDocument(document);
  const at = document.positionAt(drawn.indexOf('|'));
  editor.selection = new vscode.Selection(at, at);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at, trigger, resolve);
  const items = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference || kind === vscode.CompletionItemKind.File);
  return { items, keys: items.map(labelOf), list, document };
}

function only<T>(items: readonly T[]): T {
  assert.equal(items.length, 1);
  return items[0] as T;
}

describe('completing a citation key', () => {
  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(async () => {
    await closeEditors();
    remove('completion');
  });

  const markups: readonly [string, string, string][] = [
    ['LaTeX', 'a.tex', '\\addbibresource{refs.bib}\nAs \\citep[p.~2]{self ins|} says.\n'],
    ['LaTeX over several lines', 'b.tex', '\\addbibresource{refs.bib}\n\\cite{%\n  wang2022,\n  self ins|\n}\n'],
    ['pandoc', 'a.md', '---\nbibliography: refs.bib\n---\n\nAs [@self ins|] says.\n'],
    ['Quarto, in the text', 'a.qmd', '---\nbibliography: refs.bib\n---\n\nAs @selfinstr| says.\n'],
    ['MyST', 'myst.md', '---\nbibliography: refs.bib\nmyst: {}\n---\n\nAs {cite:p}`self ins|` says.\n'],
    ['reStructuredText', 'a.rst', 'As :cite:p:`self ins|` says.\n\n.. bibliography:: refs.bib\n'],
    ['Typst', 'a.typ', '#bibliography("refs.bib")\nAs @selfinstr| says.\n'],
    ['AsciiDoc', 'a.adoc', ':bibtex-file: refs.bib\n\nAs cite:[self ins|] says.\n'],
    ['Org', 'a.org', '#+bibliography: refs.bib\n\nAs [cite:@self ins|] says.\n'],
  ];
  for (const [at, [name, file, drawn]] of markups.entries()) {
    it(`offers the work by its title in ${name}, under the key that the bibliography has`, async () => {
      const { items, list, document } = await offer(`m${at}`, file, drawn);
      const item = items[0];
      assert.ok(item, 'something is offered');
      assert.equal(labelOf(item), 'mine');
      assert.ok(!items.some((one) => labelOf(one) === 'wang2023selfinstruct'), 'the same work once');
      assert.equal(list.isIncomplete, true);
      const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
      assert.ok(range);
      assert.equal(document.getText(range), /self ?ins\w*/.exec(drawn)?.[0]);
      assert.equal(item.filterText, document.getText(range), 'nothing that VS Code could leave out');
    });
  }

  it('writes a key that no @ of Typst can hold as a label', async () => {
    const files = { 'refs.bib': '@article{DBLP:journals/x/Odd20, title = {Odd Keys}, year = {2020}}\n' };
    const at = only((await offer('t1', 'a.typ', '#bibliography("refs.bib")\nAs @odd|\n', { files })).items);
    assert.ok(at.range instanceof vscode.Range);
    assert.deepEqual([at.insertText, at.filterText, at.range.start.character, at.range.end.character], ['#cite(label("DBLP:journals/x/Odd20"))', '@odd', 3, 7]);
    assert.deepEqual((await offer('t2', 'a.typ', '#bibliography("refs.bib")\nAs #cite(<odd|>)\n', { files })).keys, []);
    assert.equal(only((await offer('t3', 'a.typ', '#bibliography("refs.bib")\nAs #cite(label("odd|"))\n', { files })).items).insertText, 'DBLP:journals/x/Odd20');
  });

  it('searches authors and years, accents aside, and says who wrote what', async () => {
    const { items } = await offer('s1', 'a.tex', '\\addbibresource{refs.bib}\n\\cite{muller 2019|}\n');
    const item = only(items);
    assert.equal(labelOf(item), 'mueller2019');
    assert.match(item.detail ?? '', /Müller.*2019.*refs\.bib/);
    assert.match(typeof item.label === 'string' ? '' : (item.label.description ?? ''), /Über künstliche Daten/);
    const both = await offer('s2', 'a.tex', '\\addbibresource{refs.bib}\n\\cite{wang 2022|}\n');
    assert.ok(both.keys.includes('wang2022') && !both.keys.includes('mine'));
  });

  it('leaves out what is cited there, and offers no more than anybody reads', async () => {
    const { keys } = await offer('s3', 'a.tex', '\\addbibresource{refs.bib}\n\\cite{mine, |, wang2022}\n', { files: { 'refs.bib': bib + Array.from({ length: 400 }, (_, at) => `@misc{more${at}, title={More ${at}}}\n`).join('') } });
    assert.equal(keys.length, 100);
    assert.ok(!keys.includes('mine') && !keys.includes('wang2022') && keys.includes('mueller2019'));
  });

  it('replaces the whole key, and describes the work when asked', async () => {
    const { items, document } = await offer('s4', 'a.tex', '\\addbibresource{refs.bib}\n\\cite{wang2|019old}\n', { resolve: 10 });
    const item = items.find((one) => labelOf(one) === 'wang2022');
    assert.ok(item?.range instanceof vscode.Range);
    assert.equal(document.getText(item.range), 'wang2019old');
    assert.ok(item.documentation instanceof vscode.MarkdownString);
    assert.match(item.documentation.value, /Consistency of Words[\s\S]*Xu Wang[\s\S]*refs\\\.bib/);
  });

  it('says nothing where no key belongs', async () => {
    const quiet: readonly [string, string, string?][] = [
      ['a.tex', '\\addbibresource{refs.bib}\n% \\cite{wa|}\n'],
      ['b.tex', '\\addbibresource{refs.bib}\n\\emph{wa|}\n'],
      ['c.md', '---\nbibliography: refs.bib\n---\nmail me@wa|\n', '@'],
      ['d.md', '---\nbibliography: refs.bib\n---\n`@wa|`\n', '@'],
      ['e.txt', 'thanks @wa|\n', '@'],
    ];
    for (const [at, [file, drawn, trigger]] of quiet.entries()) assert.deepEqual((await offer(`q${at}`, file, drawn, trigger === undefined ? {} : { trigger })).keys, [], drawn);
  });

  it('takes a mention in Markdown without a bibliography for what it is, and a bracket for a citation', async () => {
    assert.deepEqual((await offer('p1', 'a.md', 'Thanks to @wang|\n', { files: {} })).keys, []);
    assert.ok((await offer('p2', 'a.md', 'Said [@selfinstr|]\n', { files: {} })).keys.includes('wang2023selfinstruct'));
  });

  it('offers papers of the catalogue; accepting one enters it, then cites it', async () => {
    const { items, document } = await offer('c1', 'a.tex', '\\addbibresource{refs.bib}\n\\cite{textbooks are all|}\n');
    const item = items.find((one) => labelOf(one) === 'gunasekar2023textbooks');
    assert.ok(item?.command);
    assert.match(item.detail ?? '', /adds it to refs\.bib/);
    assert.equal(item.insertText, 'textbooks are all', 'the text waits for the entry');
    await vscode.commands.executeCommand(item.command.command, ...(item.command.arguments as unknown[]));
    assert.match(document.getText(), /\\cite\{gunasekar2023textbooks\}/);
    const written = readFileSync(onDisk('completion/c1/refs.bib'), 'utf8');
    assert.ok(written.startsWith(bib.trimEnd()));
    assert.match(written, /@\w+\{gunasekar2023textbooks,/);
    await vscode.commands.executeCommand('undo');
    assert.match(document.getText(), /\\cite\{textbooks are all\}/);
  });

  it('goes on being typed into while the entry is written', async () => {
    const { items, document } = await offer('c2', 'a.tex', '\\addbibresource{refs.bib}\nX \\cite{textbooks|}\n');
    const item = items.find((one) => labelOf(one) === 'gunasekar2023textbooks');
    assert.ok(item?.command);
    const done = vscode.commands.executeCommand(item.command.command, ...(item.command.arguments as unknown[]));
    const editor = vscode.window.activeTextEditor;
    await editor?.edit((edit) => {
      edit.insert(document.positionAt(document.getText().indexOf('X')), 'More: ');
      edit.insert(document.positionAt(document.getText().indexOf('}\n', 30) + 1), '.');
    });
    await done;
    assert.match(document.getText(), /^More: X \\cite\{gunasekar2023textbooks\}\.$/m);
  });

  it('leaves the text as it was when the entry cannot be written', async () => {
    mkdirSync(onDisk('completion/c3/refs.bib'), { recursive: true });
    const drawn = '\\addbibresource{refs.bib}\n\\cite{textbooks|}\n';
    const { items, document } = await offer('c3', 'a.tex', drawn, { files: {} });
    const item = items.find((one) => labelOf(one) === 'gunasekar2023textbooks');
    assert.ok(item?.command);
    await vscode.commands.executeCommand(item.command.command, ...(item.command.arguments as unknown[]));
    assert.equal(document.getText(), drawn.replace('|', ''));
  });

  it('cites at every cursor', async () => {
    const { items, document } = await offer('c4', 'a.tex', '\\addbibresource{refs.bib}\n\\cite{textbooks|} and \\citet{textbooks}\n');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const second = document.positionAt(document.getText().lastIndexOf('textbooks') + 'textbooks'.length);
    editor.selections = [editor.selection, new vscode.Selection(second, second)];
    const command = items.find((one) => labelOf(one) === 'gunasekar2023textbooks')?.command;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    assert.match(document.getText(), /\\cite\{gunasekar2023textbooks\} and \\citet\{gunasekar2023textbooks\}/);
    await vscode.commands.executeCommand('undo');
    assert.match(document.getText(), /\\cite\{textbooks\} and \\citet\{textbooks\}/);
  });

  it('completes what an entry of the bibliography refers to, from the same file', async () => {
    const { keys } = await offer('b1', 'refs.bib', `${bib}@inbook{part, title = {Part}, crossref = {kunst|}}\n`, { files: {} });
    assert.deepEqual(keys, ['mueller2019']);
  });

  it('can be switched off', async () => {
    const settings = vscode.workspace.getConfiguration('litshelf');
    await settings.update('completion', 'never', vscode.ConfigurationTarget.Workspace);
    try {
      await eventually(async () => assert.deepEqual((await offer('o1', 'a.tex', '\\addbibresource{refs.bib}\n\\cite{self|}\n')).keys, []));
    } finally {
      await settings.update('completion', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('the card of a key', () => {
  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(async () => {
    await closeEditors();
    remove('completion');
  });

  async function hover(folder: string, name: string, text: string, needle: string, entries = bib): Promise<string> {
    mkdirSync(onDisk('completion', folder), { recursive: true });
    if (name !== 'refs.bib') writeFileSync(onDisk('completion', folder, 'refs.bib'), entries);
    writeFileSync(onDisk('completion', folder, name), text);
    const document = await vscode.workspace.openTextDocument(uriOf(`completion/${folder}/${name}`));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(text.indexOf(needle) + 1));
    return hovers.flatMap(({ contents }) => contents).map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n');
  }

  it('comes from the bibliography when no catalogue has the work', async () => {
    const card = await hover('h1', 'a.tex', '\\addbibresource{refs.bib}\n\\cite{mueller2019}\n', 'mueller2019');
    assert.match(card, /Über künstliche Daten[\s\S]*Jörg Müller[\s\S]*internal\.openEntry[\s\S]*completion\\\/h1\\\/refs\\\.bib/);
    assert.ok(!card.includes('litshelf.addPaper'), 'without an identifier there is nothing to look up');
  });

  it('is the catalogue\'s where it has the work under another key', async () => {
    const card = await hover('h2', 'a.typ', '#bibliography("refs.bib")\nAs @mine says.\n', 'mine');
    assert.match(card, /Self\\-Instruct[\s\S]*wang2023selfinstruct/);
  });

  it('says what the bibliography means, not what the catalogue calls so', async () => {
    const entries = '@article{wang2023selfinstruct, title = {Another Work}, author = {Somebody, Else}, year = 1999, doi = {10.1000/182}}\n';
    const card = await hover('h3', 'a.md', '---\nbibliography: refs.bib\n---\n\n[@wang2023selfinstruct]\n', 'wang2023', entries);
    assert.match(card, /Another Work/);
    assert.doesNotMatch(card, /Self\\-Instruct/);
    assert.match(card, /litshelf\.addPaper/);
  });

  it('is shown as a document for the keyboard', async () => {
    await hover('h6', 'a.tex', '\\addbibresource{refs.bib}\n\\cite{mueller2019}\n', 'mueller2019');
    const document = await vscode.workspace.openTextDocument(uriOf('completion/h6/a.tex'));
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(1, 8, 1, 8);
    await vscode.commands.executeCommand('litshelf.showPaper');
    const shown = vscode.window.visibleTextEditors.find((one) => one.document.uri.scheme === 'litshelf-paper');
    assert.ok(shown);
    assert.match(shown.document.getText(), /Über künstliche Daten[\s\S]*Bibliography: completion\/h6\/refs\.bib/);
  });

  it('copies the entry as it stands in the file', async () => {
    const card = await hover('h7', 'a.tex', '\\addbibresource{refs.bib}\n\\cite{wang2022}\n', 'wang2022');
    const [, query = ''] = /command:litshelf\.internal\.copyEntry\?([^)]+)\)/.exec(card) ?? [];
    await vscode.commands.executeCommand('litshelf.internal.copyEntry', ...(JSON.parse(decodeURIComponent(query)) as unknown[]));
    assert.equal((await vscode.env.clipboard.readText()).trim(), bib.slice(bib.indexOf('@article')).trim());
    await vscode.commands.executeCommand('litshelf.internal.openEntry', ...(JSON.parse(decodeURIComponent(query)) as unknown[]));
    const active = vscode.window.activeTextEditor;
    assert.ok(active);
    assert.ok(active.document.uri.path.endsWith('h7/refs.bib'));
    assert.equal(active.selection.active.line, bib.slice(0, bib.indexOf('@article')).split('\n').length - 1);
  });

  it('is shown in the bibliography itself', async () => {
    assert.match(await hover('h4', 'refs.bib', bib, 'mueller2019'), /Über künstliche Daten/);
    assert.match(await hover('h5', 'refs.bib', bib, 'mine'), /wang2023selfinstruct/);
  });
});
