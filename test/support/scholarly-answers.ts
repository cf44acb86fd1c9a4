/** What the scholarly services answer, in their own protocols, from the records in test/fixtures/scholarly. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface ArxivRecord {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly authors?: readonly string[];
  readonly authorCount?: number;
  readonly published: string;
  readonly updated: string;
  readonly summary: string;
  readonly primary: string;
  readonly categories: readonly string[];
  readonly comment?: string;
  readonly journalRef?: string;
  readonly doi?: string;
}

export interface Records {
  readonly arxiv: ReadonlyMap<string, ArxivRecord>;
  readonly crossref: ReadonlyMap<string, object>;
  readonly agencies: ReadonlyMap<string, object>;
  readonly datacite: ReadonlyMap<string, object>;
  readonly acl: ReadonlyMap<string, string>;
  readonly openalex: ReadonlyMap<string, object>;
  readonly semanticScholar: ReadonlyMap<string, object>;
}

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export const defaultRecords = join('test', 'fixtures', 'scholarly');

export function readRecords(folder: string): Records {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Record<string, object>;
  const byDoi = (records: object) => new Map(Object.entries(records as Record<string, object>).map(([id, record]) => [id.toLowerCase(), record]));
  const crossref = read('crossref');
  return {
    arxiv: new Map((read('arxiv') as unknown as ArxivRecord[]).map((record) => [record.id, record])),
    crossref: byDoi(crossref['works'] ?? {}),
    agencies: byDoi(crossref['agencies'] ?? {}),
    datacite: byDoi(read('datacite')),
    acl: new Map(Object.entries(read('acl') as unknown as Record<string, string>)),
    openalex: byDoi(read('openalex')),
    semanticScholar: byDoi(read('semantic-scholar')),
  };
}

/** 9911.00001 to 9911.09999 are all known: tests of many ids need no file. */
function arxivRecord(records: Records, id: string): ArxivRecord | undefined {
  const known = records.arxiv.get(id);
  if (known !== undefined || !/^9911\.0\d{4}$/u.test(id) || id === '9911.00000') return known;
  return { id, version: 1, title: `Paper ${id}`, authors: ['Ada Example'], published: '2099-11-01T00:00:00Z', updated: '2099-11-01T00:00:00Z', summary: 'Made up for tests.', primary: 'cs.CL', categories: ['cs.CL'] };
}

