/** Where carets belong after citing. */
import type { CiteEdit } from './types.js';

/**
 * Offsets in the changed text, in the order of the carets: behind (or, as the edit says, in) what each of them brought. Where
 * everything was cited already a caret keeps its place. The edits are sorted.
 */
export function caretsAfter(edits: readonly CiteEdit[], carets: readonly number[]): number[] {
  let shift = 0;
  const placed = edits.map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    const nearest = Math.min(...carets.map((caret) => distance(edit, caret)));
    return { edit, caret: start + (edit.cursor ?? edit.text.length), shift, nearest };
  });
  return carets.map((caret) => {
    // an edit belongs to the caret that is nearest to it
    const own = placed.filter((one) => distance(one.edit, caret) === one.nearest && one.nearest <= reach);
    const [first] = own.sort((a, b) => a.nearest - b.nearest);
    if (first) return first.caret;
    return caret + (placed.findLast(({ edit }) => edit.end <= caret)?.shift ?? 0);
  });
}

/** An edit further away from a caret came from another one. */
const reach = 2000;

const distance = ({ start, end }: CiteEdit, caret: number) => (caret < start ? start - caret : caret > end ? caret - end : 0);
