import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { Editor } from '../support/page/editor';
import { Menu } from '../support/page/menu';
import { Notifications } from '../support/page/notifications';
import { Problems } from '../support/page/problems';
import { QuickInput } from '../support/page/quick-input';
import { plain } from '../support/page/text';
import { TreeView } from '../support/page/tree-view';
import { workbenchRestored } from '../support/workbench-page.mjs';

export { HoverCard } from '../support/page/editor';
export type { TreeRow } from '../support/page/tree-view';
export { Editor, Menu, Notifications, Problems, QuickInput, TreeView };

/** How VS Code's built-in themes mark the workbench. */
const THEMES = {
  'Default Dark Modern': 'vs-dark',
  'Default Light Modern': 'vs',
  'Default High Contrast': 'hc-black',
  'Default High Contrast Light': 'hc-light',
} as const;
export type Theme = keyof typeof THEMES;

/** What the box says in which commands, or files, are looked for. */
const COMMANDS = /name of a command/u;
const FILES = /Search files/u;

/** A VS Code window as a person sees it. Selectors are known here and in test/support/page only. */
export class Workbench {
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly editor: Editor;
  readonly problems: Problems;
  readonly menu: Menu;
  /** Whether the extension is known to run: what it does not hear of at the start is not asked again. */
  private started = false;

  /**
   * @param folder the open workspace folder, on disk
   * @param results where screenshots go
   * @param crash kills the process that its extensions run in
   */
  constructor(readonly page: Page, readonly folder: string, private readonly results: string, readonly crash: () => void = () => undefined) {
    this.quickInput = new QuickInput(page);
    this.notifications = new Notifications(page);
    this.editor = new Editor(page);
    this.problems = new Problems(page);
    this.menu = new Menu(page);
  }

  /** Runs a command from the palette by its whole title, `Litshelf: Add Paper…`. */
  async runCommand(title: string): Promise<void> {
    // the palette closes when something takes the focus that was asked for before: then a person opens it again
    await eventually(async () => {
      await this.page.keyboard.press('F1');
      await this.quickInput.asks(COMMANDS, 4000);
      await this.quickInput.type(`>${title}`, 4000);
      await this.quickInput.choose(title, 4000);
    }, 20_000);
    await this.quickInput.gone(`>${title}`);
  }

  /** The titles that the palette offers for the text. */
  async commands(text: string): Promise<string[]> {
    await this.page.keyboard.press('F1');
    await this.quickInput.asks(COMMANDS);
    await this.quickInput.type(`>${text}`);
    const rows = await this.quickInput.rows();
    await this.quickInput.cancel();
    return rows;
  }

  /** Waits until the extension has come to what is asked of it now, and with that has heard of all that was done before. */
  async answered(): Promise<void> {
    await this.runCommand('Litshelf: Group Papers By…');
    await this.quickInput.asks(/^Now: /u);
    await this.quickInput.cancel();
  }

  /** Opens a file of the workspace by its name, and waits until it can be written in, and until the extension is there to see that. */
  async openFile(name: string): Promise<Editor> {
    if (!this.started) await this.answered();
    this.started = true;
    await this.page.keyboard.press('Control+P');
    await this.quickInput.asks(FILES);
    await this.quickInput.type(name);
    await this.quickInput.choose(path.basename(name));
    await this.editor.shows(path.basename(name));
    await this.editor.hasKeyboard();
    return this.editor;
  }

  async closeAllEditors(): Promise<void> {
    await this.runCommand('View: Close All Editors');
    await this.page.locator('.tab').first().waitFor({ state: 'detached' });
  }

  /** The tab of an editor, of a text file or any other kind. */
  tab(name: string): Locator {
    return this.page.locator('.tab').filter({ hasText: name }).first();
  }

