import { existsSync, readFileSync } from 'node:fs';
import type { Asked } from './questions.js';

export class Probe {
  readonly #portFile: string;
  #port: number | undefined;

  /** @param portFile where the probe writes its port */
  constructor(portFile: string) {
    this.#portFile = portFile;
  }

  /** Waits until the extension host has started the probe. */
  async ready(limit = 60_000): Promise<void> {
    for (const end = Date.now() + limit; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const text = existsSync(this.#portFile) ? readFileSync(this.#portFile, 'utf8') : '';
      if (text === '') continue;
      this.#port = Number(text);
      return;
    }
    throw new Error('The extension host did not start the probe.');
  }

  async ask<Q extends keyof Asked>(question: Q, ...args: Parameters<Asked[Q]>): Promise<ReturnType<Asked[Q]>> {
    const response = await fetch(`http://127.0.0.1:${this.#port ?? 0}/`, { method: 'POST', body: JSON.stringify({ question, args }) });
    const { answer, error } = (await response.json()) as { answer: ReturnType<Asked[Q]>; error?: string };
    if (error !== undefined) throw new Error(`${question}: ${error}`);
    return answer;
  }
}
