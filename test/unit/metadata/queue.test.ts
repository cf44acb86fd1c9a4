import assert from 'node:assert/strict';
import type { Answer } from '../../../src/core/metadata/answer.js';
import { Canceller } from '../../../src/core/metadata/cancel.js';
import { LocalLease } from '../../../src/core/metadata/lease.js';
import { ArxivQueue, type QueueOptions, type QueueState } from '../../../src/core/metadata/queue.js';
import { HttpError, type Lease, type LeaseState } from '../../../src/core/ports.js';
import { atomFeed, errorFeed } from '../../support/scholarly-answers.js';
import { fakeWorld, retryAfter, status } from './fakes.js';

function start(answer?: Parameters<typeof fakeWorld>[0], options?: Partial<QueueOptions>, lease: Lease = new LocalLease()) {
  const { world, time, http, log } = fakeWorld(answer);
  const heard: [string, Answer['kind']][] = [];
  const queue = new ArxivQueue(world, lease, () => 'https://export.arxiv.org', (id, one) => heard.push([id, one.kind]), options);
  const states: QueueState[] = [];
  queue.onDidChange((state) => states.push(state));
  return { queue, time, http, log, heard, states };
}
const many = (count: number) => Array.from({ length: count }, (_, index) => `9911.${String(index + 1).padStart(5, '0')}`);
const reason = (answer: Answer) => (answer.kind === 'couldNotCheck' ? answer.reason : answer.kind);
const empty = atomFeed([], 0);

