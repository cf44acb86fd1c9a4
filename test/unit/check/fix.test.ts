/** Fixing: what is fixed stays fixed, and nothing else is touched. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkFiles, fixAll, runNow, severitiesIn, type FixedCatalogue, type Found } from '../../../src/core/check/index.js';
import type { PaperFields } from '../../../src/core/model/schema.js';
import { readConfig } from '../../../src/core/yaml/read-config.js';
import { readPapersNow } from '../../../src/core/yaml/read-papers.js';
import { applySplices } from '../../../src/core/yaml/splice.js';
import { runs } from '../../support/runs.js';
import { line, paper, write } from '../yaml/generate.js';

const config = 'title: T\ncategories: [{id: data, title: Data}]\n';

function fix(papers: string, wanted?: (finding: Found) => boolean): FixedCatalogue & { readonly text: string } {
  const fixed = runNow(fixAll(new Map([['catalog.yaml', config], ['papers/a.yaml', papers]]), { severities: {}, ...(wanted ? { wanted } : {}) }));
  return { ...fixed, text: fixed.texts.get('papers/a.yaml') ?? '' };
}

/** Values that rules object to, alone and together. */
const bad = {
  title: fc.tuple(line, fc.constantFrom('', '<i>x</i> ', '**b** ', '{BERT} ', '\\emph{e} ', 'JosÃ© ', 'donâ€™t '), fc.constantFrom('', '.', ' .', '&amp;', '&lt;i&gt;')).map((parts) => parts.join('')).filter((text) => /\S/u.test(text) && !text.includes('\0')),
  authors: fc.array(fc.oneof(line, fc.constantFrom('Ann Able and Bob Baker', 'Ann Able, Bob Baker, Cy Cole', 'Ann Able; Bob Baker et al.', 'et al.', 'Eve Elm et al', 'JosÃ© MuÃ±oz & Ann Able')), { maxLength: 3 }),
  doi: fc.constantFrom('10.1000/abc.', '10.1000/abc.pdf', '10.1000%2Fabc', '10.1000/a%2Fb.pdf.', '10.48550/arXiv.2103.00002v3', '10.1000/(a)b)', '10.1000/a?b#c', '10.1000/TODO'),
  venue: fc.constantFrom('TBD', '...', 'ACL 2023', 'â€œACLâ€\u009d 2019'),
  links: fc.dictionary(fc.constantFrom('page', 'pdf', 'html', 'code'), fc.constantFrom('http://arxiv.org/abs/2103.00001v2', 'https://arxiv.org/abs/...', 'https://doi.org/10.1000/xyz', 'http://seeded.org/', 'https://aclanthology.org/2021.acl-long.7.pdf', 'https://openreview.net/forum?id=AbCdEf1234'), { maxKeys: 3 }),
  acl: fc.constant('2021.acl-long.8'),
};
const faulty: fc.Arbitrary<PaperFields> = fc.tuple(paper, fc.record(bad, { requiredKeys: [] })).map(([good, more]) => ({ ...good, ...more }));
const catalogue = fc.uniqueArray(faulty, { maxLength: 6, selector: ({ id }) => id });

const fieldsOf = (text: string) => new Map(readPapersNow(text, 'papers/a.yaml').entries.map(({ fields }) => [fields.id, fields as Readonly<Record<string, unknown>>]));

