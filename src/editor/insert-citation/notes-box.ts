/** Asks for prefix, page and suffix: one line, with the citation as it will be below it. */
import * as vscode from 'vscode';
import { readNotes, type Notes } from '../../core/cite/notes.js';

/**
 * Enter takes what was typed, Escape goes on without notes.
 * @param preview the citation with these notes
 * @returns undefined when the person goes back to the picker
 */
export async function askForNotes(title: string, preview: (notes: Notes) => string): Promise<Notes | undefined> {
  const box = vscode.window.createInputBox();
  box.title = title;
  box.placeholder = vscode.l10n.t('see p. 3, for details  (Escape: without)');
  box.ignoreFocusOut = true;
  box.buttons = [vscode.QuickInputButtons.Back];
  const show = (typed: string) => {
    // below a prompt VS Code would say that Escape cancels
    box.validationMessage = { message: oneLine(preview(readNotes(typed))), severity: vscode.InputBoxValidationSeverity.Info };
  };
  show('');
  try {
    return await new Promise<Notes | undefined>((resolve) => {
      box.onDidChangeValue(show);
      box.onDidAccept(() => resolve(readNotes(box.value)));
      box.onDidTriggerButton(() => resolve(undefined));
      box.onDidHide(() => resolve({}));
      box.show();
    });
  } finally {
    box.dispose();
  }
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
