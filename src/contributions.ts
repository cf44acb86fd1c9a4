/** Every id that package.json and the code share, once. `test/unit/manifest.test.ts` holds package.json to this file. */

export const commandIds = {
  openPaper: 'litshelf.openPaper',
  openPdf: 'litshelf.openPdf',
  openHtml: 'litshelf.openHtml',
  openCode: 'litshelf.openCode',
  citePaper: 'litshelf.citePaper',
  addPaper: 'litshelf.addPaper',
  lookUpIdentifier: 'litshelf.lookUpIdentifier',
  showPaper: 'litshelf.showPaper',
  setServiceKey: 'litshelf.setServiceKey',
  showLog: 'litshelf.showLog',
  copyBibtex: 'litshelf.copyBibtex',
  copyKey: 'litshelf.copyKey',
  copyMarkdownLink: 'litshelf.copyMarkdownLink',
  copyReference: 'litshelf.copyReference',
  revealInYaml: 'litshelf.revealInYaml',
  revealPaper: 'litshelf.revealPaper',
  filterPapers: 'litshelf.filterPapers',
  clearFilter: 'litshelf.clearFilter',
  searchCategory: 'litshelf.searchCategory',
  groupPapers: 'litshelf.groupPapers',
  sortPapers: 'litshelf.sortPapers',
  showProblems: 'litshelf.showProblems',
  reloadCatalogues: 'litshelf.reloadCatalogues',
} as const;

/** Commands that only rows and keys of the view call; they have no palette entry. */
export const internalCommandIds = {
  rowClicked: 'litshelf.internal.rowClicked',
  openFocused: 'litshelf.internal.openFocused',
  copyFocused: 'litshelf.internal.copyFocused',
} as const;

export const viewIds = { papers: 'litshelf.papers' } as const;
export const containerId = 'litshelf';

/** Context keys, for `when` clauses. */
export const contextKeys = {
  /** `loading` | `ready` | `noCatalogue` | `broken` | `noHit` */
  papersState: 'litshelf.papersState',
  filtered: 'litshelf.filtered',
} as const;

/** Values of `contextValue` of rows; a paper's also names what it has: `paper pdf code`. */
export const rowContexts = { paper: 'paper', group: 'group', category: 'category' } as const;

export const settingKeys = {
  catalogues: 'catalogues',
  bundledCatalogue: 'bundledCatalogue',
  personalFolder: 'personalFolder',
  click: 'papers.click',
  hoverEnabled: 'hover.enabled',
  hoverShow: 'hover.show',
  hoverKeys: 'hover.citationKeys',
  citationStyle: 'citationStyle',
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
