/** Bringing works into a catalogue: what files and addresses hold, what that would change, and a report. Loaded late: it brings parsers along. */
export { fetchSource, ImportError, rawAddresses, sourceHosts, type Fetched } from './address.js';
export { compareFields, type Compared } from './compare.js';
export { filingOf, targetOf } from './filing.js';
export { previewTree, type PreviewRow, type PreviewSection } from './preview.js';
export { importReport, type ImportDone } from './report.js';
export { listIn, listOf, readSource, type Source, type Unread } from './read-source.js';
export { planImportInSteps, sectionKey, type ImportOptions, type ImportPlan, type Incoming, type Outcome, type SectionMapping } from '../lists/index.js';
