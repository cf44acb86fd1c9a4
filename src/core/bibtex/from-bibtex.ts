/** A record of a .bib file → the fields of a paper. Nothing of the record is lost: what a paper has no field for is the rest. */
import { citationKey } from '../model/citation-key.js';
import { etAl, fromPerson } from '../model/person.js';
import { citationKeyPattern, type PaperFields, type PersonField } from '../model/schema.js';
import { readHow } from './howpublished.js';
import { languageTag } from './languages.js';
import { readDateField, readYearMonth } from './read-date.js';
import { readIdentifiers, type ReadIdentifiers } from './read-identifiers.js';
import { readNames } from './read-names.js';
import { readType } from './read-type.js';
import { RecordFields } from './record-fields.js';
import type { BibRecord } from './resolve.js';
import type { BibProblem } from './syntax.js';
import { texToText } from './tex-decode.js';
import { verbatimText } from './verbatim.js';

export interface FromBibtex {
  readonly fields: PaperFields;
  /** TeX of the fields that are not in the paper, or not whole, by name in lower case. */
  readonly rest: ReadonlyMap<string, string>;
  readonly problems: readonly BibProblem[];
}

type Draft = { -readonly [Key in keyof PaperFields]?: PaperFields[Key] };

/** Reads a record. The paper always has an id: the key, or what is nearest to it where a catalogue cannot carry the key. */
export function fromBibtex(record: BibRecord): FromBibtex {
  const fields = new RecordFields(record);
  const ids = readIdentifiers(fields);
  const paper: Draft & { id: string } = { id: record.key };
  const put = <Key extends keyof PaperFields>(key: Key, value: PaperFields[Key] | undefined) => {
    if (value !== undefined) (paper as Draft)[key] = value;
  };
  put('type', readType(record.type, hints(fields, ids)));
  put('title', withSubtitle(fields, 'title', 'subtitle'));
  put('title-short', fields.text('shorttitle'));
  put('authors', readPeople(fields, 'author'));
  put('editors', readPeople(fields, 'editor'));
  put('issued', readIssued(fields));
  put('venue', venue(fields, record.type));
  put('container-title', container(fields, ids));
  put('collection-title', fields.text('series') ?? fields.text('maintitle'));
  put('volume', fields.text('volume'));
  put('issue', fields.text('number', 'issue'));
  put('page', pages(fields));
  put('edition', fields.text('edition'));
  put('version', fields.text('version'));
  putNote(fields, put);
  put('publisher', fields.text(...publisherFields(record.type)));
  put('publisher-place', fields.text('location', 'address'));
  put('arxiv', ids.arxiv);
  put('arxiv-class', ids['arxiv-class']);
  put('doi', ids.doi);
  put('acl', ids.acl);
  put('openreview', ids.openreview);
  put('isbn', fields.verbatim('isbn'));
  put('language', readLanguage(fields));
  if (ids.url !== undefined) put('links', /\.pdf(?:[?#]|$)/iu.test(ids.url) ? { pdf: ids.url } : { page: ids.url });
  put('tags', keywords(fields));
  put('abstract', fields.text('abstract'));
  putKey(record, paper, fields);
  return { fields: paper, rest: fields.rest(), problems: fields.problems };
}

/** The key as id, with the names that biblatex knows besides as aliases. */
function putKey({ key }: BibRecord, paper: Draft & { id: string }, fields: RecordFields): void {
  const aliases = fields.verbatim('ids')?.split(',').map((id) => id.trim()).filter((id) => id !== '') ?? [];
  if (!citationKeyPattern.test(key)) {
    const near = key.replace(/[^\p{L}\p{N}_:.+/-]+/gu, '-').replace(/^[^\p{L}\p{N}]+|-+$/gu, '');
    paper.id = citationKeyPattern.test(near) ? near : citationKey(paper, () => false);
    if (key !== '') {
      aliases.unshift(key);
      fields.fault('', 'key', `A catalogue cannot carry the key ${key.slice(0, 60)}: the paper is called ${paper.id}, and the key is kept as an alias.`, 'info');
    }
  }
  if (aliases.length > 0) paper.aliases = aliases;
}

function readPeople(fields: RecordFields, name: 'author' | 'editor'): PersonField[] | undefined {
  const value = fields.raw(name);
  if (value === undefined) return undefined;
  fields.use(name);
  const { people, others, faults } = readNames(value);
  for (const fault of faults) fields.fault(name, 'names', fault);
  const list = people.filter((person) => (person.literal ?? person.family ?? '') !== '');
  return list.length === 0 ? undefined : [...list, ...(others ? [etAl] : [])].map(fromPerson);
}

function hints(fields: RecordFields, ids: ReadIdentifiers): Parameters<typeof readType>[1] {
  const raw = (name: string) => fields.raw(name) ?? '';
  const container = raw('journal') || raw('journaltitle') || raw('booktitle');
  const subtype = raw('entrysubtype').trim().toLowerCase();
  if (/^(?:magazine|newspaper|review|blog)$/u.test(subtype)) fields.use('entrysubtype');
  // biblatex's words for what the CSL type says; any other type is more than that
  if (/^(?:phdthesis|techreport|software|datacd)$/u.test(raw('type').trim())) fields.use('type');
  return {
    arxiv: ids.arxiv !== undefined, unpublished: ids.arxivJournal || container === '', subtype, how: readHow(raw('howpublished')).type, url: ids.url ?? '', page: /\\url|https?:/u.test(raw('howpublished')), event: raw('eventtitle') !== '' || raw('venue') !== '',
    words: [raw('howpublished'), raw('type'), raw('note')].join(' ').toLowerCase(),
  };
}

function withSubtitle(fields: RecordFields, title: string, subtitle: string): string | undefined {
  const [main, sub] = [fields.text(title), fields.text(subtitle)];
  if (main === undefined || sub === undefined) return main ?? sub;
  return `${main}${/[?!:.]$/u.test(main) ? ' ' : ': '}${sub}`;
}

function container(fields: RecordFields, ids: ReadIdentifiers): string | undefined {
  if (fields.raw('booktitle') !== undefined) return withSubtitle(fields, 'booktitle', 'booksubtitle');
  if (ids.arxivJournal) return undefined;
  const name = fields.raw('journaltitle') !== undefined ? 'journaltitle' : 'journal';
  return withSubtitle(fields, name, 'journalsubtitle') ?? fields.text('shortjournal');
}

/** What is not an address in howpublished, and the name of a meeting, are where the work appeared. */
function venue(fields: RecordFields, type: string): string | undefined {
  const written = fields.raw('howpublished');
  const how = readHow(written ?? '');
  const place = how.type === undefined ? how.rest : how.rest.replace(/(?:,\s*)?\\url\s*\{[^{}]*\}\s*$/u, '');
  if (written !== undefined && !/\\url|https?:/u.test(place)) {
    fields.use('howpublished');
    const text = texToText(place);
    if (text !== '' && !/^arxiv\b/iu.test(text)) return text;
  }
  return type === 'inproceedings' || type === 'conference' || type === 'unpublished' ? fields.text('eventtitle') : undefined;
}

function publisherFields(type: string): string[] {
  if (/thesis/u.test(type)) return ['school', 'institution', 'publisher', 'organization'];
  if (type === 'report' || type === 'techreport') return ['institution', 'school', 'publisher', 'organization'];
  return ['publisher', 'institution', 'organization', 'school'];
}

/** BibTeX has no field for a version: people write it in the note. */
function putNote(fields: RecordFields, put: (key: 'version' | 'note', value: string | undefined) => void): void {
  const note = fields.text('note');
  const version = note === undefined || fields.raw('version') !== undefined ? undefined : /^version\s+(\S.*)$/iu.exec(note)?.[1];
  if (version === undefined) put('note', note);
  else {
    put('version', version);
    put('note', fields.text('annote', 'annotation'));
  }
}

function readIssued(fields: RecordFields): string | undefined {
  const written = fields.raw('date');
  if (written !== undefined) {
    const { date, lossy } = readDateField(verbatimText(written));
    if (date !== undefined) {
      fields.use('date', 'year', 'month', 'day');
      if (lossy) fields.keep('date');
      return date;
    }
    fields.fault('date', 'date', `“${written.slice(0, 60)}” holds no year from 1000 to 2999. Dates are written 2023, 2023-07 or 2023-07-10.`);
  }
  const [year, month, day] = [fields.text('year'), fields.text('month'), fields.text('day')];
  const { date, lossy } = readYearMonth(year, month, day);
  if (date === undefined || lossy) for (const name of ['year', 'month', 'day']) fields.keep(name);
  if (date === undefined && year !== undefined) fields.fault('year', 'date', `“${year.slice(0, 60)}” holds no year of four digits.`);
  return date;
}

/** `97--111` → `97–111`; a hyphen between numbers is a dash too. The number of an article stands for its pages. */
function pages(fields: RecordFields): string | undefined {
  return fields.text('pages', 'eid')?.replace(/\s*[–—]\s*/gu, '–').replace(/(?<=^|[\s,;])(\d+)\s*-\s*(?=\d+(?:$|[\s,;]))/gu, '$1–');
}

function readLanguage(fields: RecordFields): string | undefined {
  for (const name of ['language', 'langid', 'hyphenation']) {
    const tag = languageTag(fields.raw(name));
    if (tag === undefined) continue;
    fields.use(name);
    return tag;
  }
  return undefined;
}

/** Tags are lower case; a semicolon among the keywords means that commas belong to them. */
function keywords(fields: RecordFields): string[] | undefined {
  const text = fields.text('keywords', 'keyword');
  const tags = text?.split(text.includes(';') ? ';' : ',').map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== '') ?? [];
  return tags.length === 0 ? undefined : [...new Set(tags)];
}
