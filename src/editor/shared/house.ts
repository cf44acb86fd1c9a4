/** What every feature is given. A feature takes what it needs from here and never imports another feature. */
import type * as vscode from 'vscode';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import type { Library } from '../../core/catalogue/library.js';
import type { AsyncReferenceFormatter } from '../../core/csl/format.js';
import type { LinkOptions } from '../../core/check/links.js';
import type { LookUp } from '../../core/metadata/index.js';
import type { Http } from '../../core/ports.js';
import type { ArrangementStore } from './arrangement.js';
import type { Bibliographies } from './bibliographies.js';
import type { CatalogueChanges } from './catalogue-changes.js';
import type { CiteIndex } from './cite-index.js';
import type { Messages } from './messages.js';
import type { Selection } from './selection.js';

export interface House {
  readonly context: vscode.ExtensionContext;
  readonly library: Library;
  readonly arrangement: ArrangementStore;
  readonly selection: Selection;
  readonly cites: CiteIndex;
  readonly bibliographies: Bibliographies;
  readonly changes: CatalogueChanges;
  readonly messages: Messages;
  readonly log: vscode.LogOutputChannel;
  /** The catalogue with every layer read. The first call is what starts the reading: nothing loads before it is needed. */
  catalogue(): Promise<Catalogue>;
  /** The metadata services; loaded when first used: most windows never look anything up. */
  lookUp(): Promise<LookUp>;
  /** What asks links whether they still lead somewhere; loaded when first used. */
  links(): Promise<Pick<LinkOptions, 'probe' | 'time'>>;
  /** What fetches lists that a person names by their addresses; loaded when first used. */
  sources(): Promise<Http>;
  /** Formats references in a thread of its own, which is started when first used. */
  formatter(): Promise<AsyncReferenceFormatter>;
  /** Whether every catalogue has been read once. */
  ready(): boolean;
}
