/** Catalogues as texts, for tests of filing: what a person does is written into the texts, which are read again. */
import { mergeLayers } from '../../../src/core/catalogue/merge.js';
import type { Catalogue } from '../../../src/core/catalogue/catalogue.js';
import type { Layer, LayerKind } from '../../../src/core/catalogue/layer.js';
import type { Filing } from '../../../src/core/filing/index.js';
import { applySplices } from '../../../src/core/yaml/splice.js';
import { editConfig, editPapers, readConfig, readPapersNow } from '../../../src/core/yaml/index.js';

export type Texts = Readonly<Partial<Record<LayerKind, Readonly<Record<string, string>>>>>;

export function read(texts: Texts): Catalogue {
  return mergeLayers((['bundled', 'workspace', 'personal'] as const).map((kind) => layerOf(kind, texts[kind] ?? {})));
}

export function layerOf(kind: LayerKind, files: Readonly<Record<string, string>>): Layer {
  const { config, problems } = readConfig(files['catalog.yaml'] ?? '', 'catalog.yaml');
  const papers = Object.entries(files).filter(([name]) => name.startsWith('papers/')).map(([name, text]) => [name, readPapersNow(text, name)] as const);
  return { source: { id: kind, kind, name: kind, root: `/${kind}` }, config, configProblems: problems, files: new Map(papers) };
}

/** The texts after a change. */
export function apply(texts: Texts, filing: Filing): Texts {
  const result: Record<string, Record<string, string>> = Object.fromEntries(Object.entries(texts).map(([kind, files]) => [kind, { ...files }]));
  const put = (kind: string, name: string, edit: (text: string) => string) => {
    const files = (result[kind] ??= {});
    files[name] = edit(files[name] ?? '');
  };
  for (const { layer, file, changes } of filing.papers) put(layer.id, file, (text) => applySplices(text, editPapers(text, changes)));
  for (const { layer, changes } of filing.config) put(layer.id, 'catalog.yaml', (text) => applySplices(text, editConfig(text, changes)));
  return result;
}
