/** `litshelf check` beyond finding: severities, annotations, fixing. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { annotation } from '../../../src/cli/annotations.js';
import { writeFiles } from '../../../src/cli/write-files.js';
import { inside } from './litshelf.js';

describe('litshelf check', () => {
  let root = '';
  const file = (name: string) => path.join(root, ...name.split('/'));
  const read = (name: string) => readFileSync(file(name), 'utf8');
  const paper = (id: string, title: string) => `- id: ${id}\n  type: report   # as it is\n  title: ${title}\n  authors: [Ann Able]\n  issued: 2020\n  links: {page: "http://arxiv.org/abs/2001.00001"}\n  arxiv: "2001.0000${id.length}"\n`;
  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'litshelf-check-'));
    mkdirSync(file('papers'));
    writeFileSync(file('catalog.yaml'), 'title: T\n');
    writeFileSync(file('papers/a.yaml'), paper('a', 'Ends.'));
    writeFileSync(file('papers/b.yaml'), paper('bbbbbb', 'Ends, too.').replaceAll('\n', '\r\n'));
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const count = async (...words: string[]) => {
    const { code, out } = await inside('check', root, '--json', ...words);
    const problems = JSON.parse(out) as { rule: string; severity: string }[];
    return { code, rules: problems.map(({ rule, severity }) => `${rule} ${severity}`) };
  };

  it('is as strict as it is told to be', async () => {
    const usual = ['title-full-stop warning', 'http-link warning', 'title-full-stop warning', 'identifier-link warning', 'http-link warning'];
    assert.deepEqual(await count(), { code: 0, rules: usual });
    assert.deepEqual(await count('--max-warnings', '5'), { code: 0, rules: usual });
    assert.deepEqual(await count('--max-warnings', '4'), { code: 1, rules: usual });
    assert.deepEqual(await count('--rule', 'http-link=off', '--rule', 'title-full-stop=error,identifier-link=info'), { code: 1, rules: ['title-full-stop error', 'title-full-stop error', 'identifier-link info'] });
    writeFileSync(file('catalog.yaml'), 'title: T\ncheck: {title-full-stop: off, http-link: error}\n');
    assert.deepEqual(await count('--rule=http-link=info'), { code: 0, rules: ['http-link info', 'identifier-link warning', 'http-link info'] });
    assert.equal((await count()).code, 1);
    writeFileSync(file('catalog.yaml'), 'title: T\ncheck: {title-full-stop: loud}\n');
    assert.ok((await count()).rules.includes('schema error'));
  });

  it('finds nothing at all in the bundled catalogue', async () => {
    assert.deepEqual(await inside('check', 'catalog', '--max-warnings', '0'), { code: 0, out: '', err: '156 papers: no problems\n' });
  });

  it('refuses what it does not understand', async () => {
    for (const [words, message] of [
      [['--rule', 'http-lnk=off'], /There is no rule "http-lnk": did you mean http-link\?/u],
      [['--rule', 'http-link=loud'], /--rule http-link needs a severity/u],
      [['--rule', 'http-link'], /needs a severity/u],
      [['--max-warnings', 'few'], /needs a number/u],
      [['--format', 'xml'], /There is no format "xml"/u],
      [['--format', 'github', '--json'], /exclude each other/u],
    ] as const) {
      const { code, err } = await inside('check', root, ...words);
      assert.deepEqual([code, message.test(err)], [2, true], err);
    }
  });

  it('fixes, and says what', async () => {
    const before = [read('papers/a.yaml'), read('papers/b.yaml')];
    chmodSync(file('papers/a.yaml'), 0o640);
    const { code, out, err } = await inside('check', root, '--fix');
    assert.equal(code, 0);
    assert.match(err, /fixed .*\/papers\/a\.yaml: a: Leave the full stop out \[title-full-stop\]\n/u);
    assert.match(err, /\nFixed 4 problems in 2 files\.\n2 papers: 1 warning\n$/u);
    assert.match(out, /^[^\n]*\[identifier-link\]\n$/u);
    const fixed = (text = '') => text.replace('Ends.', 'Ends').replace('too.', 'too').replace('http:', 'https:');
    assert.deepEqual([read('papers/a.yaml'), read('papers/b.yaml')], before.map(fixed));
    assert.equal(statSync(file('papers/a.yaml')).mode & 0o777, 0o640);
    assert.match((await inside('check', root, '--fix')).err, /^Nothing to fix\.\n/u);
    assert.deepEqual(readdirSync(file('papers')), ['a.yaml', 'b.yaml']);
  });

  it('writes all files or none', async () => {
    const [a, b] = [read('papers/a.yaml'), read('papers/b.yaml')];
    const change = (name: string, before: string) => ({ file: file(name), before, after: `${before}# more\n` });
    await assert.rejects(writeFiles([change('papers/a.yaml', a), change('papers/b.yaml', `${b}changed since`)]), /Nothing was fixed: .*b\.yaml/u);
    await assert.rejects(writeFiles([change('papers/a.yaml', a), change('papers/gone.yaml', '')]), /gone\.yaml/u);
    assert.deepEqual([read('papers/a.yaml'), read('papers/b.yaml'), ...readdirSync(file('papers'))], [a, b, 'a.yaml', 'b.yaml']);
    // a text that is no UTF-8 would be written otherwise than it is
    writeFileSync(file('papers/a.yaml'), Buffer.from([0x2d, 0x20, 0xff]));
    await assert.rejects(writeFiles([change('papers/a.yaml', '- \ufffd')]), /UTF-8/u);
    // what a link leads to is written, and the link stays
    writeFileSync(file('real.yaml'), 'x\n');
    symlinkSync(file('real.yaml'), file('papers/link.yaml'));
    await writeFiles([change('papers/link.yaml', 'x\n')]);
    assert.deepEqual([read('real.yaml'), readdirSync(file('papers')).includes('link.yaml')], ['x\n# more\n', true]);
  });

  it('writes annotations that nothing can break out of', async () => {
    const at = { range: { start: 0, end: 1 }, line: 3, column: 7, rule: 'http-link' };
    assert.equal(annotation({ ...at, file: 'a,b:c%/x.yaml', severity: 'info', message: '50% of\r\n::error::it\u2028now' }), '::notice file=a%2Cb%3Ac%25/x.yaml,line=3,col=7,title=litshelf%3A http-link::50%25 of%0D%0A::error::it now');
    const { out } = await inside('check', root, '--format', 'github');
    assert.ok(out.split('\n').filter(Boolean).every((line) => /^::(?:warning|error|notice) file=[^,]+,line=\d+,col=\d+,title=litshelf%3A [a-z-]+::\S/u.test(line)), out);
  });
});
