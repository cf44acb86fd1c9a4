/**
 * citation-js reads the same entries: an independent opinion, where it has one. Not asked: what it gets wrong or leaves out
 * (eprint fields, letters as commands before a blank, {\aa}, "others", faults in a file, which cost it the file).
 */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import fc from 'fast-check';
import { readBibtex } from '../../../src/core/bibtex/read.js';
import { fullName, toPerson } from '../../../src/core/model/person.js';

interface CiteName { family?: string; given?: string; literal?: string; suffix?: string; 'non-dropping-particle'?: string; 'dropping-particle'?: string }
interface CiteData { id: string; type: string; title?: string; author?: CiteName[]; issued?: { 'date-parts': number[][] }; page?: string; DOI?: string; URL?: string; 'container-title'?: string; volume?: string; publisher?: string; abstract?: string }
type CiteClass = new (input: string, options: object) => { data: CiteData[] };

describe('BibTeX beside citation-js', function () {
  this.timeout(20_000);
  let readAll: (text: string) => CiteData[];
  before(() => {
    const Cite = createRequire(path.resolve('package.json'))('citation-js') as CiteClass;
    readAll = (text) => new Cite(text, { generateGraph: false, forceType: '@bibtex/text' }).data;
  });

  const nameOf = (name: CiteName) => name.literal ?? [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix].filter(Boolean).join(' ');
  const plain = (text: string | undefined) => text?.replace(/<\/?\w+[^>]*>/gu, '').replace(/[’‘]/gu, "'").replace(/\s+/gu, ' ').trim();

  function compare(text: string): void {
    const theirs = readAll(text);
    const { works, problems } = readBibtex(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(works.map(({ fields: { id } }) => id), theirs.map(({ id }) => id));
    works.forEach(({ fields }, index) => {
      const their = theirs[index] ?? assert.fail();
      assert.equal(plain(fields.title), plain(their.title));
      assert.deepEqual(fields.authors?.map((one) => fullName(toPerson(one))), their.author?.map(nameOf));
      assert.equal(fields.issued, their.issued?.['date-parts'][0]?.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-'));
      assert.equal(fields.page?.replaceAll('–', '-'), their.page);
      assert.equal(fields.doi, their.DOI);
      assert.equal(plain(fields['container-title']), plain(their['container-title']));
      assert.equal(fields.volume, their.volume);
      assert.equal(plain(fields.publisher), plain(their.publisher));
      assert.equal(fields.links?.page, their.URL);
    });
  }

  it('agrees on entries as people write them', () => compare(String.raw`
    @string{acl = "Association for Computational Linguistics"}
    @inproceedings{a, author = {Wang, Yizhong and van der Berg, Martin and {OpenAI}}, title = {{Self-Instruct}: A {Title} -- with \emph{style} \& more}, booktitle = "Proc. of the {ACL}", publisher = acl, year = 2023, month = jul, pages = {13484--13508}, doi = {10.18653/v1/x}}
    @article{b, author = "Knuth, Donald E. and G{\"o}del, Kurt and Erd{\H{o}}s, P{\'a}l", title = "Literate ''Programming''", journal = {The Computer Journal}, volume = 27, year = "1984"}
    @book(c, author = {Ludwig van Beethoven and King, Jr, Martin Luther}, title = {T{\^e}te-{\`a}-t{\^e}te 100\% {\c{C}}a}, publisher = {A} # { \& } # {B}, year = 1801)
    @inproceedings{d, author = {Last, First}, title = {Child}, crossref = {p}}
    @proceedings{p, title = {Parent}, booktitle = {Parent}, year = {2001}}
  `));

  it('agrees on generated entries', () => {
    const word = fc.constantFrom('Learning', 'models', '{LLM}s', 'M{\\"u}ller', '\\emph{deep}', '{\\ss}', '\\v{S}al', 'Gr{\\"o}{\\ss}e', 'a--b', '\\&', '{\\"U}ber', '王', 'é', 'x', '{Two Words}', "\\'{e}t\\'e");
    const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
    const letters = fc.constantFrom('Smith', 'M{\\"u}ller', 'Wang', 'van der Berg', '{OpenAI}', 'Erd{\\H{o}}s', "O'Neil", '王', 'de la Cruz');
    const given = fc.constantFrom('Anna', 'J. R.', 'Jean-Paul', '{\\"O}zg{\\"u}r', '小明', 'Mary Ann');
    const name = fc.oneof(fc.tuple(letters, given).map(([last, first]) => (last.startsWith('{') ? last : `${last}, ${first}`)), fc.tuple(fc.constantFrom('Smith', 'Wang', 'van Dyk'), fc.constantFrom('Anna', 'Bo C.')).map(([last, first]) => `${first} ${last}`));
    const entry = fc.record({ title: words, names: fc.array(name, { minLength: 1, maxLength: 4 }), year: fc.integer({ min: 1900, max: 2030 }), month: fc.constantFrom('jan', 'jul', 'dec'), quoted: fc.boolean() });
    fc.assert(fc.property(fc.array(entry, { minLength: 1, maxLength: 3 }), (entries) => {
      compare(entries.map(({ title, names, year, month, quoted }, index) => `@article{k${index},\n title = ${quoted && !title.includes('\\"') ? `"${title}"` : `{${title}}`},\n author = {${names.join(' and ')}},\n journal = {J}, volume = 3, pages = {1--2},\n year = ${year}, month = ${month}\n}`).join('\n'));
    }), { numRuns: 60 });
  });
});
