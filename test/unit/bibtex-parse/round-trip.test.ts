/** parse(write(paper)) = paper, on the fields that both dialects carry. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toBibtex, toBibtexFile } from '../../../src/core/bibtex/index.js';
import { mathSpans } from '../../../src/core/bibtex/math.js';
import { readBibtex, texToText } from '../../../src/core/bibtex/read.js';
import { toPaper } from '../../../src/core/model/paper.js';
import { fromPerson } from '../../../src/core/model/person.js';
import type { PaperFields, PaperType, PersonField } from '../../../src/core/model/schema.js';

const line = (unit: fc.Arbitrary<string>) => fc.array(unit, { minLength: 1, maxLength: 20 }).map((parts) => parts.join('').normalize('NFC').replace(/[\s\p{C}\p{Z}]+/gu, ' ').trim()).filter((text) => /[\p{L}\p{N}]/u.test(text) && !/^(?:arxiv|version)/iu.test(text));
const anyText = line(fc.oneof({ weight: 3, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 3 }) }, fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 2 }), fc.constantFrom('--', "''", '``', ',,', '?`', '<<', '–-', '——', '{', '}', '\\', '$', '%', '&', '#', '_', '^', '~', '"', '@', ' and ', 'LLM', ' É', 'ß', '–', '—', '“', '”', '王', 'α', '²')));
/** What the TeX spelling of letters (unicode: false) carries: all hyphens are one, and a no-break space is a space. */
const simpleText = line(fc.constantFrom('a', 'B', 'é', 'Š', 'ø', 'ß', 'ı', 'í', 'ğ', 'ț', 'ợ', '王', '–', '—', '“', '”', '‘', '’', "'", '-', '`', '"', '¿', '…', '×', '≤', 'α', 'Ω', '²', '°', ' ', ': ', 'LLM', '{', '}', '\\', '$', '%', '_', '^', '~'));

const nameText = line(fc.constantFrom('A', 'b', 'Éc', 'ü', 'ß', '王', ' ', '-', 'von ', '.', "o'", 'Ø')).filter((text) => text !== 'others');
const person: fc.Arbitrary<PersonField> = fc.oneof(
  fc.record({ family: nameText, given: nameText }, { noNullPrototype: true }).map(fromPerson),
  fc.record({ family: nameText, given: nameText, suffix: fc.constantFrom('Jr', 'III') }, { noNullPrototype: true }).map(fromPerson),
  fc.record({ family: fc.oneof(nameText, fc.constantFrom('van Berg', 'Del Corro', 'Sons, Ltd', 'A and B', 'others', 'van der Berg Klein', 'd’Este the Elder')) }, { noNullPrototype: true }).map(fromPerson),
  fc.record({ family: nameText, suffix: fc.constantFrom('Jr', 'III') }, { noNullPrototype: true }).map(fromPerson),
  fc.record({ literal: fc.oneof(nameText, fc.constantFrom('A and B', 'A, Inc.', 'R & D', 'others', 'et al.', 'B {x}')) }, { noNullPrototype: true }).map(fromPerson),
);

const types: Record<'bibtex' | 'biblatex', PaperType[]> = {
  bibtex: ['article-journal', 'article-magazine', 'review', 'speech', 'post-weblog', 'book', 'chapter', 'paper-conference', 'report', 'thesis', 'document'],
  biblatex: ['article-journal', 'article-magazine', 'review', 'speech', 'post-weblog', 'book', 'chapter', 'paper-conference', 'report', 'thesis', 'document', 'dataset', 'software', 'patent', 'webpage'],
};

