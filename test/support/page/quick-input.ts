import type { Locator, Page } from 'playwright-core';
import { clickRow, rowTexts } from './list-rows';
import { holding, plain } from './text';

/** The box at the top of the window: a quick pick or an input box. */
export class QuickInput {
  private readonly widget: Locator;
  private readonly input: Locator;
  private readonly list: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget').filter({ visible: true });
    this.input = this.widget.locator('.quick-input-box input').first();
    this.list = this.widget.locator('.quick-input-list .monaco-list-row');
  }

  async shown(): Promise<void> {
    await this.widget.waitFor();
  }

  async hidden(): Promise<void> {
    await this.widget.waitFor({ state: 'hidden' });
  }

  /** Waits until the box no longer holds the text: it was closed, or another one took its place. */
  async gone(text: string): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      if (!await this.widget.isVisible() || await this.input.inputValue({ timeout: 500 }).catch(() => '') !== text) return;
      await this.page.waitForTimeout(50);
    }
    throw new Error(`the box still shows "${text}"`);
  }

  /** Waits until the box has the keyboard, as what is typed before would go elsewhere. */
  async ready(): Promise<void> {
    await this.widget.locator('input:focus').waitFor();
  }

  async title(): Promise<string> {
    return plain(await this.widget.locator('.quick-input-title').filter({ hasText: /\S/ }).innerText());
  }

  async placeholder(): Promise<string> {
    return await this.input.getAttribute('placeholder') ?? '';
  }

  /** Waits for the box that asks this: it stands in the place of what is typed. One box takes the place of another without a gap. */
  async asks(question: RegExp, timeout?: number): Promise<void> {
    const said = this.widget.locator('.quick-input-box').getByPlaceholder(question);
    await said.first().waitFor(timeout === undefined ? {} : { timeout });
    await this.widget.locator('input:focus').waitFor(timeout === undefined ? {} : { timeout });
  }

  async value(): Promise<string> {
    return this.input.inputValue();
  }

  /** Replaces what the box holds. @param timeout how long to wait for the box, in milliseconds */
  async type(text: string, timeout?: number): Promise<void> {
    await this.input.fill(text, timeout === undefined ? {} : { timeout });
  }

  row(text: string): Locator {
    return this.list.filter({ hasText: text }).first();
  }

  /** The rows that are drawn, each as `label | description | detail`. Waits for the first. */
  async rows(): Promise<string[]> {
    await this.list.first().waitFor();
    return rowTexts(this.list, '.label-name, .label-description');
  }

  /** What the row says that Enter would take, line by line; '' when there is none. */
  async focused(): Promise<string> {
    return plain((await this.list.and(this.page.locator('.focused')).allInnerTexts())[0] ?? '');
  }

  /** Chooses the first row that holds the text. @param timeout how long to wait for the row, in milliseconds */
  async choose(text: string, timeout?: number): Promise<void> {
    await clickRow(this.page, this.list, { says: holding(text) }, { timeout });
  }

  /** Ticks or unticks a row of a pick that takes several. */
  async toggle(text: string): Promise<void> {
    await clickRow(this.page, this.list, { says: holding(text) }, { on: '.quick-input-list-checkbox, .monaco-checkbox' });
  }

  /** Whether a row of a pick that takes several is ticked. */
  async ticked(text: string): Promise<boolean> {
    return await this.row(text).locator('[aria-checked="true"]').count() > 0;
  }

  /** Presses a button at the end of a row. */
  async rowButton(text: string, button: string): Promise<void> {
    await clickRow(this.page, this.list, { says: holding(text) }, { on: `.action-label[aria-label^="${button}"]` });
  }

  /** Presses a button of the title bar. */
  async button(name: string): Promise<void> {
    await this.widget.locator(`.quick-input-titlebar .action-label[aria-label^="${name}"], .quick-input-inline-action-bar .action-label[aria-label^="${name}"]`).first().click();
  }

  async accept(): Promise<void> {
    await this.input.press('Enter');
  }

  async cancel(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.hidden();
  }

  /** What is below an input box: its prompt, or why its value is refused. Waits for one that holds the text. */
  async message(holding: string | RegExp = /\S/): Promise<string> {
    return plain(await this.widget.locator('.quick-input-message').filter({ hasText: holding }).innerText());
  }
}