describe('metadata: the queue for arXiv', () => {
  it('asks for ids that come together in one request, with max_results', async () => {
    const { queue, time, http } = start();
    const answers = await time.until(Promise.all(['2212.10560', 'arXiv:2304.12244v2', 'hep-th/9711200', 'math.GT/0309136'].map((id) => queue.ask(id))));
    assert.deepEqual(answers.map((one) => one.kind), ['found', 'found', 'found', 'found']);
    assert.deepEqual(http.sent.map((one) => one.ids), [['2212.10560', '2304.12244', 'hep-th/9711200', 'math/0309136']]);
    assert.match(http.sent[0]?.url ?? '', /&max_results=4$/u);
  });

  it('asks once for an id that many ask for, also while its request is on its way', async () => {
    const { queue, time, http } = start();
    const first = queue.ask('2212.10560');
    const second = queue.ask('arXiv:2212.10560v1');
    await time.advance(90);
    assert.equal(http.sent.length, 1);
    const third = queue.ask('2212.10560v2');
    const answers = await time.until(Promise.all([first, second, third]));
    assert.deepEqual(answers.map((one) => one.kind), ['found', 'found', 'found']);
    assert.equal(http.sent.length, 1);
  });

  it('sends one request at a time, each three seconds after the end of the one before', async () => {
    const { queue, time, http } = start(undefined, { batch: 10 });
    http.takes = 700;
    const answers = await time.until(Promise.all(many(35).map((id) => queue.ask(id))));
    assert.ok(answers.every((one) => one.kind === 'found'));
    assert.equal(http.sent.length, 4);
    assert.equal(http.most, 1);
    http.sent.slice(1).forEach((one, index) => {
      assert.ok(one.at - (http.sent[index]?.end ?? NaN) >= 3000);
    });
  });

  it('keeps the interval to a request of an earlier burst', async () => {
    const { queue, time, http } = start();
    await time.until(queue.ask('2212.10560'));
    await time.advance(500);
    await time.until(queue.ask('2304.12244'));
    assert.ok((http.sent[1]?.at ?? 0) - (http.sent[0]?.end ?? 0) >= 3000);
  });

  it('spends at most three requests on 200 ids, even when some do not exist', async () => {
    const { queue, time, http } = start();
    const ids = [...many(197), '9910.00001', '9910.00002', '9910.00003'];
    const answers = await time.until(Promise.all(ids.map((id) => queue.ask(id))));
    assert.equal(answers.filter((one) => one.kind === 'found').length, 197);
    assert.deepEqual(answers.slice(197).map((one) => one.kind), ['notFound', 'notFound', 'notFound']);
    assert.ok(http.sent.length <= 3, `${http.sent.length} requests`);
    assert.ok(http.sent.every((one) => one.ids.length <= 100));
  });

  it('drops an id that nobody waits for any more, and sends nothing for it', async () => {
    const { queue, time, http } = start();
    const call = new Canceller();
    const gone = queue.ask('2304.12244', call.signal);
    const stays = queue.ask('2212.10560');
    call.cancel();
    assert.equal(reason(await gone), 'cancelled');
    await time.until(stays);
    assert.deepEqual(http.sent.map((one) => one.ids), [['2212.10560']]);
  });

  it('sends nothing at all when the only one who waits goes', async () => {
    const { queue, time, http } = start();
    const call = new Canceller();
    const gone = queue.ask('2304.12244', call.signal);
    await time.advance(10);
    call.cancel();
    assert.equal(reason(await gone), 'cancelled');
    await time.advance(60_000);
    assert.equal(http.sent.length, 0);
    assert.equal(queue.state.kind, 'idle');
    assert.equal(time.sleeping, 0);
    assert.equal((await time.until(queue.ask('2304.12244'))).kind, 'found');
  });

  it('keeps an id as long as one of several waits', async () => {
    const { queue, time } = start();
    const call = new Canceller();
    const gone = queue.ask('2212.10560', call.signal);
    const stays = queue.ask('2212.10560');
    call.cancel();
    assert.equal(reason(await gone), 'cancelled');
    assert.equal((await time.until(stays)).kind, 'found');
  });

  it('hears the answer of a request that was on its way when everybody went, and gives it to who asks again', async () => {
    const { queue, time, http, heard } = start();
    const call = new Canceller();
    const gone = queue.ask('2212.10560', call.signal);
    await time.advance(80);
    assert.equal(http.sent.length, 1);
    call.cancel();
    assert.equal(reason(await gone), 'cancelled');
    const again = await time.until(queue.ask('2212.10560'));
    assert.equal(again.kind, 'found');
    assert.equal(http.sent.length, 1);
    assert.deepEqual(heard, [['2212.10560', 'found']]);
  });

  it('says not found only after a second request for the id alone says the same', async () => {
    const { queue, time, http } = start();
    const answer = await time.until(queue.ask('9910.00001'));
    assert.equal(answer.kind, 'notFound');
    assert.deepEqual(http.sent.map((one) => one.ids), [['9910.00001'], ['9910.00001']]);
  });

  it('finds what a wrongly empty feed left out', async () => {
    const { queue, time, http } = start((_request, count) => (count === 1 ? empty : undefined));
    assert.equal((await time.until(queue.ask('2212.10560'))).kind, 'found');
    assert.equal(http.sent.length, 2);
  });

  it('asks absent ids together with one that arXiv has, and believes only a feed that holds it', async () => {
    const { queue, time, http } = start((_request, count) => (count === 3 ? empty : undefined));
    await time.until(queue.ask('2212.10560'));
    const answers = await time.until(Promise.all(['9910.00001', '9910.00002'].map((id) => queue.ask(id))));
    assert.deepEqual(http.sent[2]?.ids, ['9910.00001', '9910.00002', '2212.10560']);
    // the third feed was empty although it asked for a known paper: each id is asked for alone
    assert.deepEqual(http.sent.slice(3).map((one) => one.ids.length), [1, 1]);
    assert.deepEqual(answers.map((one) => one.kind), ['notFound', 'notFound']);
  });

  it('does not believe feeds that stay empty for many ids, nor one without or with a wrong count', async () => {
    const all = start(() => empty);
    const answers = await all.time.until(Promise.all(many(20).map((id) => all.queue.ask(id))));
    assert.ok(answers.every((one) => reason(one) === 'badAnswer'));
    assert.equal(all.http.sent.length, 2);
    for (const feed of [atomFeed([], undefined), atomFeed([], 7)]) {
      const one = start(() => feed);
      assert.equal(reason(await one.time.until(one.queue.ask('2212.10560'))), 'badAnswer');
    }
  });

  it('does not believe a feed with papers that nobody asked for', async () => {
    const other = atomFeed(['<entry><id>http://arxiv.org/abs/2304.12244v1</id><title>Somebody else asked</title></entry>'], 1);
    const { queue, time, heard } = start(() => other);
    assert.equal(reason(await time.until(queue.ask('2212.10560'))), 'badAnswer');
    assert.deepEqual(heard, [['2212.10560', 'couldNotCheck']]);
  });

  it('drops the id that an error feed names and asks again for the others', async () => {
    for (const code of [200, 400]) {
      const { queue, time, http } = start((request) => (request.url.includes('9910.00009') ? errorFeed(['9910.00009'], code) : undefined));
      const answers = await time.until(Promise.all(['2212.10560', '9910.00009', '2304.12244'].map((id) => queue.ask(id))));
      assert.deepEqual(answers.map((one) => one.kind), ['found', 'notFound', 'found']);
      assert.equal(http.sent.length, 2);
    }
  });

  it('halves a request that is refused or too large until the culprit stands alone', async () => {
    for (const fault of [errorFeed([], 200, 'what?'), status(400), status(414), new HttpError('tooLarge', 'too large')]) {
      const { queue, time, http } = start((request) => (request.url.includes('9911.00003') ? fault : undefined));
      const answers = await time.until(Promise.all(many(8).map((id) => queue.ask(id))));
      assert.deepEqual(answers.map((one) => one.kind), many(8).map((id) => (id === '9911.00003' ? 'couldNotCheck' : 'found')));
      assert.ok(http.sent.length <= 8);
    }
  });

  it('refuses what is no arXiv id without asking', async () => {
    const { queue, http } = start();
    assert.equal((await queue.ask('../../etc/passwd')).kind, 'notFound');
    assert.equal(http.sent.length, 0);
  });

  describe('when arXiv asks for a pause', () => {
    it('waits as many seconds as said, and shows until when', async () => {
      for (const code of [429, 503]) {
        const { queue, time, http, states } = start((_request, count) => (count === 1 ? retryAfter(code, '120') : undefined));
        assert.equal((await time.until(queue.ask('2212.10560'))).kind, 'found');
        assert.ok((http.sent[1]?.at ?? 0) - (http.sent[0]?.end ?? 0) >= 120_000);
        const paused = states.find((state) => state.kind === 'paused');
        assert.equal(paused?.pausedUntil, (http.sent[0]?.end ?? 0) + 120_000 + Date.UTC(2026, 0, 1));
        assert.match(paused.reason ?? '', /arXiv/u);
      }
    });

    it('understands a date, and caps what is absurd at an hour and says so', async () => {
      for (const [value, least, explained] of [[new Date(Date.UTC(2026, 0, 1) + 61_000).toUTCString(), 59_000, false], ['54000', 3_600_000, true], ['Fri, 31 Dec 9999 23:59:59 GMT', 3_600_000, true]] as const) {
        const { queue, time, http, states } = start((_request, count) => (count === 1 ? retryAfter(429, value) : undefined));
        assert.equal((await time.until(queue.ask('2212.10560'))).kind, 'found');
        const waited = (http.sent[1]?.at ?? 0) - (http.sent[0]?.end ?? 0);
        assert.ok(waited >= least && waited <= least + 10_000, `${value}: ${waited}`);
        assert.equal(/after 60 minutes|after 1 hour/u.test(states.find((state) => state.kind === 'paused')?.reason ?? ''), explained);
      }
    });

    it('backs off exponentially without a word, and gives an id up after four failures', async () => {
      for (const fault of [status(429), status(503), status(200, 'Rate exceeded.'), { status: 200, type: 'text/html', body: '<html><p>busy</html>' }, new HttpError('timeout', ''), new HttpError('broken', '')]) {
        const { queue, time, http } = start(() => fault);
        const answer = await time.until(queue.ask('2212.10560'));
        assert.equal(answer.kind, 'couldNotCheck');
        const gaps = http.sent.slice(1).map((one, index) => Math.round((one.at - (http.sent[index]?.end ?? 0)) / 1000));
        assert.deepEqual(gaps, [10, 20, 40]);
      }
    });

    it('answers at once who would not wait so long, then and during the pause, with the time to come back', async () => {
      const { queue, time, http } = start((_request, count) => (count === 1 ? retryAfter(429, '600') : undefined));
      const patient = queue.ask('2304.12244');
      const first = await time.until(queue.ask('2212.10560', undefined, 5000));
      assert.deepEqual([first.kind, reason(first)], ['couldNotCheck', 'rateLimited']);
      const during = await queue.ask('2402.13064', undefined, 5000);
      assert.equal(reason(during), 'rateLimited');
      assert.ok(during.kind === 'couldNotCheck' && (during.retryAt ?? 0) > time.wall());
      assert.equal((await time.until(patient)).kind, 'found');
      assert.deepEqual(http.sent.map((one) => one.ids.length), [2, 1]);
    });

    it('says at once that the network is gone, and does not pause', async () => {
      const { queue, time, http } = start((_request, count) => (count === 1 ? new HttpError('offline', 'no network') : undefined));
      assert.equal(reason(await time.until(queue.ask('2212.10560'))), 'offline');
      assert.equal((await time.until(queue.ask('2212.10560'))).kind, 'found');
      assert.ok((http.sent[1]?.at ?? 0) - (http.sent[0]?.end ?? 0) <= 3000);
    });

    it('obeys a pause that another window was told of', async () => {
      const { world, time, http } = fakeWorld();
      const left: LeaseState[] = [];
      let state: LeaseState = { pausedUntil: time.wall() + 50_000, reason: 'arXiv asked another window.', failures: 2 };
      const lease: Lease = {
        take: () => Promise.resolve({ state, renew: () => Promise.resolve(true), release: (next) => Promise.resolve(void left.push((state = next))) }),
      };
      const queue = new ArxivQueue(world, lease, () => 'https://export.arxiv.org');
      const began = time.now();
      assert.equal((await time.until(queue.ask('2212.10560'))).kind, 'found');
      assert.ok((http.sent[0]?.at ?? 0) - began >= 50_000);
      await time.settle();
      assert.equal(left.at(-1)?.failures, 0);
      assert.equal(left.at(-1)?.pausedUntil, undefined);
    });
  });

  it('sends nothing when the turn was lost before it could be used, and takes it anew', async () => {
    const inner = new LocalLease();
    let losses = 2;
    const lease: Lease = {
      take: async (signal) => {
        const turn = await inner.take(signal);
        return turn && { ...turn, renew: (next) => (losses-- > 0 ? Promise.resolve(false) : turn.renew(next)) };
      },
    };
    const { queue, time, http } = start(undefined, {}, lease);
    assert.equal((await time.until(queue.ask('2212.10560'))).kind, 'found');
    assert.equal(http.sent.length, 1);
  });

  it('survives a lease that cannot be had, a listener that throws, a clock set back', async () => {
    const broken = start(undefined, {}, { take: () => Promise.reject(new Error('the folder cannot be written')) });
    const answer = await broken.time.until(broken.queue.ask('2212.10560'));
    assert.match(answer.kind === 'couldNotCheck' ? answer.message : '', /the folder cannot be written/u);

    const thrown = start();
    thrown.queue.onDidChange(() => {
      throw new Error('a bad listener');
    });
    assert.equal((await thrown.time.until(thrown.queue.ask('2212.10560'))).kind, 'found');

    const { world, time, http } = fakeWorld();
    const future: LeaseState = { lastRequest: time.wall() + 86_400_000, pausedUntil: time.wall() + 86_400_000 };
    const lease: Lease = { take: () => Promise.resolve({ state: time.now() > 3_600_000 ? { lastRequest: future.lastRequest } : future, renew: () => Promise.resolve(true), release: () => Promise.resolve() }) };
    await time.until(new ArxivQueue(world, lease, () => 'https://export.arxiv.org').ask('2212.10560'));
    assert.ok((http.sent[0]?.at ?? Infinity) < 3_600_000 + 20_000);
  });

  it('gives up everything when closed', async () => {
    const { queue, time, http } = start();
    http.takes = 60_000;
    const waiting = [queue.ask('2212.10560')];
    await time.advance(100);
    waiting.push(queue.ask('2304.12244'));
    queue.dispose();
    assert.deepEqual((await Promise.all(waiting)).map(reason), ['cancelled', 'cancelled']);
    await time.advance(10);
    assert.equal(queue.state.kind, 'idle');
    assert.equal(reason(await queue.ask('2212.10560')), 'cancelled');
    assert.equal(http.sent.length, 1);
  });

  it('puts the person who waits before the import that takes a while', async () => {
    const { queue, time, http } = start(undefined, { batch: 10 });
    const bulk = many(25).map((id) => queue.ask(id));
    await time.advance(100);
    const hover = queue.ask('2212.10560', undefined, 5000);
    assert.equal((await time.until(hover)).kind, 'found');
    assert.ok(http.sent[1]?.ids.includes('2212.10560'));
    await time.until(Promise.all(bulk));
  });
});
