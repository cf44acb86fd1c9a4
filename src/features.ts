/** Every feature, in the order in which they are registered. A feature registers itself and knows no other. */
import type { Disposable } from './core/ports.js';
import { registerArrangeCommands } from './editor/arrange-commands.js';
import { registerCitePaper } from './editor/cite-paper.js';
import { registerDocumentLinks } from './editor/document-links.js';
import { registerHover } from './editor/hover.js';
import { registerIdentifierActions } from './editor/identifier-actions.js';
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
  registerHover,
  registerDocumentLinks,
  registerShowPaper,
  registerIdentifierActions,
  registerServiceKeys,
  registerLogCommand,
];
