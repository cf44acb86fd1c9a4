import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, eventually, litshelf, onDisk, remove, uriOf } from './support.js';

const bib = '@proceedings{acl2023,\n  title = {Proceedings of ACL},\n  year = {2023},\n}\n\n@inproceedings{doe2020,\n  title = {On Things},\n  author = {Doe, Jane and Roe, Richard},\n  crossref = {acl2023},\n  year = {2020},\n}\n\n@article{roe2021, title={Other Things}, author={Roe, Richard}, year={2021}, related={doe2020, acl2023}}\n';

/** Writes files; a bar in one of them is taken out, and its place given back. Each test has a folder of its own. */
async function open(files: Readonly<Record<string, string>>): Promise<{ document: vscode.TextDocument; position: vscode.Position }> {
  let opened: { name: string; offset: number } | undefined;
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(onDisk(name)), { recursive: true });
    if (text.includes('‸')) opened = { name, offset: text.indexOf('‸') };
    writeFileSync(onDisk(name), text.replace('‸', ''));
  }
  assert.ok(opened, 'a file has the mark');
  const document = await vscode.workspace.openTextDocument(uriOf(opened.name));
  await vscode.window.showTextDocument(document);
  return { document, position: document.positionAt(opened.offset) };
}

const at = ({ document, position }: { document: vscode.TextDocument; position: vscode.Position }) => [document.uri, position] as const;
const textAt = async (uri: vscode.Uri, range: vscode.Range) => (await vscode.workspace.openTextDocument(uri)).getText(range);
const nameOf = (uri: vscode.Uri) => vscode.workspace.asRelativePath(uri);

/** `folder/refs.bib: doe2020 in @inproceedings{…}`, each definition, and what is underlined for it. */
async function definitions(files: Readonly<Record<string, string>>): Promise<{ origin: string[]; targets: string[] }> {
  const opened = await open(files);
  const links = await vscode.commands.executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', ...at(opened));
  const origin = links.map(({ originSelectionRange }) => (originSelectionRange ? opened.document.getText(originSelectionRange) : ''));
  const targets = await Promise.all(links.map(async ({ targetUri, targetRange, targetSelectionRange }) => `${path.basename(targetUri.path)}: ${await textAt(targetUri, targetSelectionRange ?? targetRange)} in ${(await textAt(targetUri, targetRange)).replace(/\s+/gu, ' ').slice(0, 30)}`));
  return { origin, targets };
}

