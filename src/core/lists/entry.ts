/** What a piece of a list says of one work, besides its title: people, date, venue, links, a remark. */
import { findDate } from './dates.js';
import { linkKind, workOf } from './link-kind.js';
import { readNames, type Names } from './people.js';
import { referenceParts } from './reference.js';
import type { Run } from './runs.js';
import { cleanTitle, isTag, type Title } from './title.js';
import type { ListPaper } from './types.js';
import { detailLabel, isLabel, pictographs, venuePattern } from './words.js';

/** A paper without its place. */
export type Draft = Pick<ListPaper, 'title' | 'authors' | 'moreAuthors' | 'issued' | 'venue' | 'arxiv' | 'doi' | 'acl' | 'openreview' | 'links' | 'notes'>;

export interface Saying {
  readonly text: string;
  readonly style: 'plain' | 'bold' | 'italic' | 'label';
}

/** Texts beyond this length are remarks: no date and no venue is looked for in them. UTF-16 units. */
const longestTag = 160;

export function isWeb(url: string): boolean {
  return /^(?:https?:)?\/\/[^\s/]/iu.test(url);
}

/** An address that a maintainer has yet to fill in. */
export function isPlaceholder(url: string): boolean {
  return url.trim() === '' || /\.{3}|…|^https?:\/\/(?:www\.)?(?:example\.(?:com|org)|arxiv\.org\/(?:abs|pdf)\/?(?:x{3,}.*)?$)|^(?:url|link|todo|tbd|xxx+|your[-_ ].*)$/iu.test(url.trim());
}

/** An entry of runs with a known title. */
export function readEntry(runs: readonly Run[], title: Title): Draft {
  const sayings = sayingsOf(runs, title);
  return draftOf(title.text, sayings, runs);
}

/** What stands beside the title, cut where lists cut. */
function sayingsOf(runs: readonly Run[], title: Title): Saying[] {
  const reference = title.beside === undefined ? undefined : referenceParts(title.beside);
  if (reference !== undefined) return [{ text: reference.authors, style: 'italic' }, { text: reference.rest, style: 'plain' }, ...sayingsOf(runs, { ...title, beside: '' })];
  const sayings: Saying[] = [];
  let text = '';
  let style: Saying['style'] = 'plain';
  const flush = () => {
    if (text.trim() !== '') sayings.push({ text: text.trim(), style });
    text = '';
  };
  const used = new Set(title.runs);
  let told = false;
  for (const run of runs) {
    if (used.has(run)) {
      flush();
      if (!told && title.beside !== undefined && run.url === undefined) sayings.push(...title.beside.split(/\s\|\s|(?<=^|\s)\|/u).map((one): Saying => ({ text: one.trim(), style: 'plain' })).filter((one) => one.text !== ''));
      told = true;
      continue;
    }
    if (run.ends === true) {
      flush();
      continue;
    }
    const mine = run.url !== undefined ? 'label' : run.bold === true ? 'bold' : run.italic === true ? 'italic' : 'plain';
    if (mine !== style) flush();
    style = mine;
    if (mine === 'label') {
      text = run.text;
      flush();
    } else text += run.text;
  }
  flush();
  return sayings;
}

/** Title, sayings and links → a draft. */
export function draftOf(title: string, all: readonly Saying[], runs: readonly Run[]): Draft {
  const { sayings, remark } = declaredRemark(all);
  const people = peopleOf(sayings);
  const rest = sayings.map((one) => (one === people?.from ? { ...one, text: people.left } : one));
  const tags = rest.filter(({ text, style }) => text.length <= longestTag || style === 'bold' || /\bpages\b|\[J\]|\d{4}\.?$/u.test(text)).map((one) => ({ ...one, text: one.text.slice(0, 600) }));
  const dates = tags.filter(({ style }) => style !== 'label').concat(tags.filter(({ style }) => style === 'label')).map(({ text }) => findDate(text)?.date).filter((date) => date !== undefined);
  const issued = dates.reduce<string | undefined>((best, date) => (best === undefined || (date.length > best.length && date.startsWith(best.slice(0, 4))) ? date : best), undefined);
  const venue = venueOf(tags);
  const notes = remark ?? notesOf(rest, venue, title);
  return {
    title,
    ...(people === undefined ? {} : { authors: people.names.authors, ...(people.names.more ? { moreAuthors: true } : {}) }),
    ...(issued === undefined ? {} : { issued }),
    ...(venue === undefined ? {} : { venue }),
    ...linked(runs),
    ...(notes === undefined ? {} : { notes }),
  };
}

/** A remark that says that it is one: "Note: …", to the end of its line. Nothing else is read in it. */
function declaredRemark(sayings: readonly Saying[]): { sayings: readonly Saying[]; remark: string | undefined } {
  for (const [at, { text, style }] of sayings.entries()) {
    const [, before = '', said] = style === 'plain' ? (/^(|.*?[\s\].,;:)|–—-])Notes?: (\S.*)$/su.exec(text) ?? []) : [];
    if (said === undefined) continue;
    // what links are called is no part of it
    const end = sayings.findIndex((one, index) => index > at && one.style === 'label');
    const later = sayings.slice(at + 1, end < 0 ? undefined : end);
    return { sayings: [...sayings.slice(0, at), { text: before, style }], remark: [said, ...later.map((one) => one.text)].join(' ').replace(/\s+/gu, ' ').trim().slice(0, 4000) };
  }
  return { sayings, remark: undefined };
}

