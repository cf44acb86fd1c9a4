/**
 * BibTeX and biblatex: writing, reading and editing. Code that runs at start-up imports from `write.js` instead: this door brings the
 * reader and its tables along.
 */
export type { Dialect } from './entry-type.js';
export type { Protection } from './protect.js';
export { entryKey, toBibtex, toBibtexFile, type BibtexOptions } from './write.js';
export * from './read.js';
export { addEntry, BibEditError, removeEntry, removeRange, replaceField, type AddOptions, type BibSource } from './edit.js';
export { renameKey } from './rename-key.js';
export { ensureEntry, findWork, type Ensured, type EnsureOptions } from './ensure.js';
export { detectDialect, detectStyle, detectUnicode } from './style.js';
export type { EntryStyle, LetterCase } from './print-entry.js';