/** `name:line` of each reference in the test's own folder, sorted; every one holds exactly the key. */
async function references(opened: { document: vscode.TextDocument; position: vscode.Position }, folder: number, key: string): Promise<string[]> {
  const locations = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', ...at(opened));
  // documents of an earlier test, deleted since, may still be there for VS Code
  const own = locations.filter(({ uri }) => /^navigation\/(\d+)\//u.exec(nameOf(uri))?.[1] === String(folder) || nameOf(uri).startsWith('catalog/'));
  for (const { uri, range } of own) assert.equal(await textAt(uri, range), key, nameOf(uri));
  return own.map(({ uri, range }) => `${nameOf(uri).replace(/^navigation\/\d+\//u, '')}:${range.start.line + 1}`).sort();
}

async function renameEdit(files: Readonly<Record<string, string>>, to: string): Promise<vscode.WorkspaceEdit> {
  return vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', ...at(await open(files)), to);
}

/** Texts after a rename, by name. */
async function renamed(files: Readonly<Record<string, string>>, to: string): Promise<Record<string, string>> {
  const edit = await renameEdit(files, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
  const texts = await Promise.all(Object.keys(files).map(async (name) => [name.replace(/^navigation\/\d+\//u, ''), (await vscode.workspace.openTextDocument(uriOf(name))).getText()] as const));
  return Object.fromEntries(texts);
}

interface NotebookFile {
  cells: { cell_type: string; source: string[] }[];
}
const notebookSerializer: vscode.NotebookSerializer = {
  deserializeNotebook: (content) => {
    const { cells } = JSON.parse(new TextDecoder().decode(content)) as NotebookFile;
    return new vscode.NotebookData(cells.map(({ cell_type: type, source }) => new vscode.NotebookCellData(type === 'markdown' ? vscode.NotebookCellKind.Markup : vscode.NotebookCellKind.Code, source.join(''), type === 'markdown' ? 'markdown' : 'python')));
  },
  serializeNotebook: ({ cells }) => new TextEncoder().encode(JSON.stringify({ cells: cells.map(({ kind, value }) => ({ cell_type: kind === vscode.NotebookCellKind.Markup ? 'markdown' : 'code', source: [value] })) })),
};

const inFolder = (number: number, files: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(files).map(([name, text]) => [`navigation/${number}/${name}`, text]));

describe('navigation on citation keys', () => {
  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(async () => {
    await vscode.workspace.saveAll(false);
    await closeEditors();
    remove('navigation');
  });

  describe('Go to Definition', () => {
    const documents: Readonly<Record<string, string>> = {
      'a.tex': '\\addbibresource{refs.bib}\nAs \\citep[p.~2]{roe2021,\n  do‸e2020} say.\n',
      'a.md': '---\nbibliography: refs.bib\n---\n\nAs said [@roe2021; see @do‸e2020, p. 3].\n',
      'a.qmd': '---\nbibliography: refs.bib\n---\n\nAs @doe2020‸ says.\n',
      'b.rmd': '---\nbibliography: [refs.bib]\n---\n\nAs @{‸doe2020} says.\n',
      'a.typ': 'As @d‸oe2020[p. 3] says.\n\n#bibliography("refs.bib")\n',
      'a.rst': 'As :cite:p:`roe2021,do‸e2020` says.\n\n.. bibliography:: refs.bib\n',
      'a.adoc': ':bibtex-file: refs.bib\n\nAs cite:[do‸e2020(3)] says.\n',
      'a.org': '#+bibliography: refs.bib\n\nAs [cite:@do‸e2020 p. 3] says.\n',
      'myst.md': '---\nbibliography: refs.bib\n---\n\nAs {cite:p}`do‸e2020` says.\n',
    };
    for (const [number, [name, text]] of Object.entries(documents).entries()) {
      it(`leads from ${name} to the entry`, async () => {
        const { origin, targets } = await definitions(inFolder(10 + number, { 'refs.bib': bib, [name]: text }));
        assert.deepEqual(targets, ['refs.bib: doe2020 in @inproceedings{doe2020, title ']);
        assert.deepEqual(origin, ['doe2020']);
      });
    }

    it('leads to the catalogue when no bibliography has the paper, and to both when both have it', async () => {
      const alone = await definitions(inFolder(30, { 'a.md': '---\nbibliography: refs.bib\n---\n\n[@muster‸2021grundlagen]\n', 'refs.bib': bib }));
      assert.deepEqual(alone.targets, ['mine.yaml: muster2021grundlagen in - id: muster2021grundlagen typ']);
      const both = await definitions(inFolder(31, { 'a.md': '---\nbibliography: refs.bib\n---\n\n[@muster‸2021grundlagen]\n', 'refs.bib': '@misc{muster2021grundlagen, title={Grundlagen}}\n' }));
      assert.deepEqual(both.targets.sort(), ['mine.yaml: muster2021grundlagen in - id: muster2021grundlagen typ', 'refs.bib: muster2021grundlagen in @misc{muster2021grundlagen, ti']);
    });

    it('follows crossref and @xdata inside a .bib', async () => {
      const crossref = await definitions(inFolder(32, { 'refs.bib': bib.replace('crossref = {acl', 'crossref = {a‸cl') }));
      assert.deepEqual(crossref.targets, ['refs.bib: acl2023 in @proceedings{acl2023, title = ']);
      const xdata = await definitions(inFolder(33, { 'refs.bib': '@book{a, title={A}, xdata={pu‸b}}\n\n@xdata{pub, publisher={P}}\n' }));
      assert.deepEqual(xdata.targets, ['refs.bib: pub in @xdata{pub, publisher={P}}']);
    });

    it('leads into bibliographies of every format', async () => {
      const formats = {
        'refs.json': '[\n  {"id": "roe2021", "type": "book", "title": "B"},\n  {"id": "doe2020", "type": "article-journal", "title": "On Things"}\n]\n',
        'csl.yaml': 'references:\n  - id: roe2021\n    type: book\n    title: B\n  - id: doe2020\n    type: article-journal\n    title: On Things\n',
      };
      for (const [number, [name, text]] of Object.entries(formats).entries()) {
        const { origin, targets } = await definitions(inFolder(70 + number, { [name]: text, 'a.md': `---\nbibliography: ${name}\n---\n\n[@do‸e2020]\n` }));
        assert.match(targets.join('\n'), new RegExp(`^${name}: doe2020 in `));
        assert.deepEqual(origin, ['doe2020']);
      }
      const hayagriva = await definitions(inFolder(72, { 'refs.yml': 'roe2021:\n  type: book\n  title: B\ndoe2020:\n  type: article\n  title: On Things\n', 'a.typ': '@do‸e2020\n#bibliography("refs.yml")\n' }));
      assert.match(hayagriva.targets.join('\n'), /^refs\.yml: doe2020 in doe2020: type: article/);
    });

    it('counts characters as the file\'s encoding has them', async () => {
      await open(inFolder(73, { 'a.tex': '\\bibliography{refs}\n\\cite{do‸e2020}\n' }));
      writeFileSync(onDisk('navigation/73/refs.bib'), Buffer.from('% \u00c3\u00a9\u00c3\u00a9 \u00e9\n@misc{x, title={\u00c3\u00a9}} @misc{doe2020, title={A}}\n', 'latin1'));
      mkdirSync(onDisk('.vscode'), { recursive: true });
      await vscode.workspace.getConfiguration('files', { languageId: 'bibtex' }).update('encoding', 'iso88591', vscode.ConfigurationTarget.Workspace, true);
      try {
        const links = await vscode.commands.executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', uriOf('navigation/73/a.tex'), new vscode.Position(1, 8));
        assert.deepEqual(await Promise.all(links.map(({ targetUri, targetSelectionRange, targetRange }) => textAt(targetUri, targetSelectionRange ?? targetRange))), ['doe2020']);
      } finally {
        await vscode.workspace.getConfiguration('files', { languageId: 'bibtex' }).update('encoding', undefined, vscode.ConfigurationTarget.Workspace, true);
      }
    });

    it('works in the Markdown cells of a notebook', async () => {
      const cells = [{ cell_type: 'markdown', metadata: {}, source: ['As [@doe2020] says.'] }, { cell_type: 'code', metadata: {}, source: ['@doe2020\n', 'def f(): ...'], outputs: [], execution_count: null }];
      await open(inFolder(74, { 'refs.bib': bib, 'talk.ipynb': JSON.stringify({ cells, metadata: { kernelspec: { language: 'python', name: 'python3' } }, nbformat: 4, nbformat_minor: 5 }), 'a.md': '---\nbibliography: refs.bib\n---\n\n@d‸oe2020\n' }));
      // the extension that reads notebooks is not in every build of VS Code
      const reader = vscode.extensions.getExtension('vscode.ipynb') ? undefined : vscode.workspace.registerNotebookSerializer('jupyter-notebook', notebookSerializer);
      const notebook = await vscode.workspace.openNotebookDocument(uriOf('navigation/74/talk.ipynb'));
      const [text, code] = notebook.getCells().map(({ document }) => document);
      assert.ok(text && code);
      const links = await vscode.commands.executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', text.uri, new vscode.Position(0, 7));
      assert.deepEqual(links.map(({ targetUri }) => path.basename(targetUri.path)), ['refs.bib']);
      assert.deepEqual(await vscode.commands.executeCommand('vscode.executeDefinitionProvider', code.uri, new vscode.Position(0, 3)), []);
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', uriOf('navigation/74/a.md'), new vscode.Position(4, 3), 'doe2020n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.equal(text.getText(), 'As [@doe2020n] says.');
      assert.equal(code.getText(), '@doe2020\ndef f(): ...');
      await notebook.save();
      reader?.dispose();
    });

    it('has nothing to say of text, comments and keys that nobody knows', async () => {
      for (const [number, text] of ['% \\cite{do‸e2020}', 'do‸e2020', '\\cite{no‸body}'].entries()) assert.deepEqual((await definitions(inFolder(34 + number, { 'a.tex': `\\addbibresource{refs.bib}\n${text}\n`, 'refs.bib': bib }))).targets, []);
    });
  });

  describe('Find All References', () => {
    const project = {
      'refs.bib': bib,
      'main.tex': '\\addbibresource{refs.bib}\n\\input{chapter}\n\\cite{doe2020}\n% \\cite{doe2020}\n',
      'chapter.tex': '% !TeX root = main.tex\n\\textcite{roe2021,doe2020}\n',
      'notes.md': '---\nbibliography: refs.bib\n---\n\n@doe2020 and [@doe2020, p. 3], not doe2020.\n',
      'talk.ipynb': JSON.stringify({ cells: [{ cell_type: 'markdown', source: ['As\n', 'see [@doe2020]\n'] }, { cell_type: 'code', source: ['# @doe2020'] }] }, null, 1),
      'other/refs.bib': '@misc{doe2020, title={Something Else}}\n',
      'other/a.tex': '\\addbibresource{refs.bib}\n\\cite{doe2020}\n',
      'alone/a.org': '[cite:@doe2020]\n',
      'code.py': '# [@doe2020]\n',
    };
    const cited = ['alone/a.org:1', 'chapter.tex:2', 'main.tex:3', 'notes.md:5', 'notes.md:5', 'talk.ipynb:7'];

    it('begins at a citation, and tells two projects of one workspace apart', async () => {
      const found = await references(await open(inFolder(40, { ...project, 'notes.md': project['notes.md'].replace('@doe', '@d‸oe') })), 40, 'doe2020');
      assert.deepEqual(found, [...cited, 'refs.bib:13', 'refs.bib:6'].sort());
    });

    it('begins at an entry\'s key', async () => {
      const found = await references(await open(inFolder(41, { ...project, 'refs.bib': bib.replace('{doe2020', '{doe‸2020') })), 41, 'doe2020');
      assert.deepEqual(found, [...cited, 'refs.bib:13', 'refs.bib:6'].sort());
    });

    it('begins at a paper\'s id in the catalogue', async () => {
      const files = inFolder(42, { 'notes/a.md': 'As [@muster2021grundlagen] said.\n', 'b.tex': '\\bibliography{refs}\n\\cite{muster2021grundlagen}\n', 'refs.bib': '@misc{muster2021grundlagen, title={Another}, author={Other, A.}, year={1990}}\n' });
      await open({ ...files, 'navigation/42/notes/a.md': '‸As [@muster2021grundlagen] said.\n' });
      const document = await vscode.workspace.openTextDocument(uriOf('catalog/papers/mine.yaml'));
      const position = document.positionAt(document.getText().indexOf('muster2021') + 3);
      // the .bib of b.tex has another work under this key
      assert.deepEqual(await references({ document, position }, 42, 'muster2021grundlagen'), [`catalog/papers/mine.yaml:${position.line + 1}`, 'notes/a.md:1']);
    });

    it('counts what is typed and not saved yet, and leaves excluded files out', async () => {
      await vscode.workspace.getConfiguration('search').update('exclude', { '**/build43': true }, vscode.ConfigurationTarget.Workspace);
      try {
        const opened = await open(inFolder(43, { 'refs.bib': bib, 'a.tex': '\\bibliography{refs}\n\\cite{d‸oe2020}\n', 'b.tex': '\\bibliography{refs}\n', 'build43/c.tex': '\\cite{doe2020}\n' }));
        const other = await vscode.workspace.openTextDocument(uriOf('navigation/43/b.tex'));
        const editor = await vscode.window.showTextDocument(other);
        await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '\\cite{doe2020}\n'));
        assert.deepEqual(await references(opened, 43, 'doe2020'), ['a.tex:2', 'b.tex:2', 'refs.bib:13', 'refs.bib:6']);
      } finally {
        await vscode.workspace.getConfiguration('search').update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });
  });

  describe('Rename', () => {
    it('changes the entry, what refers to it, and every citation', async () => {
      const files = inFolder(50, {
        'refs.bib': bib,
        'main.tex': '\\addbibresource{refs.bib}\n\\input{chapter}\n\\cite{d‸oe2020, roe2021} % \\cite{doe2020}\n',
        'chapter.tex': '% !TeX root = main.tex\n\\textcite[2]{doe2020}\n',
        'notes.md': '---\nbibliography: refs.bib\n---\n\n@doe2020 and [@doe2020, p. 3].\n',
        'a.typ': '@doe2020 #cite(<doe2020>)\n#bibliography("refs.bib")\n',
        'talk.ipynb': JSON.stringify({ cells: [{ cell_type: 'markdown', source: ['see [@doe2020]\n'] }] }, null, 1),
        'other/refs.bib': '@misc{doe2020, title={Something Else}}\n',
        'other/a.tex': '\\addbibresource{refs.bib}\n\\cite{doe2020}\n',
      });
      const after = await renamed(files, 'doe2020things');
      assert.equal(after['refs.bib'], bib.replaceAll('doe2020', 'doe2020things'));
      assert.equal(after['main.tex'], '\\addbibresource{refs.bib}\n\\input{chapter}\n\\cite{doe2020things, roe2021} % \\cite{doe2020}\n');
      assert.equal(after['chapter.tex'], '% !TeX root = main.tex\n\\textcite[2]{doe2020things}\n');
      assert.equal(after['notes.md'], '---\nbibliography: refs.bib\n---\n\n@doe2020things and [@doe2020things, p. 3].\n');
      assert.equal(after['a.typ'], '@doe2020things #cite(<doe2020things>)\n#bibliography("refs.bib")\n');
      assert.match(after['talk.ipynb'] ?? '', /\[@doe2020things\]/);
      assert.equal(after['other/a.tex'], files['navigation/50/other/a.tex']);
      assert.equal(after['other/refs.bib'], files['navigation/50/other/refs.bib']);
    });

    it('offers exactly the key, and nothing elsewhere', async () => {
      const opened = await open(inFolder(51, { 'refs.bib': bib, 'a.md': '---\nbibliography: refs.bib\n---\n\nSee [@{do‸e2020}].\n' }));
      const place = await vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>('vscode.prepareRename', ...at(opened));
      assert.equal(opened.document.getText(place.range), 'doe2020');
      assert.equal(place.placeholder, 'doe2020');
      await assert.rejects(async () => vscode.commands.executeCommand('vscode.prepareRename', opened.document.uri, new vscode.Position(4, 1)));
    });

    it('refuses a key that is taken, and one that a markup cannot cite', async () => {
      const files = { 'refs.bib': bib, 'a.tex': '\\bibliography{refs}\n\\cite{d‸oe2020}\n', 'a.typ': '@doe2020\n#bibliography("refs.bib")\n' };
      await assert.rejects(() => renameEdit(inFolder(52, files), 'roe2021'), /roe2021 is taken/);
      await assert.rejects(() => renameEdit(inFolder(53, files), 'doe+2020'), /a\.typ/);
      await assert.rejects(() => renameEdit(inFolder(54, files), 'doe 2020'));
    });

    it('leads a citation without an entry to one', async () => {
      const after = await renamed(inFolder(55, { 'refs.bib': bib, 'a.tex': '\\bibliography{refs}\n\\cite{do‸e2200} \\cite{doe2020}\n' }), 'doe2020');
      assert.equal(after['a.tex'], '\\bibliography{refs}\n\\cite{doe2020} \\cite{doe2020}\n');
      assert.equal(after['refs.bib'], bib);
    });

    it('begins at an entry, in any case that BibTeX allows', async () => {
      const after = await renamed(inFolder(56, { 'refs.bib': bib.replace('@proceedings{acl', '@proceedings{a‸cl'), 'a.tex': '\\bibliography{refs}\n\\cite{ACL2023}\n' }), 'acl23');
      assert.equal(after['refs.bib'], bib.replaceAll('acl2023', 'acl23'));
      assert.equal(after['a.tex'], '\\bibliography{refs}\n\\cite{acl23}\n');
    });

    it('keeps the old id of a catalogue\'s paper as an alias', async () => {
      const paper = '- id: exa‸mple2024own   # ours\n  title: Our Own Work\n  authors: [Ann Author]\n  issued: 2024\n';
      const opened = await open({ ...inFolder(57, { 'a.md': 'As [@example2024own] said.\n', 'b.tex': '\\bibliography{refs}\n\\cite{example2024own}\n', 'refs.bib': '@misc{example2024own, title={Our Own Work}, author={Author, Ann}, year={2024}}\n' }), 'catalog/papers/own.yaml': paper });
      try {
        await eventually(async () => assert.ok((await (await litshelf()).papers()).some(({ id }) => id === 'example2024own')));
        const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', ...at(opened), 'author2024own');
        assert.ok(await vscode.workspace.applyEdit(edit));
        assert.match(opened.document.getText(), /^- id: author2024own {3}# ours\n(?: {2}.*\n)*? {2}aliases:\s*(?:\[example2024own\]|\n? *- example2024own)\n/);
        const textOf = async (name: string) => (await vscode.workspace.openTextDocument(uriOf(`navigation/57/${name}`))).getText();
        assert.match(await textOf('a.md'), /\[@author2024own\]/);
        assert.match(await textOf('b.tex'), /\\cite\{author2024own\}/);
        assert.match(await textOf('refs.bib'), /^@misc\{author2024own,/);
      } finally {
        await closeEditors();
        remove('catalog/papers/own.yaml');
      }
    });

    it('begins at the entry of a bibliography in CSL-JSON, CSL-YAML or Hayagriva', async () => {
      const formats: Readonly<Record<string, string>> = {
        'refs.json': '[{"id": "do‸e2020", "type": "book", "title": "B"}]\n',
        'csl.yaml': 'references:\n- id: do‸e2020\n  type: book\n  title: B\n',
        'refs.yml': 'do‸e2020:\n  type: book\n  title: B\n',
      };
      for (const [number, [name, text]] of Object.entries(formats).entries()) {
        const after = await renamed(inFolder(80 + number, { [name]: text, 'a.md': `---\nbibliography: ${name}\n---\n\n[@doe2020]\n` }), 'doe2020b');
        assert.equal(after[name], text.replace('do‸e2020', 'doe2020b'));
        assert.match(after['a.md'] ?? '', /\[@doe2020b\]/);
      }
    });

    it('takes names in plain Markdown for names', async () => {
      const opened = await open(inFolder(85, { 'README.md': '# Thanks\n\nTo @some‸body for all.\n' }));
      await assert.rejects(async () => vscode.commands.executeCommand('vscode.prepareRename', ...at(opened)));
    });

    it('leaves the bundled catalogue alone', async () => {
      const document = await vscode.workspace.openTextDocument(uriOf('catalog/papers/mine.yaml'));
      const position = document.positionAt(document.getText().indexOf('wang2023selfinstruct') + 3);
      await assert.rejects(async () => vscode.commands.executeCommand('vscode.prepareRename', document.uri, position), /bundled/);
    });
  });

  describe('symbols of a .bib', () => {
    it('are its entries', async () => {
      const { document } = await open(inFolder(60, { 'refs.bib': `‸${bib}` }));
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
      assert.deepEqual(symbols.map(({ name, detail }) => [name, detail]), [['acl2023', '2023 · Proceedings of ACL'], ['doe2020', 'Doe & Roe · 2020 · On Things'], ['roe2021', 'Roe · 2021 · Other Things']]);
      assert.equal(symbols[1] && document.getText(symbols[1].selectionRange), 'doe2020');
      assert.match(symbols[1] ? document.getText(symbols[1].range) : '', /^@inproceedings\{doe2020,[\s\S]*\}$/);
      assert.deepEqual(symbols.map(({ kind }) => kind), [vscode.SymbolKind.Package, vscode.SymbolKind.Event, vscode.SymbolKind.File]);
    });
  });

  it('can be switched off for a language', async () => {
    await vscode.workspace.getConfiguration('litshelf', { languageId: 'latex' }).update('navigation.citationKeys', 'never', vscode.ConfigurationTarget.Workspace, true);
    try {
      assert.deepEqual((await definitions(inFolder(61, { 'a.tex': '\\bibliography{refs}\n\\cite{do‸e2020}\n', 'refs.bib': bib }))).targets, []);
    } finally {
      await vscode.workspace.getConfiguration('litshelf', { languageId: 'latex' }).update('navigation.citationKeys', undefined, vscode.ConfigurationTarget.Workspace, true);
    }
  });
});
