/** The chapters of a book, as its project's file lists them: Quarto's and Jupyter Book's kin are read as far as they are plain lists. */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** Project files that list chapters. */
export const bookFiles = ['_quarto.yml', '_quarto.yaml', '_bookdown.yml'] as const;

/** No settings are larger. */
const sizeLimit = 200_000;
const mostChapters = 200;

/** The chapters of a project's file, as written, in their order; none when it is no book. */
export function chaptersOf(text: string): string[] {
  if (text.length > sizeLimit || !/chapters|appendices|rmd_files/u.test(text)) return [];
  const found: string[] = [];
  const take = (node: unknown): void => {
    if (found.length >= mostChapters) return;
    if (isSeq(node)) node.items.forEach(take);
    // - part: The title, or a file / chapters: […]
    else if (isMap(node)) for (const name of ['part', 'file', 'href', 'chapters']) take(node.get(name, true));
    else if (isScalar(node) && typeof node.value === 'string' && /\.(?:qmd|r?md|rmarkdown|ipynb)$/iu.test(node.value)) found.push(node.value);
  };
  try {
    const { contents } = parseDocument(text, { logLevel: 'silent', strict: false });
    if (!isMap(contents)) return [];
    const book = contents.get('book', true);
    if (isMap(book)) for (const name of ['chapters', 'appendices']) take(book.get(name, true));
    take(contents.get('rmd_files', true));
  } catch {
    return []; // half-typed
  }
  return found;
}
