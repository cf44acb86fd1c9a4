/** Changes of a papers file → the splices that make them and leave every other byte as it is. */
import { cutBlocks } from './blocks.js';
import type { PaperChange } from './changes.js';
import { EditError } from './edit-error.js';
import { editWhole } from './edit-whole.js';
import { lineEnding } from './layout.js';
import type { Layout } from './order.js';
import { stateOf, type PapersFile } from './papers-file.js';
import { PapersWork } from './papers-work.js';
import { fileLimit } from './read-papers.js';
import type { Splice } from './splice.js';

export { EditError };
export type { EditPath, PaperAddress, PaperChange, PaperPlace, ValueChange } from './changes.js';

/**
 * Splices (sorted, not overlapping, against `text`) that make the changes one after the other.
 * `read`, what was read of this very text, spares the search for the papers; it may be left out or be out of date.
 * Throws EditError, and changes nothing, when an id or a path is not there, when the paper's text does not parse, or when
 * a change cannot be made without touching something else.
 */
export function editPapers(text: string, changes: readonly PaperChange[], read?: PapersFile): readonly Splice[] {
  if (text.length > fileLimit) throw new EditError('The file is larger than 50 MB and is not edited.');
  const state = stateOf(read);
  const known = state?.text === text ? state : undefined;
  const cut = known ?? cutBlocks(text);
  if (!cut.regular) return editWhole(text, changes);
  const layout: Layout = { text, blocks: cut.blocks, indent: cut.indent, eol: lineEnding(text) };
  const work = new PapersWork(layout, known?.blocks);
  for (const change of changes) work.make(change);
  return work.splices();
}
