/** *Import…*: a public list or a bibliography into a catalogue, looked at before anything is written. */
import * as vscode from 'vscode';
import { commandIds, internalCommandIds } from '../../contributions.js';
import type { Layer } from '../../core/catalogue/layer.js';
import type { Disposable } from '../../core/ports.js';
import { registerCommands } from '../shared/commands.js';
import { Disposables } from '../shared/disposables.js';
import type { House } from '../shared/house.js';
import { UserError } from '../shared/messages.js';
import { knownTarget, personalLayer, targetLayer, writableLayers } from '../shared/target-catalogue.js';
import { readArguments, type ImportArguments } from './arguments.js';
import { FetchedTexts } from './fetched.js';
import { chooseInput, readInputAt } from './input.js';
import { ImportJob, type Imported } from './job.js';
import { mapSection } from './map-section.js';
import { ImportPreview } from './preview.js';

export function registerImport(house: House): Disposable {
  const disposables = new Disposables();
  const preview = disposables.add(new ImportPreview(house));
  const fetched = disposables.add(new FetchedTexts());
  const section = (row: unknown) => {
    const found = preview.sectionOf(row);
    if (!found || !preview.job) throw new UserError(vscode.l10n.t('Choose a section in the view Import first.'));
    return { job: preview.job, found };
  };
  disposables.add(
    registerCommands(house, {
      [commandIds.importList]: [vscode.l10n.t('Import'), (argument) => importList(house, preview, readArguments(argument))],
      [commandIds.importTicked]: [vscode.l10n.t('Import'), () => promised(() => preview.answer(true))],
      [commandIds.cancelImport]: [vscode.l10n.t('Import'), () => promised(() => preview.answer(false))],
      [commandIds.tickNewOnly]: [vscode.l10n.t('Tick New Only'), () => promised(() => preview.tickNewOnly())],
      [commandIds.mapSection]: [
        vscode.l10n.t('Map to Category'),
        async (row) => {
          const { job, found } = section(row);
          await mapSection(house, job, found);
          await preview.look();
        },
      ],
      [commandIds.skipSection]: [vscode.l10n.t('Do Not Import Section'), (row) => promised(() => preview.skip(section(row).found))],
      [internalCommandIds.tickFocused]: [vscode.l10n.t('Import'), () => preview.tickFocused()],
      [internalCommandIds.importRowClicked]: [
        vscode.l10n.t('Show in the List'),
        async (line) => {
          if (preview.job && typeof line === 'number' && !preview.isEcho(line)) await fetched.show(preview.job.input, line);
        },
      ],
    }),
  );
  return disposables;
}

function promised(work: () => void): Promise<void> {
  return Promise.resolve().then(work);
}

/** @returns what it did @throws CancellationError when the person does not want it */
async function importList(house: House, preview: ImportPreview, { uri, into, silent }: ImportArguments): Promise<Imported> {
  const input = uri === undefined ? await chooseInput(house) : await readInputAt(house, uri, silent);
  const layer = into !== undefined ? await layerNamed(house, into) : silent ? ((await knownTarget(house)) ?? (await personalLayer(house))) : await targetLayer(house);
  const title = vscode.l10n.t('Reading {0}', input.label);
  const job = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => ImportJob.open(house, input, layer));
  if (!silent && !(await preview.ask(job))) throw new vscode.CancellationError();
  const { imported, label, report, changed } = await job.write();
  if (silent) {
    house.messages.done(label);
    return imported;
  }
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: report }), { preview: false });
  if (changed) house.messages.changed(label);
  else house.messages.done(vscode.l10n.t('Nothing new in {0}', input.label));
  return imported;
}

/** A catalogue by its name, its folder or its id. */
async function layerNamed(house: House, into: string): Promise<Layer> {
  if (into === 'personal') return personalLayer(house);
  const layers = await writableLayers(house);
  const folder = (root: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(root), false);
  const plain = into.replace(/\/+$/u, '');
  const found = layers.find(({ source }) => [source.id, source.name, source.root.replace(/\/+$/u, ''), folder(source.root), vscode.Uri.parse(source.root).fsPath.replace(/[\\/]+$/u, '')].includes(plain));
  if (!found) throw new UserError(vscode.l10n.t('There is no catalogue "{0}" that can be written to. There are: {1}.', into, layers.map(({ source }) => source.name).join(', ')));
  return found;
}
