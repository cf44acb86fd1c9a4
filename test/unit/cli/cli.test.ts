import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { faulty, good, inside, litshelf } from './litshelf.js';

const lines = (text: string) => text.split('\n').filter(Boolean);

describe('litshelf', function () {
  // each test starts processes; a busy machine takes its time
  this.timeout(20_000);

  it('prints its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.deepEqual(await litshelf('--version'), { code: 0, out: `${version}\n`, err: '' });
  });

  it('helps with the program and with every command and option', async () => {
    const program = await inside('--help');
    assert.equal(program.code, 0);
    for (const [name, options] of [['stats', ['--json']], ['check', ['--json', 'duplicate-work', 'yaml-syntax']], ['search', ['--json', '--limit <n>', 'author:wang']], ['export', ['--format', '--filter', 'csl-json', 'biblatex']]] as const) {
      assert.match(program.out, new RegExp(`^ {2}${name} `, 'm'));
      const [asked, same] = await Promise.all([inside(name, '--help'), inside('help', name)]);
      assert.deepEqual([asked.code, asked.err], [0, '']);
      assert.equal(asked.out, same.out);
      for (const option of options) assert.ok(asked.out.includes(option), `${name}: ${option}`);
    }
  });

  for (const [words, message] of [
    [[], /^litshelf: Say what to do: stats, check, search, export/],
    [['serch', good, 'x'], /^litshelf: There is no command "serch": did you mean search\? Commands are stats, check, search, export, import, publish\.$/],
    [['--jsn'], /no option --jsn/],
    [['stats'], /needs the folder of a catalogue/],
    [['stats', good, 'more'], /"more" is too much/],
    [['stats', good, '--jsn'], /has no option --jsn: did you mean --json\?/],
    [['stats', good, '--json=yes'], /--json takes no value/],
    [['stats', 'no/such/folder'], /There is no folder no\/such\/folder\./],
    [['stats', 'test/fixtures'], /test\/fixtures is no catalogue: it holds neither catalog\.yaml nor catalog\/catalog\.yaml/],
    [['stats', 'package.json'], /There is no folder package\.json/],
    [['search', good], /needs a folder and a query/],
    [['search', good, 'autor:wang'], /Unknown field `autor`: did you mean `author`\? .* \(in the query, at character 1\)$/],
    [['search', good, 'x', '--limit', 'many'], /--limit must be a whole number of 1 or more, not "many"/],
    [['search', good, 'x', '--limit'], /--limit needs a value: --limit <n>/],
    [['export', good], /needs a format: --format bibtex\|biblatex\|csl-json\|csl-yaml\|hayagriva\|ris\|csv\|markdown/],
    [['export', good, '--format', 'bibtx'], /no format "bibtx": did you mean bibtex\? Formats are bibtex, biblatex, csl-json, csl-yaml, hayagriva, ris, csv, markdown/],
    [['export', good, '--format', 'bibtex', '--format', 'bibtex'], /given twice/],
    [['export', good, '--format', 'bibtex', '--filter', 'year:never'], /`never` is not a year/],
  ] as [string[], RegExp][]) {
    it(`refuses "${words.join(' ')}" with one line`, async () => {
      const { code, out, err } = await inside(...words);
      assert.deepEqual([code, out], [2, '']);
      assert.equal(err.indexOf('\n'), err.length - 1);
      assert.match(err.trimEnd(), message);
    });
  }

  it('says so by exit code and on the error stream only', async () => {
    const { code, out, err } = await litshelf('search', good, 'autor:wang');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^litshelf: Unknown field/);
  });

  it('counts', async () => {
    const { code, out } = await litshelf('stats', good);
    assert.equal(code, 0);
    assert.equal(out, `Small Catalogue: 4 papers

Types
  preprint          2
  conference paper  1
  software          1

Years
  2024     2
  2023     1
  unknown  1

Categories
  Data generation  3
  Tools            2

Lists
  Awesome Synthetic Data  3

Identifiers
  arXiv       3
  DOI         1
  ACL         1
  OpenReview  0
  none        1

Problems: no problems
`);
    const { papers, types } = JSON.parse((await inside('stats', path.join(good, 'catalog'), '--json')).out) as { papers: number; types: Record<string, number> };
    assert.deepEqual([papers, types['preprint']], [4, 2]);
  });

  it('finds nothing wrong with a good catalogue', async () => {
    assert.deepEqual(await litshelf('check', good), { code: 0, out: '', err: '4 papers: no problems\n' });
  });

  it('finds what is wrong with a faulty one, at its place', async () => {
    const { code, out, err } = await litshelf('check', faulty);
    assert.equal(code, 1);
    assert.match(err, /^8 papers: \d+ errors, \d+ warnings, \d+ notes\n$/);
    const short = lines(out).map((line) => line.replace(/^.*faulty\/(.*?): (\w+): .* \[(.*)\]$/, '$1 $2 $3'));
    assert.deepEqual(short, [
      'catalog.yaml:4:9 warning empty-category',
      'papers/a.yaml:3:10 warning title-full-stop',
      'papers/a.yaml:7:16 error unknown-category',
      'papers/a.yaml:8:18 error unknown-list',
      'papers/a.yaml:8:52 error unknown-section',
      'papers/a.yaml:10:7 info unsorted',
      'papers/a.yaml:12:10 warning title-all-caps',
      'papers/a.yaml:13:13 error duplicate-key',
      'papers/a.yaml:14:17 warning mojibake',
      'papers/a.yaml:19:7 warning no-authors',
      'papers/a.yaml:19:7 warning no-date',
      'papers/a.yaml:19:7 info no-identifier-or-link',
      'papers/a.yaml:24:7 warning no-title',
      'papers/b.yaml:3:7 error duplicate-key',
      'papers/b.yaml:19:7 error duplicate-work',
      'papers/b.yaml:27:7 error duplicate-work',
      'papers/b.yaml:27:7 info no-identifier-or-link',
      'papers/b.yaml:30:17 warning mojibake',
      'papers/b.yaml:34:3 warning field-unknown',
    ]);
    const problems = JSON.parse((await inside('check', faulty, '--json')).out) as { file: string; line: number; rule: string }[];
    assert.deepEqual(problems.map(({ file, line, rule }) => `${file.replace(/^.*faulty\//, '')}:${line} ${rule}`), short.map((line) => line.replace(/:\d+ \w+ /, ' ')));
    for (const text of ['`mth` in catalog.yaml: did you mean `math`?', 'has no section `Method`: did you mean `Methods`?', 'same work as zhao2020last (papers/a.yaml): arxiv 2001.00001', 'the same title and first author']) assert.ok(out.includes(text), text);
  });

  it('lets warnings pass', async () => {
    const root = mkdtempSync(path.join(os.tmpdir(), 'litshelf-cli-'));
    try {
      mkdirSync(path.join(root, 'papers'));
      writeFileSync(path.join(root, 'catalog.yaml'), 'title: T\n');
      writeFileSync(path.join(root, 'papers', 'a.yaml'), '- id: a\n  title: Ends.\n  type: article\n');
      const { code, out } = await inside('check', root);
      assert.equal(code, 0);
      assert.match(out, /warning/);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it('searches, best first', async () => {
    assert.deepEqual(await litshelf('search', good, 'self-instruct'), {
      code: 0, err: '',
      out: 'wang2023selfinstruct\t2023\tWang & Kordi\tSelf-Instruct: Aligning Language Models with Self-Generated Instructions\tACL 2023\n',
    });
    assert.deepEqual(lines((await inside('search', good, 'instruct', '-tag:agents')).out).map((line) => line.split('\t')[0]), ['li2024glan', 'wang2023selfinstruct']);
    assert.equal(lines((await inside('search', good, '', '--limit', '2')).out).length, 2);
    assert.deepEqual(await inside('search', good, 'nothing-like-it'), { code: 0, out: '', err: 'No paper matches.\n' });
    const [first] = JSON.parse((await inside('search', good, 'author:wang', '--json')).out) as { id: string; url: string; authors: string[] }[];
    assert.deepEqual([first?.id, first?.url, first?.authors], ['wang2023selfinstruct', 'https://aclanthology.org/2023.acl-long.754/', ['Yizhong Wang', 'Yeganeh Kordi']]);
  });

  it('exports every format, filtered', async () => {
    const [bibtex, biblatex, csl] = await Promise.all([
      litshelf('export', good, '--format', 'bibtex'),
      inside('export', good, '--format', 'biblatex', '--filter', '-tag:"instruction tuning"'),
      inside('export', good, '--format=csl-json', '--filter=cat:generation year:2023'),
    ]);
    assert.deepEqual([bibtex.code, bibtex.err], [0, '']);
    assert.deepEqual(lines(bibtex.out).filter((line) => line.startsWith('@')), ['@misc{li2024glan,', '@misc{mitra2024agentinstruct,', '@inproceedings{wang2023selfinstruct,', '@misc{datadreamer,']);
    assert.deepEqual(lines(biblatex.out).filter((line) => line.startsWith('@')), ['@software{datadreamer,']);
    assert.deepEqual((JSON.parse(csl.out) as { id: string }[]).map(({ id }) => id), ['wang2023selfinstruct']);
  });

  it('says why a file cannot be written', async () => {
    assert.equal((await inside('export', good, '--format', 'ris', '--output', 'test/fixtures')).err, 'litshelf: test/fixtures could not be written: it is a folder; name a file.\n');
    assert.equal((await inside('export', good, '--format', 'ris', '--output', 'package.json/a.ris')).err, 'litshelf: package.json/a.ris could not be written: a file is where a folder of its path should be.\n');
  });

  it('prints the same every time', async () => {
    for (const words of [['stats', good], ['check', faulty], ['export', good, '--format', 'csl-json']]) assert.deepEqual(await litshelf(...words), await inside(...words));
  });

  it('is quiet when the reader has seen enough', async () => {
    const root = mkdtempSync(path.join(os.tmpdir(), 'litshelf-cli-'));
    try {
      mkdirSync(path.join(root, 'papers'));
      writeFileSync(path.join(root, 'catalog.yaml'), 'title: T\n');
      writeFileSync(path.join(root, 'papers', 'a.yaml'), Array.from({ length: 3000 }, (_, at) => `- id: p${at}\n  title: Paper ${at} with a title of some length, so that the pipe fills\n`).join(''));
      const child = spawn(process.execPath, ['dist/cli.js', 'export', root, '--format', 'bibtex']);
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
      await once(child.stdout, 'readable');
      child.stdout.destroy();
      const [code] = (await once(child, 'close')) as [number | null];
      assert.deepEqual([code, err], [0, '']);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
