/** Files of the workspace that are bibliographies, whoever cites from them. */
import * as vscode from 'vscode';
import { loadBibliography } from './load-bibliography.js';

/** More than this are not listed; typing a path is quicker then. */
const mostFiles = 300;
/** JSON and YAML are everything: so many are looked into, up to a size in bytes. */
const mostRead = 60;
const largestRead = 3_000_000;
const exclude = '**/{node_modules,.git,.venv,site-packages,_site,_book,_build,dist}/**';

/** .bib files by their name, JSON and YAML by what is in them. */
export async function bibliographiesOfWorkspace(token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const { formatOf } = await loadBibliography();
  const [bib, others] = await Promise.all([vscode.workspace.findFiles('**/*.bib', exclude, mostFiles, token), vscode.workspace.findFiles('**/*.{json,yaml,yml}', exclude, mostFiles, token)]);
  const likely = others.filter(({ path }) => !/(?:package|tsconfig|lock|settings|launch|tasks)[\w.-]*\.\w+$|\/(?:_quarto|_metadata|_bookdown|_config|myst|catalog)\.ya?ml$/iu.test(path));
  const read = await Promise.all(
    likely.slice(0, mostRead).map(async (uri) => {
      try {
        if (token?.isCancellationRequested || (await vscode.workspace.fs.stat(uri)).size > largestRead) return [];
        return formatOf(uri.path, new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))) === undefined ? [] : [uri];
      } catch {
        return [];
      }
    }),
  );
  const sorted = (files: readonly vscode.Uri[]) => [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...sorted(bib), ...sorted(read.flat())];
}
