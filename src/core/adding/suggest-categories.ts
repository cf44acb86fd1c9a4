/**
 * The likeliest categories of a new paper, from the catalogue alone: words of titles, summaries and tags, authors, arXiv classes, and the
 * categories' own words, weighed by TF-IDF; a category is as likely as its words and its nearest papers say.
 */
import type { Category } from '../model/schema.js';
import type { Paper } from '../model/paper.js';
import { shortName, toPerson, type Person } from '../model/person.js';
import { titleParts } from '../model/similar-title.js';
import type { KnownFields } from './types.js';

export interface SuggestedCategory {
  readonly id: string;
  /** Of all categories' likelihood the share, 0 to 1. */
  readonly score: number;
}

/** How much a word counts by where it stands. */
const weight = { title: 2, tag: 2.5, summary: 1, abstract: 0.4, author: 1, subject: 0.7, category: 2.5 };
/** Papers that are asked, and how much they count beside the categories' own words. */
const neighbours = { count: 12, share: 0.6 };
/** An abstract's words beyond these add nothing. */
const mostWords = 400;
/** Papers between two pauses. */
const slice = 60;
const idle = new Set('a an and are as at be by can do does for from has have how in into is it its of on or our than that the their them these this to towards via was we what when where which who why with without language model models large llm llms data paper show shows'.split(' '));

type Bag = Map<string, number>;

/** Endings that tell no topic apart: models, generating, generation and generated are kept as one where it is cheap. */
function stem(word: string): string {
  return word.length <= 4 ? word : word.replace(/(?:ations?|ating|ated|ates?|ings?|ed|es|s|ion|ions)$/u, '');
}

function count(bag: Bag, text: string | undefined, by: number): void {
  if (text === undefined) return;
  const words = titleParts(text).words.slice(0, mostWords).filter((word) => word.length > 1 && !idle.has(word)).map(stem);
  for (const [at, word] of words.entries()) {
    bag.set(word, (bag.get(word) ?? 0) + by);
    const next = words[at + 1];
    if (next !== undefined) bag.set(`${word} ${next}`, (bag.get(`${word} ${next}`) ?? 0) + by * 0.5);
  }
}

function bagOf(fields: KnownFields, people: readonly Person[]): Bag {
  const bag: Bag = new Map();
  count(bag, fields.title, weight.title);
  for (const tag of fields.tags ?? []) count(bag, tag, weight.tag);
  count(bag, fields.summary, weight.summary);
  count(bag, fields.abstract, weight.abstract);
  if (fields['arxiv-class'] !== undefined) bag.set(`class:${fields['arxiv-class']}`, weight.subject);
  for (const person of people.slice(0, 12)) bag.set(`by:${shortName(person).toLowerCase()} ${(person.given ?? '').charAt(0).toLowerCase()}`, weight.author);
  return bag;
}

type Vector = ReadonlyMap<string, number>;

interface Neighbour {
  readonly vector: Vector;
  readonly categories: readonly string[];
}

/** What is learnt of a catalogue; make it anew when the catalogue changes. */
export class CategoryModel {
  readonly #rarity = new Map<string, number>();
  readonly #papers: Neighbour[] = [];
  readonly #centres = new Map<string, Vector>();
  #common = 0;

  /** Learns at once: a fifth of a millisecond a paper. */
  constructor(papers: readonly Paper[], categories: readonly Category[]) {
    const learning = this.#learn(papers, categories);
    while (learning.next().done !== true);
  }

  /** The same in slices of a few milliseconds, with a pause after each. */
  static async learn(papers: readonly Paper[], categories: readonly Category[], pause: () => Promise<void>): Promise<CategoryModel> {
    const model = new CategoryModel([], []);
    const learning = model.#learn(papers, categories);
    for (let steps = 1; learning.next().done !== true; steps += 1) if (steps % slice === 0) await pause();
    return model;
  }

