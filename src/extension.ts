/** Composition root: builds the house, registers the features, gives everything back on deactivation. */
import * as vscode from 'vscode';
import { Library } from './core/catalogue/library.js';
import type { PaperFields } from './core/model/schema.js';
import { registerArrangeCommands } from './editor/arrange-commands.js';
import { registerCatalogues } from './editor/catalogues.js';
import { registerPaperActions } from './editor/paper-actions.js';
import { registerPapersView } from './editor/papers-view/register.js';
import { registerProblems } from './editor/problems.js';
import { registerRowKeys } from './editor/row-keys.js';
import { ArrangementStore } from './editor/shared/arrangement.js';
import type { House } from './editor/shared/house.js';
import { Messages } from './editor/shared/messages.js';
import { Selection } from './editor/shared/selection.js';
import { StorageCache, fingerprint } from './host/cache.js';
import { clock } from './host/clock.js';
import { WorkspaceFiles } from './host/files.js';
import { watchFolder } from './host/folder-watch.js';

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
  const library = new Library({ files: new WorkspaceFiles(), cache, clock, log, fingerprint });
  const catalogues = registerCatalogues({ context, library, messages, log }, watchFolder);
  let ready = false;
  const house: House = {
    context,
    library,
    messages,
    log,
    arrangement: new ArrangementStore(context.workspaceState),
    selection: new Selection(),
    get ready() {
      return ready;
    },
    catalogue: async () => {
      await catalogues.open();
      ready = true;
      return library.catalogue;
    },
  };
  const features = [registerPapersView, registerPaperActions, registerArrangeCommands, registerRowKeys, registerProblems];
  context.subscriptions.push(log, library, catalogues, ...features.map((register) => register(house)));
  const changed = new vscode.EventEmitter<void>();
  const timer = setTimeout(() => messages.run(vscode.l10n.t('Reading the catalogues'), () => house.catalogue()), idle);
  context.subscriptions.push(changed, library.onDidChange(() => changed.fire()), { dispose: () => clearTimeout(timer) });
  return { papers: async () => (await house.catalogue()).papers.map(({ paper }) => paper.fields), onDidChange: changed.event };
}
