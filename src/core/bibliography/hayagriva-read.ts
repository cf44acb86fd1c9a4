/** An entry of a Hayagriva file → the CSL item that says the same. Its format is documented with Hayagriva (docs/file-format.md). */
import { list, object, text, type Json } from '../metadata/json.js';
import { plainHayagriva } from './hayagriva-text.js';

/** What is published in nothing, or in whatever. */
const types: Readonly<Record<string, string>> = {
  article: 'article', anthos: 'chapter', chapter: 'chapter', entry: 'entry', report: 'report', thesis: 'thesis', web: 'webpage', patent: 'patent', newspaper: 'article-newspaper', manuscript: 'manuscript', post: 'post', tweet: 'post', misc: 'document', periodical: 'periodical',
  proceedings: 'book', book: 'book', blog: 'webpage', reference: 'book', conference: 'paper-conference', anthology: 'book', repository: 'software', thread: 'post', video: 'document', audio: 'document', performance: 'speech',
};
/** An article by what it stands in. */
const articles: Readonly<Record<string, string>> = {
  periodical: 'article-journal', proceedings: 'paper-conference', conference: 'paper-conference', blog: 'post-weblog', newspaper: 'article-newspaper', anthology: 'chapter', book: 'chapter', reference: 'entry-encyclopedia', web: 'webpage', misc: 'article-journal',
};
/** What an entry's parent is when it does not say. */
const parents: Readonly<Record<string, string>> = { article: 'periodical', chapter: 'book', entry: 'reference', anthos: 'anthology', web: 'web' };
const genres: Readonly<Record<string, string>> = { dataset: 'dataset', 'data set': 'dataset', talk: 'speech', review: 'review', software: 'software', 'web page': 'webpage' };

/** The type as written, in lower case. */
export function typeOf(entry: unknown): string {
  return (text(object(entry)?.['type']) ?? 'misc').toLowerCase();
}

/** A text, or one with its forms: `{value: …, verbatim: true}`. */
function say(entry: Json, name: string): string | undefined {
  const value = entry[name];
  const found = text(value) ?? text(object(value)?.['value']) ?? text(object(value)?.['name']);
  return found === undefined || found === '~' || found === 'null' ? undefined : plainHayagriva(found);
}

export function fromHayagriva(value: unknown): Readonly<Record<string, unknown>> {
  const entry = object(value) ?? {};
  const own = typeOf(entry);
  const above = parentsOf(entry, own);
  const container = above.find(({ type }) => type !== 'conference') ?? above[0];
  const conference = above.find(({ type }) => type === 'conference');
  /** Of the entry, else of what it stands in. */
  const inherit = (name: string) => say(entry, name) ?? above.map(({ entry: parent }) => say(parent, name)).find((found) => found !== undefined);
  const title = object(entry['title']);
  const serial = serialOf(entry);
  const genre = (say(entry, 'genre') ?? '').toLowerCase();
  const held = container !== undefined && say(container.entry, 'title') !== undefined;
  const type = genres[genre] ?? (own === 'article' && held ? (articles[container.type] ?? 'article-journal') : (types[own] ?? 'document'));
  const url = object(entry['url']);
  return {
    type, title: say(entry, 'title'), 'title-short': text(title?.['shorthand']) ?? text(object(title?.['shorthand'])?.['value']), author: people(entry['author']), editor: people(entry['editor'] ?? container?.entry['editor']), issued: say(entry, 'date') ?? above.map(({ entry: parent }) => say(parent, 'date')).find((date) => date !== undefined),
    'container-title': container === undefined || container === conference ? undefined : say(container.entry, 'title'), 'event-title': conference === undefined ? undefined : say(conference.entry, 'title'),
    'collection-title': say(object(container?.entry['parent']) ?? {}, 'title'),
    volume: inherit('volume'), issue: inherit('issue'), page: say(entry, 'page-range'), edition: inherit('edition'), version: serial['serial'] ?? serial['version'], publisher: inherit('publisher') ?? say(entry, 'organization'), 'publisher-place': inherit('location') ?? text(object(entry['publisher'])?.['location']),
    DOI: say(entry, 'doi') ?? serial['doi'], ISBN: say(entry, 'isbn') ?? serial['isbn'] ?? above.map(({ entry: parent }) => say(parent, 'isbn') ?? serialOf(parent)['isbn']).find((isbn) => isbn !== undefined),
    URL: text(entry['url']) ?? text(url?.['value']), language: say(entry, 'language'), abstract: say(entry, 'abstract'), note: say(entry, 'note'), keyword: undefined,
    custom: { venue: conference === undefined || type === 'paper-conference' || type === 'speech' ? undefined : say(conference.entry, 'title'), arxiv: serial['arxiv']?.replace(/^arxiv:\s*/iu, '').replace(/v\d+$/u, ''), 'arxiv-class': serial['arxiv-class'], acl: serial['acl'], openreview: serial['openreview'] },
  };
}

interface Parent {
  readonly type: string;
  readonly entry: Json;
}

function parentsOf(entry: Json, own: string): readonly Parent[] {
  const written = entry['parent'];
  const all = (Array.isArray(written) ? list(written) : [written]).map(object).filter((parent) => parent !== undefined);
  return all.map((parent) => ({ entry: parent, type: (text(parent['type']) ?? parents[own] ?? 'misc').toLowerCase() }));
}

/** One number, or several by their schemes. A lone number of arXiv's shape is arXiv's. */
function serialOf(entry: Json): Readonly<Record<string, string | undefined>> {
  const written = text(entry['serial-number']);
  if (written !== undefined) return /^(?:arxiv:\s*)?\d{4}\.\d{4,5}(?:v\d+)?$/iu.test(written) ? { arxiv: written } : /^10\.\d{4,9}\/\S+$/u.test(written) ? { doi: written } : { serial: written };
  return Object.fromEntries(Object.entries(object(entry['serial-number']) ?? {}).map(([name, value]) => [name.toLowerCase(), text(value)]));
}

/** `Family, Given, Suffix`, a name alone, or its parts; one or a list. */
function people(value: unknown): unknown[] | undefined {
  if (value === undefined || value === null) return undefined;
  return (Array.isArray(value) ? list(value) : [value]).map((person) => {
    const written = text(person);
    const parts = object(person);
    if (parts !== undefined) {
      const [name, given, prefix, suffix] = ['name', 'given-name', 'prefix', 'suffix'].map((part) => text(parts[part]));
      if (given === undefined && prefix === undefined && suffix === undefined) return { literal: name };
      return { family: name, given, 'non-dropping-particle': prefix, suffix };
    }
    const [family = '', given, suffix] = (written ?? '').split(',').map((part) => part.trim());
    return given === undefined ? { literal: family } : { family, given, suffix };
  });
}
