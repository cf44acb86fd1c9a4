/** Every feature, in the order in which they are registered. A feature registers itself and knows no other. */
import type { Disposable } from './core/ports.js';
import { registerArrangeCommands } from './editor/arrange-commands.js';
import { registerBibliographyStatus } from './editor/bibliography-status.js';
import { registerChooseBibliography } from './editor/choose-bibliography.js';
import { registerCitePaper } from './editor/cite-paper.js';
import { registerCompletion } from './editor/completion/register.js';
import { registerCiteDiagnostics } from './editor/cite-diagnostics/register.js';
import { registerCitedHere } from './editor/cited-here/register.js';
import { registerDocumentLinks } from './editor/document-links.js';
import { registerDropAndPaste } from './editor/drop-and-paste.js';
import { registerEntryActions } from './editor/entry-actions.js';
import { registerInsertEntry } from './editor/insert-entry.js';
import { registerCatalogueCommands } from './editor/filing/catalogues.js';
import { registerCategoryFiling } from './editor/filing/categories.js';
import { registerPaperFiling } from './editor/filing/papers.js';
import { registerReading } from './editor/filing/reading.js';
import { registerHover } from './editor/hover.js';
import { registerIdentifierActions } from './editor/identifier-actions.js';
import { registerInsertBibliography } from './editor/insert-bibliography/register.js';
import { registerInsertReference } from './editor/insert-reference.js';
import { registerInsertCitation } from './editor/insert-citation/register.js';
import { registerLogCommand } from './editor/log-command.js';
import { registerOpenLinks } from './editor/open-links.js';
import { registerPaperActions } from './editor/paper-actions.js';
import { registerPapersView } from './editor/papers-view/register.js';
import { registerProblems } from './editor/problems.js';
import { registerRowKeys } from './editor/row-keys.js';
import { registerServiceKeys } from './editor/service-keys.js';
import { registerNavigation } from './editor/navigation/register.js';
import type { House } from './editor/shared/house.js';
import { registerShowPaper } from './editor/show-paper.js';

export const features: readonly ((house: House) => Disposable)[] = [
  registerPapersView,
  registerPaperActions,
  registerOpenLinks,
  registerArrangeCommands,
  registerRowKeys,
  registerProblems,
  registerCiteDiagnostics,
  registerCitedHere,
  registerCitePaper,
  registerBibliographyStatus,
  registerChooseBibliography,
  registerInsertEntry,
  registerInsertCitation,
  registerDropAndPaste,
  registerInsertReference,
  registerInsertBibliography,
  registerHover,
  registerCompletion,
  registerNavigation,
  registerEntryActions,
  registerDocumentLinks,
  registerShowPaper,
  registerIdentifierActions,
  registerServiceKeys,
  registerLogCommand,
  registerReading,
  registerPaperFiling,
  registerCategoryFiling,
  registerCatalogueCommands,
];
