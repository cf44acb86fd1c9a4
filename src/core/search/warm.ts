/** Makes what searching needs, step by step, so that the first search of many papers does not hold anybody up. */
import type { Paper } from '../model/paper.js';
import { haystackOf } from './haystack.js';

/** One paper a step. */
export function* warmSteps(papers: Iterable<Paper>): Generator<void, void> {
  for (const paper of papers) {
    const { title, authors, names, all } = haystackOf(paper);
    // what was put together from pieces becomes one piece at the first look; better now than all at the first keystroke
    for (const text of [title, authors, names, all]) text.indexOf('\0');
    yield;
  }
}
