/** Lists of authors, as lists write them. */

export interface Names {
  readonly authors: readonly string[];
  readonly more: boolean;
}

const others = /[\s,;]*(?:\bet\.?,?\s{0,2}al\b\.?|\band (?:\d+ )?(?:others|more)\b|等人?|\.{3}|…)[\s.]*/giu;
const lower = /^(?:van|von|vom|de|der|den|des|di|da|dos|del|della|du|la|le|ter|ten|te|bin|ibn|al|el|zu|af|av|d['’]\p{L}+|y|e|dahai|li)$/u;
/** Words that stand in titles and sentences, and in no name. */
const common = /^(?:the|of|for|with|from|via|using|towards?|based|learning|models?|language|large|deep|neural|networks?|data|in|on|is|are|an?|to|by|survey|review|analysis|generation|training|reasoning|how|what|why|when|university|institute|research|keywords?|abstract|evaluation|benchmark|code|paper|vision|image|video|this|that|we|our|it|as|not|new|agents?|multi-?modal|method|task|tasks|and)$/iu;

/** A piece of text as a list of people; undefined when it does not look like one. */
export function readNames(text: string): Names | undefined {
  const plain = text
    .replace(/^\s*(?:by|authors?\s*[:：])\s*/iu, '')
    .replace(/\((?:[^()]{0,200})\)|[⁰¹²³⁴-⁹†‡§¶*]+|\[[^\]]{0,40}\]/gu, ' ');
  const cut = plain.replace(others, ', ');
  const more = cut !== plain;
  const names = cut.split(/\s*[,;，、]\s*|\s+(?:and|&)\s+|\n/gu).map((name) => name.replace(/^\s*(?:and|&)\s+/iu, '').replace(/\s+\.$|(?<=[\p{L}\p{M}]{2})(?<!\b(?:Jr|Sr|St))\.$/u, '').trim()).filter((name) => name !== '');
  if (names.length === 0 || names.length > 1500) return undefined;
  const joined = joinInitials(names);
  const good = joined.filter(isName).length;
  if (good < joined.length * (joined.length > 5 ? 0.85 : 1)) return undefined;
  // one word alone is no list of people
  if (joined.length === 1 && !more && (joined[0] ?? '').split(' ').length < 2) return undefined;
  return { authors: joined, more };
}

/** "Family, G." cut at its comma is put together again: initials are no people. */
function joinInitials(names: readonly string[]): string[] {
  const initials = (name: string) => /^(?:\p{Lu}\.?[\s-]?){1,3}$/u.test(name);
  if (names.filter((name, at) => at % 2 === 1 && initials(name)).length < names.length / 2 - 0.5 || names.length < 2) return [...names];
  const joined: string[] = [];
  for (let at = 0; at < names.length; at += 1) {
    const next = names[at + 1];
    if (next !== undefined && initials(next) && !initials(names[at] ?? '')) {
      joined.push(`${names[at] ?? ''}, ${next}`);
      at += 1;
    } else joined.push(names[at] ?? '');
  }
  return joined;
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || /[\d:/|"“”?!<>{}=]/u.test(name)) return false;
  if (/^[\p{Script=Han}·]{2,6}$/u.test(name)) return true;
  const words = name.split(/[\s,]+/u);
  if (words.length > 6 || words.some((word) => word.length > 1 && common.test(word))) return false;
  const capital = words.filter((word) => /^[\p{Lu}\p{Lo}]/u.test(word)).length;
  return words.every((word) => /^[\p{L}\p{M}.'’`´-]+$/u.test(word) && (/^[\p{Lu}\p{Lo}]/u.test(word) || lower.test(word) || words.length === 2)) && (capital >= 1 || words.length === 2);
}

/** Whether a text reads as people. */
export function looksLikeNames(text: string): boolean {
  const names = readNames(text);
  return names !== undefined && (names.authors.length > 1 || names.more || (names.authors[0] ?? '').split(' ').length <= 4);
}
