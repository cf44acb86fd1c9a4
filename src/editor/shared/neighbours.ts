/** Other extensions that already do what Litshelf would do again. */
import * as vscode from 'vscode';

/** Extensions that show a card on citation keys, by the languages in which they do. */
const keyCards: readonly { readonly id: string; readonly languages: readonly string[] }[] = [
  { id: 'james-yu.latex-workshop', languages: ['latex', 'tex', 'latex-expl3', 'rsweave', 'jlweave'] },
  { id: 'myriad-dreamin.tinymist', languages: ['typst'] },
  { id: 'quarto.quarto', languages: ['quarto'] },
  { id: 'notzaki.pandocciter', languages: ['markdown', 'quarto', 'rmd', 'pweave_md', 'restructuredtext'] },
];

export function keysShownByOthers(language: string): boolean {
  return keyCards.some(({ id, languages }) => languages.includes(language) && vscode.extensions.getExtension(id) !== undefined);
}