interface People {
  readonly names: Names;
  readonly from: Saying;
  /** What else the saying says. */
  readonly left: string;
}

function peopleOf(sayings: readonly Saying[]): People | undefined {
  const wide = (names: Names | undefined): names is Names => names !== undefined && (names.authors.length > 1 || names.more);
  const read = (from: Saying, text: string, left: string, alone: boolean): People | undefined => {
    const names = readNames(text);
    return names !== undefined && (wide(names) || alone) && !isTag(text) ? { names, from, left } : undefined;
  };
  for (const from of sayings) {
    if (from.style !== 'italic') continue;
    const [, before, after] = /^(.*?\bet\.?,? al\b\.?)[\s,.]*(.*)$/su.exec(from.text) ?? [];
    const found = read(from, from.text, '', true) ?? (before === undefined ? undefined : read(from, before, after ?? '', true));
    if (found) return found;
  }
  for (const from of sayings) {
    if (from.style === 'label' || from.text.length > 6000) continue;
    const named = /^\s*(?:authors?|作者)\s*[:：]\s*(.+)$|\bby\s+(\p{Lu}.+)$/su.exec(from.text);
    const pieces = [named?.[1] ?? named?.[2] ?? '', from.text, ...piecesOf(from.text)];
    for (const piece of pieces) {
      if (piece.trim() === '') continue;
      const text = piece.replace(/^[\s,.;:：|\-–—()]+|[\s,;:：|\-–—(]+$/gu, '').replace(/^\(?(?:19|20)\d\d\)?[\s,.]+/u, '');
      const found = read(from, text, from.text.replace(piece, ' '), named !== null && piece === pieces[0]);
      if (found) return found;
    }
  }
  return undefined;
}

/** A saying cut at bars, brackets and full stops that end sentences. */
function piecesOf(text: string): string[] {
  return text.split(/\s*\|\s*|(?<=\p{Ll}{2}|\)|\d)\.\s+|[()[\]【】]|\s[-–—]\s/u).filter((piece) => piece.trim() !== '');
}

