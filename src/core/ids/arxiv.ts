/** arXiv: its own pages and mirrors, the reading sites built on it, `arXiv:…`, `abs/…`, and fields such as `eprint`. DOIs of arXiv are in doi.ts. */
import { arxivId, certainArxivId, readArxivId } from './arxiv-id.js';
import type { Found, Recogniser } from './mention.js';
import { fieldPattern, group, linkPattern, slash, wordEnd, wordPattern } from './syntax.js';

const read = (match: RegExpExecArray): Found | undefined => readArxivId(group(match, 'id'));
const id = `(?<id>${arxivId})`;
/** A file's ending belongs to the link. */
const ended = String.raw`${id}(?:\.(?:pdf|md)(?![A-Za-z0-9]))?${wordEnd}`;
/** `arXiv: …` at the start of a line in lower case is a YAML key, and so its value is what was found. */
const keyBefore = /(?:^|[\n\r])[ \t]{0,40}(?:-[ \t]{1,4})?$/;

export const arxiv: Recogniser = {
  kind: 'arxiv',
  patterns: [
    linkPattern(
      String.raw`arxiv\.org|xxx\.lanl\.gov|ar5iv\.org|alphaxiv\.org(?:${slash}[a-z]{2})?`,
      String.raw`(?:abs|pdf|html|ps|format|e-print|src|bibtex|papers|overview|audio|resources|ftp${slash}arxiv${slash}papers${slash}\d{4})${slash}(?:arxiv:)?${ended}`,
      read,
      String.raw`(?:www|export|browse|ar5iv\.labs|xxx|lanl|br|cn|de|es|fr|in|jp|kr|ru|uk|tw)\.`,
    ),
    linkPattern(String.raw`huggingface\.co|hf\.co|arxiv-vanity\.com|emergentmind\.com`, `papers${slash}${ended}`, read),
    linkPattern(String.raw`scirate\.com|semanticscholar\.org`, `arxiv${slash}${ended}`, read),
    {
      ...wordPattern(String.raw`arXiv(?<gap>(?::|%3A)[ \t~\u00a0]?|[ \t~\u00a0])${id}${wordEnd}`, read),
      read: (match, text) => {
        const found = read(match);
        if (!found || !/^: $/.test(group(match, 'gap')) || !match[0].startsWith('arxiv')) return found;
        const key = keyBefore.test(text.slice(Math.max(0, match.index - 50), match.index));
        return key ? { ...found, form: 'field', start: match.index + match[0].length - group(match, 'id').length } : found;
      },
    },
    // DBLP writes "CoRR abs/2212.10560".
    { form: 'bare', pattern: new RegExp(String.raw`(?<![A-Za-z0-9.\/%\\-])abs\/${id}${wordEnd}`, 'gi'), read },
    { form: 'bare', pattern: new RegExp(String.raw`(?<![A-Za-z0-9.\/%\\-])(?<id>${certainArxivId})${wordEnd}`, 'gi'), read },
    fieldPattern('arxiv(?:[_-]?id)?|eprint', arxivId, readArxivId),
  ],
  plain: true,
  bare: readArxivId,
  link: (name) => `https://arxiv.org/abs/${name}`,
};

