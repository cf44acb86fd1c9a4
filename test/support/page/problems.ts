import type { Locator, Page } from 'playwright-core';
import { rowTexts } from './list-rows';

/** The panel of diagnostics. */
export class Problems {
  private readonly panel: Locator;

  constructor(private readonly page: Page) {
    this.panel = page.locator('.markers-panel');
  }

  async open(): Promise<void> {
    if (await this.panel.isVisible()) return;
    await this.page.keyboard.press('Control+Shift+M');
    await this.panel.waitFor();
    // it takes the keyboard a moment later, which then would be lost for what is done next
    await this.page.locator('.part.panel:focus-within').waitFor();
  }

  /** The rows on the screen, files and problems, each as one line. Waits for the first; see `none`. */
  async rows(): Promise<string[]> {
    await this.open();
    const rows = this.panel.locator('.monaco-list-row');
    await rows.first().waitFor();
    return rowTexts(rows);
  }

  /** Waits for a row that holds the text. */
  async row(text: string): Promise<Locator> {
    await this.open();
    const row = this.panel.locator('.monaco-list-row').filter({ hasText: text }).first();
    await row.waitFor();
    return row;
  }

  /** Waits until there is no problem left. */
  async none(): Promise<void> {
    await this.open();
    await this.panel.locator('.message-box-container').filter({ hasText: /No problems/ }).waitFor();
  }

  /** Waits until the editor shows the problem at the caret; `closed` until it shows none. */
  async inEditor(state: 'shown' | 'closed'): Promise<void> {
    await this.page.locator('.monaco-editor .marker-widget').first().waitFor({ state: state === 'shown' ? 'visible' : 'detached' });
  }

  /** Goes to the problem in its file. */
  async goTo(text: string): Promise<void> {
    await (await this.row(text)).dblclick();
  }
}
