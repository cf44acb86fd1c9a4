/** Letters outside ASCII as TeX commands, for readers without UTF-8. What has no command here stays: nothing is ever dropped. */

/** Combining marks → accent commands. */
const accents: Readonly<Record<string, string>> = {
  '\u0300': '`', '\u0301': "'", '\u0302': '^', '\u0303': '~', '\u0304': '=', '\u0306': 'u', '\u0307': '.', '\u0308': '"', '\u030a': 'r',
  '\u030b': 'H', '\u030c': 'v', '\u0323': 'd', '\u0327': 'c', '\u0328': 'k', '\u0331': 'b',
};

/** Letters and signs that are no accented ones. */
const signs: Readonly<Record<string, string>> = {
  ß: '{\\ss}', æ: '{\\ae}', Æ: '{\\AE}', œ: '{\\oe}', Œ: '{\\OE}', ø: '{\\o}', Ø: '{\\O}', ł: '{\\l}', Ł: '{\\L}', å: '{\\aa}', Å: '{\\AA}', ı: '{\\i}',
  đ: '{\\dj}', Đ: '{\\DJ}', ð: '{\\dh}', Ð: '{\\DH}', þ: '{\\th}', Þ: '{\\TH}', '¿': '\\textquestiondown{}', '¡': '\\textexclamdown{}', '§': '{\\S}', '©': '{\\copyright}', '£': '{\\pounds}', '€': '{\\texteuro}',
  // commands, and not -- or '': beside one another, or beside a hyphen or a quote of the text, those would print as something else
  '–': '\\textendash{}', '—': '\\textemdash{}', '‘': '\\textquoteleft{}', '’': '\\textquoteright{}', '“': '\\textquotedblleft{}', '”': '\\textquotedblright{}', '„': '{\\quotedblbase}', '«': '{\\guillemotleft}', '»': '{\\guillemotright}', '…': '{\\ldots}',
  '×': '{$\\times$}', '±': '{$\\pm$}', '·': '{$\\cdot$}', '→': '{$\\rightarrow$}', '≤': '{$\\leq$}', '≥': '{$\\geq$}', '≠': '{$\\neq$}', '≈': '{$\\approx$}', '∞': '{$\\infty$}', '°': '{$^{\\circ}$}', '²': '{$^{2}$}', '³': '{$^{3}$}',
  α: '{$\\alpha$}', β: '{$\\beta$}', γ: '{$\\gamma$}', δ: '{$\\delta$}', ε: '{$\\varepsilon$}', ϵ: '{$\\epsilon$}', θ: '{$\\theta$}', λ: '{$\\lambda$}', μ: '{$\\mu$}', µ: '\\textmu{}', π: '{$\\pi$}', ρ: '{$\\rho$}', σ: '{$\\sigma$}', τ: '{$\\tau$}', φ: '{$\\varphi$}', ϕ: '{$\\phi$}', ω: '{$\\omega$}',
  Δ: '{$\\Delta$}', Σ: '{$\\Sigma$}', Ω: '{$\\Omega$}',
};

/** Encodes what has a TeX command; expects text whose special characters are already escaped. */
export function encodeAccents(text: string): string {
  return text.replace(/[^\u0000-\u007f]/gu, (character) => signs[character] ?? encodeLetter(character) ?? character);
}

/** `é` → `{\'e}`, `š` → `{\v{s}}`. LaTeX itself takes the dot off `\'i`; under rarer accents it must be a `\i`. */
function encodeLetter(letter: string): string | undefined {
  const [base = '', mark = '', ...more] = letter.normalize('NFD');
  const accent = accents[mark];
  if (accent === undefined || more.length > 0 || !/^[A-Za-z]$/u.test(base)) return undefined;
  const dotted = base === 'i' ? !/[`'^".dckb]/u.test(accent) : base === 'j' && !/[.dckb]/u.test(accent);
  const stem = dotted ? `\\${base}` : base;
  if (!/[a-z]/iu.test(accent)) return stem === base ? `{\\${accent}${base}}` : `{\\${accent}{${stem}}}`;
  return `{\\${accent}{${stem}}}`;
}
