/** Which part of an entry is its title. */
import { workOf } from './link-kind.js';
import { isDate } from './dates.js';
import { looksLikeNames, readNames } from './people.js';
import { referenceParts } from './reference.js';
import { textOf, type Run } from './runs.js';
import { isLabel, pictographs, venuePattern } from './words.js';

export interface Title {
  readonly text: string;
  /** Larger is surer. */
  readonly score: number;
  /** Runs that hold nothing but the title. */
  readonly runs: readonly Run[];
  /** What the text around the title says besides, when the title is a part of a run: a reference, a sentence. */
  readonly beside?: string;
}

/** Scores from which on a line is an entry of its own. */
export const certain = 60;

const edges = /^[\s*_`.,;:：|·•\-–—<>/\\]+|[\s*_`,;:：|·•\-–—<>/\\]+$/gu;
/** Words with which sentences to the reader begin, and words with which no title ends. */
const sentence = /^(?:you|if you|we|please|this (?:repo|list|is)|here (?:is|are)|thanks|to get|welcome|note that|for (?:more|the)|see|check|follow|feel free|our|i|it is|there (?:is|are)|as of|in this)\s/iu;
const dangling = /\s(?:at|with|in|the|from|my|our|of|by|see|via|to|for|and|a|an|is|are|on|as|or|please|this)$/iu;

