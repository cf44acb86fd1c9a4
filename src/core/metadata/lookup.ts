/** An identifier → what the services know of it: the chain of services, the cache before each, the merge after. */
import type { Cache, Cancellation, Lease, Time } from '../ports.js';
import { askAcl, aclOfDoi } from './acl.js';
import { couldNotCheck, type Answer, type CouldNotCheck, type Found, type Hits, type Service } from './answer.js';
import { arxivKey } from './arxiv.js';
import { Host, type Asker, type World } from './asker.js';
import { AnswerCache } from './cache.js';
import { Canceller, onCancel } from './cancel.js';
import { askAgency, askCrossref, askPublications, searchCrossref } from './crossref.js';
import { arxivDoi, arxivOfDoi, askDataCite } from './datacite.js';
import { canBePublicationOf, merge, tidy } from './merge.js';
import { askOpenAlex } from './openalex.js';
import { ArxivQueue, type QueueOptions } from './queue.js';
import { askSemanticScholar } from './semantic-scholar.js';
import { defaultBases, listSpacing, spacing, type Bases, type Keys } from './services.js';
import { rankHits, searchText, searchWords, type TitleHits, type TitleQuery } from './title-search.js';

/** What core/ids finds in a text: its kind and normal form. */
export interface Identifier {
  readonly kind: string;
  readonly id: string;
}

export interface LookUpOptions {
  readonly signal?: Cancellation | undefined;
  /** Milliseconds after which the answer is "could not check", or what is known until then; arXiv's late answer still reaches the cache. */
  readonly patience?: number | undefined;
  /** False: only what is kept is told, however old. */
  readonly network?: boolean | undefined;
  /** True: what is kept counts only when the service cannot be asked. For a *Retry* button. */
  readonly refresh?: boolean | undefined;
}

export interface Settings {
  /** Read at each request. */
  readonly bases?: (() => Partial<Bases>) | undefined;
  readonly keys?: (() => Promise<Keys>) | undefined;
  readonly queue?: Partial<QueueOptions> | undefined;
  /** Milliseconds between requests to the other services; for tests. */
  readonly spacing?: number | undefined;
}

interface Ask {
  readonly options: LookUpOptions;
  readonly signal: Cancellation;
}

export class LookUp {
  readonly #cache: AnswerCache;
  readonly #hosts: Readonly<Record<Exclude<Service, 'arxiv'>, Host>>;
  readonly #settings: Settings;
  readonly #time: Time;
  /** Answers of arXiv's queue that are being written, by id. */
  readonly #keeping = new Map<string, Promise<void>>();
  /** arXiv's queue, for its state. */
  readonly queue: ArxivQueue;

