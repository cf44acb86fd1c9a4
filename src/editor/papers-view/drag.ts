/** Papers can be dragged out of the tree; into an editor, they are cited there. */
import * as vscode from 'vscode';
import { packKeys, papersMime } from '../shared/carried.js';
import type { RowHandle } from '../shared/selection.js';

/** @param keyOf the citation key of a paper row, undefined for a group */
export function dragPapers(keyOf: (row: RowHandle) => string | undefined): vscode.TreeDragAndDropController<RowHandle> {
  return {
    dropMimeTypes: [],
    // no plain text: an editor that cannot cite would insert it
    dragMimeTypes: [papersMime],
    handleDrag: (rows, transfer) => {
      const keys = [...new Set(rows.map(keyOf).filter((key) => key !== undefined))];
      if (keys.length === 0) return;
      transfer.set(papersMime, new vscode.DataTransferItem(packKeys(keys)));
    },
  };
}
