/** The ids and searches that somebody waits for, and who waits. What is asked for twice is one job. */
import type { Cancellation } from '../ports.js';
import { cancelled, type Answer, type CouldNotCheck, type Hits } from './answer.js';
import { onCancel } from './cancel.js';

/** What arXiv says to a job: an answer to an id, hits to a search. */
export type Said = Answer | Hits;

interface Waiter {
  readonly deadline: number;
  answer(answer: Said): void;
}

export interface Job {
  readonly id: string;
  /** It is a search and not an id: words of a title. It goes alone. */
  readonly search?: readonly string[] | undefined;
  readonly waiters: Set<Waiter>;
  /** Requests that brought no answer for it. */
  failures: number;
  /** Well-formed feeds that did not hold it. */
  absences: number;
  /** Largest request that it may be part of. */
  together: number;
}

export class Jobs {
  readonly #jobs = new Map<string, Job>();
  readonly #abandoned: () => void;

  /** `abandoned` is told when nobody waits for anything any more. */
  constructor(abandoned: () => void) {
    this.#abandoned = abandoned;
  }

  get size(): number {
    return this.#jobs.size;
  }

  /** Waits for an id, until a deadline by the monotonic clock (Infinity for none). */
  add(id: string, deadline: number, signal: Cancellation | undefined, search?: readonly string[]): Promise<Said> {
    if (signal?.aborted === true) return Promise.resolve(cancelled('arxiv'));
    const job = this.#jobs.get(id) ?? { id, waiters: new Set<Waiter>(), failures: 0, absences: 0, together: search === undefined ? Infinity : 1, search };
    this.#jobs.set(id, job);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        deadline,
        answer: (answer) => {
          job.waiters.delete(waiter);
          ignore();
          resolve(answer);
        },
      };
      job.waiters.add(waiter);
      const ignore = onCancel(signal, () => {
        waiter.answer(cancelled('arxiv'));
        this.#drop(job);
      });
    });
  }

  /** The next request's jobs: the most urgent first, then those never asked for, together as many as each allows. */
  next(most: number): Job[] {
    const order = [...this.#jobs.values()].map((job) => ({ job, deadline: Math.min(...[...job.waiters].map((waiter) => waiter.deadline)), again: job.absences > 0 ? 1 : 0 }));
    order.sort((a, b) => (a.deadline === b.deadline ? a.again - b.again : a.deadline - b.deadline));
    const chosen: Job[] = [];
    let room = most;
    for (const { job } of order) {
      if (chosen.length >= Math.min(room, job.together)) continue;
      chosen.push(job);
      room = Math.min(room, job.together);
    }
    return chosen;
  }

  settle(job: Job, answer: Said): void {
    // given up and asked for again while the request was on its way: the answer is for the new one too
    const again = this.#jobs.get(job.id);
    this.#jobs.delete(job.id);
    for (const waiter of [...job.waiters, ...(again === undefined || again === job ? [] : again.waiters)]) waiter.answer(answer);
  }

  /** Answers those who will not wait until `resume` (by the monotonic clock); the others stay. */
  settleImpatient(resume: number, answer: CouldNotCheck): void {
    for (const job of [...this.#jobs.values()]) {
      for (const waiter of [...job.waiters]) if (waiter.deadline < resume) waiter.answer(answer);
      this.#drop(job);
    }
  }

  settleAll(answer: CouldNotCheck): void {
    for (const job of [...this.#jobs.values()]) this.settle(job, answer);
  }

  /** A job without waiters is no job. */
  #drop(job: Job): void {
    if (job.waiters.size > 0 || this.#jobs.get(job.id) !== job) return;
    this.#jobs.delete(job.id);
    if (this.#jobs.size === 0) this.#abandoned();
  }
}
