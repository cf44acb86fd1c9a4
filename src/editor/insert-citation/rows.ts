/** The rows of the picker. */
import * as vscode from 'vscode';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import type { Citable } from '../../core/cite/citables.js';
import type { PickSection, PickState } from '../../core/cite/pick.js';
import type { Identifier } from '../../core/ids/index.js';
import { paperLinks } from '../../core/outline/links.js';
import { paperRow } from '../../core/outline/row.js';
import { escapeIcons } from '../shared/escape-icons.js';
import { kindIcons } from '../shared/icons.js';

/** A row: a work, an identifier to add, or a heading. */
export interface CiteRow extends vscode.QuickPickItem {
  readonly citable?: Citable;
  readonly add?: Identifier;
}

export interface RowButton extends vscode.QuickInputButton {
  readonly does: 'collect' | 'takeBack' | 'open' | 'copy' | 'reveal';
}

/** Headings and rows of all sections. */
export function rowsOf(sections: readonly PickSection[], state: PickState, catalogue: Catalogue): CiteRow[] {
  return sections.flatMap((section) => [heading(section), ...section.rows.map((citable) => rowOf(citable, state, catalogue))]);
}

function heading({ kind, name = '' }: PickSection): CiteRow {
  const labels: Readonly<Record<PickSection['kind'], string>> = {
    collected: vscode.l10n.t('Collected'),
    recent: vscode.l10n.t('Recently cited'),
    file: vscode.l10n.t('In {0}', name),
    catalogue: vscode.l10n.t('Catalogue'),
    found: vscode.l10n.t('Found'),
  };
  return { label: labels[kind], kind: vscode.QuickPickItemKind.Separator };
}

function rowOf(citable: Citable, { cited, collected }: PickState, catalogue: Catalogue): CiteRow {
  const { paper, key, file } = citable;
  const { label, description, kind } = paperRow(paper);
  const here = cited.has(key);
  const chosen = collected.includes(citable);
  const source = file ?? catalogue.get(paper.id)?.places.at(-1)?.layer.name ?? vscode.l10n.t('Catalogue');
  return {
    citable,
    label: escapeIcons(label),
    // titles are long: beside them authors and year would be cut off
    detail: [escapeIcons(description), escapeIcons(key), here ? `$(quote) ${vscode.l10n.t('cited here')}` : '', escapeIcons(source)].filter(Boolean).join('  ·  '),
    iconPath: new vscode.ThemeIcon(chosen ? 'check' : kindIcons[kind]),
    alwaysShow: true,
    buttons: buttonsOf(citable, chosen),
  };
}

function buttonsOf({ paper, shelf }: Citable, chosen: boolean): RowButton[] {
  const button = (does: RowButton['does'], icon: string, tooltip: string): RowButton => ({ does, iconPath: new vscode.ThemeIcon(icon), tooltip });
  return [
    chosen ? button('takeBack', 'close', vscode.l10n.t('Take Back (Ctrl/Cmd+Enter)')) : button('collect', 'add', vscode.l10n.t('Collect (Ctrl/Cmd+Enter)')),
    ...(paperLinks(paper).page === undefined ? [] : [button('open', 'link-external', vscode.l10n.t('Open Page'))]),
    button('copy', 'copy', vscode.l10n.t('Copy BibTeX')),
    ...(shelf === undefined ? [] : [button('reveal', 'list-tree', vscode.l10n.t('Show in Tree'))]),
  ];
}

/** Offers what is nowhere; or says how it went. */
export function addRow(identifier: Identifier, outcome?: { readonly label: string; readonly icon: string }): CiteRow {
  return {
    add: identifier,
    label: outcome ? escapeIcons(outcome.label) : vscode.l10n.t('Add and cite {0}', escapeIcons(identifier.id)),
    detail: outcome?.icon === 'loading~spin' ? vscode.l10n.t('Escape gives up') : outcome ? vscode.l10n.t('Enter tries again') : vscode.l10n.t('Looks it up and adds it to your catalogue'),
    iconPath: new vscode.ThemeIcon(outcome?.icon ?? 'add'),
    alwaysShow: true,
  };
}
