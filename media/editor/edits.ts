/** Sends edits, one after the other: each stands on the text that the page has seen, and a stale one is made anew. */
import type { Edit } from '../../src/protocol.js';
import { announce } from './announce.js';
import { Fault, type Client } from './client.js';
import { t } from './l10n.js';

export interface Job {
  /** Of two waiting jobs with the same key only the later one is sent. */
  readonly key?: string;
  /** What people know it as: `Title`. */
  readonly label: string;
  /** The edit on the text of this moment; undefined when there is nothing left to change. */
  make(): Promise<Edit | undefined> | Edit | undefined;
  done?(rows: readonly number[]): void;
  /** There was nothing left to change; without it that counts as done. */
  nothing?(): void;
  /** Without it the page shows the fault itself. */
  failed?(message: string): void;
}

export interface Document {
  version(): number;
  /** Resolves when the page has seen that version, or has asked for everything anew. */
  seen(version: number): Promise<void>;
}

/** An edit that is stale again and again is a text that does not stand still. */
const tries = 6;

/** The later job, whose outcome is that of the one whose place it takes too. */
function both(earlier: Job, job: Job): Job {
  const { key, label } = job;
  return {
    ...(key === undefined ? {} : { key }),
    label,
    make: () => job.make(),
    done: (rows) => {
      earlier.done?.(rows);
      job.done?.(rows);
    },
    nothing: () => {
      for (const one of [earlier, job]) {
        if (one.nothing) one.nothing();
        else one.done?.([]);
      }
    },
    ...(earlier.failed || job.failed ? { failed: (message: string) => [earlier, job].forEach((one) => one.failed?.(message)) } : {}),
  };
}

export class Edits {
  private readonly waiting: Job[] = [];
  private running = false;

  constructor(private readonly client: Client, private readonly document: Document, private readonly show: (message: string) => void) {}

  get busy(): boolean {
    return this.running;
  }

  add(job: Job): void {
    const same = job.key === undefined ? -1 : this.waiting.findIndex(({ key }) => key === job.key);
    const earlier = this.waiting[same];
    if (earlier) this.waiting.splice(same, 1, both(earlier, job));
    else this.waiting.push(job);
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    for (let job = this.waiting.shift(); job; job = this.waiting.shift()) {
      try {
        await this.send(job);
      } catch (error) {
        const message = error instanceof Fault && error.code !== 'late' && error.code !== 'malformed' ? error.message : t('edit.failed', job.label);
        announce(t('edit.refused', job.label, message), true);
        if (job.failed) job.failed(message);
        else this.show(message);
        if (!(error instanceof Fault)) reportError(error);
      }
    }
    this.running = false;
  }

  private async send(job: Job): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const edit = await job.make();
      if (!edit) {
        if (job.nothing) job.nothing();
        else job.done?.([]);
        return;
      }
      const version = this.document.version();
      try {
        const result = await this.client.request('edit', { version, edit });
        await this.document.seen(result.version);
        announce(t('edit.saved', job.label));
        job.done?.(result.rows);
        return;
      } catch (error) {
        if (!(error instanceof Fault) || error.code !== 'stale' || attempt === tries) throw error;
        await this.document.seen(version + 1);
      }
    }
  }
}
