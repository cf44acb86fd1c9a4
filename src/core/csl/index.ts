/** CSL-JSON, and what citations and references are made of. The engine that formats them is loaded late: src/host/csl-engine.ts. */
export { CslError } from './csl-error.js';
export type { Cite } from './cite.js';
export type { AsyncReferenceFormatter, CslEngine, EngineRequest, FormatOptions, FormattedReference, FormattedReferences, ReferenceFormat, ReferenceFormatter } from './format.js';
export { toCsl, toCslJson, type CslDate, type CslItem, type CslName } from './json.js';
export { recordDate, recordUrl } from './record.js';
export { bundledStyles, isBundledStyle, type BundledStyle } from './styles.js';
