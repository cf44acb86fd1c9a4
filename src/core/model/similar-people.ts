/** Names as different sources write them: initials, either order, accents, particles, lists that end in "et al.". */
import { toPerson, type Person } from './person.js';
import type { PersonField } from './schema.js';
import { fold } from './text.js';

/** `maybe`: nothing against it, but an initial or a missing first name is all there is. */
export type NameMatch = 'same' | 'maybe' | 'differ';

interface Name {
  readonly family: readonly string[];
  readonly given: readonly string[];
  /** An organisation, or a name in one piece. */
  readonly whole: string | undefined;
}

export interface People {
  readonly names: readonly Name[];
  /** The list says that there are more. */
  readonly truncated: boolean;
}

const particles = new Set('van von vom de der den des di da dos del della du la le ter ten te bin ibn al el zu af av'.split(' '));
const corporate = new Set('the team inc ltd llc group collaboration consortium'.split(' '));
const etAl = /^(?:(?:and\s+)?others|et\.?\s*al\.?|…|\.\.\.)$/iu;
/** More are not compared: enough to tell. */
const most = 40;

/** Folded letters; `ue` for `ü` and the like is undone, as sources differ in it. */
function letters(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '').replace(/([aou])e/gu, '$1');
}

/** The pieces of a name; capitals without a full stop (`YZ`) are initials. */
function pieces(text: string | undefined): string[] {
  return (text ?? '').split(/[\s.,\u2010-\u2015-]+/u).flatMap((piece) => (/^\p{Lu}{2,3}$/u.test(piece) ? Array.from(piece) : [piece])).map(letters).filter((piece) => piece !== '');
}

function nameOf({ family, given, literal }: Person): Name {
  const all = literal ?? (given === undefined || given === '' ? family : undefined);
  const whole = all === undefined ? undefined : all.split(/\s+/u).map(letters).filter((word) => word !== '' && !corporate.has(word)).join('');
  const last = pieces(family).filter((piece) => !particles.has(piece));
  return { family: last.length === 0 ? pieces(family) : last, given: pieces(given).filter((piece) => !particles.has(piece)), whole };
}

export function peopleOf(authors: readonly PersonField[] | undefined): People {
  let truncated = false;
  const names: Name[] = [];
  for (const author of authors ?? []) {
    const text = typeof author === 'string' ? author.trim() : ('literal' in author ? author.literal.trim() : undefined);
    if (text !== undefined && etAl.test(text)) {
      truncated = true;
      continue;
    }
    const more = text === undefined ? undefined : /^(.+?),?\s+et\.?\s+al\.?$/iu.exec(text)?.[1];
    if (more !== undefined) truncated = true;
    if (names.length < most) names.push(nameOf(more === undefined ? toPerson(author) : toPerson(more)));
  }
  return { names, truncated };
}

function compareGiven(a: readonly string[], b: readonly string[]): NameMatch {
  const [one, other] = [a.join(''), b.join('')];
  if (one === '' || other === '') return 'maybe';
  const [first = '', second = ''] = [a[0], b[0]];
  if (one === other && first.length > 1) return 'same';
  if (first.length > 1 && second.length > 1) {
    if (first === second || one === other) return 'same';
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    return short.length >= 3 && long.startsWith(short) ? 'same' : 'differ';
  }
  // initials: all that are written must agree
  const initials = [a, b].map((name) => name.map((piece) => piece.charAt(0)).join(''));
  return (initials[0] ?? '').startsWith(initials[1] ?? '') || (initials[1] ?? '').startsWith(initials[0] ?? '') ? 'maybe' : 'differ';
}

function inOrder(a: Name, b: Name): NameMatch {
  const [one, other] = [a.family.join(''), b.family.join('')];
  if (one === other && one !== '') return compareGiven(a.given, b.given);
  // one of two surnames
  const [short, long] = a.family.length < b.family.length ? [a.family, b.family] : [b.family, a.family];
  if (short.length > 0 && long.length > short.length && short.join('').length > 2 && (long[0] === short[0] || long.at(-1) === short.at(-1))) return compareGiven(a.given, b.given) === 'differ' ? 'differ' : 'maybe';
  return 'differ';
}

const written = (name: Name) => [...name.given, ...name.family];
/** Two names with an initial each may be anybody's. */
const isSpelledOut = (name: Name) => name.given.some((piece) => piece.length > 1) && name.family.some((piece) => piece.length > 1);

export function compareNames(a: Name, b: Name): NameMatch {
  if (a.whole !== undefined && b.whole !== undefined) return a.whole !== '' && a.whole === b.whole ? 'same' : 'differ';
  if (isSpelledOut(a) && isSpelledOut(b)) {
    const orders = (name: Name) => [written(name).join(''), [...name.family, ...name.given].join(''), written(name).sort().join(' ')];
    if (orders(a).some((order) => orders(b).includes(order))) return 'same';
  }
  const direct = inOrder(a, b);
  if (direct !== 'differ') return direct;
  if (a.given.length === 0 || b.given.length === 0) return 'differ';
  // family name first, as Chinese, Korean, Japanese and Hungarian names are written, and PubMed all names
  const turned = (name: Name): Name => ({ family: name.given, given: name.family, whole: undefined });
  const other = [inOrder(a, turned(b)), inOrder(turned(a), b)].find((match) => match !== 'differ');
  return other ?? (oneSurnameLess(a, b) || oneSurnameLess(b, a) ? 'maybe' : 'differ');
}

/** "Ana García" for "Ana García Márquez". */
function oneSurnameLess(short: Name, long: Name): boolean {
  const [less, more] = [written(short), written(long)];
  return less.length >= 2 && more.length === less.length + 1 && less.every((piece, at) => piece.length > 2 && piece === more[at]);
}

export interface PeopleMatch {
  /** `unknown`: one side names nobody. */
  readonly first: NameMatch | 'unknown';
  /** How many of the shorter list stand in the longer one. */
  readonly shared: number;
  /** The same as a share of the shorter list, 0 to 1. */
  readonly overlap: number;
  /** One side is an organisation or a single name in one piece, and the other is not. */
  readonly corporate: boolean;
  readonly shorter: number;
}

export function comparePeople(a: People, b: People): PeopleMatch {
  const [short, long] = a.names.length <= b.names.length ? [a.names, b.names] : [b.names, a.names];
  const [one, other] = [a.names[0], b.names[0]];
  if (one === undefined || other === undefined) return { first: 'unknown', shared: 0, overlap: 0, corporate: false, shorter: 0 };
  const left = new Set(long);
  let shared = 0;
  for (const name of short) {
    const match = [...left].find((candidate) => compareNames(name, candidate) !== 'differ');
    if (match === undefined) continue;
    left.delete(match);
    shared += 1;
  }
  const isCorporate = (names: readonly Name[]) => names.length === 1 && names[0]?.whole !== undefined;
  return { first: compareNames(one, other), shared, overlap: shared / short.length, corporate: isCorporate(a.names) !== isCorporate(b.names), shorter: short.length };
}
