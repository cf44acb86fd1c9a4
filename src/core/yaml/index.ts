/** Reading and editing catalogue files: the door through which everybody who loads this part late comes in. */
export { editConfig } from './edit-config.js';
export { EditError, editPapers, type PaperAddress, type PaperChange, type PaperPlace, type ValueChange } from './edit.js';
export { fieldRanges, itemsOfFile, writtenFields } from './items.js';
export { printPaper } from './print.js';
export { readConfig } from './read-config.js';
export { readPapers, readPapersNow, type PaperEntry, type PapersFile } from './read-papers.js';
export { applySplices, invertSplices, type Splice } from './splice.js';
