/** References formatted in a thread of their own, so that neither a style nor a long bibliography holds the extension host up. */
import { Worker } from 'node:worker_threads';
import { CslError } from '../core/csl/csl-error.js';
import type { AsyncReferenceFormatter, FormattedReferences } from '../core/csl/format.js';
import type { Cancellation, Disposable } from '../core/ports.js';
import type { FormatAnswer, FormatQuestion, FormatterMethod } from './csl-messages.js';

/** How long the thread, and the styles that it has compiled, are kept without being used, in milliseconds. */
const idle = 60_000;
/** A style can ask for endless work; nothing honest takes this long, in milliseconds. */
const longest = 120_000;

interface Job {
  readonly question: FormatQuestion;
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: Error) => void;
  done: boolean;
}

export class CslThread implements AsyncReferenceFormatter, Disposable {
  #worker: Worker | undefined;
  /** One at a time; the first is the one that runs. */
  readonly #jobs: Job[] = [];
  #timer: NodeJS.Timeout | undefined;
  #count = 0;
  #disposed = false;

  /** @param file the bundle of csl-worker.ts */
  constructor(private readonly file: string) {}

  readonly formatReferences: AsyncReferenceFormatter['formatReferences'] = (items, options, signal) => this.#ask('formatReferences', [items, options], signal) as Promise<FormattedReferences>;
  readonly formatReference: AsyncReferenceFormatter['formatReference'] = (item, options, signal) => this.#ask('formatReference', [item, options], signal) as Promise<string>;
  readonly formatCitation: AsyncReferenceFormatter['formatCitation'] = (cites, options, signal) => this.#ask('formatCitation', [cites, options], signal) as Promise<string>;

  dispose(): void {
    this.#disposed = true;
    for (const job of this.#jobs.splice(0)) this.#end(job, () => job.reject(new Error('The window is closing.')));
    this.#stop();
  }

  async #ask(method: FormatterMethod, args: readonly unknown[], signal: Cancellation | undefined): Promise<unknown> {
    if (signal?.aborted) throw reasonOf(signal);
    if (this.#disposed) throw new Error('The window is closing.');
    return new Promise((resolve, reject) => {
      const job: Job = { question: { id: (this.#count += 1), method, args }, resolve, reject, done: false };
      signal?.addEventListener('abort', () => this.#giveUp(job, reasonOf(signal)));
      this.#jobs.push(job);
      if (this.#jobs.length === 1) this.#start(job);
    });
  }

  #start(job: Job): void {
    try {
      this.#worker ??= this.#makeWorker();
      this.#wait(longest, () => this.#giveUp(job, new CslError(`Formatting was given up after ${longest / 1000} seconds: the style may ask for endless work.`)));
      this.#worker.postMessage(job.question);
    } catch (fault) {
      this.#giveUp(job, fault instanceof Error ? fault : new Error(String(fault)));
    }
  }

  #makeWorker(): Worker {
    // what the extension host was started with is not for a thread
    const worker = new Worker(this.file, { execArgv: [], env: {}, name: 'litshelf-csl', resourceLimits: { maxOldGenerationSizeMb: 2048 } });
    worker.unref();
    const broken = (fault: Error) => {
      const [job] = this.#jobs;
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      if (job) this.#giveUp(job, fault);
    };
    worker.on('message', (answer: FormatAnswer) => {
      if (this.#worker === worker) this.#answered(answer);
    });
    worker.on('error', broken);
    worker.on('exit', () => broken(new Error('The thread that formats references has ended.')));
    return worker;
  }

  #answered(answer: FormatAnswer): void {
    const [job] = this.#jobs;
    if (job?.question.id !== answer.id) return;
    if ('fault' in answer) this.#end(job, () => job.reject(answer.fault.csl ? new CslError(answer.fault.message, { line: answer.fault.line }) : new Error(answer.fault.message)));
    else this.#end(job, () => job.resolve(answer.value));
    this.#jobs.shift();
    this.#next();
  }

  /** Work that has begun can only be ended with its thread. */
  #giveUp(job: Job, fault: Error): void {
    if (job.done) return;
    const place = this.#jobs.indexOf(job);
    this.#end(job, () => job.reject(fault));
    if (place < 0) return;
    this.#jobs.splice(place, 1);
    if (place > 0) return;
    this.#stop();
    this.#next();
  }

  #next(): void {
    const [job] = this.#jobs;
    if (job) this.#start(job);
    else this.#wait(idle, () => this.#stop());
  }

  #end(job: Job, tell: () => void): void {
    if (job.done) return;
    job.done = true;
    tell();
  }

  #wait(time: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, time);
    this.#timer.unref();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
  }
}

/** Why it was cancelled, where that is known: an AbortSignal says. */
function reasonOf(signal: Cancellation): Error {
  const { reason } = signal as { readonly reason?: unknown };
  return reason instanceof Error ? reason : new Error('Cancelled');
}
