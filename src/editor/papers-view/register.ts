/** The view Papers: the catalogue as a tree. */
import * as vscode from 'vscode';
import { contextKeys, viewIds } from '../../contributions.js';
import { arrange } from '../../core/outline/arrange.js';
import { groupings } from '../../core/outline/groupings.js';
import type { Outline } from '../../core/outline/nodes.js';
import type { Disposable } from '../../core/ports.js';
import { Disposables } from '../shared/disposables.js';
import type { House } from '../shared/house.js';
import { brokenFiles, countProblems } from '../shared/layer-problems.js';
import type { RowHandle } from '../shared/selection.js';
import { registerBadges } from './badges.js';
import { dragRows } from './drag.js';
import { PapersProvider } from './provider.js';

type PapersState = 'loading' | 'ready' | 'noCatalogue' | 'broken' | 'noHit';

export function registerPapersView(house: House): Disposable {
  const { arrangement, library, messages } = house;
  const disposables = new Disposables();
  const provider = new PapersProvider(() => firstPapers());
  disposables.add(registerBadges());
  const view = disposables.add(vscode.window.createTreeView(viewIds.papers, { treeDataProvider: provider, canSelectMany: true, showCollapseAll: true, dragAndDropController: dragRows({ node: (row) => provider.node(row), byCategory: () => arrangement.current.groupBy === 'category', say: (text) => messages.done(text) }) }));

  const refresh = () => {
    const { outline, problems } = arrange(library.catalogue, arrangement.current);
    provider.show(outline, library.catalogue);
    const { filter, groupBy } = arrangement.current;
    const filtered = filter.trim() !== '';
    const state = stateOf(house, outline);
    const found = vscode.l10n.t('{0} of {1}', outline.shown, outline.total);
    view.description = filtered ? found : vscode.l10n.t('{0} by {1}', outline.total, vscode.l10n.t(groupings[groupBy]).toLowerCase());
    // VS Code shows the welcome text of an empty view only while there is no message
    // (a view that is alone in its container shows no description, so the count stands here too)
    const hints = [filtered ? vscode.l10n.t('{0}  ({1})', filter, found) : '', ...problems.map((problem) => problem.message)].filter(Boolean);
    view.message = state === 'noHit' && problems.length === 0 ? undefined : hints.join('\n') || undefined;
    void vscode.commands.executeCommand('setContext', contextKeys.papersState, state);
    void vscode.commands.executeCommand('setContext', contextKeys.filtered, filtered);
    const count = countProblems(library.catalogue);
    view.badge = count === 0 ? undefined : { value: count, tooltip: count === 1 ? vscode.l10n.t('1 problem in the catalogues') : vscode.l10n.t('{0} problems in the catalogues', count) };
  };

  disposables.add(library.onDidChange(refresh));
  disposables.add(arrangement.onDidChange(refresh));

  house.selection.connect({
    selectedKeys: () => (view.visible ? view.selection.map((row) => keyOf(provider, row)).filter((key) => key !== undefined) : []),
    selectedRows: () => view.selection,
    keyOf: (row) => keyOf(provider, row),
    queryOf: (row) => {
      const node = provider.node(row);
      return node?.kind === 'group' ? node.query : undefined;
    },
    categoryOf: (row) => {
      const node = provider.node(row);
      return node?.kind === 'group' ? node.category : node?.parent?.category;
    },
    hiddenKeys: (row) => {
      const node = provider.node(row);
      const papers = node?.kind === 'group' ? (node.hidden ? node.papers : []) : node?.parent?.hidden === true ? [node.shelved] : [];
      return papers.map(({ paper }) => paper.id);
    },
    inOrder: () => provider.outline.inOrder(),
    reveal: async (key, quietly = false) => {
      await house.catalogue();
      const node = provider.outline.find(key);
      if (!node) return false;
      await view.reveal(provider.prepare(node), { select: true, focus: !quietly, expand: true });
      return true;
    },
  });

  /** Starts the reading and resolves when the first papers are there; the rest is drawn as it comes. */
  function firstPapers(): Promise<void> {
    return new Promise((resolve) => {
      if (house.ready() || library.catalogue.papers.length > 0) {
        resolve();
        return;
      }
      const first = library.onDidChange(({ after }) => {
        if (after.papers.length > 0) resolve();
      });
      messages.run(vscode.l10n.t('Reading the catalogues'), async () => {
        try {
          await house.catalogue();
        } finally {
          first.dispose();
          refresh();
          resolve();
        }
      });
    });
  }
  return disposables;
}

function keyOf(provider: PapersProvider, row: RowHandle): string | undefined {
  const node = provider.node(row);
  // a hidden paper is in no catalogue: there is nothing to be done with it but to show it again
  return node?.kind === 'paper' && node.parent?.hidden !== true ? node.shelved.paper.id : undefined;
}

function stateOf(house: House, outline: Outline): PapersState {
  if (!house.ready()) return 'loading';
  if (outline.shown > 0) return 'ready';
  if (outline.total > 0) return 'noHit';
  return brokenFiles(house.library.catalogue).length > 0 ? 'broken' : 'noCatalogue';
}
