/** Semantic Scholar's Academic Graph (https://api.semanticscholar.org/api-docs/graph): only with the user's own key. */
import type { PaperType } from '../model/schema.js';
import { notFound, type Answer, type MetadataFields } from './answer.js';
import type { Asker } from './asker.js';
import { badAnswer } from './failure.js';
import { isoDate, list, object, objects, text, type Json } from './json.js';
import { unmixed } from './mixed.js';
import { found, personOf, present } from './record.js';

const types: Readonly<Record<string, PaperType>> = { JournalArticle: 'article-journal', Conference: 'paper-conference', Book: 'book', BookSection: 'chapter', Dataset: 'dataset' };
const wanted = 'title,authors,externalIds,publicationTypes,publicationDate,year,venue,journal,abstract';

/** `id` in Semantic Scholar's form: `ARXIV:…`, `DOI:…`, `ACL:…`, `PMID:…` or its own hash. */
export async function askSemanticScholar(asker: Asker, base: string, id: string, key: string): Promise<Answer> {
  const path = id.split('/').map(encodeURIComponent).join('/').replace(/^([A-Z]+)%3A/u, '$1:');
  const answer = await asker.json({ url: `${base}/graph/v1/paper/${path}?fields=${wanted}`, headers: { accept: 'application/json', 'x-api-key': key } });
  if (answer.kind === 'missing') return notFound('semanticScholar', `Semantic Scholar has no record of ${id}.`);
  if (answer.kind === 'couldNotCheck') return answer;
  const paper = object(answer.json);
  if (paper === undefined || text(paper['paperId']) === undefined) return badAnswer('semanticScholar', 'answered with something that is not the record asked for.');
  return readPaper(id, paper);
}

function readPaper(id: string, paper: Json): Answer {
  const ids = object(paper['externalIds']);
  const journal = object(paper['journal']);
  const doi = text(ids?.['DOI']);
  const isPreprint = /^(?:arxiv(?:\.org)?|corr)$/iu.test(text(paper['venue']) ?? '');
  const fields: MetadataFields = {
    type: isPreprint ? 'article' : (list(paper['publicationTypes']).map((type) => types[String(type)]).find((type) => type !== undefined) ?? 'document'),
    title: text(paper['title']),
    authors: present(objects(paper['authors']).map((author) => personOf(text(author['name'])))),
    issued: isoDate(paper['publicationDate']) ?? isoDate(paper['year']),
    'container-title': isPreprint ? undefined : (text(paper['venue']) ?? text(journal?.['name'])),
    volume: isPreprint ? undefined : text(journal?.['volume']),
    page: isPreprint ? undefined : text(journal?.['pages'])?.replace(/\s+/gu, '').replace(/-/u, '–'),
    doi: doi !== undefined && /^10\.48550\//u.test(doi) ? undefined : doi,
    arxiv: text(ids?.['ArXiv']),
    acl: text(ids?.['ACL']),
    abstract: text(paper['abstract']),
  };
  return found('semanticScholar', text(paper['paperId']) ?? id, unmixed(fields));
}
