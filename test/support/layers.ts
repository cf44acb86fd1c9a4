/** Layers and catalogues for tests of what is built on them. */
import { mergeLayers } from '../../src/core/catalogue/merge.js';
import type { Catalogue } from '../../src/core/catalogue/catalogue.js';
import { emptyConfig, type Layer, type LayerKind } from '../../src/core/catalogue/layer.js';
import type { CatalogueConfig, PaperFields } from '../../src/core/model/schema.js';
import { readPapersNow } from '../../src/core/yaml/read-papers.js';
import { printPaper } from '../../src/core/yaml/print.js';

/** A layer with one papers file. `null` in a field clears what a lower layer says. */
export function layer(kind: LayerKind, papers: readonly (PaperFields | string)[], config: Partial<CatalogueConfig> = {}): Layer {
  const text = papers.map((paper) => (typeof paper === 'string' ? paper : printPaper(paper))).join('\n');
  const file = readPapersNow(text, 'papers/all.yaml');
  return { source: { id: kind, kind, name: kind, root: `/${kind}` }, config: { ...emptyConfig, ...config }, configProblems: [], files: new Map([[file.file, file]]) };
}

export function catalogueOf(papers: readonly PaperFields[], config: Partial<CatalogueConfig> = {}): Catalogue {
  return mergeLayers([layer('workspace', papers, config)]);
}
