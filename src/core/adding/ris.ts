/** RIS, as reference managers and publishers export it: text → records with their places. */
import { findMentions, readIdentifier, type Mention } from '../ids/index.js';
import { dateFrom } from '../metadata/json.js';
import { fromPerson, parseName } from '../model/person.js';
import { arxivPattern, doiPattern, webPattern, type PaperType, type PersonField } from '../model/schema.js';
import { risTypes } from './ris-types.js';
import type { KnownFields } from './types.js';

export interface RisRecord {
  readonly start: number;
  readonly end: number;
  readonly fields: KnownFields;
  /** It has no ER line. */
  readonly broken: boolean;
}

/** `AU  - Wang, Yizhong`; one space too few or too many is forgiven. */
const tagLine = /^\ufeff?([A-Z][A-Z0-9]) {1,3}-(?: (.*))?$/u;

interface Draft {
  readonly start: number;
  end: number;
  readonly values: Map<string, string[]>;
  /** Where lines without a tag go, as long as another tag follows. */
  loose: { readonly to: string[]; readonly lines: string[] } | undefined;
}

/** The records of a text that may hold other things besides. Linear; never throws. */
export function readRis(text: string): RisRecord[] {
  const records: RisRecord[] = [];
  let draft: Draft | undefined;
  const close = (broken: boolean) => {
    if (draft !== undefined) records.push({ start: draft.start, end: draft.end, fields: risFields(draft.values), broken });
    draft = undefined;
  };
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end).replace(/\r$/u, '');
    const [, tag, value = ''] = tagLine.exec(line.trimEnd()) ?? [];
    if (tag === 'TY') {
      close(true);
      draft = { start, end: start + line.trimEnd().length, values: new Map([['TY', [value.trim()]]]), loose: undefined };
    } else if (draft !== undefined && tag !== undefined) {
      const to: string[] = draft.loose?.to ?? [];
      const last = to.length - 1;
      if (draft.loose !== undefined && draft.loose.lines.length > 0 && last >= 0) to[last] = [to[last], ...draft.loose.lines].join(' ');
      draft.end = start + line.trimEnd().length;
      if (tag === 'ER') close(false);
      else {
        const values = draft.values.get(tag) ?? [];
        values.push(value.trim());
        draft.values.set(tag, values);
        draft.loose = { to: values, lines: [] };
      }
    } else draft?.loose?.lines.push(line.trim());
    start = end + 1;
  }
  close(true);
  return records;
}

