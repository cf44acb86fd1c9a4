/** What people do with papers and categories, as changes of files. */
export { addCategory, categoryId, deleteCategory, mergeCategory, moveCategory, papersIn, renameCategory } from './categories.js';
export { FilingError, type ConfigChange, type Filing, type PapersChange } from './changes.js';
export { dropPapers, type Carried } from './drop.js';
export { placeIn, type FieldValues } from './fields.js';
export { hidePapers, homeOf, markPapers, moveToLayer, refile, resetPapers, showPapers, tombstones, type Reading } from './papers.js';
export { mergeIntoFirst, needsTarget, rewritePapers, type Rewrite } from './rewrite.js';
