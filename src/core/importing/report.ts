/** What an import did, as a document that can be kept. */
import { escapeMarkdown, oneLine } from '../outline/markdown.js';
import type { ImportPlan, Incoming } from '../lists/index.js';
import type { Unread } from './read-source.js';

export interface ImportDone {
  /** What people call what was imported. */
  readonly source: string;
  /** What people call the catalogue. */
  readonly catalogue: string;
  readonly works: readonly Incoming[];
  readonly plan: Pick<ImportPlan, 'outcomes' | 'changed' | 'made'>;
  readonly unread: readonly Unread[];
}

/** The report as Markdown: counts, then what was added, what was there, what was left out and what could not be read, by line. */
export function importReport({ source, catalogue, works, plan, unread }: ImportDone): string {
  const rows = works.flatMap((work, at) => {
    const outcome = plan.outcomes[at];
    return outcome === undefined ? [] : [{ ...work, outcome, title: escapeMarkdown(work.fields.title ?? ''), key: code(outcome.id) }];
  });
  const of = (...states: string[]) => rows.filter(({ outcome }) => states.includes(outcome.state));
  const added = of('new').map(({ line, key, title, outcome }) => `Line ${line}: ${key} ${title}${outcome.elsewhere === true ? ' – as another catalogue knows it' : ''}${outcome.perhaps.length === 0 ? '' : ` – may be the same as ${outcome.perhaps.map(code).join(', ')}: "Litshelf: Merge Papers…" makes one of them`}`);
  const there = of('known', 'again').map(({ line, key, title, outcome }) => `Line ${line}: ${key} ${title}${outcome.gains === undefined ? '' : ` – gained ${fieldsOf(outcome.gains)}`}${outcome.state === 'again' ? ' – stands in the list more than once' : ''}`);
  const left = of('left').map(({ line, title }) => `Line ${line}: ${title}`);
  const missed = unread.map(({ line, text, reason }) => `Line ${line}: ${code(text)} – ${escapeMarkdown(reason)}`);
  const parts = [['Added', added], ['Already there', there], ['Left out by you', left], ['Could not be read', missed]] as const;
  const out = ['# Import', '', `From ${code(source)} into ${code(catalogue)}.`, ''];
  for (const [heading, lines] of parts) if (lines.length > 0) out.push(`- ${heading}: ${lines.length}`);
  if (plan.made.length > 0) out.push(`- New categories: ${plan.made.map(({ title }) => escapeMarkdown(title)).join(', ')}`);
  if (parts.every(([, lines]) => lines.length === 0)) out.push('Nothing was found to import.');
  for (const [heading, lines] of parts) if (lines.length > 0) out.push('', `## ${heading}`, '', ...lines.map((line) => `- ${line}`));
  return `${out.join('\n')}\n`;
}

/** Text as code: readable, and no markup. */
function code(text: string): string {
  const line = oneLine(text).replace(/`/gu, "'");
  return line === '' ? '–' : `\`${line}\``;
}

function fieldsOf(gains: object): string {
  const words: Readonly<Record<string, string>> = { lists: 'its place in the list', categories: 'a category' };
  return Object.entries(gains).filter(([, value]) => value !== undefined).map(([name]) => words[name] ?? name).join(', ');
}
