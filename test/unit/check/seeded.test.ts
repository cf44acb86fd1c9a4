/** A catalogue with faults in known places: all of them are found, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { checkRules, fixAll, runNow } from '../../../src/core/check/index.js';
import { inside } from '../cli/litshelf.js';

const root = 'test/fixtures/catalogs/seeded';
const names = ['catalog.yaml', ...readdirSync(path.join(root, 'papers')).sort().map((name) => `papers/${name}`)];
const texts = new Map(names.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]));

/** `file:line code`, as the comments say it. */
function seeded(): string[] {
  return [...texts].flatMap(([name, text]) => text.split('\n').flatMap((line, at) => (/# ! (.*)$/u.exec(line)?.[1] ?? '').split(' ').filter(Boolean).map((code) => `${name}:${at + 1} ${code}`)));
}

describe('the seeded catalogue', () => {
  it('has each fault found at its line, and nothing else', async () => {
    const { code, out } = await inside('check', root, '--json');
    const found = (JSON.parse(out) as { file: string; line: number; rule: string }[]).map(({ file, line, rule }) => `${path.posix.relative(root, file)}:${line} ${rule}`);
    assert.deepEqual([...new Set(found)].sort(), seeded().sort());
    assert.equal(code, 1);
  });

  it('has at least two faults for every rule', () => {
    const counts = new Map<string, number>();
    for (const one of seeded()) counts.set(one.split(' ')[1] ?? '', (counts.get(one.split(' ')[1] ?? '') ?? 0) + 1);
    for (const code of [...checkRules.map((rule) => rule.code), 'schema', 'arxiv-unquoted', 'not-a-list', 'field-unknown', 'text-unquoted']) assert.ok((counts.get(code) ?? 0) >= 2, `${code}: ${counts.get(code) ?? 0}`);
  });

  it('is fixed as far as it can be, and stays as it is otherwise', () => {
    const { fixed, left, texts: after, splices } = runNow(fixAll(texts, { severities: {} }));
    assert.deepEqual(left.filter(({ fix }) => fix?.safe === true), []);
    const again = runNow(fixAll(after, { severities: {} }));
    assert.deepEqual([again.fixed, [...again.splices]], [[], []]);
    assert.ok(!splices.has('catalog.yaml') && !splices.has('papers/misses.yaml') && !splices.has('papers/between.yaml'));
    assert.ok(fixed.length >= 25, String(fixed.length));
    // lines that no fix concerns are the same; order.yaml and next.yaml are sorted
    const plain = (text: string | undefined) => (text ?? '').split('\n');
    const changed = [...texts].filter(([name]) => !/order|next/u.test(name)).flatMap(([name, text]) => plain(text).filter((line) => !plain(after.get(name)).includes(line)));
    assert.deepEqual(changed.filter((line) => !line.includes('# !')), []);
    assert.deepEqual([...(after.get('papers/order.yaml') ?? '').matchAll(/^- id: (\S+)/gmu)].map(([, id]) => id), ['aspen2020', 'beech2020', 'cherry2020', 'zelkova2020']);
    const text = [...after.values()].join('\n');
    for (const line of [
      '  title: A Title That Ends # !', '  title: "Another, in Italics & with a Stop" # !', '  authors: [José Three] # !', '  summary: It don’t matter. # !', '  title: On Bold Words and BERT # !',
      '  authors: [Ann Able, Bob Baker, Cy Cole] # !', '    page: https://arxiv.org/abs/2103.00001 # !', '    pdf: https://arxiv.org/pdf/2103.00001.pdf # !', '  doi: 10.48550/arXiv.2103.00002 # !',
      '  arxiv: "2103.00004"', '  acl: 2021.acl-long.7', '  doi: 10.1000/abc # !', '  type: paper-conference # !', '  arxiv: "2104.00010" # !', '  authors: [Tom Todd] # !', '  title: "1984" # !', '  doi: 10.1000/resolver # !', '  arxiv: "2104.00003" # !',
      '  issued: 2020-02', '  submitted: 2020-02',
    ]) assert.ok(text.includes(`\n${line}`), line);
  });
});
