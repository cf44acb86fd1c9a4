/** Formulas in plain text that surely are some: `$O(n^2)$`, `\(x\)`. Money is none, and neither is what TeX should not be told to do. */
import type { TextRange } from '../model/problem.js';

/** Nobody's title has a longer one. Characters. */
const longest = 200;

/** Commands that set formulas and do nothing else. A text from the network may name any other. */
const commands = new Set(
  `alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
  frac sqrt binom sum prod int oint partial nabla infty ell hbar emptyset forall exists neg aleph Re Im prime mathcal mathbb mathbf mathrm mathit mathsf mathtt mathfrak mathscr boldsymbol bm text textbf textit textrm operatorname
  times div cdot ast star circ bullet pm mp oplus otimes cup cap setminus wedge vee in notin subset subseteq supset supseteq leq le geq ge neq ne ll gg equiv sim simeq cong approx propto mid parallel perp models vdash
  to gets mapsto rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow uparrow downarrow hat bar tilde vec dot ddot overline underline widehat widetilde
  log ln exp sin cos tan lim min max sup inf arg argmin argmax det dim ker deg gcd Pr bmod pmod ldots cdots dots vdots langle rangle lceil rceil lfloor rfloor lvert rvert lVert rVert left right big Big bigl bigr quad`.split(/\s+/u),
);

/** The formulas of a text with their delimiters, in order. Braces in them are balanced as BibTeX counts them. */
export function mathSpans(text: string): TextRange[] {
  if (!/\$|\\\(/u.test(text)) return [];
  const spans: TextRange[] = [];
  for (const match of text.matchAll(/\$([^$]{1,200})\$|\\\(([^$]{1,200}?)\\\)/gu)) {
    const [whole, dollars, parens] = match;
    const start = match.index;
    const end = start + whole.length;
    const inside = dollars ?? parens ?? '';
    if (!(dollars !== undefined && isMoney(text, start, end, inside)) && isFormula(inside)) spans.push({ start, end });
  }
  return spans;
}

/** US$ and A$, \$; with a digit behind it: $5-$10. In H$_2$O the sign of a script tells that it is none. */
function isMoney(text: string, start: number, end: number, inside: string): boolean {
  if (text.charAt(start - 1) === '\\') return true;
  if (/[\\^_]/u.test(inside)) return false;
  return /[\p{L}\p{N}]/u.test(text.charAt(start - 1)) || /\d/u.test(text.charAt(end));
}

function isFormula(inside: string): boolean {
  if (inside.length > longest || /^\s|\s$|\\$/u.test(inside) || !/^[A-Za-z0-9\s\\^_{}()[\]=<>+\-*/|,.:;!'~]+$/u.test(inside) || !balanced(inside)) return false;
  const names = [...inside.matchAll(/\\([A-Za-z]+|.)/gu)].map(([, name = '']) => name);
  if (!names.every((name) => commands.has(name) || /^[,;:! {}|]$/u.test(name))) return false;
  // a script or a command makes it one; without them, letters that are no words and no amount
  if (/[\\^_]/u.test(inside)) return !/[\^_]$|[\^_]{2}|^[\^_]\s/u.test(inside);
  return /[A-Za-z]/u.test(inside) && !/[A-Za-z]{3}/u.test(inside) && !/^\d+[\s.,]/u.test(inside) && !/[{}]/u.test(inside);
}

/** `\{` counts too. */
function balanced(tex: string): boolean {
  let depth = 0;
  for (const sign of tex) {
    if (sign === '{') depth += 1;
    else if (sign === '}' && --depth < 0) return false;
  }
  return depth === 0;
}
