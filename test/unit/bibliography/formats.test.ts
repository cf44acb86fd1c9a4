/** What holds for bibliographies of every format: entries are found, added once, renamed, removed, and nothing else changes. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPaper, formats, type Bibliography, type FormatId } from '../../../src/core/bibliography/index.js';
import { mathSpans } from '../../../src/core/bibtex/math.js';
import { texToText } from '../../../src/core/bibtex/tex-decode.js';
import { recordDate } from '../../../src/core/csl/record.js';
import { toPaper, type Paper } from '../../../src/core/model/paper.js';
import { fullName } from '../../../src/core/model/person.js';
import type { PaperFields } from '../../../src/core/model/schema.js';
import { applySplices, invertSplices } from '../../../src/core/yaml/splice.js';
import { runs } from '../../support/runs.js';

const now = () => Promise.resolve();
const ids = ['bibtex', 'csl-json', 'csl-yaml', 'hayagriva'] as const satisfies readonly FormatId[];

async function read(id: FormatId, text: string): Promise<Bibliography> {
  const bibliography = await formats[id].read(text);
  await bibliography.readAll(now);
  assert.ok(bibliography.entries.every(({ start, end, keyPlace }) => start < end && keyPlace.start >= start && keyPlace.end <= end));
  assert.ok(bibliography.entries.every(({ keyPlace }) => text.slice(keyPlace.start, keyPlace.end) === keyPlace.key));
  return bibliography;
}

const selfInstruct: PaperFields = {
  id: 'wang2023selfinstruct', type: 'paper-conference', title: 'Self-Instruct: Aligning *Language* Models with {Self} & 100% $O(n^2)$', authors: ['Yizhong Wang', { literal: 'A, Inc.' }, { family: 'King', given: 'Martin', suffix: 'Jr' }, 'Jan van der Berg'],
  issued: '2023-07', venue: 'ACL 2023', 'container-title': 'Proceedings of ACL', page: '1–9', volume: '1', arxiv: '2212.10560', doi: '10.18653/v1/2023.acl-long.754', acl: '2023.acl-long.754',
};

/** Files as people have them; the second key of each is `b`. */
const samples: Record<FormatId, readonly string[]> = {
  bibtex: ['@misc{a, title = {X}}\n% remark\n@article{b,\n  title = {Y},\n  year = {2001},\n}\n', '\ufeff@misc{a,title="X"}\r\n\r\n@misc{b,title="Y"}\r\n'],
  'csl-json': [
    '[\n  {\n    "id": "a",\n    "title": "X"\n  },\n  {\n    "title": "Y",\n    "id": "b", "type": "book"\n  }\n]\n', '[{"id":"a","title":"X"},{"id":"b"}]', '{"references": [\r\n\t{"id": "a"},\r\n\t{"id": "b", "note": "{[\\"id\\": \\"c\\"]}"}\r\n]}\r\n', '\ufeff[\n{"id": "a"}\n,\n{"id": "b", "author": [{"family": "X"}]}]',
  ],
  'csl-yaml': [
    '---\n# all of it\nreferences:\n- id: a\n  title: X # remark\n\n- id: "b"\n  title: |\n    - id: no\n    id: no\n  # end\n...\n', 'references:\n  - title: X\n    id: a\n  -\n    id: b\n    type: book\nnocite: x\n', '- id: a\r\n- id: \'b\'\r\n  type: book', '- {id: a, title: X}\n- {title: Y, id: "b"}\n',
  ],
  hayagriva: ['# all of it\na:\n    type: article\n    title: X\n\n"b":\n    type: Book\n    # remark\n    title: |\n      a:\n        type: book\n', 'a:\r\n  type: book\r\nb: {type: web, title: Y}\r\n', '---\na: # remark\n  title: X\n\n\n\'b\':\n  title: Y\n...\n'],
};

