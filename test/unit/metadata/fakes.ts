/** A world without network and without waiting: time jumps to whatever is waited for next. */
import { onCancel } from '../../../src/core/metadata/cancel.js';
import type { World } from '../../../src/core/metadata/asker.js';
import { HttpError, type Cache, type Cancellation, type Http, type HttpRequest, type HttpResponse, type Log, type Time } from '../../../src/core/ports.js';
import { arxivReply, defaultRecords, readRecords, reply, type Reply } from '../../support/scholarly-answers.js';

export class FakeTime implements Time {
  #now = 1000;
  readonly #epoch: number;
  readonly #sleepers = new Set<{ at: number; wake: () => void }>();

  constructor(epoch = Date.UTC(2026, 0, 1)) {
    this.#epoch = epoch;
  }

  readonly now = (): number => this.#now;
  readonly wall = (): number => this.#epoch + this.#now;
  readonly pause = (): Promise<void> => Promise.resolve();

  readonly sleep = (ms: number, signal?: Cancellation): Promise<void> =>
    new Promise((resolve) => {
      let ignore = (): void => undefined;
      const sleeper = {
        at: this.#now + Math.max(0, ms),
        wake: () => {
          this.#sleepers.delete(sleeper);
          ignore();
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      ignore = onCancel(signal, sleeper.wake);
    });

  get sleeping(): number {
    return this.#sleepers.size;
  }

  /** Lets all that waits for no time happen. */
  async settle(): Promise<void> {
    for (let i = 0; i < 3; i += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.settle();
    for (;;) {
      const next = [...this.#sleepers].sort((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) break;
      this.#now = Math.max(this.#now, next.at);
      next.wake();
      await this.settle();
    }
    this.#now = end;
    await this.settle();
  }

  /** Jumps from one awaited moment to the next until the promise is settled. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let over = false;
    const done = () => {
      over = true;
    };
    promise.then(done, done);
    await this.settle();
    for (let jumps = 0; !(over as boolean); jumps += 1) {
      const next = [...this.#sleepers].sort((a, b) => a.at - b.at)[0];
      if (next === undefined || jumps > 10_000) throw new Error('it waits for ever');
      this.#now = Math.max(this.#now, next.at);
      next.wake();
      await this.settle();
    }
    return promise;
  }
}

export interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly ids: readonly string[];
  readonly at: number;
  end: number;
}

type Answering = (request: HttpRequest, count: number) => Reply | HttpError | { reply: Reply; headers: Record<string, string> } | undefined;

const records = readRecords(defaultRecords);

/** Answers from the fixtures after `takes` milliseconds; `answer` may put something else in the place of each answer. */
export class FakeHttp implements Http {
  readonly sent: Sent[] = [];
  most = 0;
  #open = 0;

  constructor(
    readonly time: FakeTime,
    public answer: Answering = () => undefined,
    public takes = 100,
  ) {}

  async request(request: HttpRequest): Promise<HttpResponse> {
    const url = new URL(request.url);
    const ids = (url.searchParams.get('id_list') ?? '').split(',').filter(Boolean);
    const sent: Sent = { url: request.url, headers: request.headers ?? {}, ids, at: this.time.now(), end: NaN };
    this.sent.push(sent);
    const count = this.sent.length;
    this.most = Math.max(this.most, (this.#open += 1));
    await this.time.sleep(this.takes, request.signal);
    this.#open -= 1;
    sent.end = this.time.now();
    if (request.signal?.aborted === true) throw new HttpError('cancelled', 'cancelled');
    const special = this.answer(request, count);
    if (special instanceof HttpError) throw special;
    const { reply: answer, headers } = special === undefined ? { reply: usual(url), headers: {} } : 'reply' in special ? special : { reply: special, headers: {} };
    return { status: answer.status, headers: { 'content-type': answer.type, ...headers }, text: answer.body, url: request.url };
  }
}

const hosts: Readonly<Record<string, string>> = { 'api.crossref.org': 'crossref', 'api.datacite.org': 'datacite', 'aclanthology.org': 'acl', 'api.openalex.org': 'openalex', 'api.semanticscholar.org': 'semanticScholar' };

export function usual(url: URL): Reply {
  if (url.hostname === 'export.arxiv.org') return arxivReply(records, url.searchParams);
  return reply(records, hosts[url.hostname] ?? '', decodeURIComponent(url.pathname.slice(1)), url.searchParams);
}

export class FakeLog implements Log {
  readonly lines: string[] = [];
  readonly info = (message: string): void => void this.lines.push(message);
  readonly warn = (message: string): void => void this.lines.push(`! ${message}`);
}

export class FakeStore implements Cache {
  readonly values = new Map<string, string>();
  readonly get = (key: string): Promise<string | undefined> => Promise.resolve(this.values.get(key));
  readonly set = (key: string, value: string): Promise<void> => {
    this.values.set(key, value);
    return Promise.resolve();
  };
}

export function fakeWorld(answer?: Answering): { world: World; time: FakeTime; http: FakeHttp; log: FakeLog } {
  const time = new FakeTime();
  const http = new FakeHttp(time, answer);
  const log = new FakeLog();
  return { world: { time, http, log }, time, http, log };
}

export const status = (code: number, body = 'no'): Reply => ({ status: code, type: 'text/plain', body });
export const retryAfter = (code: number, value: string): { reply: Reply; headers: Record<string, string> } => ({ reply: status(code), headers: { 'retry-after': value } });
