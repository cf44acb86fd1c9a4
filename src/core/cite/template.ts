/** A person's own way to cite in a language: a template goes before what the markup would write, and is found again. */
import { insertion, makeMarkup, noteOf, placeInList, type Reading } from './build.js';
import { joinList } from './list.js';
import { skipBlanks, trimBlanks } from './mask.js';
import type { Citation, CitedKey, CiteEdit, InsertOptions, KeyList, Markup, Work } from './types.js';

/** A template cut into what stands before its keys, between them, and behind. */
interface Shape {
  readonly head: string;
  readonly separator: string;
  readonly tail: string;
}

const placeholder = /\$\{(key|title|url|reference|locator|prefix)\}/gu;
const keysPlaceholder = /\$\{keys(?::([^}]{1,20}))?\}/u;
/** No list of keys is longer. */
const listLimit = 5000;

/**
 * A markup that writes new citations by a template. `\mycite{${keys}}` takes all keys, joined by commas or by what stands behind a
 * colon (`[@${keys:; @}]`), is found again and can be joined; `${key}`, `${title}`, `${url}`, `${reference}`, `${locator}` and
 * `${prefix}` make one piece of text for each paper.
 */
export function withTemplate(base: Markup, template: string): Markup {
  const match = keysPlaceholder.exec(template);
  if (!match) return { ...base, insert: (text, offset, works, options) => (options?.command === undefined ? pieces(offset, works, template) : base.insert(text, offset, works, options)) };
  const shape: Shape = { head: template.slice(0, match.index), separator: match[1] ?? ',', tail: template.slice(match.index + match[0].length) };
  const own = templated(base, shape);
  const ownOr = (text: string, offset: number, options: InsertOptions) => {
    const theirs = base.findCitations(text, options).some(({ start, end }) => start <= offset && offset <= end);
    return options.command === undefined && !theirs ? own : base;
  };
  return {
    ...base,
    findCitations: (text, options) => merge(base.findCitations(text, options), own.findCitations(text, options)),
    insert: (text, offsets, works, options = {}) => {
      const edits = (typeof offsets === 'number' ? [offsets] : offsets).flatMap((offset) => ownOr(text, offset, options).insert(text, offset, works, options));
      const seen = new Set<string>();
      return edits.filter((edit) => !seen.has(JSON.stringify(edit)) && seen.add(JSON.stringify(edit))).sort((a, b) => a.start - b.start);
    },
    remove: (text, citation, key) => (citation.command === shape.head ? own : base).remove(text, citation, key),
    completionAt: (text, offset, options) => base.completionAt(text, offset, options) ?? own.completionAt(text, offset, options),
  };
}

/** Both lists in order; where they overlap, what the markup itself finds. */
function merge(theirs: readonly Citation[], own: readonly Citation[]): Citation[] {
  const result = [...theirs, ...own].sort((a, b) => a.start - b.start);
  let end = -1;
  return result.filter((citation) => {
    if (citation.start < end && own.includes(citation)) return false;
    end = Math.max(end, citation.end);
    return true;
  });
}

function templated(base: Markup, shape: Shape): Markup {
  const bare = shape.separator.trim();
  const style = { separator: bare, gap: shape.separator.slice(shape.separator.indexOf(bare) + bare.length) };
  return makeMarkup({
    id: base.id,
    languages: base.languages,
    commands: base.commands,
    separator: bare,
    read: (text) => ({ text, masked: text, citations: find(text, shape, bare, base) }),
    isLegalKey: (key) => base.isLegalKey(key),
    write: (_reading, offset, works) => insertion(offset, shape.head + works.map(({ key }) => key).join(shape.separator) + shape.tail),
    join: (reading, citation, works, offset): CiteEdit[] => {
      const [list] = citation.lists;
      return list ? joinList(reading, list, citation.keys, works.map(({ key }) => key), style, offset) : [];
    },
    complete: (reading: Reading, offset) => {
      const open = shape.head === '' ? -1 : reading.text.lastIndexOf(shape.head, offset - shape.head.length);
      if (open < 0 || offset - open > listLimit || (shape.tail !== '' && reading.text.slice(open + shape.head.length, offset).includes(shape.tail.charAt(0)))) return undefined;
      return placeInList(reading, open + shape.head.length, offset, /[\s,;{}[\]()<>"`]/u, /[}\])>"`\n]|$/u);
    },
  });
}

function find(text: string, { head, tail }: Shape, separator: string, base: Markup): Citation[] {
  if (head.trim() === '' || tail === '' || separator === '') return [];
  const found: Citation[] = [];
  for (let at = text.indexOf(head), close = -1; at >= 0; at = text.indexOf(head, at)) {
    const start = at + head.length;
    if (close < start) close = text.indexOf(tail, start);
    if (close < 0) break;
    const list: KeyList = { start, end: close, from: at, to: close + tail.length };
    const keys = close - start > listLimit ? [] : keysOf(text, list, separator, base);
    if (keys.length > 0) found.push({ markup: base.id, command: head, start: at, end: list.to, keys, lists: [list] });
    at = keys.length > 0 ? list.to : start;
  }
  return found;
}

function keysOf(text: string, list: KeyList, separator: string, base: Markup): CitedKey[] {
  const keys: CitedKey[] = [];
  for (let part = list.start; part <= list.end; ) {
    const next = text.indexOf(separator, part);
    const stop = next < 0 || next > list.end ? list.end : next;
    const from = skipBlanks(text, part, stop);
    const to = trimBlanks(text, from, stop);
    const key = text.slice(from, to);
    if (!base.isLegalKey(key)) return [];
    keys.push({ key, start: from, end: to, from, to });
    part = stop + separator.length;
  }
  return keys;
}

function pieces(offsets: number | readonly number[], works: readonly (Work | string)[], template: string): CiteEdit[] {
  const written = works.map((work) => {
    const values: Work = typeof work === 'string' ? { key: work } : work;
    const known: Readonly<Record<string, string | undefined>> = { key: values.key, title: values.title ?? values.key, url: values.url, reference: values.reference ?? values.title, locator: noteOf(values), prefix: values.prefix };
    return template.replace(placeholder, (_, name: string) => known[name] ?? '');
  });
  const all = typeof offsets === 'number' ? [offsets] : [...new Set(offsets)].sort((a, b) => a - b);
  return all.flatMap((offset) => insertion(offset, written.join(' ')));
}
