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

  /** All messages that are there now. */
  async all(): Promise<string[]> {
    const bell = this.page.locator(String.raw`#status\.notifications`);
    if (/No (New )?Notifications/.test(await bell.getAttribute('aria-label') ?? '')) return [];
    await this.open();
    return texts(this.centre.locator('.notification-list-item-message'));
  }

  /** Removes all messages, so that the next one is a new one. */
  async clear(): Promise<void> {
    if ((await this.all()).length > 0) await this.centre.locator('.codicon-notifications-clear-all, .codicon-clear-all').first().click();
    if (await this.centre.count() > 0) await this.page.keyboard.press('Escape');
    await this.centre.waitFor({ state: 'detached' });
  }

  private async open(): Promise<void> {
    if (await this.centre.count() === 0) await this.page.locator(String.raw`#status\.notifications`).click();
    await this.centre.waitFor();
  }

  private async item(text: string): Promise<Locator> {
    await this.open();
    const item = this.centre.locator('.notification-list-item').filter({ hasText: text }).first();
    await item.waitFor();
    return item;
  }
}
