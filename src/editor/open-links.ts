/** Opening a paper's page, PDF, HTML or code in the browser. */
import * as vscode from 'vscode';
import { commandIds } from '../contributions.js';
import type { Shelved } from '../core/catalogue/catalogue.js';
import { paperLinks, type PaperLinks } from '../core/outline/links.js';
import type { Disposable } from '../core/ports.js';
import { Disposables } from './shared/disposables.js';
import type { House } from './shared/house.js';
import { UserError } from './shared/messages.js';
import { papersFor } from './shared/paper-arguments.js';

/** More tabs than this at once is asked about first. */
const manyTabs = 5;

export function registerOpenLinks(house: House): Disposable {
  const disposables = new Disposables();
  const command = (id: string, kind: keyof PaperLinks, title: string, what: string) => {
    disposables.add(
      vscode.commands.registerCommand(id, async (first: unknown, rest: unknown) => {
        try {
          const link = linkFrom(first);
          await openAll(link === undefined ? linksOf(await papersFor(house, title, first, rest), kind, what) : [link]);
        } catch (fault) {
          house.messages.show(title, fault);
        }
      }),
    );
  };
  command(commandIds.openPaper, 'page', vscode.l10n.t('Open Paper Page'), vscode.l10n.t('a web page'));
  command(commandIds.openPdf, 'pdf', vscode.l10n.t('Open PDF'), vscode.l10n.t('a PDF'));
  command(commandIds.openHtml, 'html', vscode.l10n.t('Open HTML'), vscode.l10n.t('an HTML version'));
  command(commandIds.openCode, 'code', vscode.l10n.t('Open Code'), vscode.l10n.t('a code repository'));
  return disposables;
}

/** `{ link }`, from the card of a paper that no catalogue has. Nothing but a web address is opened. */
function linkFrom(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { link } = argument as { link?: unknown };
  if (link === undefined) return undefined;
  if (typeof link !== 'string' || !/^https?:\/\/[^\s]+$/iu.test(link)) throw new UserError(vscode.l10n.t('Litshelf opens web addresses only.'));
  return link;
}

function linksOf(papers: readonly Shelved[], kind: keyof PaperLinks, what: string): string[] {
  const links = papers.map(({ paper }) => paperLinks(paper)[kind]).filter((link) => link !== undefined);
  if (links.length > 0) return links;
  const title = papers[0]?.paper.title ?? '';
  throw new UserError(papers.length === 1 ? vscode.l10n.t('The catalogue has no link to {0} for "{1}". Add one under "links" in its YAML.', what, title) : vscode.l10n.t('None of the selected papers has a link to {0}.', what));
}

async function openAll(links: readonly string[]): Promise<void> {
  if (links.length > manyTabs) {
    const open = vscode.l10n.t('Open {0} Pages', links.length);
    const answer = await vscode.window.showWarningMessage(vscode.l10n.t('This opens {0} pages in the browser.', links.length), { modal: true }, open);
    if (answer !== open) return;
  }
  for (const link of links) await vscode.env.openExternal(vscode.Uri.parse(link, true));
}
