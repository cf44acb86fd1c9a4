/** Papers as lists hold them, made up: whatever signs their texts have. */
import fc from 'fast-check';
import { toPaper, type Paper } from '../../../src/core/model/paper.js';
import { fromPerson } from '../../../src/core/model/person.js';
import type { PaperFields, PersonField } from '../../../src/core/model/schema.js';

const capitals = fc.constantFrom('Gardens', 'Hedges', 'Leaves', 'Orchards', 'Łąka', 'Über-Rasen', 'Soil_Net', 'C*-Trees', 'K[x]', 'A|B', '𝒪(n)', 'GPT-4', 'é́chelle', '木を植える', 'a`b`c', 'R&D', '&amp;lt;', '<b>Bold</b>', 'snake_case_', '_leading', '$\\tau$', '50%', '~struck~', '#1', 'x<y', 'back\\slash', '**strong**', '👩‍🌾', '(see below)', '[sic]', 'C++', '"quoted"', 'O’Hara');
const plain = fc.constantFrom('growing', 'measured', 'slowly', 'without', 'water', 'or', 'rain', 'and', 'shade', 'in', 'winter', 'of', 'the', 'north', 'wind');
const opening = fc.constantFrom('Growing', 'Measured', 'Planting', 'Étude', 'Watering', 'Über', 'Δ-Trees', '3D', 'iLeaf', '*Star*', '[Re]', '_Under_', '`Code`', '<i>');

/** A title in several words, which begins and ends with one: readers take signs and numbers at the edges for decoration. */
export const title = fc.tuple(opening, fc.array(fc.oneof(capitals, plain), { minLength: 2, maxLength: 7 }), fc.constantFrom('gardens', 'leaves', 'Trees', 'soil?', 'hedges!', 'roots')).map(([first, middle, last]) => [first.replace(/^[*[`_<].*/u, (odd) => `Odd ${odd}`), ...middle, last].join(' '));

const families = fc.constantFrom('Stone', 'Weber', 'Żak', 'Ångström', 'O’Leary', 'van der Berg', 'Pe\u0301na', 'García-López', 'Ünal', 'Qi', 'Del Corro');
const given = fc.constantFrom('Ann', 'Max', 'Łukasz', 'Zoë', 'Mary Jane', 'J. R.', 'Jean-Luc', 'E. A.', 'Mia');
const person: fc.Arbitrary<PersonField> = fc.tuple(given, families).map(([first, family]) => fromPerson({ family, given: first }));

const venue = fc.constantFrom('ACL 2023', 'NeurIPS', 'ICLR Spotlight', 'DPFM@ICLR 2024', 'COLM', 'Garden Letters', 'Nordic Garden Symposium 2020', 'Nature', 'ACM Computing Survey');
const remark = fc.oneof(
  fc.array(fc.oneof(capitals, plain), { minLength: 1, maxLength: 8 }).map((words) => ['Says', ...words].join(' ')),
  fc.constantFrom('Must read.', 'Good', 'Best paper at ACL 2023.', 'By Ann Stone and Max Weber.', 'a benchmark — and of the “plots” they draw', '- not a bullet', '1. Not a number', '# no heading', 'Ends with a pipe |', 'Note: twice', '2023', 'new (and better); see also [3]', 'In Garden Letters, 2020.'),
);

const address = fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('https://github.com/garden-lab/r', 'https://garden.example.net/p_(', 'https://leaf.example.net/a?b=c&copy;=', 'https://soil.example.net/~x/**', 'https://leaf.example.net/a|b_')).map(([number, base]) => base.endsWith('(') ? `${base}${number})` : `${base}${number}`);
const links = fc.dictionary(fc.constantFrom('code', 'code-2', 'project', 'pdf', 'data', 'page', 'video', 'leaderboard'), address, { maxKeys: 4 });

const date = fc.tuple(fc.integer({ min: 2010, max: 2024 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 3 })).map(([year, month, day, length]) => [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].slice(0, length).join('-'));

/** The fields of one paper. Numbers make it a work of its own. */
export const fieldsOf = (number: number): fc.Arbitrary<PaperFields> =>
  fc.record(
    {
      arxiv: fc.constant(`23${String((number % 12) + 1).padStart(2, '0')}.${String(number).padStart(5, '0')}`),
      doi: fc.constant(`10.1000/garden.(${number})_x`),
      authors: fc.array(person, { minLength: 1, maxLength: 5 }),
      issued: date,
      venue,
      note: remark,
      links,
    },
    { requiredKeys: [] },
  ).chain((fields) =>
    title.map((words): PaperFields => {
      const known = fields.arxiv !== undefined || fields.doi !== undefined || Object.keys(fields.links ?? {}).length > 0;
      // a venue of a year is of that year
      const year = /\d{4}/u.exec(fields.venue ?? '')?.[0];
      return { ...fields, ...(year === undefined || fields.issued === undefined ? {} : { issued: year + fields.issued.slice(4) }), id: `k${number}`, title: words.replace(/([?!]?)$/u, ` ${'abcdefghij'.charAt(number % 10)}${'klmnopqrst'.charAt(Math.floor(number / 10) % 10)}th$1`), ...(known ? {} : { arxiv: `2301.${String(number).padStart(5, '0')}` }) };
    }),
  );

/** Papers of a list with sections; one that stands in two of them too. */
export const papers: fc.Arbitrary<Paper[]> = fc
  .integer({ min: 1, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => fc.tuple(fieldsOf(at + 1), fc.subarray(['Surveys', 'Methods > Roots & _Shoots_', 'Methods', 'C# > [Tools]'], { minLength: 1, maxLength: 2 })))))
  .map((made) => made.map(([fields, sections], at) => toPaper({ ...fields, lists: sections.map((section) => ({ list: 'mine', section, order: at })) })));
