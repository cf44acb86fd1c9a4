/** Polite requests to one service: one at a time, spaced, silent while the service asks for a pause. */
import type { Cancellation, Http, HttpRequest, HttpResponse, Log, Time } from '../ports.js';
import { cancelled, couldNotCheck, serviceNames, type CouldNotCheck, type Service } from './answer.js';
import { onCancel } from './cancel.js';
import { badAnswer, capital, isWebPage, noAnswer, refusal } from './failure.js';
import { backOffAfter } from './retry-after.js';

export interface World {
  readonly http: Http;
  readonly time: Time;
  readonly log: Log;
}

/** What the files of the services ask with: the service's {@link Host}, on behalf of one look-up. */
export interface Asker {
  /** Any 2xx answer, or `missing` for 404 and 410. */
  text(request: HttpRequest): Promise<{ kind: 'text'; response: HttpResponse } | { kind: 'missing' } | CouldNotCheck>;
  /** The same, parsed. A web page is never an answer here, not even with status 404: a portal or a wrong address sends those. */
  json(request: HttpRequest): Promise<{ kind: 'json'; json: unknown } | { kind: 'missing' } | CouldNotCheck>;
}

/** Milliseconds until a whole answer must be there. */
const timeout = 15_000;

export class Host {
  readonly #service: Service;
  readonly #spacing: number;
  readonly #world: World;
  #last = Promise.resolve();
  #nextAt = 0;
  #paused: CouldNotCheck | undefined;
  #failures = 0;

  /** `spacing`: milliseconds from the end of one request to the start of the next. */
  constructor(service: Service, spacing: number, world: World) {
    this.#service = service;
    this.#spacing = spacing;
    this.#world = world;
  }

  /** `spacing`: of these requests, where they cost the service more than others. */
  for(signal: Cancellation, spacing = this.#spacing): Asker {
    const send = (request: HttpRequest) => this.#inTurn({ ...request, signal }, signal, Math.max(spacing, this.#spacing));
    const gone = (response: HttpResponse) => response.status === 404 || response.status === 410;
    return {
      text: async (request) => {
        const response = await send(request);
        if ('kind' in response) return response;
        return gone(response) ? { kind: 'missing' } : { kind: 'text', response };
      },
      json: async (request) => {
        const response = await send(request);
        if ('kind' in response) return response;
        if (isWebPage(response)) return badAnswer(this.#service, 'answered with a web page instead of data.');
        if (gone(response)) return { kind: 'missing' };
        try {
          return { kind: 'json', json: JSON.parse(response.text) as unknown };
        } catch {
          return badAnswer(this.#service, 'answered with something that is not JSON.');
        }
      },
    };
  }

  /** Queues behind the earlier requests, cancelled or not. Who gives up hears so at once, however many stand before. */
  async #inTurn(request: HttpRequest, signal: Cancellation, spacing: number): Promise<HttpResponse | CouldNotCheck> {
    const mine = this.#last.then(() => this.#send(request, signal, spacing));
    this.#last = mine.then(
      () => undefined,
      () => undefined,
    );
    let ignore = (): void => undefined;
    const gone = new Promise<CouldNotCheck>((resolve) => {
      ignore = onCancel(signal, () => {
        resolve(cancelled(this.#service));
      });
    });
    try {
      return await Promise.race([mine, gone]);
    } finally {
      ignore();
    }
  }

  async #send(request: HttpRequest, signal: Cancellation, spacing: number): Promise<HttpResponse | CouldNotCheck> {
    const { http, time, log } = this.#world;
    if (signal.aborted) return cancelled(this.#service);
    if (this.#paused?.retryAt !== undefined && this.#paused.retryAt > time.wall()) return this.#paused;
    this.#paused = undefined;
    const wait = this.#nextAt - time.now();
    if (wait > 0) await time.sleep(wait, signal);
    if (wait > 0 && (signal as { readonly aborted: boolean }).aborted) return cancelled(this.#service);
    const began = time.now();
    let response: HttpResponse;
    try {
      response = await http.request({ timeout, ...request });
    } catch (fault) {
      const failure = noAnswer(this.#service, fault);
      log.info(`${capital(serviceNames[this.#service])}: no answer (${failure.reason}) after ${Math.round(time.now() - began)} ms`);
      return failure;
    } finally {
      this.#nextAt = time.now() + spacing;
    }
    log.info(`${capital(serviceNames[this.#service])}: HTTP ${response.status} after ${Math.round(time.now() - began)} ms`);
    if (response.status === 404 || response.status === 410) return response;
    const failure = refusal(this.#service, response, time.wall());
    if (failure === undefined) {
      this.#failures = 0;
      return response;
    }
    return failure.reason === 'rateLimited' ? this.#pause(failure) : failure;
  }

  #pause(failure: CouldNotCheck): CouldNotCheck {
    this.#failures += 1;
    const retryAt = failure.retryAt ?? this.#world.time.wall() + backOffAfter(this.#failures);
    this.#paused = couldNotCheck(failure.service, failure.reason, failure.message, retryAt);
    return this.#paused;
  }
}
