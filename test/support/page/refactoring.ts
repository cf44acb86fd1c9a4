import type { Locator, Page } from 'playwright-core';
import { wheel } from './list-rows';
import { plain, texts } from './text';

/** The box that F2 opens at a name, and the panel that shows what a rename is going to change. */
export class Refactoring {
  constructor(private readonly page: Page) {}

  private get box(): Locator {
    return this.page.locator('.rename-box');
  }

  private get panel(): Locator {
    return this.page.locator('.part.panel .pane-body.refactor-preview, .part.panel .bulk-edit-panel').first();
  }

  /** Opens the box at the caret, and returns the name that stands in it. */
  async begin(): Promise<string> {
    await this.page.keyboard.press('F2');
    await this.box.locator('input').waitFor();
    return this.box.locator('input').inputValue();
  }

  /** Renames at once, or shows the preview. */
  async finish(name: string, how: 'apply' | 'preview'): Promise<void> {
    await this.box.locator('input').fill(name);
    await this.page.keyboard.press(how === 'apply' ? 'Enter' : 'Control+Enter');
    await this.box.locator('input').waitFor({ state: 'hidden' });
  }

  /** The rows of the preview, from above: files, and the changes in each. The list is scrolled to its end. */
  async preview(): Promise<string[]> {
    const rows = this.panel.locator('.monaco-list-row');
    await rows.first().waitFor();
    const found = new Set<string>();
    const list = this.panel.locator('.monaco-list').first();
    await wheel(this.page, list, -100_000);
    for (let before = -1; before !== found.size; ) {
      before = found.size;
      for (const row of await texts(rows)) found.add(row);
      await wheel(this.page, list, 120);
    }
    return [...found];
  }

  async apply(): Promise<void> {
    await this.panel.locator('.monaco-button').filter({ hasText: 'Apply' }).click();
    await this.panel.locator('.monaco-list-row').first().waitFor({ state: 'detached' });
  }

  /** What is said at the caret: why nothing can be renamed there. */
  async refusal(): Promise<string> {
    const message = this.page.locator('.monaco-editor-overlaymessage .message');
    // it goes by itself after a while
    await message.waitFor({ timeout: 5000 });
    return plain((await message.allInnerTexts())[0] ?? '');
  }
}
