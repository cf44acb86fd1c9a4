import assert from 'node:assert/strict';
import { checkCatalogue, checkRules, checkedCatalogue } from '../../../src/core/check/index.js';
import type { CheckFinding } from '../../../src/core/check/check.js';
import { editConfig } from '../../../src/core/yaml/edit-config.js';
import { applySplices } from '../../../src/core/yaml/splice.js';
import { readConfig } from '../../../src/core/yaml/read-config.js';
import { readPapersNow } from '../../../src/core/yaml/read-papers.js';

/** Codes with the text at which they point. */
function check(config: string, ...papers: string[]): string[] {
  const texts = new Map([['catalog.yaml', config], ...papers.map((text, at): [string, string] => [`papers/${at}.yaml`, text])]);
  const textOf = (file: string) => texts.get(file) ?? '';
  const files = new Map(papers.map((text, at) => [`papers/${at}.yaml`, readPapersNow(text, `papers/${at}.yaml`)]));
  const problems = checkCatalogue(checkedCatalogue(readConfig(config, 'catalog.yaml').config, files, textOf));
  for (const { file, line, column, range } of problems) {
    const before = textOf(file).slice(0, range.start).split('\n');
    assert.deepEqual([line, column], [before.length, (before.at(-1) ?? '').length + 1]);
  }
  return problems.map(({ file, range, rule }) => `${rule} ${textOf(file).slice(range.start, range.end)}`);
}
function findings(config: string): Iterable<CheckFinding> {
  const checked = checkedCatalogue(readConfig(config, 'catalog.yaml').config, new Map(), () => config);
  return checkRules.flatMap(({ whole }) => (whole ? [...whole(checked)].filter((found) => found !== undefined) : []));
}
const paper = (more: string, id = 'a') => `- id: ${id}\n  type: article\n  title: T ${id}\n  authors: [Ann Able]\n  issued: 2020\n  isbn: "1"\n${more}`;

