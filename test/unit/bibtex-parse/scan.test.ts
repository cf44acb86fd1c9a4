import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanBibtex, type BibEntry, type BibFile } from '../../../src/core/bibtex/read.js';
import { sample } from './sample.js';

const rules = (file: BibFile) => file.problems.map(({ rule }) => rule.replace('bibtex-', ''));
const keys = (file: BibFile) => file.entries.map(({ key }) => key);
const values = (file: BibFile, entry: BibEntry | undefined) => Object.fromEntries((entry?.fields ?? []).map(({ name, pieces }) => [name, pieces.map(({ start, end }) => file.text.slice(start, end)).join('#')]));
/** The fields of the only entry of a text. */
function one(text: string): { fields: Record<string, string>; rules: string[]; entry: BibEntry } {
  const file = scanBibtex(text);
  assert.equal(file.entries.length, 1, text);
  const entry = file.entries[0] ?? assert.fail();
  return { fields: values(file, entry), rules: rules(file), entry };
}

/** All that is promised of the offsets of any file. */
function checkOffsets(file: BibFile): void {
  const { text, blocks } = file;
  assert.equal(blocks.map(({ start, end }) => text.slice(start, end)).join(''), text);
  for (const block of blocks) {
    if (block.kind === 'junk' || block.kind === 'comment') continue;
    assert.equal(text[block.start], '@');
    assert.equal(text.slice(block.typeStart, block.typeEnd).toLowerCase(), block.type);
    assert.match(text[block.open] ?? '', /[{(]/);
    if (block.close !== undefined) assert.match(text[block.close] ?? '', /[})]/);
    if (block.close !== undefined) assert.equal(block.end, block.close + 1);
    let at = block.open + 1;
    if (block.kind === 'entry') {
      assert.equal(text.slice(block.keyStart, block.keyEnd), block.key);
      at = block.keyEnd;
    }
    for (const field of block.kind === 'preamble' ? [] : block.fields) {
      assert.ok(field.nameStart >= at && field.nameEnd > field.nameStart);
      assert.equal(text.slice(field.nameStart, field.nameEnd).toLowerCase(), field.name);
      at = field.nameEnd;
      for (const { kind, start, end, closed } of field.pieces) {
        assert.ok(start >= at && end > start && end <= block.end, `${kind} ${start} ${end}`);
        if (kind === 'braces') assert.equal(text[start], '{');
        if (kind === 'quotes') assert.equal(text[start], '"');
        if (closed && kind === 'braces') assert.equal(text[end - 1], '}');
        if (closed && kind === 'quotes') assert.equal(text[end - 1], '"');
        at = end;
      }
    }
    assert.ok(at <= block.end);
  }
  for (const { start, end, message, rule } of file.problems) {
    assert.ok(start >= 0 && end >= start && end <= text.length, `${rule} ${start} ${end}`);
    assert.match(message, /[.!]$|…\}\.$/);
  }
}

describe('BibTeX scanner', () => {
  it('reads every manner of writing without complaint', () => {
    const file = scanBibtex(sample);
    assert.deepEqual(rules(file), []);
    assert.deepEqual(keys(file), ['wang2023', 'knuth1984', 'lamport1994', 'one', 'two', 'three', 'gpt4', 'thesis1', 'chap', 'web', 'proc', 'thebook']);
    assert.deepEqual(file.blocks.filter(({ kind }) => kind !== 'junk' && kind !== 'entry').map(({ kind }) => kind), ['string', 'preamble', 'comment']);
    assert.equal(values(file, file.entries[0])['publisher'], 'acl#{ Press}');
    checkOffsets(file);
  });

  it('knows what is no entry', () => {
    for (const text of ['mail me@example.org, or you@example.org', '% @article{a, title={x}}\n', '@', '@ @ {', 'x @ 5 {', '@comment{@article{a, title={x}}}', '@comment this line\n', '', '\ufeff']) assert.deepEqual(keys(scanBibtex(text)), [], text);
  });

  it('reads entries whatever surrounds them', () => {
    assert.deepEqual(keys(scanBibtex('\ufeffjunk @article{a, x={y}} more % @book{no,\r\n @BOOK (b, x={y})@misc\n{ c,x={y}}')), ['a', 'b', 'c']);
  });

  it('reads keys of any script and with any sign', () => {
    for (const key of ['王2023', 'Müller:2020', 'DBLP:conf/acl/Wang23', "O'Hara+1999", 'a=b', 'ключ', '10.1000/x(1)y', 'test(parens)', '_x', 'a@b', '2020']) assert.equal(one(`@misc{${key}, title={x}}`).entry.key, key);
    assert.equal(one('@misc(test(parens), title={x})').entry.key, 'test(parens)');
    assert.equal(one('@misc(key)').entry.key, 'key');
  });

  it('reads values in pieces', () => {
    const { fields, rules: found } = one('@a{k, t = "a" # b # {c} #\n 12, B = {d}, c=jan}');
    assert.deepEqual(fields, { t: '"a"#b#{c}#12', b: '{d}', c: 'jan' });
    assert.deepEqual(found, []);
  });

  it('lets braces in quotes hold quotes, and values hold an entry', () => {
    assert.equal(one('@a{k, t = "x {"} y"}').fields['t'], '"x {"} y"');
    assert.equal(one('@a{k, t = {see\n@article{b, u={v}}\nfor more}, w={x}}').fields['w'], '{x}');
    assert.equal(one('@a{k, t = "see\n@article{b, u={v}}\nfor more", w={x}}').fields['w'], '{x}');
  });

  it('reads nested braces however deep', () => {
    const deep = `${'{'.repeat(20_000)}x${'}'.repeat(20_000)}`;
    assert.equal(one(`@a{k, t = ${deep}, w={x}}`).fields['w'], '{x}');
  });

  it('takes several definitions in one @string', () => {
    assert.equal(scanBibtex('@string{a = {x}, b = {y}}').strings[0]?.fields.length, 2);
  });
});

