/** A window of its own, for the test of writing files: a process that adds lines to a file, one write a line. */
import { AtomicFiles } from '../../../src/host/atomic-file.js';
import { time } from '../../../src/host/time.js';

export interface Task {
  readonly locks: string;
  readonly file: string;
  readonly lines: readonly string[];
}

process.once('message', ({ locks, file, lines }: Task) => {
  const disk = new AtomicFiles(locks, time);
  void (async () => {
    for (const line of lines) await disk.update(file, (text) => `${text}${line}\n`);
    process.send?.('done', () => process.exit(0));
  })();
});
process.send?.('ready');
