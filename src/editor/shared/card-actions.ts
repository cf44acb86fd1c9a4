/** What a card offers to do with its paper. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';
import type { Identifier } from '../../core/ids/index.js';
import type { Card } from '../../core/outline/card.js';
import type { CardAction } from './card-markdown.js';

/** An identifier as an argument of commands: plain, so that it survives the way through a link. */
export interface IdentifierArgument {
  readonly kind: string;
  readonly id: string;
}

export function actionsOf(card: Card, identifier: Identifier | undefined): CardAction[] {
  const { links, key } = card;
  const open = (command: CardAction['command'], icon: string, label: string, link: string | undefined): CardAction[] =>
    link === undefined ? [] : [{ command, icon, label, argument: key === undefined ? { link } : { key } }];
  const known: CardAction[] =
    key === undefined
      ? identifier === undefined ? [] : [{ command: commandIds.addPaper, icon: 'add', label: vscode.l10n.t('Add to Catalogue'), argument: { identifier: plain(identifier) } }]
      : [
          { command: commandIds.citePaper, icon: 'quote', label: vscode.l10n.t('Cite'), argument: { key } },
          { command: commandIds.copyBibtex, icon: 'copy', label: vscode.l10n.t('BibTeX'), argument: { key } },
        ];
  const places: CardAction[] =
    key === undefined
      ? []
      : [
          { command: commandIds.revealPaper, icon: 'list-tree', label: vscode.l10n.t('In Tree'), argument: { key } },
          { command: commandIds.editPaper, icon: 'edit', label: vscode.l10n.t('Edit'), argument: { key } },
          { command: commandIds.revealInYaml, icon: 'go-to-file', label: vscode.l10n.t('YAML'), argument: { key } },
        ];
  return [
    ...known,
    ...open(commandIds.openPaper, 'link-external', vscode.l10n.t('Page'), links.page),
    ...open(commandIds.openPdf, 'file-pdf', vscode.l10n.t('PDF'), links.pdf),
    ...open(commandIds.openHtml, 'browser', vscode.l10n.t('HTML'), links.html),
    ...open(commandIds.openCode, 'github-inverted', vscode.l10n.t('Code'), links.code),
    ...places,
  ];
}

export function plain({ kind, id }: Identifier): IdentifierArgument {
  return { kind, id };
}
