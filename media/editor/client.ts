/** Speaks with the extension: each request gets an answer or fails in time, and every message is checked on arrival. */
import { asAnswer, asResult, asTold, type Answer, type Method, type Params, type Result, type Told } from '../../src/protocol.js';

export interface Host {
  postMessage(message: unknown): void;
}

export type FaultCode = Extract<Answer, { ok: false }>['code'] | 'late';

/** Why a request failed; the message is for people. */
export class Fault extends Error {
  constructor(readonly code: FaultCode, message: string) {
    super(message);
  }
}

interface Waiting {
  settle(answer: Answer): void;
}

/** Asking the services takes as long as it takes; what the extension does alone does not. */
const limits: Partial<Record<Method, number>> = { lookUp: 120_000, run: 600_000 };
const limit = 30_000;

export class Client {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /** @param told is given what the extension says of its own accord @param malformed is given what nobody understands */
  constructor(private readonly host: Host, private readonly told: (message: Told) => void, private readonly malformed: (what: string) => void) {}

  request<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    this.last += 1;
    const id = this.last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(id);
        reject(new Fault('late', method));
      }, limits[method] ?? limit);
      this.waiting.set(id, {
        settle: (answer) => {
          clearTimeout(timer);
          if (!answer.ok) {
            reject(new Fault(answer.code, answer.message));
            return;
          }
          const result = asResult(method, answer.result);
          // null is a result: a paper that is gone
          if (result === undefined) {
            this.malformed(`answer to ${method}`);
            reject(new Fault('malformed', method));
          } else resolve(result);
        },
      });
      this.host.postMessage({ kind: 'request', id, method, params });
    });
  }

  /** Takes a message of the window. */
  receive(value: unknown): void {
    const answer = asAnswer(value);
    if (answer) {
      const waiting = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      waiting?.settle(answer);
      return;
    }
    const told = asTold(value);
    if (told) this.told(told);
    else this.malformed('message');
  }
}
