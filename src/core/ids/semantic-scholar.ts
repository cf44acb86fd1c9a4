/** Semantic Scholar: papers by hash (40 hex digits) or by corpus number, which stays the same for ever. */
import type { Reading, Recogniser } from './mention.js';
import { fieldPattern, group, linkPattern, slash, wordEnd, wordPattern } from './syntax.js';

const subdomains = String.raw`(?:www|api)\.`;
const hash = '[0-9a-f]{40}';
const corpus = String.raw`CorpusID(?::|%3A)[ ]?(?<number>[1-9]\d{0,11})${wordEnd}`;
const byHash = (text: string): Reading => ({ id: text.toLowerCase() });
const byNumber = (text: string): Reading => ({ id: `CorpusID:${text}` });

export const semanticScholar: Recogniser = {
  kind: 'semantic-scholar',
  patterns: [
    linkPattern(
      String.raw`semanticscholar\.org`,
      String.raw`(?:graph${slash})?(?:v1${slash})?(?:paper|reader)${slash}(?:[^\/\s"'<>{}|\\^]{1,300}${slash})?(?<hash>${hash})(?![A-Za-z0-9])`,
      (match) => byHash(group(match, 'hash')),
      subdomains,
    ),
    // Files are kept under the first four digits of the hash.
    linkPattern(String.raw`pdfs\.semanticscholar\.org`, String.raw`(?<head>[0-9a-f]{4})${slash}(?<tail>[0-9a-f]{36})\.pdf(?![A-Za-z0-9])`, (match) => byHash(group(match, 'head') + group(match, 'tail'))),
    linkPattern(String.raw`semanticscholar\.org`, String.raw`(?:graph${slash}v1${slash}paper${slash}|p${slash})?${corpus}`, (match) => byNumber(group(match, 'number')), subdomains),
    wordPattern(corpus, (match) => byNumber(group(match, 'number'))),
    fieldPattern('corpus[_-]?id', String.raw`[1-9]\d{0,11}`, byNumber),
    fieldPattern('paper[_-]?id|s2[_-]?(?:paper[_-]?)?id|semantic[_-]?scholar(?:[_-]?id)?', hash, byHash),
  ],
  plain: false,
  bare: (text) => {
    const number = /^(?:CorpusID:)?([1-9]\d{0,11})$/i.exec(text)?.[1];
    if (number !== undefined) return byNumber(number);
    return /^[0-9a-f]{40}$/i.test(text) ? byHash(text) : undefined;
  },
  link: (id) => (id.startsWith('CorpusID:') ? `https://api.semanticscholar.org/${id}` : `https://www.semanticscholar.org/paper/${id}`),
};
