/** Finding, reading and writing bibliographies: the door through which those come in who load this part late. */
export { ensureEntry, findWork } from '../bibtex/ensure.js';
export { glanceBibtex } from '../bibtex/glance.js';
export { readBibtex } from '../bibtex/read.js';
export { checkBibliography, findPaper, formatOf, formats, type BibliographyFault, type BibliographyProblem } from '../bibliography/index.js';
export { applySplices, composeSplices } from '../yaml/splice.js';
export { findBibliographies, type FoundBibliography } from './discover.js';
export { moveOffset, nameBibliography, relativePath, type NamingSplice } from './name-bibliography.js';
export { candidates } from './paths.js';
export { namedFiles } from './bibliography.js';
export { missingBibliographies, unresolvedKeys } from './check-citations.js';
export { nearKeys } from './check-citations-near.js';
export { collectCited } from './cited.js';
export { uncitedEntries } from './cited-entries.js';
export { readFamily } from './cited-family.js';
