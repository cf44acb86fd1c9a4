/** What one reader makes of papers: read or not, starred, and what comes next. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';
import { markPapers, type Reading } from '../../core/filing/index.js';
import type { Shelved } from '../../core/catalogue/catalogue.js';
import type { Disposable } from '../../core/ports.js';
import { registerCommands, type Run } from '../shared/commands.js';
import type { House } from '../shared/house.js';
import { papersFor } from '../shared/paper-arguments.js';
import { personalLayer } from '../shared/target-catalogue.js';
import { openNote } from './note.js';

export function registerReading(house: House): Disposable {
  const mark = (title: string, reading: (papers: readonly Shelved[]) => Reading): [string, Run] => [
    title,
    async (first, rest) => {
      const papers = await papersFor(house, title, first, rest);
      const what = reading(papers);
      const label = said(what, papers);
      if (await house.changes.make(label, markPapers(await personalLayer(house), papers, what))) house.messages.done(label);
    },
  ];
  return registerCommands(house, {
    [commandIds.markUnread]: mark(vscode.l10n.t('Mark as Unread'), () => ({ status: 'unread' })),
    [commandIds.markReading]: mark(vscode.l10n.t('Mark as Reading'), () => ({ status: 'reading' })),
    [commandIds.markRead]: mark(vscode.l10n.t('Mark as Read'), () => ({ status: 'read' })),
    // several papers of which some have a star all get one
    [commandIds.toggleStar]: mark(vscode.l10n.t('Star'), (papers) => ({ starred: !papers.every(({ paper }) => paper.starred) })),
    [commandIds.nextUnread]: [vscode.l10n.t('Next Unread'), () => nextUnread(house)],
    [commandIds.openNote]: [
      vscode.l10n.t('Open Note'),
      async (first, rest) => {
        const [shelved] = await papersFor(house, vscode.l10n.t('Open Note'), first, rest);
        if (shelved) await openNote(house, shelved);
      },
    ],
  });
}

function said({ status, starred }: Reading, papers: readonly Shelved[]): string {
  const what = papers.length === 1 ? (papers[0]?.paper.id ?? '') : vscode.l10n.t('{0} papers', papers.length);
  if (starred !== undefined) return starred ? vscode.l10n.t('Starred {0}', what) : vscode.l10n.t('Took the star from {0}', what);
  const words = { unread: vscode.l10n.t('unread'), reading: vscode.l10n.t('reading'), read: vscode.l10n.t('read') };
  return vscode.l10n.t('Marked {0} as {1}', what, words[status ?? 'unread']);
}

/** Shows the first unread paper behind the selected one, in the order of the view; from the top again at its end. */
async function nextUnread(house: House): Promise<void> {
  await house.catalogue();
  const { view } = house.selection;
  const papers = [...(view?.inOrder() ?? [])];
  const [selected] = view?.selectedKeys() ?? [];
  const from = papers.findIndex(({ paper }) => paper.id === selected) + 1;
  const next = [...papers.slice(from), ...papers.slice(0, from)].find(({ paper }) => paper.status === 'unread' && paper.id !== selected);
  if (next) await view?.reveal(next.paper.id);
  else house.messages.done(vscode.l10n.t('Nothing is left unread here'));
}
