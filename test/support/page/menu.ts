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
    for (const [step, label] of path.entries()) {
      const item = this.items.filter({ has: this.page.locator(`.action-label[aria-label^="${label}"]`) }).last();
      await item.waitFor();
      await item.hover();
      // a click closes a menu at once when it comes before the mouse has moved
      await item.click();
      if (step === path.length - 1) await this.taken(item);
    }
  }

  /** In its first moments a menu lets go of clicks; a person sees that it is still there, and clicks again. */
  private async taken(item: Locator): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      if (await item.waitFor({ state: 'hidden', timeout: 2000 }).then(() => true, () => false)) return;
      await item.click({ timeout: 2000 }).catch(() => undefined);
    }
    throw new Error('the menu stays');
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.items.first().waitFor({ state: 'detached' });
  }
}
