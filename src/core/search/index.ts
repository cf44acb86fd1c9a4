/** Search: the query language, matching and ranking. */
export { emptyContext, searchContext, type SearchContext } from './context.js';
export { searchFieldNames, searchFields, type SearchField, type SearchFieldName } from './fields.js';
export { compileQuery, type PaperTest } from './match.js';
export { nearest } from './nearest.js';
export { parseQuery, type Query, type QueryProblem, type QueryTerm } from './query.js';
export { searchPapers, type Found } from './rank.js';
export { warmSteps } from './warm.js';
