/** Comparing, merging and updating papers. Loaded late: it brings the schema's validation and the services' reading along. */
export { applyChoices, changesBetween, chosenFields, compareRecords, completed, consistentChoices, suggestedChoices, type Choice, type Choices, type FieldDiff } from './compare.js';
export { allFields, citedFields, isPreprint, samePublication, type Field, type ReviseFields } from './fields.js';
export { findPublication, findUpdate, type FoundRecord } from './find-record.js';
export { mergePapers, type MergedPapers } from './merge-papers.js';
export { choicesOf, proposedChanges, updatedFields, type Proposal, type ProposedChange } from './proposal.js';
export { publishedVersion, type PublicationCandidate, type PublishedVersion } from './published-version.js';
export { plainValue, reviewMarkdown, showValue, type Review } from './review.js';
export { settledTicks, type TickRow } from './ticks.js';