function risFields(values: ReadonlyMap<string, readonly string[]>): KnownFields {
  const say = (...tags: readonly string[]) => tags.flatMap((tag) => values.get(tag) ?? []).find((value) => value !== '');
  const all = (...tags: readonly string[]) => tags.flatMap((tag) => values.get(tag) ?? []).filter((value) => value !== '');
  const ids = identifiersOf(say('DO'), all('UR', 'M3', 'L3', 'AN', 'C1', 'C7', 'N1'), all('JO', 'T2', 'JF', 'JA', 'PB', 'M1'));
  const container = say('T2', 'JF', 'JO', 'BT', 'JA', 'J2');
  const posted = ids.arxiv !== undefined && (container === undefined || /^arxiv\b/iu.test(container));
  const type = typeOf(say('TY'), posted);
  const links = linksOf(all('UR', 'L1', 'L2', 'LK'), ids);
  const known: KnownFields = {
    type, title: say('TI', 'T1', 'CT', ...(type === 'book' ? ['BT', 'T2'] : [])), 'title-short': say('ST'),
    authors: people(all('AU', 'A1')), editors: people(all('ED', ...(type === 'chapter' || type === 'paper-conference' ? ['A2'] : []))),
    issued: dateOf(all('PY', 'Y1', 'DA', 'Y2')), venue: type === 'paper-conference' ? say('C3') : undefined,
    'container-title': posted || type === 'book' ? undefined : container, 'collection-title': say('T3'), volume: say('VL'), issue: say('IS', 'CP'), page: pagesOf(say('SP'), say('EP')), edition: say('ET'),
    publisher: posted ? undefined : say('PB'), 'publisher-place': say('CY', 'PP'), ...ids, isbn: isbnOf(say('SN')), language: say('LA'),
    links, tags: tagsOf(all('KW')), abstract: say('AB', 'N2'), ...keyOf(say('ID')),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

function typeOf(written: string | undefined, posted: boolean): PaperType {
  const type = risTypes.get(written?.toUpperCase() ?? '') ?? 'document';
  return posted && (type === 'article-journal' || type === 'document' || type === 'webpage') ? 'article' : type;
}

const organisation = /\b(?:collaboration|consortium|team|group|project|initiative|committee|organi[sz]ation|university|institute|association|agency|council|ministry)s?\b/iu;

/** "Family, Given, Suffix"; without a comma an organisation, or a name in one piece. */
function people(names: readonly string[]): PersonField[] | undefined {
  const found = names.map((name): PersonField | undefined => {
    const plain = name.replace(/\s+/gu, ' ').replace(/[\s,]+$/u, '');
    if (plain === '') return undefined;
    if (!plain.includes(',')) return organisation.test(plain) ? { literal: plain } : fromPerson(parseName(plain));
    const [family = '', given, suffix] = plain.split(/\s*,\s*/u);
    return fromPerson({ family, ...(given === undefined ? {} : { given }), ...(suffix === undefined ? {} : { suffix }) });
  });
  const people = found.filter((person) => person !== undefined);
  return people.length === 0 ? undefined : people;
}

/** "2023/07/10/spring", "2023-07-10", "2023///": the most exact of several of the first one's year. */
function dateOf(written: readonly string[]): string | undefined {
  const dates = written.map((text) => /^(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?(?:\D|$)/u.exec(text)).filter((match) => match !== null)
    .map((match) => dateFrom(match.slice(1).filter((part) => (part as string | undefined) !== undefined))).filter((date) => date !== undefined);
  const [first] = dates;
  return first === undefined ? undefined : dates.filter((date) => date.startsWith(first.slice(0, 4))).reduce((best, date) => (date.length > best.length ? date : best), first);
}

function pagesOf(first: string | undefined, last: string | undefined): string | undefined {
  if (first === undefined) return last;
  if (last === undefined || last === first || /\d\s*[-–]\s*\w/u.test(first)) return first.replace(/(?<=\d)\s*(?:-{1,2}|–)\s*(?=\w*\d)/u, '–');
  return `${first}–${last}`;
}

/** SN is an ISSN or an ISBN; only the latter names the work. */
function isbnOf(written: string | undefined): string | undefined {
  const digits = written?.replace(/[^\dXx]/gu, '') ?? '';
  return /^(?:97[89])?\d{9}[\dXx]$/u.test(digits) ? /[\dXx][\dXx\s-]*/u.exec(written ?? '')?.[0].trim() : undefined;
}

function tagsOf(keywords: readonly string[]): string[] | undefined {
  const tags = keywords.flatMap((keyword) => keyword.split(/\s*;\s*/u)).map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== '');
  return tags.length === 0 ? undefined : [...new Set(tags)];
}

function keyOf(written: string | undefined): { id?: string } {
  return written === undefined || /^\d+$/u.test(written) ? {} : { id: written };
}

interface Ids { arxiv?: string; doi?: string; acl?: string; openreview?: string }

function identifiersOf(doi: string | undefined, addresses: readonly string[], containers: readonly string[]): Ids {
  const ids: Ids = {};
  const take = (mention: Mention | undefined) => {
    if (mention?.kind === 'arxiv' && arxivPattern.test(mention.id)) ids.arxiv ??= mention.id;
    else if (mention?.kind === 'doi' && doiPattern.test(mention.id)) ids.doi ??= mention.id;
    else if (mention?.kind === 'acl') ids.acl ??= mention.id;
    else if (mention?.kind === 'openreview') ids.openreview ??= mention.id;
  };
  if (doi !== undefined) take(readIdentifier(doi, 'doi') ?? readIdentifier(doi));
  for (const address of addresses) take(readIdentifier(address));
  for (const container of containers) take(findMentions(container).find(({ kind }) => kind === 'arxiv'));
  return ids;
}

/** Addresses that no identifier implies. */
function linksOf(addresses: readonly string[], ids: Ids): KnownFields['links'] {
  const known = new Set(Object.values(ids).map((id: string) => id.toLowerCase()));
  const links: Record<string, string> = {};
  for (const address of addresses.flatMap((written) => written.split(/\s*;\s*(?=https?:)/u))) {
    if (!webPattern.test(address) || known.has(readIdentifier(address)?.id.toLowerCase() ?? '')) continue;
    links[/\.pdf(?:[?#]|$)/iu.test(address) ? 'pdf' : 'page'] ??= address;
  }
  return Object.keys(links).length === 0 ? undefined : links;
}
