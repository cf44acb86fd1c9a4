import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The page of the catalogue editor in a tab of VS Code, found by the file that the tab shows. */
export class CatalogueEditorPage {
  readonly frame: FrameLocator;
  readonly grid: Locator;
  readonly filter: Locator;
  readonly form: Locator;
  readonly footer: Locator;
  readonly banner: Locator;

  /** @param nth of several editors on the screen */
  constructor(readonly page: Page, nth = 0) {
    this.frame = page.locator('iframe.webview.ready').nth(nth).contentFrame().locator('iframe#active-frame').contentFrame();
    this.grid = this.frame.getByRole('grid');
    this.filter = this.frame.getByRole('searchbox');
    this.form = this.frame.locator('section.form');
    this.footer = this.frame.locator('.footer');
    this.banner = this.frame.locator('.banner:visible');
  }

  /** Waits until papers are shown. */
  async shown(): Promise<void> {
    await this.footer.filter({ hasText: 'paper' }).waitFor();
  }

  /** Where there is room for one of them only, the table in the place of the form. */
  async showTable(): Promise<void> {
    // the form may come a moment later, when the paper of before is found again
    await this.grid.or(this.button('Back to the Table')).first().waitFor();
    for (const end = Date.now() + 15_000; !await this.grid.isVisible();) {
      await this.button('Back to the Table').click({ timeout: 1000 }).catch((error: unknown) => {
        if (Date.now() > end) throw error;
      });
    }
  }

  /** Puts the keyboard into the table. The window takes a moment to send keys there. */
  async focusTable(): Promise<void> {
    await this.grid.focus();
    for (const end = Date.now() + 10_000; !await this.page.evaluate('document.activeElement?.matches("iframe.webview.ready")');) {
      if (Date.now() > end) throw new Error('the keyboard does not go to the table');
      await this.page.waitForTimeout(20);
    }
  }

  row(text: string): Locator {
    return this.grid.locator('.rows [role=row]').filter({ hasText: text });
  }

  /** Titles of the rows that are drawn, from the top. */
  async titles(): Promise<string[]> {
    return this.grid.locator('.rows [role=row] .column-title').allTextContents();
  }

  async select(text: string): Promise<void> {
    await this.row(text).first().click();
    await this.form.locator('h2').filter({ hasText: text }).waitFor();
  }

  field(name: string): Locator {
    return this.form.locator(`[data-field="${name}"]`);
  }

  input(name: string): Locator {
    return this.field(name).locator('.input').first();
  }

  /** Types a value in the place of the one that is there, and leaves the field. */
  async write(name: string, text: string): Promise<void> {
    await this.input(name).fill(text);
    await this.input(name).blur();
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name });
  }
}
