/** Public lists of papers: reading them, and what they bring into a catalogue. Loaded late: it brings a Markdown parser along. */
export { originalOffset, repairEncoding, type Repair } from './encoding.js';
export type { Gained } from './joined.js';
export { planImport, planImportInSteps, type ImportOptions, type ImportPlan, type ImportTarget, type Incoming, type Outcome } from './plan-import.js';
export { headingPaths, listJson, readList, readListInSteps } from './read-list.js';
export { sectionKey, type CategoryWanted, type SectionMapping } from './sections.js';
export { toFields } from './to-fields.js';
export { unreadReasons, type ListPaper, type ListReading, type ListSectionRead, type Unread, type UnreadReason } from './types.js';
