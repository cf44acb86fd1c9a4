/** Public lists of papers: reading them, and what they bring into a catalogue. Loaded late: it brings a Markdown parser along. */
export { originalOffset, repairEncoding, type Repair } from './encoding.js';
export { planImport, type ImportOptions, type ImportPlan, type Incoming } from './plan-import.js';
export { listJson, readList, readListInSteps } from './read-list.js';
export { toFields } from './to-fields.js';
export { unreadReasons, type ListPaper, type ListReading, type ListSectionRead, type Unread, type UnreadReason } from './types.js';
