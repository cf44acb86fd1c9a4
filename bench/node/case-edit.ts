/** One field changed: the splices, reading again, and the whole way to the rows of the tree. */
import { dump, load } from 'js-yaml';
import { parseDocument } from 'yaml';
import { Library } from '../../src/core/catalogue/library.js';
import { arrange } from '../../src/core/outline/arrange.js';
import type { OutlineNode } from '../../src/core/outline/nodes.js';
import { editPapers } from '../../src/core/yaml/edit.js';
import { readPapersNow, type PapersFile } from '../../src/core/yaml/read-papers.js';
import { applySplices } from '../../src/core/yaml/splice.js';
import { changedRows } from '../../src/editor/papers-view/changed-rows.js';
import { median } from '../shared/stats.js';
import { diskPorts, layerSource } from './disk.js';
import { joinTexts, keep, readTexts, timed, timedAsync, type Case, type Figures } from './subject.js';

const edits = 31;
const view = { groupBy: 'category', sortBy: 'title', filter: '' } as const;

/** In the middle file of the folder. */
export const edit: Case = ({ root }) => editText(middle(readTexts(root))[1]);
/** In one file that holds all papers. */
export const editOneFile: Case = ({ root }) => editText(joinTexts(readTexts(root)));

function editText(start: string): Figures {
  let text = start;
  let file = readPapersNow(text, 'papers/file.yaml');
  const times = { edit: [] as number[], blind: [] as number[], reread: [] as number[] };
  for (let round = 0; round < edits; round += 1) {
    const change = { kind: 'set', id: paperOf(file, round), path: ['title'], value: `Edited ${round}` } as const;
    times.blind.push(timed(() => keep(editPapers(text, [change]))));
    let after = text;
    const before: PapersFile = file;
    times.edit.push(timed(() => (after = applySplices(text, editPapers(text, [change], before)))));
    times.reread.push(timed(() => (file = readPapersNow(after, before.file, before))));
    text = after;
  }
  return { edit: median(times.edit), editFirst: times.edit[0] ?? NaN, blind: median(times.blind), blindFirst: times.blind[0] ?? NaN, reread: median(times.reread), rereadFirst: times.reread[0] ?? NaN };
}

/** The usual ways with a parser's own means: everything read and everything written. */
export const editByYaml: Case = ({ root }) => {
  const [, text] = middle(readTexts(root));
  return {
    edit: timed(() => {
      const document = parseDocument(text);
      document.setIn([0, 'title'], 'Edited');
      keep(document.toString());
    }),
  };
};
export const editByJsYaml: Case = ({ root }) => {
  const [, text] = middle(readTexts(root));
  return {
    edit: timed(() => {
      const papers = load(text) as { title: string }[];
      if (papers[0]) papers[0].title = 'Edited';
      keep(dump(papers));
    }),
  };
};

/** From the text of an open document to the rows that must be drawn: read, merge with the bundled catalogue, arrange, compare. */
export const editToRows: Case = async ({ root, bundled }) => {
  const library = new Library(diskPorts());
  await library.setLayers([layerSource(bundled, 'bundled'), layerSource(root)]);
  let outline = arrange(library.catalogue, view).outline;
  const known = new Map<string, OutlineNode>();
  const open = (node: OutlineNode): void => void known.set(node.id, node);
  for (const group of outline.roots) open(group);
  const shown = outline.roots.find((group) => group.id.endsWith('field-a')) ?? outline.roots[0];
  if (shown) outline.children(shown).forEach(open);
  let rows = 0;
  const parts = { arrange: [] as number[], changed: [] as number[] };
  library.onDidChange(({ after }) => {
    const before = outline;
    parts.arrange.push(timed(() => (outline = arrange(after, view).outline)));
    parts.changed.push(
      timed(() => {
        const changed = changedRows(before, outline, known);
        if (changed !== 'all') for (const node of changed.nodes) known.set(node.id, node);
        rows = changed === 'all' ? -1 : changed.refresh.length;
      }),
    );
  });
  const [name, start] = middle(readTexts(root));
  let text = start;
  const times: number[] = [];
  for (let round = 0; round < edits; round += 1) {
    const file = readPapersNow(text, name);
    text = applySplices(text, editPapers(text, [{ kind: 'set', id: paperOf(file, round), path: ['summary'], value: `Edited ${round}` }], file));
    times.push(await timedAsync(() => library.setOpenText(root, name, text)));
  }
  return { total: median(times), first: times[0] ?? NaN, arrange: median(parts.arrange), changed: median(parts.changed), rows };
};

function middle(texts: ReadonlyMap<string, string>): [string, string] {
  const all = [...texts];
  const one = all[Math.floor(all.length / 2)];
  if (!one) throw new Error('the catalogue has no papers files');
  return one;
}

/** Another paper each round, spread over the file. */
function paperOf(file: PapersFile, round: number): string {
  return file.entries[(round * 7919) % file.entries.length]?.fields.id ?? '';
}
