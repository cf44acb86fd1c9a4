/** The lists that the bundled catalogue merges, where they are at hand: beside the project. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { readList, type ListPaper } from '../../../src/core/lists/index.js';
import { foldWords } from '../../../src/core/model/text.js';

interface Known {
  readonly key: string;
  readonly title: string;
  readonly arxiv?: string;
  readonly doi?: string;
  readonly acl_anthology?: string;
  readonly openreview?: string;
  readonly links: readonly string[];
  readonly listed: readonly { readonly seed: string; readonly line: number; readonly section: string }[];
}

const folder = '../shared/seeds';
const truth = '../shared/papers.json';

describe('the five lists', function () {
  before(function () {
    if (!existsSync(folder) || !existsSync(truth)) this.skip();
  });

  it('come in whole, each row as the work it is', () => {
    const known = JSON.parse(readFileSync(truth, 'utf8')) as Known[];
    let papers = 0;
    let placeholders = 0;
    for (const file of readdirSync(folder).sort()) {
      const seed = file.slice(0, 3);
      const rows = new Map(known.flatMap((work) => work.listed.filter((one) => one.seed === seed).map((one) => [one.line, { ...one, work }] as const)));
      const list = readList(readFileSync(`${folder}/${file}`, 'utf8'));
      assert.deepEqual(list.papers.map(({ line }) => line).sort((a, b) => a - b), [...rows.keys()].sort((a, b) => a - b), file);
      for (const paper of list.papers) {
        const row = rows.get(paper.line);
        assert.ok(row);
        assert.ok(same(paper, row.work), `${file}:${paper.line} ${paper.title} is not ${row.work.title}`);
        const at = paper.section.join(' / ');
        assert.ok(at === row.section || at.endsWith(` / ${row.section}`), `${file}:${paper.line} is in ${at}, not in ${row.section}`);
        assert.doesNotMatch(JSON.stringify(paper), /Ã|â€|‚Ä|√|ðŸ|üì|´ı/u);
      }
      papers += list.papers.length;
      placeholders += new Set(list.unread.filter(({ reason, text }) => reason === 'placeholder' && !/HOME PAGE|PDF/u.test(text)).map(({ line }) => line)).size;
    }
    assert.deepEqual([papers, placeholders], [211, 7]);
  });
});

/** By an identifier that both have; else by an address or the title, and no identifier against it. */
function same(paper: ListPaper, work: Known): boolean {
  const pairs = [[paper.arxiv, work.arxiv], [paper.acl, work.acl_anthology], [paper.doi?.toLowerCase(), work.doi?.toLowerCase()]] as const;
  if (pairs.some(([a, b]) => a !== undefined && b !== undefined && a !== b)) return false;
  if (pairs.some(([a, b]) => a !== undefined && a === b) || (paper.openreview !== undefined && paper.openreview === work.openreview)) return true;
  const addresses = Object.values(paper.links);
  if (addresses.some((address) => work.links.includes(address))) return true;
  const [a, b] = [foldWords(paper.title), foldWords(work.title)];
  return a.includes(b) || b.includes(a) || a.replace(/^star self taught reasoner /u, 'star ') === b;
}
