/**
 * The floor: an extension with a view of the same kind and size that does no work. What it needs is VS Code's own time
 * (activation, messages between host and window, drawing), which no extension can save.
 */
import * as vscode from 'vscode';

const groups = 13;
const children = 1000;

export function activate(context: vscode.ExtensionContext): void {
  const changed = new vscode.EventEmitter<string | undefined>();
  let edits = 0;
  const provider: vscode.TreeDataProvider<string> = {
    onDidChangeTreeData: changed.event,
    getChildren: (row) => (row === undefined ? names('Group', groups) : names(row, children)),
    getParent: (row) => (row.includes('/') ? row.slice(0, row.indexOf('/')) : undefined),
    getTreeItem: (row) => {
      const item = new vscode.TreeItem(label(row), row.includes('/') ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed);
      item.id = row;
      item.description = row.includes('/') ? 'Wang et al. · 2023 · ACL' : String(children);
      item.iconPath = row.includes('/') ? new vscode.ThemeIcon('file') : undefined;
      item.contextValue = 'paper';
      item.accessibilityInformation = { label: label(row) };
      item.command = { command: 'floor.nothing', title: '', arguments: [row] };
      return item;
    },
  };
  const label = (row: string): string => (edits > 0 && row.endsWith('/0') ? `${row} edited ${edits}` : row);
  context.subscriptions.push(
    vscode.window.createTreeView('floor.rows', { treeDataProvider: provider, canSelectMany: true, showCollapseAll: true }),
    vscode.workspace.onDidChangeTextDocument(({ contentChanges }) => {
      if (contentChanges.length === 0) return;
      edits += 1;
      changed.fire('Group 0/0');
    }),
  );
}

function names(parent: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => (parent === 'Group' ? `Group ${index}` : `${parent}/${index}`));
}