describe('bibliographies', () => {
  for (const id of ids) {
    describe(id, () => {
      it('finds entries where they stand', async () => {
        for (const text of samples[id]) {
          const { entries, problems } = await read(id, text);
          assert.deepEqual(entries.map(({ key }) => key), ['a', 'b'], text);
          assert.deepEqual(problems.filter(({ severity }) => severity === 'error'), [], text);
          assert.ok(entries.every(({ broken }) => !broken), text);
        }
      });

      it('adds a paper once, and nothing else changes', async () => {
        for (const text of [...samples[id], '', '\ufeff', '\n']) {
          const paper = toPaper(selfInstruct);
          const before = await read(id, text);
          const { key, splices } = formats[id].ensure(before, paper, { abstract: true });
          assert.equal(key, paper.id);
          assert.ok(splices.length > 0);
          const added = applySplices(text, splices);
          assert.equal(applySplices(added, invertSplices(text, splices)), text);
          const after = await read(id, added);
          assert.deepEqual(after.problems.filter(({ severity }) => severity === 'error'), [], added);
          assert.deepEqual(after.entries.map((entry) => entry.key), [...before.entries.map((entry) => entry.key), key], added);
          assert.deepEqual(formats[id].ensure(after, paper), { key, splices: [] }, added);
          assert.equal(findPaper(after, paper)?.key, key);
          // what was there is there, byte for byte, and no line is parted from its break
          for (const entry of before.entries) assert.ok(added.includes(text.slice(entry.start, entry.end)), added);
          if (text.includes('\r\n')) assert.ok(!/[^\r]\n/u.test(added), JSON.stringify(added));
          const entry = after.find(key);
          assert.ok(entry);
          if (text.trim() !== '' && text.trim() !== '\ufeff') assert.equal(applySplices(added, formats[id].remove(after, entry)), text);
        }
      });

      it('adds one after the other to a file of nothing, and takes them out again', async () => {
        let text = '';
        for (const at of [1, 2, 3]) text = applySplices(text, formats[id].ensure(await read(id, text), toPaper({ id: `k${String(at)}`, title: `Work ${String(at)}` })).splices);
        assert.deepEqual((await read(id, text)).entries.map(({ key }) => key), ['k1', 'k2', 'k3'], text);
        for (const left of [['k1', 'k3'], ['k1'], []]) {
          const bibliography = await read(id, text);
          const entry = bibliography.entries.find(({ key }) => !left.includes(key));
          assert.ok(entry);
          text = applySplices(text, formats[id].remove(bibliography, entry));
          const after = await read(id, text);
          assert.deepEqual(after.entries.map(({ key }) => key), left, text);
          assert.deepEqual(after.problems, []);
        }
      });

      it('renames a key, and refuses what cannot be', async () => {
        for (const text of samples[id]) {
          const bibliography = await read(id, text);
          const renamed = await read(id, applySplices(text, formats[id].renameKey(bibliography, 'b', 'smith2020')));
          assert.deepEqual(renamed.entries.map(({ key }) => key), ['a', 'smith2020']);
          assert.equal(applySplices(renamed.text, formats[id].renameKey(renamed, 'smith2020', 'b')), text);
          assert.deepEqual(formats[id].renameKey(bibliography, 'b', 'b'), []);
          for (const to of ['a', '', 'c d', 'c,d']) assert.throws(() => formats[id].renameKey(bibliography, 'b', to), Error, to);
          assert.throws(() => formats[id].renameKey(bibliography, 'nobody', 'x'), /nobody/u);
        }
      });

      it('takes another key where the wanted one is another work’s', async () => {
        const text = formats[id].print(toPaper({ id: 'wang2023selfinstruct', title: 'Something Else', authors: ['Jane Doe'], issued: '2001' }));
        const { key } = formats[id].ensure(await read(id, id === 'csl-json' ? `[${text}]` : text), toPaper(selfInstruct));
        assert.match(key, /^wang2023selfinstruct.+/u);
      });

      it('reads what it prints', async function () {
        this.timeout(30_000);
        await fc.assert(fc.asyncProperty(papers, async (paper) => {
          const printed = formats[id].print(paper);
          const { entries, problems } = await read(id, id === 'csl-json' ? `[\n${printed}\n]` : printed);
          assert.deepEqual(problems.filter(({ severity }) => severity === 'error'), [], printed);
          assert.equal(entries.length, 1, printed);
          const [entry] = entries;
          assert.ok(entry);
          assert.equal(entry.key, paper.id);
          assert.deepEqual(essence(id, entry.paper), essence(id, paper), printed);
        }), { numRuns: runs(300) });
      });

      it('never throws, whatever the text holds', async function () {
        this.timeout(30_000);
        const token = fc.constantFrom('{', '}', '[', ']', '"', "'", ',', ':', '- ', 'id: ', '"id": ', 'references:', 'a', '\n', '\r\n', '  ', '\t', '#', '|', '@a{', '=', '---\n', 'type: book', '&x ', '*x ', '!!int ', '? ', '%', '\\', '\ufeff', '\u2028', 'é');
        await fc.assert(fc.asyncProperty(fc.array(token, { maxLength: 40 }), fc.constantFrom('', ...samples[id]), fc.nat(), async (tokens, sample, at) => {
          const place = sample === '' ? 0 : at % sample.length;
          const text = sample.slice(0, place) + tokens.join('') + sample.slice(place);
          const bibliography = await read(id, text);
          await formats[id].read(text, now);
          try {
            const { key, splices } = formats[id].ensure(bibliography, toPaper(selfInstruct));
            const after = await read(id, applySplices(text, splices));
            assert.ok(after.entries.some((entry) => entry.key === key), JSON.stringify(after.text));
          } catch (fault) {
            if (fault instanceof assert.AssertionError) throw fault;
            assert.match(fault instanceof Error ? fault.message : '', /line \d+/u);
          }
        }), { numRuns: runs(400) });
      });

      it('reads large and hostile files in time', async function () {
        this.timeout(30_000);
        for (const unit of ['{', '[', '"', '\n- ', '\n{', '{"id":', '\na:', '\n a', '\\', '[{', '@a{', ',', "'", '\n- id: a', '{}', '[{},', '\n-\n', 'x'].map((one) => one.repeat(20_000 / one.length))) {
          for (const before of ['', '[', 'references:\n', 'a:\n']) await (await formats[id].read(before + unit)).readAll(now);
        }
      });
    });
  }
});

