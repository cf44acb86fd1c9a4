import assert from 'node:assert/strict';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { MockHost } from './mock/host.js';

type Call = { [K in keyof MockHost]: MockHost[K] extends (...args: never) => unknown ? K : never }[keyof MockHost];

/** The page as the tests see it: selectors live here. */
export class EditorPage {
  readonly grid: Locator;
  readonly filter: Locator;
  readonly form: Locator;
  readonly categories: Locator;
  readonly footer: Locator;
  readonly toolbar: Locator;

  constructor(readonly page: Page, private readonly results: string) {
    this.grid = page.getByRole('grid');
    this.filter = page.getByRole('searchbox');
    this.form = page.locator('section.form');
    this.categories = page.locator('aside.categories');
    this.footer = page.locator('.footer');
    this.toolbar = page.getByRole('toolbar');
  }

  async shown(): Promise<void> {
    await this.grid.waitFor();
    await this.page.waitForFunction('document.fonts.ready');
  }

  /** Calls the host behind the page. */
  async host<K extends Call>(name: K, ...args: Parameters<MockHost[K]>): Promise<ReturnType<MockHost[K]>> {
    return this.page.evaluate<ReturnType<MockHost[K]>>(`host.${name}(...${JSON.stringify(args)})`);
  }

  async text(): Promise<string> {
    return this.host('text');
  }

  /** Time stands still in the page until `page.clock` goes on: however slow the machine is, no pause passes between two keys. */
  async stopClock(): Promise<void> {
    await this.page.clock.install();
    await this.page.clock.pauseAt(await this.page.evaluate<number>('Date.now() + 1000'));
  }

  /** Waits until something holds. */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 5000;
    while (!(await holds())) {
      if (Date.now() > end) assert.fail(`waited in vain: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async textHas(part: string): Promise<void> {
    await this.until(`the text has ${part}`, async () => (await this.text()).includes(part));
  }

  async textLacks(part: string): Promise<void> {
    await this.until(`the text lacks ${part}`, async () => !(await this.text()).includes(part));
  }

  row(text: string): Locator {
    return this.grid.locator('.rows [role=row]').filter({ hasText: text });
  }

  /** Titles of the rows that are drawn, from the top. */
  async titles(): Promise<string[]> {
    return this.grid.locator('.rows [role=row] .column-title').allTextContents();
  }

  async select(text: string): Promise<void> {
    await this.row(text).click();
    await this.form.locator('h2').filter({ hasText: text }).waitFor();
  }

  field(name: string): Locator {
    return this.form.locator(`[data-field="${name}"]`);
  }

  input(name: string): Locator {
    return this.field(name).locator('.input').first();
  }

  /** Unfolds a section of the form. */
  async unfold(title: string): Promise<void> {
    const button = this.form.getByRole('button', { name: title, exact: true });
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Whether the page has asked for something that has this in it. */
  async asked(part: string | RegExp): Promise<boolean> {
    const asked = JSON.stringify((await this.host('log')).requests);
    return typeof part === 'string' ? asked.includes(part) : part.test(asked);
  }

  async hasFocus(locator: Locator): Promise<boolean> {
    return (await locator.and(this.page.locator(':focus')).count()) > 0;
  }

  /** The name of what has the focus. */
  async focused(): Promise<string> {
    return this.page.evaluate<string>("document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''");
  }

  /** Icons that the style does not have. */
  async emptyIcons(): Promise<string[]> {
    return this.page.evaluate<string[]>("[...document.querySelectorAll('.codicon:not(.codicon-blank)')].filter((one) => getComputedStyle(one, '::before').content === 'none').map(({ className }) => className)");
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join(this.results, `${name}.png`), animations: 'disabled' });
  }
}
