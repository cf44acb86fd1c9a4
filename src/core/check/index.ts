/** Checks of catalogues: the rules, what they find, and fixes. Loaded late by the editor (see load-check.ts). */
export type { CheckedCatalogue, CheckedRecord, CheckFinding, CheckFix, CheckRule, Found, Severities } from './check.js';
export { checkedCatalogue, checkedRecord, type Surroundings } from './checked.js';
export { codeNames, isCode, rulesOf, severitiesIn, severityOf } from './codes.js';
export { checkFiles, readerFindings, type CatalogueFiles } from './files.js';
export { checkCatalogue, checkPaper, findAll, placeFindings, runNow, sortProblems } from './run.js';
export { fixAll, type FixedCatalogue, type FixOptions } from './fix-all.js';
export { checkLinks, deadLinks, linksOf, type LinkAnswer, type LinkProbe, type LinkState } from './links.js';
export { checkRules } from './rules.js';
export { surroundingsOf } from './surroundings.js';
