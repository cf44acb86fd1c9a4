import type { Event } from 'vscode';
import type { PaperFields } from './core/model/schema.js';

/** What other extensions get. */
export interface LitshelfApi {
  /** The papers of all catalogues, in the format of papers/*.yaml; resolves once every catalogue has been read. */
  papers(): Promise<readonly PaperFields[]>;
  /** Fires when papers were added, changed or removed. */
  readonly onDidChange: Event<void>;
}
