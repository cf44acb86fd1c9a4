/** Quick fixes of entries: duplicates, works that stand there twice, what nobody cites. */
import * as vscode from 'vscode';
import type { Entry } from '../../core/bibliography/types.js';
import { applyOrTell, openUnchanged, rangeIn, removeEntries } from '../shared/entry-edits.js';
import { showPlace } from '../shared/show-place.js';
import type { Checker } from './checker.js';
import type { EntryFinding } from './finding.js';
import type { Fix } from './fixes.js';
import { citeEverywhere } from './merge.js';

export function entryFixes(checker: Checker, finding: EntryFinding): Fix[] {
  const { kind, entry, earlier, file } = finding;
  if (!entry || kind === 'broken-entry') return [];
  const remove = (title: string, entries: readonly Entry[], preferred = false): Fix => ({ title, preferred, apply: () => taken(finding, entries) });
  if (kind === 'unused-entry') {
    const uncited = markedIn(checker, finding);
    return [remove(vscode.l10n.t('Remove the entry {0}', entry.key), [entry]), ...(uncited.length > 1 ? [remove(vscode.l10n.t('Remove all {0} entries that are marked as not cited', uncited.length), uncited)] : [])];
  }
  if (!earlier) return [];
  const goTo: Fix = { title: vscode.l10n.t('Go to the entry {0} on line {1}', earlier.entry.key, earlier.range.start.line + 1), apply: () => showPlace(finding.uri, earlier.entry.keyPlace) };
  if (kind === 'same-work-twice') {
    const merge: Fix = { title: vscode.l10n.t('Cite {0} instead, and remove this entry', earlier.entry.key), preferred: true, apply: () => citeEverywhere(checker, finding, entry, earlier.entry) };
    return [merge, remove(vscode.l10n.t('Remove the entry {0}', entry.key), [entry]), goTo];
  }
  const { text } = file.bibliography;
  const same = text.slice(entry.start, entry.end) === text.slice(earlier.entry.start, earlier.entry.end);
  const key = freeKey(entry.key, (wanted) => file.bibliography.find(wanted) !== undefined);
  const rename: Fix = { title: vscode.l10n.t('Give this entry the key "{0}"', key), apply: () => renamed(finding, entry, key) };
  return [remove(vscode.l10n.t('Remove this entry'), [entry], same), rename, goTo];
}

/** What is marked as unused, and no more: the marks are what a person saw. */
function markedIn(checker: Checker, finding: EntryFinding): Entry[] {
  const unused = checker.of(finding.uri, finding.kind);
  return unused.flatMap(({ kind, entry, file }) => (kind === 'unused-entry' && entry && file.bibliography === finding.file.bibliography ? [entry] : []));
}

async function taken({ file }: EntryFinding, entries: readonly Entry[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  await removeEntries(edit, file, entries);
  await applyOrTell(edit);
}

/** The key alone: what refers to it means the entry before. */
async function renamed({ file }: EntryFinding, entry: Entry, key: string): Promise<void> {
  const document = await openUnchanged(file);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(file.uri, rangeIn(document, entry.keyPlace), key);
  await applyOrTell(edit);
}

/** `wang2023` → `wang2023b`, as bibliographies number the works of a year. */
function freeKey(key: string, taken: (key: string) => boolean): string {
  for (const letter of 'bcdefghijklmnopqrstuvwxyz') if (!taken(key + letter)) return key + letter;
  for (let count = 2; ; count += 1) if (!taken(`${key}-${count}`)) return `${key}-${count}`;
}
