import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { Canceller } from '../../../src/core/metadata/cancel.js';
import { FolderLease } from '../../../src/host/lease.js';
import { time } from '../../../src/host/time.js';
import type { Time, Turn } from '../../../src/core/ports.js';
import { startScholarlyServer, type ScholarlyServer } from '../../support/scholarly-server.js';
import type { Task } from './lease-window.js';

const within = async <T>(ms: number, promise: Promise<T>): Promise<T | 'waits'> => Promise.race([promise, time.sleep(ms).then(() => 'waits' as const)]);

describe('metadata: the lease on disk', () => {
  let folder: string;
  let over: Canceller;
  let takes: Promise<unknown>[];
  const open = (options: object = {}, clock: Time = time) => new FolderLease(folder, 'arxiv', clock, { poll: 10, ...options });
  /** Waits until the test is over at most: what went on looking would write into a folder that is being removed. */
  const take = (lease: FolderLease): Promise<Turn | undefined> => {
    const taken = lease.take(over.signal);
    takes.push(taken);
    return taken;
  };
  const must = async (lease: FolderLease): Promise<Turn> => {
    const turn = await within(1500, take(lease));
    assert.ok(turn !== undefined && turn !== 'waits', 'no turn');
    return turn;
  };
  const only = async () => {
    const [file] = (await readdir(folder)).sort();
    return join(folder, file ?? '');
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'litshelf-lease-'));
    over = new Canceller();
    takes = [];
  });
  afterEach(async () => {
    over.cancel();
    await Promise.allSettled(takes);
    await rm(folder, { recursive: true, force: true });
  });

  it('is held by one at a time and hands the state on', async () => {
    const first = await must(open());
    assert.deepEqual(first.state, {});
    const call = new Canceller();
    const waiting = open().take(call.signal);
    assert.equal(await within(60, waiting), 'waits');
    assert.equal(await first.renew({ lastRequest: 5 }), true);
    await first.release({ lastRequest: 7, pausedUntil: 9, reason: 'why', failures: 2 });
    assert.deepEqual(((await waiting) as Turn).state, { lastRequest: 7, pausedUntil: 9, reason: 'why', failures: 2 });
    assert.equal(await first.renew({}), false, 'what was given back cannot be renewed');
    call.cancel();
  });

  it('stops waiting when cancelled', async () => {
    await must(open());
    const call = new Canceller();
    const waiting = open().take(call.signal);
    await time.sleep(30);
    call.cancel();
    assert.equal(await waiting, undefined);
  });

  it('is taken over when its term is over; the first holder then knows that it lost', async () => {
    const first = await must(open({ term: 40, skew: 20 }));
    await first.renew({ lastRequest: 3, failures: 2 });
    const began = Date.now();
    const second = await must(open({ term: 40, skew: 20 }));
    assert.equal(second.state.failures, 2);
    const { lastRequest = 0 } = second.state;
    assert.ok(lastRequest >= began && lastRequest <= Date.now(), 'its request may have lasted until now');
    assert.equal(await first.renew({ lastRequest: 4 }), false);
    await first.release({ lastRequest: 4 });
    assert.equal(await second.renew({}), true);
    await second.release({ lastRequest: 5 });
    assert.equal((await must(open())).state.lastRequest, 5, 'a late release changes nothing');
  });

  it('is not taken over while it is renewed', async () => {
    const options = { term: 600, skew: 100 };
    const first = await must(open(options));
    const call = new Canceller();
    const waiting = open(options).take(call.signal);
    for (let count = 0; count < 4; count += 1) {
      await time.sleep(250);
      assert.equal(await first.renew({ failures: count }), true);
    }
    assert.equal(await within(0, waiting), 'waits');
    call.cancel();
    await waiting;
  });

  it('bears clocks that differ or jump: by a little always, by years after a term', async () => {
    const ahead = (ms: number): Time => ({ ...time, wall: () => Date.now() + ms });
    const options = { term: 300, skew: 200 };
    await must(open(options));
    assert.equal(await within(120, take(open(options, ahead(180)))), 'waits');
    await rm(folder, { recursive: true });
    await must(open(options, ahead(10 * 365 * 86_400_000)));
    const began = performance.now();
    await must(open(options));
    assert.ok(performance.now() - began < 1000, 'a term in the far future ends after a term of our own');
  });

  it('is taken at once from a process that is gone, not from one on another machine', async () => {
    const gone = fork('-e', [], { execArgv: [], stdio: 'ignore' });
    await new Promise((resolve) => gone.on('exit', resolve));
    const file = (host: string) => JSON.stringify({ holder: 'x', pid: gone.pid, host, expires: Date.now() + 60_000, state: { reason: 'the last words' } });
    await writeFile(join(folder, 'arxiv.7.turn'), file(hostname()));
    assert.equal((await must(open())).state.reason, 'the last words');
    await rm(folder, { recursive: true });
    await (await must(open())).release({});
    await writeFile(join(folder, 'arxiv.8.turn'), file('another-machine'));
    assert.equal(await within(60, take(open())), 'waits');
  });

  it('bears rubbish: half a file waits for a term, strange names are not touched', async () => {
    const began = performance.now();
    await writeFile(join(folder, 'arxiv.3.turn'), '{"holder":');
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await must(open({ term: 80, skew: 20 }));
    assert.ok(performance.now() - began >= 60);
    assert.ok((await readdir(folder)).includes('notes.txt'));
  });

  it('leaves only a few small files behind', async () => {
    for (let count = 0; count < 12; count += 1) await (await must(open())).release({ lastRequest: count });
    const files = await readdir(folder);
    assert.ok(files.length <= 4, files.join(' '));
    assert.ok((await only()).endsWith('.turn'));
  });

  it('lets one of many through when all see it free at once', async () => {
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 12 }, async () => {
        const turn = await take(open());
        most = Math.max(most, (inside += 1));
        await time.sleep(3);
        assert.equal(await turn?.renew({}), true);
        inside -= 1;
        await turn?.release({});
      }),
    );
    assert.equal(most, 1);
  });

  it('says so when the folder cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    await assert.rejects(take(new FolderLease(join(folder, 'file', 'below'), 'arxiv', time)), /ENOTDIR/u);
  });

  describe('between processes', function () {
    this.timeout(10_000);
    const interval = 80;
    let server: ScholarlyServer;
    let script: string;
    let scratch: string;
    let children: ChildProcess[] = [];

    before(async () => {
      scratch = await mkdtemp(join(tmpdir(), 'litshelf-window-'));
      script = join(scratch, 'lease-window.cjs');
      await build({ entryPoints: ['test/unit/metadata/lease-window.ts'], outfile: script, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
      server = await startScholarlyServer();
    });
    after(async () => {
      await server.close();
      await rm(scratch, { recursive: true });
    });
    afterEach(() => {
      for (const child of children) child.kill('SIGKILL');
      children = [];
      server.reset();
    });

    const window = async (task: Partial<Task>) => {
      const child = fork(script, [], { execArgv: [] });
      children.push(child);
      const next = () => new Promise<unknown>((resolve) => child.once('message', resolve));
      assert.equal(await next(), 'ready');
      const answer = next();
      child.send({ folder, base: server.bases.arxiv, interval, ...task });
      return { child, answer };
    };
    const ids = (from: number, count: number) => Array.from({ length: count }, (_, index) => `9911.${String(from + index).padStart(5, '0')}`);
    const politely = () => {
      const { requests } = server;
      requests.slice(1).forEach((request, index) => {
        const before = requests[index];
        // the server sees the end of an answer a little before or after the client does
        assert.ok(before?.ended !== undefined && request.time - before.ended >= interval - 5, `${request.time - (before?.ended ?? 0)} ms after the one before`);
      });
    };

    it('never sends two requests within the interval, nor two at a time', async () => {
      server.behave({ do: 'slow', ms: 40 }, { times: 3 });
      const windows = await Promise.all([window({ ids: ids(1, 3) }), window({ ids: ids(101, 3) })]);
      const answers = (await Promise.all(windows.map((one) => one.answer))) as string[][];
      assert.deepEqual(answers.flat(), Array(6).fill('found'));
      assert.equal(server.requests.length, 6);
      assert.equal(new Set(server.requests.map((request) => request.headers['user-agent'])).size, 2);
      politely();
    });

    it('takes over at once from a window killed while it held the turn, and keeps the interval to its request', async () => {
      const holder = await window({ hold: true });
      assert.equal(await holder.answer, 'held');
      const heldAt = Date.now();
      const other = await window({ ids: ids(1, 1) });
      assert.equal(await within(150, other.answer), 'waits');
      assert.equal(server.requests.length, 0);
      holder.child.kill('SIGKILL');
      assert.deepEqual(await within(2000, other.answer), ['found']);
      assert.ok((server.requests[0]?.time ?? 0) - heldAt >= interval - 5);
    });

    it('goes on when a window is killed in the middle of a request', async () => {
      server.behave({ do: 'slow', ms: 5000 });
      const first = await window({ ids: ids(1, 3) });
      while (server.requests.length === 0) await time.sleep(5);
      const second = await window({ ids: ids(101, 3) });
      await time.sleep(60);
      first.child.kill('SIGKILL');
      assert.deepEqual(await within(3000, second.answer), ['found', 'found', 'found']);
      assert.equal(server.requests.length, 4);
      politely();
    });

    it('tells the other window of a pause', async () => {
      server.behave({ do: 'status', status: 429, retryAfter: '0.5' });
      const first = await window({ ids: ids(1, 1) });
      while (server.requests.length === 0) await time.sleep(5);
      const second = await window({ ids: ids(101, 1) });
      assert.deepEqual(await Promise.all([first.answer, second.answer]), [['found'], ['found']]);
      const [refused, ...later] = server.requests;
      assert.ok(later.every((request) => request.time - (refused?.time ?? 0) >= 450));
    });
  });
});
