/** Identifiers of an entry, from the fields made for them and from those where people write them instead. */
import { findMentions, readIdentifier, type IdKind, type Mention } from '../ids/index.js';
import { aclPattern, arxivPattern, doiPattern, openreviewPattern, webPattern } from '../model/schema.js';
import { readHow } from './howpublished.js';
import type { RecordFields } from './record-fields.js';
import { verbatimText } from './verbatim.js';

export interface ReadIdentifiers {
  readonly arxiv?: string;
  readonly 'arxiv-class'?: string;
  readonly doi?: string;
  readonly acl?: string;
  readonly openreview?: string;
  /** The address, when no identifier implies it. */
  readonly url?: string;
  /** The journal is arXiv: it is no container. */
  readonly arxivJournal: boolean;
}

type Found = { -readonly [Key in 'arxiv' | 'doi' | 'acl' | 'openreview']?: string };

const patterns = { arxiv: arxivPattern, doi: doiPattern, acl: aclPattern, openreview: openreviewPattern };
const arxivName = /^\s*(?:arxiv|corr|computing research repository)\b/iu;

/** Reads and uses all fields that identify the work. */
export function readIdentifiers(fields: RecordFields): ReadIdentifiers {
  const found: Found = {};
  readDoi(fields, found);
  const subject = readEprint(fields, found);
  const address = readUrl(fields, found);
  const arxivJournal = readJournal(fields, found);
  readNotes(fields, found);
  const { arxiv, doi } = found;
  if (found.acl === undefined && doi !== undefined) {
    const acl = /^10\.(?:18653\/v1|3115\/v1)\/(.+)$/iu.exec(doi)?.[1];
    const id = acl === undefined ? undefined : acl.includes('.') ? acl.toLowerCase() : acl.toUpperCase();
    if (id !== undefined && aclPattern.test(id)) found.acl = id;
  }
  return { ...found, ...(arxiv === undefined || subject === undefined ? {} : { 'arxiv-class': subject }), ...(address === undefined ? {} : { url: address }), arxivJournal };
}

/** Takes an identifier unless one of its kind is known. True when the identifier is the paper's. */
function take(found: Found, mention: Mention | undefined): boolean {
  if (mention === undefined) return false;
  const { kind, id } = mention;
  if (kind !== 'arxiv' && kind !== 'doi' && kind !== 'acl' && kind !== 'openreview') return false;
  if (!patterns[kind].test(id)) return false;
  found[kind] ??= id;
  return found[kind].toLowerCase() === id.toLowerCase();
}

function readDoi(fields: RecordFields, found: Found): void {
  const written = fields.verbatim('doi');
  if (written === undefined) return;
  const doi = written.replace(/^(?:https?:\/\/)?(?:(?:dx\.|www\.)?doi\.org\/|doi:?\s*)+/iu, '');
  if (doiPattern.test(doi)) {
    found.doi = doi;
    const arxiv = /^10\.48550\/arxiv\.(.+)$/iu.exec(doi)?.[1];
    if (arxiv !== undefined) take(found, readIdentifier(arxiv, 'arxiv'));
    return;
  }
  if (take(found, readIdentifier(doi))) return;
  fields.keep('doi');
  fields.fault('doi', 'doi', `“${written.slice(0, 80)}” is no DOI. A DOI begins with 10. and has a slash: 10.18653/v1/2023.acl-long.754.`);
}

/** eprint with its archive, and the fields that reference managers invented. The result is arXiv's subject class. */
function readEprint(fields: RecordFields, found: Found): string | undefined {
  const archive = (fields.raw('eprinttype') ?? fields.raw('archiveprefix') ?? fields.raw('eprinttypes') ?? '').replace(/[{}]/gu, '').trim();
  for (const name of ['eprint', 'arxivid', 'arxiv', 'arxiv-id', 'arxiv_id']) {
    const value = fields.raw(name);
    if (value === undefined) continue;
    const id = fields.verbatim(name)?.replace(/^arxiv:\s*/iu, '') ?? '';
    const elsewhere = name === 'eprint' && archive !== '' && !/^arxiv$/iu.test(archive);
    // archiveprefix = {hep-th}, eprint = {9901001}
    const mention = elsewhere ? readIdentifier(`${archive}/${id}`, 'arxiv') : (readIdentifier(id, 'arxiv') ?? readIdentifier(id));
    if (take(found, mention)) {
      if (name === 'eprint') fields.use('eprinttype', 'archiveprefix');
      continue;
    }
    fields.keep(name);
    if (/^arxiv$/iu.test(archive) || name !== 'eprint') fields.fault(name, 'arxiv', `“${id.slice(0, 80)}” is no arXiv id. It has the form 2212.10560 or hep-th/9901001.`);
  }
  return found.arxiv === undefined ? undefined : fields.text('primaryclass', 'eprintclass', 'arxivclass');
}

