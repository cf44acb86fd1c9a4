/** Every message that Litshelf shows is shown here. A sentence with a place and a remedy; never a stack trace. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';

/** Something a person can mend: its message is meant for them. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly actions: readonly MessageAction[];
  constructor(message: string, actions: readonly MessageAction[] = []) {
    super(message);
    this.actions = actions;
  }
}

/** By its name, not its class: bundles that are loaded late have classes of their own. */
function isUserError(fault: unknown): fault is UserError {
  return fault instanceof Error && fault.name === 'UserError' && 'actions' in fault;
}

export interface MessageAction {
  readonly title: string;
  run(): unknown;
}

export class Messages {
  readonly #log: vscode.LogOutputChannel;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** A short confirmation that goes away by itself. */
  done(text: string): void {
    vscode.window.setStatusBarMessage(text, 4000);
  }

  /** Tells of a change of a catalogue by its label, with the way back. */
  changed(text: string, ...others: readonly MessageAction[]): void {
    this.tell(text, { title: vscode.l10n.t('Undo'), run: () => vscode.commands.executeCommand(commandIds.undoChange, { label: text }) }, ...others);
  }

  /** Tells what a person should read, with what can be done about it. */
  tell(text: string, ...actions: readonly MessageAction[]): void {
    const chosen = vscode.window.showInformationMessage(text, ...actions.map((action) => action.title));
    void chosen.then((title) => actions.find((action) => action.title === title)?.run());
  }

  /** Runs work whose outcome nobody waits for: what goes wrong is shown, what was cancelled is not. */
  run(doing: string, work: () => Promise<unknown>): void {
    work().catch((fault: unknown) => this.show(doing, fault));
  }

  /** Shows what went wrong while doing something. */
  show(doing: string, fault: unknown): void {
    if (fault instanceof vscode.CancellationError) return;
    if (isUserError(fault)) {
      this.#ask(fault.message, fault.actions);
      return;
    }
    this.#log.error(`${doing}:`, fault instanceof Error ? fault : String(fault));
    const showLog: MessageAction = { title: vscode.l10n.t('Show Log'), run: () => this.#log.show() };
    this.#ask(vscode.l10n.t('{0} did not work: {1}', doing, fault instanceof Error ? fault.message : String(fault)), [showLog]);
  }

  #ask(text: string, actions: readonly MessageAction[]): void {
    const chosen = vscode.window.showErrorMessage(text, ...actions.map((action) => action.title));
    void chosen.then((title) => actions.find((action) => action.title === title)?.run());
  }
}
