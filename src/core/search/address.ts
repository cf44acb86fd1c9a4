/** Identifiers and web addresses as people paste them into a search box. */
import { readIdentifier } from '../ids/index.js';

export interface Address {
  /** `arxiv`, `doi`, `acl` and `openreview` name a work; `web` is any other address. */
  readonly scheme: 'arxiv' | 'doi' | 'acl' | 'openreview' | 'web';
  /** Comparable form: lower case, without version, resolver, scheme, `www.` and closing slash. */
  readonly value: string;
}

/** Identifiers that still lack their ends, as a box has them while a person types. */
const begunArxiv = /^(?:(?:doi:|(?:dx\.)?doi\.org\/)?10\.48550\/arxiv\.(\S+)|(?:arxiv:|(?:[a-z]+\.)?(?:arxiv\.org|alphaxiv\.org|huggingface\.co)\/(?:abs|pdf|html|papers|overview)\/)?(\d{4}\.\d{4}))$/;
const begunDoi = /^(?:doi:|(?:dx\.)?doi\.org\/)?(10\.\d{4,9}(?:\.\d+)*\/\S+)$/;
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
  const found = readIdentifier(word);
  if (found?.kind === 'arxiv' || found?.kind === 'doi' || found?.kind === 'acl' || found?.kind === 'openreview') return { scheme: found.kind, value: found.id.toLowerCase() };
  const text = comparableAddress(word.replace(/[.,;:!?)\]>]+$/, '').replace(/^[(<[]+/, ''));
  const [, posted, arxiv = posted] = begunArxiv.exec(text) ?? [];
  if (arxiv !== undefined) return { scheme: 'arxiv', value: arxiv };
  const doi = begunDoi.exec(text)?.[1];
  if (doi !== undefined) return { scheme: 'doi', value: doi };
  return /^https?:\/\/./i.test(word) || host.test(text) ? { scheme: 'web', value: text } : undefined;
}
