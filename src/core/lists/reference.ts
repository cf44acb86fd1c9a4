/** References written out in words: GB/T 7714 (`Authors. Title[J]. venue, year.`), ACM (`Authors. year. Title. In venue`), APA (`Authors (year). Title. venue`). */

export interface ReferenceParts {
  readonly authors: string;
  readonly title: string;
  /** What stands behind the title: venue, date, pages. */
  readonly rest: string;
}

/** GB/T marks the kind of a work behind its title: [J] journal, [C] proceedings, [D] thesis, [EB/OL] online. */
const mark = /\s?\[(?:[A-Z]|[A-Z]{2})(?:\/[A-Z]{2})?\]\s?(?:\/\/)?[.,]?\s?/u;
const yearFirst = /^(?<authors>[^\d]{8,4000}?)[.,]\s(?:\((?<b>(?:19|20)\d\d)[a-z]?\)|(?<a>(?:19|20)\d\d)[a-z]?)\.\s(?<title>[^.?!]{8,400}(?:[.?!](?!\s)[^.?!]{0,300}){0,4}[?!]?)\.?\s(?<rest>.{4,2000})$/su;
const apa = /^(?<authors>[^\d]{6,4000}?)\s\((?<a>(?:19|20)\d\d)[^()]{0,20}\)\.?\s(?<title>[^.?!]{8,400}[?!]?)\.\s(?<rest>.{4,2000})$/su;

/** Takes a reference apart; undefined when the text is not written as one. */
export function referenceParts(text: string): ReferenceParts | undefined {
  if (text.length > 6000) return undefined;
  const found = mark.exec(text);
  if (found !== null) {
    const before = text.slice(0, found.index);
    // the last full stop behind more than an initial parts people from title
    const stop = [...before.matchAll(/(?:et al|[\p{L}\p{M})]{2}|(?:^|\s|[,.])\p{Lu})\.\s+(?=\S)/gu)];
    const cut = stop.find(({ index, 0: one }) => endsNames(before.slice(0, index + one.trimEnd().length)));
    if (cut !== undefined) {
      const end = cut.index + cut[0].length;
      return { authors: before.slice(0, end).trim().replace(/\.$/u, ''), title: before.slice(end), rest: text.slice(found.index + found[0].length) };
    }
    // nobody is named
    if (/^\s?\[(?:[CDJMNPRS]|CP|DB|EB\/OL)\]/u.test(found[0]) && /\p{L}{2}/u.test(before)) return { authors: '', title: before, rest: text.slice(found.index + found[0].length) };
  }
  if (!/\b(?:19|20)\d\d/u.test(text)) return undefined;
  const match = yearFirst.exec(text.trim()) ?? apa.exec(text.trim());
  const groups: Partial<Record<string, string>> = match?.groups ?? {};
  const { authors, title, rest } = groups;
  if (authors === undefined || title === undefined || rest === undefined || !/,|\sand\s/u.test(authors)) return undefined;
  return { authors, title, rest: `${rest} ${groups['a'] ?? groups['b'] ?? ''}` };
}

/** "Tan Z, Beigi A, Wang S, et al." is people; "Tan Z, Beigi A. Large models" is not. */
function endsNames(text: string): boolean {
  return text.replace(/\.$/u, '').split(/,|\band\b/u).every((name) => name.trim() === '' || /^\s*(?:et al\.?|[\p{L}\p{M}'’.-]+(?:\s[\p{L}\p{M}'’.-]+){0,4})\s*$/u.test(name));
}
