/** Adds the papers of unresolved keys to a document's bibliography: from the catalogue, or looked up where the key is an identifier. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';
import { readIdentifier, type Identifier } from '../../core/ids/index.js';
import { canLookUp } from '../../core/metadata/kinds.js';
import { citationKey } from '../../core/model/citation-key.js';
import { toPaper, type Paper } from '../../core/model/paper.js';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import { abortOn } from './abort.js';
import { keyFrom } from './add-paper.js';
import type { CitedDocument } from './cited-documents.js';
import { enterPapers } from './document-bibliography.js';
import { applyOrTell, rangeIn } from './entry-edits.js';
import type { House } from './house.js';
import { UserError } from './messages.js';
import { findPaper } from './subject.js';

/** Whoever asked waits this long at most, in milliseconds. */
const patience = 30_000;

/** What is known of a key that no bibliography has. */
export type Remedy = { readonly kind: 'catalogue'; readonly paper: Paper } | { readonly kind: 'identifier'; readonly identifier: Identifier } | { readonly kind: 'unknown' };

export function remedyFor(catalogue: Catalogue, key: string): Remedy {
  const shelved = catalogue.get(key);
  if (shelved) return { kind: 'catalogue', paper: withKey(shelved.paper, key) };
  const identifier = readIdentifier(key) ?? readIdentifier(key.replace(/^(arxiv|doi|acl)[:_-]/iu, '$1:'));
  if (!identifier) return { kind: 'unknown' };
  const known = findPaper(catalogue, identifier);
  if (known) return { kind: 'catalogue', paper: known.paper };
  return canLookUp(identifier.kind) ? { kind: 'identifier', identifier } : { kind: 'unknown' };
}

/** The paper as the text calls it: cited by an alias, it is entered under that. */
function withKey(paper: Paper, key: string): Paper {
  return paper.id === key ? paper : toPaper({ ...paper.fields, id: key });
}

/** Adds the papers of keys of a document, and lets the text cite them by the keys that their entries got. */
export async function addUnresolved(house: House, found: CitedDocument, keys: readonly string[]): Promise<void> {
  const catalogue = await house.catalogue();
  const papers: Paper[] = [];
  for (const key of keys) papers.push(await paperOf(house, catalogue, found, key));
  const { keys: entered, added } = await enterPapers(house, found.document, papers);
  const changed = keys.flatMap((key, at) => {
    const now = entered[at];
    return now === undefined || now === key ? [] : [[key, now] as const];
  });
  if (changed.length > 0) await citeBy(found, new Map(changed));
  if (added.length > 0) house.messages.done(vscode.l10n.t('Added {0} to the bibliography', added.join(', ')));
}

/** Replaces keys wherever the document and what it includes cite them. */
export async function citeBy(found: CitedDocument, keys: ReadonlyMap<string, string>): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const [from, to] of keys) {
    if (!found.markup.isLegalKey(to)) throw new UserError(vscode.l10n.t('A citation in this document cannot hold the key "{0}".', to));
    for (const { path, start, end } of found.cited.keys.get(from)?.places ?? []) {
      const uri = found.document.uri.with({ path });
      const document = await vscode.workspace.openTextDocument(uri);
      const range = rangeIn(document, { start, end });
      if (document.getText(range) === from) edit.replace(uri, range, to);
    }
  }
  if (edit.size > 0) await applyOrTell(edit);
}

async function paperOf(house: House, catalogue: Catalogue, found: CitedDocument, key: string): Promise<Paper> {
  const remedy = remedyFor(catalogue, key);
  if (remedy.kind === 'catalogue') return remedy.paper;
  if (remedy.kind === 'identifier') {
    const fields = await lookUp(house, remedy.identifier);
    const taken = (wanted: string) => found.bibliography.find(wanted) !== undefined;
    return toPaper({ ...fields, id: citationKey(fields, taken) });
  }
  const added = keyFrom(await vscode.commands.executeCommand(commandIds.addPaper));
  const shelved = added === undefined ? undefined : (await house.catalogue()).get(added);
  if (!shelved) throw new vscode.CancellationError();
  return shelved.paper;
}

/** @throws UserError for *not found* and for *could not check*, which say so in different words. */
async function lookUp(house: House, identifier: Identifier) {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Looking up {0}', identifier.id), cancellable: true }, async (_progress, token) => {
    const abort = abortOn(token);
    try {
      const answer = await (await house.lookUp()).lookUp(identifier, { signal: abort.signal, patience });
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      if (answer.kind === 'found') return answer.metadata.fields;
      throw new UserError(answer.kind === 'notFound' ? answer.message : vscode.l10n.t('Could not check {0}: {1}', identifier.id, answer.message));
    } finally {
      abort.dispose();
    }
  });
}
