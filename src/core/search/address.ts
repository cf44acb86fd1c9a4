/** Identifiers and web addresses as people paste them into a search box. */

export interface Address {
  /** `arxiv`, `doi`, `acl` and `openreview` name a work; `web` is any other address. */
  readonly scheme: 'arxiv' | 'doi' | 'acl' | 'openreview' | 'web';
  /** Comparable form: lower case, without version, resolver, scheme, `www.` and closing slash. */
  readonly value: string;
}

const newArxiv = /^(?:arxiv:)?(\d{4}\.\d{4,5})(?:v\d+)?$/;
const oldArxiv = /^(?:arxiv:)?([a-z]+(?:-[a-z]+)?(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/;
const arxivPage = /^(?:[a-z]+\.)?(?:arxiv\.org|alphaxiv\.org|huggingface\.co)\/(?:abs|pdf|html|format|papers|overview)\/(.+?)(?:\.pdf)?$/;
const doi = /^(?:doi:)?(?:(?:dx\.)?doi\.org\/)?(10\.\d{4,9}(?:\.\d+)*\/\S+)$/;
const arxivDoi = /^10\.48550\/arxiv\.(\S+?)(?:v\d+)?$/;
const aclPage = /^(?:www\.)?(?:aclanthology\.org|aclweb\.org\/anthology)\/(.+?)(?:\.pdf)?$/;
const openreviewPage = /^openreview\.net\/(?:forum|pdf|attachment)\?(?:.*&)?id=([\w-]+)/;
const host = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::\d+)?\/\S+$/;

/** Longer words are no addresses, and would make the patterns slow. */
const longest = 2000;

/** Lower case, without scheme, `www.`, fragment and closing slash. */
export function comparableAddress(url: string): string {
  return url.toLowerCase().replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/#.*$/, '').replace(/\/+$/, '');
}

/** The identifier or web address that a word is, or undefined when it is an ordinary word. Punctuation behind it is passed over. */
export function readAddress(word: string): Address | undefined {
  if (word.length > longest) return undefined;
  const text = comparableAddress(word.replace(/[.,;:!?)\]>]+$/, '').replace(/^[(<[]+/, ''));
  const paged = arxivPage.exec(text)?.[1] ?? text;
  const arxiv = newArxiv.exec(paged)?.[1] ?? oldArxiv.exec(paged)?.[1];
  if (arxiv !== undefined) return { scheme: 'arxiv', value: arxiv };
  const name = doi.exec(text)?.[1];
  if (name !== undefined) {
    const posted = arxivDoi.exec(name)?.[1];
    return posted === undefined ? { scheme: 'doi', value: name } : { scheme: 'arxiv', value: posted };
  }
  const acl = aclPage.exec(text)?.[1];
  if (acl !== undefined) return { scheme: 'acl', value: acl };
  const forum = openreviewPage.exec(text)?.[1];
  if (forum !== undefined) return { scheme: 'openreview', value: forum };
  return /^https?:\/\/./i.test(word) || host.test(text) ? { scheme: 'web', value: text } : undefined;
}
