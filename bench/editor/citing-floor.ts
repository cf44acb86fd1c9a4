/** Completion and hovers of citations with nothing behind them: what every extension pays to VS Code for an answer. */
import * as vscode from 'vscode';

export function activate(context: vscode.ExtensionContext): void {
  const languages = ['latex', 'markdown'];
  context.subscriptions.push(
    vscode.languages.registerCompletionItemProvider(languages, { provideCompletionItems: () => new vscode.CompletionList([new vscode.CompletionItem('nobody2020nothing0')], true) }, '{', '@'),
    vscode.languages.registerHoverProvider(languages, { provideHover: () => new vscode.Hover('Nothing') }),
  );
}
