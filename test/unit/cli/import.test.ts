import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { inside, litshelf } from './litshelf.js';

const list = 'test/fixtures/lists/venues.md';

describe('litshelf import', function () {
  this.timeout(20_000);
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'litshelf-import-'));
    writeFileSync(path.join(folder, 'catalog.yaml'), 'title: Mine # a remark\n');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('prints papers and what it left out', async () => {
    const { code, out, err } = await litshelf('import', list);
    assert.equal(code, 0);
    assert.equal(out.split('\n')[0], `${list}:17: Small beds: how small can a garden be and still grow? (Applications > Preparation)`);
    assert.match(err, /venues\.md:11: left out, a placeholder without a title or an address: \[example paper\]/u);
    assert.match(err, /6 papers, 3 links left out\.\n$/u);
  });

  it('prints JSON', async () => {
    const { code, out, err } = await inside('import', list, '--json');
    const { papers, unread } = JSON.parse(out) as { papers: Record<string, unknown>[]; unread: Record<string, unknown>[] };
    assert.deepEqual([code, err, papers.length], [0, '', 6]);
    assert.deepEqual(papers[0], { title: 'Small beds: how small can a garden be and still grow?', arxiv: '2309.00109', issued: '2023', venue: 'arxiv 2023', links: { page: 'https://arxiv.org/abs/2309.00109', code: 'https://huggingface.co/example' }, section: ['Applications', 'Preparation'], line: 17 });
    assert.deepEqual(unread.map(({ line, text }) => [line, text]), [[11, '[example paper](https://arxiv.org/abs/...)'], [20, '[]()'], [21, '[]()']]);
  });

  it('refuses what is no text, with the remedy', async () => {
    const file = path.join(folder, 'list.md');
    writeFileSync(file, Buffer.from('# L\n\n- [A Title of Some Words](https://arxiv.org/abs/2309.00109)\n', 'utf16le'));
    assert.deepEqual(await inside('import', file, '--into', folder), { code: 2, out: '', err: `litshelf: ${file} is not a text file, or is in UTF-16: save it as UTF-8, and import it again.\n` });
  });

  it('puts what is new into a catalogue, once, and the catalogue is in order', async () => {
    const first = await inside('import', list, '--into', folder);
    assert.deepEqual([first.code, first.err], [0, '5 papers added, 1 there already, 3 links left out.\n']);
    assert.match(readFileSync(path.join(folder, 'catalog.yaml'), 'utf8'), /^title: Mine # a remark\ncategories:\n {2}- id: applications\n/u);
    assert.deepEqual(readdirSync(path.join(folder, 'papers')), ['applications.yaml']);
    const before = readFileSync(path.join(folder, 'papers', 'applications.yaml'), 'utf8');
    assert.equal((await inside('check', folder)).code, 0);
    const second = await inside('import', list, '--into', folder);
    assert.equal(second.err, '0 papers added, 6 there already, 3 links left out.\n');
    assert.equal(readFileSync(path.join(folder, 'papers', 'applications.yaml'), 'utf8'), before);
  });

  it('says of papers that are there what the list adds, with their comments as they were', async () => {
    mkdirSync(path.join(folder, 'papers'));
    writeFileSync(path.join(folder, 'papers', 'mine.yaml'), '- id: mine2024   # mine\n  title: On Trees and Their Friends\n  arxiv: "2401.00001"\n  unchecked: true\n');
    writeFileSync(path.join(folder, 'L.md'), '# L\n\n## A\n\n- [On Trees and Their Friends](https://arxiv.org/abs/2401.00001). *Ada Example*. ACL 2024. [[Code](https://github.com/example/trees)]\n');
    const { err, out } = await inside('import', path.join(folder, 'L.md'), '--into', folder, '--json');
    assert.equal(err, '0 papers added, 1 there already (1 completed), 0 links left out.\n');
    assert.deepEqual((JSON.parse(out) as { changed: string[] }).changed, ['mine2024']);
    const text = readFileSync(path.join(folder, 'papers', 'mine.yaml'), 'utf8');
    assert.match(text, /^- id: mine2024 {3}# mine\n/u);
    assert.doesNotMatch(text, /unchecked/u);
    for (const said of [/authors: .*Ada Example/u, /venue: ACL 2024/u, /list: l\b/u, /github\.com\/example\/trees/u]) assert.match(text, said);
    await inside('import', path.join(folder, 'L.md'), '--into', folder);
    assert.equal(readFileSync(path.join(folder, 'papers', 'mine.yaml'), 'utf8'), text);
  });

  it('writes all files or none', async () => {
    mkdirSync(path.join(folder, 'papers'));
    // a place that leads nowhere cannot be made a file
    symlinkSync(path.join(folder, 'nowhere', 'else.yaml'), path.join(folder, 'papers', 'applications.yaml'));
    const { code, err } = await inside('import', list, '--into', folder);
    assert.equal(code, 2);
    assert.match(err, /Nothing was imported|could not be|no such/iu);
    assert.equal(readFileSync(path.join(folder, 'catalog.yaml'), 'utf8'), 'title: Mine # a remark\n');
    assert.deepEqual(readdirSync(folder), ['catalog.yaml', 'papers']);
  });

  it('fetches an address', async () => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/L.md' ? 200 : 404, { 'content-type': 'text/plain' });
      response.end(readFileSync(list));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      assert.equal((await inside('import', `${address}/L.md`, '--into', folder)).err, '5 papers added, 1 there already, 3 links left out.\n');
      assert.ok(readFileSync(path.join(folder, 'catalog.yaml'), 'utf8').includes(`${address}/L.md`));
      assert.match((await inside('import', `${address}/none.md`)).err, /has nothing at this address \(404\)/u);
      assert.match((await inside('import', 'http://example.net/L.md')).err, /without encryption/u);
    } finally {
      server.close();
    }
  });

  it('reads bibliographies', async () => {
    writeFileSync(path.join(folder, 'a.bib'), '@article{stone2020, title={On Trees}, author={Stone, Ann}, year=2020, doi={10.1000/xyz123}}\n');
    writeFileSync(path.join(folder, 'a.ris'), 'TY  - JOUR\nAU  - Weber, Max\nTI  - On Leaves\nPY  - 2021\nDO  - 10.1000/xyz124\nER  - \n');
    writeFileSync(path.join(folder, 'a.json'), JSON.stringify([{ id: 'moss2022', type: 'book', title: 'On Moss', author: [{ family: 'Moss', given: 'Rita' }], issued: { 'date-parts': [[2022]] } }]));
    writeFileSync(path.join(folder, 'a.yaml'), 'references:\n  - id: pine2023\n    type: book\n    title: On Pines\n    author:\n      - {family: Pine, given: Eva}\n');
    writeFileSync(path.join(folder, 'b.yml'), 'bark2024:\n  type: book\n  title: On Bark\n  author: Bark, Bob\n  date: 2024\n');
    for (const [name, added] of [['a.bib', 'stone2020: On Trees'], ['a.ris', 'weber2021leaves: On Leaves'], ['a.json', 'moss2022: On Moss'], ['a.yaml', 'pine2023: On Pines'], ['b.yml', 'bark2024: On Bark']] as const) {
      const { code, out } = await inside('import', path.join(folder, name), '--into', folder);
      assert.deepEqual([code, out], [0, `${added}\n`], name);
    }
    assert.match((await inside('stats', folder)).out, /^Mine: 5 papers/u);
  });

  it('touches no catalogue that cannot be read', async () => {
    writeFileSync(path.join(folder, 'catalog.yaml'), 'title: [Mine\n');
    const { code, out, err } = await inside('import', list, '--into', folder);
    assert.deepEqual([code, out, readdirSync(folder)], [2, '', ['catalog.yaml']]);
    assert.match(err, /has \d+ errors?: see `litshelf check`/u);
  });

  for (const [words, message] of [
    [['import'], /needs a file: litshelf import/u],
    [['import', 'no/such.md'], /no\/such\.md could not be read: there is no such file\./u],
    [['import', list, 'more'], /takes one file; "more" is too much/u],
    [['import', list, '--into', 'no/such'], /There is no folder no\/such\./u],
    [['import', list, '--into', 'test/fixtures/catalogs/good', '--list', 'Not A Slug'], /--list must hold a-z, 0-9 and single hyphens only/u],
  ] as [string[], RegExp][]) {
    it(`refuses "${words.join(' ')}" with one line`, async () => {
      const { code, out, err } = await inside(...words);
      assert.deepEqual([code, out], [2, '']);
      assert.equal(err.indexOf('\n'), err.length - 1);
      assert.match(err, message);
    });
  }
});
