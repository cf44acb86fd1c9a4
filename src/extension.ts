/** Composition root: builds the house, registers the features, gives everything back on deactivation. */
import * as vscode from 'vscode';
import type { LitshelfApi } from './api.js';
import { Library } from './core/catalogue/library.js';
import type { LookUp } from './core/metadata/index.js';
import { registerCatalogues } from './editor/catalogues.js';
import { ArrangementStore } from './editor/shared/arrangement.js';
import { Bibliographies } from './editor/shared/bibliographies.js';
import { BibliographyChoice } from './editor/shared/bibliography-choice.js';
import { CatalogueChanges } from './editor/shared/catalogue-changes.js';
import { CiteIndex } from './editor/shared/cite-index.js';
import { FileWriter } from './editor/shared/file-writer.js';
import type { House } from './editor/shared/house.js';
import { Messages } from './editor/shared/messages.js';
import { Selection } from './editor/shared/selection.js';
import { loadYaml as yaml } from './editor/shared/load-yaml.js';
import { features } from './features.js';
import { AtomicFiles } from './host/atomic-file.js';
import { StorageCache, fingerprint } from './host/cache.js';
import { CslThread } from './host/csl-thread.js';
import { localFiles, WorkspaceFiles } from './host/files.js';
import { watchFolder } from './host/folder-watch.js';
import { time } from './host/time.js';
import { openLinks, openServices, openSources } from './open-services.js';
import { registerLate } from './register-late.js';

/** Activation comes before the window is quiet; what nobody has asked for yet waits this long, in milliseconds. */
const idle = 2000;

export function activate(context: vscode.ExtensionContext): LitshelfApi {
  const log = vscode.window.createOutputChannel('Litshelf', { log: true });
  const messages = new Messages(log);
  const cache = new StorageCache(vscode.Uri.joinPath(context.globalStorageUri, 'snapshots'), log);
  const library = new Library({ files: new WorkspaceFiles(), cache, clock: time, log, fingerprint, yaml });
  const catalogues = registerCatalogues({ context, library, messages, log }, watchFolder);
  const cites = new CiteIndex();
  const bibliographies = new Bibliographies(cites, new BibliographyChoice(context.workspaceState), localFiles);
  const formatter = new CslThread(context.asAbsolutePath('dist/csl-worker.js'));
  let lookUp: Promise<LookUp> | undefined;
  const house: House = {
    ...{ context, library, messages, log },
    arrangement: new ArrangementStore(context.workspaceState),
    selection: new Selection(),
    ...{ cites, bibliographies },
    changes: new CatalogueChanges(library, new FileWriter(new AtomicFiles(vscode.Uri.joinPath(context.globalStorageUri, 'locks').fsPath, time))),
    ready: () => catalogues.ready,
    catalogue: async () => {
      await catalogues.open();
      return library.catalogue;
    },
    lookUp: () => (lookUp ??= openServices(context, log)),
    ...{ links: () => openLinks(context), sources: () => openSources(context), formatter: () => Promise.resolve(formatter) },
  };
  const changed = new vscode.EventEmitter<void>();
  const timer = setTimeout(() => messages.run(vscode.l10n.t('Reading the catalogues'), () => house.catalogue()), idle);
  context.subscriptions.push(log, library, catalogues, bibliographies, formatter, ...features.map((register) => register(house)), registerLate(house));
  context.subscriptions.push(changed, library.onDidChange(() => changed.fire()), { dispose: () => clearTimeout(timer) });
  return { papers: async () => (await house.catalogue()).papers.map(({ paper }) => paper.fields), onDidChange: changed.event };
}
