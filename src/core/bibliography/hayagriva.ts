/** Hayagriva files, Typst's own bibliographies: a YAML mapping from keys to entries. */
import type { Paper } from '../model/paper.js';
import { fromCsl } from '../csl/from-json.js';
import { fromHayagriva, typeOf } from './hayagriva-read.js';
import { hayagrivaFields } from './hayagriva-write.js';
import { entryToRename, keyFor, keySplice, ListedBibliography, ListedEntry, type Piece, type Reading } from './listed.js';
import { runAtOnce, runInSlices } from './slices.js';
import type { Bibliography, BibliographyFormat, EntryOptions, EntryProblem } from './types.js';
import { mappingBlocks, type YamlBlock, type YamlBlocks } from './yaml-blocks.js';
import { assertWritable, indentOf, insertBlock, removeBlock, structureProblems } from './yaml-edit.js';
import { keyInPlace, loadEntry, onlyValue, printFields, printKey, scalarAt, type YamlLook } from './yaml-entry.js';

type Hayagriva = ListedBibliography<YamlBlocks>;
const reading: Reading = { type: typeOf, fields: (value, key) => fromCsl(fromHayagriva(value), key, (text) => text) };
const sample = '“key:” and, indented on the next lines, “type: article”.';

function* steps(text: string): Generator<void, Hayagriva> {
  const layout = yield* mappingBlocks(text);
  const bibliography: Hayagriva = new ListedBibliography('hayagriva', text, layout, structureProblems(layout, sample));
  for (const block of layout.blocks) {
    yield;
    bibliography.add(new ListedEntry(pieceOf(text, block), reading));
  }
  return bibliography;
}

function pieceOf(text: string, { start, end }: YamlBlock): Piece {
  const name = scalarAt(text, start, end, true);
  return {
    key: name?.key ?? '', keyPlace: name?.place ?? { key: '', start, end: start }, start, end, broken: false,
    load: () => {
      const { value, problems } = loadEntry(text.slice(start, end), start);
      const entry = problems.length > 0 ? value : onlyValue(value);
      const empty = typeof entry !== 'object' || entry === null || Array.isArray(entry);
      return { value: entry, problems: problems.length > 0 || !empty ? problems : [noFields(start, end)] };
    },
  };
}

function noFields(start: number, end: number): EntryProblem {
  return { rule: 'hayagriva-no-fields', severity: 'error', start, end, message: 'This is no entry: a key and a colon, then its fields, indented, on the lines below.' };
}

function printEntry(paper: Paper, key: string, options: EntryOptions, look: YamlLook): string[] {
  return [`${printKey(key)}:`, ...printFields(hayagrivaFields(paper, options), look).map((line) => `${look.indent}${line}`)];
}

function yamlOf(bibliography: Bibliography): Hayagriva {
  return bibliography instanceof ListedBibliography && bibliography.format === 'hayagriva' ? (bibliography as Hayagriva) : runAtOnce(steps(bibliography.text));
}

export const hayagriva: BibliographyFormat = {
  id: 'hayagriva',
  read: (text, pause) => runInSlices(steps(text), pause),
  ensure: (bibliography, paper, options = {}) => {
    const { key, there } = keyFor(bibliography, paper, options);
    if (there) return { key, splices: [] };
    const { text, layout, entries } = yamlOf(bibliography);
    assertWritable(text, layout, layout.blocks.at(-1), entries.at(-1)?.broken ?? false, sample);
    return { key, splices: [insertBlock(text, layout, printEntry(paper, key, options, { indent: indentOf(text, layout, '  ') }), 1)] };
  },
  renameKey: (bibliography, from, to) => {
    const { keyPlace, key } = entryToRename(bibliography, from, to);
    return key === to ? [] : keySplice(keyPlace, keyInPlace(bibliography.text, keyPlace, to));
  },
  remove: (bibliography, entry) => removeBlock(bibliography.text, yamlOf(bibliography).layout, entry.start),
  print: (paper, options = {}) => printEntry(paper, options.key ?? paper.id, options, { indent: '  ' }).join('\n'),
};
