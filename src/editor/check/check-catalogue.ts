/** *Check Catalogue*: all rules over all catalogues of a person's own, told in a sentence; what can be fixed everywhere is fixed on request. */
import * as vscode from 'vscode';
import { configFile, type Layer } from '../../core/catalogue/layer.js';
import { Slices } from '../../core/catalogue/slices.js';
import type { Found } from '../../core/check/index.js';
import type { Filing } from '../../core/filing/index.js';
import type { Severity } from '../../core/model/problem.js';
import { severitiesFor } from '../shared/check-severity.js';
import type { House } from '../shared/house.js';
import { fileOf } from '../shared/layer-files.js';
import { loadCheck } from '../shared/load-check.js';
import type { MessageAction } from '../shared/messages.js';
import { readEverything } from '../shared/up-to-date.js';
import { clock, textOf, untilCancelled, type Checker } from './checker.js';

export interface Checked {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** How many can be fixed everywhere at once. */
  readonly fixable: number;
}

/** Checks, says how many problems there are, and shows them. */
export async function checkCatalogues(house: House, checker: Checker): Promise<Checked> {
  await readEverything(house);
  const own = house.library.catalogue.layers.filter(({ source }) => source.kind !== 'bundled');
  if (own.length === 0) {
    house.messages.tell(vscode.l10n.t('There is no catalogue of your own to check: the bundled one is in order.'));
    return { errors: 0, warnings: 0, notes: 0, fixable: 0 };
  }
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Checking the catalogues') }, () => checker.checkNow());
  const found = checker.files.flatMap((file) => file.found);
  const count = (wanted: Severity) => found.filter(({ severity }) => severity === wanted).length;
  const checked = { errors: count('error'), warnings: count('warning'), notes: count('info'), fixable: found.filter(({ fix }) => fix?.safe === true).length };
  if (found.length === 0) {
    house.messages.tell(vscode.l10n.t('Checked: no catalogue has a problem.'));
    return checked;
  }
  const fix: MessageAction = { title: vscode.l10n.t('Fix {0} Problems', checked.fixable), run: () => house.messages.run(vscode.l10n.t('Fix All'), () => fixEverything(house)) };
  house.messages.tell(sentence(checked), ...(checked.fixable > 0 ? [fix] : []));
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  return checked;
}

function sentence({ errors, warnings, notes, fixable }: Checked): string {
  const counts = [
    errors === 0 ? '' : errors === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', errors),
    warnings === 0 ? '' : warnings === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warnings),
    notes === 0 ? '' : notes === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', notes),
  ].filter(Boolean).join(', ');
  return fixable === 0 ? vscode.l10n.t('Checked: {0}.', counts) : vscode.l10n.t('Checked: {0}. {1} can be fixed at once.', counts, fixable);
}

/** One change of all catalogues, which can be taken back. */
export async function fixEverything(house: House): Promise<number> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Fixing the catalogues'), cancellable: true }, async (_, token) => {
    const papers: Filing['papers'][number][] = [];
    let count = 0;
    for (const layer of (await house.catalogue()).layers.filter(({ source }) => source.kind !== 'bundled')) {
      const fixed = await fixesOf(house, layer, token);
      count += fixed.length;
      const byFile = new Map<string, Found[]>();
      for (const one of fixed) byFile.set(one.file, [...(byFile.get(one.file) ?? []), one]);
      for (const [file, group] of byFile) papers.push({ layer: layer.source, file, changes: group.flatMap(({ fix }) => fix?.papers ?? []) });
    }
    const label = vscode.l10n.t('Fixed {0} problems', count);
    if (count > 0 && (await house.changes.make(label, { papers, config: [] }))) house.messages.changed(label);
    return count;
  });
}

/** What would be fixed in a layer, in the order in which one fix builds on the other. */
async function fixesOf(house: House, layer: Layer, token: vscode.CancellationToken): Promise<readonly Found[]> {
  const { fixAll, surroundingsOf } = await loadCheck();
  const texts = new Map<string, string>();
  for (const name of [configFile, ...layer.files.keys()]) texts.set(name, await textOf(fileOf(layer.source, name)));
  const work = fixAll(texts, { severities: severitiesFor(layer), around: surroundingsOf(house.library.catalogue, layer) });
  return (await new Slices(clock).run(untilCancelled(work, token))).fixed;
}
