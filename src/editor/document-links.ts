/** Bare identifiers (`arXiv:2212.10560`, `doi:10.…`) as links; what is a link already stays VS Code's. */
import * as vscode from 'vscode';
import { findMentions, linkTo } from '../core/ids/index.js';
import type { Disposable } from '../core/ports.js';
import { readHoverSettings } from './shared/settings.js';

/** Larger documents are no prose; looking for links in them on every change would cost more than it gives, in characters. */
const largest = 1_000_000;

export function registerDocumentLinks(): Disposable {
  return vscode.languages.registerDocumentLinkProvider({ scheme: '*', language: '*' }, {
    provideDocumentLinks: (document) => {
      if (!readHoverSettings(document).enabled) return [];
      const text = document.getText();
      if (text.length > largest) return [];
      return findMentions(text)
        .filter(({ form }) => form !== 'link')
        .map((mention) => {
          const link = new vscode.DocumentLink(new vscode.Range(document.positionAt(mention.start), document.positionAt(mention.end)), vscode.Uri.parse(linkTo(mention.kind, mention.id), true));
          link.tooltip = vscode.l10n.t('Open the paper\'s page');
          return link;
        });
    },
  });
}
