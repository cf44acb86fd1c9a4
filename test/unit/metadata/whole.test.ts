/** Everything together over real HTTP: each way in which a service misbehaves, and what a person is told. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../../src/core/metadata/answer.js';
import { LocalLease, LookUp, redirectHosts } from '../../../src/core/metadata/index.js';
import { FolderCache } from '../../../src/host/answer-cache.js';
import { FetchHttp } from '../../../src/host/http.js';
import { FolderLease } from '../../../src/host/lease.js';
import { time } from '../../../src/host/time.js';
import { startScholarlyServer, type Behaviour, type ScholarlyServer } from '../../support/scholarly-server.js';
import { FakeLog, FakeStore } from './fakes.js';

const userAgent = 'Litshelf/0.1.0 (+https://github.com/litshelf/litshelf)';
const told = (answer: Answer) => (answer.kind === 'couldNotCheck' ? answer.reason : answer.kind);

describe('metadata: the whole road over real HTTP', () => {
  let server: ScholarlyServer;
  let log: FakeLog;
  const start = (patience = true, store: ConstructorParameters<typeof LookUp>[1] = new FakeStore(), lease: ConstructorParameters<typeof LookUp>[2] = new LocalLease(), timeout = 5000) => {
    log = new FakeLog();
    const lookup = new LookUp({ http: new FetchHttp({ userAgent, redirectHosts }), time, log }, store, lease, { bases: () => server.bases, queue: { interval: 30, window: 5, timeout }, spacing: 0 });
    return { ask: (kind: string, id: string) => lookup.lookUp({ kind, id }, patience ? { patience: 5000 } : {}), lookup };
  };
  before(async () => {
    server = await startScholarlyServer();
  });
  after(() => server.close());
  beforeEach(() => {
    server.reset();
  });

  it('finds the works of the fixtures by every kind of identifier', async () => {
    const { ask } = start();
    for (const [kind, id] of [['arxiv', '2212.10560'], ['arxiv', 'hep-th/9711200'], ['arxiv', 'math.GT/0309136'], ['doi', '10.1073/pnas.2305016120'], ['doi', '10.1016/S0140-6736(23)00537-0'], ['doi', '10.5281/zenodo.99'], ['acl', '2023.acl-long.754']] as const) {
      assert.equal(told(await ask(kind, id)), 'found', id);
    }
    assert.equal(told(await ask('doi', '10.5555/nothing')), 'notFound');
    assert.equal(told(await ask('acl', '2023.acl-long.99999')), 'notFound');
    assert.equal(told(await ask('arxiv', '9910.00001')), 'notFound');
    assert.ok(server.requests.every((request) => request.headers['user-agent'] === userAgent));
    assert.ok(!log.lines.some((line) => /2212|10\.\d{4}/u.test(line)), 'the log names no paper');
  });

  const arxivSays: [string, Behaviour, string][] = [
    ['an error feed without id', { do: 'errorFeed' }, 'refused'],
    ['an error feed of its own', { do: 'errorFeed', status: 500 }, 'serviceDown'],
    ['an error feed for the id', { do: 'errorFeed', ids: ['2406.20094'] }, 'notFound'],
    ['the same with status 400', { do: 'errorFeed', ids: ['2406.20094'], status: 400 }, 'notFound'],
    ['an empty feed without count', { do: 'emptyFeed' }, 'badAnswer'],
    ['an empty feed that counts one', { do: 'emptyFeed', total: 1 }, 'badAnswer'],
    ['400', { do: 'status', status: 400 }, 'refused'],
    ['429', { do: 'status', status: 429 }, 'rateLimited'],
    ['429 with seconds', { do: 'status', status: 429, retryAfter: '60' }, 'rateLimited'],
    ['429 with a date', { do: 'status', status: 429, retryAfter: new Date(Date.now() + 60_000).toUTCString() }, 'rateLimited'],
    ['429 with an absurd value', { do: 'status', status: 429, retryAfter: '99999999999' }, 'rateLimited'],
    ['503', { do: 'status', status: 503 }, 'serviceDown'],
    ['"Rate exceeded." with 200', { do: 'status', status: 200, body: 'Rate exceeded.' }, 'rateLimited'],
    ['a slow body', { do: 'slow', ms: 3000 }, 'timeout'],
    ['a truncated body', { do: 'truncated' }, 'serviceDown'],
    ['half a feed', { do: 'half' }, 'badAnswer'],
    ['a reset connection', { do: 'reset' }, 'serviceDown'],
    ['HTML', { do: 'html' }, 'badAnswer'],
    ['20 MB', { do: 'huge', bytes: 20 * 1024 * 1024 }, 'badAnswer'],
    ['an entity bomb', { do: 'entityBomb' }, 'badAnswer'],
    ['a redirect elsewhere', { do: 'redirect', to: 'https://evil.example/' }, 'refused'],
  ];
  for (const [name, behaviour, expected] of arxivSays) {
    it(`arXiv: ${name}: ${expected}`, async () => {
      const { ask, lookup } = start(true, undefined, undefined, expected === 'timeout' ? 250 : undefined);
      server.behave(behaviour, { service: 'arxiv', times: Infinity });
      const answer = await ask('arxiv', '2406.20094');
      assert.equal(told(answer), expected, JSON.stringify(answer));
      if (answer.kind === 'couldNotCheck' && expected === 'rateLimited') {
        assert.ok((answer.retryAt ?? 0) > Date.now() && (answer.retryAt ?? 0) <= Date.now() + 3_600_000);
      }
      if (name.includes('absurd')) assert.match(answer.kind === 'couldNotCheck' ? answer.message : '', /years|days.*tries again after 60 minutes/u);
      lookup.dispose();
    });
  }

  it('arXiv: an empty feed once, by mistake: found', async () => {
    const { ask } = start();
    server.behave({ do: 'emptyFeed', total: 0 }, { service: 'arxiv' });
    assert.equal(told(await ask('arxiv', '2406.20094')), 'found');
    assert.equal(server.requests.length, 2);
  });

  it('arXiv: any encoding, titles broken over lines, ten thousand authors', async () => {
    const { ask } = start();
    server.behave({ do: 'charset', bytes: 'utf8', label: 'iso-8859-1' }, { service: 'arxiv' });
    const answer = await ask('arxiv', '9912.00005');
    assert.ok(answer.kind === 'found' && answer.metadata.fields.title === 'Title broken over many # lines ---' && answer.metadata.fields.authors?.[4] === 'Åsa Öberg');
    const crowd = await ask('arxiv', '9912.00006');
    assert.ok(crowd.kind === 'found' && crowd.metadata.fields.authors?.length === 10_000);
  });

  it('arXiv: 200 ids cost two requests, one at a time', async () => {
    const { ask } = start(false);
    const ids = Array.from({ length: 200 }, (_, index) => `9911.${String(index + 1).padStart(5, '0')}`);
    const answers = await Promise.all(ids.map((id) => ask('arxiv', id)));
    assert.ok(answers.every((answer) => answer.kind === 'found'));
    assert.ok(server.requests.length <= 3, `${server.requests.length} requests`);
    server.requests.slice(1).forEach((request, index) => {
      assert.ok(request.time - (server.requests[index]?.ended ?? Infinity) >= 29);
    });
  });

  it('the others: each failure says why', async () => {
    const cases: [Behaviour, string][] = [
      [{ do: 'status', status: 429, retryAfter: '60' }, 'rateLimited'],
      [{ do: 'status', status: 500 }, 'serviceDown'],
      [{ do: 'html' }, 'badAnswer'],
      [{ do: 'html', status: 404 }, 'badAnswer'],
      [{ do: 'half' }, 'badAnswer'],
      [{ do: 'truncated' }, 'serviceDown'],
      [{ do: 'reset' }, 'serviceDown'],
      [{ do: 'huge', bytes: 20 * 1024 * 1024 }, 'badAnswer'],
      [{ do: 'redirect', to: 'http://169.254.169.254/latest/' }, 'refused'],
    ];
    for (const [behaviour, expected] of cases) {
      const { ask } = start();
      server.reset();
      server.behave(behaviour, { times: Infinity });
      assert.equal(told(await ask('doi', '10.1073/pnas.2305016120')), expected, JSON.stringify(behaviour));
    }
  });

  it('with a real cache and a real lease: asked once, served old when the service is gone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'litshelf-whole-'));
    try {
      const make = () => start(true, new FolderCache(join(folder, 'answers'), log), new FolderLease(join(folder, 'lease'), 'arxiv', time, { poll: 10 }));
      assert.equal(told(await make().ask('arxiv', '2212.10560')), 'found');
      const { length } = server.requests;
      assert.equal(told(await make().ask('arxiv', '2212.10560')), 'found');
      assert.equal(server.requests.length, length, 'another window is served from the folder');
      server.behave({ do: 'reset' }, { times: Infinity });
      const again = await make().lookup.lookUp({ kind: 'arxiv', id: '2212.10560' }, { refresh: true, patience: 900 });
      assert.ok(again.kind === 'found' && again.stale?.because.reason === 'serviceDown');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