/** A title without what surrounds it. */
export function cleanTitle(text: string): string {
  let title = text.replace(/~~|\s+/gu, (found) => (found === '~~' ? '' : ' ')).trim().replace(/^\s*(?:(?:paper )?title|论文)\s*[:：]\s*/iu, '');
  for (let round = 0; round < 3; round += 1) {
    const before = title;
    title = title.replace(/^["'“„‘«](.*)["'”“’»]$/su, '$1').replace(/^(?::[a-z0-9_+-]{2,40}:\s*)+/u, '').replace(new RegExp(`^(?:${pictographs.source}|\\s)+|(?:${pictographs.source}|\\s)+$`, 'gu'), '').replace(edges, '').replace(/^\(?\d{1,4}[.)]\s+(?=\S)/u, '');
    if (/^\[[^[\]]*\]$/u.test(title) || /^\([^()]*\)$/u.test(title)) title = title.slice(1, -1);
    if (title === before) break;
  }
  if (/(?<!\.)\.$/u.test(title) && !/\b(?:al|etc|vs|Inst|Jr|Inc|\p{Lu})\.$/u.test(title)) title = title.slice(0, -1).trim();
  return title;
}

function words(text: string): number {
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length + Math.floor(unspaced / 2);
}

/** Dates, venues, tags and the like, which stand where titles stand. */
export function isTag(text: string): boolean {
  const plain = text.replace(pictographs, ' ').replace(/^[\s[({【]+|[\s\])}】:：.,]+$/gu, '');
  if (plain === '' || isDate(plain) || isLabel(plain)) return true;
  if (/^(?:10\.\d{4,9}\/\S+|(?:arxiv:?\s*)?\d{4}\.\d{4,5}(?:v\d+)?)$/iu.test(plain)) return true;
  const rest = plain.replace(new RegExp(venuePattern.source, 'giu'), ' ').replace(/['’‘]?\d{2,4}|\b(?:oral|spotlight|highlight|poster|workshop|findings|best paper(?: award)?|demo|main|long|short|paper|award|track|datasets? and benchmarks?|under review|submitted|accepted|preprint|the|of|on|to|at|in|and|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|international|conference|journal|proceedings|proc|transactions|ieee|acm|computing survey|surveys?|letters|review)\b/giu, ' ');
  return venuePattern.test(plain) && !/\p{L}{3}/u.test(rest);
}

/** The best title of a piece of a list; undefined when nothing in it can be one. */
export function findTitle(runs: readonly Run[]): Title | undefined {
  let best: Title | undefined;
  const offer = (text: string, score: number, of: readonly Run[], beside?: string) => {
    const title = cleanTitle(text);
    if (!/\p{L}|\p{N}{2}/u.test(title) || isTag(title) || title.length > 400) return;
    const value = score + 3 * Math.min(words(title), 6);
    if (best === undefined || value > best.score) best = { text: title, score: value, runs: of, ...(beside === undefined ? {} : { beside }) };
  };
  const groups = grouped(runs);
  /** A title in bold or linked stands before: what is in quotation marks behind it is quoted. */
  let told = false;
  for (const [at, group] of groups.entries()) {
    const text = textOf(group.runs);
    const bracketed = /^\s*\[.*\]\s*$/u.test(text) || (/\[\s*$/u.test(textOf(groups[at - 1]?.runs ?? [])) && /^\s*\]/u.test(textOf(groups[at + 1]?.runs ?? [])));
    const late = Math.min(at, 8);
    if (group.kind === 'link') {
      const [link] = group.runs;
      if (link?.url === undefined || link.picture === true || /^https?:\/\//iu.test(text)) continue;
      const work = workOf(link.url) !== undefined;
      const person = !work && words(text) <= 3 && looksLikeNames(text) && groups.length > 2 && at > 0;
      told ||= work && !bracketed && words(text) >= 3 && !isTag(text);
      offer(text, person ? 10 : (work ? 75 : 62) - (bracketed ? 45 : 0) - late, group.runs);
    } else if (group.kind === 'bold') {
      const names = words(text) > 3 && looksLikeNames(text) && /,/u.test(text);
      // "**Title** | [[PDF]](…)"
      const barred = groups[at + 1]?.kind === 'plain' && /^\s*\|/u.test(groups[at + 1]?.runs[0]?.text ?? '') && groups[at + 2]?.kind === 'link';
      told ||= !names && !bracketed && (words(text) >= 3 || barred) && !isTag(text);
      if (!names) offer(text, (words(text) >= 3 ? 72 : barred ? 63 : 48) - (bracketed ? 45 : 0) - late, group.runs);
    } else if (group.kind === 'plain') {
      const raw = group.runs.map((run) => run.text).join('');
      const reference = referenceParts(raw);
      if (reference !== undefined) offer(reference.title, 95, group.runs, raw);
      for (const match of raw.matchAll(/["“„](?=\S)([^"“”„]{8,300})(?<=\S)["”]/gu)) if (!told && words(match[1] ?? '') >= 2 && match.index < 80) offer(match[1] ?? '', 80 - late, group.runs, raw.slice(0, match.index) + raw.slice(match.index + match[0].length));
    } else if (group.kind === 'italic' && !looksLikeNames(text) && words(text) >= 3) offer(text, 38 - late, group.runs);
  }
  // words behind a linked name describe it
  const named = groups.find(({ kind, runs: of }) => kind !== 'end' && (kind !== 'plain' || /\p{L}/u.test(textOf(of))));
  const plain = named?.kind === 'link' && named.runs.some(({ text, picture }) => picture !== true && !isTag(text)) ? undefined : leading(groups);
  if (plain !== undefined && !arePeople(plain.text) && !sentence.test(plain.text) && !dangling.test(cleanTitle(plain.text))) offer(plain.text, words(plain.text) >= 3 ? 48 : 20, plain.runs, plain.beside);
  return best;
}

/** Several people, or one and others: a single name may as well be a title. */
function arePeople(text: string): boolean {
  const names = readNames(text);
  return names !== undefined && (names.more || names.authors.length > 2 || (names.authors.length === 2 && names.authors.every((name) => name.includes(' '))));
}

interface Group {
  readonly kind: 'link' | 'bold' | 'italic' | 'plain' | 'end';
  readonly runs: Run[];
}

/** Neighbours of one sort together. */
function grouped(runs: readonly Run[]): Group[] {
  const groups: Group[] = [];
  for (const run of runs) {
    const kind = run.url !== undefined ? 'link' : run.ends === true ? 'end' : run.bold === true ? 'bold' : run.italic === true ? 'italic' : 'plain';
    const last = groups.at(-1);
    if (last?.kind === kind && kind !== 'link') last.runs.push(run);
    else groups.push({ kind, runs: [run] });
  }
  return groups;
}

/** The words before the first link or the end of the first line, without tags before them and without what follows the title. */
function leading(groups: readonly Group[]): { text: string; runs: Run[]; beside: string } | undefined {
  const runs: Run[] = [];
  for (const group of groups) {
    if (group.kind === 'link' && runs.length > 0 && runs.some(({ text }) => words(text) >= 2)) break;
    if (group.kind === 'end' && runs.length > 0) break;
    if (group.kind !== 'link' && group.kind !== 'end') runs.push(...group.runs);
  }
  const whole = runs.map(({ text }) => text).join('');
  let text = whole;
  for (let round = 0; round < 4; round += 1) {
    const before = text;
    text = text.replace(new RegExp(`^(?:${pictographs.source}|[\\s|:：,.\\-–—+*•·])+`, 'u'), '').replace(/^\(?\d{1,4}[.)]\s+/u, '');
    const tag = /^(?:\[[^[\]]{1,60}\]|\([^()]{1,40}\)|【[^【】]{1,40}】)\s*/u.exec(text)?.[0];
    if (tag !== undefined && tag.length < text.trim().length) text = text.slice(tag.length);
    if (text === before) break;
  }
  // all of it is people: no part of it is a title
  if (!/\((?:19|20)\d\d/u.test(text) && arePeople(cleanTitle(text.replace(/\s*[[(|][^,]*$/u, '')))) return undefined;
  const skipped = whole.length - text.length;
  const end = titleEnd(text);
  const title = text.slice(0, end);
  return title.trim() === '' ? undefined : { text: title, runs, beside: `${whole.slice(0, skipped)} ${text.slice(end)}` };
}

/** Where a title in plain words ends: at a bar, a year in brackets, an opening bracket that is left open, two spaces, a sentence that names people or a venue. */
function titleEnd(text: string): number {
  let end = text.length;
  const cut = (at: number) => {
    if (at > 0 && at < end) end = at;
  };
  cut(text.search(/\s*\|\s|\s\|$|\s*\(@|\s{2,}(?=\S)|\s*[([]\s*(?:\p{L}+[\s.,'’]{0,2})?(?:19|20)\d\d|,\s*(?:19|20)\d\d|\s*[[(]\s*$|[:：]\s*$|\s[-–—]\s(?=\p{Ll}.{30}|\p{Lu}.{80})/u));
  for (const match of text.matchAll(/(?<=[\p{L}\p{N})?!]{1})[.,?!]\s+/gu)) {
    if (match.index < 12 || match.index >= end) continue;
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 300);
    const next = /^[^.|([]{0,200}/u.exec(rest)?.[0] ?? '';
    if (isTag(next.split(',')[0] ?? '') || (looksLikeNames(next) && (match[0].startsWith('.') || /\p{L}{2,}\.?\s\p{Lu}[^,]*,|\set al\b/u.test(next)))) {
      cut(match.index + (/^[?!]/u.test(match[0]) ? 1 : 0));
      break;
    }
  }
  return end;
}
