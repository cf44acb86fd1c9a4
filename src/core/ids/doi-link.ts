/** Web addresses that end in a DOI: resolvers, and pages of publishers. */
import { alphanumeric, charTable } from './syntax.js';

/** How far before a DOI its link can begin. */
const longest = 200;
const inAddress = charTable(`${alphanumeric}-._~:/?@!$&*+,;=%\\`);

const schemeAt = /^(?:https?(?::|%3A)(?:\\?\/|%2F){2}|\/\/)/i;
/** Resolvers show nothing but the DOI. */
const resolver = /^(?:(?:dx\.|www\.)?doi\.org|doi\.(?:acm|ieeecomputersociety|wiley)\.(?:org|com))\/(?:doi:|abs\/)?$/i;
/** Segments of an address after which a DOI names the page, as publishers and indexes use them. */
const pages = /\/(?:doi(?:\/[a-z]{2,20}){0,2}|articles?|articlelanding|chapters?|book|content(?:\/[a-z]{2,20}){0,2}|abs(?:tract)?|pdf|full(?:text)?|stable|document|referenceworkentry|protocol|works)\/$/i;
const query = /[?&;](?:id|doi)=$/i;

/** What pages add behind the DOI to say which view of the work they show. */
export const publisherSuffix = /(?:\/(?:abstract|full|fulltext|pdf|epdf|epub|html|meta|summary|references|figures|metrics)(?:\.html)?|(?:v\d{1,2})?\.(?:full|abstract|full-text)(?:\.(?:pdf|html))?|\.(?:pdf|html|epub|svg))$|(?<=^10\.(?:1101|64898)\/[\d.]{1,30})v\d{1,2}$/i;

/** Journals on Silverchair's platform put a number of their own behind the DOI, and the title or the file's name behind that. */
export const numberSuffix = /(?<=\/[^/]{1,100})\/\d{4,9}(?:\/[^/]{0,300})?$/;
const numbered = /\/article(?:-[a-z]{2,10})?\/doi\/$/i;

export interface DoiLink {
  /** Offset of the link's first character. */
  readonly start: number;
  /** A publisher's page, which may add something behind the DOI. */
  readonly publisher: boolean;
  /** Of a publisher that adds a {@link numberSuffix}. */
  readonly numbered?: boolean;
}

/** The link whose DOI begins at `at`, or undefined when what stands before is no address of that sort. Reads at most 200 characters. */
export function readDoiLink(text: string, at: number): DoiLink | undefined {
  let from = at;
  while (from > 0 && at - from < longest && inAddress(text, from - 1)) from--;
  const word = text.slice(from, at);
  // The last scheme counts: an address may hold another one.
  const scheme = schemeAt.exec(word.slice(Math.max(0, word.toLowerCase().lastIndexOf('http'))));
  const host = word.search(/[A-Za-z0-9]/);
  if (scheme === null && (at - from >= longest || host < 0)) return undefined;
  const start = scheme === null ? host : word.length - scheme.input.length;
  const rest = plainSlashes(word.slice(start + (scheme?.[0].length ?? 0)));
  if (resolver.test(rest)) return { start: from + start, publisher: false };
  const onHost = /^(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,20}(?::\d{1,5})?\//i.test(rest);
  return onHost && (pages.test(rest) || query.test(rest)) ? { start: from + start, publisher: true, numbered: numbered.test(rest) } : undefined;
}

function plainSlashes(text: string): string {
  return text.replace(/\\?\/|%2F/gi, '/').replace(/%3A/gi, ':').replace(/%3D/gi, '=').replace(/\\&|&amp;/gi, '&');
}
