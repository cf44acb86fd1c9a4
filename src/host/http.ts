/**
 * The port Http over the host's own `fetch`: the one that VS Code gives its proxy and its certificates. Redirects are followed by
 * hand, to known hosts only; an answer is read piece by piece, so that one without end is cut off.
 */
import { isLoopback } from '../core/metadata/services.js';
import { HttpError, type Http, type HttpRequest, type HttpResponse } from '../core/ports.js';
import { decode } from './http-text.js';
import { inTime } from './in-time.js';

export interface HttpOptions {
  /** Names us, our version and our repository. */
  readonly userAgent: string;
  /** Hosts, without port, that a redirect may lead to beside the origin asked. */
  readonly redirectHosts: readonly string[];
  /** For tests; else the host's fetch as it is at the time of each request. */
  readonly fetch?: typeof globalThis.fetch;
}

const defaults = { timeout: 20_000, limit: 5 * 1024 * 1024 };
const mostRedirects = 5;

export class FetchHttp implements Http {
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  async request(request: HttpRequest): Promise<HttpResponse> {
    return inTime({ timeout: request.timeout ?? defaults.timeout, missing: 'complete answer', signal: request.signal }, async (signal) => this.#follow(request, signal));
  }

  async #follow(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
    let url = address(request.url);
    let { method = 'GET', body } = request;
    let headers: Record<string, string> = { ...request.headers, 'user-agent': this.#options.userAgent };
    for (let redirects = 0; ; redirects += 1) {
      signal.throwIfAborted();
      const response = await (this.#options.fetch ?? globalThis.fetch)(url, { method, headers, ...(body === undefined ? {} : { body }), redirect: 'manual', signal });
      const target = redirection(response, url);
      if (target === undefined) {
        const limit = request.limit ?? defaults.limit;
        return { status: response.status, headers: Object.fromEntries(response.headers), text: await read(response, limit), url: url.href };
      }
      await response.body?.cancel().catch(() => undefined);
      if (redirects === mostRedirects) throw new HttpError('refused', `more than ${mostRedirects} redirects`);
      this.#allow(url, target);
      // keys are for the host they were meant for
      if (target.host !== url.host) headers = Object.fromEntries(Object.entries(headers).filter(([name]) => ['accept', 'user-agent'].includes(name.toLowerCase())));
      if (response.status === 303 || (method === 'POST' && response.status < 303)) {
        method = 'GET';
        body = undefined;
      }
      url = target;
    }
  }

  #allow(from: URL, to: URL): void {
    if (to.origin === from.origin) return;
    if (isLoopback(to.hostname)) throw new HttpError('refused', `${from.host} redirects to this machine (${to.host}).`);
    if (!this.#options.redirectHosts.includes(to.hostname)) throw new HttpError('refused', `${from.host} redirects to ${to.host}, which is not one of the services' own addresses.`);
    secure(to);
  }
}

function address(url: string): URL {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch (cause) {
    throw new HttpError('refused', 'its address is not a web address.', { cause });
  }
  secure(parsed);
  return parsed;
}

function secure(url: URL): void {
  if (url.username !== '' || url.password !== '') throw new HttpError('refused', 'its address holds a user name or password.');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) throw new HttpError('refused', `${url.host} would be reached without encryption.`);
}

/** Where an answer sends us; undefined when it is no redirect. */
function redirection(response: Response, from: URL): URL | undefined {
  // a browser hides where a redirect leads
  if (response.type === 'opaqueredirect') throw new HttpError('refused', `${from.host} redirects elsewhere, which cannot be checked here.`);
  if (![301, 302, 303, 307, 308].includes(response.status)) return undefined;
  const location = response.headers.get('location');
  if (location === null) return undefined;
  try {
    return new URL(location, from);
  } catch (cause) {
    throw new HttpError('refused', `${from.host} redirects to something that is not a web address.`, { cause });
  }
}

async function read(response: Response, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body !== null) {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > limit) throw new HttpError('tooLarge', `the answer is larger than ${limit} bytes`);
      chunks.push(chunk);
    }
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return decode(bytes, response.headers.get('content-type') ?? '');
}