describe('fixing a catalogue', () => {
  it('leaves nothing to fix, changes nothing the second time, and touches only what it says (property)', () => {
    fc.assert(
      fc.property(catalogue, fc.nat(), (papers, seed) => {
        const text = write(papers, seed);
        const once = fix(text);
        assert.deepEqual(once.left.filter(({ fix: more }) => more?.safe === true).map(({ code, paper: id, message }) => `${code} ${id ?? ''} ${message}`).filter((one) => once.fixed.some((done) => one.startsWith(`${done.code} ${done.paper ?? ''}`))), []);
        assert.equal(applySplices(text, once.splices.get('papers/a.yaml') ?? []), once.text);
        const twice = fix(once.text);
        assert.equal(twice.text, once.text);
        const touched = new Set(once.fixed.flatMap(({ fix: made }) => (made?.papers ?? []).map((change) => ('path' in change ? `${change.id} ${String(change.path[0])}` : ''))));
        const [before, after] = [fieldsOf(text), fieldsOf(once.text)];
        assert.deepEqual([...after.keys()].sort(), [...before.keys()].sort());
        for (const [id, fields] of before) {
          const now = after.get(id) ?? {};
          for (const name of new Set([...Object.keys(fields), ...Object.keys(now)])) if (!touched.has(`${id} ${name}`)) assert.deepEqual(now[name], fields[name], `${id} ${name}`);
        }
        // comments are nobody's fault
        const comments = (whole: string) => whole.split(/\r?\n/u).map((one) => /^\s*#.*$/u.exec(one)?.[0].trim()).filter((one) => one !== undefined).sort();
        if (!once.fixed.some(({ fix: made }) => made?.papers.some(({ kind }) => kind === 'unset') === true)) assert.deepEqual(comments(once.text), comments(text));
      }),
      { numRuns: runs(25) },
    );
  });

  it('fixes one kind alone', () => {
    const text = '- id: a\n  title: Ends. # why\n  links: {page: "http://arxiv.org/abs/2103.00001"}\n';
    assert.equal(fix(text, ({ code }) => code === 'http-link').text, text.replace('http:', 'https:'));
    assert.equal(fix(text, ({ code }) => code === 'title-full-stop').text, text.replace('Ends. #', 'Ends #'));
  });

  it('leaves alone what cannot be edited, and fixes the rest', () => {
    const text = '- id: a\n  title: &t Ends.\n  note: *t\n- id: b\n  title: Stops.\n';
    const { text: after, left } = fix(text);
    assert.equal(after, text.replace('Stops.', 'Stops'));
    assert.ok(left.some(({ code, paper: id }) => code === 'title-full-stop' && id === 'a'));
  });

  it('sorts with as few moves as can be, and not past headings unless asked', () => {
    const one = (id: string) => `- id: ${id}\n  type: software\n  title: T ${id}\n  links: {page: "https://a.example"}\n`;
    assert.equal(fix(['d', 'a', 'b', 'c'].map(one).join('')).text, ['a', 'b', 'c', 'd'].map(one).join(''));
    const headed = `${one('b')}\n# Tools\n${one('a')}`;
    assert.equal(fix(headed).text, headed);
    assert.equal(fix(`# All of them.\n${['a', 'c', 'b'].map(one).join('')}`).text, `# All of them.\n${['a', 'b', 'c'].map(one).join('')}`);
  });

  it('looks for nothing that is switched off', () => {
    const files = { config: readConfig(config, 'catalog.yaml').config, configProblems: [], papers: new Map([['papers/a.yaml', readPapersNow('- id: a\n  title: Ends.\n  arxiv: 2103.00001\n', 'papers/a.yaml')]]), textOf: () => config };
    const codes = (severities: Parameters<typeof checkFiles>[1]) => runNow(checkFiles(files, severities)).map(({ code, severity }) => `${code} ${severity}`);
    assert.deepEqual(codes({ 'empty-category': 'off', 'no-authors': 'off' }), ['arxiv-unquoted warning', 'title-full-stop warning', 'no-date warning']);
    assert.deepEqual(codes({ 'empty-category': 'off', 'no-authors': 'off', 'arxiv-unquoted': 'off', 'title-full-stop': 'error', 'no-date': 'info' }), ['title-full-stop error', 'no-date info']);
    assert.deepEqual(severitiesIn({ 'http-link': 'off', nonsense: 'off', 'no-date': 'loud', unsorted: 3 }), { 'http-link': 'off' });
    assert.deepEqual(severitiesIn(['off']), {});
  });
});
