/** Changes of papers as a Markdown document, to be read before anything is written. */
import { escapeMarkdown } from '../outline/markdown.js';
import { fullName, toPerson } from '../model/person.js';
import type { PersonField } from '../model/schema.js';
import type { Choices, FieldDiff } from './compare.js';

export interface Review {
  /** Citation key. */
  readonly key: string;
  readonly title: string;
  readonly diffs: readonly FieldDiff[];
  /** Fields taken from the other record; all others stay. */
  readonly choices: Choices;
  /** Why this is proposed, as a sentence. */
  readonly reason?: string | undefined;
}

/** One section a paper, with a table of the fields that would change; papers without changes are counted at the end. */
export function reviewMarkdown(heading: string, reviews: readonly Review[]): string {
  const lines = [`# ${escapeMarkdown(heading)}`, ''];
  let unchanged = 0;
  for (const { key, title, diffs, choices, reason } of reviews) {
    const changed = diffs.filter(({ field, state, finer }) => choices[field] !== undefined && choices[field] !== 'mine' && (state !== 'same' || finer === 'theirs'));
    if (changed.length === 0) {
      unchanged += 1;
      continue;
    }
    lines.push(`## ${escapeMarkdown(title)}`, '', `\`${key.replace(/`/gu, '')}\`${reason === undefined ? '' : ` – ${escapeMarkdown(reason)}`}`, '', '| Field | Now | New |', '|---|---|---|');
    for (const { field, mine, theirs } of changed) lines.push(`| ${field} | ${showValue(mine)} | ${showValue(theirs)} |`);
    lines.push('');
  }
  if (unchanged > 0) lines.push(`${unchanged} ${unchanged === 1 ? 'paper stays' : 'papers stay'} as ${unchanged === 1 ? 'it is' : 'they are'}.`, '');
  return `${lines.join('\n').trimEnd()}\n`;
}

/** A value on one line, as text that Markdown leaves alone; a dash for none. */
export function showValue(value: unknown): string {
  const text = plainValue(value);
  return text === '' ? '–' : escapeMarkdown(text);
}

/** The same as plain text, empty for none. */
export function plainValue(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item: unknown) => (isPerson(item) ? fullName(toPerson(item)) : plainValue(item))).join(', ');
  if (typeof value === 'object') return Object.entries(value).map(([name, one]) => `${name}: ${plainValue(one)}`).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isPerson(item: unknown): item is PersonField {
  return typeof item === 'object' && item !== null && ('family' in item || 'literal' in item);
}
