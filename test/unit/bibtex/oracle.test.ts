/**
 * citation-js reads what we write: an independent opinion on the entries.
 * What it does not read, and so is not asked here: eprint fields (it drops them).
 */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { toPaper } from '../../../src/core/model/paper.js';
import type { PaperFields } from '../../../src/core/model/schema.js';
import { toBibtex, toBibtexFile } from '../../../src/core/bibtex/index.js';

interface CiteData { id: string; type: string; title: string; author?: { family?: string; given?: string; literal?: string }[]; issued?: { 'date-parts': number[][] }; page?: string; DOI?: string; URL?: string; 'container-title'?: string }
type CiteClass = new (input: string, options: object) => { data: CiteData[] };

describe('BibTeX as citation-js reads it', () => {
  let Cite: CiteClass;
  before(function () {
    this.timeout(20_000);
    Cite = createRequire(path.resolve('package.json'))('citation-js') as CiteClass;
  });
  const readAll = (text: string) => new Cite(text, { generateGraph: false, forceType: '@bibtex/text' }).data;
  const readBack = (fields: PaperFields, unicode: boolean): CiteData => readAll(toBibtex(toPaper(fields), { unicode }))[0] ?? assert.fail('no entry');
  /** Its titles keep protected words in a span. */
  const plain = (text: string) => text.replace(/<\/?span[^>]*>/gu, '');

  for (const unicode of [true, false]) {
    it(`finds the fields again (${unicode ? 'Unicode' : 'TeX accents'})`, () => {
      const read = readBack({
        id: 'wang2023', type: 'paper-conference', title: 'Self-Instruct: 100% of C# & $5 for LLMs_x — Müller’s', authors: ['Víctor Gallego', { literal: 'OpenAI & Co' }, 'Yizhong Wang'],
        issued: '2023-07', venue: 'ACL 2023', doi: '10.18653/v1/2023.acl-long.754', page: '13484–13508', links: { page: 'https://a.example/x_y?a=1&b=%20#c' },
      }, unicode);
      assert.equal(read.id, 'wang2023');
      assert.equal(read.type, 'paper-conference');
      // TeX's ' is the apostrophe; citation-js leaves it as it is
      assert.equal(plain(read.title).replace("'", '’'), 'Self-Instruct: 100% of C# & $5 for LLMs_x — Müller’s');
      assert.deepEqual(read.author?.map(({ family, given, literal }) => literal ?? `${given ?? ''} ${family ?? ''}`.trim()), ['Víctor Gallego', 'OpenAI & Co', 'Yizhong Wang']);
      assert.deepEqual(read.issued?.['date-parts'], [[2023, 7]]);
      assert.equal(read.page, '13484-13508');
      assert.equal(read.DOI, '10.18653/v1/2023.acl-long.754');
      assert.equal(read.URL, 'https://a.example/x_y?a=1&b=%20#c');
      assert.equal(read['container-title'], 'ACL 2023');
    });
  }

  it('finds every entry of a file, whatever their titles hold', () => {
    const titles = ['unbalanced { brace', '} first', 'a \\ b', '$x', '@misc{evil,', '%', '"quoted"', '"', 'a ~ b ^ c', 'ends with \\'];
    const read = readAll(toBibtexFile(titles.map((title, at) => toPaper({ id: `k${at}`, title }))));
    assert.deepEqual(read.map(({ id }) => id), titles.map((_, at) => `k${at}`));
    assert.deepEqual(read.map(({ title }) => plain(title)), titles);
  });
});