describe('checks', () => {
  it('have distinct codes, each with a line about it', () => {
    assert.equal(new Set(checkRules.map(({ code }) => code)).size, checkRules.length);
    for (const { code, about } of checkRules) assert.match(`${code}|${about}`, /^[a-z]+(-[a-z]+)*\|\S.*\.$/);
  });

  it('accept what is in order', () => {
    const config = 'categories: [{id: a, title: A, children: [{id: a/b, title: B}]}]\nlists: [{id: l, title: L, sections: [{title: S, sections: [T]}]}]\n';
    // two categories are no duplicate, a parent is filled by its child, spaces in a section's path do not count
    assert.deepEqual(check(config, paper('  categories: [a/b]\n  lists: [{list: l, section: "S>T"}, {list: l, section: S}]\n')), []);
  });

  it('point at the value, wherever it stands', () => {
    assert.deepEqual(check('categories: [{id: math, title: M}]', paper('  tags: [mth]\n  categories:\n    - math\n    - "mth"\n')), ['unknown-category mth']);
    assert.deepEqual(check('lists: []', paper('  lists: [{list: nope}]\n')), ['unknown-list nope']);
    assert.deepEqual(check('categories:\n  - id: full\n    title: F\n  - title: E\n    id: full-empty\n', paper('  categories: [full]\n')), ['empty-category full-empty']);
  });

  it('point into papers written in braces, and past comments', () => {
    assert.deepEqual(check('', '# header\n\n# about b\n- {id: b, type: report, title: "Ends.", authors: [A], issued: 2020, isbn: 1}\n'), ['title-full-stop "Ends.", authors: [A], issued: 2020, isbn: 1}']);
    assert.deepEqual(check('', '- id: x\n  type: software\n\n# about y\n- type: software\n  "id": y\n'), ['no-title x', 'no-title y']);
  });

  it('name only the root of an empty branch', () => {
    assert.deepEqual(check('categories: [{id: x, title: X, children: [{id: x/y, title: Y}]}]'), ['empty-category x']);
  });

  it('find codes in catalog.yaml that no check has', () => {
    const config = 'title: http-links\ncheck: {http-links: off, no-date: off, nonsense-of-mine: error}\n';
    assert.deepEqual(check(config), ['unknown-code http-links', 'unknown-code nonsense-of-mine']);
    const fixes = [...findings(config)].map(({ fix }) => `${fix?.title ?? ''}: ${applySplices(config, editConfig(config, fix?.config ?? [])).split('\n')[1] ?? ''}`);
    assert.deepEqual(fixes, ['Write http-link instead: check: {no-date: off, nonsense-of-mine: error, http-link: "off"}', 'Remove nonsense-of-mine: check: {http-links: off, no-date: off}']);
    assert.deepEqual([...findings('check: {http-links: off, http-link: error}\n')].map(({ fix }) => fix?.title), ['Remove http-links']);
  });

  it('find keys that lead to two papers', () => {
    assert.deepEqual(check('', paper(''), paper('')), ['duplicate-key a']);
    assert.deepEqual(check('', paper('', 'a'), paper('  aliases: [x, a]\n', 'b')), ['duplicate-key a']);
    assert.deepEqual(check('', paper('  aliases: [x]\n', 'a') + paper('  aliases: [x]\n', 'b')), ['duplicate-key x']);
    assert.deepEqual(check('', paper('  aliases: [a, x, x]\n', 'a')), []);
  });

  it('find works that are there twice, by identifier or by title, first author and year', () => {
    const [one, two] = [paper('  arxiv: "2212.10560"\n', 'a'), paper('  doi: 10.48550/arXiv.2212.10560\n', 'b')];
    assert.deepEqual(check('', one + two), ['duplicate-work b']);
    assert.deepEqual(check('', one, two), ['duplicate-work b']);
    const same = (id: string, more: string) => paper(more, id).replace(/title: .*/, 'title: One Title');
    assert.deepEqual(check('', same('a', '') + same('b', '')), ['duplicate-work b']);
    assert.deepEqual(check('', same('a', '  arxiv: "2212.10560"\n') + same('b', '  arxiv: "2212.10561"\n')), []);
    assert.deepEqual(check('', same('a', '') + same('b', '').replace('2020', '2023')), []);
  });

  it('tell full stops from abbreviations, and capitals from names', () => {
    const titles = (...all: string[]) => check('', all.map((title, at) => paper('', `p${at}`).replace(/title: .*/, `title: ${JSON.stringify(title)}`)).join(''));
    assert.deepEqual(titles('Ends.', 'Made in the U.S.A.', 'And so on...', 'Wang et al.', 'Open'), ['title-full-stop "Ends."']);
    assert.deepEqual(titles('ATTENTION IS ALL YOU NEED', 'BERT', 'GPT NEOX', 'On BERT AND GPT'), ['title-all-caps "ATTENTION IS ALL YOU NEED"']);
  });

  it('tell a wrong encoding from foreign letters', () => {
    const summaries = (...all: string[]) => check('', all.map((text, at) => paper(`  summary: ${JSON.stringify(text)}\n`, `p${at}`)).join('')).length;
    assert.equal(summaries('JosÃ©', 'donâ€™t', 'Garc\ufffda', 'r√©sum√©', 'don‚Äôt', 'ðŸ“Œ', 'naÃ¯ve', 'Â©'), 8);
    assert.equal(summaries('José', 'MARQUÉ…', 'Â', 'SÃO PAULO', '½ × ¾', '仲景', '√2', 'à la carte', '“Ångström”', 'Ã la'), 0);
  });

  it('let software lack authors and date, and tombstones everything', () => {
    assert.deepEqual(check('', '- id: a\n  type: software\n  title: S\n  links: {code: https://a.example}\n- id: b\n  removed: true\n'), []);
    assert.deepEqual(check('', '- id: a\n  type: report\n  title: S\n'), ['no-authors a', 'no-date a', 'no-identifier-or-link a']);
  });

  it('name the first paper out of order, once a file', () => {
    assert.deepEqual(check('', ['b', 'a', 'd', 'c'].map((id) => paper('', id)).join('')), ['unsorted a']);
  });
});
