/** Other extensions that already find their way between citations and entries, by what they do and in which languages. */
import * as vscode from 'vscode';

export type Navigation = 'definition' | 'references' | 'rename' | 'symbols';

const latex = ['latex', 'tex', 'latex-expl3', 'doctex', 'rsweave', 'jlweave', 'pweave'];

const neighbours: readonly { readonly id: string; readonly does: readonly Navigation[]; readonly languages: readonly string[] }[] = [
  { id: 'james-yu.latex-workshop', does: ['definition'], languages: latex },
  { id: 'james-yu.latex-workshop', does: ['symbols'], languages: ['bibtex'] },
  { id: 'efoerster.texlab', does: ['definition', 'references', 'rename', 'symbols'], languages: [...latex, 'bibtex'] },
  { id: 'myriad-dreamin.tinymist', does: ['definition', 'references', 'rename'], languages: ['typst'] },
  { id: 'notzaki.pandocciter', does: ['definition'], languages: ['markdown', 'quarto', 'rmd', 'pweave_md', 'restructuredtext'] },
];

export function doneByOthers(what: Navigation, language: string): boolean {
  return neighbours.some(({ id, does, languages }) => does.includes(what) && languages.includes(language) && vscode.extensions.getExtension(id) !== undefined);
}
