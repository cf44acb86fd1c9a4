/** Composition root: builds the house, registers the features, gives everything back on deactivation. */
import * as vscode from 'vscode';
import { Library } from './core/catalogue/library.js';
import type { LookUp } from './core/metadata/index.js';
import type { PaperFields } from './core/model/schema.js';
import { registerCatalogues } from './editor/catalogues.js';
import { showLookUpStatus } from './editor/look-up-status.js';
import { ArrangementStore } from './editor/shared/arrangement.js';
import { Bibliographies } from './editor/shared/bibliographies.js';
import { CiteIndex } from './editor/shared/cite-index.js';
import type { House } from './editor/shared/house.js';
import { Messages } from './editor/shared/messages.js';
import { readKeys } from './editor/shared/secrets.js';
import { Selection } from './editor/shared/selection.js';
import { readBases } from './editor/shared/settings.js';
import { loadYaml as yaml } from './editor/shared/load-yaml.js';
import { features } from './features.js';
import { StorageCache, fingerprint } from './host/cache.js';
import { WorkspaceFiles } from './host/files.js';
import { watchFolder } from './host/folder-watch.js';
import { time } from './host/time.js';

/** What other extensions get. */
export interface LitshelfApi {
  /** The papers of all catalogues, in the format of papers/*.yaml; resolves once every catalogue has been read. */
  papers(): Promise<readonly PaperFields[]>;
  /** Fires when papers were added, changed or removed. */
  readonly onDidChange: vscode.Event<void>;
}

/** Activation comes before the window is quiet; what nobody has asked for yet waits this long, in milliseconds. */
const idle = 2000;

export function activate(context: vscode.ExtensionContext): LitshelfApi {
  const log = vscode.window.createOutputChannel('Litshelf', { log: true });
  const messages = new Messages(log);
  const cache = new StorageCache(vscode.Uri.joinPath(context.globalStorageUri, 'snapshots'), log);
  const library = new Library({ files: new WorkspaceFiles(), cache, clock: time, log, fingerprint, yaml });
  const catalogues = registerCatalogues({ context, library, messages, log }, watchFolder);
  const cites = new CiteIndex();
  const bibliographies = new Bibliographies(cites);
  let lookUp: Promise<LookUp> | undefined;
  const house: House = {
    ...{ context, library, messages, log },
    arrangement: new ArrangementStore(context.workspaceState),
    selection: new Selection(),
    ...{ cites, bibliographies },
    ready: () => catalogues.ready,
    catalogue: async () => {
      await catalogues.open();
      return library.catalogue;
    },
    lookUp: () => (lookUp ??= openServices(context, log)),
    formatter: async () => (await import('./host/csl-engine.js')).formatter,
  };
  const changed = new vscode.EventEmitter<void>();
  const timer = setTimeout(() => messages.run(vscode.l10n.t('Reading the catalogues'), () => house.catalogue()), idle);
  context.subscriptions.push(log, library, catalogues, bibliographies, ...features.map((register) => register(house)));
  context.subscriptions.push(changed, library.onDidChange(() => changed.fire()), { dispose: () => clearTimeout(timer) });
  return { papers: async () => (await house.catalogue()).papers.map(({ paper }) => paper.fields), onDidChange: changed.event };
}

/** Loaded apart (see esbuild.mjs) and when first asked. */
async function openServices(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Promise<LookUp> {
  const { makeLookUp } = await import('./host/services.js');
  const { version } = context.extension.packageJSON as { version: string };
  const lookUp = makeLookUp(context.globalStorageUri.fsPath, version, log, { bases: () => readBases((text) => log.warn(text)), keys: () => readKeys(context.secrets) });
  context.subscriptions.push(lookUp, showLookUpStatus(lookUp));
  return lookUp;
}