describe('BibTeX scanner, faults', () => {
  const good = '\n@article{good1, title={One}}\n';
  const end = '\n@article{good2, title={Two}, year={2000}}\n';
  for (const [what, text, rule, fields] of [
    ['a missing brace of a value', '@a{bad, title = {x,\n year = {2000},\n note = {y}\n}', 'unclosed-brace', ['title', 'year', 'note']],
    ['two missing braces', '@a{bad, title = {{x,\n year = {2000}\n', 'unclosed-brace', ['title', 'year']],
    ['a missing closing brace', '@a{bad, title = {x},\n year = {2000}\n', 'unclosed-entry', ['title', 'year']],
    ['a missing closing quote', '@a{bad, title = "x,\n year = "2000",\n note = "y"\n}', 'unclosed-quote', ['title', 'year', 'note']],
    ['a missing closing quote at the end', '@a{bad, year = {2000}, title = "x\n}', 'unclosed-quote', ['year', 'title']],
    ['a missing opening quote', '@a{bad, title = x y",\n year = "2000"}', 'unexpected-text', ['title', 'year']],
    ['a missing opening brace of a value', '@a{bad, title = x},\n year = {2000}}', 'stray-close', ['title', 'year']],
    ['quotes inside of quotes', '@a{bad, title = "x "y" z", year = {2000}}', 'unexpected-text', ['title', 'year']],
    ['a missing comma', '@a{bad, title = {x}\n year = {2000}}', 'no-comma', ['title', 'year']],
    ['a missing comma behind the key', '@a{bad\n title = {x}, year = {2000}}', 'no-comma', ['title', 'year']],
    ['a missing =', '@a{bad, title {x}, year = {2000}}', 'no-equals', ['title', 'year']],
    ['a missing value', '@a{bad, title = , year = {2000}}', 'no-value', ['title', 'year']],
    ['a key with a space', '@a{bad key, title = {x}, year = {2000}}', 'key-with-space', ['title', 'year']],
    ['no key', '@a{, title = {x}, year = {2000}}', 'no-key', ['title', 'year']],
    ['no key and no comma', '@a{title = {x}, year = {2000}}', 'no-key', ['title', 'year']],
    ['the wrong closing delimiter', '@a{bad, title = {x}, year = {2000})', 'wrong-close', ['title', 'year']],
    ['a brace too many in a value', '@a{bad, title = {x}}, year = {2000}}', 'stray-close', ['title', 'year']],
    ['a brace too many in quotes', '@a{bad, title = "x}", year = {2000}}', 'stray-close', ['title', 'year']],
    ['text between fields', '@a{bad, title = {x}, what is this, year = {2000}}', 'unexpected-text', ['title', 'year']],
  ] as const) {
    it(`${what}: costs one entry, and little of it`, () => {
      const file = scanBibtex(good + text + end);
      assert.equal(file.entries.length, 3);
      const [first, bad, last] = file.entries;
      assert.deepEqual(values(file, first), { title: '{One}' });
      assert.deepEqual(values(file, last), { title: '{Two}', year: '{2000}' });
      assert.ok(bad?.broken === true && first?.broken === false && last?.broken === false);
      assert.deepEqual(bad.fields.map(({ name }) => name), fields);
      assert.ok(rules(file).includes(rule), rules(file).join());
      for (const problem of file.problems) assert.ok(problem.start >= bad.start && problem.end <= bad.end);
      checkOffsets(file);
    });
  }

  for (const [what, text, rule] of [
    ['no opening brace', '@article bad, title = {x}}', 'no-open'],
    ['a comment that is not closed', '@comment{bad', 'unclosed-comment'],
    ['a preamble that is not closed', '@preamble{"x', 'unclosed-preamble'],
    ['a string that is not closed', '@string{a = "x', 'unclosed-quote'],
  ] as const) {
    it(`${what}: costs nothing else`, () => {
      const file = scanBibtex(good + text + end);
      assert.deepEqual(keys(file), ['good1', 'good2']);
      assert.ok(file.entries.every(({ broken }) => !broken));
      assert.ok(rules(file).includes(rule), rules(file).join());
      checkOffsets(file);
    });
  }

  it('keeps what there is of a file that breaks off', () => {
    for (let length = 0; length <= sample.length; length += 7) {
      const file = scanBibtex(sample.slice(0, length));
      checkOffsets(file);
      assert.ok(file.entries.slice(0, -1).every(({ broken }) => !broken));
    }
    assert.equal(scanBibtex(sample.slice(0, sample.indexOf('A Thesis'))).entries.at(-1)?.key, 'thesis1');
  });

  it('remarks on what BibTeX does not know and others do', () => {
    assert.deepEqual(one('@a{k, % remark\n t = {x}, % remark\n}').rules, ['comment-in-entry', 'comment-in-entry']);
    assert.deepEqual(one('@a{k, t = {x},, u={v}}').rules, ['extra-comma']);
    assert.deepEqual(one('@a{k, t = 2020a}').rules, ['bare-value']);
    assert.equal(one('@a{k, % remark\n t = {x}}').entry.broken, false);
  });

  it('loses one entry of a thousand when one is bad', () => {
    const entries = Array.from({ length: 1000 }, (_, index) => `@article{k${index},\n  title = {Title ${index}},\n  year = {2000}\n}\n`);
    entries[500] = '@article{k500,\n  title = {{Title,\n  year = {2000}\n\n';
    const file = scanBibtex(entries.join(''));
    assert.equal(file.entries.length, 1000);
    assert.deepEqual(file.entries.filter(({ broken }) => broken).map(({ key }) => key), ['k500']);
  });

  it('never loses two entries to one missing brace, parenthesis, comma or quote', () => {
    const describeEntry = (file: BibFile, entry: BibEntry) => JSON.stringify([entry.type, entry.key, values(file, entry)]);
    const clean = scanBibtex(sample);
    const wanted = clean.entries.map((entry) => describeEntry(clean, entry));
    for (let at = 0; at < sample.length; at++) {
      if (!'{}(),"'.includes(sample[at] ?? '')) continue;
      const file = scanBibtex(sample.slice(0, at) + sample.slice(at + 1));
      const found = new Set(file.entries.map((entry) => describeEntry(file, entry)));
      const lost = wanted.filter((entry) => !found.has(entry));
      const place = `${sample.slice(at - 20, at)}▸${sample[at] ?? ''}◂${sample.slice(at + 1, at + 20)}`;
      assert.ok(lost.length <= 1, `${place}: ${lost.join()}`);
      // an entry without its opening brace is gone; no other appears from nowhere
      assert.ok(file.entries.length === 12 || (file.entries.length === 11 && lost.length === 1), place);
      if (file.entries.some(({ broken }) => broken) || file.entries.length < 12) assert.ok(file.problems.length > 0, place);
      checkOffsets(file);
    }
  });
});

