/** The HTML that the engine gives → runs of text that look alike. Nothing of that HTML gets any further. */
import { unguard } from './guard.js';

export interface Look {
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly underline?: boolean;
  readonly smallCaps?: boolean;
  readonly shift?: 'sup' | 'sub' | undefined;
}
export interface Run extends Look {
  readonly text: string;
}
/** A formatted reference: the number that stands before it in numbered styles, and the rest. */
export interface Reference {
  readonly label: readonly Run[];
  readonly body: readonly Run[];
}

interface Frame {
  readonly tag: string;
  readonly look: Look;
  readonly label: boolean;
}

const token = /<(\/?)([a-z]+)([^>]*)>|[^<]+|</gu;

/** Reads what the engine wrote for one reference or citation. Tags that are not known change nothing. */
export function readRuns(html: string): Reference {
  const label: Run[] = [];
  const body: Run[] = [];
  const stack: Frame[] = [];
  for (const [text, slash, tag, rest] of html.matchAll(token)) {
    const top = stack.at(-1);
    if (tag === undefined) {
      (top?.label === true ? label : body).push({ ...top?.look, text: unguard(decode(text)) });
    } else if (slash === '') {
      if (tag === 'div') body.push({ text: ' ' });
      stack.push({ tag, look: { ...top?.look, ...look(tag, rest ?? '') }, label: top?.label === true || (rest ?? '').includes('csl-left-margin') });
    } else {
      const at = stack.findLastIndex((frame) => frame.tag === tag);
      if (at >= 0) stack.length = at;
    }
  }
  return { label: tidy(label), body: tidy(body) };
}

function look(tag: string, attributes: string): Look {
  if (tag === 'i' || tag === 'em') return { italic: true };
  if (tag === 'b') return { bold: true };
  if (tag === 'sup' || tag === 'sub') return { shift: tag };
  if (tag !== 'span') return {};
  if (attributes.includes('font-style:normal')) return { italic: false };
  if (attributes.includes('font-weight:normal')) return { bold: false };
  if (attributes.includes('font-variant:small-caps')) return { smallCaps: true };
  if (attributes.includes('font-variant:normal')) return { smallCaps: false };
  if (attributes.includes('text-decoration:underline')) return { underline: true };
  if (attributes.includes('text-decoration:none')) return { underline: false };
  return attributes.includes('baseline') ? { shift: undefined } : {};
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|([a-z]+));/gu, (whole, code: string | undefined, name: string | undefined) => {
    if (name !== undefined) return entities[name] ?? whole;
    const point = Number(code);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** Styles take the "et al." of a list that does not name everybody for one more name. */
const othersAsName = /(\s)(?:&|and|und|et|y) (?=et al\.)/gu;

/** Runs that look alike joined, one space where there were several, none at either end. */
function tidy(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const before = last?.text ?? ' ';
    let text = run.text.replace(/[ \t\r\n]+|\u00a0 /gu, ' ');
    if (before.endsWith(' ')) text = text.replace(/^ /u, '');
    if (text === '') continue;
    if (last !== undefined && alike(last, run)) joined[joined.length - 1] = { ...last, text: last.text + text };
    else joined.push({ ...run, text });
  }
  const last = joined.at(-1);
  if (last !== undefined) joined[joined.length - 1] = { ...last, text: last.text.trimEnd() };
  return joined.flatMap((run) => (run.text === '' ? [] : [{ ...run, text: run.text.replace(othersAsName, '$1') }]));
}

function alike(a: Look, b: Look): boolean {
  return !a.italic === !b.italic && !a.bold === !b.bold && !a.underline === !b.underline && !a.smallCaps === !b.smallCaps && a.shift === b.shift;
}

/** A text as the space before it, itself, and the space behind it: marks go around the middle. */
export function apart(text: string): readonly [lead: string, core: string, tail: string] {
  const [, lead = '', core = '', tail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return [lead, core, tail];
}
