/**
 * Answers kept between sessions: one day fresh, "not found" for an hour, old ones served only when a service cannot be asked.
 * Failures are never kept. Size and safe writing are the store's business; what cannot be read counts as absent.
 */
import * as v from 'valibot';
import { paperSchema } from '../model/schema.js';
import type { Cache, Time } from '../ports.js';
import { serviceNames, type Answer, type Found, type Hits, type NotFound, type Service } from './answer.js';

/** Milliseconds. arXiv's terms ask to keep answers for a day: its records change at most daily. */
export const freshFor = { found: 86_400_000, notFound: 3_600_000 };
/** Part of every key: another shape of answers never reads these. */
const format = 1;

export interface Kept {
  readonly answer: Found | NotFound;
  /** When it was given, in milliseconds since 1970. */
  readonly at: number;
  readonly fresh: boolean;
}

const facts = v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]));
const service = v.picklist(Object.keys(serviceNames) as [Service, ...Service[]]);
const foundSchema = v.object({
  kind: v.literal('found'),
  metadata: v.object({ fields: v.record(v.string(), v.unknown()), facts }),
  sources: v.record(v.string(), v.object({ service, record: v.string() })),
});
const entrySchema = v.object({
  key: v.string(),
  at: v.pipe(v.number(), v.finite()),
  answer: v.variant('kind', [
    foundSchema,
    v.object({ kind: v.literal('hits'), hits: v.array(foundSchema) }),
    v.object({ kind: v.literal('notFound'), service, message: v.string() }),
  ]),
});

export class AnswerCache {
  readonly #store: Cache;
  readonly #time: Time;

  constructor(store: Cache, time: Time) {
    this.#store = store;
    this.#time = time;
  }

  async read(of: Service, id: string): Promise<Kept | undefined> {
    const key = keyOf(of, id);
    const entry = parse(await this.#store.get(key));
    if (entry?.key !== key || entry.answer.kind === 'hits') return undefined;
    return { answer: entry.answer, at: entry.at, fresh: this.#isFresh(entry.at, freshFor[entry.answer.kind]) };
  }

  /** What a search brought, by its words; a search without hits is asked again after an hour. */
  async readHits(of: Service, search: string): Promise<{ readonly hits: Hits; readonly at: number; readonly fresh: boolean } | undefined> {
    const key = keyOf(of, `search ${search}`);
    const entry = parse(await this.#store.get(key));
    if (entry?.key !== key || entry.answer.kind !== 'hits') return undefined;
    return { hits: entry.answer, at: entry.at, fresh: this.#isFresh(entry.at, entry.answer.hits.length === 0 ? freshFor.notFound : freshFor.found) };
  }

  async writeHits(of: Service, search: string, hits: Hits): Promise<void> {
    const key = keyOf(of, `search ${search}`);
    await this.#store.set(key, JSON.stringify({ key, at: this.#time.wall(), answer: hits }));
  }

  /** An answer of the future was written before the clock was set right: it may be of any age. */
  #isFresh(at: number, time: number): boolean {
    const age = this.#time.wall() - at;
    return age >= 0 && age < time;
  }

  async write(of: Service, id: string, answer: Answer): Promise<void> {
    if (answer.kind === 'couldNotCheck') return;
    const key = keyOf(of, id);
    await this.#store.set(key, JSON.stringify({ key, at: this.#time.wall(), answer }));
  }
}

function keyOf(of: Service, id: string): string {
  return `answer/${format}/${of}/${of === 'arxiv' ? id : id.toLowerCase()}`;
}

function parse(text: string | undefined): { key: string; at: number; answer: Found | NotFound | Hits } | undefined {
  if (text === undefined) return undefined;
  try {
    const read = v.safeParse(entrySchema, JSON.parse(text));
    if (!read.success) return undefined;
    const { key, at, answer } = read.output;
    if (answer.kind === 'notFound') return { key, at, answer };
    const all = answer.kind === 'hits' ? answer.hits : [answer];
    return all.every(({ metadata }) => v.safeParse(paperSchema, { id: 'x', ...metadata.fields }).success) ? { key, at, answer: answer as Found | Hits } : undefined;
  } catch {
    return undefined;
  }
}
