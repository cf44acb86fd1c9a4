import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, litshelf, untitled, uriOf } from './support.js';

/** What our hover says at the first appearance of a text. */
async function hoverOn(document: vscode.TextDocument, needle: string): Promise<{ text: string; range: string }> {
  const at = document.positionAt(document.getText().indexOf(needle) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  const ours = hovers.find((hover) => markdownOf(hover).includes('command:litshelf.'));
  return {
    text: ours ? markdownOf(ours) : '',
    range: ours?.range ? document.getText(ours.range) : '',
  };
}

function markdownOf({ contents }: vscode.Hover): string {
  return contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n');
}

describe('cards everywhere', () => {
  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(closeEditors);

  it('are shown in an untitled document, on exactly the identifier', async () => {
    const document = await untitled('plaintext', 'Read (https://arxiv.org/abs/2212.10560v2), then more.');
    const { text, range } = await hoverOn(document, 'https');
    assert.match(text, /Self\\-Instruct/);
    assert.equal(range, 'https://arxiv.org/abs/2212.10560v2');
  });

  it('are shown in a notebook cell', async () => {
    // VS Code knows the type; the extension that reads it may be missing from the server
    const serializer = vscode.extensions.getExtension('vscode.ipynb') ? undefined : vscode.workspace.registerNotebookSerializer('jupyter-notebook', { serializeNotebook: () => new Uint8Array(), deserializeNotebook: () => new vscode.NotebookData([]) });
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'See arXiv:2306.11644.', 'markdown')]));
    const cell = notebook.cellAt(0).document;
    assert.match((await hoverOn(cell, 'arXiv')).text, /Textbooks Are All You Need/);
    serializer?.dispose();
  });

  it('are shown in documents of other schemes', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('litshelf-test', { provideTextDocumentContent: () => '// https://doi.org/10.18653/v1/2023.acl-long.754' });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('litshelf-test:/any.js'));
    assert.match((await hoverOn(document, 'https')).text, /Self\\-Instruct/);
    provider.dispose();
  });

  it('know papers that only the workspace has', async () => {
    const document = await untitled('latex', '\\cite{muster2021grundlagen}');
    const { text, range } = await hoverOn(document, 'muster');
    assert.match(text, /Grundlagen künstlicher Daten/);
    assert.equal(range, 'muster2021grundlagen');
  });

  it('run only the commands of a card', async () => {
    const document = await untitled('plaintext', 'https://arxiv.org/abs/2212.10560');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 3));
    const contents = hovers.flatMap((hover) => hover.contents).filter((content) => content instanceof vscode.MarkdownString);
    const card = contents.find(({ value }) => value.includes('command:litshelf.'));
    assert.ok(card);
    assert.ok(typeof card.isTrusted === 'object' && card.isTrusted.enabledCommands.every((command) => command.startsWith('litshelf.')));
    assert.ok(!card.supportHtml);
  });

  it('offer to add what no service can be asked for', async () => {
    const links = { openreview: 'https://openreview.net/forum?id=unKnownQ9zz', pubmed: 'https://pubmed.ncbi.nlm.nih.gov/99999999', pmlr: 'https://proceedings.mlr.press/v999/nobody99a.html' };
    const document = await untitled('markdown', Object.values(links).join('\n\n'));
    for (const [kind, link] of Object.entries(links)) {
      const { text, range } = await hoverOn(document, link);
      assert.match(text, /Not in your catalogues\\: (?:OpenReview|PubMed|PMLR) /u);
      assert.ok(text.includes(encodeURIComponent(`"kind":"${kind}"`)), text);
      assert.equal(range, link);
    }
  });

  it('are quiet where there is nothing', async () => {
    const repository = await untitled('plaintext', 'https://github.com/nobody/nothing-of-the-kind');
    assert.equal((await hoverOn(repository, 'https')).text, '');
    const document = await untitled('plaintext', 'Version 2212.10560 costs 10.50 at https://example.org/abs/2212');
    for (const needle of ['2212.10560', '10.50', 'https']) assert.equal((await hoverOn(document, needle)).text, '');
  });

  it('answer in a line of five megabytes', async () => {
    const document = await untitled('plaintext', `${'x '.repeat(1_000_000)}arXiv:2212.10560${' y'.repeat(1_000_000)}`);
    assert.match((await hoverOn(document, 'arXiv')).text, /Self\\-Instruct/);
  });
});

describe('bare identifiers', () => {
  it('are links, and links are left alone', async () => {
    const document = await untitled('plaintext', 'arXiv:2212.10560 and doi:10.1000/182 and https://arxiv.org/abs/2306.11644');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const found = links.map(({ range, target }) => [document.getText(range), target?.toString(true)]);
    assert.deepEqual(found.filter(([text]) => text === 'arXiv:2212.10560'), [['arXiv:2212.10560', 'https://arxiv.org/abs/2212.10560']]);
    assert.deepEqual(found.filter(([text]) => text === 'doi:10.1000/182'), [['doi:10.1000/182', 'https://doi.org/10.1000/182']]);
    assert.equal(found.filter(([text]) => text?.includes('2306.11644')).length, 1);
  });

  it('are found in a file of the workspace', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('notes.md'));
    assert.match((await hoverOn(document, 'https')).text, /Self\\-Instruct/);
  });
});
