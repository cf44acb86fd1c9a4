import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRis } from '../../../src/core/adding/ris.js';
import { formats } from '../../../src/core/bibliography/index.js';
import { csvColumns, exportFormatIds, exportPapers, toCsv } from '../../../src/core/export/index.js';
import { toPaper, type Paper } from '../../../src/core/model/paper.js';
import { fullName } from '../../../src/core/model/person.js';
import type { PaperFields } from '../../../src/core/model/schema.js';
import { runs } from '../../support/runs.js';
import { fieldsOf } from '../publish/papers.js';

const stone: PaperFields = {
  id: 'stone2023gardens', type: 'paper-conference', title: 'Gardens, "Hedges" & Trees', 'title-short': 'Gardens', authors: ['Ann Stone', { family: 'Del Corro', given: 'Luciano' }, { family: 'King', given: 'Martin', suffix: 'Jr' }, { literal: 'Garden Collaboration' }],
  editors: ['Max Weber'], issued: '2023-07-10', venue: 'ACL 2023', 'container-title': 'Proceedings of Gardens', volume: '12', page: '11–20', publisher: 'ACL', 'publisher-place': 'Toronto', arxiv: '2301.00001', doi: '10.18653/v1/2023.acl-long.1', acl: '2023.acl-long.1', isbn: '978-3-16-148410-0', language: 'en',
  links: { page: 'https://gardens.example.net/p', pdf: 'https://gardens.example.net/p.pdf' }, tags: ['trees', 'hedges'], abstract: 'We measure.\nThen we plant.', lists: [{ list: 'mine', section: 'A > B' }], categories: ['a/b'], note: '=1+1',
};

describe('RIS that is written', () => {
  it('is one record with its lines in order', () => {
    assert.equal(exportPapers('ris', [toPaper({ id: 'a1', title: 'On\nTrees', authors: ['Ann Stone', { literal: 'Team, Green' }, { family: 'Plato' }], issued: '2023-07', arxiv: '2307.00001' })]), ['TY  - UNPB', 'ID  - a1', 'TI  - On Trees', 'AU  - Stone, Ann', 'AU  - Team Green', 'AU  - Plato,', 'PY  - 2023', 'DA  - 2023/07//', 'UR  - https://arxiv.org/abs/2307.00001', 'ER  - ', ''].join('\r\n'));
  });

  it('is read back as it was', () => {
    const [record] = readRis(exportPapers('ris', [toPaper(stone)]));
    const { lists, categories, note, abstract, ...rest } = stone;
    assert.ok(lists && categories && note);
    assert.deepEqual(record?.fields, { ...rest, abstract: abstract?.replace('\n', ' '), authors: ['Ann Stone', { family: 'Del Corro', given: 'Luciano' }, { family: 'King', given: 'Martin', suffix: 'Jr' }, { literal: 'Garden Collaboration' }] });
    assert.equal(record.broken, false);
  });

  it('keeps title, people, date and identifiers of every paper', () => {
    fc.assert(
      fc.property(fieldsOf(7), (fields) => {
        const paper = toPaper(fields);
        const [record] = readRis(exportPapers('ris', [paper, paper]));
        const back = toPaper({ ...record?.fields, id: record?.fields.id ?? '' });
        assert.deepEqual([back.id, back.title, back.authors.map(fullName), back.year, back.fields.arxiv, back.fields.doi], [paper.id, paper.title, paper.authors.map(fullName), paper.year, paper.fields.arxiv, paper.fields.doi]);
      }),
      { numRuns: runs(100) },
    );
  });
});

/** RFC 4180, read as a spreadsheet reads it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.replace(/^\ufeff/u, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    row.push(match[1]?.replace(/""/gu, '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('CSV that is written', () => {
  const cellOf = (text: string, column: string) => readCsv(text)[1]?.[Object.keys(csvColumns).indexOf(column)];

  it('has a row of headings and a row a paper', () => {
    const rows = readCsv(toCsv([toPaper(stone)]));
    assert.deepEqual(rows[0], Object.keys(csvColumns));
    assert.equal(rows.length, 2);
    const text = toCsv([toPaper(stone)]);
    assert.deepEqual(['title', 'authors', 'year', 'lists', 'categories', 'tags'].map((column) => cellOf(text, column)), ['Gardens, "Hedges" & Trees', 'Ann Stone; Luciano Del Corro; Martin King Jr; Garden Collaboration', '2023', 'mine: A > B', 'a/b', 'trees; hedges']);
  });

  it('has no cell that a spreadsheet runs, unless it is asked to have', () => {
    for (const odd of ['=1+1', '+A1', '-cmd|x', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=2', '+']) {
      assert.equal(cellOf(toCsv([toPaper({ id: 'a', title: odd })]), 'title')?.startsWith("'"), true, odd);
      assert.equal(cellOf(toCsv([toPaper({ id: 'a', title: odd })], { guard: false }), 'title'), odd);
    }
    assert.equal(cellOf(toCsv([toPaper({ id: 'a', title: 'x', volume: '-12' })]), 'volume'), '-12');
  });

  it('is read back as it was, and begins with a mark when asked to', () => {
    assert.equal(toCsv([], { bom: true }).startsWith('\ufeffkey,type'), true);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (title) => {
      assert.equal(cellOf(toCsv([toPaper({ id: 'a', title })], { guard: false }), 'title'), title.replace(/\0/gu, ''));
    }), { numRuns: runs(200) });
  });
});

describe('every export', () => {
  const papers: Paper[] = [toPaper(stone), toPaper({ id: 'weber2024', title: 'Second: _Trees_ | [x]', arxiv: '2401.00001', authors: ['Max Weber'] })];

  for (const id of exportFormatIds) {
    it(`of no papers is a file all the same: ${id}`, () => {
      assert.equal(typeof exportPapers(id, []), 'string');
    });
  }
  for (const id of ['bibtex', 'csl-json', 'csl-yaml', 'hayagriva'] as const) {
    it(`is read back by its own reader: ${id}`, async () => {
      const pause = () => Promise.resolve();
      for (const some of [papers, []]) {
        const bibliography = await formats[id].read(exportPapers(id, some), pause);
        await bibliography.readAll(pause);
        assert.deepEqual([bibliography.entries.map(({ key }) => key), bibliography.entries.map(({ paper }) => paper.title), bibliography.problems], [some.map((paper) => paper.id), some.map(({ title }) => title), []]);
      }
    });
  }

  it('as Markdown lists the papers in their order', () => {
    assert.equal(exportPapers('markdown', papers, { shape: 'bold-titles' }).split('\n')[1], '- [**Second: \\_Trees\\_ | \\[x\\].**](https://arxiv.org/abs/2401.00001) *Max Weber.* Arxiv.');
  });
});
