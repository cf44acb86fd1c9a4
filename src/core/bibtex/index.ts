/** BibTeX and biblatex. */
export type { Dialect } from './entry-type.js';
export { entryKey, toBibtex, toBibtexFile, type BibtexOptions } from './write.js';
