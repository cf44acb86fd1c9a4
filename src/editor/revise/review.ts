/** The list of differences: what is ticked when Enter is pressed is written, nothing else and nothing before. */
import * as vscode from 'vscode';
import type { Proposal, ProposedChange } from '../../core/revise/index.js';
import { escapeIcons } from '../shared/escape-icons.js';
import { loadRevise } from '../shared/load-revise.js';
import { loadYaml } from '../shared/load-yaml.js';
import type { ReadOnlyTexts } from '../shared/read-only-texts.js';

/** One paper of the list. */
export interface Reviewed {
  readonly proposal: Proposal;
  readonly changes: readonly ProposedChange[];
  /** Why it is proposed, as a sentence. */
  readonly reason?: string | undefined;
  /** What the paper would say with these fields changed. */
  after(wanted: ReadonlySet<string>): object;
}

interface Row extends vscode.QuickPickItem {
  /** Index into the papers. */
  readonly group: number;
  readonly heading: boolean;
  readonly together: boolean;
  /** Undefined for a heading. */
  readonly field?: string;
}

/** Longest value on a row, in UTF-16 units; the whole of it is in the diff. */
const widest = 70;

/**
 * Asks which changes are wanted.
 * @returns for each paper the fields to change @throws CancellationError when dismissed
 */
export async function review(title: string, papers: readonly Reviewed[], documents: ReadOnlyTexts): Promise<ReadonlySet<string>[]> {
  const { plainValue, settledTicks } = await loadRevise();
  const rows = papers.flatMap((paper, group) => rowsOf(paper, group, papers.length > 1 || paper.reason !== undefined, plainValue));
  const suggested = new Set(rows.filter((row) => row.picked === true));
  const pick = vscode.window.createQuickPick<Row>();
  const showDiff: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('diff'), tooltip: vscode.l10n.t('Show the Full Difference') };
  Object.assign(pick, { sortByLabel: false });
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Enter writes what is ticked');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  // the difference is looked at in an editor, and the list waits
  pick.ignoreFocusOut = true;
  pick.buttons = [showDiff];
  pick.items = rows;
  let ticked: ReadonlySet<Row> = settledTicks(rows, new Set(), suggested);
  pick.selectedItems = [...ticked];
  const wantedOf = (group: number) => new Set([...ticked].filter((row) => row.group === group && row.field !== undefined).map((row) => row.field ?? ''));
  try {
    return await new Promise<ReadonlySet<string>[]>((resolve, reject) => {
      pick.onDidChangeSelection((selected) => {
        const now = new Set(selected);
        const settled = settledTicks(rows, ticked, now);
        ticked = settled;
        if (settled.size !== now.size || [...settled].some((row) => !now.has(row))) pick.selectedItems = [...settled];
      });
      pick.onDidTriggerButton(() => void showDifference(title, papers, wantedOf, documents).catch(reject));
      pick.onDidAccept(() => resolve(papers.map((_paper, group) => wantedOf(group))));
      pick.onDidHide(() => reject(new vscode.CancellationError()));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

function rowsOf({ proposal: { mine }, changes, reason }: Reviewed, group: number, headed: boolean, plain: (value: unknown) => string): Row[] {
  const short = (value: unknown) => {
    const text = plain(value).replace(/\s+/gu, ' ').trim();
    if (text === '') return vscode.l10n.t('none');
    return escapeIcons(text.length <= widest ? text : `${text.slice(0, widest - 1).trimEnd()}…`);
  };
  const rows: Row[] = changes.map(({ field, before, after, suggested, together }) => ({
    group, heading: false, together, field, picked: suggested,
    label: `${headed ? '    ' : ''}${field}`,
    description: field === 'unchecked' ? vscode.l10n.t('not checked → checked') : `${short(before)} → ${short(after)}`,
  }));
  if (!headed) return rows;
  const heading: Row = { group, heading: true, together: false, label: escapeIcons(mine.title ?? mine.id), description: mine.id, ...(reason === undefined ? {} : { detail: escapeIcons(reason) }), picked: rows.every(({ picked }) => picked === true) };
  return [heading, ...rows];
}

/** The papers as YAML, now and with what is ticked. */
async function showDifference(title: string, papers: readonly Reviewed[], wantedOf: (group: number) => ReadonlySet<string>, documents: ReadOnlyTexts): Promise<void> {
  const { printPaper } = await loadYaml();
  const before = papers.map(({ proposal: { mine } }) => printPaper(mine)).join('\n');
  const after = papers.map((paper, group) => printPaper({ ...paper.after(wantedOf(group)), id: paper.proposal.mine.id })).join('\n');
  const [only] = papers;
  const name = papers.length === 1 && only ? `${only.proposal.mine.id.replace(/[^\p{L}\p{N}_-]/gu, '-')}.yaml` : 'papers.yaml';
  await documents.showDiff(vscode.l10n.t('{0}: now ↔ then', title), name, before, after);
}
