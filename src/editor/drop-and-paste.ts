/** A paper that is dropped into a document or pasted there is cited: its entry first, and then the text. */
import * as vscode from 'vscode';
import { papersIn } from '../core/cite/pasted.js';
import type { CiteEdit } from '../core/cite/types.js';
import type { Disposable } from '../core/ports.js';
import { papersMime, unpackKeys } from './shared/carried.js';
import { editsFor, prepareCitation, tellCited, type ToCite } from './shared/cite.js';
import { Disposables } from './shared/disposables.js';
import type { House } from './shared/house.js';

const kind = vscode.DocumentDropOrPasteEditKind.Text.append('citation', 'litshelf');
const plainText = vscode.DocumentDropOrPasteEditKind.Text.append('plain');

/** Every language has a way to cite. A pattern counts for more than VS Code's own providers, which would insert the text as it is. */
const everywhere: vscode.DocumentSelector = { pattern: '**' };

class CitePaste extends vscode.DocumentPasteEdit {
  constructor(readonly document: vscode.TextDocument, readonly offsets: readonly number[], readonly what: readonly ToCite[], title: string) {
    super('', title, kind);
  }
}

export function registerDropAndPaste(house: House): Disposable {
  const disposables = new Disposables();
  disposables.add(vscode.languages.registerDocumentDropEditProvider(everywhere, dropProvider(house), { providedDropEditKinds: [kind], dropMimeTypes: [papersMime] }));
  disposables.add(vscode.languages.registerDocumentPasteEditProvider(everywhere, pasteProvider(house), { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain'] }));
  return disposables;
}

/** VS Code never asks for the rest of what is dropped, so that all is done at once; nobody but us takes what the tree carries. */
function dropProvider(house: House): vscode.DocumentDropEditProvider {
  return {
    provideDocumentDropEdits: async (document, position, transfer, token) => {
      const what = await papersOf(house, await unpackKeys(transfer));
      if (what.length === 0 || token.isCancellationRequested) return undefined;
      const edit = new vscode.DocumentDropEdit('', titleOf(what), kind);
      try {
        const at = document.offsetAt(behindWord(document, position));
        await complete(house, edit, { document, offsets: [at], what, insertsAt: document.offsetAt(position) }, token);
        return [edit];
      } catch (fault) {
        house.messages.show(vscode.l10n.t('Cite Paper'), fault);
        return undefined;
      }
    },
  };
}

function pasteProvider(house: House): vscode.DocumentPasteEditProvider<CitePaste> {
  return {
    provideDocumentPasteEdits: async (document, ranges, transfer, context, token) => {
      const text = (await transfer.get('text/plain')?.asString()) ?? '';
      const ours = house.selection.copied.keysOf(text);
      // most pastes have nothing to do with papers, and none waits for catalogues to be read
      if (text === '' || (!ours && !house.ready())) return undefined;
      const what = ours ? await papersOf(house, ours) : (papersIn(text, await house.catalogue()) ?? []);
      if (what.length === 0 || token.isCancellationRequested) return undefined;
      if (!ours && !/\s|@|:|\/|\d/u.test(text)) return undefined;
      const edit = new CitePaste(document, ranges.map(({ end }) => document.offsetAt(end)), what, titleOf(what));
      // a link that is pasted is a link; the citation is offered beside it
      if (!ours && context.only === undefined) edit.yieldTo = [plainText];
      return [edit];
    },
    resolveDocumentPasteEdit: async (edit, token) => {
      const { document, offsets, what } = edit;
      await complete(house, edit, { document, offsets, what, insertsAt: offsets[0] }, token);
      return edit;
    },
  };
}

async function papersOf(house: House, keys: readonly string[]): Promise<ToCite[]> {
  if (keys.length === 0) return [];
  const catalogue = await house.catalogue();
  return keys.map((key) => catalogue.get(key)).filter((one) => one !== undefined);
}

function titleOf(what: readonly ToCite[]): string {
  const [first] = what;
  return what.length === 1 && first ? vscode.l10n.t('Cite {0}', first.paper.id) : vscode.l10n.t('Cite {0} papers', what.length);
}

interface Place {
  readonly document: vscode.TextDocument;
  readonly offsets: readonly number[];
  readonly what: readonly ToCite[];
  /** Where VS Code puts a text to insert. */
  readonly insertsAt: number | undefined;
}

/** Nobody means to cut a word in two. */
function behindWord(document: vscode.TextDocument, position: vscode.Position): vscode.Position {
  const word = document.getWordRangeAtPosition(position);
  return word?.start.isBefore(position) === true ? word.end : position;
}

/** Writes the entries, and then says what the text becomes. */
async function complete(house: House, edit: vscode.DocumentDropEdit | vscode.DocumentPasteEdit, { document, offsets, what, insertsAt }: Place, token: vscode.CancellationToken): Promise<void> {
  const prepared = await prepareCitation(house, document, what);
  if (token.isCancellationRequested) return;
  const edits = editsFor(document, offsets, prepared);
  tellCited(house, prepared, edits.length > 0);
  const [only] = edits;
  // by itself at the caret, VS Code's own insertion leaves the caret behind it
  if (edits.length === 1 && only && offsets.length === 1 && only.start === insertsAt && only.end === only.start) edit.insertText = snippetOf(only);
  else edit.additionalEdit = workspaceEdit(document, edits);
}

function snippetOf({ text, cursor }: CiteEdit): string | vscode.SnippetString {
  if (cursor === undefined) return text;
  return new vscode.SnippetString().appendText(text.slice(0, cursor)).appendTabstop(0).appendText(text.slice(cursor));
}

function workspaceEdit(document: vscode.TextDocument, edits: readonly CiteEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits) edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  return edit;
}
