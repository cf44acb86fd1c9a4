/** Formulas that plain text can carry: `n^2`, `\alpha`, `\mathcal{O}(n \log n)`. All others stay TeX. */
import { mathAccents, mark } from './tex-marks.js';
import { mathSymbols, mathWords, textSymbols } from './tex-symbols.js';

/** Longer formulas are never simple. */
const longest = 300;
const deepest = 8;

const pairs = (from: string, to: string): ReadonlyMap<string, string> => {
  const signs = Array.from(to);
  return new Map(Array.from(from, (sign, index) => [sign, signs[index] ?? sign]));
};
const superscripts = pairs('0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθικφχ*′†‡°∘,. ', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᶲᵠᵡ*′†‡°°,. ');
const subscripts = pairs('0123456789+-−=()aehijklmnoprstuvxβγρφχ,. ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ,. ');

/** All letters raised or lowered, or undefined when Unicode lacks one. Ordinals (4th) are written on the line. */
export function raised(text: string, how: 'superscript' | 'subscript'): string | undefined {
  if (how === 'superscript' && /^(?:st|nd|rd|th|er|e|o|a)$/u.test(text)) return text;
  if (/^(?:TM|®|™)$/u.test(text)) return text === 'TM' ? '™' : text;
  const table = how === 'superscript' ? superscripts : subscripts;
  let out = '';
  for (const sign of text) {
    const found = table.get(sign);
    // 4ème: where Unicode raises no è, the letters are written on the line as well
    if (found === undefined) return how === 'superscript' && /^\p{Ll}{2,4}$/u.test(text) ? text : undefined;
    out += found;
  }
  return out;
}

/** Where the letters of an alphabet begin in Unicode; some capitals had a place of their own before. */
const alphabets: Readonly<Record<string, { readonly base: number; readonly own: ReadonlyMap<string, string> }>> = {
  mathcal: { base: 0x1d49c, own: pairs('BEFHILMRego', 'ℬℰℱℋℐℒℳℛℯℊℴ') },
  mathscr: { base: 0x1d49c, own: pairs('BEFHILMRego', 'ℬℰℱℋℐℒℳℛℯℊℴ') },
  mathfrak: { base: 0x1d504, own: pairs('CHIRZ', 'ℭℌℑℜℨ') },
  mathbb: { base: 0x1d538, own: pairs('CHNPQRZ', 'ℂℍℕℙℚℝℤ') },
  mathds: { base: 0x1d538, own: pairs('CHNPQRZ', 'ℂℍℕℙℚℝℤ') },
};
const plainFonts = new Set('mathrm mathbf mathit mathsf mathtt mathnormal text textrm textbf textit texttt textsf textnormal mbox hbox operatorname boldsymbol bm rm bf it displaystyle textstyle ensuremath mathop mathbin mathrel'.split(' '));
const silent = new Set('left right big Big bigl bigr Bigl Bigr bigg Bigg middle limits nolimits displaystyle textstyle rm bf it cal nolimits'.split(' '));

function inAlphabet(text: string, name: string): string {
  const alphabet = alphabets[name];
  if (alphabet === undefined) return text;
  return text.replace(/[A-Za-z]/gu, (letter) => alphabet.own.get(letter) ?? String.fromCodePoint(alphabet.base + letter.charCodeAt(0) - (letter < 'a' ? 65 : 71)));
}

/** A formula without its dollar signs → plain text; undefined when that would lose or mislead. */
export function simpleMath(tex: string): string | undefined {
  return tex.length > longest ? undefined : new MathReader(tex, 0).read();
}

class MathReader {
  readonly #tex: string;
  readonly #depth: number;
  #at = 0;

  constructor(tex: string, depth: number) {
    this.#tex = tex;
    this.#depth = depth;
  }

  read(): string | undefined {
    if (this.#depth > deepest) return undefined;
    let out = '';
    while (this.#at < this.#tex.length) {
      const part = this.#part();
      if (part === undefined) return undefined;
      out += part;
    }
    return out.replace(/\s+/gu, ' ');
  }

  /** One sign, command or group with what belongs to it. */
  #part(): string | undefined {
    const sign = String.fromCodePoint(this.#tex.codePointAt(this.#at) ?? 0);
    if (sign === '^' || sign === '_') {
      this.#at += 1;
      const content = this.#argument();
      return content === undefined ? undefined : raised(content, sign === '^' ? 'superscript' : 'subscript');
    }
    if (sign === '\\') return this.#command();
    if (sign === '{') return this.#argument();
    this.#at += sign.length;
    if (sign === '~') return ' ';
    if (sign === "'") return '′';
    if (sign === '-') return '−';
    return /[}$&#%"`]/u.test(sign) ? undefined : sign;
  }

  #command(): string | undefined {
    const name = /^\\(?:[A-Za-z]+|[^A-Za-z])?/u.exec(this.#tex.slice(this.#at, this.#at + 40))?.[0].slice(1) ?? '';
    this.#at += name.length + 1;
    if (!/^[A-Za-z]/u.test(name)) return { ',': ' ', ';': ' ', ':': ' ', ' ': ' ', '!': '', '{': '{', '}': '}', '%': '%', '$': '$', '#': '#', '&': '&', _: '_', '|': '‖', '/': '' }[name];
    const symbol = mathSymbols.get(name) ?? textSymbols.get(name);
    if (symbol !== undefined) {
      // a letter takes the blank behind it along, a sign between two letters keeps it
      if (/^\p{L}$/u.test(symbol)) this.#skipBlanks();
      return symbol;
    }
    if (mathWords.has(name)) return name;
    if (silent.has(name)) {
      this.#skipBlanks();
      return '';
    }
    if (name === 'sqrt' || name === 'frac') return this.#fraction(name);
    const accent = mathAccents.get(name);
    if (accent === undefined && !plainFonts.has(name) && alphabets[name] === undefined) return undefined;
    const content = this.#argument();
    if (content === undefined) return undefined;
    if (accent === undefined) return inAlphabet(content, name);
    // a bar over a whole word has no form in plain text
    return /^\P{M}\p{M}*$/u.test(content) ? mark(content, accent) : undefined;
  }

  #fraction(name: 'sqrt' | 'frac'): string | undefined {
    const above = this.#argument();
    if (name === 'sqrt') return above !== undefined && /^[\p{L}\p{N}]+$/u.test(above) ? `√${above}` : undefined;
    const below = this.#argument();
    return above !== undefined && below !== undefined && /^[\p{L}\p{N}]+$/u.test(above) && /^[\p{L}\p{N}]$|^\p{N}+$/u.test(below) ? `${above}/${below}` : undefined;
  }

  /** What stands behind a command: a group, a command or a sign. */
  #argument(): string | undefined {
    this.#skipBlanks();
    const sign = this.#tex.charAt(this.#at);
    if (sign === '') return undefined;
    if (sign !== '{') return sign === '^' || sign === '_' ? undefined : this.#part();
    let depth = 0;
    for (let end = this.#at; end < this.#tex.length; end++) {
      if (this.#tex[end] === '\\') end += 1;
      else if (this.#tex[end] === '{') depth += 1;
      else if (this.#tex[end] === '}' && --depth === 0) {
        const inner = this.#tex.slice(this.#at + 1, end);
        this.#at = end + 1;
        return new MathReader(inner, this.#depth + 1).read();
      }
    }
    return undefined;
  }

  #skipBlanks(): void {
    while (/\s/u.test(this.#tex.charAt(this.#at))) this.#at += 1;
  }
}
