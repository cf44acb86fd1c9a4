/** Which paper a place in a text is about: a link, an identifier or a citation key. */
import * as vscode from 'vscode';
import type { Catalogue, Shelved } from '../../core/catalogue/catalogue.js';
import { findSameWork } from '../../core/catalogue/same-work.js';
import { identityKeys, mentionAt, type Identifier, type Mention } from '../../core/ids/index.js';
import type { FoundEntry } from './bibliographies.js';
import type { CiteIndex } from './cite-index.js';
import type { House } from './house.js';

export interface Subject {
  /** UTF-16 offsets in the document of exactly the identifier or key. */
  readonly start: number;
  readonly end: number;
  /** The identifier, unless the place is a citation key. */
  readonly mention: Mention | undefined;
  /** The catalogue's paper, when it has it. */
  readonly shelved: Shelved | undefined;
  /** What a citation key means in the document's bibliography. */
  readonly entry?: FoundEntry | undefined;
}

/** Lines around the place that are looked at: a field may stand below the name that makes it certain. */
const linesAround = 12;
/** Characters to either side at most: a line may be five megabytes long. */
const reach = 4000;

/** What stands at a position, as far as the catalogue knows: an identifier first, then a citation key. */
export function subjectAt(document: vscode.TextDocument, position: vscode.Position, catalogue: Catalogue, cites: CiteIndex): Subject | undefined {
  const mention = mentionSubject(document, position, catalogue);
  if (mention) return mention;
  const cited = cites.keyAt(document, document.offsetAt(position));
  const shelved = cited && catalogue.get(cited.key);
  return cited && shelved && { start: cited.start, end: cited.end, mention: undefined, shelved };
}

/**
 * The same, with the document's bibliography, which goes before the catalogue: there the same key may be another work, and the same
 * work may have another key. Undefined when nobody knows the key, and when nobody waits any more.
 */
export async function workAt(house: House, document: vscode.TextDocument, position: vscode.Position, token?: vscode.CancellationToken): Promise<Subject | undefined> {
  const catalogue = await house.catalogue();
  const mention = mentionSubject(document, position, catalogue);
  if (mention) return mention;
  const cited = house.cites.keyAt(document, document.offsetAt(position));
  if (!cited || token?.isCancellationRequested) return undefined;
  const { start, end, key } = cited;
  const entry = await unlessCancelled(entryOf(house, document, key), token);
  if (token?.isCancellationRequested) return undefined;
  const shelved = entry ? findSameWork(catalogue, entry.entry.paper.fields) : catalogue.get(key);
  return entry || shelved ? { start, end, mention: undefined, shelved, entry } : undefined;
}

/** In a .bib file a key means what that file says, whatever other files do. */
async function entryOf(house: House, document: vscode.TextDocument, key: string): Promise<FoundEntry | undefined> {
  if (house.cites.markup(document).id !== 'bibtex') return (await house.bibliographies.of(document)).find(key);
  const file = await house.bibliographies.read(document.uri);
  const entry = file?.bibliography.find(key);
  return file && entry && { file, entry };
}

/** A large bibliography is read to its end for the next time; who has moved on does not wait for it. */
async function unlessCancelled<T>(work: Promise<T>, token: vscode.CancellationToken | undefined): Promise<T | undefined> {
  if (!token) return work;
  let listening: vscode.Disposable | undefined;
  const cancelled = new Promise<undefined>((resolve) => {
    listening = token.onCancellationRequested(() => resolve(undefined));
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    listening?.dispose();
  }
}

function mentionSubject(document: vscode.TextDocument, position: vscode.Position, catalogue: Catalogue): Subject | undefined {
  const offset = document.offsetAt(position);
  const from = Math.max(document.offsetAt(position.with(Math.max(0, position.line - linesAround), 0)), offset - reach);
  const last = document.lineAt(Math.min(document.lineCount - 1, position.line + linesAround)).range.end;
  const to = Math.min(document.offsetAt(last), offset + reach);
  // a range is cheap in VS Code, the whole text of a large document is not
  const text = textBetween(document, from, to);
  const mention = mentionAt(text, offset - from);
  return mention && { start: mention.start + from, end: mention.end + from, mention, shelved: findPaper(catalogue, mention) };
}

function textBetween(document: vscode.TextDocument, from: number, to: number): string {
  return document.getText(new vscode.Range(document.positionAt(from), document.positionAt(to)));
}

export function findPaper(catalogue: Catalogue, mention: Identifier): Shelved | undefined {
  for (const key of identityKeys(mention)) {
    const shelved = catalogue.find(key);
    if (shelved) return shelved;
  }
  return catalogue.findLink(mention);
}
