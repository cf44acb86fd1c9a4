/** Steps of a road that can be walked backwards: a list to choose from, and a wait that can be given up. */
import * as vscode from 'vscode';
import { escapeIcons } from '../shared/escape-icons.js';

/** The answer of a step that the person leaves towards the one before. */
export const back = Symbol('back');
export type Back = typeof back;

export interface Row<T> extends vscode.QuickPickItem {
  /** Left out: the row only tells something. */
  readonly value?: T | undefined;
}

export interface Question {
  readonly title: string;
  readonly placeholder?: string | undefined;
  /** Whether there is a step before. */
  readonly canGoBack: boolean;
}

/** A box with what all steps have: a way back, and no end when the focus goes to another window for a moment. */
export function newPick<T extends vscode.QuickPickItem>({ title, placeholder, canGoBack }: Question): vscode.QuickPick<T> {
  const pick = vscode.window.createQuickPick<T>();
  // not in the stable typings yet, but without it VS Code undoes our order
  Object.assign(pick, { sortByLabel: false });
  pick.title = escapeIcons(title.length > 100 ? `${title.slice(0, 100)}…` : title);
  pick.placeholder = placeholder;
  pick.ignoreFocusOut = true;
  if (canGoBack) pick.buttons = [vscode.QuickInputButtons.Back];
  return pick;
}

/** Shows a box until it is answered. @throws CancellationError when it is dismissed */
export async function answerOf<T, R>(pick: vscode.QuickPick<R & vscode.QuickPickItem>, listen: (resolve: (value: T | Back) => void, reject: (fault: unknown) => void) => void): Promise<T | Back> {
  try {
    return await new Promise<T | Back>((resolve, reject) => {
      pick.onDidHide(() => reject(new vscode.CancellationError()));
      pick.onDidTriggerButton((button) => {
        if (button === vscode.QuickInputButtons.Back) resolve(back);
      });
      listen(resolve, reject);
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

/** Asks for one row; the first that means something has the focus. @throws CancellationError when dismissed */
export async function choose<T>(question: Question, rows: readonly Row<T>[]): Promise<T | Back> {
  const pick = newPick<Row<T>>(question);
  pick.matchOnDetail = true;
  pick.matchOnDescription = true;
  pick.items = rows;
  const first = rows.find(({ value }) => value !== undefined);
  if (first) pick.activeItems = [first];
  return answerOf<T, Row<T>>(pick, (resolve) => {
    pick.onDidAccept(() => {
      const value = pick.activeItems[0]?.value;
      if (value !== undefined) resolve(value);
    });
  });
}

/** Waits for work with a box that says so. Escape and Back call it off. @throws CancellationError when dismissed, or what the work throws */
export async function whileBusy<T>(question: Question, doing: string, work: (signal: AbortSignal) => Promise<T>): Promise<T | Back> {
  const abort = new AbortController();
  const pick = newPick<Row<never>>(question);
  pick.busy = true;
  pick.items = [{ label: escapeIcons(doing), iconPath: new vscode.ThemeIcon('loading~spin'), alwaysShow: true }];
  try {
    return await answerOf<T, Row<never>>(pick, (resolve, reject) => {
      work(abort.signal).then(resolve, reject);
    });
  } finally {
    abort.abort();
  }
}

export function separator<T>(label: string): Row<T> {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
