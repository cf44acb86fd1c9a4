/**
 * A window of its own, for the test of the lease: a process with a queue over the real lease and real HTTP. Told ids, it asks for
 * them and tells the answers; told `hold`, it takes the turn and keeps it.
 */
import { Canceller } from '../../../src/core/metadata/cancel.js';
import { ArxivQueue } from '../../../src/core/metadata/queue.js';
import { FetchHttp } from '../../../src/host/http.js';
import { FolderLease } from '../../../src/host/lease.js';
import { time } from '../../../src/host/time.js';

export interface Task {
  readonly folder: string;
  readonly base: string;
  readonly interval: number;
  readonly ids?: readonly string[];
  /** Takes the turn, writes this as the time of the last request, and never gives the turn back. */
  readonly hold?: boolean;
}

process.once('message', (task: Task) => {
  const silent = () => undefined;
  const lease = new FolderLease(task.folder, 'arxiv', time, { poll: 15 });
  const world = { http: new FetchHttp({ userAgent: `Litshelf/test (${process.pid})`, redirectHosts: [] }), time, log: { info: silent, warn: silent } };
  if (task.hold === true) {
    void lease.take(new Canceller().signal).then(async (turn) => {
      await turn?.renew({ lastRequest: Date.now() });
      process.send?.('held');
      setInterval(silent, 1000);
    });
    return;
  }
  const queue = new ArxivQueue(world, lease, () => task.base, silent, { interval: task.interval, window: 0, batch: 1 });
  void Promise.all((task.ids ?? []).map((id) => queue.ask(id))).then((answers) => {
    process.send?.(answers.map((answer) => answer.kind), () => process.exit(0));
  });
});
process.send?.('ready');
