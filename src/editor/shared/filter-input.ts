/** The box for a filter: shows its effect while it is typed, offers the last ones, and puts everything back on Escape. */
import * as vscode from 'vscode';

export interface FilterQuestion {
  readonly value: string;
  readonly recent: readonly string[];
  /** What is shown again when the box is dismissed. */
  readonly restore: string;
  preview(filter: string): Promise<void>;
  count(filter: string): { readonly shown: number; readonly total: number; readonly problems: readonly string[] };
}

interface FilterItem extends vscode.QuickPickItem {
  /** The filter that choosing this item stands for; undefined for what only explains. */
  readonly filter?: string;
}

/** Typing faster than this is one change. */
const settle = 60;

/** Asks for a filter. @throws CancellationError when dismissed; the view is then as it was. */
export async function askFilter(question: FilterQuestion): Promise<string> {
  const pick = vscode.window.createQuickPick<FilterItem>();
  Object.assign(pick, { sortByLabel: false });
  pick.title = vscode.l10n.t('Filter Papers');
  pick.placeholder = vscode.l10n.t('Words, or fields such as author:wang year:2023.. cat:math has:code -tag:survey');
  pick.value = question.value;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    pick.items = items(question, pick.value);
    clearTimeout(timer);
    const filter = pick.value.trim();
    timer = setTimeout(() => void question.preview(filter), settle);
  };
  show();
  let accepted: string | undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      pick.onDidChangeValue(show);
      pick.onDidAccept(() => {
        // who types fast and presses Enter means what stands in the box, not the row that was there before the last key
        const [active] = pick.activeItems;
        const filter = active && active !== pick.items[0] && pick.items.includes(active) ? active.filter : pick.value.trim();
        if (filter === undefined) return;
        accepted = filter;
        resolve(filter);
      });
      pick.onDidHide(() => reject(new vscode.CancellationError()));
      pick.show();
    });
  } finally {
    clearTimeout(timer);
    pick.dispose();
    if (accepted === undefined) await question.preview(question.restore);
  }
}

function items(question: FilterQuestion, value: string): FilterItem[] {
  const filter = value.trim();
  const { shown, total, problems } = question.count(filter);
  const separator = (label: string): FilterItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const first: FilterItem = filter === '' ? { label: vscode.l10n.t('$(clear-all) Show all {0} papers', total), filter: '' } : { label: vscode.l10n.t('$(filter) Show {0} of {1} papers', shown, total), filter };
  const faults = problems.map((message): FilterItem => ({ label: `$(warning) ${message}` }));
  const recent = question.recent.filter((one) => one !== filter && one.includes(filter)).map((one): FilterItem => ({ label: `$(history) ${one}`, filter: one }));
  const examples: readonly [string, string][] = [
    ['author:wang', vscode.l10n.t('an author')],
    ['year:2023..', vscode.l10n.t('a year or a range of years')],
    ['cat:math', vscode.l10n.t('a category')],
    ['has:code', vscode.l10n.t('papers with code; also pdf, doi, arxiv, summary')],
    ['-tag:survey', vscode.l10n.t('without a tag; "-" leaves out what follows')],
    ['"synthetic data"', vscode.l10n.t('these words together')],
  ];
  const help = filter === '' ? examples.map(([example, about]): FilterItem => ({ label: example, description: about, filter: example })) : [];
  return [
    first,
    ...faults,
    ...(recent.length > 0 ? [separator(vscode.l10n.t('recent'))] : []),
    ...recent,
    ...(help.length > 0 ? [separator(vscode.l10n.t('examples'))] : []),
    ...help,
  ].map((item) => (item.kind === vscode.QuickPickItemKind.Separator ? item : { ...item, alwaysShow: true }));
}
