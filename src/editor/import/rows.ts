/** Rows of the preview as VS Code draws them. What a list says is hostile: titles are text, tooltips are escaped. */
import * as vscode from 'vscode';
import { importRowContexts, internalCommandIds } from '../../contributions.js';
import type { Compared, PreviewRow, PreviewSection, Source } from '../../core/importing/index.js';
import { escapeMarkdown, oneLine } from '../../core/outline/markdown.js';
import { escapeIcons } from '../shared/escape-icons.js';

export type Unread = Source['unread'][number];

/** A row; the same object for as long as the tree is the same. */
export type Node =
  | { readonly kind: 'section'; readonly section: PreviewSection }
  | { readonly kind: 'row'; readonly row: PreviewRow }
  | { readonly kind: 'unreadGroup' }
  | { readonly kind: 'unread'; readonly unread: Unread };

export interface Look {
  /** Left out: it cannot be ticked. */
  readonly ticked?: boolean;
  readonly description: string;
}

/** @param label already one line of text */
function plain(label: string): string {
  return escapeIcons(label);
}

export function sectionItem(section: PreviewSection, look: Look, collapsed: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(plain(oneLine(section.title)), collapsed ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded);
  item.id = `section ${section.key}`;
  item.contextValue = importRowContexts.section;
  return dressed(item, look, section.title);
}

export function rowItem({ at, work, outcome }: PreviewRow, look: Look): vscode.TreeItem {
  const title = oneLine(work.fields.title ?? outcome.id);
  const item = new vscode.TreeItem(plain(title), vscode.TreeItemCollapsibleState.None);
  item.id = `row ${at}`;
  item.contextValue = importRowContexts.row;
  const icon = outcome.state === 'new' ? (outcome.perhaps.length > 0 ? 'question' : 'add') : outcome.state === 'again' ? 'copy' : outcome.gains === undefined ? 'pass' : 'edit';
  item.iconPath = new vscode.ThemeIcon(icon, icon === 'question' ? new vscode.ThemeColor('list.warningForeground') : undefined);
  item.command = { command: internalCommandIds.importRowClicked, title: vscode.l10n.t('Show in the List'), arguments: [work.line] };
  return dressed(item, look, title);
}

export function unreadGroupItem(count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Could not be read'), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = 'unread';
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon('warning');
  return item;
}

export function unreadItem({ line, text, reason }: Unread, at: number): vscode.TreeItem {
  const label = oneLine(text);
  const item = new vscode.TreeItem(plain(label), vscode.TreeItemCollapsibleState.None);
  item.id = `unread ${at}`;
  item.description = plain(vscode.l10n.t('line {0}: {1}', line, oneLine(reason)));
  item.tooltip = vscode.l10n.t('Line {0}: {1}. {2}', line, oneLine(reason), label);
  item.iconPath = new vscode.ThemeIcon('circle-slash');
  item.command = { command: internalCommandIds.importRowClicked, title: vscode.l10n.t('Show in the List'), arguments: [line] };
  item.accessibilityInformation = { label: `${label}, ${vscode.l10n.t('line {0}: {1}', line, oneLine(reason))}` };
  return item;
}

function dressed(item: vscode.TreeItem, { ticked, description }: Look, title: string): vscode.TreeItem {
  item.description = plain(description);
  if (ticked !== undefined) item.checkboxState = { state: ticked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked, tooltip: ticked ? vscode.l10n.t('Will be imported') : vscode.l10n.t('Will be left out'), accessibilityInformation: { label: title } };
  item.accessibilityInformation = { label: `${oneLine(title)}, ${description}` };
  return item;
}

/** What becomes of a work, in a few words. */
export function stateOf({ outcome }: PreviewRow): string {
  const { state, id, gains, perhaps } = outcome;
  if (state === 'new') {
    if (perhaps.length > 0) return vscode.l10n.t('new · may be the same as {0}', perhaps.join(', '));
    return outcome.elsewhere === true ? vscode.l10n.t('new here · {0} of another catalogue', id) : vscode.l10n.t('new · {0}', id);
  }
  if (gains === undefined) return state === 'again' ? vscode.l10n.t('again · {0}', id) : vscode.l10n.t('already there · {0}', id);
  const words: Readonly<Record<string, string>> = { lists: vscode.l10n.t('its place in the list'), categories: vscode.l10n.t('a category'), links: vscode.l10n.t('links'), authors: vscode.l10n.t('authors'), venue: vscode.l10n.t('venue'), issued: vscode.l10n.t('date'), type: vscode.l10n.t('type'), note: vscode.l10n.t('a note') };
  const added = Object.entries(gains).flatMap(([name, value]) => (value === undefined ? [] : [words[name] ?? name]));
  return vscode.l10n.t('already there · {0} · gains {1}', id, added.join(', '));
}

/** The fields side by side. */
export function tooltipOf({ work, outcome }: PreviewRow, fields: readonly Compared[], known: boolean): vscode.MarkdownString {
  const cell = (text: string | undefined) => (text === undefined ? '–' : escapeMarkdown(text.length > 300 ? `${text.slice(0, 300)}…` : text));
  const head = known ? [vscode.l10n.t('Field'), vscode.l10n.t('The list'), outcome.id] : [vscode.l10n.t('Field'), vscode.l10n.t('The list')];
  const rows = fields.map(({ field, list, catalogue }) => [escapeMarkdown(field), cell(list), ...(known ? [cell(catalogue)] : [])]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const about = `${escapeMarkdown(stateOf({ at: 0, work, outcome }))} · ${escapeMarkdown(vscode.l10n.t('line {0}', work.line))}`;
  return new vscode.MarkdownString([about, '', line(head.map((text, at) => (at === 2 ? escapeMarkdown(text) : text))), line(head.map(() => '---')), ...rows.map(line)].join('\n'));
}
