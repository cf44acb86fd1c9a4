/** Which catalogue is published: one of the workspace by itself, as the command line sees it, or all of them as one. */
import * as vscode from 'vscode';
import type { Layer } from '../../core/catalogue/layer.js';
import { toPaper } from '../../core/model/paper.js';
import type { Publishable } from '../../core/publish/with-export.js';
import type { House } from '../shared/house.js';

export interface Source extends Publishable {
  readonly name: string;
}

/** @param file what is written to: a catalogue of its workspace folder goes before others. @throws CancellationError when the person is asked and dismisses it */
export async function sourceFor(house: House, file: vscode.Uri | undefined): Promise<Source> {
  const catalogue = await house.catalogue();
  const layers = catalogue.layers.filter(({ source, files }) => source.kind === 'workspace' && files.size > 0);
  const folder = file === undefined ? undefined : vscode.workspace.getWorkspaceFolder(file);
  const near = folder === undefined ? [] : layers.filter(({ source }) => source.root.startsWith(folder.uri.toString()));
  const choices = near.length > 0 ? near : layers;
  const [only] = choices;
  if (choices.length === 1 && only) return ofLayer(only);
  const all: Source = { name: vscode.l10n.t('All catalogues'), categories: catalogue.categories, lists: catalogue.lists, papers: catalogue.papers.map(({ paper }) => paper) };
  if (choices.length === 0) return all;
  const items = [...choices.map(ofLayer), all].map((source) => ({ label: source.name, description: papersIn(source.papers.length), source }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Publish List'), placeHolder: vscode.l10n.t('Which catalogue?') });
  if (!picked) throw new vscode.CancellationError();
  return picked.source;
}

function ofLayer({ source, config, files }: Layer): Source {
  const fields = [...files.values()].flatMap(({ entries }) => entries.map((entry) => entry.fields)).filter(({ removed }) => removed !== true);
  return { ...config, name: source.name, papers: fields.map(toPaper) };
}

export function papersIn(count: number): string {
  return count === 1 ? vscode.l10n.t('1 paper') : vscode.l10n.t('{0} papers', count);
}
