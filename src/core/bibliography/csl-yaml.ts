/** pandoc's YAML bibliographies: CSL items below `references:`, or a list of them alone. */
import { cslItem, cslReading } from './csl-item.js';
import { entryToRename, eolOf, keyFor, keySplice, ListedBibliography, ListedEntry, type Piece } from './listed.js';
import { fromPandoc, toPandoc } from './pandoc-text.js';
import { runAtOnce, runInSlices } from './slices.js';
import type { Bibliography, BibliographyFormat, EntryOptions, EntryProblem } from './types.js';
import type { Paper } from '../model/paper.js';
import { listBlocks, type YamlBlock, type YamlBlocks } from './yaml-blocks.js';
import { assertWritable, indentOf, insertBlock, removeBlock, structureProblems } from './yaml-edit.js';
import { keyInPlace, loadEntry, printFields, scalarAt, type YamlLook } from './yaml-entry.js';

type CslYaml = ListedBibliography<YamlBlocks>;
const reading = cslReading(fromPandoc);
const sample = '“references:” and, on the next lines, “- id: key”.';

function* steps(text: string): Generator<void, CslYaml> {
  const layout = yield* listBlocks(text);
  const bibliography: CslYaml = new ListedBibliography('csl-yaml', text, layout, structureProblems(layout, sample));
  for (const block of layout.blocks) {
    yield;
    bibliography.add(new ListedEntry(pieceOf(text, block), reading));
  }
  return bibliography;
}

function pieceOf(text: string, block: YamlBlock): Piece {
  const { start, end, column } = block;
  const id = idOf(text, block);
  return {
    key: id?.key ?? '', keyPlace: id?.place ?? { key: '', start, end: start }, start, end, broken: false,
    load: () => {
      const { value, problems } = loadEntry(`${' '.repeat(column)}${text.slice(start, end)}`, start - column);
      const item: unknown = Array.isArray(value) ? value[0] : value;
      return { value: item, problems: problems.length > 0 || id !== undefined ? problems : [noId(start)] };
    },
  };
}

function noId(start: number): EntryProblem {
  return { rule: 'csl-no-key', severity: 'error', start, end: start + 1, message: 'This item has no id, so that nothing can cite it: write “id: key” as its first field.' };
}

/** The id of an item: of the fields in the column behind the dash the one of this name, or the first in braces. */
function idOf(text: string, { start, end }: YamlBlock): ReturnType<typeof scalarAt> {
  const body = text.slice(start, end);
  const flow = /^-[ ]+\{(?:[^{}"'[\]]*,)?\s*["']?id["']?\s*:\s*/u.exec(body);
  if (flow !== null) {
    const bare = /^[^,}"'\r\n]+/u.exec(body.slice(flow[0].length))?.[0].length ?? end - start;
    const at = start + flow[0].length;
    return scalarAt(text, at, /["']/u.test(text.charAt(at)) ? end : at + bare, false);
  }
  const column = /^-[ ]+(?=\S)/u.exec(body)?.[0].length ?? /^-[ ]*\r?\n([ ]+)\S/u.exec(body)?.[1]?.length ?? 2;
  const margin = body.startsWith('-\n') || body.startsWith('-\r') ? column : column + columnOf(text, start);
  const first = /^-[ ]+["']?id["']?[ ]*:[ ]+/u.exec(body);
  const found = first ?? new RegExp(`\\n[ ]{${String(margin)}}["']?id["']?[ ]*:[ ]+`, 'u').exec(body);
  return found === null ? undefined : scalarAt(text, start + found.index + found[0].length, end, false);
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

/** Fields that are no Markdown. */
const verbatim = new Set(['id', 'type', 'DOI', 'URL', 'ISBN', 'language', 'custom', 'issued', 'submitted', 'page']);

/** Lines of an item, the dash on the first. Dates as pandoc writes them: 2023-07. */
function printItem(paper: Paper, key: string, options: EntryOptions, look: YamlLook): string[] {
  const item = Object.entries(cslItem(paper, key, options)).map(([name, value]): [string, unknown] => [name, verbatim.has(name) ? dateText(name, value) : inPandoc(value)]);
  return printFields(Object.fromEntries(item), look).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);
}

function dateText(name: string, value: unknown): unknown {
  if (name !== 'issued' && name !== 'submitted') return value;
  const [parts] = (value as { readonly 'date-parts': readonly [readonly number[]] })['date-parts'];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

function inPandoc(value: unknown): unknown {
  if (typeof value === 'string') return toPandoc(value);
  if (Array.isArray(value)) return value.map(inPandoc);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inPandoc(inner)])) : value;
}

function yamlOf(bibliography: Bibliography): CslYaml {
  return bibliography instanceof ListedBibliography && bibliography.format === 'csl-yaml' ? (bibliography as CslYaml) : runAtOnce(steps(bibliography.text));
}

export const cslYaml: BibliographyFormat = {
  id: 'csl-yaml',
  read: (text, pause) => runInSlices(steps(text), pause),
  ensure: (bibliography, paper, options = {}) => {
    const { key, there } = keyFor(bibliography, paper, options);
    if (there) return { key, splices: [] };
    const { text, layout, entries } = yamlOf(bibliography);
    const named = layout.from > 0 || layout.blocks.length > 0;
    const empty = layout.flow !== undefined && text.slice(layout.flow.start, layout.flow.end) === '[]';
    assertWritable(text, empty ? { ...layout, flow: undefined } : layout, layout.blocks.at(-1), entries.at(-1)?.broken ?? false, sample);
    const lines = printItem(paper, key, options, { indent: indentOf(text, { ...layout, blocks: [] }, '  ') });
    const eol = eolOf(text);
    if (empty) return { key, splices: [{ start: layout.flow.start - blanksBefore(text, layout.flow.start), end: layout.flow.end, text: `${eol}${lines.join(eol)}` }] };
    if (!named || !/^\ufeff?(?:references|["']references["'])\s*:|^\s*-\s/mu.test(text)) {
      // a file of nothing, or of other fields alone: the list is new
      return { key, splices: [insertBlock(text, { ...layout, blocks: [], to: documentEnd(text), from: 0 }, ['references:', ...lines], 0)] };
    }
    return { key, splices: [insertBlock(text, layout, lines, 0)] };
  },
  renameKey: (bibliography, from, to) => {
    const { keyPlace, key } = entryToRename(bibliography, from, to);
    return key === to ? [] : keySplice(keyPlace, keyInPlace(bibliography.text, keyPlace, to));
  },
  remove: (bibliography, entry) => removeBlock(bibliography.text, yamlOf(bibliography).layout, entry.start),
  print: (paper, options = {}) => printItem(paper, options.key ?? paper.id, options, { indent: '  ' }).join('\n'),
};

function blanksBefore(text: string, at: number): number {
  return /[ \t]*$/u.exec(text.slice(0, at))?.[0].length ?? 0;
}

/** Before the `...` or the second `---` that ends the document. */
function documentEnd(text: string): number {
  const first = /^\ufeff?---[ \t]*\r?$/mu.exec(text);
  const rest = first?.index === 0 ? first[0].length : 0;
  const end = /^(?:---|\.\.\.)[ \t]*\r?$/mu.exec(text.slice(rest))?.index;
  return end === undefined ? text.length : rest + end;
}
