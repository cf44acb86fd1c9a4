import type { Locator, Page } from 'playwright-core';
import { plain, texts } from './text';

/** Messages to the user. With a development extension VS Code shows no pop-ups, so that they are read in the notification centre. */
export class Notifications {
  private readonly centre: Locator;

  constructor(private readonly page: Page) {
    this.centre = page.locator('.notifications-center.visible');
  }

  /** Waits for a message that holds the text; returns all of it. The message stays. */
  async message(text: string): Promise<string> {
    return plain(await (await this.item(text)).locator('.notification-list-item-message').innerText());
  }

  /** The names of its buttons. */
  async buttons(text: string): Promise<string[]> {
    return texts((await this.item(text)).locator('.notification-list-item-buttons-container .monaco-button'));
  }

  /** Presses a button of a message. */
  async press(text: string, button: string): Promise<void> {
    const item = await this.item(text);
    await item.hover();
    await item.locator('.notification-list-item-buttons-container .monaco-button').filter({ hasText: button }).click();
  }

  /** All messages that are there now, seen before or not. */
  async all(): Promise<string[]> {
    if (await this.centre.count() === 0 && /\bNo Notifications/.test(await this.bell.getAttribute('aria-label') ?? '')) return [];
    await this.open();
    return texts(this.centre.locator('.notification-list-item-message'));
  }

  /** Removes all messages, so that the next one is a new one. */
  async clear(): Promise<void> {
    if ((await this.all()).length > 0) await this.centre.locator('.codicon-notifications-clear-all, .codicon-clear-all').first().click();
    // without messages it goes by itself, maybe just now
    for (const end = Date.now() + 15_000; await this.centre.count() > 0;) {
      await this.centre.locator('.codicon-notifications-hide').first().click({ timeout: 1000 }).catch((error: unknown) => {
        if (Date.now() > end) throw error;
      });
    }
  }

  private get bell(): Locator {
    return this.page.locator(String.raw`#status\.notifications`);
  }

  private async open(): Promise<void> {
    if (await this.centre.count() === 0) await this.bell.click();
    await this.centre.waitFor();
  }

  private async item(text: string): Promise<Locator> {
    const item = this.centre.locator('.notification-list-item').filter({ hasText: text }).first();
    for (const end = Date.now() + 15_000; ;) {
      // it goes with the last message in it, before the next one comes
      await this.open();
      try {
        await item.waitFor({ timeout: 1000 });
        return item;
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }
}
