/**
 * Features that nobody needs in the first moment: in a bundle of their own, loaded a little later (see register-late.ts), so that the start
 * stays short. They share objects with the first bundle through the house, but no classes.
 */
import type { Disposable } from './core/ports.js';
import { registerAddPapers } from './editor/add-papers/register.js';
import { registerCheck } from './editor/check/register.js';
import { registerChooseBibliography } from './editor/choose-bibliography.js';
import { registerCiteDiagnostics } from './editor/cite-diagnostics/register.js';
import { registerCitedHere } from './editor/cited-here/register.js';
import { registerDropAndPaste } from './editor/drop-and-paste.js';
import { registerExport } from './editor/export/register.js';
import { registerCatalogueCommands } from './editor/filing/catalogues.js';
import { registerCategoryFiling } from './editor/filing/categories.js';
import { registerDrop } from './editor/filing/drop.js';
import { registerPaperFiling } from './editor/filing/papers.js';
import { registerReading } from './editor/filing/reading.js';
import { registerImport } from './editor/import/register.js';
import { registerInsertBibliography } from './editor/insert-bibliography/register.js';
import { registerInsertEntry } from './editor/insert-entry.js';
import { registerInsertReference } from './editor/insert-reference.js';
import { registerNavigation } from './editor/navigation/register.js';
import { registerPublish } from './editor/publish/register.js';
import { registerRevise } from './editor/revise/register.js';
import type { House } from './editor/shared/house.js';

export const lateFeatures: readonly ((house: House) => Disposable)[] = [
  registerCiteDiagnostics,
  registerCheck,
  registerCitedHere,
  registerChooseBibliography,
  registerInsertEntry,
  registerInsertReference,
  registerInsertBibliography,
  registerNavigation,
  registerReading,
  registerPaperFiling,
  registerCategoryFiling,
  registerCatalogueCommands,
  registerDrop,
  registerRevise,
  registerPublish,
  registerExport,
  registerImport,
  registerDropAndPaste,
  registerAddPapers,
];
