/** The features that are there from the start, in the order in which they are registered; late-features.ts has the others. A feature registers itself and knows no other. */
import type { Disposable } from './core/ports.js';
import { registerArrangeCommands } from './editor/arrange-commands.js';
import { registerBibliographyStatus } from './editor/bibliography-status.js';
import { registerCatalogueEditor } from './editor/catalogue-editor/register.js';
import { registerCitePaper } from './editor/cite-paper.js';
import { registerCompletion } from './editor/completion/register.js';
import { registerDocumentLinks } from './editor/document-links.js';
import { registerEntryActions } from './editor/entry-actions.js';
import { registerHover } from './editor/hover.js';
import { registerIdentifierActions } from './editor/identifier-actions.js';
import { registerInsertCitation } from './editor/insert-citation/register.js';
import { registerLogCommand } from './editor/log-command.js';
import { registerOpenLinks } from './editor/open-links.js';
import { registerPaperActions } from './editor/paper-actions.js';
import { registerPapersView } from './editor/papers-view/register.js';
import { registerProblems } from './editor/problems.js';
import { registerRowKeys } from './editor/row-keys.js';
import { registerServiceKeys } from './editor/service-keys.js';
import type { House } from './editor/shared/house.js';
import { registerShowPaper } from './editor/show-paper.js';

export const features: readonly ((house: House) => Disposable)[] = [
  registerPapersView,
  registerPaperActions,
  registerOpenLinks,
  registerArrangeCommands,
  registerRowKeys,
  registerProblems,
  registerCitePaper,
  registerBibliographyStatus,
  registerInsertCitation,
  registerHover,
  registerCompletion,
  registerEntryActions,
  registerDocumentLinks,
  registerShowPaper,
  registerIdentifierActions,
  registerServiceKeys,
  registerLogCommand,
  registerCatalogueEditor,
];
