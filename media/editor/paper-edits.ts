/** Edits of one paper, which are done when the form has been shown what the document says since. */
import type { Edit, FieldChange, PaperDetail } from '../../src/protocol.js';
import type { Editor } from './editor.js';
import type { Outcome } from './form/entry.js';

/** Fields of a paper, from what it holds when the edit is sent. */
export function editFields(editor: Editor, row: number, label: string, make: (detail: PaperDetail) => FieldChange[], { done, nothing = done, ...outcome }: Partial<Outcome> & { key?: string } = {}): void {
  editor.edits.add({
    label,
    ...outcome,
    ...(nothing ? { nothing } : {}),
    make: async () => {
      const detail = await editor.fresh(row);
      const changes = detail ? make(detail) : [];
      return changes.length === 0 ? undefined : { kind: 'fields', rows: [row], changes };
    },
    done: () => done && afterReading(editor, row, done, nothing),
  });
}

/** Items of a list of a paper, in and out. @param settled it was made and the paper read again, or refused */
export function editItems(editor: Editor, row: number, label: string, items: Pick<Extract<Edit, { kind: 'items' }>, 'field' | 'add' | 'remove'>, failed: (message: string) => void, settled: () => void): void {
  editor.edits.add({
    label,
    make: () => ({ kind: 'items', rows: [row], ...items }),
    done: () => afterReading(editor, row, settled, settled),
    failed: (message) => {
      settled();
      failed(message);
    },
  });
}

function afterReading(editor: Editor, row: number, done: () => void, failed: (() => void) | undefined): void {
  editor.fresh(row).then(done, (error: unknown) => {
    editor.fail(error);
    failed?.();
  });
}
