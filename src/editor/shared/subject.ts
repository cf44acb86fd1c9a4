/** Which paper a place in a text is about: a link, an identifier or a citation key. */
import * as vscode from 'vscode';
import type { Catalogue, Shelved } from '../../core/catalogue/catalogue.js';
import { identityKeys, mentionAt, type Identifier, type Mention } from '../../core/ids/index.js';
import type { CiteIndex } from './cite-index.js';

export interface Subject {
  /** UTF-16 offsets in the document of exactly the identifier or key. */
  readonly start: number;
  readonly end: number;
  /** The identifier, unless the place is a citation key. */
  readonly mention: Mention | undefined;
  /** The catalogue's paper, when it has it. */
  readonly shelved: Shelved | undefined;
}

/** Lines around the place that are looked at: a field may stand below the name that makes it certain. */
const linesAround = 12;
/** Characters to either side at most: a line may be five megabytes long. */
const reach = 4000;

/** What stands at a position: an identifier first, then a citation key that the catalogue has. */
export function subjectAt(document: vscode.TextDocument, position: vscode.Position, catalogue: Catalogue, cites: CiteIndex): Subject | undefined {
  const offset = document.offsetAt(position);
  const from = Math.max(document.offsetAt(position.with(Math.max(0, position.line - linesAround), 0)), offset - reach);
  const last = document.lineAt(Math.min(document.lineCount - 1, position.line + linesAround)).range.end;
  const to = Math.min(document.offsetAt(last), offset + reach);
  // a range is cheap in VS Code, the whole text of a large document is not
  const text = textBetween(document, from, to);
  const mention = mentionAt(text, offset - from);
  if (mention) return { start: mention.start + from, end: mention.end + from, mention, shelved: findPaper(catalogue, mention) };
  const cited = cites.keyAt(document, offset);
  const shelved = cited && catalogue.get(cited.key);
  return cited && shelved && { start: cited.start, end: cited.end, mention: undefined, shelved };
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