const text = fc.array(fc.oneof(fc.constantFrom('a', 'LLM', ' ', ' of ', 'É', 'ß', '王', '-', '–', ': ', '#', '# ', ' #', '*', '_', '$', '{', '}', '[', ']', '"', "'", '\\', '&', '%', '@', '<b>', '~', '^', '`', '|', '>', '1.', '- ', '? ', '!', ',', ';', 'null', 'true', '2023', '💡'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 })), { minLength: 1, maxLength: 12 })
  .map((parts) => `Work ${parts.join('')}`.normalize('NFC').replace(/[\s\p{C}\p{Z}]+/gu, ' ').replace(/[‐‑]/gu, '-').trim());
const name = fc.constantFrom('Wang', 'Li', 'Müller', 'O’Neill', 'Del Corro', 'van der Berg', 'Smith-Jones', '王');
const papers: fc.Arbitrary<Paper> = fc.record({
  id: fc.constantFrom('wang2023', 'a:b/c-d_e.f', '2023wang', '王2023', 'true', 'null'), type: fc.constantFrom('article', 'article-journal', 'paper-conference', 'book', 'chapter', 'thesis', 'report', 'dataset', 'software', 'webpage', 'post-weblog', 'speech', 'document', 'review', 'article-magazine', 'patent'),
  title: text, authors: fc.array(fc.oneof(fc.record({ family: name, given: fc.constantFrom('Yizhong', 'J.-P.', 'Anna Maria') }, { noNullPrototype: true }), fc.constant({ literal: 'OpenAI' }), fc.constant({ literal: 'Sons, Ltd' }), fc.constant({ family: 'King', given: 'Martin', suffix: 'Jr' })), { minLength: 1, maxLength: 4 }),
  issued: fc.constantFrom('2023', '2023-07', '1999-01'), venue: fc.constantFrom(undefined, 'ACL 2023'), 'container-title': fc.constantFrom(undefined, 'Proceedings of X: Y & Z', 'Journal of {Braces}'),
  arxiv: fc.constantFrom(undefined, '2212.10560', 'hep-th/9901001'), doi: fc.constantFrom(undefined, '10.1000/a_b(1)'), acl: fc.constantFrom(undefined, '2023.acl-long.754'), openreview: fc.constantFrom(undefined, 'abc_DEF-12'),
}, { noNullPrototype: true }).map((fields) => {
  const held = ['article-journal', 'article-magazine', 'review', 'chapter', 'paper-conference'].includes(fields.type);
  // what stands in nothing has no container, and without one an arXiv id makes a preprint of most
  const kept = { ...fields, 'container-title': held ? (fields['container-title'] ?? 'A Journal') : undefined, venue: held || fields.type === 'speech' ? fields.venue : undefined };
  return toPaper(JSON.parse(JSON.stringify(kept)) as PaperFields);
});

/** What every format carries: what the work is called, by whom, when and where, and its identifiers. */
function essence(id: FormatId, paper: Paper) {
  const { arxiv, doi, acl, openreview } = paper.fields;
  // BibTeX has no field for a short venue beside the title of the proceedings, nor for two more identifiers
  const more = id === 'bibtex' ? {} : { venue: paper.venue, acl, openreview };
  return { title: (id === 'bibtex' ? readFormulas(paper.title) : paper.title).replace(/[‐‑]/gu, '-'), authors: paper.authors.map(fullName), date: recordDate(paper), container: paper.fields['container-title'] ?? paper.fields.venue, arxiv, doi, ...more };
}

/** BibTeX reads a formula as the plain text that it sets, where nothing is lost: docs/formats.md. */
function readFormulas(title: string): string {
  return mathSpans(title).reduceRight((text, { start, end }) => text.slice(0, start) + texToText(text.slice(start, end)) + text.slice(end), title);
}
