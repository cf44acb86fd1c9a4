import type { Disposable } from '../../core/ports.js';

/** Collects what has to be given back. What is added after disposal is given back at once, so nothing can leak. */
export class Disposables implements Disposable {
  #items: Disposable[] | undefined = [];

  add<T extends Disposable>(item: T): T {
    if (this.#items) this.#items.push(item);
    else item.dispose();
    return item;
  }

  dispose(): void {
    const items = this.#items ?? [];
    this.#items = undefined;
    for (const item of items.reverse()) item.dispose();
  }
}
