/** CSL-JSON and what citations are made of. */
export { toCsl, toCslJson, type CslDate, type CslItem, type CslName } from './json.js';
export { recordDate, recordUrl } from './record.js';
