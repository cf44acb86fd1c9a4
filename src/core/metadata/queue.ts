/**
 * The one way to arXiv, for all windows of the machine: one request at a time, three seconds apart from its end, ids batched.
 * Rules: https://info.arxiv.org/help/api/tou.html.
 *
 * When is an id *not found*? arXiv sometimes sends an empty feed by mistake, so one absence proves nothing. An id counts as not
 * found when it is well-formed and two well-formed feeds in a row did not hold it, the second of them complete by its own
 * count, without papers that nobody asked for, and either asked for with this id alone or holding others of the ids asked for (so it
 * was not empty by mistake).
 * Everything else is *could not check*.
 */
import { Emitter } from '../model/event.js';
import type { Cancellation, Lease, LeaseState, Turn } from '../ports.js';
import { cancelled, couldNotCheck, notFound, type Answer, type CouldNotCheck, type Found, type Hits } from './answer.js';
import { exchange, type Failure } from './arxiv-exchange.js';
import { arxivKey, arxivRequest, arxivSearchRequest, type ArxivFeed } from './arxiv.js';
import type { World } from './asker.js';
import { Canceller } from './cancel.js';
import { badAnswer } from './failure.js';
import { Jobs, type Job, type Said } from './queue-jobs.js';
import { pauseAfter, resumesAt } from './queue-pause.js';

export interface QueueOptions {
  /** Milliseconds from the end of one request to the start of the next. */
  readonly interval: number;
  /** Milliseconds to wait for more ids before the first request. */
  readonly window: number;
  /** Most ids a request. */
  readonly batch: number;
  /** Milliseconds until a whole answer must be there. */
  readonly timeout: number;
  /** Requests that may fail for one id before it is given up. */
  readonly attempts: number;
}
export const queueDefaults: QueueOptions = { interval: 3000, window: 40, batch: 100, timeout: 20_000, attempts: 4 };
/** With more absent ids than this and not one present, the feed is not believed and the ids are not asked one by one. */
const askAlone = 5;
/** So many hits of a search are looked at. */
const mostHits = 10;

export interface QueueState {
  readonly kind: 'idle' | 'waiting' | 'sending' | 'paused';
  /** Ids that somebody waits for. */
  readonly ids: number;
  /** While arXiv wants to be left alone, whether or not anybody waits: until when, in milliseconds since 1970, and why, as a sentence. */
  readonly pausedUntil?: number | undefined;
  readonly reason?: string | undefined;
}

