import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../src/contributions.js';
import { closeEditors, eventually, litshelf, onDisk, paper, remove, untitled } from './support.js';

interface Imported {
  readonly added: readonly string[];
  readonly completed: readonly string[];
  readonly alreadyThere: readonly string[];
  readonly unread: readonly { readonly line: number; readonly reason: string }[];
}

const importing = (argument: unknown) => vscode.commands.executeCommand<Imported | undefined>(commandIds.importList, argument);
const undo = () => vscode.commands.executeCommand(commandIds.undoChange);
const list = (title: string) => `# ${title}\n\n## Imported Things\n\n- [A Long Title of the ${title}](https://arxiv.org/abs/2401.0${String(1000 + title.length * 7)}). *Zoe Example*.\n- [Another Work of the ${title}](https://${title.replaceAll(' ', '-').toLowerCase()}.example.net/paper.pdf). *Yan Example, Zoe Example*. ACL 2023.\n\n- []()\n`;

/** A file in a folder of its own. */
function file(name: string, text: string): string {
  mkdirSync(path.dirname(onDisk(`import/${name}`)), { recursive: true });
  writeFileSync(onDisk(`import/${name}`), text);
  return `import/${name}`;
}

/** All files of the workspace's catalogue. */
function catalogue(): Record<string, string> {
  const names = ['catalog.yaml', 'papers/imported-things.yaml', 'papers/papers.yaml', 'papers/mapped.yaml'];
  return Object.fromEntries(names.filter((name) => existsSync(onDisk(`catalog/${name}`))).map((name) => [name, readFileSync(onDisk(`catalog/${name}`), 'utf8')]));
}

