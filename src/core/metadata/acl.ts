/** The ACL Anthology: https://aclanthology.org/{id}.bib holds one entry. */
import type { PaperType } from '../model/schema.js';
import { parseName } from '../model/person.js';
import { notFound, type Answer, type MetadataFields } from './answer.js';
import type { Asker } from './asker.js';
import { monthOf, plainTex, readBibEntry } from './bib-entry.js';
import { badAnswer, isWebPage } from './failure.js';
import { dateFrom } from './json.js';
import { found, line, personFrom, present } from './record.js';

const types: Readonly<Record<string, PaperType>> = { inproceedings: 'paper-conference', article: 'article-journal', proceedings: 'book', book: 'book', phdthesis: 'thesis', incollection: 'chapter' };

/** The Anthology id in a DOI of the ACL's; undefined for other DOIs. */
export function aclOfDoi(doi: string): string | undefined {
  const id = /^10\.(?:18653|3115)\/v1\/(\S+)$/iu.exec(doi)?.[1];
  if (id === undefined) return undefined;
  return /^[a-z]\d\d-\d{4,5}$/iu.test(id) ? id.toUpperCase() : /^\d{4}\.[a-z0-9-]+\.\d+$/iu.test(id) ? id.toLowerCase() : undefined;
}

/** "2023.acl-long.754" → "ACL 2023", "2021.findings-emnlp.192" → "Findings of EMNLP 2021"; old ids do not say. */
export function aclVenue(id: string): string | undefined {
  const [, year = '', volume = ''] = /^(\d{4})\.([a-z0-9]+(?:-[a-z0-9]+)*)\.\d+$/u.exec(id) ?? [];
  if (year === '') return undefined;
  const [first = '', second] = volume.split('-');
  return first === 'findings' && second !== undefined ? `Findings of ${second.toUpperCase()} ${year}` : `${first.toUpperCase()} ${year}`;
}

export async function askAcl(asker: Asker, base: string, id: string): Promise<Answer> {
  const answer = await asker.text({ url: `${base}/${encodeURIComponent(id)}.bib`, headers: { accept: 'text/plain, application/x-bibtex' } });
  if (answer.kind === 'missing') return notFound('acl', `The ACL Anthology has no paper ${id}.`);
  if (answer.kind === 'couldNotCheck') return answer;
  if (isWebPage(answer.response)) return badAnswer('acl', 'answered with a web page instead of BibTeX.');
  const entry = readBibEntry(answer.response.text);
  if (entry === undefined) return badAnswer('acl', 'answered with something that is not a BibTeX entry.');
  const { get } = entry;
  const plain = (name: string) => {
    const value = get(name);
    return value === undefined ? undefined : plainTex(value);
  };
  const year = Number(plain('year'));
  const month = monthOf(get('month'));
  const type = types[entry.type] ?? 'document';
  const fields: MetadataFields = {
    type,
    title: plain('title'),
    authors: people(get('author')),
    editors: people(get('editor')),
    issued: dateFrom(month === undefined ? [year] : [year, month]),
    venue: aclVenue(id),
    'container-title': plain('booktitle') ?? plain('journal'),
    volume: plain('volume'),
    issue: plain('number'),
    page: plain('pages'),
    publisher: plain('publisher'),
    'publisher-place': plain('address'),
    doi: plain('doi'),
    acl: id,
    isbn: plain('isbn'),
    abstract: plain('abstract'),
  };
  return found('acl', id, fields);
}

/** "Wang, Yizhong  and\n Kordi, Yeganeh" → people. */
function people(value: string | undefined): MetadataFields['authors'] {
  const names = (value ?? '').split(/\s+and\s+/u).map((name) => line(plainTex(name)));
  return present(names.map((name) => (name === undefined ? undefined : personFrom(parseName(name)))));
}
