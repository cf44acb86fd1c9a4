/** What one box holds: identifiers and links, records of bibliographies, titles, in any mixture. */
import { identityKeys } from '../ids/index.js';
import { identifiers } from '../model/identity.js';
import { positionAt } from '../model/problem.js';
import { titleParts } from '../model/similar-title.js';
import { lineStarts } from '../model/text.js';
import { identifierOf, readEntries, type ReadEntry } from './entries.js';
import { mentionsByLine, readLine } from './lines.js';
import type { InputItem, InputReading, NotUnderstood, NotUnderstoodReason } from './types.js';

export interface ReadInputOptions {
  /**
   * `links`: identifiers, links and records only, for documents and selections: prose is neither searched for as a title nor
   * told as not understood.
   */
  readonly only?: 'links' | undefined;
}

type Draft = InputItem & { again: number[] };

/** Reads a text. Linear in it; never throws, whatever it holds. */
export function readInput(text: string, options: ReadInputOptions = {}): InputReading {
  const starts = lineStarts(text);
  const lineOf = (offset: number) => positionAt(starts, offset).line;
  const entries = readEntries(text);
  const drafts: Draft[] = [];
  const notUnderstood: NotUnderstood[] = [];
  const miss = (start: number, end: number, reason: NotUnderstoodReason) =>
    notUnderstood.push({ start, end, line: lineOf(start), reason, text: (text.slice(start, Math.min(end, start + 400)).trim().split(/[\r\n]/u)[0] ?? '').slice(0, 120) });
  for (const { kind, start, end, fields } of entries) {
    const identifier = fields && identifierOf(fields);
    if (fields === undefined) miss(start, end, 'broken');
    else drafts.push({ kind, start, end, line: lineOf(start), again: [], fields, ...(identifier === undefined ? {} : { identifier }) });
  }
  const rest = without(text, entries);
  const mentions = mentionsByLine(rest, starts);
  const alone = entries.length === 0 && rest.trim() !== '' && !/[\r\n]/u.test(rest.trim());
  for (const [index, start] of starts.entries()) {
    const line = rest.slice(start, starts[index + 1] ?? rest.length).replace(/[\r\n]+$/u, '');
    if (line.trim() === '' || (entries.length > 0 && /^[\s,[\]]*$/u.test(line))) continue;
    const reading = readLine(line, start, mentions.get(index) ?? [], { alone, only: options.only === 'links' });
    if (reading.kind === 'identifiers') for (const one of reading.found) drafts.push({ kind: 'identifier', line: index + 1, again: [], ...one });
    else if (reading.kind === 'title') drafts.push({ kind: 'title', start: reading.start, end: reading.end, line: index + 1, again: [], title: reading.title });
    else if (reading.kind === 'unknown') miss(reading.start, reading.end, reading.reason);
  }
  const inOrder = (a: { start: number }, b: { start: number }) => a.start - b.start;
  return { items: once(drafts.sort(inOrder)), notUnderstood: notUnderstood.sort(inOrder) };
}

/** The text with the records blanked out, so that offsets and lines stay. */
function without(text: string, entries: readonly ReadEntry[]): string {
  if (entries.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of entries) {
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]/gu, ' '));
    at = end;
  }
  return [...parts, text.slice(at)].join('');
}

/** Each work once: by any identifier, titles by their letters. A record says more than an identifier and takes its place. */
function once(drafts: readonly Draft[]): InputItem[] {
  const byKey = new Map<string, number>();
  const items: Draft[] = [];
  for (const draft of drafts) {
    const keys = keysOf(draft);
    const at = keys.map((key) => byKey.get(key)).find((known) => known !== undefined);
    const earlier = at === undefined ? undefined : items[at];
    if (at === undefined || earlier === undefined) {
      for (const key of keys) byKey.set(key, items.length);
      items.push(draft);
      continue;
    }
    const better = earlier.kind === 'identifier' && draft.kind !== 'identifier';
    items[at] = { ...(better ? draft : earlier), start: earlier.start, end: earlier.end, line: earlier.line, again: earlier.line === draft.line ? earlier.again : [...earlier.again, draft.line] };
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, at);
  }
  return items;
}

function keysOf(item: InputItem): string[] {
  if (item.kind === 'identifier') {
    const posted = item.identifier.kind === 'doi' ? /^10\.48550\/arxiv\.(.+?)(?:v\d+)?$/iu.exec(item.identifier.id)?.[1] : undefined;
    return posted === undefined ? identityKeys(item.identifier) : [`arxiv:${posted.toLowerCase()}`];
  }
  if (item.kind === 'title') return [`title:${titleParts(item.title).key}`];
  const { fields } = item;
  const ids = identifiers({ id: '', ...fields });
  if (ids.length > 0) return ids;
  return [`entry:${titleParts(fields.title ?? '').key}|${JSON.stringify(fields.authors?.[0] ?? '')}|${fields.issued?.slice(0, 4) ?? ''}`];
}
