/** What can be done with a paper from a row, a card, the palette or a key: copy it, go to its YAML, show it in the tree. */
import * as vscode from 'vscode';
import { commandIds } from '../contributions.js';
import { toBibtex } from '../core/bibtex/write.js';
import { toCsl } from '../core/csl/json.js';
import type { Shelved } from '../core/catalogue/catalogue.js';
import type { Paper } from '../core/model/paper.js';
import { paperLinks } from '../core/outline/links.js';
import type { Disposable } from '../core/ports.js';
import { citationStyleFor, explainStyle } from './shared/citation-style.js';
import { Disposables } from './shared/disposables.js';
import type { House } from './shared/house.js';
import { fileOf } from './shared/layer-files.js';
import { UserError } from './shared/messages.js';
import { papersFor } from './shared/paper-arguments.js';
import { readBibtexOptions } from './shared/settings.js';
import { showPlace } from './shared/show-place.js';

export function registerPaperActions(house: House): Disposable {
  const disposables = new Disposables();
  const action = (id: string, title: string, run: (papers: Shelved[]) => Promise<void>, options?: { selected: boolean }) => {
    disposables.add(
      vscode.commands.registerCommand(id, async (first: unknown, rest: unknown) => {
        try {
          await run(await papersFor(house, title, first, rest, options));
        } catch (fault) {
          house.messages.show(title, fault);
        }
      }),
    );
  };
  const copy = async (text: string, done: string) => {
    await vscode.env.clipboard.writeText(text);
    house.messages.done(done);
  };

  action(commandIds.copyBibtex, vscode.l10n.t('Copy BibTeX'), (papers) =>
    copy(`${papers.map(({ paper }) => toBibtex(paper, readBibtexOptions(vscode.window.activeTextEditor?.document)).trim()).join('\n\n')}\n`, copied(papers, vscode.l10n.t('BibTeX'))));
  action(commandIds.copyKey, vscode.l10n.t('Copy Citation Key'), async (papers) => {
    const keys = papers.map(({ paper }) => paper.id);
    await copy(keys.join(', '), copied(papers, vscode.l10n.t('citation key')));
    house.selection.copied.remember(keys.join(', '), keys);
  });
  action(commandIds.copyMarkdownLink, vscode.l10n.t('Copy Title as Markdown Link'), (papers) =>
    copy(papers.map(({ paper }) => markdownLink(paper)).join('\n'), copied(papers, vscode.l10n.t('Markdown link'))));
  action(commandIds.copyReference, vscode.l10n.t('Copy Formatted Reference'), async (papers) => {
    const style = await citationStyleFor(vscode.window.activeTextEditor?.document);
    const formatter = await house.formatter();
    const { entries } = await formatter.formatReferences(papers.map(({ paper }) => toCsl(paper)), { style: style.style, format: 'text' }).catch((fault: unknown) => {
      throw explainStyle(fault, style);
    });
    await copy(entries.map(({ text }) => text).join('\n'), copied(papers, vscode.l10n.t('formatted reference')));
  });
  action(commandIds.revealInYaml, vscode.l10n.t('Reveal in YAML'), ([shelved]) => revealInYaml(house, shelved));
  action(commandIds.revealPaper, vscode.l10n.t('Show Paper in Tree'), async ([shelved]) => {
    if (!shelved || (await house.selection.view?.reveal(shelved.paper.id))) return;
    const clear = { title: vscode.l10n.t('Clear Filter'), run: () => vscode.commands.executeCommand(commandIds.clearFilter) };
    throw new UserError(vscode.l10n.t('The filter of the Papers view hides "{0}".', shelved.paper.title), [clear]);
    // what is selected is in sight already
  }, { selected: false });
  return disposables;
}

function copied(papers: readonly Shelved[], what: string): string {
  return papers.length === 1 ? vscode.l10n.t('Copied {0} of {1}', what, papers[0]?.paper.id ?? '') : vscode.l10n.t('Copied {0} of {1} papers', what, papers.length);
}

/** `[Title](address)`, with what Markdown would read as markup in the title escaped. */
function markdownLink(paper: Paper): string {
  const title = paper.title.replace(/\s+/gu, ' ').replace(/[\\[\]`*_<>]/gu, '\\$&');
  const { page } = paperLinks(paper);
  return page === undefined ? title : `[${title}](${page.replace(/[()\s]/gu, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'))})`;
}

/** Goes to the lines that say what the highest layer says of the paper. */
async function revealInYaml(house: House, shelved: Shelved | undefined): Promise<void> {
  const place = shelved?.places.at(-1);
  if (!place) return;
  const catalogue = await house.catalogue();
  await showPlace(fileOf(place.layer, place.file), catalogue.locate(place) ?? { start: 0, end: 0 });
}
