/** Finding, reading and writing bibliographies: the door through which those come in who load this part late. */
export { ensureEntry, findWork } from '../bibtex/ensure.js';
export { readBibtex } from '../bibtex/read.js';
export { findPaper, formatOf, formats } from '../bibliography/index.js';
export { applySplices } from '../yaml/splice.js';
export { findBibliographies, type FoundBibliography } from './discover.js';
