/** Why a bibliography is a document's, as a sentence for its person. */
import * as vscode from 'vscode';
import type { FoundBibliography } from '../../core/cite/discover.js';

/** `from` is what the document is seen from: names are relative to the workspace. */
export function whyBibliography(found: FoundBibliography, document: vscode.Uri): string {
  const where = vscode.workspace.asRelativePath(document.with({ path: found.in }), false);
  switch (found.by) {
    case 'beside':
      return vscode.l10n.t('beside the document');
    case 'chosen':
      return vscode.l10n.t('chosen for this document');
    case 'default':
      return vscode.l10n.t('from the setting litshelf.bibliography.default');
    case 'addbibresource':
      return vscode.l10n.t('named by \\addbibresource in {0}', where);
    case 'bibliography':
      return vscode.l10n.t('named by \\bibliography in {0}', where);
    case 'front-matter':
      return vscode.l10n.t('named in the front matter of {0}', where);
    case 'typst-bibliography':
      return vscode.l10n.t('named by #bibliography in {0}', where);
    case 'bibliography-directive':
      return vscode.l10n.t('named by the bibliography directive in {0}', where);
    case 'sphinx-conf':
    case 'project-file':
    case 'metadata-file':
      return vscode.l10n.t('from {0}', where);
    case 'org-keyword':
      return vscode.l10n.t('named by #+bibliography in {0}', where);
    case 'asciidoc-attribute':
      return vscode.l10n.t('named by an attribute of {0}', where);
    case 'include':
    case 'input':
    case 'subfiles':
    case 'tex-root':
    case 'typst-include':
      return vscode.l10n.t('named in {0}', where);
  }
}

/** A file's name, with its folder where that is not the document's. */
export function bibliographyName(uri: vscode.Uri, document: vscode.Uri): string {
  const folder = (path: string) => path.slice(0, path.lastIndexOf('/'));
  return folder(uri.path) === folder(document.path) ? uri.path.slice(folder(uri.path).length + 1) : vscode.workspace.asRelativePath(uri, false);
}
