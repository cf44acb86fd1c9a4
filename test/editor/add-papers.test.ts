import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../src/contributions.js';
import { startScholarlyServer, type ScholarlyServer } from '../support/scholarly-server.js';
import { closeEditors, litshelf, onDisk, paper, untitled } from './support.js';

interface Answer {
  readonly added: readonly string[];
  readonly alreadyThere: readonly string[];
  readonly couldNotCheck: readonly string[];
  readonly notFound: readonly string[];
  readonly notUnderstood: readonly string[];
}

describe('adding papers by the command', () => {
  const services = ['arxiv', 'crossref', 'datacite', 'acl'] as const;
  let server: ScholarlyServer;
  const add = (argument: object) => vscode.commands.executeCommand<Answer | undefined>(commandIds.addPaper, { silent: true, ...argument });
  const undo = () => vscode.commands.executeCommand(commandIds.undoChange);
  /** All files of the workspace's catalogue. */
  const files = () => Object.fromEntries(['catalog.yaml', ...readdirSync(onDisk('catalog', 'papers')).map((name) => `papers/${name}`)].map((name) => [name, readFileSync(onDisk('catalog', ...name.split('/')), 'utf8')]));

  before(async () => {
    await (await litshelf()).papers();
    // the tests run in a folder of VS Code's
    server = await startScholarlyServer({ records: path.join(vscode.extensions.getExtension('litshelf.litshelf')?.extensionPath ?? '', 'test', 'fixtures', 'scholarly') });
    for (const name of services) await vscode.workspace.getConfiguration('litshelf').update(`services.${name}`, server.bases[name], vscode.ConfigurationTarget.Global);
  });
  after(async () => {
    for (const name of services) await vscode.workspace.getConfiguration('litshelf').update(`services.${name}`, undefined, vscode.ConfigurationTarget.Global);
    await server.close();
  });
  beforeEach(() => server.reset());
  afterEach(closeEditors);

  it('adds an identifier where it is told to, and says so; the way back is byte for byte', async () => {
    const before = files();
    const answer = await add({ input: 'https://arxiv.org/pdf/9911.00301v2.pdf', categories: ['ours'], tags: ['test'] });
    assert.equal(answer?.added.length, 1);
    const [key] = answer.added;
    const added = await paper(key ?? '');
    assert.deepEqual([added?.arxiv, added?.categories, added?.tags], ['9911.00301', ['ours'], ['test']]);
    const after = files();
    for (const [name, text] of Object.entries(before)) {
      const rest = (after[name] ?? '').split('\n');
      // every line that was there is there, in its order
      let at = 0;
      for (const line of text.split('\n')) at = rest.indexOf(line, at) + 1 || assert.fail(`${name} lost "${line}"`);
    }
    await undo();
    assert.deepEqual(files(), before);
  });

  /** What our hover says of an identifier. */
  async function card(text: string): Promise<string> {
    const document = await untitled('plaintext', text);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 3));
    return hovers.flatMap(({ contents }) => contents).map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n');
  }

  it('adds a paper whose card then says that it was withdrawn, whatever link one points at', async () => {
    const answer = await add({ input: '9912.00007', categories: ['ours'] });
    assert.match(await card('arXiv:9912.00007'), new RegExp(`Withdrawn by its authors[\\s\\S]*${answer?.added[0] ?? '?'}`, 'u'));
    await undo();
  });

  it('adds a paper that nobody could be asked about, and its card says so', async () => {
    server.behave({ do: 'reset' }, { times: Infinity });
    const answer = await add({ input: '10.5555/not.asked', categories: ['ours'] });
    assert.equal(answer?.couldNotCheck.length, 1);
    assert.match(await card('https://doi.org/10.5555/not.asked'), /Not checked yet/);
    await undo();
  });

  it('adds nothing a second time, in whatever form it is asked for', async () => {
    const before = files();
    for (const input of ['2212.10560v2', 'https://arxiv.org/pdf/2212.10560', 'https://doi.org/10.18653/v1/2023.acl-long.754', 'https://aclanthology.org/2023.acl-long.754/', '10.48550/arXiv.2212.10560', '10.5555/BEISPIEL.2021.7']) {
      const answer = await add({ input });
      assert.deepEqual([input, answer?.added, answer?.alreadyThere.length], [input, [], 1]);
    }
    assert.deepEqual(files(), before);
  });

  it('leaves what only a person can tell', async () => {
    const before = files();
    const answer = await add({ input: '@article{other,\n  title = {Grundlagen künstlicher Daten},\n  author = {Müster, Erika and Łoś, Jan},\n  year = {2021},\n  doi = {10.5555/another.2021.9},\n}' });
    assert.deepEqual([answer?.added, answer?.alreadyThere], [[], ['muster2021grundlagen']]);
    assert.deepEqual(files(), before);
  });

  it('tells the outcomes of a mixed paste apart', async () => {
    const before = files();
    const answer = await add({ input: ['9911.00302', '- https://arxiv.org/abs/2501.99999', 'https://example.org/paper', '@misc{noTitle,', '  note = {x}', '}', '2212.10560', '@book{knuth1968art, title = {A Book of Tests}, author = {Knuth, Donald}, year = {1968}}'].join('\n'), categories: [] });
    assert.ok(answer);
    assert.equal(answer.added.length, 2);
    assert.ok(answer.added.includes('knuth1968art'), 'a key that is free is kept');
    assert.deepEqual(answer.alreadyThere, ['wang2023selfinstruct']);
    assert.match(answer.notFound.join(), /2501\.99999/);
    assert.equal(answer.notUnderstood.length, 2);
    await undo();
    assert.deepEqual(files(), before);
  });

  it('keeps what cannot be checked, marked', async () => {
    const before = files();
    server.behave({ do: 'html', status: 403 }, { times: Infinity });
    const answer = await add({ input: 'arXiv:9911.00303', categories: [] });
    assert.ok(answer);
    const [key] = answer.added;
    assert.deepEqual(answer.couldNotCheck, [key]);
    const added = await paper(key ?? '');
    assert.deepEqual([added?.arxiv, added?.unchecked], ['9911.00303', true]);
    await undo();
    assert.deepEqual(files(), before);
  }).timeout(60_000);

  it('asks arXiv at most three times for two hundred ids', async () => {
    const before = files();
    const ids = Array.from({ length: 200 }, (_one, at) => `9911.0${String(2000 + at)}`);
    const answer = await add({ input: ids.join('\n'), categories: [] });
    assert.equal(answer?.added.length, 200);
    assert.ok(server.requests.filter(({ service }) => service === 'arxiv').length <= 3);
    await undo();
    assert.deepEqual(files(), before);
  }).timeout(60_000);

  it('refuses a category that no catalogue has, and an argument that is none', async () => {
    const before = files();
    assert.equal(await add({ input: '9911.00304', categories: ['nowhere'] }), undefined);
    assert.equal(await add({ input: 7 }), undefined);
    assert.equal(await add({}), undefined);
    assert.deepEqual(files(), before);
    assert.equal(server.requests.length, 0);
  });
});
