/** Lines that are no records: identifiers and links with whatever stands around them, titles, and the rest. */
import { findMentions, readIdentifier, type Identifier, type Mention } from '../ids/index.js';
import type { NotUnderstoodReason } from './types.js';

export interface LineIdentifier {
  readonly identifier: Identifier;
  readonly start: number;
  readonly end: number;
  readonly title?: string;
}
export type LineReading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'identifiers'; readonly found: readonly LineIdentifier[] }
  | { readonly kind: 'title'; readonly start: number; readonly end: number; readonly title: string }
  | { readonly kind: 'unknown'; readonly start: number; readonly end: number; readonly reason: NotUnderstoodReason };

/** What may stand before a title or an identifier: bullets, numbers, check boxes, quotation marks of e-mail, table bars. */
const marker = /^(?:[\s>|]{1,20}|[-*+•·–—◦▪‣]\s{1,9}|\(?\d{1,4}[.)]\s{1,9}|\[\d{1,4}\]\s{1,9}|\[[ xX]\]\s{1,9}|#{1,6}\s{1,9}){1,6}/u;
/** Lines that lay a document out and say nothing: rules, table lines, fences, comments. */
const layout = /^[\s|:>*_=~`#+.•·–—-]*$|^\s*(?:```|~~~|<!--.*-->\s*$)/u;
const heading = /^\s{0,3}#{1,6}\s/u;
const address = /(?:https?:\/\/|www\.)\S/iu;
/** Marks that only surround a title. */
const around = /^[\s"'“”„‘’«»*_`[({<]{1,9}|[\s"'“”„‘’«»*_`\])}>,;|]{1,9}$/gu;
/** A page that was copied whole names what follows: the title is kept, the rest is none. */
const label = /^title:\s+/iu;
const announcing = /^(?:authors?|comments?|subjects?|journal[- ]ref(?:erence)?|abstract|keywords?|report[- ]no|(?:msc|acm)[- ]class|cite as):\s|:$/iu;
/** Words of the longest title, and its length in UTF-16 units. */
const longest = { words: 45, length: 400 };

export interface LineOptions {
  /** The line is all that was typed. */
  readonly alone: boolean;
  /** Links and identifiers only; nothing is a title and nothing is missed. */
  readonly only: boolean;
}

/** Mentions of a text by line: those that begin in it. */
export function mentionsByLine(text: string, starts: readonly number[]): ReadonlyMap<number, Mention[]> {
  const lines = new Map<number, Mention[]>();
  let line = 0;
  for (const mention of findMentions(text)) {
    while (line + 1 < starts.length && (starts[line + 1] ?? Infinity) <= mention.start) line += 1;
    const known = lines.get(line);
    if (known === undefined) lines.set(line, [mention]);
    else known.push(mention);
  }
  return lines;
}

/** Reads one line, which begins at `offset` of the text. Linear in the line. */
export function readLine(line: string, offset: number, mentions: readonly Mention[], { alone, only }: LineOptions): LineReading {
  if (layout.test(line)) return { kind: 'nothing' };
  const papers = mentions.filter(({ kind }) => kind !== 'github');
  if (mentions.length > 0) {
    // beside a paper a repository is its code
    const found = (papers.length > 0 ? papers : mentions.slice(0, 1)).map((mention) => located(mention, line, offset));
    return { kind: 'identifiers', found: only ? found : [...found, ...bareBeside(line, offset, mentions)] };
  }
  const lead = marker.exec(line)?.[0].length ?? 0;
  const core = line.slice(lead);
  const start = offset + lead;
  const bare = only ? undefined : bareIdentifiers(core, start);
  if (bare !== undefined) return { kind: 'identifiers', found: bare };
  const named = only ? [] : idsBesideWords(core, start);
  if (named.length > 0) return { kind: 'identifiers', found: named };
  if (only || (heading.test(line) && !alone)) return { kind: 'nothing' };
  const end = offset + line.trimEnd().length;
  if (address.test(core)) return { kind: 'unknown', start, end, reason: 'link' };
  const title = linkText(core).replace(label, '').replace(around, '').replace(around, '').replace(/\s+/gu, ' ');
  if (title.length > longest.length || title.split(' ').length > longest.words) return { kind: 'unknown', start, end, reason: 'long' };
  if (!looksLikeTitle(title, alone) || (!alone && announcing.test(title))) return { kind: 'unknown', start, end, reason: 'text' };
  return { kind: 'title', start, end, title: title.replace(/(?<=\p{L}{2})\.$/u, '') };
}

/** "2212.10560, 2304.12244": a line of nothing but identifiers without prefix. */
function bareIdentifiers(core: string, start: number): LineIdentifier[] | undefined {
  // reading costs far more than looking: the first word of such a line has digits and no quotes
  if (!/^[\s<("'[]{0,5}(?=[^\s"{}]{0,200}\d)[^\s"{}]{4,200}(?=[\s"',;|]|$)/u.test(core)) return undefined;
  const whole = readIdentifier(core);
  if (whole !== undefined) return [{ identifier: plain(whole), start: start + whole.start, end: start + whole.end }];
  const found: LineIdentifier[] = [];
  for (const match of core.matchAll(/[^\s,;|]+/gu)) {
    const read = readIdentifier(match[0]);
    if (read === undefined) return undefined;
    found.push({ identifier: plain(read), start: start + match.index + read.start, end: start + match.index + read.end });
  }
  return found.length === 0 ? undefined : found;
}

/**
 * Bare arXiv ids with words beside them: before or behind all else of the line, in brackets, or in a cell of its own. That is how
 * people keep lists, how arXiv calls its pages (`[1706.03762] Attention Is All You Need`) and its files (`1706.03762v7.pdf`).
 */
function idsBesideWords(core: string, start: number): LineIdentifier[] {
  const found: LineIdentifier[] = [];
  for (const match of core.matchAll(/(?<![^\s,;|([<{"'`/\\])(\d{4}\.\d{4,5}(?:v\d{1,3})?)(\.pdf)?(?=[.:]?(?:[\s,;|)\]>}"'`]|$))/giu)) {
    const [whole, id = '', file] = match;
    const before = core.slice(Math.max(0, match.index - 100), match.index).replace(/["'`]$/u, '');
    const after = core.slice(match.index + whole.length, match.index + whole.length + 100).replace(/^["'`.:]{1,2}/u, '');
    if (file === undefined && /[/\\]$/u.test(before)) continue;
    const first = match.index < 100 && /^[\s%#/([<{"'`]*$/u.test(before);
    const last = /^[\s.)\]>}"'`]*$/u.test(after) && !/[:=]\s*$/u.test(before);
    const apart = (/[([<{]$/u.test(before) && /^[)\]>}]/u.test(after)) || /[\t|,;]\s?$/u.test(before);
    const read = first || last || apart || file !== undefined ? readIdentifier(id) : undefined;
    if (read?.kind === 'arxiv') found.push({ identifier: plain(read), start: start + match.index, end: start + match.index + whole.length });
  }
  return found;
}

/** Bare arXiv ids on a line whose other identifiers show what it is about: nobody who pastes "2304.12244 10.18653/v1/…" means the DOI alone. */
function bareBeside(line: string, offset: number, mentions: readonly Mention[]): LineIdentifier[] {
  const found: LineIdentifier[] = [];
  for (const match of line.matchAll(/(?<![^\s,;|([<"'])\d{4}\.\d{4,5}(?:v\d{1,3})?(?=[.:]?(?:[\s,;|)\]>"']|$))/gu)) {
    const start = offset + match.index;
    const read = mentions.some((mention) => mention.start < start + match[0].length && start < mention.end) ? undefined : readIdentifier(match[0]);
    if (read?.kind === 'arxiv') found.push({ identifier: plain(read), start, end: start + match[0].length });
  }
  return found;
}

function plain({ kind, id, version }: Identifier): Identifier {
  return { kind, id, ...(version === undefined ? {} : { version }) };
}

function located(mention: Mention, line: string, offset: number): LineIdentifier {
  const before = line.slice(Math.max(0, mention.start - offset - 500), mention.start - offset);
  const title = /\[([^[\]]{3,400})\]\(<?$/u.exec(before)?.[1]?.replace(around, '').replace(/\s+/gu, ' ');
  const says = title !== undefined && looksLikeTitle(title, false) && readIdentifier(title) === undefined;
  return { identifier: plain(mention), start: mention.start, end: mention.end, ...(says ? { title } : {}) };
}

/** `[Title](…)` without the address. */
function linkText(core: string): string {
  return core.replace(/!?\[([^[\]]{0,400})\]\([^()\s]{0,400}\)/gu, '$1');
}

/** At least three words (two when nothing else was typed), most of it letters; scripts without spaces count four letters for the same. */
function looksLikeTitle(title: string, alone: boolean): boolean {
  const letters = title.match(/\p{L}/gu)?.length ?? 0;
  const unspaced = title.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  if (unspaced >= 4) return true;
  const words = title.split(' ').filter((word) => /\p{L}/u.test(word)).length;
  if (/[{};=<>\\]{2}|^\W*[\w-]{1,30}\s?[=:]\s?["'{[]|@[\w-]+\.\w/u.test(title)) return false;
  return words >= (alone ? 2 : 3) && letters >= 0.5 * title.replace(/\s/gu, '').length;
}
