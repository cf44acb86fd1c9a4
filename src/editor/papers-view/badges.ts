/** Badges on rows: a star, and whether a paper is read. A title fills its row, and what stands behind it is cut off; a badge never is. */
import * as vscode from 'vscode';
import type { Marks } from '../../core/outline/marks.js';
import type { Disposable } from '../../core/ports.js';

const scheme = 'litshelf-row';
const signs = { starred: '★', read: '✓', reading: '◐' } as const;
type Sign = keyof typeof signs;

/** The address by which VS Code asks for a row's badge; undefined when there is none. */
export function badgeOf(key: string, { starred, status }: Marks): vscode.Uri | undefined {
  const shown: Sign[] = [...(starred ? (['starred'] as const) : []), ...(status === undefined ? [] : [status])];
  return shown.length === 0 ? undefined : vscode.Uri.from({ scheme, path: `/${key}`, query: shown.join('&') });
}

export function registerBadges(): Disposable {
  const words: Readonly<Record<Sign, string>> = { starred: vscode.l10n.t('starred'), read: vscode.l10n.t('read'), reading: vscode.l10n.t('reading') };
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: (uri) => {
      if (uri.scheme !== scheme) return undefined;
      const shown = uri.query.split('&').filter((one): one is Sign => one in signs);
      return new vscode.FileDecoration(shown.map((one) => signs[one]).join(''), shown.map((one) => words[one]).join(', '));
    },
  });
}
