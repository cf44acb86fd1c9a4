/** Quick fixes of keys that no bibliography has, and of bibliographies that are not there. */
import * as vscode from 'vscode';
import { addUnresolved, remedyFor, type Remedy } from '../shared/add-unresolved.js';
import type { House } from '../shared/house.js';
import { loadBibliography } from '../shared/load-bibliography.js';
import { nameOf } from './check-document.js';
import type { Checker } from './checker.js';
import type { MissingFile, UnresolvedKey } from './finding.js';
import type { Fix } from './fixes.js';

export async function unresolvedFixes(house: House, checker: Checker, finding: UnresolvedKey): Promise<Fix[]> {
  const { key, in: found } = finding;
  const { nearKeys } = await loadBibliography();
  const near = nearKeys(key, found.bibliography.files.flatMap(({ bibliography }) => bibliography.entries.map((entry) => entry.key))).filter((one) => found.markup.isLegalKey(one));
  const catalogue = await house.catalogue();
  const remedy = remedyFor(catalogue, key);
  const target = nameOf(found.bibliography.files[0]?.uri.path ?? '');
  const fixes: Fix[] = near.map((one) => ({ title: vscode.l10n.t('Change to "{0}"', one), preferred: near.length === 1 && remedy.kind === 'unknown', edit: replaced(finding, one) }));
  const add = () => addUnresolved(house, found, [key]);
  if (remedy.kind === 'catalogue') {
    fixes.unshift({ title: vscode.l10n.t('Add "{0}" from the catalogue to {1}', remedy.paper.id, target), preferred: true, apply: add });
    const others = new Set(checker.of(finding.uri, 'unresolved-key').filter((other) => remedyFor(catalogue, other.key).kind === 'catalogue').map((other) => other.key));
    if (others.size > 1) fixes.push({ title: vscode.l10n.t('Add all {0} keys that the catalogue has to {1}', others.size, target), apply: () => addUnresolved(house, found, [...others]) });
    return fixes;
  }
  fixes.push(...fromCatalogue(house, finding, nearKeys(key, catalogue.papers.map(({ paper }) => paper.id), 2), near));
  fixes.push({ title: lookUpTitle(remedy, target), preferred: remedy.kind === 'identifier', apply: add });
  return fixes;
}

function lookUpTitle(remedy: Remedy, target: string): string {
  return remedy.kind === 'identifier' ? vscode.l10n.t('Look up {0} and add it to {1}', remedy.identifier.id, target) : vscode.l10n.t('Add a paper by its identifier to {0}…', target);
}

/** Keys of the catalogue that the misspelt one resembles, and that the bibliography lacks. */
function fromCatalogue(house: House, finding: UnresolvedKey, keys: readonly string[], known: readonly string[]): Fix[] {
  return keys.filter((key) => !known.includes(key) && finding.in.bibliography.find(key) === undefined && finding.in.markup.isLegalKey(key)).map((key) => ({
    title: vscode.l10n.t('Change to "{0}" and add it from the catalogue', key),
    apply: async () => {
      await addUnresolved(house, finding.in, [key]);
      await vscode.workspace.applyEdit(replaced(finding, key));
    },
  }));
}

function replaced({ uri, range }: UnresolvedKey, key: string): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, range, key);
  return edit;
}

/** The smallest text that is a bibliography of its format. */
export function createFix({ file }: MissingFile): Fix {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { ignoreIfExists: true });
  if (/\.json$/iu.test(file.path)) edit.insert(file, new vscode.Position(0, 0), '[]\n');
  return { title: vscode.l10n.t('Create {0}', vscode.workspace.asRelativePath(file)), preferred: true, edit };
}
