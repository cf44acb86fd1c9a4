import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromPerson, fullName, parseName, shortAuthors, toPerson, type Person } from '../../../src/core/model/person.js';

describe('names of people', () => {
  const cases: readonly [string, Person][] = [
    ['Yizhong Wang', { given: 'Yizhong', family: 'Wang' }],
    ['Laura O\'Mahony', { given: 'Laura', family: 'O\'Mahony' }],
    ['Daniel van Strien', { given: 'Daniel', family: 'van Strien' }],
    ['Laurens van der Maaten', { given: 'Laurens', family: 'van der Maaten' }],
    ['Mohamed El Amine Seddik', { given: 'Mohamed El Amine', family: 'Seddik' }],
    ['Del Corro, Luciano', { given: 'Luciano', family: 'Del Corro' }],
    ['King, Jr., Martin Luther', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
    ['  Yi   Ren  Fung ', { given: 'Yi Ren', family: 'Fung' }],
    ['Plato', { family: 'Plato' }],
    ['van Gogh', { family: 'van Gogh' }],
  ];
  for (const [text, person] of cases) it(`reads "${text}"`, () => assert.deepEqual(parseName(text), person));

  it('writes any name so that it is read back as the same person', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÿ'.-]{1,12}$/);
    const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
    const person = fc.oneof(fc.record({ family: words, given: words }), fc.record({ family: words }), fc.record({ literal: words }), fc.record({ family: words, given: words, suffix: word }));
    fc.assert(fc.property(person, (one) => assert.deepEqual({ ...toPerson(fromPerson(one)) }, { ...one })));
  });

  it('knows a list that does not name everybody', () => {
    for (const text of ['et al.', 'et al', 'Et al.', 'others', 'and others']) assert.deepEqual(toPerson(text), { literal: 'et al.' }, text);
    assert.deepEqual(toPerson('Al Others'), { family: 'Others', given: 'Al' });
    assert.equal(fromPerson({ literal: 'et al.' }), 'et al.');
    assert.deepEqual(fromPerson({ family: 'others' }), { family: 'others' });
    assert.equal(shortAuthors(['Yizhong Wang', 'et al.'].map(toPerson)), 'Wang et al.');
  });

  it('shortens authors', () => {
    const people = ['Yizhong Wang', 'Yeganeh Kordi', 'Swaroop Mishra'].map(parseName);
    assert.equal(shortAuthors([]), '');
    assert.equal(shortAuthors(people.slice(0, 1)), 'Wang');
    assert.equal(shortAuthors(people.slice(0, 2)), 'Wang & Kordi');
    assert.equal(shortAuthors(people), 'Wang et al.');
    assert.equal(shortAuthors([{ literal: 'MetaGLM' }]), 'MetaGLM');
    assert.equal(fullName({ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }), 'Martin Luther King Jr.');
  });
});
