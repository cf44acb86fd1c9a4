/** How a row of the view looks, reads and is explained. */
import * as vscode from 'vscode';
import { citedRowContexts, internalCommandIds, rowContexts } from '../../contributions.js';
import type { CitedNode } from '../../core/cite/cited-rows.js';
import type { CitedPlace } from '../../core/cite/cited.js';
import { makeCard, makeEntryCard } from '../../core/outline/card.js';
import { paperLinks } from '../../core/outline/links.js';
import { paperRow } from '../../core/outline/row.js';
import type { Paper } from '../../core/model/paper.js';
import { cardMarkdown } from '../shared/card-markdown.js';
import { kindIcons } from '../shared/icons.js';
import { shelvedFor, type Shown } from './content.js';

/** Long enough to recognise a sentence, and so short that the key is not cut off in a narrow side bar; in characters. */
const before = 20;
const behind = 60;
const spokenRange = 40;

/** A row as VS Code hands it back to commands. Commands of papers read `key`, or `link` where no catalogue has the paper. */
export class CitedRow {
  key?: string;
  link?: string;
  constructor(readonly id: string) {}
}

/** What a row stands for. */
export function paperOf({ entryOf }: Shown, node: CitedNode): { readonly key: string; readonly paper: Paper | undefined } | undefined {
  if (node.kind === 'uncited') return { key: node.entry.key, paper: node.entry.paper };
  if (node.kind !== 'cited' && node.kind !== 'unresolved') return undefined;
  return { key: node.use.key, paper: entryOf(node.use.key)?.entry.paper };
}

export function itemOf(shown: Shown, node: CitedNode, row: CitedRow): vscode.TreeItem {
  const item = node.kind === 'group' || node.kind === 'range' ? groupItem(node) : node.kind === 'place' ? placeItem(shown, node.place) : workItem(shown, node, row);
  item.id = node.id;
  if (node.kind !== 'group' && node.kind !== 'range') item.command = { command: internalCommandIds.citedRowClicked, title: vscode.l10n.t('Go to This Place'), arguments: [row] };
  return item;
}

function groupItem(node: Extract<CitedNode, { kind: 'group' | 'range' }>): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const label = node.kind === 'range' ? `${clip(node.first)} – ${clip(node.last)}` : { cited: vscode.l10n.t('Cited'), unresolved: vscode.l10n.t('Unresolved'), uncited: vscode.l10n.t('In {0} but not cited', node.name) }[node.group];
  const item = new vscode.TreeItem(label, node.kind === 'range' || node.group === 'uncited' ? Collapsed : Expanded);
  item.description = String(node.count);
  item.contextValue = citedRowContexts.group;
  item.accessibilityInformation = { label: node.count === 1 ? vscode.l10n.t('{0}, 1 key', label) : vscode.l10n.t('{0}, {1} keys', label, node.count) };
  return item;
}

function workItem(shown: Shown, node: Extract<CitedNode, { kind: 'cited' | 'unresolved' | 'uncited' }>, row: CitedRow): vscode.TreeItem {
  const { key, paper: own } = paperOf(shown, node) ?? { key: '', paper: undefined };
  const shelved = shelvedFor(shown.catalogue, key, own);
  const paper = own?.fields.title === undefined ? (node.kind === 'unresolved' ? undefined : shelved?.paper) : own;
  const places = node.kind === 'uncited' ? 0 : node.use.places.length;
  const described = paper && paperRow(paper);
  const item = new vscode.TreeItem(described?.label ?? key, places > 1 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
  const links = paper && paperLinks(shelved?.paper ?? paper);
  delete row.key;
  delete row.link;
  if (shelved) row.key = shelved.paper.id;
  else if (links?.page !== undefined) row.link = links.page;
  const times = places > 1 ? vscode.l10n.t('{0}×', places) : '';
  const note = node.kind === 'unresolved' && shelved ? vscode.l10n.t('in the catalogue') : '';
  item.description = [described ? key : '', times, note, described?.description ?? ''].filter(Boolean).join(' · ');
  item.iconPath = node.kind === 'unresolved' ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')) : new vscode.ThemeIcon(described ? kindIcons[described.kind] : 'question');
  const offers = node.kind === 'unresolved' ? [] : [shelved ? rowContexts.paper : '', links?.page === undefined ? '' : 'page', shelved && links?.pdf !== undefined ? 'pdf' : ''];
  item.contextValue = [node.kind === 'cited' && shown.entryOf(key) === undefined ? 'own' : citedRowContexts[node.kind], ...offers].filter(Boolean).join(' ');
  const spokenTimes = places === 0 ? vscode.l10n.t('not cited') : places === 1 ? vscode.l10n.t('cited once') : vscode.l10n.t('cited {0} times', places);
  const spoken = node.kind === 'unresolved' ? [vscode.l10n.t('{0}, no entry has this key', key), note] : [described?.spoken ?? '', vscode.l10n.t('key {0}', key)];
  item.accessibilityInformation = { label: [...spoken, spokenTimes].filter(Boolean).join(', ') };
  return item;
}

/** The place's words, the key in them marked, and the line. */
function placeItem({ found }: Shown, { path, start, end }: CitedPlace): vscode.TreeItem {
  const text = found.texts.get(path) ?? '';
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - before);
  const stop = text.indexOf('\n', end);
  const to = Math.min(stop < 0 ? text.length : stop, end + behind);
  const raw = text.slice(from, to);
  const cut = from > 0 && text.charAt(from - 1) !== '\n';
  const label = `${cut ? '…' : ''}${raw.trim()}`;
  const lead = raw.length - raw.trimStart().length - (cut ? 1 : 0);
  const line = lineOf(text, start);
  const item = new vscode.TreeItem({ label, highlights: [[start - from - lead, end - from - lead]] });
  const name = path.slice(path.lastIndexOf('/') + 1);
  item.description = `${name}:${line}`;
  item.tooltip = `${vscode.workspace.asRelativePath(found.document.uri.with({ path }))}:${line}`;
  item.contextValue = citedRowContexts.place;
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, line {1}: {2}', name, line, raw.trim()) };
  return item;
}

/** The card of the row's paper; made when the mouse rests on it. */
export function tooltipOf(shown: Shown, node: CitedNode): vscode.MarkdownString | string | undefined {
  const { key, paper } = paperOf(shown, node) ?? {};
  if (key === undefined) return undefined;
  const shelved = shelvedFor(shown.catalogue, key, paper);
  if (shelved) return cardMarkdown(makeCard(shelved, shown.catalogue));
  const file = node.kind === 'uncited' ? shown.fileOf(node.file) : shown.entryOf(key)?.file;
  if (paper && file) return cardMarkdown(makeEntryCard(paper, vscode.workspace.asRelativePath(file.uri)));
  return node.kind === 'unresolved' ? vscode.l10n.t('No entry has the key "{0}", and no catalogue has the paper.', key) : key;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function clip(key: string): string {
  return key.length > spokenRange ? `${key.slice(0, spokenRange)}…` : key;
}