describe('BibTeX scanner, any text', function () {
  this.timeout(20_000);
  const token = fc.constantFrom('@article{', '@string{', '@comment{', '@preamble{', '@a(', '@', '{', '}', '"', '(', ')', ',', '=', '#', '%', '\n', '\r\n', ' ', '\\', 'key', 'title', ' = {', '},\n', '2020', 'é', '王', '@b{k,\n', '\u2028');
  it('keeps every byte and every offset in order', () => {
    fc.assert(fc.property(fc.array(token, { maxLength: 60 }), (tokens) => checkOffsets(scanBibtex(tokens.join('')))), { numRuns: 500 });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => checkOffsets(scanBibtex(text))), { numRuns: 150 });
  });

  it('reads on behind any damage', () => {
    const damage = fc.array(token, { maxLength: 25 }).map((tokens) => tokens.join(''));
    const fence = '\n@article{fence1,\n  title = {F}\n}\n\n@article{fence2,\n  title = {F}\n}\n\n@article{fence3,\n  title = {F}\n}\n';
    fc.assert(fc.property(damage, (text) => {
      // a comment that is closed by an entry's brace, or an entry that is quoted, may take one more: never the last
      assert.equal(scanBibtex(`@article{bad, ${text}${fence}`).entries.at(-1)?.key, 'fence3');
    }), { numRuns: 500 });
  });

  it('comes to an end with hostile text', () => {
    const size = 50_000;
    const repeat = (text: string) => text.repeat(Math.ceil(size / text.length));
    for (const text of ['@', '{', '}', '\\', '"', '@a{', '@a{b,', '\n@a{b,c={', '\n@a{b,c="', '@a{b,c={{x},d={y}}', '@comment{', '\n@comment{', '@preamble{"', '@string{a="', ',c="x\n', '\n ,', '}@a{b\nc=', '@a{k=', '@(', '\r', '@a{b,%', '@a{b,%\n', '"}'].map(repeat)) scanBibtex(text);
    for (const inside of [',c="x\n', ',\nc={x', 'c={x}\n', 'k ', '#', '""', ',,', '}}', '"}'].map(repeat)) scanBibtex(`@a{b,c={x}${inside}`);
  });
});
