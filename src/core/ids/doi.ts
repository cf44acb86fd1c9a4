/** DOIs: bare, `doi:…`, at a resolver, and in the addresses of publishers' pages. `10.48550/arXiv.…` is arXiv's. https://www.doi.org/the-identifier/resources/handbook */
import { arxivId, readArxivId } from './arxiv-id.js';
import { suffixEnd } from './doi-suffix.js';
import { numberSuffix, publisherSuffix, readDoiLink, type DoiLink } from './doi-link.js';
import type { Found, Recogniser } from './mention.js';
import { alphanumeric, charTable, slash, unescaped, wordEnd } from './syntax.js';

/** Registrants have four digits or more and no leading zero. */
const prefix = new RegExp(String.raw`10\.[1-9]\d{3,8}(?:\.\d{1,9}){0,3}${slash}`, 'gi');
/** A price, a version or a longer number has something glued before it; the code of `%3A10.…` is no such thing. */
const isGlued = charTable(`${alphanumeric}.$€£¥+-`);
const code = /%[2-7][0-9A-F]$/i;
const posted = new RegExp(String.raw`^10\.48550${slash}arXiv\.(?<id>${arxivId})${wordEnd}`, 'i');
const ofArxiv = new RegExp(String.raw`^10\.48550${slash}arXiv\.`, 'i');
/** All addresses that lead to a DOI end so; asked first, as reading an address costs more. */
const mayEndAddress = /(?:[a-z](?:\\?\/|%2F)|[=:]|%3[AD])$/i;
/** Enough for `doi:`, a list's dash and indentation before the DOI. */
const longestPrefix = 60;
/** `doi:` and what may stand between it and the DOI, before the DOI. */
const announced = /(?:^|[^A-Za-z0-9])(doi(?::|%3A)?[ \t~\u00a0]?)$/i;
const keyBefore = /(?:^|[\n\r])[ \t]{0,40}(?:-[ \t]{1,4})?doi: $/;
/** What stands after a number and a slash in prose: a unit, or the rest of a fraction. */
const quantity = /\/(?:\d{1,2}|[kmgt]?b|[kcmµ]?m|[km]?g|[km]?l|s|h|hr|hour|min|day|wk|week|mo|month|yr|year|unit|seat|user|share|person|piece|token|tokens|request|call|night)$/i;

/** How the text before a DOI belongs to it: its form, and where the mention begins; undefined when this is no DOI. */
function opening(text: string, at: number): Opening | undefined {
  const before = text.slice(Math.max(0, at - longestPrefix), at);
  if (isGlued(text, text.charAt(at - 1) === '_' ? at - 2 : at - 1) && !code.test(before)) return undefined;
  const link = mayEndAddress.test(before.slice(-4)) ? readDoiLink(text, at) : undefined;
  if (link) return { form: 'link', ...link };
  // Inside some other address or path, a number and a slash mean nothing.
  if (/(?:\/|%2F)$/i.test(before.slice(-3))) return /doi(?:\/|%2F)$/i.test(before.slice(-6)) ? { form: 'bare', start: at, publisher: false } : undefined;
  const word = announced.exec(before.slice(-8))?.[1] ?? '';
  return word !== '' && keyBefore.test(before) ? { form: 'field', start: at, publisher: false } : { form: 'bare', start: at - word.length, publisher: false };
}

interface Opening extends DoiLink {
  readonly form: 'link' | 'bare' | 'field';
}

function read(match: RegExpExecArray, text: string): Found | undefined {
  const at = match.index;
  const open = opening(text, at);
  const last = open && suffixEnd(text, at + match[0].length);
  if (open === undefined || last === undefined) return undefined;
  const { form, start, publisher, numbered } = open;
  const raw = text.slice(at, last);
  if (ofArxiv.test(raw)) {
    const id = posted.exec(text.slice(at, last + 2))?.groups?.['id'];
    const found = id === undefined ? undefined : readArxivId(id);
    return id !== undefined && found ? { kind: 'arxiv', ...found, form, start, end: at + raw.indexOf(id) + id.length } : undefined;
  }
  const shown = withoutView(raw, match[0].length, publisher ? publisherSuffix : file);
  const name = shown === undefined || numbered !== true ? shown : withoutView(shown, match[0].length, numberSuffix);
  if (name === undefined) return undefined;
  const id = unescaped(name);
  if (start === at && form === 'bare' && quantity.test(id)) return undefined;
  // A page's address keeps what it adds behind the DOI.
  return { id, form, start, end: publisher ? last : at + name.length };
}

/** Away from a publisher's page, `.pdf` is a file's name; so is that of a badge. */
const file = /\.(?:pdf|svg)$/i;

/** The DOI alone: without endings that say how to show it, nor punctuation before those. */
function withoutView(raw: string, prefixLength: number, view: RegExp): string | undefined {
  let name = raw;
  for (let found = view.exec(name); found; found = view.exec(name)) {
    const end = suffixEnd(name.slice(0, found.index), prefixLength);
    if (end === undefined) return undefined;
    name = name.slice(0, end);
  }
  return name;
}

const whole = /^10\.[1-9]\d{3,8}(?:\.\d{1,9}){0,3}\/\S{1,300}$/;

export const doi: Recogniser = {
  kind: 'doi',
  patterns: [{ form: 'bare', pattern: prefix, read }],
  plain: true,
  bare: (text) => (whole.test(text) && suffixEnd(text, text.indexOf('/') + 1) === text.length && !ofArxiv.test(text) && !file.test(text) ? { id: unescaped(text) } : undefined),
  /** A DOI may hold characters that a web address must not; half a surrogate pair would make `encodeURI` throw. */
  link: (id) => `https://doi.org/${encodeURI(id.replace(/[\uD800-\uDFFF]/gu, '')).replace(/[?#]/g, encodeURIComponent)}`,
};
