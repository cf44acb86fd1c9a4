/** A picker over all papers that searches and ranks by itself: VS Code's own matching knows neither authors nor accents. */
import * as vscode from 'vscode';
import type { Catalogue, Shelved } from '../../core/catalogue/catalogue.js';
import { paperRow } from '../../core/outline/row.js';
import { parseQuery, searchContext, searchPapers } from '../../core/search/index.js';
import { escapeIcons } from './escape-icons.js';
import { kindIcons } from './icons.js';

interface PaperItem extends vscode.QuickPickItem {
  readonly shelved: Shelved;
}

/** Rows shown at most; typing narrows them. */
const limit = 100;

/** Asks for one paper. @throws CancellationError when dismissed. */
export async function pickPaper(catalogue: Catalogue, title: string): Promise<Shelved> {
  const pick = vscode.window.createQuickPick<PaperItem>();
  // not in the stable typings yet, but without it VS Code undoes our ranking
  Object.assign(pick, { sortByLabel: false });
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Title, author, year, citation key, arXiv id, or a filter such as tag:survey');
  const byPaper = new Map(catalogue.papers.map((shelved) => [shelved.paper, shelved]));
  const papers = [...byPaper.keys()];
  const context = searchContext(catalogue);
  const show = (value: string) => {
    const query = parseQuery(value);
    const found = value.trim() === '' ? papers.slice(0, limit) : searchPapers(papers, query, context, limit).map(({ paper }) => paper);
    pick.items = found.map((paper) => byPaper.get(paper)).filter((shelved) => shelved !== undefined).map(toItem);
  };
  show('');
  try {
    return await new Promise<Shelved>((resolve, reject) => {
      pick.onDidChangeValue(show);
      pick.onDidAccept(() => {
        // after fast typing the active row may still be one of the list before
        const [active] = pick.activeItems;
        const item = active && pick.items.includes(active) ? active : pick.items[0];
        if (item) resolve(item.shelved);
      });
      pick.onDidHide(() => reject(new vscode.CancellationError()));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

function toItem(shelved: Shelved): PaperItem {
  const row = paperRow(shelved.paper);
  return { shelved, label: escapeIcons(row.label), description: escapeIcons(row.description), detail: escapeIcons(shelved.paper.id), iconPath: new vscode.ThemeIcon(kindIcons[row.kind]), alwaysShow: true };
}
