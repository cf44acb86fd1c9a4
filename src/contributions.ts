/** Every id that package.json and the code share, once. `test/unit/manifest.test.ts` holds package.json to this file. */

export const commandIds = {
  openPaper: 'litshelf.openPaper',
  openPdf: 'litshelf.openPdf',
  openCode: 'litshelf.openCode',
  copyBibtex: 'litshelf.copyBibtex',
  copyKey: 'litshelf.copyKey',
  copyMarkdownLink: 'litshelf.copyMarkdownLink',
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
} as const;

/** What a single click on a paper does, besides selecting it. */
export const clickActions = ['nothing', 'openPage', 'openPdf', 'revealInYaml'] as const;
export type ClickAction = (typeof clickActions)[number];
