import assert from 'node:assert/strict';
import fc from 'fast-check';
import { texToText, verbatimText } from '../../../src/core/bibtex/read.js';
import { escapeTex } from '../../../src/core/bibtex/tex.js';

const check = (cases: readonly (readonly [tex: string, text: string])[]) => {
  for (const [tex, text] of cases) assert.equal(texToText(tex), text.normalize('NFC'), tex);
};

describe('TeX as text', () => {
  it('puts every accent on its letter, however it is written', () => {
    const marks: Record<string, string> = { '`': '\u0300', "'": '\u0301', '^': '\u0302', '"': '\u0308', '~': '\u0303', '=': '\u0304', '.': '\u0307', u: '\u0306', v: '\u030c', H: '\u030b', c: '\u0327', d: '\u0323', b: '\u0331', r: '\u030a', k: '\u0328' };
    for (const [command, mark] of Object.entries(marks)) {
      for (const letter of ['a', 'E', 'g', 'S']) {
        const want = `x${letter}${mark}y`;
        const forms = [`x\\${command}{${letter}}y`, `x{\\${command}{${letter}}}y`, `x{\\${command} ${letter}}y`, `x\\${command} {${letter}}y`];
        if (!/[a-z]/iu.test(command)) forms.push(`x\\${command}${letter}y`, `x{\\${command}${letter}}y`);
        check(forms.map((form) => [form, want]));
      }
      const dotless = `Vi${mark}r`;
      check([[`V\\${command}{\\i}r`, dotless], [`V{\\${command}\\i}r`, dotless], [`V{\\${command}{\\i}}r`, dotless], [`V\\${command}\\i r`, dotless], [`V\\${command}{i}r`, dotless]]);
    }
    check([['\\t{oo}', 'o͡o'], ["\\'{\\^e}", 'ế'], ["\\'\\^e", 'ế'], ["\\^{\\'e}", 'é̂'], ['\\v{\\j}', 'ǰ'], ['\\textcommabelow{s}', 'ș'], ['Ol{\\v{s}}{\\\'a}k', 'Olšák'], ["{{\\'E}}cole", 'École'], ['H\\`a', 'Hà']]);
    check([["\\'", '´'], ['\\~{}', '~'], ['\\^{}', '^'], ["x\\'", 'x´'], ["\\'{}a", '´a']]);
  });

  it('knows the letters of other alphabets', () => check([
    ['{\\ss}{\\o}{\\O}{\\l}{\\L}{\\ae}{\\AE}{\\oe}{\\OE}{\\aa}{\\AA}', 'ßøØłŁæÆœŒåÅ'], ['{\\i}{\\j}{\\dh}{\\DH}{\\th}{\\TH}{\\dj}{\\DJ}{\\ng}{\\NG}', 'ıȷðÐþÞđĐŋŊ'], ['Stra\\ss e', 'Straße'], ['\\O ystein', 'Øystein'], ['\\O{}ystein', 'Øystein'], ['\\L{}ukasz \\o', 'Łukasz ø'],
  ]));

  it('knows signs, quotes, dashes and spaces', () => check([
    ["``a'' and `b'", '“a” and ‘b’'], ['\\textquotedblleft a\\textquotedblright', '“a”'], ['``a"', '“a”'], ['\\enquote{a \\enquote{b}}', '“a “b””'], ["Let's", "Let's"], ["rock `n' roll", 'rock ‘n’ roll'], ['`code`', '`code`'], [',,Zitat``', '„Zitat“'],
    ['1--2 a---b c-d', '1–2 a—b c-d'], ['a\\textendash b\\textemdash{}c', 'a–b—c'], ['a~b\\ c\\,d\\;e\\quad f', 'a b c d e f'], ['a\\-b\\/c{}d', 'abcd'], ['  a \n\t b  ', 'a b'],
    ['\\& \\% \\$ \\# \\_ \\{ \\}', '& % $ # _ { }'], ['\\textbackslash{}\\textasciitilde\\textasciicircum{}\\textless', '\\~^<'], ['\\dots{} \\ldots', '… …'], ['\\copyright\\texttrademark\\S\\P\\pounds\\texteuro', '©™§¶£€'], ['?`!`', '¿¡'], ['\\LaTeX{} and \\TeX, \\BibTeX\\ too', 'LaTeX and TeX, BibTeX too'],
  ]));

  it('takes the look away and leaves the words', () => check([
    ['\\emph{a} \\textbf{b \\textit{c}} \\texttt{d}', 'a b c d'], ['{\\em a} {\\bf b}', 'a b'], ['{A} {{B}C} D', 'A BC D'], ['\\mbox{GPT-4}', 'GPT-4'], ['\\href{https://a.b/c_d}{text}', 'text'], ['\\url{https://a.b/~c_d%20e}', 'https://a.b/~c_d%20e'], ['\\textcolor{red}{x}', 'x'],
    ['{\\noopsort{1973a}}1974', '1974'], ['H\\textsubscript{2}O', 'H₂O'], ['4\\textsuperscript{th} x\\textsuperscript{2}', '4th x²'], ['\\MakeUppercase{a}', 'a'], ['\\verb|a_b|', 'a_b'],
  ]));

  it('keeps what it does not know', () => check([
    ['\\foo{a}{b} c', '\\foo{a}{b} c'], ['\\foo bar', '\\foo bar'], ['a \\foo', 'a \\foo'], ['\\', '\\'], ['a}b{c', 'abc'], ["\\unknown{\\'e}", '\\unknown{é}'],
  ]));

  it('writes simple formulas as text and leaves others alone', () => check([
    ['x$^2$ and 10$^{-3}$', 'x² and 10⁻³'], ['$\\alpha$-$\\beta$', 'α-β'], ['$k$-means', 'k-means'], ['$O(n \\log n)$', 'O(n log n)'], ['$\\mathcal{O}(n^2)$ in $\\mathbb{R}^n$', '𝒪(n²) in ℝⁿ'], ['$\\ell_1$', 'ℓ₁'], ['5$\\times$', '5×'], ['30$^{\\circ}$C', '30°C'], ['$\\sim$10', '∼10'],
    ['17$\\alpha$,21 and $\\Delta$1,4', '17α,21 and Δ1,4'], ['$-$50', '−50'], ['$\\hat{x}$', 'x̂'], ['$4^{\\rm th}$', '4th'], ['\\(n\\)', 'n'], ['$$x$$', 'x'], ['\\ensuremath{\\alpha}', 'α'],
    ['$\\frac{a+b}{c}$', '$\\frac{a+b}{c}$'], ['$\\unknown$', '$\\unknown$'], ['$x^{q_1}$', '$x^{q_1}$'], ['$\\hat{xy}$', '$\\hat{xy}$'],
  ]));

  it('takes money for money', () => check([['costs $5 and more', 'costs $5 and more'], ['from $5 to $10', 'from $5 to $10'], ['$5-$10', '$5-$10'], ['\\$5', '$5'], ['a $ b $ c', 'a $ b $ c']]));

  it('reads addresses as they are', () => {
    for (const [tex, text] of [
      ['https://a.b/c_d~e%20f#g', 'https://a.b/c_d~e%20f#g'], ['https://a.b/c\\_d\\%20\\&\\#', 'https://a.b/c_d%20&#'], ['\\url{https://a.b/~x}', 'https://a.b/~x'], ['http://a.b/{\\textasciitilde}x', 'http://a.b/~x'], ['http://a.b/\\~{}x', 'http://a.b/~x'], ['http://a.b/$\\sim$x', 'http://a.b/~x'], ['{10.1000/a{\\_}b}', '10.1000/a_b'], ['<https://a.b>', 'https://a.b'], ['10.1002/(SICI)1097<1::AID>3.0.CO;2-O', '10.1002/(SICI)1097<1::AID>3.0.CO;2-O'],
    ] as const) assert.equal(verbatimText(tex), text);
  });

  it('reads back what the writer escapes', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.normalize('NFC').replace(/[\s\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim());
    fc.assert(fc.property(line, (text) => assert.equal(texToText(escapeTex(text, { unicode: true })), text)), { numRuns: 500 });
  });

  it('reads back every sign that has a TeX spelling', () => {
    for (const sign of 'ßæÆœŒøØłŁåÅıđĐðÐþÞ¿¡§©£€–—‘’“”„«»…×±·→≤≥≠≈∞°²³αβγδεϵθλμµπρστφϕωΔΣΩéŠğțợǰ"\'`<>|,-') {
      for (const text of [sign, `a${sign}${sign}b`, `${sign}-${sign}'`]) assert.equal(texToText(escapeTex(text, { unicode: false })), text.normalize('NFC'), escapeTex(text, { unicode: false }));
    }
  });

  it('never throws, and always ends in the composed form', function () {
    this.timeout(20_000);
    const token = fc.constantFrom('\\', '{', '}', '$', '^', '_', '~', "'", '`', '"', '-', 'a', 'é', '王', ' ', '\\alpha', "\\'", '\\textsuperscript', '\\foo', '\\url', '\\verb', '\\enquote', '\\href', '\\(', '\\)', '\\frac', '\\mathbb', '\ud83d', '𝒪');
    fc.assert(fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
      const text = texToText(tokens.join(''));
      assert.equal(text, text.normalize('NFC').trim());
    }), { numRuns: 1000 });
    for (const text of ['{', '\\', '$', '$a ', '\\(', "\\'{", '\\foo{', "`'", '\\textsuperscript{', '\\enquote{', '\\fontsize{', '\\url{', '$x^2$', "{\\'a}"]) texToText(text.repeat(50_000 / text.length));
  });
});
