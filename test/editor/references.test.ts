import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds, settingKeys } from '../../src/contributions.js';
import { closeEditors, litshelf, onDisk, remove, uriOf } from './support.js';

const entry = (key: string, title: string, year: number, more = '') => `@article{${key},\n  title = {${title}},\n  author = {Wang, Yizhong and Kordi, Yeganeh},\n  journal = {Nature},\n  volume = {631},\n  year = {${year}},\n  doi = {10.1000/${key}},\n${more}}\n\n`;
const bib = entry('first', 'A 100\\% {LaTeX} title with \\_ & \\#', 2023) + entry('second', 'Another title', 2024) + entry('unused', 'Nobody cites this', 2020);

/** Writes the files, opens one with the cursor behind the bar, which is taken out. Each test has a folder of its own. */
async function open(files: Record<string, string>, name: string, language?: string): Promise<vscode.TextEditor> {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(onDisk(file)), { recursive: true });
    writeFileSync(onDisk(file), file === name ? text.replace('|', '') : text);
  }
  let document = await vscode.workspace.openTextDocument(uriOf(name));
  if (language !== undefined) document = await vscode.languages.setTextDocumentLanguage(document, language);
  const editor = await vscode.window.showTextDocument(document);
  const at = document.positionAt(files[name]?.indexOf('|') ?? 0);
  editor.selection = new vscode.Selection(at, at);
  return editor;
}

const inserted = (text: string, begin: string, end: string) => text.slice(text.indexOf(begin), text.indexOf(end) + end.length);