  *#learn(papers: readonly Paper[], categories: readonly Category[]): Generator<void, void> {
    const bags: Bag[] = [];
    for (const paper of papers) {
      const bag = bagOf(paper.fields, paper.authors);
      bags.push(bag);
      for (const word of bag.keys()) this.#rarity.set(word, (this.#rarity.get(word) ?? 0) + 1);
      yield;
    }
    for (const [word, df] of this.#rarity) this.#rarity.set(word, Math.log((papers.length + 1) / df));
    this.#common = Math.log(papers.length + 1);
    for (const [at, paper] of papers.entries()) {
      this.#papers.push({ vector: this.#vector(bags[at] ?? new Map<string, number>()), categories: paper.categories });
      yield;
    }
    yield* this.#learnCentres(categories);
  }

  /** A category's centre: its own words (those of the categories above count half), and its papers, the first named category of a paper most. */
  *#learnCentres(categories: readonly Category[]): Generator<void, void> {
    const own = new Map<string, Bag>();
    const visit = (tree: readonly Category[], above: readonly Category[]): void => {
      for (const category of tree) {
        const bag: Bag = new Map();
        for (const [at, one] of [category, ...above].entries()) {
          count(bag, one.title, weight.category / (at + 1));
          count(bag, one.description, weight.category / (2 * (at + 1)));
        }
        own.set(category.id, bag);
        visit(category.children ?? [], [category, ...above]);
      }
    };
    visit(categories, []);
    const sums = new Map<string, Bag>();
    for (const [id, bag] of own) sums.set(id, new Map(this.#vector(bag)));
    for (const { vector, categories: filed } of this.#papers) {
      for (const [at, id] of filed.entries()) {
        const sum = sums.get(id);
        if (sum !== undefined) for (const [word, value] of vector) sum.set(word, (sum.get(word) ?? 0) + value / (1 + 0.5 * at));
      }
      yield;
    }
    for (const [id, sum] of sums) {
      this.#centres.set(id, normal(sum));
      yield;
    }
  }

  #vector(bag: Bag): Vector {
    const weighed: Bag = new Map();
    for (const [word, times] of bag) weighed.set(word, Math.sqrt(times) * (this.#rarity.get(word) ?? this.#common));
    return normal(weighed);
  }

  /** Likeliest first; categories that nothing speaks for are left out. `most`: how many. */
  suggest(fields: KnownFields, most = 10): SuggestedCategory[] {
    const vector = this.#vector(bagOf(fields, (fields.authors ?? []).map(toPerson)));
    const scores = new Map<string, number>();
    const add = (id: string, value: number) => scores.set(id, (scores.get(id) ?? 0) + value);
    for (const [id, centre] of this.#centres) add(id, cosine(vector, centre) * (1 - neighbours.share));
    const near = this.#papers.map((paper) => ({ paper, likeness: cosine(vector, paper.vector) })).sort((a, b) => b.likeness - a.likeness).slice(0, neighbours.count);
    const all = near.reduce((sum, { likeness }) => sum + likeness ** 2, 0);
    if (all > 0) {
      const strength = near[0]?.likeness ?? 0;
      for (const { paper, likeness } of near) for (const [at, id] of paper.categories.entries()) if (this.#centres.has(id)) add(id, (neighbours.share * strength * likeness ** 2) / all / (1 + 0.5 * at));
    }
    const total = [...scores.values()].reduce((sum, score) => sum + score, 0);
    if (total === 0) return [];
    return Array.from(scores, ([id, score]) => ({ id, score: score / total })).filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, most);
  }
}

function normal(bag: Bag): Vector {
  const length = Math.sqrt([...bag.values()].reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? bag : new Map(Array.from(bag, ([word, value]) => [word, value / length] as const));
}

function cosine(a: Vector, b: Vector): number {
  const [short, long] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, value] of short) sum += value * (long.get(word) ?? 0);
  return sum;
}
