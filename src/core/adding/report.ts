/** What became of everything that was typed or pasted: one report, as a document that can be kept. */
import { escapeMarkdown } from '../outline/markdown.js';
import type { Candidate } from './resolve.js';
import type { InputReading, NotUnderstoodReason } from './types.js';

/** `notFound`: a service is sure that there is no such record; `left`: nothing happened, because it was cancelled or not chosen. */
export type Outcome = 'added' | 'alreadyThere' | 'couldNotCheck' | 'notFound' | 'notUnderstood' | 'left';

export interface ReportLine {
  readonly outcome: Outcome;
  /** Line of the input, counted from 1. */
  readonly line: number;
  /** What stood there, shortened to one line. */
  readonly text: string;
  /** Key of the paper that was added or was there. */
  readonly key?: string | undefined;
  readonly title?: string | undefined;
  /** Why, as a sentence. */
  readonly message?: string | undefined;
}

export interface AddingReport {
  readonly lines: readonly ReportLine[];
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly cancelled: boolean;
}

/** What was done with a candidate: the key under which it was added, or what was there instead. Left out: nothing. */
export interface Done {
  readonly candidate: Candidate;
  readonly added?: string | undefined;
  /** Key of the paper that is there already. */
  readonly there?: string | undefined;
  /** Why, where neither the services nor the catalogue say it: as a sentence. */
  readonly message?: string | undefined;
}

const reasons: Readonly<Record<NotUnderstoodReason, string>> = {
  link: 'No paper was recognised in this link.',
  text: 'This is neither an identifier nor a title.',
  long: 'This is too long for a title.',
  broken: 'This record is broken, or says neither title nor identifier.',
};

/** Puts a report together, in the order of the input. A paper that was added without being checked counts as could not check. */
export function reportOf(text: string, reading: InputReading, done: readonly Done[], cancelled = false): AddingReport {
  const lines = [...done.map((one) => lineOf(text, one)), ...reading.notUnderstood.map((missed): ReportLine => ({ outcome: 'notUnderstood', line: missed.line, text: missed.text, message: reasons[missed.reason] }))];
  lines.sort((a, b) => a.line - b.line);
  const counts: Record<Outcome, number> = { added: 0, alreadyThere: 0, couldNotCheck: 0, notFound: 0, notUnderstood: 0, left: 0 };
  for (const { outcome } of lines) counts[outcome] += 1;
  return { lines, counts, cancelled };
}

function lineOf(text: string, { candidate, added, there, message: said }: Done): ReportLine {
  const { item, state, fields, why, repeats } = candidate;
  const words = (text.slice(item.start, Math.min(item.end, item.start + 400)).trim().split(/[\r\n]/u)[0] ?? '').slice(0, 120);
  const line = { line: item.line, text: words, ...(fields.title === undefined ? {} : { title: fields.title }) };
  const message = said === undefined ? (why === undefined ? {} : { message: why.message }) : { message: said };
  if (added !== undefined) return { ...line, outcome: fields.unchecked === true ? 'couldNotCheck' : 'added', key: added, ...message };
  if (there !== undefined) return { ...line, outcome: 'alreadyThere', key: there, ...(said === undefined ? {} : message) };
  if (repeats !== undefined) return { ...line, outcome: 'alreadyThere', message: `It is the same work as on line ${repeats.item.line}.` };
  if (state === 'notFound') return { ...line, outcome: 'notFound', message: why?.message ?? 'Neither arXiv nor Crossref has a work of this title.' };
  if (state === 'unchecked') return { ...line, outcome: 'couldNotCheck', ...message };
  return { ...line, outcome: 'left', ...message };
}

const headings: readonly (readonly [Outcome, string])[] = [['added', 'Added'], ['alreadyThere', 'Already there'], ['couldNotCheck', 'Could not check'], ['notFound', 'Not found'], ['notUnderstood', 'Not understood'], ['left', 'Left alone']];

/** The report as Markdown: the counts, then a section for each outcome, every item with its line. */
export function reportMarkdown({ lines, counts, cancelled }: AddingReport): string {
  const out = ['# Adding papers', '', ...(cancelled ? ['It was cancelled in the middle; what was done is kept.', ''] : [])];
  for (const [outcome, heading] of headings) if (counts[outcome] > 0) out.push(`- ${heading}: ${counts[outcome]}`);
  if (lines.length === 0) out.push('Nothing was found to add.');
  for (const [outcome, heading] of headings) {
    const some = lines.filter((line) => line.outcome === outcome);
    if (some.length === 0) continue;
    out.push('', `## ${heading}`, '');
    for (const { line, text, key, title, message } of some) {
      const shown = [key === undefined ? undefined : `\`${key.replace(/`/gu, '')}\``, escapeMarkdown(title ?? text), outcome === 'added' || title === undefined || title === text ? undefined : `(${escapeMarkdown(text)})`];
      out.push(`- Line ${line}: ${shown.filter((part) => part !== undefined).join(' ')}${message === undefined ? '' : ` – ${escapeMarkdown(message)}`}`);
    }
  }
  return `${out.join('\n')}\n`;
}
