/** Accents: TeX's commands → Unicode's combining marks. */

/** Accents of text. Commands of one letter need a blank or a brace behind them, signs do not. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'], ["'", '\u0301'], ['^', '\u0302'], ['~', '\u0303'], ['=', '\u0304'], ['u', '\u0306'], ['.', '\u0307'], ['"', '\u0308'], ['r', '\u030a'], ['H', '\u030b'], ['v', '\u030c'],
  ['d', '\u0323'], ['c', '\u0327'], ['k', '\u0328'], ['b', '\u0331'], ['t', '\u0361'], ['h', '\u0309'], ['G', '\u030f'], ['C', '\u030f'], ['f', '\u0311'], ['U', '\u030e'], ['|', '\u030d'],
  ['textcommabelow', '\u0326'], ['textcommaabove', '\u0313'], ['textogonekcentered', '\u0328'], ['textdotbelow', '\u0323'], ['textringbelow', '\u0325'], ['textsubumlaut', '\u0324'], ['textsubbreve', '\u032e'], ['textbrevebelow', '\u032e'],
  ['textsubcircum', '\u032d'], ['textcircumbelow', '\u032d'], ['textsubtilde', '\u0330'], ['texttildebelow', '\u0330'], ['textmacronbelow', '\u0331'], ['textsubbar', '\u0320'], ['textdoublegrave', '\u030f'], ['textdoubletilde', '\u0360'],
  ['textinvbreve', '\u0311'], ['texthookabove', '\u0309'], ['textovercross', '\u033d'], ['newtie', '\u0361'], ['texttoptiebar', '\u0361'], ['textroundcap', '\u0311'], ['textacutemacron', '\u0304\u0301'], ['textcircumacute', '\u0302\u0301'],
  ['capitalgrave', '\u0300'], ['capitalacute', '\u0301'], ['capitalcircumflex', '\u0302'], ['capitaltilde', '\u0303'], ['capitaldieresis', '\u0308'], ['capitalhungarumlaut', '\u030b'], ['capitalring', '\u030a'], ['capitalcaron', '\u030c'],
  ['capitalbreve', '\u0306'], ['capitalmacron', '\u0304'], ['capitaldotaccent', '\u0307'], ['capitalcedilla', '\u0327'], ['capitalogonek', '\u0328'],
]);

/** Accents of mathematics, which people use in text as well. */
export const mathAccents: ReadonlyMap<string, string> = new Map([
  ['grave', '\u0300'], ['acute', '\u0301'], ['hat', '\u0302'], ['tilde', '\u0303'], ['bar', '\u0304'], ['breve', '\u0306'], ['dot', '\u0307'], ['ddot', '\u0308'], ['mathring', '\u030a'], ['check', '\u030c'], ['vec', '\u20d7'], ['overline', '\u0305'], ['ocirc', '\u030a'], ['dddot', '\u20db'],
]);

/** An accent over nothing prints alone; \~{} and \^{} are how people write these signs in addresses. */
const alone: ReadonlyMap<string, string> = new Map([
  ['\u0300', '`'], ['\u0301', '´'], ['\u0302', '^'], ['\u0303', '~'], ['\u0304', '¯'], ['\u0306', '˘'], ['\u0307', '˙'], ['\u0308', '¨'], ['\u030a', '˚'], ['\u030b', '˝'], ['\u030c', 'ˇ'], ['\u0327', '¸'], ['\u0328', '˛'],
]);

const firstLetter = /^\s*(?:\P{M}\p{M}*)/u;

/** Puts a mark on the first letter of a text, behind the marks it already has. A letter without its dot gets it back: í is i with an acute. */
export function mark(text: string, combining: string): string {
  const letter = firstLetter.exec(text)?.[0] ?? '';
  if (letter.trim() === '') return `${alone.get(combining) ?? ''}${text}`;
  return `${letter.replace('ı', 'i').replace('ȷ', 'j')}${combining}${text.slice(letter.length)}`;
}
