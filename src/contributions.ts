/** Every id that package.json and the code share, once. `test/unit/manifest.test.ts` holds package.json to this file. */

export const commandIds = {
  openPaper: 'litshelf.openPaper',
  openPdf: 'litshelf.openPdf',
  openHtml: 'litshelf.openHtml',
  openCode: 'litshelf.openCode',
  citePaper: 'litshelf.citePaper',
  insertCitation: 'litshelf.insertCitation',
  copyCitation: 'litshelf.copyCitation',
  chooseBibliography: 'litshelf.chooseBibliography',
  insertBibtexEntry: 'litshelf.insertBibtexEntry',
  addPaper: 'litshelf.addPaper',
  addPaperHere: 'litshelf.addPaperHere',
  addPapersFoundHere: 'litshelf.addPapersFoundHere',
  lookUpIdentifier: 'litshelf.lookUpIdentifier',
  showPaper: 'litshelf.showPaper',
  setServiceKey: 'litshelf.setServiceKey',
  showLog: 'litshelf.showLog',
  copyBibtex: 'litshelf.copyBibtex',
  copyKey: 'litshelf.copyKey',
  copyMarkdownLink: 'litshelf.copyMarkdownLink',
  copyReference: 'litshelf.copyReference',
  insertReference: 'litshelf.insertReference',
  insertBibliography: 'litshelf.insertBibliography',
  revealInYaml: 'litshelf.revealInYaml',
  editCatalogue: 'litshelf.editCatalogue',
  editPaper: 'litshelf.editPaper',
  editAsText: 'litshelf.editAsText',
  goToEntry: 'litshelf.goToEntry',
  copyEntry: 'litshelf.copyEntry',
  citeEntry: 'litshelf.citeEntry',
  removeEntry: 'litshelf.removeEntry',
  addUnresolved: 'litshelf.addUnresolved',
  revealPaper: 'litshelf.revealPaper',
  filterPapers: 'litshelf.filterPapers',
  clearFilter: 'litshelf.clearFilter',
  searchCategory: 'litshelf.searchCategory',
  groupPapers: 'litshelf.groupPapers',
  sortPapers: 'litshelf.sortPapers',
  showProblems: 'litshelf.showProblems',
  fileUnder: 'litshelf.fileUnder',
  takeOutOfCategory: 'litshelf.takeOutOfCategory',
  moveToCatalogue: 'litshelf.moveToCatalogue',
  copyToCatalogue: 'litshelf.copyToCatalogue',
  deletePaper: 'litshelf.deletePaper',
  resetPaper: 'litshelf.resetPaper',
  showHidden: 'litshelf.showHidden',
  markUnread: 'litshelf.markUnread',
  markReading: 'litshelf.markReading',
  markRead: 'litshelf.markRead',
  toggleStar: 'litshelf.toggleStar',
  nextUnread: 'litshelf.nextUnread',
  openNote: 'litshelf.openNote',
  addCategory: 'litshelf.addCategory',
  renameCategory: 'litshelf.renameCategory',
  moveCategory: 'litshelf.moveCategory',
  mergeCategory: 'litshelf.mergeCategory',
  deleteCategory: 'litshelf.deleteCategory',
  createCatalogue: 'litshelf.createCatalogue',
  chooseCatalogue: 'litshelf.chooseCatalogue',
  undoChange: 'litshelf.undoChange',
  updateMetadata: 'litshelf.updateMetadata',
  findPublishedVersion: 'litshelf.findPublishedVersion',
  mergePapers: 'litshelf.mergePapers',
  publishList: 'litshelf.publishList',
  exportPapers: 'litshelf.exportPapers',
  importList: 'litshelf.import',
  importTicked: 'litshelf.importTicked',
  cancelImport: 'litshelf.cancelImport',
  tickNewOnly: 'litshelf.tickNewOnly',
  mapSection: 'litshelf.mapSection',
  skipSection: 'litshelf.skipSection',
  checkCatalogue: 'litshelf.checkCatalogue',
  checkLinks: 'litshelf.checkLinks',
  reloadCatalogues: 'litshelf.reloadCatalogues',
} as const;

