/** Citations in a notebook's file: its Markdown cells are strings of a JSON text, and every place is given in that text. */
import type { Citation, CitedKey, FindOptions, KeyList, Markup, Span } from './types.js';

/** The source of a Markdown cell: one string, or one for each line. */
interface Cell {
  readonly text: string;
  /** In order, none empty. */
  readonly runs: readonly Run[];
}

/** Characters of a cell, from `at` to the next run, that stand one behind the other in the file from `from` on. */
interface Run {
  readonly at: number;
  readonly from: number;
}

/** Whether a text is a notebook's file, and not the text of one of its cells. */
export function isNotebook(text: string): boolean {
  return /^\uFEFF?\s{0,100}\{\s{0,100}"/u.test(text);
}

/** The citations of all Markdown cells, in the order of the file. A key that JSON had to escape is left out: it cannot be changed in place. */
export function findInNotebook(text: string, markup: Markup, options: FindOptions = {}): Citation[] {
  return markdownCells(text).flatMap((cell) =>
    markup.findCitations(cell.text, options).map((citation) => {
      const span = <T extends Span>(one: T): T => ({ ...one, start: placeOf(cell, one.start), end: endOf(cell, one.end) });
      const around = <T extends Span & { readonly from: number; readonly to: number }>(one: T): T => ({ ...span(one), from: placeOf(cell, one.from), to: endOf(cell, one.to) });
      const keys: CitedKey[] = citation.keys.map(around).filter(({ key, start, end }) => text.slice(start, end) === key);
      const lists: KeyList[] = citation.lists.map(around);
      return { ...span(citation), keys, lists };
    }),
  );
}

function placeOf({ runs }: Cell, offset: number): number {
  let low = 0;
  for (let high = runs.length - 1; low < high; ) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run ? run.from + offset - run.at : 0;
}

/** Behind the last character, not before the next: between two strings of a cell lies JSON. */
const endOf = (cell: Cell, offset: number) => (offset > 0 ? placeOf(cell, offset - 1) + 1 : placeOf(cell, offset));

/** The object or list that is being read: what its values are called. */
interface Frame {
  readonly list: boolean;
  /** The name of the member whose value comes next. */
  name: string;
}

/** A cell on its way. */
interface Draft {
  markdown: boolean;
  readonly text: string[];
  length: number;
  readonly runs: Run[];
}

/** Deeper JSON is no notebook. */
const deepest = 1000;

function markdownCells(file: string): Cell[] {
  const cells: Cell[] = [];
  const stack: Frame[] = [];
  let draft: Draft | undefined;
  for (let at = 0; at < file.length && stack.length < deepest; at++) {
    const char = file.charAt(at);
    const top = stack.at(-1);
    if (char === '{' || char === '[') {
      // {cells: [{
      if (char === '{' && stack.length === 2 && stack[0]?.name === 'cells' && top?.list === true) draft = { markdown: false, text: [], length: 0, runs: [] };
      stack.push({ list: char === '[', name: '' });
    } else if (char === '}' || char === ']') {
      stack.pop();
      if (stack.length === 2 && char === '}' && draft) {
        if (draft.markdown) cells.push({ text: draft.text.join(''), runs: draft.runs });
        draft = undefined;
      }
    } else if (char === '"') {
      const end = stringEnd(file, at);
      const isName = top?.list === false && /^\s{0,1000}:/u.test(file.slice(end + 1, end + 1002));
      const name = stack[2]?.name;
      if (isName) top.name = file.slice(at + 1, end);
      else if (draft && stack.length === 3 && name === 'cell_type') draft.markdown = file.slice(at + 1, end) === 'markdown';
      else if (draft && name === 'source' && (stack.length === 3 || (stack.length === 4 && top?.list === true))) decode(file, at + 1, end, draft);
      at = end;
    }
  }
  return cells;
}

/** Where the quote stands that ends a string. */
function stringEnd(file: string, open: number): number {
  for (let at = file.indexOf('"', open + 1); at >= 0; at = file.indexOf('"', at + 1)) {
    let slashes = 0;
    while (file.charAt(at - 1 - slashes) === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return file.length;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function decode(file: string, start: number, end: number, draft: Draft): void {
  const add = (from: number, text: string) => {
    if (text === '') return;
    draft.runs.push({ at: draft.length, from });
    draft.text.push(text);
    draft.length += text.length;
  };
  for (let at = start; at < end; ) {
    const slash = file.indexOf('\\', at);
    const plain = slash < 0 || slash > end ? end : slash;
    add(at, file.slice(at, plain));
    if (plain === end) return;
    const letter = file.charAt(plain + 1);
    const unicode = letter === 'u' ? /^[0-9a-f]{4}$/iu.exec(file.slice(plain + 2, plain + 6))?.[0] : undefined;
    add(plain, unicode === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(unicode, 16)));
    at = plain + (unicode === undefined ? 2 : 6);
  }
}
