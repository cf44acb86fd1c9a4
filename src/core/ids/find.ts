/** Finds identifiers in a text, at a place of it, or in a text that is one. */
import type { IdKind, Mention, Pattern, Recogniser } from './mention.js';
import { recognisers } from './recognisers.js';

function addMentions(text: string, { kind }: Recogniser, { form, pattern, read }: Pattern, found: Mention[]): void {
  const finder = new RegExp(pattern.source, pattern.flags);
  for (let match = finder.exec(text); match; match = finder.exec(text)) {
    const one = read(match, text);
    if (one === undefined) continue;
    const mention = { kind, form, start: match.index, end: match.index + match[0].length, ...one };
    found.push(mention);
    // What a mention holds is not looked at again, so that long ones cannot be read many times over.
    finder.lastIndex = Math.max(finder.lastIndex, mention.end);
  }
}

/** Every identifier and link of a text, in order, not overlapping: where two readings overlap, the one that begins first counts, then the longer. Linear in the text. */
export function findMentions(text: string): Mention[] {
  const found: Mention[] = [];
  for (const recogniser of recognisers) for (const pattern of recogniser.patterns) addMentions(text, recogniser, pattern, found);
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((mention) => {
    if (mention.start < end) return false;
    end = mention.end;
    return true;
  });
}

/**
 * The mention at an offset, as `findMentions` gives it; right behind a mention counts when no other begins there.
 * @param around how many UTF-16 units to look at on either side. No mention is longer than 1000, so the default misses none;
 * only text that crowds mentions into each other without a break can look different from there.
 */
export function mentionAt(text: string, offset: number, around = 1000): Mention | undefined {
  const from = Math.max(0, offset - around);
  const at = offset - from;
  const found = findMentions(text.slice(from, offset + around));
  const mention = found.find(({ start, end }) => start <= at && at < end) ?? found.find(({ end }) => end === at);
  return mention && { ...mention, start: mention.start + from, end: mention.end + from };
}

/** Longer text in a box is a document. */
const longestInput = 2000;
/** What people copy along: brackets, quotes and LaTeX's `\url{` before, punctuation behind. */
const leading = /^[\s<("'`[{]{0,8}(?:\\(?:url|href|doi)\{)?/;
const trailing = /[\s.,;:!?)>\]}"'`/]*$/;
/** Behind a link: the rest of its address; behind an arXiv id: the class, as arXiv's own pages print it (`[cs.CL]`). */
const remainder = /^(?:[/?#&]\S*|\s*\[[\w.-]{2,20}\])?[\s.,;:!?)>\]}"'`/]*$/;

/**
 * Reads a text that is one identifier or link and nothing else, such as a box's content.
 * @param kind reads an identifier of this kind without link or prefix, and refuses any other kind
 * @returns the identifier with its place in the text; undefined when there is none, or more than one
 */
export function readIdentifier(text: string, kind?: IdKind): Mention | undefined {
  if (text.length > longestInput) return undefined;
  const start = leading.exec(text)?.[0].length ?? 0;
  const core = text.slice(start).replace(trailing, '');
  for (const recogniser of recognisers) {
    if (kind === undefined ? !recogniser.plain : recogniser.kind !== kind) continue;
    const reading = recogniser.bare(core);
    if (reading) return { kind: recogniser.kind, form: 'bare', start, end: start + core.length, ...reading };
  }
  // The bracket keeps the text from being a line of its own, where `doi: …` would be a field.
  const [mention, ...others] = findMentions(`(${text.slice(start)}`);
  if (mention?.start !== 1 || others.length > 0 || (kind !== undefined && mention.kind !== kind)) return undefined;
  const end = start + mention.end - 1;
  return remainder.test(text.slice(end)) ? { ...mention, start, end } : undefined;
}
