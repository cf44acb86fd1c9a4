/** Papers files: text → papers and problems. */
import { isMap } from 'yaml';
import { cutBlocks, type Block } from './blocks.js';
import { detach, loadValue } from './load.js';
import { isEntry, stateOf, withState, type PaperEntry, type PapersFile, type ReadBlock, type ReadState } from './papers-file.js';
import { placeProblems, type PlacedFinding } from './problems.js';
import { acceptPaper, blockLimit, readBlock, type PaperContent } from './read-block.js';
import { readWhole } from './read-whole.js';
import { recut } from './recut.js';
import { place } from './repair.js';
import type { Finding } from './rules.js';
import { findPair, itemsOf, parseTree } from './tree.js';

export type { PaperEntry, PapersFile };

/** Longer files are not read at all (in UTF-16 units, about as many bytes). */
export const fileLimit = 50 * 1024 * 1024;

/** So many papers are read between two pauses: a few milliseconds' work. */
const batchSize = 64;
const batchLength = 1 << 18;
const none: readonly Finding[] = [];

/**
 * Reads a papers file; yields every few milliseconds so that the caller can let others work, and returns the result.
 * What was read of the same file before makes it fast: papers whose text has not changed keep their `fields` object.
 * Never throws: whatever is wrong comes as problems.
 */
export function* readPapers(text: string, file: string, previous?: PapersFile): Generator<void, PapersFile> {
  const state = stateOf(previous);
  if (previous?.file === file && state?.text === text) return previous;
  const refusal = refuse(text);
  if (refusal) return finish(file, { text: '', blocks: [], regular: true, indent: 0 }, [refusal]);
  const old = state?.blocks ?? previous?.entries ?? [];
  const reuse = state && recut(state, text);
  const cut = state && reuse ? { regular: true, indent: state.indent, blocks: reuse.blocks, why: '' } : cutBlocks(text);
  if (!cut.regular) {
    const { blocks, findings } = readWhole(text, cut.why ?? '', old);
    return finish(file, { text, blocks, regular: false, indent: 0 }, findings);
  }
  const contents = known(text, cut.blocks, old, reuse?.same ?? { before: 0, after: 0 });
  for (let index = 0; index < contents.length; ) {
    if (contents[index]) {
      index += 1;
      continue;
    }
    index = readBatch(text, cut.blocks, contents, index);
    if (index < contents.length) yield;
  }
  const blocks = cut.blocks.map(({ start, end }, index): ReadBlock => {
    const { fields, cleared, findings = none } = contents[index] ?? {};
    const block = { start, end, source: text.slice(start, end), findings };
    if (!fields) return block;
    return cleared ? { ...block, fields, cleared } : { ...block, fields };
  });
  return finish(file, { text, blocks, regular: true, indent: cut.indent }, []);
}

/** {@link readPapers} without pauses. */
export function readPapersNow(text: string, file: string, previous?: PapersFile): PapersFile {
  const reading = readPapers(text, file, previous);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** What makes a text unfit to be looked at, whether papers or configuration. */
export function refuse(text: string): Finding | undefined {
  if (text.length > fileLimit) return { rule: 'too-large', start: 0, end: 1, message: 'The file is larger than 50 MB and is not read. Split it into several files.' };
  const nul = text.indexOf('\0');
  if (nul < 0) return undefined;
  return { rule: 'not-text', start: 0, end: 1, message: `The file holds NUL characters (the first at offset ${nul}): it is not text, or not UTF-8. Save it as UTF-8.` };
}

/** What is known of each block from the reading before: by place where nothing changed, by text where something did. */
function known(text: string, blocks: readonly Block[], old: readonly ReadBlock[], same: { before: number; after: number }): (PaperContent | undefined)[] {
  const tail = blocks.length - same.after;
  const bySource = new Map(old.slice(same.before, old.length - same.after).map((block) => [block.source, block]));
  return blocks.map(({ start, end }, index) => {
    if (index < same.before) return old[index];
    if (index >= tail) return old[index - blocks.length + old.length];
    return bySource.get(text.slice(start, end));
  });
}

/** Reads the unknown blocks that stand together from `first` on, a batch at most; returns the index after them. */
function readBatch(text: string, blocks: readonly Block[], contents: (PaperContent | undefined)[], first: number): number {
  const from = blocks[first]?.start ?? 0;
  let next = first;
  let to = from;
  while (next < blocks.length && next < first + batchSize && !contents[next]) {
    const end = blocks[next]?.end ?? to;
    if (next > first && end - from > batchLength) break;
    to = end;
    next += 1;
  }
  // several papers in one go are read faster than each alone; alone is for what is wrong in one of them
  const loaded = to - from > blockLimit ? undefined : loadValue(detach(text.slice(from, to)), false);
  const values: readonly unknown[] = loaded?.ok && Array.isArray(loaded.value) && loaded.value.length === next - first ? loaded.value : [];
  for (let index = first; index < next; index += 1) {
    const block = blocks[index];
    if (!block) continue;
    const source = text.slice(block.start, block.end);
    const value = values[index - first];
    contents[index] = (value === undefined ? undefined : acceptPaper(value, source)) ?? readBlock(source);
  }
  return next;
}

function finish(file: string, state: ReadState, general: readonly Finding[]): PapersFile {
  const findings: PlacedFinding[] = [...general];
  const ids = new Set<string>();
  for (const block of state.blocks) {
    const id = block.fields?.id;
    for (const finding of block.findings) findings.push({ ...finding, start: finding.start + block.start, end: finding.end + block.start, paper: id });
    if (id === undefined) continue;
    if (ids.has(id)) findings.push(duplicate(block, id, state.regular));
    ids.add(id);
  }
  return withState({ file, entries: state.blocks.filter(isEntry), problems: placeProblems(file, state.text, findings) }, state);
}

function duplicate(block: ReadBlock, id: string, regular: boolean): PlacedFinding {
  const root: unknown = parseTree(block.source).doc.contents;
  const node = regular ? itemsOf(root)[0] : root;
  const at = isMap(node) ? findPair(node, 'id')?.value : undefined;
  const { start, end } = place('id-duplicate', '', at, [], block.source);
  const message = `The citation key ${id} is already that of an earlier paper in this file; give one of them another id, or merge them.`;
  return { rule: 'id-duplicate', start: start + block.start, end: end + block.start, message, paper: id };
}
