/** Problems of the catalogues in VS Code's Problems panel, and the command that leads to the first one. */
import * as vscode from 'vscode';
import { commandIds, settingKeys } from '../contributions.js';
import type { Catalogue } from '../core/catalogue/catalogue.js';
import type { Problem } from '../core/model/problem.js';
import type { Disposable } from '../core/ports.js';
import { catalogueDiagnostic, severitiesFor } from './shared/check-severity.js';
import { Disposables } from './shared/disposables.js';
import type { House } from './shared/house.js';
import { problemsOf, type LayerProblem } from './shared/layer-problems.js';
import { fileOf } from './shared/layer-files.js';
import { onSettingChange } from './shared/settings.js';
import { showPlace } from './shared/show-place.js';

export function registerProblems(house: House): Disposable {
  const disposables = new Disposables();
  const collection = disposables.add(vscode.languages.createDiagnosticCollection('litshelf'));
  let shown = new Map<string, readonly Problem[]>();

  const refresh = (after: Catalogue, anew = false) => {
    const byFile = new Map<string, LayerProblem[]>();
    for (const one of problemsOf(after)) {
      const uri = fileOf(one.layer.source, one.problem.file).toString();
      const known = byFile.get(uri);
      if (known) known.push(one);
      else byFile.set(uri, [one]);
    }
    for (const uri of shown.keys()) if (!byFile.has(uri)) collection.delete(vscode.Uri.parse(uri));
    const now = new Map<string, readonly Problem[]>();
    for (const [uri, found] of byFile) {
      const problems = found.map(({ problem }) => problem);
      now.set(uri, problems);
      const before = shown.get(uri);
      if (anew || before?.length !== problems.length || problems.some((problem, at) => problem !== before[at])) collection.set(vscode.Uri.parse(uri), found.flatMap((one) => toDiagnostic(house.context, one)));
    }
    shown = now;
  };
  disposables.add(house.library.onDidChange(({ before, after }) => refresh(after, after.layers.some(({ config }, at) => config.check !== before.layers[at]?.config.check))));
  disposables.add(onSettingChange([settingKeys.checkSeverity], () => refresh(house.library.catalogue, true)));

  disposables.add(
    vscode.commands.registerCommand(commandIds.showProblems, async () => {
      const [first] = problemsOf(await house.catalogue());
      if (!first) {
        house.messages.done(vscode.l10n.t('No catalogue has a problem.'));
        return;
      }
      await showPlace(fileOf(first.layer.source, first.problem.file), first.problem.range);
      await vscode.commands.executeCommand('workbench.actions.view.problems');
    }),
  );
  return disposables;
}

/** None for what is switched off. */
function toDiagnostic(context: vscode.ExtensionContext, { layer, problem }: LayerProblem): vscode.Diagnostic[] {
  const severity = severitiesFor(layer)[problem.rule] ?? problem.severity;
  if (severity === 'off') return [];
  const start = new vscode.Position(problem.line - 1, problem.column - 1);
  // problems carry one position and a length; a range over several lines ends where the first one does
  const end = start.translate(0, Math.max(1, Math.min(problem.range.end - problem.range.start, 200)));
  return [catalogueDiagnostic(context, new vscode.Range(start, end), problem.message, severity, problem.rule)];
}
