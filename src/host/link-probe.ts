/** The port LinkProbe over the host's own `fetch`: redirects by hand, nothing read but the status, never into this machine or a private network. */
import type { LinkProbe } from '../core/check/links.js';
import { HttpError, type Cancellation } from '../core/ports.js';
import { inTime } from './in-time.js';

export interface LinkProbeOptions {
  /** Names us, our version and our repository. */
  readonly userAgent: string;
  /** Milliseconds until the answer must begin. */
  readonly timeout?: number;
  /** For tests: this machine may be asked. */
  readonly local?: boolean;
}

const mostRedirects = 8;
const longest = 20_000;

export class FetchLinkProbe implements LinkProbe {
  readonly #options: LinkProbeOptions;

  constructor(options: LinkProbeOptions) {
    this.#options = options;
  }

  async ask(url: string, method: 'HEAD' | 'GET', signal: Cancellation | undefined): Promise<{ status: number }> {
    // the page itself is not read
    return inTime({ timeout: this.#options.timeout ?? longest, missing: 'answer', signal }, async (ends) => this.#follow(this.#allowed(url, undefined), method, ends));
  }

  async #follow(first: URL, method: 'HEAD' | 'GET', signal: AbortSignal): Promise<{ status: number }> {
    let url = first;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      signal.throwIfAborted();
      const response = await fetch(url, { method, redirect: 'manual', signal, headers: { 'user-agent': this.#options.userAgent, accept: '*/*' } });
      const location = [301, 302, 303, 307, 308].includes(response.status) ? response.headers.get('location') : null;
      await response.body?.cancel().catch(() => undefined);
      if (response.type === 'opaqueredirect') return { status: 200 };
      if (location === null) return { status: response.status };
      url = this.#allowed(location, url);
    }
    throw new HttpError('broken', 'it redirects without end');
  }

  #allowed(address: string, base: URL | undefined): URL {
    let url: URL;
    try {
      url = new URL(address, base);
    } catch (cause) {
      throw new HttpError('refused', 'its address is not a web address', { cause });
    }
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new HttpError('refused', `${url.protocol} is not followed`);
    if (url.username !== '' || url.password !== '') throw new HttpError('refused', 'its address holds a user name or password');
    if (this.#options.local !== true && isPrivate(url.hostname)) throw new HttpError('refused', `${url.hostname} is not on the public internet`);
    return url;
  }
}

/** Names and addresses that no public page has: a catalogue must not make anybody's machine ask around in its own network. */
export function isPrivate(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/u, '');
  if (/^\[.*\]$/u.test(host)) return isPrivateV6(host.slice(1, -1));
  const [a = 0, b = 0, ...rest] = host.split('.').map(Number);
  // URL has turned every spelling of an IPv4 address into four numbers
  if (/^\d+(?:\.\d+){3}$/u.test(host) && rest.length === 2) return a === 0 || a === 10 || a === 127 || a >= 224 || (a === 100 && b >= 64 && b < 128) || (a === 169 && b === 254) || (a === 172 && b >= 16 && b < 32) || (a === 192 && (b === 168 || (b === 0 && rest[0] === 0))) || (a === 198 && (b === 18 || b === 19));
  return !host.includes('.') || /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid)$/u.test(host);
}

function isPrivateV6(address: string): boolean {
  // ::, ::1, addresses that hold an IPv4 one, unique local, link local, multicast
  return /^(?:::|0*:)/u.test(address) || /^(?:f[cd]|fe[89ab]|ff)/u.test(address) || address.startsWith('64:ff9b:') || address.startsWith('2002:');
}