/** Commands that only rows and keys of the view call; they have no palette entry. */
export const internalCommandIds = {
  rowClicked: 'litshelf.internal.rowClicked',
  openFocused: 'litshelf.internal.openFocused',
  copyFocused: 'litshelf.internal.copyFocused',
  citedRowClicked: 'litshelf.internal.citedRowClicked',
  applyFix: 'litshelf.internal.applyFix',
  collectCitation: 'litshelf.internal.collectCitation',
  takeBackCitation: 'litshelf.internal.takeBackCitation',
  citeOtherWay: 'litshelf.internal.citeOtherWay',
  completed: 'litshelf.internal.completed',
  openEntry: 'litshelf.internal.openEntry',
  copyEntry: 'litshelf.internal.copyEntry',
  citeEntry: 'litshelf.internal.citeEntry',
  dropRows: 'litshelf.internal.dropRows',
  importRowClicked: 'litshelf.internal.importRowClicked',
  tickFocused: 'litshelf.internal.tickFocused',
} as const;

/** Commands of late-features.ts; until it is loaded, others stand in for them. */
export const lateCommandIds: readonly string[] = [
  commandIds.addCategory, commandIds.addPaper, commandIds.addPaperHere, commandIds.addPapersFoundHere, commandIds.addUnresolved, commandIds.chooseBibliography, commandIds.chooseCatalogue, commandIds.citeEntry,
  commandIds.copyEntry, commandIds.copyToCatalogue, commandIds.createCatalogue, commandIds.deleteCategory, commandIds.deletePaper, commandIds.fileUnder,
  commandIds.goToEntry, commandIds.insertBibliography, commandIds.insertBibtexEntry, commandIds.insertReference, commandIds.markRead,
  commandIds.markReading, commandIds.markUnread, commandIds.mergeCategory, commandIds.moveCategory, commandIds.moveToCatalogue, commandIds.nextUnread,
  commandIds.openNote, commandIds.removeEntry, commandIds.renameCategory, commandIds.resetPaper, commandIds.showHidden, commandIds.takeOutOfCategory,
  commandIds.toggleStar, commandIds.undoChange, commandIds.updateMetadata, commandIds.findPublishedVersion, commandIds.mergePapers, commandIds.publishList, commandIds.exportPapers, internalCommandIds.dropRows,
  commandIds.checkCatalogue, commandIds.checkLinks,
  commandIds.importList, commandIds.importTicked, commandIds.cancelImport, commandIds.tickNewOnly, commandIds.mapSection, commandIds.skipSection, internalCommandIds.importRowClicked, internalCommandIds.tickFocused,
];

export const viewIds = { papers: 'litshelf.papers', citedHere: 'litshelf.citedHere', importPreview: 'litshelf.importPreview' } as const;
export const containerId = 'litshelf';
/** The custom editor of papers files and catalog.yaml. */
export const catalogueEditorId = 'litshelf.catalogueEditor';

/** Context keys, for `when` clauses. */
export const contextKeys = {
  /** `loading` | `ready` | `noCatalogue` | `broken` | `noHit` */
  papersState: 'litshelf.papersState',
  filtered: 'litshelf.filtered',
  /** `none`: no document that cites is open | `empty`: it cites nothing | `ready` */
  citedState: 'litshelf.citedState',
  /** What an import would write is shown, and waits for an answer. */
  importing: 'litshelf.importing',
  /** Addresses of the files that can be opened in the catalogue editor. */
  catalogueFiles: 'litshelf.catalogueFiles',
  /** The picker of Insert Citation is open. */
  citePickerOpen: 'litshelf.citePickerOpen',
  /** Its box is empty, and something was collected. */
  citePickerCollected: 'litshelf.citePickerCollected',
} as const;

/** Values of `contextValue` of rows; a paper's also names what it has: `paper pdf code`. */
export const rowContexts = { paper: 'paper', group: 'group', searchable: 'searchable group', category: 'searchable category', hidden: 'hidden' } as const;

