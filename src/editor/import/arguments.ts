/** What `litshelf.import` was called with. Arguments come from keybindings, menus and other extensions: everything is checked on arrival. */
import * as vscode from 'vscode';
import { UserError } from '../shared/messages.js';

export interface ImportArguments {
  /** Address of a file or a list; undefined: the person is asked. */
  readonly uri: string | undefined;
  /** The catalogue: its name, its folder, or `personal`; undefined: the one that papers go to. */
  readonly into: string | undefined;
  /** Nobody is asked, and no report is opened. */
  readonly silent: boolean;
}

/** @throws UserError for what is no argument of the command */
export function readArguments(argument: unknown): ImportArguments {
  if (argument === undefined || argument === null) return { uri: undefined, into: undefined, silent: false };
  if (argument instanceof vscode.Uri) return { uri: argument.toString(), into: undefined, silent: false };
  const { uri, into, silent } = (typeof argument === 'object' ? argument : { uri: 0 }) as Partial<Record<string, unknown>>;
  const address = uri instanceof vscode.Uri ? uri.toString() : uri;
  const text = (value: unknown): value is string | undefined => value === undefined || (typeof value === 'string' && value.trim() !== '');
  if (!text(address) || !text(into) || (silent !== undefined && typeof silent !== 'boolean') || (silent === true && address === undefined)) {
    throw new UserError(vscode.l10n.t('"litshelf.import" takes {"uri": "…"}: a file or an address, with {"into": "…"} and {"silent": true} if you like.'));
  }
  return { uri: address, into, silent: silent === true };
}
