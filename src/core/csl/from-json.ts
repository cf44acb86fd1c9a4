/** CSL items as programs write them → the fields of a paper. Nothing is promised of an item: what has another shape than expected counts as absent. */
import { readAddress } from '../bibtex/read-identifiers.js';
import { readIdentifier, type Mention } from '../ids/index.js';
import { dateFrom, list, object, text, type Json } from '../metadata/json.js';
import { fromPerson, parseName, type Person } from '../model/person.js';
import { aclPattern, arxivPattern, doiPattern, openreviewPattern, paperTypes, webPattern, type PaperFields, type PaperType, type PersonField } from '../model/schema.js';

/** CSL's types beyond those of the catalogue. */
const types: Readonly<Record<string, PaperType>> = {
  'article-newspaper': 'article-magazine', entry: 'chapter', 'entry-dictionary': 'chapter', 'entry-encyclopedia': 'chapter', manuscript: 'article', post: 'webpage', 'review-book': 'review', classic: 'book', collection: 'book', periodical: 'book', standard: 'report', song: 'document',
};

type Draft = { -readonly [Key in keyof PaperFields]?: PaperFields[Key] };

/** How the texts of an item are read: CSL-JSON has a few HTML tags in them, pandoc's YAML has Markdown. */
export type ReadText = (written: string) => string;

/** The tags of rich text that the CSL-JSON schema names, gone where they come in pairs; alone they are text. */
export function withoutTags(written: string): string {
  let text = written;
  for (let depth = 0; depth < 4 && text.includes('</'); depth += 1) text = text.replace(/<(?:(i|b|sub|sup|sc)|(span) (?:class="nocase"|style="font-variant: ?small-caps;"))>([^<]*)<\/(?:\1|\2)>/gu, '$3');
  return text;
}

/** Reads an item. `key` is the id under which its file has it. */
export function fromCsl(item: unknown, key: string, plain: ReadText = withoutTags): PaperFields {
  const record = object(item) ?? {};
  const say = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const found = text(record[name]);
      const read = found === undefined ? '' : plain(found).replace(/\s+/gu, ' ').trim();
      if (read !== '') return read;
    }
    return undefined;
  };
  const ids = identifiersOf(record);
  const type = typeOf(text(record['type'])?.trim().toLowerCase() ?? '', ids.arxiv !== undefined && say('container-title') === undefined);
  const custom = object(record['custom']) ?? {};
  const venue = text(custom['venue']) ?? (type === 'paper-conference' || type === 'speech' ? say('event-title', 'event') : undefined);
  const publisher = say('publisher');
  const issued = dateOf(record['issued']);
  const submitted = dateOf(record['submitted']);
  const draft: Draft = {
    type, title: say('title'), 'title-short': say('title-short', 'shortTitle'), authors: people(record['author'], plain), editors: people(record['editor'], plain), issued, submitted: submitted === issued ? undefined : submitted,
    venue, 'container-title': containerOf(say('container-title'), type), 'collection-title': say('collection-title'), volume: say('volume'), issue: say('issue'), page: say('page')?.replace(/(?<=\d)\s*(?:-|--)\s*(?=\d)/gu, '–'), edition: say('edition'), version: say('version'),
    publisher: type === 'article' && /^arxiv(?:\.org)?$/iu.test(publisher ?? '') ? undefined : publisher, 'publisher-place': say('publisher-place'), ...ids, isbn: say('ISBN'), language: say('language'),
    links: linksOf(text(record['URL']), ids), tags: keywords(say('keyword')), abstract: say('abstract'), note: say('note'),
  };
  return { ...(Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as Draft), id: key };
}

function typeOf(type: string, posted: boolean): PaperType {
  if (Object.hasOwn(paperTypes, type)) return type === 'article-journal' && posted ? 'article' : (type as PaperType);
  return (Object.hasOwn(types, type) ? types[type] : undefined) ?? (posted ? 'article' : 'document');
}

function containerOf(title: string | undefined, type: PaperType): string | undefined {
  return type === 'article' && /^arxiv\b/iu.test(title ?? '') ? undefined : title;
}

