/** Adding papers: from what one box holds to fields of new papers. Loaded late: it brings the readers of bibliographies along; `types.js` alone is light. */
export { findInCatalogue, worksOf, type SameShelved } from './known-works.js';
export { keyBook, newWork, type Filing } from './new-work.js';
export { readInput, type ReadInputOptions } from './read-input.js';
export { reportMarkdown, reportOf, type AddingReport, type Done, type Outcome, type ReportLine } from './report.js';
export { chooseHit, resolveItems, withHit, type Candidate, type CandidateState, type Progress, type ResolveOptions } from './resolve.js';
export { stubKey, stubOf } from './stub.js';
export { CategoryModel, type SuggestedCategory } from './suggest-categories.js';
export { summary, type EntryItem, type EntryKind, type IdentifierItem, type InputItem, type InputReading, type InputSummary, type KnownFields, type NotUnderstood, type NotUnderstoodReason, type SummaryKind, type TitleItem } from './types.js';