const mayIdentify = /10\.\d{4}|arxiv|aclanthology|aclweb|openreview|alphaxiv|huggingface\.co\/papers|hf\.co\/papers|scirate|lanl\.gov/iu;
/** The addresses that most entries have, read without looking for anything else. */
const common: readonly (readonly [kind: IdKind, pattern: RegExp])[] = [
  ['acl', /^https?:\/\/(?:www\.)?aclanthology\.org\/([^/?#]+?)(?:\.pdf)?\/?$/u],
  ['arxiv', /^https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/([^?#]+?)(?:\.pdf)?$/u],
  ['doi', /^https?:\/\/(?:dx\.)?doi\.org\/([^?#%]+)$/u],
  ['openreview', /^https?:\/\/openreview\.net\/(?:forum|pdf)\?id=([\w-]+)$/u],
];

/** The identifier that an address is of: finding one anywhere costs more than all the rest of an entry, so only where there can be one. */
export function readAddress(url: string): Mention | undefined {
  return commonAddress(url) ?? (mayIdentify.test(url) ? readIdentifier(url) : undefined);
}

function commonAddress(url: string): Mention | undefined {
  for (const [kind, pattern] of common) {
    const id = pattern.exec(url)?.[1];
    if (id !== undefined) return readIdentifier(id, kind);
  }
  return undefined;
}

function readUrl(fields: RecordFields, found: Found): string | undefined {
  const raw = fields.raw('url');
  const name = raw === undefined && /\\url\b|https?:\/\//u.test(fields.raw('howpublished') ?? '') ? 'howpublished' : 'url';
  let url = fields.verbatim(name);
  if (url === undefined) return undefined;
  if (name === 'howpublished') {
    const address = /https?:\/\/[^\s<>"]+/u.exec(url)?.[0].replace(/[.,;]+$/u, '');
    // "Available at \url{…}" says no more than the address does
    if (address === undefined || readHow(url).rest.replace(address, '').replace(/available|online|at|from|url|accessed|web ?page|website|[\s.,:;()-]/giu, '') !== '') fields.keep(name);
    if (address === undefined) return undefined;
    url = address;
  }
  // styles without a url field show the address of howpublished: often it is the same
  else if (verbatimText(readHow(fields.raw('howpublished') ?? '').rest) === url) fields.use('howpublished');
  if (/^www\./u.test(url)) url = `https://${url}`;
  url = url.replace(/\s/gu, '%20');
  if (!webPattern.test(url)) {
    const known = take(found, readIdentifier(url));
    if (known) return undefined;
    fields.keep(name);
    fields.fault(name, 'url', `“${url.slice(0, 80)}” is no web address that begins with https:// or http://.`);
    return undefined;
  }
  if (take(found, commonAddress(url))) return undefined;
  // finding identifiers anywhere costs more than all the rest of an entry: only where there can be one
  return mayIdentify.test(url) && take(found, readIdentifier(url)) && !/#/u.test(url) ? undefined : url;
}

/** `journal = {arXiv preprint arXiv:2212.10560}`, `journal = {CoRR}, volume = {abs/2212.10560}`, `pages = {arXiv:2212.10560}`. */
function readJournal(fields: RecordFields, found: Found): boolean {
  const name = fields.raw('journal') === undefined ? 'journaltitle' : 'journal';
  const journal = fields.raw(name);
  const ofArxiv = journal !== undefined && arxivName.test(journal.replace(/[{}]/gu, ''));
  for (const other of ['volume', 'pages', 'eid', 'number']) {
    const value = fields.raw(other);
    if (value === undefined || !(/arxiv|abs\//iu.test(value) || (ofArxiv && /\d{4}\.\d{4}/u.test(value)))) continue;
    const mention = findMentions(value).find(({ kind }) => kind === 'arxiv') ?? readIdentifier(value.replace(/^abs\//iu, ''), 'arxiv');
    if (take(found, mention)) fields.use(other);
  }
  if (!ofArxiv) return false;
  take(found, findMentions(journal).find(({ kind }) => kind === 'arxiv'));
  if (found.arxiv === undefined) return false;
  fields.use(name);
  // the year and month of an id, which some write as volume
  if (/^\s*(?:abs|\d{4}|arxiv)\s*$/iu.test(fields.raw('volume') ?? '')) fields.use('volume');
  return true;
}

/** `note = {arXiv:2212.10560 [cs]}`: the note is used when it says nothing else. */
function readNotes(fields: RecordFields, found: Found): void {
  for (const name of ['note', 'howpublished', 'annotation', 'annote', 'comment', 'eprintnote', 'institution', 'type', 'number', 'publisher']) {
    const value = fields.raw(name);
    if (value === undefined || !/arxiv/iu.test(value)) continue;
    const mention = findMentions(value).find(({ kind }) => kind === 'arxiv');
    if (mention === undefined || !take(found, mention)) continue;
    const left = `${value.slice(0, mention.start)} ${value.slice(mention.end)}`.replace(/arxiv|preprint|e-?prints?|\[[\w.,\s-]+\]|\\url|\\href|v\d+|available|at|[\s{}.,:;()[\]]/giu, '');
    if (left === '') fields.use(name);
  }
}