  constructor(world: World, store: Cache, lease: Lease, settings: Settings = {}) {
    this.#settings = settings;
    this.#time = world.time;
    this.#cache = new AnswerCache(store, world.time);
    const host = (service: Exclude<Service, 'arxiv'>) => new Host(service, settings.spacing ?? spacing[service], world);
    this.#hosts = { crossref: host('crossref'), datacite: host('datacite'), acl: host('acl'), openalex: host('openalex'), semanticScholar: host('semanticScholar') };
    const keep = (id: string, answer: Answer) => {
      const write = this.#cache.write('arxiv', id, answer)
        .catch((fault: unknown) => {
          world.log.warn(`An answer could not be kept: ${String(fault)}`);
        })
        .finally(() => {
          if (this.#keeping.get(id) === write) this.#keeping.delete(id);
        });
      this.#keeping.set(id, write);
    };
    this.queue = new ArxivQueue(world, lease, () => this.#base('arxiv'), keep, settings.queue);
  }

  dispose(): void {
    this.queue.dispose();
  }

  /** Looks one identifier up. Many at once are batched where the service allows it. Never rejects for what a service does. */
  async lookUp(identifier: Identifier, options: LookUpOptions = {}): Promise<Answer> {
    const { result, late } = await this.#patiently(options, (ask) => this.#chain(identifier, ask));
    return late ? outOfTime(result) : result.kind === 'found' ? tidy(result) : result;
  }

  /** Searches arXiv and Crossref for a title, in their queues and caches. Never rejects for what a service does. */
  async searchTitle(query: TitleQuery, options: LookUpOptions = {}): Promise<TitleHits> {
    const words = searchWords(query.title);
    const written = searchText(query);
    const { result } = await this.#patiently(options, (ask) => Promise.all([
      this.#keptHits('arxiv', words.join(' '), ask, () => this.queue.search(words, ask.signal, options.patience)),
      this.#keptHits('crossref', written.toLowerCase(), ask, () => searchCrossref(this.#listAsker(ask), this.#base('crossref'), written, 8)),
    ]));
    const hits = rankHits(query, result.flatMap((one) => (one.kind === 'hits' ? one.hits : [])));
    return { kind: 'hits', hits, incomplete: result.filter((one) => one.kind === 'couldNotCheck') };
  }

  /** The records of Crossref that name an arXiv paper as their preprint. Never rejects for what a service does. */
  async publicationsOf(arxiv: string, options: LookUpOptions = {}): Promise<Hits | CouldNotCheck> {
    const doi = arxivDoi(arxivKey(arxiv) ?? arxiv);
    const { result } = await this.#patiently(options, (ask) => this.#keptHits('crossref', `preprint ${doi}`, ask, () => askPublications(this.#listAsker(ask), this.#base('crossref'), doi)));
    return result;
  }

  /** Asks until the person gives up or the patience ends; `late`: it was the clock. */
  async #patiently<T>(options: LookUpOptions, request: (ask: Ask) => Promise<T>): Promise<{ result: T; late: boolean }> {
    const over = new Canceller();
    const ignore = onCancel(options.signal, () => {
      over.cancel();
    });
    const done = new Canceller();
    if (options.patience !== undefined) void this.#time.sleep(options.patience, done.signal).then(() => {
      over.cancel();
    });
    try {
      const result = await request({ options, signal: over.signal });
      return { result, late: over.signal.aborted && options.signal?.aborted !== true };
    } finally {
      ignore();
      done.cancel();
    }
  }

  #chain({ kind, id }: Identifier, ask: Ask): Promise<Answer> {
    const arxiv = kind === 'arxiv' ? (arxivKey(id) ?? id) : kind === 'doi' ? arxivOfDoi(id) : undefined;
    if (arxiv !== undefined) return this.#arxiv(arxiv, ask);
    if (kind === 'doi') return this.#doi(id, ask);
    if (kind === 'acl') return this.#acl(id, ask);
    return this.#keyed(kind, id, ask, couldNotCheck('semanticScholar', 'refused', `Litshelf has no service to ask for this kind of identifier (${kind}) without a key of yours.`));
  }

  /** arXiv, else DataCite's record of arXiv's own DOI; then the published version that the record names. */
  async #arxiv(id: string, ask: Ask): Promise<Answer> {
    const first = await this.#kept('arxiv', id, ask, () => this.queue.ask(id, ask.signal, ask.options.patience));
    let preprint = first;
    if (first.kind === 'couldNotCheck') {
      if (first.reason === 'cancelled') return first;
      // DataCite lags behind arXiv: its "not found" says nothing
      const second = await this.#dataCite(arxivDoi(id), ask);
      preprint = second.kind === 'found' ? { ...second, incomplete: [first] } : await this.#keyed('arxiv', id, ask, first);
    }
    if (preprint.kind !== 'found' || preprint.metadata.facts.publishedAs === undefined) return preprint;
    const published = await this.#doi(preprint.metadata.facts.publishedAs, ask);
    if (published.kind === 'couldNotCheck') return { ...preprint, incomplete: [...(preprint.incomplete ?? []), published] };
    if (published.kind === 'notFound' || !canBePublicationOf(preprint.metadata.fields, published.metadata.fields)) return preprint;
    return merge(published, [preprint]);
  }

  /** Crossref, else DataCite; when neither has it, whoever registered it is asked for, so that "not found" is true. */
  async #doi(doi: string, ask: Ask): Promise<Answer> {
    const crossref = await this.#kept('crossref', doi, ask, () => askCrossref(this.#asker('crossref', ask), this.#base('crossref'), doi));
    if (crossref.kind === 'found' || isCancelled(crossref)) return crossref;
    if (crossref.kind === 'couldNotCheck') return this.#withoutCrossref(doi, ask, crossref);
    const datacite = await this.#dataCite(doi, ask);
    if (datacite.kind !== 'notFound') return datacite;
    return this.#kept('crossref', `${doi} agency`, ask, async () => {
      const agency = await askAgency(this.#asker('crossref', ask), this.#base('crossref'), doi);
      if (agency.kind !== 'agency') return agency;
      return couldNotCheck('crossref', 'refused', `The DOI ${doi} is registered with ${agency.label}, which Litshelf cannot ask.`);
    });
  }

  async #withoutCrossref(doi: string, ask: Ask, why: CouldNotCheck): Promise<Answer> {
    const acl = aclOfDoi(doi);
    const other = acl === undefined ? await this.#dataCite(doi, ask) : await this.#anthology(acl, ask);
    if (other.kind === 'found') return { ...other, incomplete: [why] };
    return this.#keyed('doi', doi, ask, why);
  }

  async #acl(id: string, ask: Ask): Promise<Answer> {
    const acl = await this.#anthology(id, ask);
    if (acl.kind !== 'couldNotCheck' || isCancelled(acl)) return acl;
    const doi = `10.18653/v1/${id}`;
    const other = await this.#kept('crossref', doi, ask, () => askCrossref(this.#asker('crossref', ask), this.#base('crossref'), doi));
    return other.kind === 'found' ? { ...other, incomplete: [acl] } : this.#keyed('acl', id, ask, acl);
  }

  #anthology(id: string, ask: Ask): Promise<Answer> {
    return this.#kept('acl', id, ask, () => askAcl(this.#asker('acl', ask), this.#base('acl'), id));
  }

  #dataCite(doi: string, ask: Ask): Promise<Answer> {
    return this.#kept('datacite', doi, ask, () => askDataCite(this.#asker('datacite', ask), this.#base('datacite'), doi));
  }

  /** The services that need a key, when there is one; their "not found" is not trusted over another service's silence. */
  async #keyed(kind: string, id: string, ask: Ask, otherwise: CouldNotCheck): Promise<Answer> {
    if (ask.signal.aborted) return otherwise;
    const keys = (await this.#settings.keys?.()) ?? {};
    const scholarId = { arxiv: `ARXIV:${id}`, doi: `DOI:${id}`, acl: `ACL:${id}`, pubmed: `PMID:${id}`, 'semantic-scholar': id }[kind];
    const { semanticScholar, openalex } = keys;
    if (semanticScholar !== undefined && scholarId !== undefined) {
      const answer = await this.#kept('semanticScholar', scholarId, ask, () => askSemanticScholar(this.#asker('semanticScholar', ask), this.#base('semanticScholar'), scholarId, semanticScholar));
      if (answer.kind === 'found') return { ...answer, incomplete: [otherwise] };
    }
    const openId = { arxiv: `doi:${arxivDoi(id)}`, doi: `doi:${id}`, pubmed: `pmid:${id}` }[kind];
    if (openalex !== undefined && openId !== undefined) {
      const answer = await this.#kept('openalex', openId, ask, () => askOpenAlex(this.#asker('openalex', ask), this.#base('openalex'), openId, openalex));
      if (answer.kind === 'found') return { ...answer, incomplete: [otherwise] };
    }
    return otherwise;
  }

  /** The cache before a service, and behind it when it cannot be asked. */
  async #kept(service: Service, id: string, { options, signal }: Ask, request: () => Promise<Answer>): Promise<Answer> {
    const kept = await this.#cache.read(service, id);
    const old = (because: CouldNotCheck): Answer => (kept?.answer.kind === 'found' ? ({ ...kept.answer, stale: { since: kept.at, because } } satisfies Found) : because);
    if (kept?.fresh === true && options.refresh !== true) return kept.answer;
    if (options.network === false) return old(couldNotCheck(service, 'refused', 'This identifier has not been looked up.'));
    if (signal.aborted) return old(couldNotCheck(service, 'cancelled', 'The look-up was cancelled.'));
    const answer = await request();
    if (answer.kind === 'couldNotCheck') return old(answer);
    // the queue's answers are kept as they come, wanted or not; another window is to find what this one has told
    await (service === 'arxiv' ? this.#keeping.get(id) : this.#cache.write(service, id, answer));
    return answer;
  }

  /** The same for searches. An old list is as good as none: it is told only when the service cannot be asked. */
  async #keptHits(service: Service, search: string, { options, signal }: Ask, request: () => Promise<Hits | CouldNotCheck>): Promise<Hits | CouldNotCheck> {
    const kept = await this.#cache.readHits(service, search);
    if (kept?.fresh === true && options.refresh !== true) return kept.hits;
    if (options.network === false) return kept?.hits ?? couldNotCheck(service, 'refused', 'This has not been searched for.');
    if (signal.aborted) return kept?.hits ?? couldNotCheck(service, 'cancelled', 'The search was cancelled.');
    const answer = await request();
    if (answer.kind === 'couldNotCheck') return kept?.hits ?? answer;
    await this.#cache.writeHits(service, search, answer);
    return answer;
  }

  #listAsker({ signal }: Ask): Asker {
    return this.#hosts.crossref.for(signal, this.#settings.spacing ?? listSpacing);
  }

  #asker(service: Exclude<Service, 'arxiv'>, { signal }: Ask): Asker {
    return this.#hosts[service].for(signal);
  }

  #base(service: Service): string {
    return this.#settings.bases?.()[service] ?? defaultBases[service];
  }
}

function isCancelled(answer: Answer): boolean {
  return answer.kind === 'couldNotCheck' && answer.reason === 'cancelled';
}

/** What was cancelled because the patience ended did not answer in time. */
function outOfTime(answer: Answer): Answer {
  const named = (one: CouldNotCheck) => (one.reason === 'cancelled' ? couldNotCheck(one.service, 'timeout', 'The look-up took too long.') : one);
  if (answer.kind === 'notFound') return answer;
  if (answer.kind === 'couldNotCheck') return named(answer);
  const { stale, incomplete, ...rest } = tidy(answer);
  return { ...rest, ...(stale && { stale: { ...stale, because: named(stale.because) } }), ...(incomplete && { incomplete: incomplete.map(named) }) };
}
