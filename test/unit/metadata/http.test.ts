import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FetchHttp } from '../../../src/host/http.js';
import { decode } from '../../../src/host/http-text.js';
import { toHttpError } from '../../../src/host/http-fault.js';
import { time } from '../../../src/host/time.js';
import { HttpError, type HttpRequest } from '../../../src/core/ports.js';
import { startScholarlyServer, type ScholarlyServer } from '../../support/scholarly-server.js';

const userAgent = 'Litshelf/0.1.0 (+https://github.com/litshelf/litshelf)';

describe('metadata: HTTP over the host\'s fetch', () => {
  let server: ScholarlyServer;
  const http = new FetchHttp({ userAgent, redirectHosts: ['allowed.example'] });
  const acl = (): HttpRequest => ({ url: `${server.bases.acl}/2023.acl-long.754.bib` });
  const fault = async (request: HttpRequest, by = http): Promise<string> => {
    try {
      const { status, text } = await by.request(request);
      return `${status} ${text.length}`;
    } catch (error) {
      assert.ok(error instanceof HttpError, String(error));
      return error.fault;
    }
  };
  before(async () => {
    server = await startScholarlyServer();
  });
  after(() => server.close());
  beforeEach(() => {
    server.reset();
  });

  it('names us, sends headers, reads the answer and its headers', async () => {
    const { status, headers, text, url } = await http.request({ ...acl(), headers: { 'x-api-key': 'k' } });
    assert.deepEqual([status, headers['content-type'], url], [200, 'text/plain; charset=utf-8', acl().url]);
    assert.match(text, /^@inproceedings/u);
    assert.equal(server.requests[0]?.headers['user-agent'], userAgent);
    assert.equal(server.requests[0].headers['x-api-key'], 'k');
  });

  it('posts', async () => {
    const { text } = await http.request({ url: `${server.bases.arxiv}/api/query`, method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'id_list=2212.10560&max_results=1' });
    assert.match(text, /Self-Generated/u);
    assert.deepEqual([server.requests[0]?.method, server.requests[0]?.ids], ['POST', ['2212.10560']]);
  });

  it('takes every status for an answer', async () => {
    server.behave({ do: 'status', status: 503, retryAfter: '7' });
    const { status, headers } = await http.request(acl());
    assert.deepEqual([status, headers['retry-after']], [503, '7']);
  });

  it('gives up when the body is slow, however soon the head came', async () => {
    server.behave({ do: 'slow', ms: 2000 });
    const began = performance.now();
    assert.equal(await fault({ ...acl(), timeout: 100 }), 'timeout');
    assert.ok(performance.now() - began < 1000);
  });

  it('ends a request when it is cancelled, and does not begin one cancelled before', async () => {
    server.behave({ do: 'slow', ms: 2000 });
    const control = new AbortController();
    setTimeout(() => {
      control.abort();
    }, 60);
    assert.equal(await fault({ ...acl(), signal: control.signal }), 'cancelled');
    assert.equal(await fault({ ...acl(), signal: control.signal }), 'cancelled');
    assert.equal(server.requests.length, 1);
    await time.sleep(50);
    assert.ok(server.requests[0]?.ended !== undefined, 'the connection is gone');
  });

  it('cuts off an answer of 20 MB at five, without reading the rest', async () => {
    server.behave({ do: 'huge', bytes: 20 * 1024 * 1024 }, { times: 2 });
    assert.equal(await fault(acl()), 'tooLarge');
    assert.equal(await fault({ ...acl(), limit: 21 * 1024 * 1024 }), `200 ${20 * 1024 * 1024}`);
  });

  it('tells a truncated answer, a reset connection and a silent host', async () => {
    server.behave({ do: 'truncated' });
    assert.equal(await fault(acl()), 'broken');
    server.behave({ do: 'reset' });
    assert.equal(await fault(acl()), 'broken');
    const closed: Server = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    assert.equal(await fault({ url: `http://127.0.0.1:${port}/` }), 'offline');
    assert.equal(await fault({ url: 'https://no-such-host.invalid/' }), 'offline');
  });

  it('reads the encoding that the bytes have, whatever the header says', async () => {
    const url = `${server.bases.arxiv}/api/query?id_list=2303.15056`;
    for (const behaviour of [{ bytes: 'utf8' }, { bytes: 'utf8', label: 'iso-8859-1' }, { bytes: 'latin1', label: 'iso-8859-1' }, { bytes: 'latin1', label: 'utf-8' }, { bytes: 'utf8', label: 'no-such-charset' }, { bytes: 'latin1' }] as const) {
      server.behave({ do: 'charset', ...behaviour });
      assert.match((await http.request({ url })).text, /Maël Kubli/u, JSON.stringify(behaviour));
    }
    assert.equal(decode(Buffer.from('\ufeffä', 'utf16le'), 'text/plain; charset="UTF-16LE"'), 'ä');
  });

  it('follows redirects of the same origin, and no more than five', async () => {
    server.behave({ do: 'redirect', to: '/acl/P99-1001.bib', status: 301 });
    assert.match((await http.request(acl())).text, /accents/u);
    server.behave({ do: 'redirect', to: acl().url, status: 302 }, { times: 10 });
    assert.equal(await fault(acl()), 'refused');
    assert.equal(server.requests.length, 2 + 6);
  });

  it('follows no redirect to another host, to this machine, without encryption or to another scheme', async () => {
    const other = await startScholarlyServer();
    const targets = ['https://evil.example/', 'http://allowed.example/', other.origin, `http://localhost:${new URL(server.origin).port}/acl/x.bib`, 'file:///etc/passwd', 'data:text/plain,x', 'http://', 'https://user:pass@allowed.example/'];
    for (const to of targets) {
      server.behave({ do: 'redirect', to });
      assert.equal(await fault(acl()), 'refused', to);
    }
    assert.equal(other.requests.length, 0);
    await other.close();
  });

  it('follows one to an allowed host, without the keys of the first', async () => {
    const seen: [string, unknown][] = [];
    const fetch = ((url: URL, init: RequestInit) => {
      seen.push([url.href, init.headers]);
      return Promise.resolve(seen.length === 1 ? new Response(null, { status: 302, headers: { location: 'https://allowed.example/x' } }) : new Response('ok'));
    }) as unknown as typeof globalThis.fetch;
    const { text, url } = await new FetchHttp({ userAgent, redirectHosts: ['allowed.example'], fetch }).request({ url: 'https://first.example/', headers: { 'x-api-key': 'secret', accept: 'a/b' } });
    assert.deepEqual([text, url], ['ok', 'https://allowed.example/x']);
    assert.deepEqual(seen[1]?.[1], { accept: 'a/b', 'user-agent': userAgent });
  });

  it('refuses addresses without encryption, but for this machine', async () => {
    for (const url of ['http://example.org/', 'ftp://example.org/', 'nonsense', 'https://u:p@example.org/']) assert.equal(await fault({ url }), 'refused', url);
  });

  it('understands what Electron and certificates say', () => {
    const { signal } = new AbortController();
    const said = (message: string, code?: string) => toHttpError(new TypeError('fetch failed', { cause: Object.assign(new Error(message), code === undefined ? {} : { code }) }), signal).fault;
    assert.equal(said('net::ERR_INTERNET_DISCONNECTED'), 'offline');
    assert.equal(said('net::ERR_CERT_AUTHORITY_INVALID'), 'refused');
    assert.equal(said('net::ERR_CONNECTION_RESET'), 'broken');
    assert.equal(said('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'), 'refused');
    assert.equal(said('getaddrinfo', 'EAI_AGAIN'), 'offline');
    assert.equal(toHttpError(new TypeError('Failed to fetch'), signal).fault, 'offline');
  });
});
