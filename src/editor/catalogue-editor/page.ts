/** One page of an editor: what it asks is checked, answered or failed; what it is told, it is told in order. */
import type * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';
import { asParams, asRequest, type Answer, type Method, type Params, type Result, type Told } from '../../protocol.js';
import { codeOf } from './fault.js';

/** What answers the requests of pages. */
export type Handlers = { readonly [M in Method]: (params: Params<M>, page: Page) => Promise<Result<M>> };

export class Page implements Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #log: vscode.LogOutputChannel;
  readonly #listener: Disposable;
  #gone = false;
  /** Whether it has been sent a state, on which patches can stand. */
  shown = false;

  constructor(panel: vscode.WebviewPanel, handlers: Handlers, log: vscode.LogOutputChannel) {
    this.#panel = panel;
    this.#log = log;
    this.#listener = panel.webview.onDidReceiveMessage((message: unknown) => void this.#receive(message, handlers));
  }

  get column(): number | undefined {
    return this.#panel.viewColumn;
  }

  get active(): boolean {
    return this.#panel.active;
  }

  tell(message: Told): void {
    this.#post(message);
  }

  dispose(): void {
    this.#gone = true;
    this.#listener.dispose();
  }

  async #receive(message: unknown, handlers: Handlers): Promise<void> {
    const request = asRequest(message);
    if (!request) {
      this.#log.warn('The page of the catalogue editor sent what is no request.');
      const id: unknown = typeof message === 'object' && message !== null ? (message as { id?: unknown }).id : undefined;
      if (typeof id === 'number' && Number.isSafeInteger(id) && id >= 0) this.#post({ kind: 'answer', id, ok: false, code: 'malformed', message: 'This is no request.' });
      return;
    }
    const { id, method } = request;
    try {
      this.#post({ kind: 'answer', id, ok: true, result: await this.#answer(method, request.params, handlers) });
    } catch (fault) {
      const code = fault instanceof Malformed ? 'malformed' : codeOf(fault);
      if (code === 'malformed' || code === 'failed') this.#log.error(`Catalogue editor, ${method}:`, fault instanceof Error ? fault : String(fault));
      this.#post({ kind: 'answer', id, ok: false, code, message: fault instanceof Error ? fault.message : String(fault) });
    }
  }

  async #answer<M extends Method>(method: M, given: unknown, handlers: Handlers): Promise<Result<M>> {
    const params = asParams(method, given);
    if (params === undefined) throw new Malformed(`The parameters of ${method} are not what they should be.`);
    return handlers[method](params, this);
  }

  #post(message: Told | Answer): void {
    if (!this.#gone) void this.#panel.webview.postMessage(message);
  }
}

class Malformed extends Error {}
