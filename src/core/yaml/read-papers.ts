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

/**
 * Reads a papers file; yields every few milliseconds so that the caller can let others work, and returns the result.
 * What was read of the same file before makes it fast: papers whose text has not changed keep their `fields` object.
 * Never throws: whatever is wrong comes as problems.
 */
export function* readPapers(text: string, file: string, previous?: PapersFile): Generator<void, PapersFile> {
  const state = stateOf(previous);
  if (previous?.file === file && state?.text === text) return previous;
  const reuse = state && text.length <= fileLimit ? recut(state, text) : undefined;
  const refusal = reuse ? undefined : refuse(text);
  if (refusal) return finish(file, { text: '', blocks: [], regular: true, indent: 0 }, [refusal]);
  const old = state?.blocks ?? previous?.entries ?? [];
  const cut = state && reuse ? { regular: true, indent: state.indent, blocks: reuse.blocks, why: '' } : cutBlocks(text);
  if (!cut.regular) {
    const { blocks, findings } = readWhole(text, cut.why ?? '', old);
    return finish(file, { text, blocks, regular: false, indent: 0 }, findings);
  }
  const blocks = known(text, cut.blocks, old, reuse?.same ?? { before: 0, after: 0 });
  for (let index = 0; index < blocks.length; ) {
    if (blocks[index]) {
      index += 1;
      continue;
    }
    index = readBatch(text, cut.blocks, blocks, index);
    if (index < blocks.length) yield;
  }
  const all = blocks.filter((block) => block !== undefined);
  const fresh = reuse && !state?.twice ? all.slice(reuse.same.before, all.length - reuse.same.after) : all;
  return finish(file, { text, blocks: all, regular: true, indent: cut.indent }, [], fresh);
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
function known(text: string, blocks: readonly Block[], old: readonly ReadBlock[], same: { before: number; after: number }): (ReadBlock | undefined)[] {
  const tail = blocks.length - same.after;
  const bySource = new Map(old.slice(same.before, old.length - same.after).map((block) => [block.source, block]));
  return blocks.map(({ start, end }, index) => {
    // these have not moved: the very objects stay
    if (index < same.before) return old[index];
    const block = index >= tail ? old[index - blocks.length + old.length] : bySource.get(text.slice(start, end));
    return block && (block.start === start && block.end === end ? block : placed(block, start, end, block.source));
  });
}

function placed({ fields, cleared, findings }: PaperContent, start: number, end: number, source: string): ReadBlock {
  if (!fields) return { start, end, source, findings };
  return cleared ? { start, end, source, findings, fields, cleared } : { start, end, source, findings, fields };
}

/** Reads the unknown blocks that stand together from `first` on, a batch at most; returns the index after them. */
function readBatch(text: string, cuts: readonly Block[], blocks: (ReadBlock | undefined)[], first: number): number {
  const from = cuts[first]?.start ?? 0;
  let next = first;
  let to = from;
  while (next < cuts.length && next < first + batchSize && !blocks[next]) {
    const end = cuts[next]?.end ?? to;
    if (next > first && end - from > batchLength) break;
    to = end;
    next += 1;
  }
  const batch = detach(text.slice(from, to));
  // several papers in one go are read faster than each alone; alone is for what is wrong in one of them
  const loaded = batch.length > blockLimit ? undefined : loadValue(batch, false);
  const values: readonly unknown[] = loaded?.ok && Array.isArray(loaded.value) && loaded.value.length === next - first ? loaded.value : [];
  for (let index = first; index < next; index += 1) {
    const cut = cuts[index];
    if (!cut) continue;
    const source = batch.slice(cut.start - from, cut.end - from);
    const value = values[index - first];
    blocks[index] = placed((value === undefined ? undefined : acceptPaper(value, source)) ?? readBlock(source), cut.start, cut.end, source);
  }
  return next;
}

/** `fresh`: the blocks that may have brought a citation key that was there already; all, unless the rest is known to have none twice. */
function finish(file: string, state: Omit<ReadState, 'twice'>, general: readonly Finding[], fresh: readonly ReadBlock[] = state.blocks): PapersFile {
  const findings: PlacedFinding[] = [...general];
  const suspects = new Set<string>();
  let twice = false;
  for (const { fields } of fresh) {
    if (!fields) continue;
    twice ||= suspects.has(fields.id);
    suspects.add(fields.id);
  }
  if (!twice && fresh.length !== state.blocks.length) {
    let count = 0;
    for (const { fields } of state.blocks) if (fields && suspects.has(fields.id)) count += 1;
    twice = count > suspects.size;
  }
  const seen = new Set<string>();
  for (const block of state.blocks) {
    const id = block.fields?.id;
    if (block.findings.length > 0) for (const finding of block.findings) findings.push({ ...finding, start: finding.start + block.start, end: finding.end + block.start, paper: id });
    if (!twice || id === undefined) continue;
    if (seen.has(id)) findings.push(duplicate(block, id, state.regular));
    seen.add(id);
  }
  return withState({ file, entries: state.blocks.filter(isEntry), problems: placeProblems(file, state.text, findings) }, { ...state, twice });
}

function duplicate(block: ReadBlock, id: string, regular: boolean): PlacedFinding {
  const root: unknown = parseTree(block.source).doc.contents;
  const node = regular ? itemsOf(root)[0] : root;
  const at = isMap(node) ? findPair(node, 'id')?.value : undefined;
  const { start, end } = place('id-duplicate', '', at, [], block.source);
  const message = `The citation key ${id} is already that of an earlier paper in this file; give one of them another id, or merge them.`;
  return { rule: 'id-duplicate', start: start + block.start, end: end + block.start, message, paper: id };
}
