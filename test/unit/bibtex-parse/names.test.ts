import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readNames } from '../../../src/core/bibtex/read.js';
import { nameList } from '../../../src/core/bibtex/names.js';
import type { Person } from '../../../src/core/model/person.js';

const people = (tex: string) => readNames(tex).people;
/** family | given | suffix, or [literal]. */
const shown = (tex: string) => people(tex).map(({ family, given, suffix, literal }) => (literal === undefined ? [family ?? '', given ?? '', ...(suffix === undefined ? [] : [suffix])].join(' | ') : `[${literal}]`));

describe('names', () => {
  for (const [tex, want] of [
    // the three forms
    ['Donald E. Knuth', 'Knuth | Donald E.'], ['Knuth, Donald E.', 'Knuth | Donald E.'], ['King, Jr, Martin Luther', 'King | Martin Luther | Jr'], ['Knuth', 'Knuth | '], ['Knuth,', 'Knuth | '], ['Ford, Jr., Henry', 'Ford | Henry | Jr.'],
    // particles: BibTeX looks for small letters
    ['Walter van der Laan', 'van der Laan | Walter'], ['van der Laan, Walter', 'van der Laan | Walter'], ['Ludwig van Beethoven', 'van Beethoven | Ludwig'], ['Andrea de Leeuw van Weenen', 'de Leeuw van Weenen | Andrea'], ['A. J. Van Haagen', 'Haagen | A. J. Van'], ['Onofrio de Bari', 'de Bari | Onofrio'],
    ['University of M{\\"u}nster', 'of Münster | University'], ["Johannes Marko d'Aviano Pius von und zu Liechtenstein", "d'Aviano Pius von und zu Liechtenstein | Johannes Marko"], ['de la Vall{\\\'e}e Poussin, Charles Louis Xavier Joseph', 'de la Vallée Poussin | Charles Louis Xavier Joseph'], ['jean de la fontaine', 'jean de la fontaine | '], ['Jean {de la} Fontaine', 'Fontaine | Jean de la'], ['Jean De La Fontaine', 'Fontaine | Jean De La'],
    ['{\\"O}zg{\\"u}r {\\c{C}}etin', 'Çetin | Özgür'], ["{\\'e}lie {\\'e}t{\\'e} Cartan", 'élie été Cartan | '], ['von der Schmidt', 'von der Schmidt | '],
    // braces
    ['{OpenAI}', '[OpenAI]'], ['{Barnes and Noble, Inc.}', '[Barnes and Noble, Inc.]'], ['{{The \\LaTeX{} Project}}', '[The LaTeX Project]'], ['Edwin V. {Bell, II}', 'Bell, II | Edwin V.'], ["{\\'E}mile Zola", 'Zola | Émile'], ['{\\O}', 'Ø | '], ["{\\'{E}}tienne", 'Étienne | '], ['{Van Haagen}, A. J.', 'Van Haagen | A. J.'], ['Robert {von} Neumann', 'Neumann | Robert von'],
    // accents and ties
    ['Pavel \\v{S}eve\\v{c}ek', 'Ševeček | Pavel'], ["Ji\\v{r}\\'{\\i} Vesel{\\'y}", 'Veselý | Jiří'], ['Bogus{\\l}aw Jackowski', 'Jackowski | Bogusław'], ['L.\\ Thiele', 'Thiele | L.'], ['Donald~E. Knuth', 'Knuth | Donald E.'], ["\\v Zubrini\\' c, D.", 'Žubrinić | D.'], ['Andr{\\\'e}\n   Heck', 'Heck | André'],
    // scripts without small letters
    ['王, 小明', '王 | 小明'], ['王小明', '王小明 | '], ['Иван Иванов', 'Иванов | Иван'], ['Müller, Jörg', 'Müller | Jörg'], ['ben Gurion, David', 'ben Gurion | David'],
    // biblatex
    ['family=Berg, given=Martin, prefix=van der, useprefix=true', 'van der Berg | Martin'], ['given={Jean}, family={Dupont}', 'Dupont | Jean'], ['"given=Jean, Pierre", family=Dupont', 'Dupont | Jean, Pierre'], ['family=King, given=Martin Luther, suffix=Jr, given-i={ML}', 'King | Martin Luther | Jr'],
    // not BibTeX, but written
    ['Martin Luther King Jr.', 'King | Martin Luther | Jr.'], ['Sammy Davis III', 'Davis | Sammy | III'],
  ] as const) {
    it(`reads ${tex}`, () => {
      assert.deepEqual(shown(tex), [want]);
      assert.deepEqual(readNames(tex).faults, []);
    });
  }

  it('separates names by "and" outside of braces, in any case and between any blanks', () => {
    assert.deepEqual(shown('A Band and {B and C} AND Andrea Sand\n\tand\nD And E'), ['Band | A', '[B and C]', 'Sand | Andrea', 'D | ', 'E | ']);
    assert.deepEqual(people(''), []);
    assert.deepEqual(people('  '), []);
  });

  it('knows that there are others', () => {
    assert.deepEqual(readNames('A. Bee and others'), { people: [{ family: 'Bee', given: 'A.' }], others: true, faults: [] });
    assert.deepEqual(readNames('A. Bee and et al.').others, true);
    assert.equal(readNames('A. Bee and et al.').faults.length, 1);
    assert.equal(readNames('Others, Alice and {others}').others, false);
  });

  it('says what is wrong with a list', () => {
    assert.deepEqual(shown('Smith, J., Doe, A. B.'), ['Smith | J.', 'Doe | A. B.']);
    assert.equal(readNames('Smith, J., Doe, A. B.').faults.length, 1);
    assert.deepEqual(shown('Smith, John, Doe, Alice'), ['[Smith, John, Doe, Alice]']);
    assert.equal(readNames('A and and B').faults.length, 1);
    assert.equal(readNames('and A').faults.length, 1);
  });

  it('reads back what the writer writes', () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from('ABÉÜaeiouzß王')), minLength: 1, maxLength: 8 });
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ').normalize('NFC'));
    const person: fc.Arbitrary<Person> = fc.oneof(
      fc.record({ family: name, given: name }, { noNullPrototype: true }),
      fc.record({ family: name, given: name, suffix: fc.constantFrom('Jr', 'III') }, { noNullPrototype: true }),
      word.filter((text) => !/^others$/u.test(text)).map((family) => ({ family: family.normalize('NFC') })),
      fc.tuple(name, fc.constantFrom(' and ', ', ', ' & ', ' ')).map(([text, glue]) => ({ literal: `${text}${glue}Inc.` })),
    );
    fc.assert(fc.property(fc.array(person, { minLength: 1, maxLength: 4 }), fc.boolean(), (list, unicode) => assert.deepEqual(people(nameList(list, { unicode }) ?? ''), list)), { numRuns: 500 });
  });

  it('never throws', () => fc.assert(fc.property(fc.array(fc.constantFrom('and ', ' and ', ',', '{', '}', '\\', '~', ' ', 'A', 'von', '=', '"', 'family=', 'others', "\\'e"), { maxLength: 30 }), (tokens) => void readNames(tokens.join('')))));
});
