/** Completion of citation keys in every markup, from the document's bibliographies and from the catalogue. */
import * as vscode from 'vscode';
import type { Citable } from '../../core/cite/citables.js';
import { keyedMarkups } from '../../core/cite/keyed.js';
import { completedKey } from '../../core/cite/complete-key.js';
import { completionPlace } from '../../core/cite/complete-place.js';
import { findUnread } from '../../core/cite/complete-unread.js';
import type { Disposable } from '../../core/ports.js';
import { pause } from '../shared/bibliographies.js';
import { Disposables } from '../shared/disposables.js';
import type { House } from '../shared/house.js';
import { keysCompletedByOthers } from '../shared/neighbours.js';
import { readCompletionMode } from '../shared/settings.js';
import { registerEntering } from './enter.js';
import { documentationOf, toItem, WorkItem, type Where } from './items.js';
import { CompletionStore } from './store.js';

/** Items sent at most: each keystroke asks again, and the way to the window is what costs. */
const limit = 100;
/** While a bibliography is still being read: each of these has to be converted on the spot. */
const limitUnread = 40;
/** Works so long before others get a turn, in milliseconds. */
const slice = 8;
/** Before a list, a key or a role; a space goes on with the words of a title. */
const triggers = ['{', ',', '@', '[', ';', ':', '<', '"', '`', ' '];
/** A document that somebody only passes by is not read for, and while one is opened the window has enough to do. In milliseconds. */
const settle = 1000;

export function registerCompletion(house: House): Disposable {
  const disposables = new Disposables();
  const store = new CompletionStore(house);
  const { languages, endings } = keyedMarkups();
  const selector: vscode.DocumentFilter[] = [...languages.map((language) => ({ language })), { language: 'plaintext', pattern: `**/*.{${endings.join(',')}}` }];
  disposables.add(
    vscode.languages.registerCompletionItemProvider(selector, {
      provideCompletionItems: (document, position, token) => provide(house, store, document, position, token),
      resolveCompletionItem: async (item) => {
        if (item instanceof WorkItem) item.documentation = documentationOf(item, await house.catalogue());
        return item;
      },
    }, ...triggers),
  );
  disposables.add(registerEntering(house));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const warm = (editor: vscode.TextEditor | undefined) => {
    clearTimeout(timer);
    if (editor === undefined || vscode.languages.match(selector, editor.document) === 0 || !isCiting(house, editor.document)) return;
    timer = setTimeout(() => void store.warm(editor.document).catch((fault: unknown) => house.log.error('completion:', String(fault))), settle);
  };
  disposables.add(vscode.window.onDidChangeActiveTextEditor(warm));
  disposables.add({ dispose: () => clearTimeout(timer) });
  warm(vscode.window.activeTextEditor);
  return disposables;
}

/** Whether a document's text alone says that it cites by keys; plain Markdown does not. */
function isCiting(house: House, document: vscode.TextDocument): boolean {
  return house.cites.plainMarkdown(document) === undefined && readCompletionMode(document) !== 'never';
}

async function provide(house: House, store: CompletionStore, document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.CompletionList | undefined> {
  const mode = readCompletionMode(document);
  if (mode === 'never') return undefined;
  const markup = house.cites.markup(document);
  const text = document.getText();
  const place = completionPlace(markup, text, document.offsetAt(position));
  if (!place) return undefined;
  const additive = mode === 'auto' && keysCompletedByOthers(document.languageId);
  const { search, files, hasBibliography } = await store.of(document, additive);
  if (token.isCancellationRequested) return undefined;
  // "@" is a mention, an e-mail address or a decorator before it is a citation
  if (place.bare && !hasBibliography && house.cites.plainMarkdown(document) !== undefined) return undefined;
  const [first = ''] = place.typed.split(/\s/u);
  const several = first.length < place.typed.length;
  if (several && (search?.has(first) ?? false)) return undefined;
  // an AsciiDoc cross reference cites only what the bibliography has
  const enteredOnly = text.startsWith('<<', place.start - 2);
  const found = search
    ? search.find(place.typed, { without: place.present, limit, accept: ({ file, key }) => (file === undefined ? !enteredOnly : !additive) && markup.isLegalKey(key) })
    : additive ? [] : findUnread(files, place.typed, place.present, limitUnread).filter(({ key }) => markup.isLegalKey(key));
  const before = text.charAt(place.start - 1);
  const written = found.filter(({ key }) => completedKey(markup.id, before, place, key) !== undefined);
  const target = files[0]?.file;
  return toList(written, { document, position, place, markup, target }, token);
}

async function toList(found: readonly Citable[], where: Where, token: vscode.CancellationToken): Promise<vscode.CompletionList | undefined> {
  const items: vscode.CompletionItem[] = [];
  let began = Date.now();
  for (const citable of found) {
    items.push(toItem(citable, items.length, where));
    if (Date.now() - began < slice) continue;
    await pause();
    if (token.isCancellationRequested) return undefined;
    began = Date.now();
  }
  return new vscode.CompletionList(items, true);
}
