/** Links are asked politely, and only what is certainly gone is called dead. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkedCatalogue, checkLinks, deadLinks, linksOf, type LinkAnswer, type LinkProbe } from '../../../src/core/check/index.js';
import { HttpError } from '../../../src/core/ports.js';
import { readPapersNow } from '../../../src/core/yaml/read-papers.js';
import { FetchLinkProbe, isPrivate } from '../../../src/host/link-probe.js';
import { time } from '../../../src/host/time.js';

describe('checking links', () => {
  let server: Server;
  let base = '';
  const asked: string[] = [];
  let open = 0;
  let most = 0;

  before(async () => {
    server = createServer((request, response) => {
      const url = request.url ?? '';
      asked.push(`${request.method ?? ''} ${url}`);
      open += 1;
      most = Math.max(most, open);
      response.on('close', () => (open -= 1));
      const status = Number(/^\/(\d{3})/u.exec(url)?.[1] ?? 200);
      if (url.startsWith('/nohead')) response.writeHead(request.method === 'HEAD' ? 404 : 200).end('page');
      else if (url.startsWith('/moved')) response.writeHead(301, { location: '/200' }).end();
      else if (url.startsWith('/round')) response.writeHead(302, { location: '/round' }).end();
      else if (url.startsWith('/out')) response.writeHead(302, { location: 'file:///etc/passwd' }).end();
      else if (url.startsWith('/silent')) return;
      else if (url.startsWith('/endless')) {
        response.writeHead(200);
        if (request.method === 'HEAD') response.end();
        else response.write('x'.repeat(1000));
      } else response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked.length = 0;
    most = 0;
  });

  const probe = () => new FetchLinkProbe({ userAgent: 'test', local: true });
  const short = (answers: readonly LinkAnswer[]) => answers.map(({ link, state }) => `${link.replace(base, '')} ${state}`).sort();

  it('calls dead what answers 404 or 410 twice, and nothing else', async () => {
    const paths = ['/200', '/404', '/410', '/403', '/500', '/401', '/nohead', '/moved', '/round', '/out', '/endless', '/400'];
    const told: string[] = [];
    const answers = await checkLinks(paths.map((one) => base + one), { probe: probe(), time, gap: 1, told: (_, done, all) => told.push(`${done}/${all}`) });
    assert.deepEqual(short(answers), ['/200 alive', '/400 unknown', '/401 unknown', '/403 unknown', '/404 dead', '/410 dead', '/500 unknown', '/endless alive', '/moved alive', '/nohead alive', '/out unknown', '/round unknown']);
    assert.deepEqual([told[0], told.at(-1)], ['1/12', '12/12']);
    assert.deepEqual(asked.filter((one) => one.endsWith('/404')), ['HEAD /404', 'GET /404']);
    assert.ok(most <= 1, 'one host is asked one thing at a time');
  });

  it('waits for nobody for ever', async () => {
    const [answer] = await checkLinks([`${base}/silent`], { probe: new FetchLinkProbe({ userAgent: 'test', local: true, timeout: 100 }), time, gap: 1 });
    assert.deepEqual([answer?.state, answer?.why], ['unknown', 'no answer in time']);
  });

  it('asks no more of a host that has enough', async () => {
    const answers = await checkLinks(['/429', '/200', '/404'].map((one) => base + one), { probe: probe(), time, gap: 1 });
    assert.deepEqual(short(answers), ['/200 unknown', '/404 unknown', '/429 unknown']);
    assert.deepEqual(asked, ['HEAD /429']);
  });

  it('waits between two requests to one host, and asks several hosts at once', async () => {
    const waits: number[] = [];
    const seen: string[] = [];
    const quick: LinkProbe = { ask: (url) => (seen.push(url), Promise.resolve({ status: 200 })) };
    await checkLinks(['https://a.org/1', 'https://a.org/2', 'https://A.org/3', 'https://b.org/1', 'https://a.org/1'], { probe: quick, time: { ...time, sleep: (ms) => (waits.push(ms), Promise.resolve()) }, gap: 700 });
    assert.deepEqual(waits, [700, 700]);
    assert.equal(seen.length, 4);
    assert.ok(seen.indexOf('https://b.org/1') < seen.indexOf('https://A.org/3'));
  });

  it('stops when cancelled, and keeps what was answered', async () => {
    const control = new AbortController();
    const answers = await checkLinks(['/200', '/200?b', '/200?c'].map((one) => base + one), { probe: probe(), time, gap: 1, signal: control.signal, told: () => control.abort() });
    assert.equal(answers.length, 1);
    const never: LinkProbe = { ask: (_url, _method, signal) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new HttpError('cancelled', 'cancelled')))) };
    const other = new AbortController();
    const waiting = checkLinks(['https://a.org/'], { probe: never, time, signal: other.signal });
    other.abort();
    assert.deepEqual(await waiting, []);
  });

  it('never asks this machine or a private network', async () => {
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '[::1]', '[::]', '[::ffff:7f00:1]', '[fe80::1]', '[fd00::1]', 'printer', 'printer.local', 'db.internal', 'localhost.']) assert.ok(isPrivate(host), host);
    for (const host of ['arxiv.org', '8.8.8.8', '172.32.0.1', '[2606:4700::1111]', 'local.org', '1.1.1.1.org']) assert.ok(!isPrivate(host), host);
    const answers = await checkLinks([`${base}/200`, 'http://0x7f.1/', 'https://user:pass@seeded.org/', 'nonsense'], { probe: new FetchLinkProbe({ userAgent: 'test' }), time, gap: 1 });
    assert.deepEqual(answers.map(({ state }) => state), ['unknown', 'unknown', 'unknown', 'unknown']);
    assert.deepEqual(asked, []);
  });

  it('shows dead links where they stand', () => {
    const text = '- id: a\n  title: T\n  links:\n    page: https://seeded.org/1\n    code: https://seeded.org/2\n- id: b\n  links: {page: "https://seeded.org/1"}\n';
    const { records } = checkedCatalogue({ categories: [], lists: [] }, new Map([['papers/a.yaml', readPapersNow(text, 'papers/a.yaml')]]), () => text);
    assert.deepEqual(linksOf(records), ['https://seeded.org/1', 'https://seeded.org/2']);
    const found = deadLinks(records, [{ link: 'https://seeded.org/1', state: 'dead', why: '404' }, { link: 'https://seeded.org/2', state: 'unknown', why: '500' }]);
    assert.deepEqual(found.map(({ paper, start, end, fix }) => [paper, text.slice(start, end), fix?.safe]), [['a', 'https://seeded.org/1', false], ['b', 'https://seeded.org/1', false]]);
  });
});
