/** Changes that pages ask for, each as one WorkspaceEdit: one undo takes it back, and nothing is saved on the person's behalf. */
import * as vscode from 'vscode';
import { configFile, type LayerSource } from '../../core/catalogue/layer.js';
import { Slices } from '../../core/catalogue/slices.js';
import { fileCategories, isCategoryEdit, type CategoryEdit } from '../../core/editing/category-edits.js';
import type { PaperEdit } from '../../core/editing/plan.js';
import type { Filing } from '../../core/filing/index.js';
import type * as Yaml from '../../core/yaml/index.js';
import type { Splice } from '../../core/yaml/splice.js';
import type { Edit, Result } from '../../protocol.js';
import { pause } from '../shared/bibliographies.js';
import { exists } from '../shared/exists.js';
import type { House } from '../shared/house.js';
import { fileOf } from '../shared/layer-files.js';
import { UserError } from '../shared/messages.js';
import { readOpenTexts } from '../shared/up-to-date.js';
import { Stale } from './fault.js';
import type { Session } from './session.js';

export type FixEdit = Extract<Edit, { kind: 'fix' | 'fixAll' }>;

/** Quick fixes of the problems that pages show. */
export interface Fixes {
  /** @throws a sentence when there is no such fix any more */
  changes(edit: FixEdit): Promise<readonly Change[]>;
}

export interface Editing {
  readonly house: House;
  readonly session: Session;
  readonly yaml: typeof Yaml;
  readonly fixes: Fixes;
}

/** @throws Stale when the page saw another version; a sentence when it cannot be done; then nothing was changed */
export function makeEdit(editing: Editing, version: number | undefined, edit: Edit): Promise<Result<'edit'>> {
  const { session } = editing;
  return session.next(async () => {
    await session.bring();
    if (version !== undefined && version !== session.document.version) throw new Stale(vscode.l10n.t('The text was changed meanwhile.'));
    if (session.readOnly !== '') throw new UserError(session.readOnly);
    const before = new Set(session.sheet.table.rows.map(({ row }) => row.row));
    await apply(await changesOf(editing, edit));
    await session.bring();
    return { version: session.sheet.version, rows: session.sheet.table.rows.map(({ row }) => row.row).filter((row) => !before.has(row)) };
  });
}

/** Splices of one document, made of the text that it had in that version; or a file that is to be made. */
export type Change = { readonly document: vscode.TextDocument; readonly version: number; readonly splices: readonly Splice[] } | { readonly created: vscode.Uri; readonly text: string };

async function changesOf(editing: Editing, edit: Edit): Promise<readonly Change[]> {
  const { session, house, fixes } = editing;
  if (isCategoryEdit(edit)) return categoryChanges(editing, edit);
  if (edit.kind === 'fix' || edit.kind === 'fixAll') return fixes.changes(edit);
  const work = session.sheet.splices(edit satisfies PaperEdit, (key) => house.library.catalogue.get(key) !== undefined);
  const { version } = session.sheet;
  return [{ document: session.document, version, splices: await new Slices({ now: () => performance.now(), pause }).run(work) }];
}

async function categoryChanges(editing: Editing, edit: CategoryEdit): Promise<Change[]> {
  const { house, session } = editing;
  await readOpenTexts(house);
  const target = session.layer;
  if (!target) throw new UserError(vscode.l10n.t('{0} belongs to no catalogue: there is no catalog.yaml beside it whose categories could be changed.', session.name));
  return filingChanges(editing, fileCategories(edit, house.library.catalogue, target));
}

/** The documents that a filing changes, opened where they are not: VS Code shows them as changed, and a person saves them. Missing files are made. */
async function filingChanges({ yaml }: Editing, { papers, config }: Filing): Promise<Change[]> {
  const change = async (layer: LayerSource, name: string, empty: string, edit: (text: string) => readonly Splice[]): Promise<Change> => {
    const uri = fileOf(layer, name);
    if (!(await exists(uri))) return { created: uri, text: yaml.applySplices(empty, edit(empty)) };
    const document = await vscode.workspace.openTextDocument(uri);
    return { document, version: document.version, splices: edit(document.getText()) };
  };
  const changes: Change[] = [];
  for (const { layer, changes: made } of config) changes.push(await change(layer, configFile, `title: ${JSON.stringify(layer.name)}\n`, (text) => yaml.editConfig(text, made)));
  for (const { layer, file, changes: made } of papers) changes.push(await change(layer, file, '', (text) => yaml.editPapers(text, made)));
  return changes;
}

/** @throws Stale when a text is no longer what the change was made of; UserError when VS Code refuses */
export async function apply(changes: readonly Change[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const touched = changes.flatMap((change) => ('document' in change && change.splices.length > 0 ? [change] : []));
  const stale = (): boolean => touched.some(({ document, version }) => document.version !== version);
  // what was read, or planned, in slices: the places are those of the text before
  if (stale()) throw new Stale(vscode.l10n.t('The text was changed meanwhile.'));
  for (const { document, splices } of touched) for (const { start, end, text } of splices) edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  for (const change of changes) if ('created' in change) edit.createFile(change.created, { contents: new TextEncoder().encode(change.text) });
  if (edit.size === 0 || (await vscode.workspace.applyEdit(edit))) return;
  if (stale()) throw new Stale(vscode.l10n.t('The text was changed meanwhile.'));
  throw new UserError(vscode.l10n.t('{0} could not be changed; it may be read-only.', touched.map(({ document }) => vscode.workspace.asRelativePath(document.uri)).join(', ')));
}
