/** Categories dragged within their tree, and papers dragged onto a category. */
import { find, type Move } from './move.js';
import type { Tree } from '../parts/tree.js';

export interface Drop {
  tree(): Tree;
  canMove(): boolean;
  move(move: Move): void;
  file(rows: readonly number[], category: string): void;
}

/** What the table puts on its way: rows, as JSON. */
export const papersType = 'application/x-litshelf-rows';
let dragged: string | undefined;

type Where = 'above' | 'inside' | 'below';

export function dragAndDrop(row: HTMLElement, id: string, drop: Drop): void {
  row.draggable = true;
  row.addEventListener('dragstart', (event) => {
    if (!drop.canMove()) {
      event.preventDefault();
      return;
    }
    dragged = id;
    event.dataTransfer?.setData('text/plain', id);
  });
  row.addEventListener('dragend', () => (dragged = undefined));
  const mark = (where?: Where): void => {
    row.classList.toggle('drop-above', where === 'above');
    row.classList.toggle('drop-inside', where === 'inside');
    row.classList.toggle('drop-below', where === 'below');
  };
  const at = (event: DragEvent): Where | undefined => {
    if (event.dataTransfer?.types.includes(papersType)) return 'inside';
    if (dragged === undefined || dragged === id) return undefined;
    const node = drop.tree().at(dragged)?.node;
    // nothing goes below itself
    if (node && find([node], id)) return undefined;
    const box = row.getBoundingClientRect();
    const share = (event.clientY - box.top) / box.height;
    return share < 0.3 ? 'above' : share > 0.7 ? 'below' : 'inside';
  };
  row.addEventListener('dragover', (event) => {
    const where = at(event);
    mark(where);
    if (where) event.preventDefault();
  });
  row.addEventListener('dragleave', () => mark());
  row.addEventListener('drop', (event) => {
    const where = at(event);
    mark();
    if (!where) return;
    event.preventDefault();
    const papers = event.dataTransfer?.getData(papersType);
    if (papers) drop.file(rowsOf(papers), id);
    else if (dragged !== undefined) drop.move({ category: dragged, ...place(drop.tree(), id, where) });
    dragged = undefined;
  });
}

function place(tree: Tree, id: string, where: Where): Omit<Move, 'category'> {
  if (where === 'inside') return { under: id, before: null };
  const target = tree.at(id);
  const parent = target?.parent ?? null;
  if (where === 'above') return { under: parent, before: id };
  return { under: parent, before: tree.after(id) ?? null };
}

function rowsOf(text: string): number[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((one) => Number.isInteger(one)) as number[] : [];
  } catch {
    return [];
  }
}
