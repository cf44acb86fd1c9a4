/** How the papers are arranged: grouping, order and filter. Kept per workspace; one source for the view and its commands. */
import type { Memento } from 'vscode';
import { Emitter } from '../../core/model/event.js';
import { groupings, type GroupBy } from '../../core/outline/groupings.js';
import { sortOrders, type SortBy } from '../../core/outline/sort.js';

export interface Arrangement {
  readonly groupBy: GroupBy;
  readonly sortBy: SortBy;
  /** In the query language; empty for none. */
  readonly filter: string;
}

const initial: Arrangement = { groupBy: 'category', sortBy: 'year', filter: '' };
const stateKey = 'papers.arrangement';
const recentKey = 'papers.recentFilters';
const recentCount = 10;

export class ArrangementStore {
  readonly #memory: Memento;
  readonly #changed = new Emitter<Arrangement>();
  readonly onDidChange = this.#changed.event;
  #current: Arrangement;

  constructor(memory: Memento) {
    this.#memory = memory;
    this.#current = checked(memory.get<unknown>(stateKey));
  }

  get current(): Arrangement {
    return this.#current;
  }

  /** Changes parts of the arrangement. `preview` shows it without keeping it: the filter while it is being typed. */
  async set(part: Partial<Arrangement>, options: { preview?: boolean } = {}): Promise<void> {
    const next = { ...this.#current, ...part };
    const same = next.filter === this.#current.filter && next.groupBy === this.#current.groupBy && next.sortBy === this.#current.sortBy;
    if (!same) {
      this.#current = next;
      this.#changed.fire(next);
    }
    if (options.preview !== true) await this.#memory.update(stateKey, next);
  }

  /** Filters used before, newest first. */
  get recentFilters(): readonly string[] {
    const kept = this.#memory.get<unknown>(recentKey);
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
  }

  async rememberFilter(filter: string): Promise<void> {
    if (filter === '') return;
    await this.#memory.update(recentKey, [filter, ...this.recentFilters.filter((one) => one !== filter)].slice(0, recentCount));
  }
}

/** What was kept by an earlier version, or damaged, never breaks the view. */
function checked(kept: unknown): Arrangement {
  const value = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Record<keyof Arrangement, unknown>>;
  return {
    groupBy: (Object.keys(groupings) as GroupBy[]).find((by) => by === value.groupBy) ?? initial.groupBy,
    sortBy: (Object.keys(sortOrders) as SortBy[]).find((by) => by === value.sortBy) ?? initial.sortBy,
    filter: typeof value.filter === 'string' ? value.filter : initial.filter,
  };
}
