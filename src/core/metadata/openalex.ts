/** OpenAlex (https://docs.openalex.org): only with the user's own key. */
import type { PaperType } from '../model/schema.js';
import { notFound, type Answer, type MetadataFields } from './answer.js';
import type { Asker } from './asker.js';
import { badAnswer } from './failure.js';
import { isoDate, list, object, objects, text, type Json } from './json.js';
import { unmixed } from './mixed.js';
import { withoutMarkup } from './markup.js';
import { found, personOf, present } from './record.js';

const types: Readonly<Record<string, PaperType>> = { article: 'article-journal', preprint: 'article', review: 'article-journal', book: 'book', 'book-chapter': 'chapter', dataset: 'dataset', dissertation: 'thesis', report: 'report', 'peer-review': 'review' };

/** `id` in OpenAlex's form: `doi:10.…` or `pmid:…`. */
export async function askOpenAlex(asker: Asker, base: string, id: string, key: string): Promise<Answer> {
  const path = id.split('/').map(encodeURIComponent).join('/').replace(/^(doi|pmid)%3A/u, '$1:');
  const answer = await asker.text({ url: `${base}/works/${path}?api_key=${encodeURIComponent(key)}`, headers: { accept: 'application/json' } });
  // OpenAlex says 404 with a web page
  if (answer.kind === 'missing') return notFound('openalex', `OpenAlex has no record of ${id}.`);
  if (answer.kind === 'couldNotCheck') return answer;
  const work = object(parse(answer.response.text));
  if (work === undefined || text(work['id']) === undefined) return badAnswer('openalex', 'answered with something that is not the record asked for.');
  return readOpenAlex(id, work);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

function readOpenAlex(id: string, work: Json): Answer {
  const source = object(object(work['primary_location'])?.['source']);
  const biblio = object(work['biblio']);
  const type = source?.['type'] === 'conference' ? 'paper-conference' : (types[text(work['type']) ?? ''] ?? 'document');
  const doi = text(work['doi'])?.replace(/^https?:\/\/doi\.org\//iu, '');
  const pages = [text(biblio?.['first_page']), text(biblio?.['last_page'])].filter((page) => page !== undefined);
  const title = text(work['title']);
  const fields: MetadataFields = {
    type,
    title: title === undefined ? undefined : withoutMarkup(title),
    authors: present(objects(work['authorships']).map((one) => personOf(text(object(one['author'])?.['display_name'])))),
    issued: isoDate(work['publication_date']) ?? isoDate(work['publication_year']),
    'container-title': source?.['type'] === 'repository' ? undefined : text(source?.['display_name']),
    volume: text(biblio?.['volume']),
    issue: text(biblio?.['issue']),
    page: pages[0] === pages[1] ? pages[0] : pages.join('–'),
    doi: doi !== undefined && /^10\.48550\//u.test(doi) ? undefined : doi,
    arxiv: arxivOf(work),
    language: text(work['language']),
    abstract: abstractOf(work['abstract_inverted_index']),
  };
  return found('openalex', text(work['id'])?.replace(/^.*\//u, '') ?? id, unmixed(fields), { retracted: work['is_retracted'] === true });
}

function arxivOf(work: Json): string | undefined {
  const places = [text(work['doi']), ...objects(work['locations']).map((place) => text(place['landing_page_url']))];
  return places.map((place) => /arxiv\.org\/abs\/([\w./-]+?)(?:v\d+)?$|10\.48550\/arxiv\.([\w./-]+?)(?:v\d+)?$/iu.exec(place ?? '')).map((match) => match?.[1] ?? match?.[2]).find((id) => id !== undefined);
}

/** {word: [places]} → text. Places beyond any abstract's length are refused. */
function abstractOf(index: unknown): string | undefined {
  const words: string[] = [];
  for (const [word, places] of Object.entries(object(index) ?? {})) {
    for (const place of list(places)) if (typeof place === 'number' && place >= 0 && place < 10_000) words[place] = word;
  }
  return words.length === 0 ? undefined : Array.from(words, (word: string | undefined) => word ?? '').join(' ');
}
