/** The catalogue editor: one session for each document, one page for each editor of it. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { editorHtml } from '../../core/editing/html.js';
import type { Disposable } from '../../core/ports.js';
import type { House } from '../shared/house.js';
import { loadYaml } from '../shared/load-yaml.js';
import { Checks } from './checks.js';
import { handlersOf } from './handlers.js';
import { Kept } from './kept.js';
import { LastTextEditor } from './last-text-editor.js';
import { Page } from './page.js';
import { Session } from './session.js';
import type { Wanted } from './wanted.js';

export class CatalogueEditors implements vscode.CustomTextEditorProvider, Disposable {
  readonly #house: House;
  readonly #wanted: Wanted;
  readonly #kept: Kept;
  readonly #sessions = new Map<string, { readonly session: Session; readonly checks: Checks }>();
  readonly #lastText = new LastTextEditor();

  constructor(house: House, wanted: Wanted) {
    this.#house = house;
    this.#wanted = wanted;
    this.#kept = new Kept(house.context.workspaceState);
    wanted.onWant = (uri) => this.#sessions.get(uri.toString())?.session.select(wanted);
  }

  async resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel, token: vscode.CancellationToken): Promise<void> {
    const yaml = await loadYaml();
    if (token.isCancellationRequested) return;
    const id = document.uri.toString();
    const { session, checks } = this.#sessions.get(id) ?? this.#begin(document, yaml);
    const services = { house: this.#house, session, kept: this.#kept, wanted: this.#wanted, lastText: this.#lastText, yaml, fixes: checks };
    const page = new Page(panel, handlersOf(services), this.#house.log);
    session.add(page);
    panel.onDidChangeViewState(() => {
      if (panel.active) session.select(this.#wanted);
    });
    panel.onDidDispose(() => {
      page.dispose();
      if (session.remove(page) > 0) return;
      checks.dispose();
      session.dispose();
      this.#sessions.delete(id);
    });
    this.#fill(panel, document);
  }

  dispose(): void {
    this.#wanted.onWant = undefined;
    this.#lastText.dispose();
    for (const { session, checks } of this.#sessions.values()) {
      checks.dispose();
      session.dispose();
    }
    this.#sessions.clear();
  }

  #begin(document: vscode.TextDocument, yaml: Awaited<ReturnType<typeof loadYaml>>): { readonly session: Session; readonly checks: Checks } {
    const session = new Session(this.#house, yaml, document);
    const begun = { session, checks: new Checks(this.#house, session, yaml) };
    this.#sessions.set(document.uri.toString(), begun);
    return begun;
  }

  #fill({ webview }: vscode.WebviewPanel, document: vscode.TextDocument): void {
    const root = vscode.Uri.joinPath(this.#house.context.extensionUri, 'dist', 'page');
    webview.options = { enableScripts: true, localResourceRoots: [root] };
    const at = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(root, name)).toString();
    webview.html = editorHtml({
      script: at('editor-page.js'),
      style: at('editor-page.css'),
      nonce: randomBytes(18).toString('base64'),
      cspSource: webview.cspSource,
      title: vscode.workspace.asRelativePath(document.uri),
      lang: vscode.env.language,
    });
  }
}