  /** Shows a container of the activity bar. */
  async showContainer(name = 'Litshelf'): Promise<void> {
    const icon = this.activity(name);
    await icon.waitFor();
    const open = /\bchecked\b/.test(await icon.getAttribute('class') ?? '') && await this.page.locator('.part.sidebar').isVisible();
    // a click on the open one would close the side bar
    if (!open) await icon.click();
    await this.page.locator('.part.sidebar .composite.title').filter({ hasText: name }).waitFor();
    await this.page.mouse.move(700, 10);
  }

  /** The number on the container's icon, '' when there is none. */
  async badge(name = 'Litshelf'): Promise<string> {
    return plain((await this.activity(name).locator('.badge-content').filter({ visible: true }).allInnerTexts())[0] ?? '');
  }

  private activity(name: string): Locator {
    return this.page.locator(`.activitybar .action-item:has(a[aria-label^="${name}"])`);
  }

  /** A view of the container that is shown. */
  view(name: string): TreeView {
    return new TreeView(this.page, name);
  }

  /** Shows the Litshelf container and waits until a view has rows. */
  async showView(name: string): Promise<TreeView> {
    await this.showContainer();
    const view = this.view(name);
    await view.open();
    return view;
  }

  /** Waits for an item of the status bar that holds the text. */
  async statusBarItem(text: string): Promise<Locator> {
    const item = this.page.locator('.statusbar .statusbar-item').filter({ hasText: text }).first();
    await item.waitFor();
    return item;
  }

  /** The content of a webview editor or view: the extension's own page. */
  webview(nth = 0): ReturnType<Locator['contentFrame']> {
    return this.page.locator('iframe.webview.ready').nth(nth).contentFrame().locator('iframe#active-frame').contentFrame();
  }

  /** The dialog that covers the window, as a person reads it. */
  async dialog(): Promise<string> {
    const box = this.page.locator('.monaco-dialog-box');
    await box.waitFor();
    return plain(await box.innerText());
  }

  async pressDialog(button: string): Promise<void> {
    await this.page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: button }).first().click();
    await this.page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
  }

  /** Changes settings of the workspace; `undefined` takes one back. VS Code sees it within half a second. */
  changeSettings(settings: Readonly<Record<string, unknown>>): void {
    const file = path.join(this.folder, '.vscode', 'settings.json');
    const before = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...before, ...settings }, null, 2));
  }

  async setTheme(theme: Theme): Promise<void> {
    this.changeSettings({ 'workbench.colorTheme': theme });
    await this.page.locator(`.monaco-workbench.${THEMES[theme]}`).waitFor();
    // the new colours fade in
    await this.page.waitForTimeout(300);
  }

  /** Loads the window anew, as *Developer: Reload Window* does, and waits until it is there again. */
  async reload(): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInput.asks(COMMANDS);
    await this.quickInput.type('>Developer: Reload Window');
    await eventually(async () => {
      const focused = await this.quickInput.focused();
      if (!focused.includes('Developer: Reload Window')) throw new Error(`the palette offers ${focused}`);
    });
    const loaded = this.page.waitForEvent('load');
    await this.press('Enter');
    await loaded;
    await workbenchRestored(this.page);
  }

  /** A picture of the window in test-results/ui. */
  async screenshot(name: string): Promise<string> {
    const file = path.join(this.results, `${name.replace(/[^\w.-]+/g, '-')}.png`);
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file, timeout: 10_000 });
    return file;
  }

  async clipboard(): Promise<string> {
    return this.page.evaluate('navigator.clipboard.readText()');
  }

  async setClipboard(text: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  }

  /** Presses keys one after the other: `press('Control+A', 'Delete')`. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Saves the active editor. */
  async save(): Promise<void> {
    // what is typed in a page reaches the document a moment later, maybe just after it was saved
    await eventually(async () => {
      await this.page.keyboard.press('Control+S');
      await this.page.locator('.tab.active:not(.dirty)').first().waitFor({ timeout: 1500 });
    });
  }
}

/** Asks again until the answer is accepted or ten seconds have passed; then the last failure is thrown. */
export async function eventually<T>(ask: () => Promise<T> | T, limit = 10_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
