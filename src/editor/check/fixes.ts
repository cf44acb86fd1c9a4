/** Quick fixes of what was found in catalogues: one, all of a kind in a file, all of a file. */
import * as vscode from 'vscode';
import { configFile, type Layer } from '../../core/catalogue/layer.js';
import { Slices } from '../../core/catalogue/slices.js';
import type { Found } from '../../core/check/index.js';
import { lineStarts } from '../../core/model/text.js';
import type { Splice } from '../../core/yaml/splice.js';
import { commandIds } from '../../contributions.js';
import { severitiesFor } from '../shared/check-severity.js';
import type { House } from '../shared/house.js';
import { catalogueFileIn, fileOf } from '../shared/layer-files.js';
import { loadCheck } from '../shared/load-check.js';
import { loadYaml } from '../shared/load-yaml.js';
import { clock, rangeOf, textOf, untilCancelled, type CheckedFile, type Checker } from './checker.js';

/** What VS Code asks for on save and in *Source Action…*. */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('litshelf');

/** What an update brings: the services know it. */
const updatable: ReadonlySet<string> = new Set(['unchecked', 'no-title', 'no-authors', 'no-date', 'author-et-al', 'placeholder']);

/** Its edit is made when it is chosen: of a large file it takes a while. */
class FixAction extends vscode.CodeAction {
  constructor(title: string, kind: vscode.CodeActionKind, readonly document: vscode.TextDocument, readonly edits: (token: vscode.CancellationToken) => Promise<readonly Splice[]>) {
    super(title, kind);
  }
}

export class CatalogueFixes implements vscode.CodeActionProvider {
  constructor(private readonly house: House, private readonly checker: Checker) {}

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range, { only, diagnostics }: vscode.CodeActionContext, token: vscode.CancellationToken): Promise<vscode.CodeAction[]> {
    const layer = this.#layerOf(document.uri);
    if (!layer) return [];
    const actions: vscode.CodeAction[] = [];
    if (only?.contains(fixAllKind) === true || (only && fixAllKind.contains(only))) actions.push(this.#fixAll(document, layer, vscode.l10n.t('Fix all problems that Litshelf can fix'), fixAllKind, () => true));
    if (only && !only.contains(vscode.CodeActionKind.QuickFix) && !vscode.CodeActionKind.QuickFix.contains(only)) return actions;
    const file = await this.checker.of(document, token);
    if (!file || token.isCancellationRequested) return actions;
    const starts = lineStarts(file.text);
    const offered = new Set<string>();
    for (const one of file.found) {
      const place = rangeOf(starts, one);
      if (place.intersection(range) === undefined) continue;
      const about = diagnostics.filter((diagnostic) => diagnostic.source === 'Litshelf' && diagnostic.message === one.message);
      for (const action of this.#actionsFor(document, layer, file, one)) {
        action.diagnostics = about;
        actions.push(action);
      }
      if (offered.has(one.code)) continue;
      offered.add(one.code);
      const same = file.found.filter(({ code, fix }) => code === one.code && fix?.safe === true);
      if (same.length > 1) {
        const all = this.#fixAll(document, layer, vscode.l10n.t('Fix all {0} of this kind in this file ({1})', same.length, one.code), vscode.CodeActionKind.QuickFix, ({ code }) => code === one.code);
        all.diagnostics = about;
        actions.push(all);
      }
    }
    return actions;
  }

  async resolveCodeAction(action: vscode.CodeAction, token: vscode.CancellationToken): Promise<vscode.CodeAction> {
    if (!(action instanceof FixAction) || action.edit) return action;
    const { document } = action;
    const { version } = document;
    const splices = await action.edits(token);
    // an edit of an older text would hit the wrong places
    if (token.isCancellationRequested || document.version !== version) throw new vscode.CancellationError();
    const edit = new vscode.WorkspaceEdit();
    for (const { start, end, text } of splices) edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    action.edit = edit;
    return action;
  }

  #layerOf(uri: vscode.Uri): Layer | undefined {
    return this.house.library.catalogue.layers.find(({ source }) => source.kind !== 'bundled' && catalogueFileIn(source, uri) !== undefined);
  }

  #actionsFor(document: vscode.TextDocument, layer: Layer, file: CheckedFile, one: Found): vscode.CodeAction[] {
    const actions: vscode.CodeAction[] = [];
    const { fix, paper } = one;
    // what would change another file is for that file to offer
    if (fix && (fix.config === undefined || file.name === configFile)) {
      const action = new FixAction(fix.title, vscode.CodeActionKind.QuickFix, document, async () => {
        const { editConfig, editPapers } = await loadYaml();
        return fix.config === undefined ? editPapers(document.getText(), fix.papers, layer.files.get(file.name)) : editConfig(document.getText(), fix.config);
      });
      action.isPreferred = fix.safe;
      actions.push(action);
    }
    if (paper !== undefined && updatable.has(one.code)) actions.push(commandAction(vscode.l10n.t('Update the metadata of {0}…', paper), commandIds.updateMetadata, paper));
    if (paper !== undefined && one.code === 'preprint-published') actions.push(commandAction(vscode.l10n.t('Find the published version of {0}…', paper), commandIds.findPublishedVersion, paper));
    return actions;
  }

  #fixAll(document: vscode.TextDocument, layer: Layer, title: string, kind: vscode.CodeActionKind, wanted: (finding: Found) => boolean): vscode.CodeAction {
    return new FixAction(title, kind, document, async (token) => {
      const name = catalogueFileIn(layer.source, document.uri) ?? '';
      const { fixAll, surroundingsOf } = await loadCheck();
      const texts = new Map<string, string>();
      for (const file of [configFile, ...layer.files.keys(), name]) texts.set(file, file === name ? document.getText() : await textOf(fileOf(layer.source, file)));
      const options = { severities: severitiesFor(layer), around: surroundingsOf(this.house.library.catalogue, layer), wanted: (finding: Found) => finding.file === name && wanted(finding) };
      const { splices } = await new Slices(clock).run(untilCancelled(fixAll(texts, options), token));
      return splices.get(name) ?? [];
    });
  }
}

function commandAction(title: string, command: string, key: string): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command, arguments: [key] };
  return action;
}
