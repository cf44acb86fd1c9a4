/** What the scholarly services know of a paper. */
export { serviceNames, type Answer, type CouldNotCheck, type Facts, type Found, type Hits, type Metadata, type MetadataFields, type NotFound, type Reason, type Service, type Source, type Sources, type Stale } from './answer.js';
export { canLookUp } from './kinds.js';
export { LocalLease } from './lease.js';
export { LookUp, type Identifier, type LookUpOptions, type Settings } from './lookup.js';
export type { QueueState } from './queue.js';
export { checkBase, defaultBases, isLoopback, redirectHosts, type Bases, type Keys } from './services.js';
export type { TitleHit, TitleHits, TitleQuery } from './title-search.js';
