import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync, lstatSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readList } from '../../../src/core/lists/index.js';
import { good, inside, litshelf } from './litshelf.js';

const begin = '<!-- litshelf:begin shape=bold-titles contents=yes -->';
const end = '<!-- litshelf:end -->';

describe('litshelf publish', function () {
  this.timeout(20_000);
  let folder = '';
  const file = (name: string) => path.join(folder, name);
  const write = (text: string, name = 'README.md') => writeFileSync(file(name), text);
  const read = (name = 'README.md') => readFileSync(file(name), 'utf8');
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'litshelf-publish-'));
    cpSync(good, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes between markers, says so, and then the file is up to date', async () => {
    write(`a\r\n${begin}\r\n${end}\r\nb`);
    const into = ['publish', folder, '--into', file('README.md')];
    const before = await litshelf(...into, '--check');
    assert.deepEqual([before.code, before.out.split('\n')[0], before.out.split('\n')[2]], [1, `--- ${file('README.md')}`, '@@ line 3 @@']);
    assert.match(before.out, /^\+## Contents␍$/mu);
    assert.match(before.err, /README\.md is out of date: run `litshelf publish` without --check\.\n$/u);
    assert.equal(read(), `a\r\n${begin}\r\n${end}\r\nb`);
    const written = await inside(...into);
    assert.deepEqual([written.code, written.out], [0, '']);
    assert.match(written.err, /README\.md: \d+ papers, written\.\n$/u);
    assert.match(read(), /^a\r\n<!-- [^\r]*\r\n\r\n## Contents\r\n\r\n- \[.*<!-- litshelf:end -->\r\nb$/su);
    const text = read();
    assert.deepEqual([(await inside(...into, '--check')).code, (await inside(...into)).err.includes('up to date'), read() === text], [0, true, true]);
    assert.deepEqual(readdirSync(folder).sort(), ['README.md', 'catalog']);
  });

  it('prints the list, or writes it as a file with title and description', async () => {
    const printed = await inside('publish', folder, '--shape', 'dated');
    assert.match(printed.out, /^# .*\n\n/u);
    assert.equal((await inside('publish', folder, '--shape', 'dated', '--output', file('new/LIST.md'))).code, 0);
    assert.equal(read('new/LIST.md'), printed.out);
    assert.equal((await inside('publish', folder, '--shape', 'dated', '--output', file('new/LIST.md'), '--check')).code, 0);
    assert.equal((await inside('publish', folder, '--shape', 'table', '--output', file('new/LIST.md'), '--check')).code, 1);
    const templated = await inside('publish', folder, '--group', 'none', '--template', '* {title}\\n  {key}');
    assert.match(templated.out, /\n\* .*\n {2}\S+\n/u);
  });

  it('writes through a symbolic link', async () => {
    write(`${begin}\n${end}\n`, 'real.md');
    symlinkSync(file('real.md'), file('README.md'));
    assert.equal((await inside('publish', folder, '--into', file('README.md'))).code, 0);
    assert.equal(lstatSync(file('README.md')).isSymbolicLink(), true);
    assert.match(read('real.md'), /## Contents/u);
  });

  for (const [name, text, words, message] of [
    ['no file', undefined, [], /There is no file .*README\.md\. Make it, with the lines/u],
    ['no markers', 'x\n', [], /README\.md: There are no markers in it\. Put/u],
    ['a lost end', `x\n${begin}\n`, [], /README\.md: The list that line 2 begins has lost its end/u],
    ['a wrong option', `${begin}\n${end}\n`, ['--sort', 'newst'], /sort=newst is unknown: did you mean newest\?/u],
    ['two targets', `${begin}\n${end}\n`, ['--output', 'x.md'], /--into and --output exclude each other/u],
  ] as const) {
    it(`refuses ${name} with one line, and writes nothing`, async () => {
      if (text !== undefined) write(text);
      const { code, out, err } = await inside('publish', folder, '--into', file('README.md'), ...words);
      assert.deepEqual([code, out, err.split('\n').length], [2, '', 2]);
      assert.match(err, message);
      if (text !== undefined) assert.equal(read(), text);
    });
  }

  it('refuses a check of nothing, and a catalogue with errors', async () => {
    assert.match((await inside('publish', folder, '--check')).err, /--check needs the file/u);
    writeFileSync(file('catalog/catalog.yaml'), 'title: [\n');
    assert.deepEqual((await inside('publish', folder)).code, 2);
  });

  it('gives a list back that was imported: the same README between its markers', async () => {
    rmSync(file('catalog'), { recursive: true });
    writeFileSync(path.join(folder, 'catalog.yaml'), 'title: Mine\n');
    const list = `# Mine\n\nWords of ours.\n\n${begin.replace('contents=yes', 'list=mine')}\n\n## 1. Papers\n\n### 1.2. Zebras\n\n- [**Zebras Come First.**](https://arxiv.org/abs/2303.00103) *Mia Kern, Noor Idris.* Arxiv 2023. [[Code](https://github.com/example/zebras)]\n- [**An Ant Comes Second.**](https://arxiv.org/abs/2401.00104) *Jo Park, Ana Lima.* ACL 2024.\n\n### 1.1. Ants\n\n- [**More on Ants.**](https://arxiv.org/abs/2302.00105) *Ana Lima, et al.* ICLR 2023. Worth its length in leaves.\n\n## 2. Empty\n\n## 3. Blogs\n\n- [**How we count.**](https://blog.example.net/leaves) *Jo Park.* 2024\n\n${end}\n\n## License\n\nCC0\n`;
    write(list);
    assert.equal((await inside('import', file('README.md'), '--into', folder, '--list', 'mine')).code, 0);
    const { code, out } = await inside('publish', folder, '--into', file('README.md'), '--check');
    assert.deepEqual([code, out], [0, '']);
    assert.equal(readList(list).papers.length, 4);
    assert.equal((await inside('check', folder)).code, 0);
  });
});

describe('litshelf export', () => {
  it('takes a category, and writes a file', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'litshelf-export-'));
    try {
      const output = path.join(folder, 'deep', 'papers.csv');
      const { code, out, err } = await inside('export', 'catalog', '--format', 'csv', '--bom', '--category', 'surveys', '--output', output);
      assert.deepEqual([code, out], [0, '']);
      assert.match(err, /^\d+ papers written to /u);
      const rows = readFileSync(output, 'utf8').split('\r\n');
      assert.ok(rows[0]?.startsWith('\ufeffkey,type,title') && rows.slice(1, -1).every((row) => row.includes('surveys')) && rows.length > 10);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  for (const [words, message] of [
    [['--format', 'csl-jsn'], /did you mean csl-json\?/u], [['--format', 'ris', '--bom'], /--bom is for --format csv alone/u], [['--format', 'ris', '--shape', 'table'], /--shape is for --format markdown alone/u],
    [['--format', 'markdown', '--shape', 'tabel'], /There is no shape "tabel": did you mean table\?/u], [['--format', 'ris', '--category', 'survey'], /There is no category "survey": did you mean surveys\?/u],
  ] as const) {
    it(`refuses ${words.join(' ')}`, async () => {
      const { code, err } = await inside('export', 'catalog', ...words);
      assert.equal(code, 2);
      assert.match(err, message);
    });
  }
});

describe('the workflow of the documentation', () => {
  it('calls commands that there are, with options that they have', async () => {
    const calls = [...readFileSync('docs/examples/litshelf.yml', 'utf8').matchAll(/dist\/cli\.js (.+)$/gmu)].map(([, words = '']) => words.split(' '));
    assert.deepEqual(calls.map(([command]) => command), ['check', 'publish']);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'litshelf-ci-'));
    try {
      cpSync(good, folder, { recursive: true });
      writeFileSync(path.join(folder, 'README.md'), `${begin}\n${end}\n`);
      const words = (call: readonly string[]) => call.map((word) => (word === 'catalog' || word === 'README.md' ? path.join(folder, word) : word));
      const codes = [];
      for (const call of calls) codes.push((await inside(...words(call))).code);
      assert.deepEqual(codes, [0, 1]);
      const [, publish = []] = calls;
      assert.equal((await inside(...words(publish.filter((word) => word !== '--check')))).code, 0);
      assert.equal((await inside(...words(publish))).code, 0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