function papers(dialect: 'bibtex' | 'biblatex', text: fc.Arbitrary<string>): fc.Arbitrary<PaperFields> {
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const date = fc.tuple(fc.integer({ min: 1000, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: dialect === 'bibtex' ? 2 : 3 }))
    .map(([year, month, day, parts]) => [year, ...[month, day].map((part) => String(part).padStart(2, '0'))].slice(0, parts).join('-'));
  const number = fc.integer({ min: 1, max: 99_999 }).map(String);
  const record = fc.record({
    id: fc.constantFrom('wang2023', 'DBLP:conf/acl/X', '王2023', 'a.b+c-d_e'), type: fc.constantFrom(...types[dialect]), title: text, authors: optional(fc.array(person, { minLength: 1, maxLength: 3 })), editors: optional(fc.array(person, { minLength: 1, maxLength: 2 })), issued: optional(date),
    'container-title': optional(text), 'collection-title': optional(text), volume: optional(number), issue: optional(number), page: optional(fc.oneof(fc.tuple(number, number).map((pages) => pages.join('–')), fc.constantFrom('A-12', 'A-12–A-20', 'xii–xv', '12:1–12:16', '3–'))), edition: optional(number), publisher: optional(text), 'publisher-place': optional(text),
    arxiv: optional(fc.constantFrom('2212.10560', 'hep-th/9901001')), 'arxiv-class': fc.constant('cs.CL'), doi: optional(fc.constantFrom('10.1000/a_b(1)', '10.18653/v1/2023.acl-long.754')), isbn: optional(fc.constant('978-3-16-148410-0')),
    tags: optional(fc.uniqueArray(fc.constantFrom('llm', 'a, b', 'c & d', 'é'), { minLength: 1 })), language: optional(fc.constantFrom('en', 'de', 'pt-BR', 'fr', 'zh')), abstract: optional(text), note: optional(text), version: optional(fc.constantFrom('2', '1.0')), venue: optional(fc.constantFrom('ICML 2023', 'Distill, Inc.')),
    page2: optional(fc.constantFrom('https://a.example/x_y?a=1&b=%20#c', 'https://a.example/~x')),
  }, { noNullPrototype: true });
  return record.map(({ page2, ...rest }) => {
    const fields: PaperFields = { ...rest, ...(page2 === undefined ? {} : { links: { page: page2 } }), ...(rest.doi?.includes('acl') === true ? { acl: '2023.acl-long.754' } : {}) };
    // only what stands in something has a container; the class of an id that is not there says nothing
    if (!['article-journal', 'article-magazine', 'review', 'chapter', 'paper-conference'].includes(rest.type)) delete fields['container-title'];
    // a short venue is written for what stands in nothing
    if (!['speech', 'post-weblog'].includes(rest.type)) delete fields.venue;
    if (rest.arxiv === undefined) delete fields['arxiv-class'];
    // an unpublished work on arXiv is a preprint
    if (rest.arxiv !== undefined && fields['container-title'] === undefined && !['book', 'chapter', 'thesis', 'dataset', 'software', 'patent', 'article-magazine', 'review', 'speech', 'post-weblog'].includes(rest.type)) fields.type = 'article';
    if (fields.type === 'article') {
      delete fields.links;
      delete fields['container-title'];
    }
    return JSON.parse(JSON.stringify(fields)) as PaperFields;
  });
}

/** A formula stays one in the file, and is read as its text where that loses nothing. */
function withReadFormulas(fields: PaperFields): PaperFields {
  const read = (text: string) => [...mathSpans(text)].reverse().reduce((line, { start, end }) => line.slice(0, start) + texToText(line.slice(start, end)) + line.slice(end), text);
  return { ...fields, title: read(fields.title ?? ''), ...(fields.abstract === undefined ? {} : { abstract: read(fields.abstract) }) };
}

describe('BibTeX there and back', function () {
  this.timeout(20_000);
  for (const dialect of ['bibtex', 'biblatex'] as const) {
    for (const unicode of [true, false]) {
      it(`gives the same paper (${dialect}, ${unicode ? 'Unicode' : 'TeX accents'})`, () => {
        fc.assert(fc.property(papers(dialect, unicode ? anyText : simpleText), fc.constantFrom('none' as const, 'smart' as const, 'whole' as const), (fields, protect) => {
          const text = toBibtex(toPaper(fields), { dialect, unicode, abstract: true, note: true, protect });
          const { works, problems } = readBibtex(text);
          assert.deepEqual(problems, []);
          assert.deepEqual(works.map((work) => work.fields), [withReadFormulas(fields)], text);
          assert.deepEqual(works.flatMap(({ rest }) => [...rest]), []);
        }), { numRuns: 150 });
      });
    }
  }

  it('keeps a list of names that does not name everybody', () => {
    for (const authors of ['{Wang, Yizhong and others}', '{{OpenAI} and others}', '{Wang, Yizhong and {{et al.}} and Kordi, Yeganeh}']) {
      const [work] = readBibtex(`@misc{k, title={T}, author=${authors}}`).works;
      assert.ok(toBibtex(toPaper(work?.fields ?? { id: 'k', title: '' })).replace(/ +/gu, ' ').includes(`author = ${authors}`), authors);
    }
    assert.match(toBibtex(toPaper({ id: 'k', title: 'T', authors: ['Yizhong Wang', 'others'], editors: ['Anna Rogers', { literal: 'et al.' }] })), /author += \{Wang, Yizhong and others\},[\s\S]*editor += \{Rogers, Anna and others\}/u);
  });

  it('finds every entry of a file, whatever their texts hold', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), (titles) => {
      const { file } = readBibtex(toBibtexFile(titles.map((title, at) => toPaper({ id: `k${at}`, title }))));
      assert.deepEqual(file.problems, []);
      assert.deepEqual(file.entries.map(({ key }) => key), titles.map((_, at) => `k${at}`));
    }));
  });
});
