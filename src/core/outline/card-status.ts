/** The status lines of a card: what a reader should know before trusting or citing the paper. */
import type { Facts, Stale } from '../metadata/index.js';
import { showDate } from '../model/dates.js';
import type { Paper } from '../model/paper.js';

/** How the paper was come upon, and what services said of it. */
export interface SeenAs {
  /** The arXiv version that the link names. */
  readonly version?: number | undefined;
  readonly facts?: Facts | undefined;
  readonly stale?: Stale | undefined;
}

export interface CardStatus {
  readonly kind: 'withdrawn' | 'retracted' | 'unchecked' | 'newer' | 'published' | 'stale' | 'starred' | 'reading';
  readonly text: string;
}

export function statusOf(paper: Paper, { version, facts = {}, stale }: SeenAs): CardStatus[] {
  const status: CardStatus[] = [];
  const say = (kind: CardStatus['kind'], text: string) => status.push({ kind, text });
  if (facts.withdrawn === true) say('withdrawn', 'Withdrawn by its authors.');
  if (facts.retracted === true) say('retracted', 'Retracted.');
  if (paper.fields.unchecked === true) say('unchecked', 'Not checked yet: Update Metadata completes it.');
  if (version !== undefined && facts.arxivVersion !== undefined && facts.arxivVersion > version) {
    const when = facts.updated === undefined ? '' : ` (${showDate(facts.updated.slice(0, 10))})`;
    say('newer', `The link names version ${version}; the newest is version ${facts.arxivVersion}${when}.`);
  }
  const published = paper.type !== 'article' || paper.fields.doi !== undefined;
  if (!published && facts.journalRef !== undefined) say('published', `Published as: ${facts.journalRef}`);
  else if (!published && facts.publishedAs !== undefined) say('published', `Published as ${facts.publishedAs}.`);
  if (stale !== undefined) say('stale', `Known since ${showDate(new Date(stale.since).toISOString().slice(0, 10))}; not checked again: ${stale.because.message}`);
  if (paper.starred) say('starred', 'Starred.');
  if (paper.status !== 'unread') say('reading', paper.status === 'read' ? 'Read.' : 'Being read.');
  return status;
}
