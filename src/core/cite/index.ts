/** Citations in text: found, written, joined, taken out; and where a document's bibliography is. */
export { definitions } from './bibtex.js';
export { CitationCache, keyAt, type KeyAt } from './key-at.js';
export { markupFor, markups, type MarkupHints } from './markups.js';
export { withTemplate } from './template.js';
export { markupIds, type Citation, type CitedKey, type CiteEdit, type CompletionPlace, type FindOptions, type InsertOptions, type KeyList, type Markup, type MarkupId, type Span, type Work } from './types.js';
export { typstLabels } from './typst.js';
export { namedByProject, namedFiles, projectFiles, usualFiles } from './bibliography.js';
export type { NamedBy, NamedFile } from './named-file.js';
export { candidates, type Candidate, type PathContext } from './paths.js';
