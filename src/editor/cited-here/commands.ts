/** What can be done with a cited key or an entry: from a row of the view, from the palette for the key at the cursor, or by key. */
import * as vscode from 'vscode';
import { commandIds, internalCommandIds } from '../../contributions.js';
import type { Entry } from '../../core/bibliography/types.js';
import type { CitedNode } from '../../core/cite/cited-rows.js';
import type { CitedPlace } from '../../core/cite/cited.js';
import { toPaper } from '../../core/model/paper.js';
import type { Disposable } from '../../core/ports.js';
import { addUnresolved } from '../shared/add-unresolved.js';
import type { BibliographyFile } from '../shared/bibliographies.js';
import { citeIn, editorToCiteIn } from '../shared/cite.js';
import type { CitedDocument, CitedDocuments } from '../shared/cited-documents.js';
import { Disposables } from '../shared/disposables.js';
import { applyAndSave, removeEntries } from '../shared/entry-edits.js';
import type { House } from '../shared/house.js';
import { UserError } from '../shared/messages.js';
import { showPlace } from '../shared/show-place.js';
import type { CitedProvider } from './provider.js';
import { CitedRow } from './row.js';

/** What a command is about. */
interface Meant {
  readonly key: string;
  /** The document that cites; undefined for the entry at the cursor of a bibliography. */
  readonly found: CitedDocument | undefined;
  readonly entry: Entry | undefined;
  readonly file: BibliographyFile | undefined;
}

export function registerCitedCommands(house: House, documents: CitedDocuments, provider: CitedProvider): Disposable {
  const disposables = new Disposables();
  const command = (id: string, title: string, run: (meant: Meant) => Promise<unknown>) => {
    disposables.add(
      vscode.commands.registerCommand(id, async (argument: unknown) => {
        try {
          await run(await meantBy(house, documents, provider, argument));
        } catch (fault) {
          house.messages.show(title, fault);
        }
      }),
    );
  };
  command(commandIds.goToEntry, vscode.l10n.t('Go to Bibliography Entry'), async (meant) => {
    const { entry, file } = inBibliography(meant);
    await showPlace(file.uri, entry.keyPlace);
  });
  command(commandIds.copyEntry, vscode.l10n.t('Copy Bibliography Entry'), async (meant) => {
    const { entry, file } = inBibliography(meant);
    await vscode.env.clipboard.writeText(`${file.bibliography.text.slice(entry.start, entry.end).trim()}\n`);
    house.messages.done(vscode.l10n.t('Copied the entry {0}', entry.key));
  });
  command(commandIds.removeEntry, vscode.l10n.t('Remove Bibliography Entry'), async (meant) => {
    const { entry, file } = inBibliography(meant);
    const edit = new vscode.WorkspaceEdit();
    await removeEntries(edit, file, [entry]);
    await applyAndSave(edit);
    house.messages.done(vscode.l10n.t('Removed the entry {0}', entry.key));
  });
  command(commandIds.citeEntry, vscode.l10n.t('Cite This Key'), async ({ key, entry }) => {
    const editor = editorToCiteIn();
    if (!editor) throw new UserError(vscode.l10n.t('Open the document that is to cite {0}.', key));
    const paper = entry?.paper ?? (await house.catalogue()).get(key)?.paper ?? toPaper({ id: key, title: key });
    await citeIn(house, editor, [{ paper, key: entry && key }]);
  });
  command(commandIds.addUnresolved, vscode.l10n.t('Add Unresolved Paper to the Bibliography'), async ({ key, found, entry }) => {
    if (entry) throw new UserError(vscode.l10n.t('The bibliography has the key {0} already.', key));
    if (!found) throw new UserError(vscode.l10n.t('Put the cursor on a key in a document that cites.'));
    await addUnresolved(house, found, [key]);
  });
  disposables.add(
    vscode.commands.registerCommand(internalCommandIds.citedRowClicked, async (row: unknown) => {
      const node = row instanceof CitedRow ? provider.node(row) : undefined;
      try {
        if (node) await goTo(provider, node);
      } catch (fault) {
        house.messages.show(vscode.l10n.t('Go to This Place'), fault);
      }
    }),
  );
  return disposables;
}

async function goTo({ shown }: CitedProvider, node: CitedNode): Promise<void> {
  if (!shown) return;
  if (node.kind === 'uncited') {
    const file = shown.fileOf(node.file);
    if (file) await showPlace(file.uri, node.entry.keyPlace);
    return;
  }
  const at = (place: CitedPlace) => shown.found.document.uri.with({ path: place.path });
  const place = node.kind === 'place' ? node.place : node.kind === 'cited' || node.kind === 'unresolved' ? nextPlace(node.use.places, at) : undefined;
  if (place) await showPlace(at(place), place);
}

/** The first place, or the one behind that at which the cursor stands: clicking again goes on. */
function nextPlace(places: readonly CitedPlace[], at: (place: CitedPlace) => vscode.Uri): CitedPlace | undefined {
  const editor = vscode.window.activeTextEditor;
  const offset = editor?.document.offsetAt(editor.selection.active) ?? -1;
  const here = places.findIndex((place) => editor?.document.uri.toString() === at(place).toString() && place.start <= offset && offset <= place.end);
  return places[(here + 1) % places.length];
}

/** @throws UserError when there is no key: none was given, and none stands at the cursor. */
async function meantBy(house: House, documents: CitedDocuments, provider: CitedProvider, argument: unknown): Promise<Meant> {
  const { shown } = provider;
  const node = argument instanceof CitedRow ? provider.node(argument) : undefined;
  if (node?.kind === 'uncited' && shown) return { key: node.entry.key, found: shown.found, entry: node.entry, file: shown.fileOf(node.file) };
  if ((node?.kind === 'cited' || node?.kind === 'unresolved') && shown) return ofKey(node.use.key, shown.found);
  const editor = vscode.window.activeTextEditor;
  const found = editor && (await documents.of(editor.document));
  const given = keyFrom(argument);
  if (given !== undefined) return ofKey(given, found ?? shown?.found);
  const key = editor && house.cites.keyAt(editor.document, editor.document.offsetAt(editor.selection.active))?.key;
  if (key !== undefined && found) return ofKey(key, found);
  const file = editor && !found ? await house.bibliographies.read(editor.document.uri) : undefined;
  const offset = editor?.document.offsetAt(editor.selection.active) ?? 0;
  const entry = file?.bibliography.entries.find(({ start, end }) => start <= offset && offset <= end);
  if (entry) return { key: entry.key, found: undefined, entry, file };
  throw new UserError(vscode.l10n.t('Put the cursor on a citation key or in an entry of a bibliography, or choose a row of the view Cited Here.'));
}

function ofKey(key: string, found: CitedDocument | undefined): Meant {
  const entry = found?.bibliography.find(key);
  return { key, found, entry: entry?.entry, file: entry?.file };
}

function keyFrom(argument: unknown): string | undefined {
  if (typeof argument === 'string' && argument !== '') return argument;
  const { key } = (typeof argument === 'object' && argument !== null && !(argument instanceof CitedRow) ? argument : {}) as { key?: unknown };
  return typeof key === 'string' && key !== '' ? key : undefined;
}

function inBibliography({ key, entry, file }: Meant): { readonly entry: Entry; readonly file: BibliographyFile } {
  if (entry && file) return { entry, file };
  throw new UserError(vscode.l10n.t('No bibliography of this document has the key "{0}".', key));
}
