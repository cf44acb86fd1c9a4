/** Which identifier a command means: given as an argument (checked, it may come from a link), under the cursor, or typed. */
import * as vscode from 'vscode';
import { idKinds, readIdentifier, type Identifier } from '../../core/ids/index.js';
import { canLookUp } from '../../core/metadata/kinds.js';
import type { House } from './house.js';
import { UserError } from './messages.js';
import { subjectAt } from './subject.js';

/** @throws UserError for something that is no identifier; CancellationError when the box is dismissed. */
export async function identifierFor(house: House, title: string, argument: unknown): Promise<Identifier> {
  const given = fromArgument(argument);
  if (given) return given;
  const editor = vscode.window.activeTextEditor;
  const here = editor && subjectAt(editor.document, editor.selection.active, await house.catalogue(), house.cites)?.mention;
  if (here && canLookUp(here.kind)) return here;
  const typed = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('arXiv id or link, DOI, or ACL Anthology link'),
    placeHolder: '2212.10560',
    validateInput: (text) => (text.trim() === '' || canLookUp(readIdentifier(text)?.kind ?? '') ? undefined : vscode.l10n.t('This is no arXiv id, DOI or ACL Anthology id, nor a link to one.')),
  });
  const identifier = typed === undefined ? undefined : readIdentifier(typed);
  if (!identifier) throw new vscode.CancellationError();
  return identifier;
}

function fromArgument(argument: unknown): Identifier | undefined {
  if (argument === undefined || argument === null) return undefined;
  const { identifier, input } = (typeof argument === 'string' ? { input: argument } : argument) as { identifier?: unknown; input?: unknown };
  if (typeof input === 'string') {
    const read = readIdentifier(input);
    if (read) return read;
    throw new UserError(vscode.l10n.t('"{0}" is no identifier that Litshelf knows. Give an arXiv id, a DOI, an ACL Anthology id, or a link to one.', input.slice(0, 80)));
  }
  if (typeof identifier !== 'object' || identifier === null) return undefined;
  const { kind, id } = identifier as { kind?: unknown; id?: unknown };
  const known = idKinds.find((one) => one === kind);
  return known !== undefined && typeof id === 'string' && id.length < 500 ? { kind: known, id } : undefined;
}
