import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRis } from '../../../src/core/adding/ris.js';
import { paperTypes } from '../../../src/core/model/schema.js';
import { risTypes } from '../../../src/core/adding/ris-types.js';
import { runs } from '../../support/runs.js';

const record = (...lines: readonly string[]) => readRis([...lines, 'ER  - '].join('\n'))[0]?.fields;

describe('RIS', () => {
  it('reads a journal article whole', () => {
    assert.deepEqual(
      record('TY  - JOUR', 'ID  - gilardi2023', 'A1  - Gilardi, Fabrizio', 'A1  - Alizadeh, Meysam', 'T1  - ChatGPT outperforms crowd workers', 'T2  - Proceedings of the National Academy of Sciences', 'JO  - PNAS', 'Y1  - 2023/07/18/', 'VL  - 120', 'IS  - 30', 'SP  - 1', 'EP  - 9', 'DO  - https://doi.org/10.1073/pnas.2305016120', 'UR  - https://doi.org/10.1073/pnas.2305016120', 'L1  - https://example.org/a.pdf', 'SN  - 0027-8424', 'KW  - Annotation', 'KW  - ChatGPT; Crowds', 'PB  - National Academy of Sciences', 'CY  - Washington', 'LA  - en', 'AB  - First line', 'and the second.', 'N1  - remark'),
      {
        type: 'article-journal', title: 'ChatGPT outperforms crowd workers', authors: ['Fabrizio Gilardi', 'Meysam Alizadeh'], issued: '2023-07-18', 'container-title': 'Proceedings of the National Academy of Sciences', volume: '120', issue: '30', page: '1–9',
        publisher: 'National Academy of Sciences', 'publisher-place': 'Washington', doi: '10.1073/pnas.2305016120', language: 'en', links: { pdf: 'https://example.org/a.pdf' }, tags: ['annotation', 'chatgpt', 'crowds'], abstract: 'First line and the second.', id: 'gilardi2023',
      },
    );
  });

  it('knows a preprint by its journal, its DOI or its address', () => {
    for (const line of ['JO  - arXiv preprint arXiv:2212.10560', 'DO  - 10.48550/arXiv.2212.10560', 'UR  - https://arxiv.org/abs/2212.10560']) {
      const fields = record('TY  - JOUR', 'TI  - Self-Instruct', line);
      assert.equal(fields?.arxiv ?? /arxiv\.(.*)/iu.exec(fields?.doi ?? '')?.[1], '2212.10560', line);
      if (!line.startsWith('DO')) assert.equal(fields?.type, 'article', line);
    }
  });

  it('takes names as they come', () => {
    assert.deepEqual(record('TY  - RPRT', 'AU  - World Health Organization', 'AU  - King, Martin, Jr', 'AU  - Plato', 'AU  - Wang,', 'AU  - '), {
      type: 'report', authors: [{ literal: 'World Health Organization' }, { family: 'King', given: 'Martin', suffix: 'Jr' }, 'Plato', 'Wang'],
    });
  });

  it('takes the editors of books and proceedings, and books by their own title', () => {
    assert.deepEqual(record('TY  - CHAP', 'TI  - A chapter', 'T2  - The book', 'A2  - Lee, Ann'), { type: 'chapter', title: 'A chapter', editors: ['Ann Lee'], 'container-title': 'The book' });
    assert.deepEqual(record('TY  - BOOK', 'BT  - The book', 'SN  - 978-3-16-148410-0'), { type: 'book', title: 'The book', isbn: '978-3-16-148410-0' });
  });

  for (const [what, lines, expected] of [['a year', ['PY  - 2023'], '2023'], ['year and month', ['PY  - 2023/07//'], '2023-07'], ['the more exact', ['PY  - 2023', 'DA  - 2023/07/10/spring'], '2023-07-10'], ['of another year', ['PY  - 2023', 'DA  - 2022/12/01'], '2023'], ['with hyphens', ['DA  - 2023-07-10'], '2023-07-10'], ['nonsense', ['PY  - soon'], undefined], ['month 13', ['PY  - 2023/13/'], '2023']] as const) {
    it(`date: ${what}`, () => assert.equal(record('TY  - JOUR', ...lines)?.issued, expected));
  }
  for (const [what, lines, expected] of [['a range in one', ['SP  - 123-130'], '123–130'], ['the same twice', ['SP  - 5', 'EP  - 5'], '5'], ['the end alone', ['EP  - 9'], '9'], ['letters', ['SP  - S1', 'EP  - S9'], 'S1–S9']] as const) {
    it(`pages: ${what}`, () => assert.equal(record('TY  - JOUR', ...lines)?.page, expected));
  }

  it('knows the types of all reference managers', () => {
    for (const type of 'ABST ADVS AGGR ANCIENT ART BILL BLOG BOOK CASE CHAP CHART CLSWK COMP CONF CPAPER CTLG DATA DBASE DICT EBOOK ECHAP EDBOOK EJOU EJOUR ELEC ENCYC EQUA FIGURE GEN GOVDOC GRANT HEAR ICOMM INPR JFULL JOUR LEGAL MANSCPT MAP MGZN MPCT MULTI MUSIC NEWS PAMP PAT PCOMM RPRT SER SLIDE SOUND STAND STAT THES UNBILL UNPB UNPD VIDEO WEB'.split(' ')) assert.ok(risTypes.has(type), type);
    assert.ok([...risTypes.values()].every((type) => Object.hasOwn(paperTypes, type)));
    assert.equal(record('TY  - NOPE', 'TI  - x')?.type, 'document');
  });

  it('finds records one after the other, unclosed ones too, with their places', () => {
    const text = 'before\nTY  - JOUR\nTI  - One\n\nloose text\nTY  - BOOK\nTI  - Two\nER  -\nbehind';
    assert.deepEqual(readRis(text).map(({ start, end, broken, fields }) => [text.slice(start, end).split('\n').length, broken, fields.title]), [[2, true, 'One'], [3, false, 'Two']]);
  });

  it('never throws', () => {
    const line = fc.oneof(fc.constantFrom('TY  - JOUR', 'ER  - ', 'AU  - ,,,', 'PY  - ////', 'SP  - -', 'UR  - http://', 'DO  - 10.', '', '\ufeffTY  - BOOK'), fc.tuple(fc.stringMatching(/^[A-Z][A-Z0-9]$/), fc.string({ unit: 'binary', maxLength: 30 })).map(([tag, value]) => `${tag}  - ${value}`));
    fc.assert(fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const text = lines.join('\n');
      for (const { start, end } of readRis(text)) assert.ok(start < end && end <= text.length);
    }), { numRuns: runs(500) });
  });
});
