import assert from 'node:assert/strict';
import { BibResolver, readBibtex, scanBibtex } from '../../../src/core/bibtex/read.js';

/** Values of an entry by its key, and the rules of all problems. */
function resolve(text: string, key = 'k'): { fields: Record<string, string>; rules: string[] } {
  const file = scanBibtex(text);
  const resolver = new BibResolver(file);
  const records = file.entries.map((entry) => resolver.resolve(entry));
  return { fields: Object.fromEntries(records.find((record) => record.key === key)?.fields ?? []), rules: resolver.problems.map(({ rule }) => rule.replace('bibtex-', '')) };
}

describe('values', () => {
  it('puts @strings and pieces together', () => {
    const { fields, rules } = resolve('@string{a = "X"}@STRING(B = {Y} # a)@a{k, t = a # " " # b # { Z} # 1, m = jul # "~4", j = jacm}');
    assert.deepEqual(fields, { t: 'X YX Z1', m: 'July~4', j: 'Journal of the ACM' });
    assert.deepEqual(rules, []);
  });

  it('takes the last definition before the use', () => {
    const { fields, rules } = resolve('@string{a="1"}@a{x, t=a}@string{a="2"}@string{jan="Jänner"}@a{k, t=a, m=jan}');
    assert.deepEqual(fields, { t: '2', m: 'Jänner' });
    assert.deepEqual(rules, []);
    assert.equal(resolve('@string{a="1"}@a{x, t=a}@string{a="2"}', 'x').fields['t'], '1');
  });

  it('lets an unknown name stand for itself, and says so', () => {
    assert.deepEqual(resolve('@a{k, t = nobody # " x"}@string{nobody="late"}'), { fields: { t: 'nobody x' }, rules: ['unknown-string'] });
  });

  it('takes the first of repeated fields and keys, as BibTeX does', () => {
    assert.deepEqual(resolve('@a{k, t={1}, T={2}}@a{k, t={3}}'), { fields: { t: '1' }, rules: ['duplicate-key', 'duplicate-field'] });
  });

  it('does not grow without bounds', () => {
    const bomb = Array.from({ length: 60 }, (_, index) => `@string{a${index + 1} = a${index} # a${index}}`).join('\n');
    assert.ok((resolve(`@string{a0 = "xxxxxxxxxx"}${bomb}@a{k, t = a60 # a60 # a60}`).fields['t'] ?? '').length < 2_000_000);
    assert.ok((resolve(`@string{a0 = "${'x'.repeat(90_000)}"}@a{k, t = a0${' # a0'.repeat(10_000)}}`).fields['t'] ?? '').length < 2_000_000);
  });
});

describe('inheritance', () => {
  it('fills in what the parent has, as BibTeX does', () => {
    const { fields, rules } = resolve('@inproceedings{k, title={T}, crossref={P}}@proceedings{p, title={Proc}, booktitle={Proceedings}, year={2000}, editor={E}, doi={10.1000/x}}');
    assert.deepEqual(fields, { title: 'T', crossref: 'P', booktitle: 'Proceedings', year: '2000', editor: 'E' });
    assert.deepEqual(rules, []);
  });

  it('renames titles, as biblatex does', () => {
    const parent = (type: string) => `@${type}{p, title={Main}, subtitle={Sub}, year={2000}}`;
    assert.deepEqual(resolve(`@inproceedings{k, title={T}, crossref={p}}${parent('proceedings')}`).fields, { title: 'T', crossref: 'p', booktitle: 'Main', booksubtitle: 'Sub', year: '2000' });
    assert.deepEqual(resolve(`@inbook{k, title={T}, crossref={p}}${parent('book')}`).fields['booktitle'], 'Main');
    assert.deepEqual(resolve(`@book{k, title={T}, crossref={p}}${parent('mvbook')}`).fields['maintitle'], 'Main');
    assert.deepEqual(resolve(`@article{k, title={T}, crossref={p}}${parent('periodical')}`).fields['journaltitle'], 'Main');
    // an untitled part of a book is not called like the book
    assert.equal(resolve(`@inbook{k, crossref={p}}${parent('book')}`).fields['title'], undefined);
    assert.equal(resolve(`@book{k, crossref={p}}${parent('book')}`).fields['title'], 'Main');
  });

  it('does not mix two ways of saying the same', () => {
    assert.deepEqual(resolve('@a{k, date={2001}, crossref={p}}@b{p, year={2000}, month={1}}').fields, { date: '2001', crossref: 'p' });
    assert.deepEqual(resolve('@a{k, year={2001}, crossref={p}}@b{p, date={2000-01}}').fields, { year: '2001', crossref: 'p' });
  });

  it('goes on to the parent of the parent, and ends in circles', () => {
    assert.equal(resolve('@a{k, crossref={b}}@b{b, crossref={c}}@c{c, publisher={P}}').fields['publisher'], 'P');
    assert.deepEqual(resolve('@a{k, crossref={k}, t={1}}').rules, ['crossref-circle']);
    assert.equal(resolve('@a{k, crossref={b}, t={1}}@b{b, crossref={k}, u={2}}').fields['u'], '2');
    const chain = Array.from({ length: 5000 }, (_, index) => `@a{k${index}, crossref={k${index + 1}}}`).join('\n');
    assert.ok(resolve(chain).rules.includes('crossref-circle'));
  });

  it('takes the fields of xdata, and single ones', () => {
    const text = '@xdata{x, publisher={P}, location={L1 and L2}}@xdata{y, xdata={x}, series={S}}@book{k, xdata={y, x}, title={T}}@book{l, publisher={xdata=x-publisher}, location={xdata=x-location-2}}';
    assert.deepEqual(resolve(text).fields, { xdata: 'y, x', title: 'T', series: 'S', publisher: 'P', location: 'L1 and L2' });
    assert.deepEqual(resolve(text, 'l').fields, { publisher: 'P', location: 'L2' });
    assert.deepEqual(readBibtex(text).works.map(({ fields: { id } }) => id), ['k', 'l']);
  });

  it('says when a parent is not there', () => assert.deepEqual(resolve('@a{k, crossref={nobody}, xdata={none}}').rules.sort(), ['unknown-parent', 'unknown-parent']));
});