export class ArxivQueue {
  readonly #world: World;
  readonly #lease: Lease;
  readonly #base: () => string;
  readonly #heard: (id: string, answer: Answer) => void;
  readonly #options: QueueOptions;
  readonly #changed = new Emitter<QueueState>();
  readonly #jobs = new Jobs(() => {
    this.#idle.cancel();
  });
  #idle = new Canceller();
  readonly #closing = new Canceller();
  #running = false;
  #state: QueueState = { kind: 'idle', ids: 0 };
  /** The last pause that arXiv asked for; it holds when nobody waits for anything, too. */
  #pause: { readonly pausedUntil: number; readonly reason: string } | undefined;
  /** An id that arXiv is known to have: asked for beside absent ones, it tells a wrongly empty feed from a right one. */
  #witness: string | undefined;

  readonly onDidChange = this.#changed.event;

  /** `base` is read at each request; `heard` gets every answer of arXiv's, even when nobody waits for it any more. */
  constructor(world: World, lease: Lease, base: () => string, heard: (id: string, answer: Answer) => void = () => undefined, options: Partial<QueueOptions> = {}) {
    this.#world = world;
    this.#lease = lease;
    this.#base = base;
    this.#heard = heard;
    this.#options = { ...queueDefaults, ...options };
  }

  get state(): QueueState {
    return this.#state;
  }

  /**
   * Asks for an id, in any form. Cancelled, it is asked for no more; a request already on its way is let through and its
   * answer heard. `patience` in milliseconds: a pause known to last longer is answered at once.
   */
  ask(id: string, signal?: Cancellation, patience = Infinity): Promise<Answer> {
    const key = arxivKey(id);
    if (key === undefined) return Promise.resolve(notFound('arxiv', `"${id.slice(0, 60)}" is not an arXiv identifier.`));
    return this.#add(key, signal, patience).then((said) => (said.kind === 'hits' ? badAnswer('arxiv', 'answered a search that was none.') : said));
  }

  /** Searches for works whose titles hold all of these words, in turn with the ids and under the same rules. The hits are heard, too. */
  search(words: readonly string[], signal?: Cancellation, patience = Infinity): Promise<Hits | CouldNotCheck> {
    if (words.length === 0) return Promise.resolve({ kind: 'hits', hits: [] });
    const refused = couldNotCheck('arxiv', 'refused', 'arXiv was not searched.');
    return this.#add(`search ${words.join(' ')}`, signal, patience, words).then((said) => (said.kind === 'found' || said.kind === 'notFound' ? refused : said));
  }

  #add(id: string, signal: Cancellation | undefined, patience: number, search?: readonly string[]): Promise<Said> {
    if (this.#closing.signal.aborted) return Promise.resolve(cancelled('arxiv'));
    const { pausedUntil, reason } = this.#state;
    if (pausedUntil !== undefined && pausedUntil - this.#world.time.wall() > patience) return Promise.resolve(couldNotCheck('arxiv', 'rateLimited', reason ?? '', pausedUntil));
    const said = this.#jobs.add(id, this.#world.time.now() + patience, signal, search);
    this.#start();
    return said;
  }

  /** Gives up everything that waits, and the request on its way. */
  dispose(): void {
    this.#closing.cancel();
    this.#idle.cancel();
    this.#jobs.settleAll(cancelled('arxiv'));
  }

  #start(): void {
    if (this.#running || this.#jobs.size === 0) return;
    this.#running = true;
    void this.#run().finally(() => {
      this.#running = false;
      this.#tell({ kind: 'idle' });
      // asked between the loop's last look and now
      this.#start();
    });
  }

  async #run(): Promise<void> {
    const { time, log } = this.#world;
    this.#idle = new Canceller();
    this.#tell({ kind: 'waiting' });
    await time.sleep(this.#options.window, this.#idle.signal);
    while (this.#jobs.size > 0) {
      if (this.#idle.signal.aborted) this.#idle = new Canceller();
      try {
        await this.#oneTurn();
      } catch (fault) {
        log.warn(`arXiv's queue: ${String(fault)}`);
        this.#jobs.settleAll(couldNotCheck('arxiv', 'refused', `arXiv was not asked: ${fault instanceof Error ? fault.message : String(fault)}`));
      }
    }
  }

  /** Takes the machine's turn and uses it for one request, or waits for the end of a pause. */
  async #oneTurn(): Promise<void> {
    const { time } = this.#world;
    const signal = this.#idle.signal;
    const turn = await this.#lease.take(signal);
    if (turn === undefined) return;
    const resume = resumesAt(turn.state, time.wall());
    if (resume !== undefined) {
      await turn.release(turn.state);
      await this.#sitOut(resume, turn.state.reason ?? 'arXiv asked for a pause.', signal);
      return;
    }
    let state = turn.state;
    try {
      // a time in the future is a clock that was set back: then a whole interval is enough
      const since = time.wall() - (state.lastRequest ?? -Infinity);
      await time.sleep(Math.min(this.#options.interval, this.#options.interval - Math.min(since, this.#options.interval)), signal);
      const batch = this.#jobs.next(this.#options.batch);
      if (batch.length > 0) state = await this.#send(batch, turn, state);
    } finally {
      await turn.release(state);
    }
  }

  async #sitOut(resume: number, reason: string, signal: Cancellation): Promise<void> {
    const { time } = this.#world;
    const left = resume - time.wall();
    this.#pause = { pausedUntil: resume, reason };
    this.#tell({ kind: 'paused' });
    this.#jobs.settleImpatient(time.now() + left, couldNotCheck('arxiv', 'rateLimited', reason, resume));
    if (this.#jobs.size > 0) await time.sleep(left, signal);
  }

  async #send(batch: readonly Job[], turn: Turn, before: LeaseState): Promise<LeaseState> {
    const { http, time, log } = this.#world;
    const begun = { ...before, lastRequest: time.wall() };
    if (!(await turn.renew(begun))) return before;
    this.#tell({ kind: 'sending' });
    const search = batch[0]?.search;
    const ids = search === undefined ? batch.map((job) => job.id) : [];
    const witness = this.#witness;
    const onlyAbsent = batch.length > 1 && batch.length < this.#options.batch && batch.every((job) => job.absences > 0);
    if (onlyAbsent && witness !== undefined && !ids.includes(witness)) ids.push(witness);
    const began = time.now();
    const request = search === undefined ? arxivRequest(this.#base(), ids) : arxivSearchRequest(this.#base(), search, mostHits);
    const outcome = await exchange(http, { ...request, timeout: this.#options.timeout, signal: this.#closing.signal }, time);
    log.info(`arXiv: ${search === undefined ? `${ids.length} id(s)` : 'a search'}, ${outcome.kind === 'failure' ? outcome.why.reason : outcome.kind} after ${Math.round(time.now() - began)} ms`);
    const ended = { ...begun, lastRequest: time.wall() };
    if (outcome.kind === 'failure') return this.#failed(batch, outcome, ended);
    if (outcome.kind === 'error') this.#refused(batch, outcome.ids, outcome.message);
    else if (search !== undefined) this.#receivedHits(batch, [...outcome.found]);
    else this.#received(batch, outcome, ids);
    return { lastRequest: ended.lastRequest, failures: 0 };
  }

  /** Found ones are answered; an absent one is asked for again before it counts as not found. */
  #received(batch: readonly Job[], feed: Extract<ArxivFeed, { kind: 'records' }>, asked: readonly string[]): void {
    const present = asked.filter((id) => feed.found.has(id));
    this.#witness = present[0] ?? this.#witness;
    const absent: Job[] = [];
    for (const job of batch) {
      const found = feed.found.get(job.id);
      if (found === undefined) absent.push(job);
      else this.#settle(job, found);
    }
    // the answer to somebody else's question, as a cache on the way may give it
    const foreign = [...feed.found.keys()].some((id) => !asked.includes(id));
    const believable = feed.complete && !foreign && (present.length > 0 || asked.length === 1);
    for (const job of absent) {
      job.absences += 1;
      if (job.absences < 2) continue;
      if (believable) this.#settle(job, notFound('arxiv', `arXiv has no paper ${job.id}.`));
      else if (job.absences === 2 && feed.complete && absent.length <= askAlone) job.together = 1;
      else this.#settle(job, badAnswer('arxiv', foreign ? 'answered with papers that nobody asked for.' : 'answered with an empty list, which it sometimes does by mistake.'));
    }
  }

  #receivedHits(batch: readonly Job[], found: readonly (readonly [string, Found])[]): void {
    for (const [id, answer] of found) this.#heard(id, answer);
    for (const job of batch) this.#jobs.settle(job, { kind: 'hits', hits: found.map(([, answer]) => answer) });
  }

  /** The ids that arXiv names do not exist; without names, halves are tried until the culprit stands alone. */
  #refused(batch: readonly Job[], ids: readonly string[], message: string): void {
    const named = batch.filter((job) => ids.includes(job.id));
    for (const job of named) this.#settle(job, notFound('arxiv', `arXiv does not know ${job.id} (${message || 'incorrect id format'}).`));
    if (named.length > 0) return;
    this.#split(batch, couldNotCheck('arxiv', 'refused', `arXiv did not accept the request (${message || 'error'}).`));
  }

  #split(batch: readonly Job[], failure: CouldNotCheck): void {
    for (const job of batch) {
      if (batch.length === 1) this.#settle(job, failure);
      else job.together = Math.ceil(batch.length / 2);
    }
  }

  #failed(batch: readonly Job[], { why: failure, split }: Failure, state: LeaseState): LeaseState {
    if (split) this.#split(batch, failure);
    if (split || failure.reason === 'offline' || failure.reason === 'refused' || failure.reason === 'cancelled') {
      // asking again at once cannot help, and waiting neither
      if (!split) for (const job of batch) this.#settle(job, failure);
      return state;
    }
    const { time } = this.#world;
    const paused = pauseAfter(failure, state, time.wall());
    const final = { ...failure, retryAt: paused.pausedUntil };
    this.#pause = { pausedUntil: paused.pausedUntil, reason: paused.reason ?? failure.message };
    for (const job of batch) {
      job.failures += 1;
      if (job.failures >= this.#options.attempts) this.#settle(job, final);
    }
    this.#jobs.settleImpatient(time.now() + (paused.pausedUntil - time.wall()), final);
    return paused;
  }

  #settle(job: Job, answer: Answer): void {
    if (job.search === undefined) this.#heard(job.id, answer);
    this.#jobs.settle(job, answer);
  }

  #tell(state: Pick<QueueState, 'kind'>): void {
    const paused = this.#pause !== undefined && this.#pause.pausedUntil > this.#world.time.wall();
    this.#state = { ...state, ids: this.#jobs.size, ...(paused ? this.#pause : {}) };
    try {
      this.#changed.fire(this.#state);
    } catch (fault) {
      this.#world.log.warn(`arXiv's queue: ${String(fault)}`);
    }
  }
}
