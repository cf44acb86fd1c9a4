/** Search as one types: every keystroke asks again. */
import { toPaper } from '../../src/core/model/paper.js';
import { emptyContext, parseQuery, searchPapers } from '../../src/core/search/index.js';
import { fields, generatePaper } from '../generate.js';
import { quantile } from '../shared/stats.js';
import { keep, timed, type Case } from './subject.js';

const typed = ['self-generated instructions', 'wang 2023', 'language models', 'distil', 'mathematical reasoning with verifiable', 'author:garcía year:2020..', 'tag:distillation code', 'zhang reward', 'EvolCode', 'preference optimization on a budget'];
const offered = 200;

export const search: Case = ({ papers: count }) => {
  const papers = Array.from({ length: count }, (_, index) => toPaper(generatePaper(index)));
  const categories = fields.map(({ id, title }) => ({ title, ancestors: [], id }));
  const context = { ...emptyContext, categories: new Map(categories.map((category) => [category.id, category])) };
  const ask = (text: string): number => timed(() => keep(searchPapers(papers, parseQuery(text), context, offered)));
  const first = ask('s');
  // once for the engine, which compiles what is used often
  for (const text of typed) ask(text);
  const keys = typed.flatMap((text) => Array.from({ length: text.length }, (_, at) => ask(text.slice(0, at + 1))));
  return { first, p50: quantile(keys, 0.5), p95: quantile(keys, 0.95), slowest: Math.max(...keys), keys: keys.length };
};
