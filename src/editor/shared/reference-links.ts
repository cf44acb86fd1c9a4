import type * as vscode from 'vscode';
import type { MarkupId } from '../../core/cite/types.js';

/** Whether addresses in references become links: in LaTeX only where the document shows that it has \url. */
export function linksFor(document: vscode.TextDocument, markup: MarkupId): boolean {
  return markup !== 'latex' || /\\usepackage\s*(?:\[[^\]]*\])?\s*\{[^}]*\b(?:hyperref|url|xurl|biblatex)\b|\\url\s*\{|\\RequirePackage\s*\{(?:hyperref|url)\}/u.test(document.getText());
}
