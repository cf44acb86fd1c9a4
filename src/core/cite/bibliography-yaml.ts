/** Bibliographies named in YAML: front matter, _quarto.yml, _metadata.yml, _bookdown.yml, myst.yml, Jupyter Book's _config.yml. */
import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { frontMatterOf } from './markdown-mask.js';
import { named, type NamedBy, type NamedFile } from './named-file.js';

const keys = new Set(['bibliography', 'bibtex_bibfiles']);
const followed = new Set(['metadata-files', 'metadata-file', 'extends']);
/** No settings are larger, and nothing deeper names a bibliography (format → pdf → bibliography). */
const sizeLimit = 200_000;
const depthLimit = 4;

/** What the YAML at the top of a Markdown document names. */
export function frontMatterNames(text: string): NamedFile[] {
  const span = frontMatterOf(text);
  return span ? yamlNames(text, span.start, span.end, 'front-matter') : [];
}

/** What a project's file names. */
export function projectNames(text: string): NamedFile[] {
  return yamlNames(text, 0, text.length, 'project-file');
}

function yamlNames(text: string, start: number, end: number, by: NamedBy): NamedFile[] {
  const source = text.slice(start, end);
  if (source.length > sizeLimit || !/bibliography|bibtex_bibfiles|metadata-file|extends/u.test(source)) return [];
  const found: NamedFile[] = [];
  const take = (node: unknown, role: NamedFile['role']): void => {
    if (isSeq(node)) for (const item of node.items) take(item, role);
    // pandoc's multibib names its bibliographies: {main: a.bib}
    else if (isMap(node)) for (const { value } of node.items) take(value, role);
    else if (isScalar(node) && typeof node.value === 'string' && node.range) {
      const [from, to] = node.range;
      found.push(...named(text, start + from, start + to, role, role === 'part' ? 'metadata-file' : by));
    }
  };
  const walk = (node: Node | null, depth: number): void => {
    if (!isMap(node) || depth > depthLimit) return;
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? key.value : undefined;
      if (typeof name === 'string' && keys.has(name)) take(value, 'bibliography');
      else if (typeof name === 'string' && followed.has(name)) take(value, 'part');
      else if (isMap(value)) walk(value, depth + 1);
    }
  };
  try {
    walk(parseDocument(source, { logLevel: 'silent', strict: false }).contents, 1);
  } catch {
    return found; // half-typed YAML names what was read of it
  }
  return found;
}