const xml = (text: string) => text.replace(/[&<>"]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);

/** arXiv's answer to `id_list`, `start` and `max_results` (10 without). */
export function arxivReply(records: Records, query: URLSearchParams): Reply {
  const search = query.get('search_query');
  if (search !== null) return arxivSearch(records, search, query);
  const ids = (query.get('id_list') ?? '').split(',').filter((id) => id !== '');
  const wrong = ids.find((id) => !/^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/u.test(id));
  if (wrong !== undefined) return errorFeed([wrong], 400);
  const found = ids.map((id) => arxivRecord(records, id.replace(/v\d+$/u, ''))).filter((record) => record !== undefined);
  const start = Number(query.get('start') ?? 0);
  const most = Number(query.get('max_results') ?? 10);
  if (most > 2000 || start + most > 30_000) return { status: 400, type: 'application/atom+xml', body: 'too many' };
  return atomFeed(found.slice(start, start + most).map(atomEntry), found.length, start);
}

/** `ti:one AND ti:other`: all words in the title. */
function arxivSearch(records: Records, search: string, query: URLSearchParams): Reply {
  const words = search.split(' AND ').map((part) => /^ti:([\p{L}\p{N}]+)$/u.exec(part)?.[1]);
  if (words.includes(undefined)) return errorFeed([], 400, 'malformed query');
  const found = [...records.arxiv.values()].filter(({ title }) => words.every((word) => wordsOf(title).includes(word ?? '')));
  const start = Number(query.get('start') ?? 0);
  return atomFeed(found.slice(start, start + Number(query.get('max_results') ?? 10)).map(atomEntry), found.length, start);
}

const wordsOf = (text: string) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/['’]/gu, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean);

export function atomFeed(entries: readonly string[], total: number | undefined, start = 0): Reply {
  const count = total === undefined ? '' : `<opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${total}</opensearch:totalResults>`;
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query</title>
  <id>http://arxiv.org/api/test</id>
  <updated>2099-12-31T00:00:00-05:00</updated>
  ${count}
  <opensearch:startIndex xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${start}</opensearch:startIndex>
${entries.join('\n')}
</feed>`;
  return { status: 200, type: 'application/atom+xml; charset=UTF-8', body };
}

function atomEntry(record: ArxivRecord): string {
  const authors = record.authors ?? Array.from({ length: record.authorCount ?? 0 }, (_, index) => `Given${index} Family${index}`);
  const extra = (name: string, value: string | undefined) => (value === undefined ? '' : `<arxiv:${name} xmlns:arxiv="http://arxiv.org/schemas/atom">${xml(value)}</arxiv:${name}>`);
  return `  <entry>
    <id>http://arxiv.org/abs/${record.id}v${record.version}</id>
    <updated>${record.updated}</updated>
    <published>${record.published}</published>
    <title>${xml(record.title)}</title>
    <summary>${xml(record.summary)}</summary>
    ${authors.map((name) => `<author><name>${xml(name)}</name></author>`).join('\n    ')}
    ${extra('comment', record.comment)}${extra('journal_ref', record.journalRef)}${extra('doi', record.doi)}
    <link href="http://arxiv.org/abs/${record.id}v${record.version}" rel="alternate" type="text/html"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="${record.primary}" scheme="http://arxiv.org/schemas/atom"/>
    ${record.categories.map((name) => `<category term="${name}" scheme="http://arxiv.org/schemas/atom"/>`).join('')}
  </entry>`;
}

/** One entry titled "Error"; arXiv names the culprit only when it is an id. */
export function errorFeed(ids: readonly string[], status: number, message?: string): Reply {
  const id = ids[0] === undefined ? 'http://arxiv.org/api/errors' : `http://arxiv.org/api/errors#incorrect_id_format_for_${ids[0]}`;
  const summary = message ?? (ids[0] === undefined ? 'The server encountered an internal error' : `incorrect id format for ${ids[0]}`);
  return { ...atomFeed([`  <entry><id>${xml(id)}</id><title>Error</title><summary>${xml(summary)}</summary><author><name>arXiv api core</name></author></entry>`], 1), status };
}

const json = (status: number, value: unknown, type = 'application/json'): Reply => ({ status, type, body: JSON.stringify(value) });

/** Crossref's lists: the works most like a text (`query.bibliographic`), or those that name a preprint (`filter=relation.…`). */
function crossrefList(records: Records, query: URLSearchParams): Reply {
  interface Work { title?: readonly string[]; subtitle?: readonly string[]; author?: readonly { family?: string }[]; relation?: Record<string, readonly { id?: string }[]> }
  const works = [...records.crossref.values()] as Work[];
  const rows = Number(query.get('rows') ?? 20);
  const preprint = /relation\.object:([^,]+)/u.exec(query.get('filter') ?? '')?.[1]?.toLowerCase();
  const asked = new Set(wordsOf(query.get('query.bibliographic') ?? ''));
  const score = ({ title = [], subtitle = [], author = [] }: Work) => wordsOf([...title, ...subtitle, ...author.map(({ family = '' }) => family)].join(' ')).filter((word) => asked.has(word)).length;
  const items = preprint === undefined
    ? works.map((work) => ({ work, score: score(work) })).filter(({ score: common }) => common > 0).sort((a, b) => b.score - a.score).map(({ work }) => work)
    : works.filter(({ relation }) => relation?.['has-preprint']?.some(({ id }) => id?.toLowerCase() === preprint));
  return json(200, { status: 'ok', 'message-type': 'work-list', 'message-version': '1.0.0', message: { 'total-results': items.length, items: items.slice(0, rows) } });
}

/** The answer of a service other than arXiv to a path below its base; without leading slash, decoded. */
export function reply(records: Records, service: string, path: string, query = new URLSearchParams()): Reply {
  const record = (known: ReadonlyMap<string, object>, prefix: string) => known.get(path.slice(prefix.length).toLowerCase());
  switch (service) {
    case 'crossref': {
      const agency = /^works\/(.+)\/agency$/u.exec(path)?.[1];
      const missing: Reply = { status: 404, type: 'text/plain', body: 'Resource not found.' };
      if (path === 'works') return crossrefList(records, query);
      if (agency !== undefined) {
        const known = records.agencies.get(agency.toLowerCase()) ?? (records.crossref.has(agency.toLowerCase()) ? { id: 'crossref', label: 'Crossref' } : undefined);
        return known === undefined ? missing : json(200, { status: 'ok', 'message-type': 'work-agency', message: { DOI: agency, agency: known } });
      }
      const work = record(records.crossref, 'works/');
      return work === undefined ? missing : json(200, { status: 'ok', 'message-type': 'work', 'message-version': '1.0.0', message: work });
    }
    case 'datacite': {
      const attributes = record(records.datacite, 'dois/');
      return attributes === undefined
        ? json(404, { errors: [{ status: '404', title: "The resource you are looking for doesn't exist." }] })
        : json(200, { data: { id: path.slice(5), type: 'dois', attributes } }, 'application/vnd.api+json; charset=utf-8');
    }
    case 'acl': {
      const entry = records.acl.get(path.replace(/\.bib$/u, ''));
      return entry === undefined ? { status: 404, type: 'text/html', body: '<!doctype html><title>404</title>' } : { status: 200, type: 'text/plain; charset=utf-8', body: entry };
    }
    case 'openalex': {
      const work = record(records.openalex, 'works/');
      return work === undefined ? { status: 404, type: 'text/html', body: '<!doctype html><title>404 Not Found</title>' } : json(200, work);
    }
    case 'semanticScholar': {
      const paper = record(records.semanticScholar, 'graph/v1/paper/');
      return paper === undefined ? json(404, { error: 'Paper with that id not found' }) : json(200, paper);
    }
    default:
      return { status: 404, type: 'text/plain', body: 'no such service' };
  }
}
