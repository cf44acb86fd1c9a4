/** Papers and categories can be dragged within the tree, to be filed elsewhere; papers also out of it: into an editor, they are cited there. */
import * as vscode from 'vscode';
import { internalCommandIds, viewIds } from '../../contributions.js';
import type { OutlineNode } from '../../core/outline/nodes.js';
import { packKeys, papersMime } from '../shared/carried.js';
import { addDropped, inputMimes } from '../shared/dropped-input.js';
import type { Dropped } from '../shared/dropped-rows.js';
import type { RowHandle } from '../shared/selection.js';

/** VS Code's name for rows of this view. */
const rowsMime = `application/vnd.code.tree.${viewIds.papers.toLowerCase()}`;

/** What the tree tells of itself. */
export interface Rows {
  node(row: RowHandle): OutlineNode | undefined;
  /** Whether groups are categories. */
  byCategory(): boolean;
  /** Says in passing why nothing happens. */
  say(text: string): void;
}

export function dragRows(rows: Rows): vscode.TreeDragAndDropController<RowHandle> {
  return {
    dropMimeTypes: [rowsMime, ...inputMimes],
    // no plain text: an editor that cannot cite would insert it
    dragMimeTypes: [papersMime],
    handleDrag: (handles, transfer) => {
      const nodes = handles.map((row) => rows.node(row)).filter((node) => node !== undefined).filter((node) => !(node.kind === 'paper' ? node.parent?.hidden === true : node.hidden));
      const carried = carry(nodes);
      transfer.set(rowsMime, new vscode.DataTransferItem(carried));
      const keys = [...new Set(carried.papers.map(({ key }) => key))];
      if (keys.length > 0) transfer.set(papersMime, new vscode.DataTransferItem(packKeys(keys)));
    },
    handleDrop: async (target, transfer) => {
      const carried: unknown = transfer.get(rowsMime)?.value;
      if (!isCarried(carried)) {
        const over = target && rows.node(target);
        await addDropped(transfer, rows.byCategory() ? (over?.kind === 'paper' ? over.parent : over)?.category : undefined);
        return;
      }
      if (carried.papers.length === 0 && carried.categories.length === 0) return;
      if (!rows.byCategory()) {
        rows.say(vscode.l10n.t('Group papers by category to file them elsewhere'));
        return;
      }
      const node = target && rows.node(target);
      const group = node?.kind === 'paper' ? node.parent : node;
      const dropped: Dropped = { ...carried, onto: group ? { category: group.category } : 'top' };
      await vscode.commands.executeCommand(internalCommandIds.dropRows, dropped);
    },
  };
}

type Carried = Pick<Dropped, 'papers' | 'categories'>;

function carry(nodes: readonly OutlineNode[]): Carried {
  return {
    papers: nodes.flatMap((node) => (node.kind === 'paper' ? [{ key: node.shelved.paper.id, from: node.parent?.category }] : [])),
    categories: nodes.flatMap((node) => (node.kind === 'group' && node.category !== undefined ? [node.category] : [])),
  };
}

/** VS Code puts something of its own under the same name where a drag comes from elsewhere. */
function isCarried(value: unknown): value is Carried {
  return typeof value === 'object' && value !== null && 'papers' in value && 'categories' in value;
}
