import type { Locator, Page } from 'playwright-core';
import { texts } from './text';

/** The context menu, or the menu of a "…" button, that is open. */
export class Menu {
  constructor(private readonly page: Page) {}

  private get items(): Locator {
    return this.page.locator('.context-view .monaco-menu .action-item:not(.disabled) .action-menu-item');
  }

  /** The labels in their order, separators left out. */
  async labels(): Promise<string[]> {
    await this.items.first().waitFor();
    return (await texts(this.items.locator('.action-label'))).filter((label) => label !== '');
  }

  /** Chooses an item by the beginning of its label. `['Group By', 'Year']` goes through a sub-menu. */
  async choose(...path: string[]): Promise<void> {
    for (const label of path) {
      const item = this.items.filter({ has: this.page.locator(`.action-label[aria-label^="${label}"]`) }).last();
      await item.waitFor();
      await item.hover();
      // a click closes a menu at once when it comes before the mouse has moved
      await item.click();
    }
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.items.first().waitFor({ state: 'detached' });
  }
}
