/** Other extensions that already do what Litshelf would do again. */
import * as vscode from 'vscode';

/** Extensions that show a card on citation keys, by the languages in which they do. */
const keyCards: readonly { readonly id: string; readonly languages: readonly string[] }[] = [
  { id: 'james-yu.latex-workshop', languages: ['latex', 'tex', 'latex-expl3', 'rsweave', 'jlweave'] },
  { id: 'myriad-dreamin.tinymist', languages: ['typst'] },
  { id: 'quarto.quarto', languages: ['quarto'] },
  { id: 'notzaki.pandocciter', languages: ['markdown', 'quarto', 'rmd', 'pweave_md', 'restructuredtext'] },
];

/** Extensions that complete citation keys, by the languages in which they do. */
const keyCompletion: readonly { readonly id: string; readonly languages: readonly string[] }[] = [
  ...keyCards,
  { id: 'efoerster.texlab', languages: ['latex', 'tex'] },
  { id: 'nvarner.typst-lsp', languages: ['typst'] },
  { id: 'asciidoctor.asciidoctor-vscode', languages: ['asciidoc'] },
  { id: 'swyddfa.esbonio', languages: ['restructuredtext'] },
];

export function keysShownByOthers(language: string): boolean {
  return isThere(keyCards, language);
}

export function keysCompletedByOthers(language: string): boolean {
  return isThere(keyCompletion, language);
}

function isThere(extensions: typeof keyCards, language: string): boolean {
  return extensions.some(({ id, languages }) => languages.includes(language) && vscode.extensions.getExtension(id) !== undefined);
}
