/** What a document can cite, gathered once for its bibliographies and the catalogue. */
import type * as vscode from 'vscode';
import { runInSlices } from '../../core/bibliography/slices.js';
import type { Bibliography } from '../../core/bibliography/types.js';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import { gatherCitables, type Citables } from '../../core/cite/citables.js';
import { searchContext, warmSteps, type SearchContext } from '../../core/search/index.js';
import type { Paper } from '../../core/model/paper.js';
import { pause, type BibliographyFile } from '../shared/bibliographies.js';
import type { House } from '../shared/house.js';
import { loadBibliography } from '../shared/load-bibliography.js';

export interface Stock {
  readonly all: Citables;
  readonly catalogue: Catalogue;
  readonly context: SearchContext;
  /** Searching is quick once this has resolved. */
  readonly warm: Promise<void>;
}

interface Kept {
  readonly catalogue: Catalogue;
  readonly bibliographies: readonly Bibliography[];
  readonly stock: Promise<Stock>;
}

/** The last one is kept: a person cites many times in one document. */
export class CitableStore {
  #kept: Kept | undefined;

  constructor(private readonly house: House) {}

  async of(document: vscode.TextDocument | undefined): Promise<Stock> {
    const [files, catalogue] = await Promise.all([this.#files(document), this.house.catalogue()]);
    const kept = this.#kept;
    const same = kept?.catalogue === catalogue && kept.bibliographies.length === files.length && files.every(({ bibliography }, at) => bibliography === kept.bibliographies[at]);
    if (same) return kept.stock;
    const stock = gather(files, catalogue);
    const now: Kept = { catalogue, bibliographies: files.map(({ bibliography }) => bibliography), stock };
    this.#kept = now;
    stock.catch(() => {
      if (this.#kept === now) this.#kept = undefined;
    });
    return stock;
  }

  /** A .bib file has what stands in it. */
  async #files(document: vscode.TextDocument | undefined): Promise<readonly BibliographyFile[]> {
    if (!document) return [];
    if (this.house.cites.markup(document).id !== 'bibtex') return (await this.house.bibliographies.of(document)).files;
    const own = document.isUntitled ? undefined : await this.house.bibliographies.read(document.uri);
    return own ? [own] : [];
  }
}

async function gather(files: readonly BibliographyFile[], catalogue: Catalogue): Promise<Stock> {
  const { findPaper } = await loadBibliography();
  for (const { bibliography } of files) await bibliography.readAll(pause);
  const named = files.map(({ uri, bibliography }) => ({ name: uri.path.slice(uri.path.lastIndexOf('/') + 1), entries: bibliography.entries, match: (paper: Paper) => findPaper(bibliography, paper) }));
  const all = await runInSlices(gatherCitables(catalogue.papers.map(({ paper }) => paper), named), pause);
  return { all, catalogue, context: searchContext(catalogue), warm: runInSlices(warmSteps(all.papers), pause) };
}