describe('formatted references in documents', function () {
  // a style is compiled when it is first used
  this.timeout(60_000);
  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(async () => {
    await closeEditors();
    const settings = vscode.workspace.getConfiguration('litshelf');
    for (const key of [settingKeys.citationStyle, settingKeys.citationStyleFile]) await settings.update(key, undefined, vscode.ConfigurationTarget.Workspace);
    remove('references');
  });

  const places: readonly (readonly [name: string, expected: RegExp])[] = [
    ['a.tex', /^As said in Gunasekar, S\..*\(2023\)\. \\textit\{Textbooks .*\}.*https:\/\/arxiv\.org\/abs\/2306\.11644\.\n$/u],
    ['a.md', /^As said in Gunasekar, S\..*\(2023\)\. \*Textbooks .*\*.*<https:\/\/arxiv\.org\/abs\/2306\.11644>\.\n$/u],
    ['a.qmd', /^As said in Gunasekar, S\..*\*Textbooks .*\*/u],
    ['a.html', /^As said in Gunasekar, S\..*&amp;.*<i>Textbooks .*<\/i>.*<a href="https:\/\/arxiv\.org\/abs\/2306\.11644">/u],
    ['a.typ', /^As said in Gunasekar, S\..*_Textbooks .*_.*#link\("https:\/\/arxiv\.org\/abs\/2306\.11644"\)\.\n$/u],
    ['a.rst', /^As said in Gunasekar, S\..*\*Textbooks .*\*.* https:\/\/arxiv\.org\/abs\/2306\.11644\.\n$/u],
    ['a.adoc', /^As said in Gunasekar, S\..*_Textbooks .*_.* https:\/\/arxiv\.org\/abs\/2306\.11644\[\]\.\n$/u],
    ['a.org', /^As said in Gunasekar, S\..*\/Textbooks .*\/.* \[\[https:\/\/arxiv\.org\/abs\/2306\.11644\]\]\.\n$/u],
    ['a.txt', /^As said in Gunasekar, S\..*Textbooks .* https:\/\/arxiv\.org\/abs\/2306\.11644\.\n$/u],
  ];
  for (const [name, expected] of places) {
    it(`inserts one into ${name}, and one undo takes it back`, async () => {
      const { document } = await open({ [`references/one/${name}`]: 'As said in |.\n' }, `references/one/${name}`);
      await vscode.commands.executeCommand(commandIds.insertReference, { keys: ['gunasekar2023textbooks'] });
      assert.match(document.getText(), expected);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), 'As said in .\n');
    });
  }

  it('inserts several, in a style that is asked for, at every cursor', async () => {
    const editor = await open({ 'references/2/a.txt': 'A\n\nB\n' }, 'references/2/a.txt');
    editor.selections = [0, 2].map((line) => new vscode.Selection(line, 1, line, 1));
    await vscode.commands.executeCommand(commandIds.insertReference, { keys: ['wang2023selfinstruct', 'gunasekar2023textbooks'], style: 'ieee' });
    assert.match(editor.document.getText(), /^A\[1\] Y\. Wang.*\n\[2\] S\. Gunasekar.*\n\nB\[1\] Y\. Wang.*\n\[2\] S\. Gunasekar.*\n$/u);
  });

  it('takes the style of the setting, and a person\'s own style before it', async () => {
    const settings = vscode.workspace.getConfiguration('litshelf');
    await settings.update(settingKeys.citationStyle, 'mla', vscode.ConfigurationTarget.Workspace);
    const { document } = await open({ 'references/3/a.txt': '|', 'references/3/mine.csl': csl('<text variable="title" text-case="uppercase"/>') }, 'references/3/a.txt');
    await vscode.commands.executeCommand(commandIds.insertReference, { keys: ['gunasekar2023textbooks'] });
    assert.match(document.getText(), /^Gunasekar, Suriya/u);
    await settings.update(settingKeys.citationStyleFile, 'references/3/mine.csl', vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand(commandIds.copyReference, 'gunasekar2023textbooks');
    assert.match(await vscode.env.clipboard.readText(), /^TEXTBOOKS ARE ALL YOU NEED/u);
    await settings.update(settingKeys.citationStyleFile, onDisk('references/3/mine.csl'), vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand(commandIds.insertReference, { key: 'gunasekar2023textbooks' });
    assert.match(document.getText(), /TEXTBOOKS ARE ALL YOU NEED/u);
  });

  for (const [what, text] of [['is missing', undefined], ['is broken', '<style'], ['only points to another', csl('').replace('<info>', '<info><link href="http://www.zotero.org/styles/nature" rel="independent-parent"/>').replace(/<citation>.*<\/bibliography>/u, '')]] as const) {
    it(`inserts nothing when the person's own style ${what}`, async () => {
      const folder = `references/${what.replaceAll(' ', '-')}`;
      const { document } = await open({ [`${folder}/a.txt`]: 'X|', ...(text === undefined ? {} : { [`${folder}/mine.csl`]: text }) }, `${folder}/a.txt`);
      await vscode.workspace.getConfiguration('litshelf').update(settingKeys.citationStyleFile, `${folder}/mine.csl`, vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand(commandIds.insertReference, { keys: ['gunasekar2023textbooks'] });
      assert.equal(document.getText(), 'X');
    });
  }

  it('leaves out what no catalogue has', async () => {
    const { document } = await open({ 'references/5/a.txt': 'X|' }, 'references/5/a.txt');
    await vscode.commands.executeCommand(commandIds.insertReference, { keys: ['nowhere2020'] });
    await vscode.commands.executeCommand(commandIds.insertReference, { keys: ['gunasekar2023textbooks'], style: 'turabian' });
    assert.equal(document.getText(), 'X');
  });
});

function csl(layout: string): string {
  return `<?xml version="1.0"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Mine</title><id>mine</id><updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout><text variable="title"/></layout></citation><bibliography><layout>${layout}</layout></bibliography></style>`;
}

describe('bibliographies in documents', function () {
  this.timeout(60_000);
  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(async () => {
    await closeEditors();
    remove('bibliographies');
  });

  const documents: readonly (readonly [name: string, text: string, begin: string, end: string, first: RegExp])[] = [
    ['a.tex', '\\documentclass{article}\n\\begin{document}\nAs \\cite{second, first}.\n|\n\\bibliography{refs}\n\\end{document}\n', '% litshelf:bibliography', '% /litshelf:bibliography', /\\item Wang, Y\., \\& Kordi, Y\. \(2023\)\. A 100\\% LaTeX title with \\_ \\& \\#\. \\textit\{Nature\}/u],
    ['a.md', '---\nbibliography: refs.bib\n---\n\nAs [@second; @first].\n\n|\n', '<!-- litshelf:bibliography -->', '<!-- /litshelf:bibliography -->', /- Wang, Y\., & Kordi, Y\. \(2023\)\. A 100% LaTeX title with \\_ & \\#\. \*Nature\*/u],
    ['a.typ', '#set text(10pt)\n\nAs @second and @first.\n\n|\n\n#bibliography("refs.bib")\n', '// litshelf:bibliography', '// /litshelf:bibliography', /- Wang, Y\., & Kordi, Y\. \(2023\)\. A 100% LaTeX title with \\_ & \\#\. _Nature_/u],
    ['a.rst', 'As :cite:p:`second,first`.\n\n|\n\n.. bibliography:: refs.bib\n', '.. litshelf:bibliography', '.. /litshelf:bibliography', /- Wang, Y\., & Kordi, Y\. \(2023\)\. A 100% LaTeX title with \\_ & #\. \*Nature\*/u],
    ['a.org', '#+bibliography: refs.bib\n\nAs [cite:@second;@first].\n\n|\n', '# litshelf:bibliography', '# /litshelf:bibliography', /- Wang, Y\., & Kordi, Y\. \(2023\)\. A 100% LaTeX title with \\under\{\} & #\. \/Nature\//u],
    ['a.adoc', ':bibtex-file: refs.bib\n\nAs cite:[second,first].\n\n|\n', '// litshelf:bibliography', '// /litshelf:bibliography', /\* Wang, Y\., & Kordi, Y\. \(2023\)\. A 100% LaTeX title with &#95; & &#35;\. _Nature_/u],
  ];
  for (const [name, text, begin, end, first] of documents) {
    it(`lists in ${name} what is cited, renews it when it is asked again, and undoes it at once`, async () => {
      const folder = `bibliographies/${name.replace('.', '-')}`;
      const editor = await open({ [`${folder}/${name}`]: text, [`${folder}/refs.bib`]: bib }, `${folder}/${name}`);
      const { document } = editor;
      await vscode.commands.executeCommand(commandIds.insertBibliography);
      const once = document.getText();
      const block = inserted(once, begin, end);
      assert.match(block, first);
      assert.match(block, /Another title/u);
      assert.doesNotMatch(block, /Nobody cites this/u);
      assert.equal(once.replace(block, '').replace(/\s/gu, ''), text.replace('|', '').replace(/\s/gu, ''), 'nothing else has changed');
      await vscode.commands.executeCommand(commandIds.insertBibliography);
      assert.equal(document.getText(), once);
      await vscode.commands.executeCommand(commandIds.insertBibliography, { style: 'ieee' });
      assert.equal(document.getText().split(begin).length, 2, 'there is one');
      assert.match(inserted(document.getText(), begin, end), /Y\. Wang and Y\. Kordi/u);
      await vscode.commands.executeCommand('undo');
      await vscode.commands.executeCommand('undo');
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text.replace('|', ''));
    });
  }

  it('takes from the catalogue what the .bib does not have, and leaves no other key out silently', async () => {
    const text = '---\nbibliography: refs.bib\n---\n\nAs [@gunasekar2023textbooks; @nowhere2020; @first].\n\n|\n';
    const { document } = await open({ 'bibliographies/c/a.md': text, 'bibliographies/c/refs.bib': bib }, 'bibliographies/c/a.md');
    await vscode.commands.executeCommand(commandIds.insertBibliography);
    const block = inserted(document.getText(), '<!-- litshelf', '<!-- /litshelf:bibliography -->');
    assert.equal(block.match(/^- /gmu)?.length, 2);
    assert.match(block, /Textbooks/u);
  });

  it('puts it over the one at the cursor, and keeps CRLF', async () => {
    const text = '---\r\nbibliography: refs.bib\r\n---\r\n\r\nAs @first.\r\n\r\n<!-- litshelf:bibliography -->\r\nold\r\n<!-- /litshelf:bibliography -->\r\n\r\nMore |words.\r\n';
    const { document } = await open({ 'bibliographies/d/a.md': text, 'bibliographies/d/refs.bib': bib }, 'bibliographies/d/a.md');
    await vscode.commands.executeCommand(commandIds.insertBibliography);
    assert.doesNotMatch(document.getText(), /old/u);
    assert.match(document.getText(), /<!-- \/litshelf:bibliography -->\r\n\r\nMore words\.\r\n$/u);
    assert.doesNotMatch(document.getText(), /[^\r]\n/u);
  });

  it('changes nothing when the last line of the one that is there is gone, and nothing is cited', async () => {
    const text = '---\nbibliography: refs.bib\n---\n\nAs @first.\n\n<!-- litshelf:bibliography -->\nold\n\nMore |words.\n';
    const one = await open({ 'bibliographies/e/a.md': text, 'bibliographies/e/refs.bib': bib }, 'bibliographies/e/a.md');
    await vscode.commands.executeCommand(commandIds.insertBibliography);
    assert.equal(one.document.getText(), text.replace('|', ''));
    const two = await open({ 'bibliographies/f/a.tex': 'Nothing.|\n' }, 'bibliographies/f/a.tex');
    await vscode.commands.executeCommand(commandIds.insertBibliography);
    assert.equal(two.document.getText(), 'Nothing.\n');
  });

  it('lists papers that are named in HTML and plain text', async () => {
    const page = await open({ 'bibliographies/g/a.html': '<body>\n|\n</body>\n' }, 'bibliographies/g/a.html');
    await vscode.commands.executeCommand(commandIds.insertBibliography, { keys: ['gunasekar2023textbooks', 'wang2023selfinstruct'] });
    assert.match(page.document.getText(), /<!-- litshelf:bibliography -->\n<ul>\n {2}<li>Gunasekar.*<\/li>\n {2}<li>Wang.*<\/li>\n<\/ul>\n<!-- \/litshelf:bibliography -->/u);
    const plain = await open({ 'bibliographies/g/a.txt': '|' }, 'bibliographies/g/a.txt');
    await vscode.commands.executeCommand(commandIds.insertBibliography, { keys: ['gunasekar2023textbooks'] });
    assert.match(plain.document.getText(), /^Gunasekar/u);
  });

  it('takes everything that a document includes, and everything at all when it says so', async () => {
    const main = await open({ 'bibliographies/h/main.tex': '\\input{part}\n|\n\\bibliography{refs}\n', 'bibliographies/h/part.tex': 'As \\cite{second}.\n', 'bibliographies/h/refs.bib': bib }, 'bibliographies/h/main.tex');
    await vscode.commands.executeCommand(commandIds.insertBibliography);
    assert.equal(main.document.getText().match(/\\item /gu)?.length, 1);
    const all = await open({ 'bibliographies/i/a.tex': '\\nocite{*}\n|\n\\bibliography{refs}\n', 'bibliographies/i/refs.bib': bib }, 'bibliographies/i/a.tex');
    await vscode.commands.executeCommand(commandIds.insertBibliography);
    assert.equal(all.document.getText().match(/\\item /gu)?.length, 3);
  });

  it('lists what a document cites that was never saved, from the catalogue', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'As [@gunasekar2023textbooks].\n' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 29, 0, 29);
    await vscode.commands.executeCommand(commandIds.insertBibliography);
    assert.match(document.getText(), /^As \[@gunasekar2023textbooks\]\.\n\n<!-- litshelf:bibliography -->\n\n- Gunasekar.*\n\n<!-- \/litshelf:bibliography -->\n/u);
  });

  it('of a hundred works does not hold the extension host up', async () => {
    const keys = Array.from({ length: 100 }, (_, index) => `key${index}`);
    const text = `---\nbibliography: refs.bib\n---\n\n${keys.map((key) => `@${key}`).join(', ')}\n\n|\n`;
    const { document } = await open({ 'bibliographies/j/a.md': text, 'bibliographies/j/refs.bib': keys.map((key, index) => entry(key, `Title ${index}`, 2000 + (index % 25))).join('') }, 'bibliographies/j/a.md');
    await vscode.commands.executeCommand(commandIds.insertBibliography, { style: 'mla' });
    assert.equal(inserted(document.getText(), '<!-- litshelf', '<!-- /litshelf:bibliography -->').match(/^- /gmu)?.length, 100);
    assert.equal(readFileSync(onDisk('bibliographies/j/a.md'), 'utf8'), text.replace('|', ''), 'the file on the disk is the person\'s to save');
  });
});