export const settingKeys = {
  catalogues: 'catalogues',
  bundledCatalogue: 'bundledCatalogue',
  personalFolder: 'personalFolder',
  click: 'papers.click',
  hoverEnabled: 'hover.enabled',
  hoverShow: 'hover.show',
  hoverKeys: 'hover.citationKeys',
  completion: 'completion',
  navigationKeys: 'navigation.citationKeys',
  citationStyle: 'citationStyle',
  noteTemplate: 'notes.template',
  checkSeverity: 'check.severity',
  diagnosticsEnabled: 'diagnostics.enabled',
  unresolvedKey: 'diagnostics.unresolvedKey',
  missingBibliography: 'diagnostics.missingBibliography',
  duplicateKey: 'diagnostics.duplicateKey',
  sameWorkTwice: 'diagnostics.sameWorkTwice',
  brokenEntry: 'diagnostics.brokenEntry',
  unusedEntry: 'diagnostics.unusedEntry',
  citationStyleFile: 'citationStyleFile',
  citeTemplate: 'cite.template',
  citeCommand: 'cite.command',
  citePlainMarkdown: 'cite.plainMarkdown',
  citeAskForLocator: 'cite.askForLocator',
  bibliographyDefault: 'bibliography.default',
  bibtexProtect: 'bibtex.protect',
  bibtexUnicode: 'bibtex.unicode',
  bibtexAlign: 'bibtex.align',
  bibtexDialect: 'bibtex.dialect',
  lookup: 'lookup',
  arxiv: 'services.arxiv',
  crossref: 'services.crossref',
  datacite: 'services.datacite',
  acl: 'services.acl',
  openalex: 'services.openAlex',
  semanticScholar: 'services.semanticScholar',
} as const;

/** What a single click on a paper does, besides selecting it. */
export const clickActions = ['nothing', 'openPage', 'openPdf', 'revealInYaml'] as const;
export type ClickAction = (typeof clickActions)[number];

/** The parts of a card, in their order. */
export const cardBlocks = ['authors', 'published', 'status', 'summary', 'categories', 'tags', 'key', 'actions'] as const;
export type CardBlock = (typeof cardBlocks)[number];

/** Whether identifiers that no catalogue has are looked up: while hovering, on a click, or not at all. */
export const lookupModes = ['automatic', 'onClick', 'off'] as const;
export type LookupMode = (typeof lookupModes)[number];

/** Whether citation keys have a card: where no other extension shows one, always, or never. */
export const hoverKeysModes = ['auto', 'always', 'never'] as const;
export type HoverKeysMode = (typeof hoverKeysModes)[number];

/** Whether keys are completed: beside another extension that does only with what it does not offer, always, or never. */
export const completionModes = ['auto', 'always', 'never'] as const;
export type CompletionMode = (typeof completionModes)[number];

/** Whether keys can be followed and renamed: where no other extension does it, always, or never. */
export const navigationModes = ['auto', 'always', 'never'] as const;
export type NavigationMode = (typeof navigationModes)[number];

/** How Markdown that has no bibliography cites. */
export const plainMarkdownModes = ['link', 'footnote', 'pandoc'] as const;
export type PlainMarkdownMode = (typeof plainMarkdownModes)[number];

/** When Insert Citation asks for page, prefix and suffix: after each pick, when asked to (Shift+Enter), or never. */
export const askForLocatorModes = ['always', 'onRequest', 'never'] as const;
export type AskForLocatorMode = (typeof askForLocatorModes)[number];

/** How entries are written; `auto` follows the file that they go into. */
export const protectModes = ['none', 'smart', 'whole'] as const;
export const unicodeModes = ['auto', 'unicode', 'tex'] as const;
export const alignModes = ['auto', 'always', 'never'] as const;
export const dialectModes = ['auto', 'bibtex', 'biblatex'] as const;

/** Where citations and bibliographies are checked: where no other extension does it, always, or never. */
export const diagnosticModes = ['auto', 'always', 'never'] as const;
export type DiagnosticMode = (typeof diagnosticModes)[number];

/** How severe a report is. */
export const diagnosticSeverities = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type DiagnosticSeverityName = (typeof diagnosticSeverities)[number];

/** Values of `contextValue` in the preview of an import. */
export const importRowContexts = { section: 'importSection', row: 'importRow' } as const;

/** Values of `contextValue` in the view Cited here, besides those of papers; `paper` stands with them when a catalogue has it. */
export const citedRowContexts = { cited: 'cited', unresolved: 'unresolved', uncited: 'uncited', place: 'place', group: 'citedGroup' } as const;
