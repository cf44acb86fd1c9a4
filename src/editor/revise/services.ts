/** Papers of the catalogue → what the services say of each: proposals, and what could not be told. */
import * as vscode from 'vscode';
import type { Shelved } from '../../core/catalogue/catalogue.js';
import type { FoundRecord } from '../../core/revise/index.js';
import type { House } from '../shared/house.js';
import { withLateProgress } from '../shared/late-progress.js';
import { loadRevise } from '../shared/load-revise.js';
import type { Reviewed } from './review.js';

/** A paper of which nothing can be said, and why. */
export interface Open {
  readonly key: string;
  readonly title: string;
  readonly why: string;
}

export interface Asked {
  readonly reviewed: readonly Reviewed[];
  /** How many papers stay as they are. */
  readonly same: number;
  readonly open: readonly Open[];
  /** How many were not asked for any more. */
  readonly cancelled: number;
}

export type Question = 'update' | 'publication';

/** How long services are waited for, in milliseconds: after that a paper could not be checked. Some pause for minutes when they are busy. */
const patience = { first: 15_000, each: 1_000 };

/** Asks the services, with progress; called off, what was answered until then is kept. @throws CancellationError when that is nothing */
export async function askServices(house: House, title: string, papers: readonly Shelved[], question: Question): Promise<Asked> {
  const [revise, lookUp] = [await loadRevise(), await house.lookUp()];
  const find = question === 'update' ? revise.findUpdate : revise.findPublication;
  const answers = await withLateProgress(title, async (signal, say) => {
    let done = 0;
    return Promise.all(papers.map(async (shelved) => {
      // all at once: the services' queues put what can go together into one request
      const found = await find(shelved.paper.fields, lookUp, { signal, patience: patience.first + papers.length * patience.each });
      say(++done, papers.length);
      return { shelved, found };
    }));
  });
  const cancelled = answers.filter(({ found }) => found.kind === 'cancelled').length;
  if (cancelled === papers.length) throw new vscode.CancellationError();
  const reviewed: Reviewed[] = [];
  const open: Open[] = [];
  for (const { shelved: { paper }, found } of answers) {
    const entry = reviewOf(revise, paper.fields, found);
    // alone, a paper's other possible changes are worth a look; among many, they are noise
    if (entry && (entry.changes.some(({ suggested }) => suggested) || (papers.length === 1 && entry.changes.length > 0))) reviewed.push(entry);
    // that there is nothing is told of one paper; of many it is only counted
    const why = found.kind === 'couldNotCheck' || (found.kind === 'none' && papers.length === 1) ? found.why : undefined;
    if (why !== undefined) open.push({ key: paper.id, title: paper.title, why });
  }
  return { reviewed, open, cancelled, same: papers.length - cancelled - reviewed.length - open.length };
}

function reviewOf(revise: Awaited<ReturnType<typeof loadRevise>>, mine: Shelved['paper']['fields'], found: FoundRecord): Reviewed | undefined {
  if (found.kind !== 'record') return undefined;
  const proposal = { mine, theirs: found.fields, how: 'update' } as const;
  return { proposal, reason: found.reason, changes: revise.proposedChanges(proposal), after: (wanted) => revise.updatedFields(proposal, wanted) };
}