describe('importing', function () {
  this.timeout(60_000);
  let server: Server;
  let address = '';
  const pages = new Map<string, { readonly status?: number; readonly type?: string; readonly text: string; readonly to?: string }>();
  before(async () => {
    await (await litshelf()).papers();
    server = createServer((request, response) => {
      const page = pages.get(request.url ?? '');
      response.writeHead(page?.to === undefined ? (page?.status ?? (page ? 200 : 404)) : 302, { 'content-type': page?.type ?? 'text/plain; charset=utf-8', ...(page?.to === undefined ? {} : { location: page.to }) });
      response.end(page?.text ?? 'nothing');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(closeEditors);
  after(() => {
    server.close();
    remove('import');
  });

  it('writes a list without asking, as one change; a second time there is nothing to do', async () => {
    const before = catalogue();
    const uri = file('1/LIST.md', list('First Garden'));
    const done = await importing({ uri, silent: true });
    assert.equal(done?.added.length, 2, JSON.stringify(done));
    assert.deepEqual(done.unread.map(({ line, reason }) => [line, reason]), [[8, 'a placeholder without a title or an address']]);
    const [key = ''] = done.added;
    assert.deepEqual((await paper(key))?.lists, [{ list: 'first-garden', section: 'Imported Things', order: 1 }]);
    assert.match(catalogue()['catalog.yaml'] ?? '', /first-garden/u);
    const written = catalogue();
    const again = await importing({ uri, silent: true });
    assert.deepEqual([again?.added, again?.completed, again?.alreadyThere], [[], [], done.added]);
    assert.deepEqual(catalogue(), written);
    await undo();
    assert.deepEqual(catalogue(), before);
  });

  it('merges lists: a work of both is one paper in both', async () => {
    const before = catalogue();
    await importing({ uri: file('2/A.md', '# List A\n\n## One\n\n- [A Work That Both Lists Name](https://arxiv.org/abs/2402.00001)\n'), silent: true });
    const second = await importing({ uri: file('2/B.md', '# List B\n\n## Two\n\n- [A Work That Both Lists Name](https://arxiv.org/abs/2402.00001). *Ada Example, Bo Example*. ACL 2024. [[Code](https://github.com/example/both)]\n'), silent: true });
    assert.deepEqual(second?.added, []);
    const [key = ''] = second.completed;
    const both = await paper(key);
    assert.deepEqual(both?.lists?.map(({ list: id, section }) => [id, section]), [['list-a', 'One'], ['list-b', 'Two']]);
    assert.deepEqual([both.venue, both.links?.code, both.authors?.length, both.unchecked], ['ACL 2024', 'https://github.com/example/both', 2, undefined]);
    await undo();
    await undo();
    assert.deepEqual(catalogue(), before);
  });

  it('reads bibliographies and the open document, by their endings and languages', async () => {
    for (const [name, text] of [
      ['3/refs.bib', '@article{bibkey2020,\n  title = {A Title Only BibTeX Has},\n  author = {Example, Ada},\n  year = 2020\n}\n'],
      ['3/refs.ris', 'TY  - JOUR\nAU  - Example, Ris\nTI  - A Title Only RIS Has\nPY  - 2020\nER  - \n'],
      ['3/zotero.json', '[{"id": "http://zotero.org/users/1/items/ABC", "type": "article-journal", "title": "A Title Only Zotero Has", "author": [{"family": "Example", "given": "Zo"}], "issued": {"date-parts": [["2020", 3]]}}]'],
      ['3/refs.yaml', 'references:\n- id: cslyaml2020\n  type: book\n  title: A Title Only CSL-YAML Has\n  issued: 2020\n'],
      ['3/hayagriva.yml', 'haya2020:\n  type: article\n  title: A Title Only Hayagriva Has\n  author: Example, Hay\n  date: 2020\n'],
    ] as const) {
      const done = await importing({ uri: file(name, text), silent: true });
      assert.equal(done?.added.length, 1, name);
      assert.match((await paper(done.added[0] ?? ''))?.title ?? '', /^A Title Only/u);
      await undo();
    }
    const document = await untitled('bibtex', '@misc{untitled2021, title = {A Title of an Open Document}, author = {Example, Open}, year = 2021}\n');
    assert.deepEqual((await importing({ uri: document.uri.toString(), silent: true }))?.added, ['untitled2021']);
    await undo();
  });

  it('fetches an address, and says what is wrong with one that holds no list', async () => {
    pages.set('/list.md', { text: list('List of the Web') });
    pages.set('/page', { text: '<!doctype html><html></html>', type: 'text/html' });
    pages.set('/moved.md', { text: '', to: '/list.md' });
    pages.set('/elsewhere.md', { text: '', to: 'https://elsewhere.example/list.md' });
    const done = await importing({ uri: `${address}/moved.md#readme`, silent: true });
    assert.equal(done?.added.length, 2);
    assert.match(catalogue()['catalog.yaml'] ?? '', new RegExp(`url: "?${address}/moved\\.md`, 'u'));
    await undo();
    for (const wrong of ['/page', '/none.md', '/elsewhere.md']) assert.equal(await importing({ uri: address + wrong, silent: true }), undefined, wrong);
    assert.equal(await importing({ uri: 'http://example.org/list.md', silent: true }), undefined);
  });

  it('waits for an answer, and writes what is ticked with a report', async () => {
    const before = catalogue();
    const running = importing({ uri: file('5/LIST.md', list('Fifth Garden')) });
    await eventually(async () => {
      await vscode.commands.executeCommand('litshelf.importPreview.focus');
      await vscode.commands.executeCommand(commandIds.tickNewOnly);
      await vscode.commands.executeCommand(commandIds.importTicked);
      assert.equal(await Promise.race([Promise.resolve(running).then(() => 'done'), new Promise((resolve) => setTimeout(resolve, 200, 'waiting'))]), 'done');
    }, 20_000);
    assert.equal((await running)?.added.length, 2);
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^# Import\n\nFrom `import\/5\/LIST\.md` into `.*`\.\n\n- Added: 2\n/u);
    await undo();
    assert.deepEqual(catalogue(), before);
  });

  it('writes nothing when it is cancelled, and when another import takes its place', async () => {
    const before = catalogue();
    const running = importing({ uri: file('6/LIST.md', list('Sixth Garden')) });
    const other = importing({ uri: file('6/OTHER.md', list('Seventh Garden of Them')) });
    let open = 2;
    for (const one of [running, other]) void Promise.resolve(one).then(() => (open -= 1));
    await eventually(async () => {
      await vscode.commands.executeCommand(commandIds.cancelImport);
      assert.equal(open, 0);
    }, 20_000);
    assert.deepEqual([await running, await other], [undefined, undefined]);
    assert.deepEqual(catalogue(), before);
  });

  it('refuses arguments that are none, texts without papers and catalogues that are not there', async () => {
    assert.equal(await importing({ uri: 1 }), undefined);
    assert.equal(await importing({ silent: true }), undefined);
    assert.equal(await importing({ uri: file('8/EMPTY.md', '# Nothing\n\nWords.\n'), silent: true }), undefined);
    assert.equal(await importing({ uri: file('8/LIST.md', list('Eighth')), into: 'nowhere', silent: true }), undefined);
    assert.equal(await importing({ uri: 'import/8/missing.md', silent: true }), undefined);
  });
});
