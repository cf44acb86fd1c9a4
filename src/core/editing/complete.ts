/** What others have in a field, offered while it is being typed. */
import { fullName } from '../model/person.js';
import type { Paper } from '../model/paper.js';
import { fold } from '../model/text.js';

/** So many are offered. */
export const offered = 20;

export interface KnownValue {
  readonly text: string;
  readonly folded: string;
  /** How many papers have it. */
  readonly papers: number;
}

/** The different values of a field, the most frequent first. Yields every few papers. */
export function* valuesOf(papers: Iterable<Paper>, field: string): Generator<void, readonly KnownValue[]> {
  const counts = new Map<string, number>();
  let seen = 0;
  for (const paper of papers) {
    for (const value of valuesIn(paper, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (++seen % 200 === 0) yield;
  }
  return [...counts].map(([text, papers]) => ({ text, papers, folded: fold(text) })).sort((a, b) => b.papers - a.papers || (a.folded < b.folded ? -1 : 1));
}

function valuesIn(paper: Paper, field: string): readonly string[] {
  if (field === 'authors') return paper.authors.map(fullName);
  const value: unknown = paper.fields[field];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** Those that begin with what was typed, then those in which a word does; never what stands there already. */
export function complete(values: readonly KnownValue[], typed: string): string[] {
  const wanted = fold(typed.trim());
  const begun: string[] = [];
  const inside: string[] = [];
  for (const { text, folded } of values) {
    if (text === typed) continue;
    if (folded.startsWith(wanted)) begun.push(text);
    else if (inside.length < offered && folded.includes(` ${wanted}`)) inside.push(text);
    if (begun.length === offered) break;
  }
  return [...begun, ...inside].slice(0, offered);
}