function venueOf(sayings: readonly Saying[]): string | undefined {
  for (const { text, style } of sayings) {
    if (style === 'label' && !isTag(text) && !venuePattern.test(text)) continue;
    if (style === 'label' && (isLabel(text) || /:\/\//u.test(text))) continue;
    for (const piece of piecesOf(text).flatMap((one) => one.split(/[,;，]\s+|\.\s+/u))) {
      const proceedings = /^\s*(?:in:?\s+)?proc(?:eedings|\.)\s/iu.test(piece);
      if (piece.length > (proceedings ? 200 : 90) || !(proceedings || venuePattern.test(piece))) continue;
      const date = findDate(piece);
      const dated = date !== undefined && (date.date.length > 4 || date.start === 0);
      const venue = cleanTitle(dated ? `${piece.slice(0, date.start)} ${piece.slice(date.end)}` : piece).replace(/\s+/gu, ' ').replace(/^(?:in|on|at)\s+/iu, '');
      if (/\p{L}/u.test(venue) && venue.split(' ').length <= (proceedings ? 25 : style === 'plain' ? 8 : 14)) return venue;
    }
  }
  // a date and a venue that nobody knows, in front: `[2023 May ACM Computing Survey]`
  for (const { text, style } of sayings) {
    const date = style === 'bold' ? findDate(text) : undefined;
    const rest = date && cleanTitle(text.slice(0, date.start) + text.slice(date.end));
    if (date?.start === 0 && rest !== undefined && /\p{L}{2}/u.test(rest) && rest.split(' ').length <= 6) return rest;
  }
  return sayings.map(unknownVenue).find((venue) => venue !== undefined);
}

/** Words that stand before dates and name no venue. */
const dating = /^(?:published|publication|updated?|released?|posted|submitted|accepted|code|paper|version|date|year|last|since|from|added|as of|created|available)\b/iu;

/** A venue that nobody knows, where venues stand: a name in capitals with its date behind it ("Garden Letters, 2023."), or "In Garden Letters.". */
function unknownVenue({ text, style }: Saying): string | undefined {
  if (style !== 'plain' && style !== 'bold') return undefined;
  const [, within, said = ''] = /^[\s\].,;:|)/–—-]*(in:?\s+)?(.*)$/isu.exec(text.slice(0, 200)) ?? [];
  const date = findDate(said);
  const dated = style === 'plain' && date !== undefined && date.start > 0 && /^\s*(?:[.;,|]|$)/u.test(said.slice(date.end));
  const name = (dated ? said.slice(0, date.start).replace(/[\s,]+$/u, '') : within === undefined ? '' : (/^[^.,;|]+/u.exec(said)?.[0] ?? '')).trim();
  return /^\p{Lu}[^.,;|()[\]:"“”?!]{1,80}$/u.test(name) && name.split(' ').length <= 8 && !dating.test(name) ? name : undefined;
}

/** What is left when people, date and venue are told: only what is long enough to be a remark. */
function notesOf(sayings: readonly Saying[], venue: string | undefined, title: string): string | undefined {
  const left = sayings
    .filter(({ text, style }) => style !== 'label' && !isTag(text) && text !== venue && !(style === 'bold' && venue !== undefined && text.includes(venue)) && !title.startsWith(text.replace(/[\s:：]+$/u, '')))
    .map(({ text }) => behindVenue(text, venue).replace(pictographs, '').trim().replace(/^\[[^[\]]{0,60}\]\s*/u, '').replace(/^(?:[\s,.;:|()[\]\-–—：]+)|[\s,;:|([\]\-–—]+$/gu, ''))
    .filter((text) => text !== '' && text !== venue && !isTag(text) && !detailLabel.test(text))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return left.split(' ').length >= 3 && /\p{L}{3}/u.test(left) ? left.slice(0, 4000) : /[\p{Script=Han}]{4}/u.test(left) ? left.slice(0, 4000) : undefined;
}

/** A text without the venue and the date that it begins with: "ACL 2024. The remark." */
function behindVenue(text: string, venue: string | undefined): string {
  const start = /^[\s,.;:|()[\]/\-–—]*(?:(?:in|on|at):?\s+)?/iu.exec(text)?.[0].length ?? 0;
  if (venue === undefined || !text.startsWith(venue, start)) {
    const date = findDate(text.slice(start, start + 30));
    const alone = date?.start === 0 ? /^\.\s+(?=\S)/u.exec(text.slice(start + date.end)) : null;
    return date === undefined || alone === null ? text : text.slice(start + date.end + alone[0].length);
  }
  const rest = text.slice(start + venue.length);
  const date = findDate(rest.slice(0, 30));
  const dated = date !== undefined && /^[\s,]*$/u.test(rest.slice(0, date.start)) ? rest.slice(date.end) : rest;
  return /^[.,;]?\s*$|^[.;]\s/u.test(dated) ? dated.replace(/^[.;\s]+/u, '') : text;
}

/** Identifiers, and all addresses by kind; the first of a kind has its plain name. */
export function linked(runs: readonly Run[], column?: (run: Run) => string | undefined): Pick<Draft, 'arxiv' | 'doi' | 'acl' | 'openreview' | 'links'> {
  const ids: Partial<Record<'arxiv' | 'doi' | 'acl' | 'openreview', string>> = {};
  const links: Record<string, string> = {};
  const seen = new Set<string>();
  for (const [at, run] of runs.entries()) {
    if (run.url === undefined || !isWeb(run.url) || isPlaceholder(run.url) || isBadge(run)) continue;
    const url = addressOf(run.url);
    if (seen.has(url)) continue;
    seen.add(url);
    const work = workOf(url);
    if (work?.kind === 'arxiv' || work?.kind === 'doi' || work?.kind === 'acl' || work?.kind === 'openreview') ids[work.kind] ??= work.id;
    // an address that is written out is called by the words before it
    const called = /^https?:\/\//iu.test(run.text) ? labelAtEnd(runs[at - 1]) : run.text;
    const kind = linkKind(called !== '' && (isLabel(called) || run.picture === true) ? called : (column?.(run) ?? (called.length < 40 ? called : '')), url);
    let name: string = kind;
    for (let count = 2; name in links; count += 1) name = `${kind}-${count}`;
    links[name] = url;
  }
  return { ...ids, links };
}

/** "Code: " before an address. */
function labelAtEnd(before: Run | undefined): string {
  const [, label = ''] = before?.url === undefined ? (/([^\s:：|,;，；][^:：|,;，；]{0,40})[:：]\s*$/u.exec(before?.text ?? '') ?? []) : [];
  return label !== '' && isLabel(label) ? label : '';
}

/** An address as the catalogue can hold it: what no address may hold is coded. */
export function addressOf(url: string): string {
  const whole = url.trim().startsWith('//') ? `https:${url.trim()}` : url.trim();
  return whole.replace(/[\s<>"]/gu, (sign) => encodeURIComponent(sign));
}

/** Pictures that only count or decorate: stars, visitors, licences. */
export function isBadge({ url = '', picture, text }: Run): boolean {
  if (/^(?:https?:)?\/\/(?:img\.shields\.io|badgen?\.net|badge\.fury\.io|api\.star-history\.com|(?:www\.)?star-history\.com|visitor-badge|hits\.|komarev|awesome\.re)/iu.test(url)) return true;
  return picture === true && workOf(url) === undefined && /\b(?:stars?|forks?|license|awesome|prs? welcome|last commit|contributions?|contributors|visitors?|hits|issues|watchers|maintained|made with)\b/iu.test(text);
}
