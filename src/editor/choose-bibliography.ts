/** Choose Bibliography: another one for the document, remembered or named in its text; a new one; or a look into one. */
import * as vscode from 'vscode';
import { commandIds } from '../contributions.js';
import type { Disposable } from '../core/ports.js';
import { placeOf } from './shared/bibliographies.js';
import { checkWritable, readFileText, writeFileText } from './shared/bibliography-file.js';
import type { House } from './shared/house.js';
import { UserError } from './shared/messages.js';
import { namingOf } from './shared/name-in-document.js';
import { pickBibliography, type OtherRow, type PickedBibliography } from './shared/pick-bibliography.js';
import { bibliographyName } from './shared/why-bibliography.js';

export function registerChooseBibliography(house: House): Disposable {
  return vscode.commands.registerCommand(commandIds.chooseBibliography, async () => {
    const title = vscode.l10n.t('Choose Bibliography');
    try {
      const document = vscode.window.activeTextEditor?.document;
      if (!document || document.isUntitled) throw new UserError(vscode.l10n.t('Open a saved document first: a bibliography is chosen for the document in front.'));
      await choose(house, document, title);
    } catch (fault) {
      house.messages.show(title, fault);
    }
  });
}

async function choose(house: House, document: vscode.TextDocument, title: string): Promise<void> {
  const place = placeOf(document);
  const { choice } = house.bibliographies;
  const chosen = choice.chosen(place);
  const forget: OtherRow<'forget'>[] = chosen === undefined ? [] : [{ label: vscode.l10n.t('Forget the Choice'), detail: vscode.l10n.t('The document cites from what it names, or from what is beside it.'), icon: 'discard', value: 'forget' }];
  const picked = await pickBibliography(house, document, title, forget);
  if ('other' in picked) {
    await choice.choose(place, undefined);
    return;
  }
  const { uri, found } = picked;
  if (uri.scheme !== place.scheme) throw new UserError(vscode.l10n.t('{0} is in another file system than the document.', vscode.workspace.asRelativePath(uri)));
  const first = (await house.bibliographies.found(document))[0];
  if (found && found.path === first?.path && found.exists) {
    await vscode.window.showTextDocument(uri, { preview: false });
    return;
  }
  // named already: it is only put in front
  if (found) {
    await create(house, picked);
    if (found.path !== first?.path) await choice.choose(place, uri.path);
  } else await take(house, document, picked, title);
  house.messages.done(vscode.l10n.t('New entries go into {0}', bibliographyName(uri, place)));
}

/** Remembers a bibliography for the document, or lets the document name it. */
async function take(house: House, document: vscode.TextDocument, picked: PickedBibliography, title: string): Promise<void> {
  const naming = await namingOf(house, document, picked.uri);
  const how = naming ? await askHow(title, naming.document === document ? undefined : vscode.workspace.asRelativePath(naming.document.uri)) : 'use';
  await create(house, picked);
  if (how === 'use' || !naming) await house.bibliographies.choice.choose(placeOf(document), picked.uri.path);
  else {
    await naming.write();
    await house.bibliographies.choice.choose(placeOf(document), undefined);
  }
}

async function askHow(title: string, main: string | undefined): Promise<'name' | 'use'> {
  const name = { label: main === undefined ? vscode.l10n.t('Name It in the Document') : vscode.l10n.t('Name It in {0}', main), detail: vscode.l10n.t('Adds the line by which other programs find it too.'), how: 'name' as const };
  const use = { label: vscode.l10n.t('Use for This Document'), detail: vscode.l10n.t('Only Litshelf knows; the text stays as it is.'), how: 'use' as const };
  const answer = await vscode.window.showQuickPick([name, use], { title });
  if (!answer) throw new vscode.CancellationError();
  return answer.how;
}

async function create(house: House, { uri, isNew }: PickedBibliography): Promise<void> {
  if (!isNew) return;
  const file = await readFileText(uri);
  if (file.bytes) return;
  await checkWritable(file);
  await writeFileText(file, /\.json$/iu.test(uri.path) ? '[]\n' : '');
  house.bibliographies.forget(uri);
}