/** A name as CSL has it, or, as pandoc allows it, in one piece. Particles stay with the family name, as in the catalogue. */
function personOf(name: unknown, plain: ReadText): Person | undefined {
  const whole = text(name);
  if (whole !== undefined) return parseName(plain(whole));
  const parts = object(name) ?? {};
  const say = (part: string) => plain(text(parts[part]) ?? '').replace(/\s+/gu, ' ').trim();
  const literal = say('literal');
  if (literal !== '') return { literal };
  const particles = [say('dropping-particle'), say('non-dropping-particle')].filter((part) => part !== '');
  const family = [...particles, say('family')].reduce((left, right) => (left === '' || right === '' ? left + right : /['’-]$/u.test(left) ? left + right : `${left} ${right}`), '');
  const [given, suffix] = [say('given'), say('suffix')];
  if (family === '') return given === '' ? undefined : { family: given };
  return { family, ...(given === '' ? {} : { given }), ...(suffix === '' ? {} : { suffix }) };
}

function people(value: unknown, plain: ReadText): PersonField[] | undefined {
  const names = Array.isArray(value) ? list(value) : value === undefined || value === null ? [] : [value];
  const found = names.map((name) => personOf(name, plain)).filter((person) => person !== undefined).map(fromPerson);
  return found.length === 0 ? undefined : found;
}

/** `{date-parts: [[2023, 7]]}`, `{raw: …}`, `{year: …}`, a list of these, or the date itself. Of a range, its beginning. */
function dateOf(value: unknown): string | undefined {
  const written = text(value);
  if (written !== undefined) return dateText(written);
  if (Array.isArray(value)) return dateOf(list(value)[0]);
  const date = object(value);
  if (date === undefined) return undefined;
  const parts = list(list(date['date-parts'])[0]);
  if (parts.length > 0) return dateFrom(parts.filter((part) => part !== '' && part !== null));
  const year = text(date['year']);
  if (year !== undefined) return dateFrom([year, text(date['month']), text(date['day'])].filter((part) => part !== undefined));
  return dateText(text(date['raw']) ?? text(date['literal']) ?? '');
}

function dateText(written: string): string | undefined {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?![\d-])/u.exec(written.trim());
  if (iso !== null) return dateFrom(iso.slice(1).filter((part) => (part as string | undefined) !== undefined));
  return /(?<!\d)[12]\d{3}(?!\d)/u.exec(written)?.[0];
}

type Ids = Pick<Draft, 'arxiv' | 'arxiv-class' | 'doi' | 'acl' | 'openreview'>;
const patterns = { arxiv: arxivPattern, doi: doiPattern, acl: aclPattern, openreview: openreviewPattern };

/** From the fields made for identifiers, and from those where programs write them instead. */
function identifiersOf(record: Json): Ids {
  const ids: Ids = {};
  const take = (mention: Mention | undefined) => {
    if (mention === undefined || !(mention.kind in patterns)) return;
    const kind = mention.kind as keyof typeof patterns;
    if (patterns[kind].test(mention.id)) ids[kind] ??= mention.id;
  };
  const custom = object(record['custom']) ?? {};
  for (const kind of ['arxiv', 'acl', 'openreview'] as const) {
    const id = text(custom[kind]);
    if (id !== undefined && patterns[kind].test(id)) ids[kind] = id;
  }
  const subject = text(custom['arxiv-class']);
  if (subject !== undefined && ids.arxiv !== undefined) ids['arxiv-class'] = subject;
  const doi = text(record['DOI'])?.trim().replace(/^(?:https?:\/\/)?(?:(?:dx\.|www\.)?doi\.org\/|doi:\s*)+/iu, '');
  if (doi !== undefined && doiPattern.test(doi)) {
    ids.doi = doi;
    const posted = /^10\.48550\/arxiv\.(.+)$/iu.exec(doi)?.[1];
    if (posted !== undefined) take(readIdentifier(posted, 'arxiv'));
    const acl = /^10\.(?:18653\/v1|3115\/v1)\/(.+)$/iu.exec(doi)?.[1];
    if (acl !== undefined) take(readIdentifier(acl, 'acl'));
  }
  take(readAddress(text(record['URL']) ?? ''));
  for (const name of ['number', 'archive_location', 'archive-location', 'note', 'container-title']) {
    const written = text(record[name]) ?? '';
    const id = /arxiv:\s*([\w.\-/]+)/iu.exec(written)?.[1] ?? (/^archive/u.test(name) && /arxiv/iu.test(text(record['archive']) ?? '') ? written : undefined);
    if (id !== undefined) take(readIdentifier(id, 'arxiv'));
  }
  return ids;
}

/** The address, unless an identifier implies it. */
function linksOf(url: string | undefined, ids: Ids): PaperFields['links'] {
  const address = url?.trim().replace(/\s/gu, '%20');
  if (address === undefined || !webPattern.test(address)) return undefined;
  const mention = readAddress(address);
  if (mention !== undefined && mention.kind in patterns && ids[mention.kind as keyof typeof patterns]?.toLowerCase() === mention.id.toLowerCase()) return undefined;
  return /\.pdf(?:[?#]|$)/iu.test(address) ? { pdf: address } : { page: address };
}

function keywords(written: string | undefined): string[] | undefined {
  const tags = written?.split(written.includes(';') ? ';' : ',').map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== '') ?? [];
  return tags.length === 0 ? undefined : [...new Set(tags)];
}
