/** Commands that take text or change its look, and what is left of them in plain text. */
import { textSymbols } from './tex-symbols.js';

/** Their argument is the text. */
const styles = `
  emph textbf textit texttt textrm textsf textsc textsl textup textmd textnormal textin text mbox hbox vbox fbox makebox underline uline uuline underbar ul sout st textulc textsw textlf textlg textssc textlcsc
  mathrm mathbf mathit mathsf mathtt mathnormal mathcal mathscr mathbb mathfrak mathds boldsymbol bm pmb operatorname ensuremath uppercase lowercase MakeUppercase MakeLowercase MakeTextUppercase MakeTextLowercase NoCaseChange
  mkbibemph mkbibitalic mkbibbold mkbibsc mkbibnamefamily mkbibnamegiven mkbibacro ignorecase lowercaseifneeded textnumero hspaced so caps spacedallcaps spacedlowsmallcaps acro ac gls enquotetext
  bibstring nocite nohyphens foreignquote sentencecase titlecase path url nolinkurl textlatin textgreek textcyrillic textlang textja
`;
/** They act up to the end of the group and print nothing. */
const declarations = `
  em it bf rm sl sc sf tt cal itshape slshape scshape upshape bfseries mdseries rmfamily sffamily ttfamily normalfont normalsize tiny scriptsize footnotesize small large Large LARGE huge Huge
  selectfont boldmath unboldmath centering raggedright displaystyle textstyle scriptstyle left right big Big bigl bigr Bigl Bigr bigg Bigg middle limits nolimits mit frenchspacing nonfrenchspacing upsh sltt
`;
/** Arguments that print nothing, and how many of them. */
const dropped: ReadonlyMap<string, number> = new Map([
  ['noopsort', 1], ['NoopSort', 1], ['SortNoop', 1], ['noop', 1], ['printfirst', 0], ['label', 1], ['index', 1], ['aftergroup', 0], ['hskip', 0], ['vskip', 0], ['color', 1], ['textcolor', 1], ['colorbox', 1], ['href', 1], ['foreignlanguage', 1], ['selectlanguage', 1],
  ['textlanguage', 1], ['fontsize', 2], ['fontfamily', 1], ['fontencoding', 1], ['hypertarget', 1], ['hyperlink', 1], ['hyphenation', 1], ['phantom', 1], ['hphantom', 1], ['vphantom', 1], ['ifmmode', 0], ['else', 0], ['fi', 0],
]);

/** What a command does with the group behind it. */
export type Role =
  | { readonly kind: 'style' }
  | { readonly kind: 'declaration' }
  | { readonly kind: 'verbatim' }
  | { readonly kind: 'superscript' | 'subscript' }
  | { readonly kind: 'wrap'; readonly before: string; readonly after: string }
  | { readonly kind: 'drop'; readonly count: number; /** What stands for the last argument. */ readonly leaves?: string };

const words = (list: string) => list.trim().split(/\s+/u);

export const roles: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...words(styles).map((name): [string, Role] => [name, { kind: 'style' }]),
  ...words(declarations).map((name): [string, Role] => [name, { kind: 'declaration' }]),
  ...[...dropped].map(([name, count]): [string, Role] => [name, { kind: 'drop', count }]),
  ...words('url path nolinkurl verb').map((name): [string, Role] => [name, { kind: 'verbatim' }]),
  ...words('hspace vspace').map((name): [string, Role] => [name, { kind: 'drop', count: 1, leaves: ' ' }]),
  ...words('textsuperscript textsu mkbibsuperscript up ap sp').map((name): [string, Role] => [name, { kind: 'superscript' }]),
  ...words('textsubscript mkbibsubscript textinferior sb').map((name): [string, Role] => [name, { kind: 'subscript' }]),
  ...words('enquote mkbibquote qq').map((name): [string, Role] => [name, { kind: 'wrap', before: '“', after: '”' }]),
  ['textquote', { kind: 'wrap', before: '“', after: '”' }],
  ['mkbibparens', { kind: 'wrap', before: '(', after: ')' }],
  ['mkbibbrackets', { kind: 'wrap', before: '[', after: ']' }],
]);

/** Commands of one sign that are no accent: \& and its like, spaces, hyphens. */
export const signs: ReadonlyMap<string, string> = new Map([
  ['&', '&'], ['%', '%'], ['$', '$'], ['#', '#'], ['_', '_'], ['{', '{'], ['}', '}'], [' ', ' '], ['\n', ' '], ['\r', ' '], ['\t', ' '], [',', ' '], [';', ' '], [':', ' '], ['>', ' '], ['\\', ' '],
  ['!', ''], ['/', ''], ['-', ''], ['@', ''], ['+', ''], ['*', ''],
]);

/** The sign of a command of letters, or undefined. */
export function symbolOf(name: string, math: ReadonlyMap<string, string>): string | undefined {
  return textSymbols.get(name) ?? math.get(name);
}
