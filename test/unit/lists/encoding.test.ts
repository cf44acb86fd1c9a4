import assert from 'node:assert/strict';
import fc from 'fast-check';
import { originalOffset, repairEncoding } from '../../../src/core/lists/index.js';
import { runs } from '../../support/runs.js';
import { misread } from './misread.js';

const fixed = (text: string) => repairEncoding(text).text;

describe('repairing text that was read in a wrong encoding', () => {
  const words = ['André', 'Zoë Ångström', 'Łukasz Żak', 'naïve façade', 'Müller & Söhne', 'it’s “quoted” – and so on…', 'señor Ibáñez', 'Çelik', 'Dvořák, Škoda', 'fi🔥re ⚡ 📌', '→ see below', 'pages 177–198', 'São Paulo', '中文论文列表', 'Привет, мир', 'Γειά σου', '한국어 목록'];
  for (const [encoding, times] of [['windows-1252', 1], ['latin-1', 1], ['windows-1252', 2], ['mac-roman', 1]] as const) {
    it(`reads through ${encoding}${times === 2 ? ', twice' : ''}`, () => {
      for (const word of words) {
        let damaged = word;
        for (let round = 0; round < times; round += 1) damaged = misread(damaged, encoding);
        assert.equal(fixed(`The list - ${damaged} -`), `The list - ${word} -`);
      }
    });
  }

  it('puts accents of PDFs on their letters', () => {
    assert.equal(fixed('V´ıctor Gallego and Mar¨ıa'), 'Víctor Gallego and Marïa');
    assert.equal(fixed(misread('V´ıctor', 'windows-1252')), 'Víctor');
  });

  it('leaves clean text alone in many languages', () => {
    const clean = [
      'LIBERTÉ», ÉGALITÉ…', 'AMANHÃ»', 'DISSE «NÃO»', 'l’été…» et l’hiver', 'GEBÄUDE”', 'Ä”', 'Å”', 'NÃO', 'COSÌ…', 'À la «carte»', '½ × ¾ = ³⁄₈', '√π ≈ 1.77, √2·√Ω', 'x = ±√a ≤ ∞', 'µ±σ, ≈±5 %', 'f: A→B, ¬P ∧ Q, ¬∃x', 'ƒ(x) ≈ ∂y/∂x', '© 2024 ® ™ § ¶ •', '“quotes” ‘single’ „German“ «French» ‹x›', '仲景 中医药大语言模型', 'Привет, мир — «да»', 'مرحبا بالعالم', 'שלום עולם', 'สวัสดีชาวโลก', 'Tiếng Việt: Ước mơ', 'İstanbul, ığdır, Şırnak', 'Þórður Ðð Æsir œuvre', '🔥⚡️📌👩‍🔬', 'e\u0301 a\u0300 (NFD)', 'ℝ ⊂ ℂ ⇒ ∀ε>0', 'MARQUÉ…', 'Ñ° Ð.', 'Øresund—Århus…', '100 €–200 £', 'Ó “foo”', 'ÊTRE…', 'VOILÀ!', 'don´t, it´s l´amour',
    ];
    for (const text of clean) assert.equal(fixed(text), text);
  });

  it('never touches random text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      assert.equal(fixed(text), text);
    }), { numRuns: runs(300) });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      assert.equal(fixed(text), text);
    }), { numRuns: runs(300) });
  });

  it('never touches words of letters, whatever the script', () => {
    const letter = fc.integer({ min: 0xc0, max: 0x2fff }).map((code) => String.fromCodePoint(code)).filter((char) => /^\p{L}$/u.test(char));
    fc.assert(fc.property(fc.array(fc.array(letter, { minLength: 1, maxLength: 8 }), { maxLength: 8 }), (phrase) => {
      const text = phrase.map((word) => word.join('')).join(' ');
      assert.equal(fixed(text), text);
    }), { numRuns: runs(300) });
  });

  it('is done after once, and gives offsets of the text as it came', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom('Ã©', 'â€™', 'ðŸ”¥', '√©', '‚Äî', ' plain ', 'x', '仲景'), fc.string({ maxLength: 5 })), { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      const { text: clean, repairs } = repairEncoding(text);
      assert.equal(fixed(clean), clean);
      for (let at = 0, last = 0; at <= clean.length; at += 1) {
        const from = originalOffset(repairs, at);
        assert.ok(from >= last && from <= text.length);
        last = from;
      }
      for (const { start, end, text: better } of repairs) assert.ok(start < end && better !== text.slice(start, end));
    }), { numRuns: runs(300) });
  });
});
