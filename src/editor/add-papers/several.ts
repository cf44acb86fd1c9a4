/** Asks for several rows, with new ones made of what is typed. */
import type * as vscode from 'vscode';
import { answerOf, newPick, type Back, type Question } from './step.js';

export interface SeveralRow<T> extends vscode.QuickPickItem {
  /** Tells rows apart. Separators have none. */
  readonly id?: string;
  readonly value?: T;
}

export interface SeveralQuestion<T> extends Question {
  readonly rows: readonly SeveralRow<T>[];
  /** Ids of the rows that are ticked at the beginning. */
  readonly ticked: readonly string[];
  /** A row for something new, of what is typed; undefined when there is that already. */
  readonly create?: ((typed: string) => SeveralRow<T> | undefined) | undefined;
}

/** The ticked rows, in their order, made ones last; none is an answer too. @throws CancellationError when dismissed */
export async function chooseSeveral<T>(question: SeveralQuestion<T>): Promise<SeveralRow<T>[] | Back> {
  const pick = newPick<SeveralRow<T>>(question);
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const ticked = new Set(question.ticked);
  const made: SeveralRow<T>[] = [];
  let offered: SeveralRow<T> | undefined;
  let drawing = false;
  /** Something was ticked or unticked since the last letter. */
  let touched = false;
  const draw = () => {
    const rows = [...made, ...question.rows, ...(offered ? [offered] : [])];
    // new items take all ticks away, and say so
    drawing = true;
    pick.items = rows;
    pick.selectedItems = rows.filter(({ id }) => id !== undefined && ticked.has(id));
    drawing = false;
  };
  const tick = (row: SeveralRow<T>) => {
    if (row.id === undefined) return;
    ticked.add(row.id);
    if (row === offered) {
      // it stays when the box is emptied for the next word
      made.push({ ...row, alwaysShow: false });
      offered = undefined;
    }
    pick.value = '';
    draw();
  };
  /** Who types a word and presses Enter means the row that has it. False when there is nothing more to tick. */
  const tickTyped = (): boolean => {
    const word = pick.value.trim().toLowerCase();
    if (word === '' || touched) return false;
    const matching = [...made, ...question.rows].filter(({ id, label, detail, description }) => id !== undefined && [label, detail, description].some((text) => text?.toLowerCase().includes(word)));
    const active = pick.activeItems.find((row) => row === offered || matching.includes(row));
    const row = active ?? (matching.length === 1 ? matching[0] : matching.length === 0 ? offered : undefined);
    if (row) tick(row);
    else pick.activeItems = matching.slice(0, 1);
    return row !== undefined || matching.length > 0;
  };
  draw();
  pick.onDidChangeValue((typed) => {
    touched = false;
    const row = question.create?.(typed.trim());
    const next = row && [...made, ...question.rows].some(({ id }) => id === row.id) ? undefined : row;
    if (next?.id === offered?.id) return;
    offered = next;
    draw();
  });
  pick.onDidChangeSelection((selected) => {
    if (drawing || selected.some((row) => !pick.items.includes(row))) return;
    touched = true;
    ticked.clear();
    for (const { id } of selected) if (id !== undefined) ticked.add(id);
    if (offered?.id !== undefined && ticked.has(offered.id)) tick(offered);
  });
  return answerOf<SeveralRow<T>[], SeveralRow<T>>(pick, (resolve) => {
    pick.onDidAccept(() => {
      if (!tickTyped()) resolve([...question.rows, ...made].filter(({ id }) => id !== undefined && ticked.has(id)));
    });
  });
}
