import type { Locator, Page } from 'playwright-core';
import { cardContent, findInEditor } from './editor-text.mjs';
import { rowTexts } from './list-rows';
import { textsFromAbove } from './list-rows.mjs';
import { plain, texts } from './text';

/** The active text editor. Text is found as it is drawn: it has to be on the screen. */
export class Editor {
  private readonly active: Locator;

  constructor(private readonly page: Page) {
    this.active = page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** Waits until the tab of a file is the active one and its text is drawn. */
  async shows(name: string): Promise<void> {
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor();
    // the tab is the active one before the text of the last one is gone
    await this.page.locator(`.editor-group-container.active .monaco-editor[data-uri$="${name}"] .view-line`).first().waitFor();
  }

  /** Waits until the keyboard is in the text. */
  async hasKeyboard(): Promise<void> {
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  }

  /** The lines on the screen, from above. */
  async lines(): Promise<string[]> {
    return (await this.active.locator('.view-line').evaluateAll(textsFromAbove)).map((line) => line.replaceAll('\u00a0', ' '));
  }

  async text(): Promise<string> {
    return (await this.lines()).join('\n');
  }

  /** Puts the caret behind the first appearance of the text, in a line that is not wrapped. */
  async caretAfter(needle: string): Promise<void> {
    await this.clickOn(needle);
    // the click lands somewhere in the text; arrow keys are exact
    await this.page.keyboard.press('Home');
    const line = (await this.lines()).find((one) => one.includes(needle)) ?? '';
    for (let step = line.trimStart().indexOf(needle) + needle.length; step > 0; step -= 1) await this.page.keyboard.press('ArrowRight');
  }

  /** Clicks a text, again when it has moved just then. */
  private async clickOn(needle: string): Promise<void> {
    for (const end = Date.now() + 10_000; ;) {
      const { x, y } = await findInEditor(this.page, needle);
      await this.page.mouse.click(x, y);
      // the caret is drawn a moment later
      for (let tries = 0; tries < 20; tries += 1) {
        if ((await findInEditor(this.page, needle)).caret) return;
        await this.page.waitForTimeout(50);
      }
      if (Date.now() > end) throw new Error(`the caret does not go to "${needle}"`);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Lets the mouse rest on a text. */
  async pointAt(needle: string): Promise<void> {
    const { x, y } = await findInEditor(this.page, needle);
    await this.page.mouse.move(0, 0);
    await this.page.mouse.move(x, y, { steps: 3 });
  }

  /** Lets the mouse rest on a text, and returns the card that appears. The text may have moved just then: who sees nothing points at it again. */
  async hover(needle: string): Promise<HoverCard> {
    const card = new HoverCard(this.page);
    for (let tries = 1; ; tries += 1) {
      await this.pointAt(needle);
      try {
        await card.shown(5000);
        return card;
      } catch (error) {
        if (tries === 3) throw error;
      }
    }
  }

  /** Control+click, as on a link. */
  async followLink(needle: string): Promise<void> {
    const { x, y } = await findInEditor(this.page, needle);
    await this.page.mouse.move(x, y, { steps: 3 });
    await this.page.keyboard.down('Control');
    await this.page.mouse.move(x + 1, y);
    await this.page.mouse.click(x + 1, y);
    await this.page.keyboard.up('Control');
  }

  /** Asks for completions at the caret; returns the labels on the screen. */
  async suggestions(): Promise<string[]> {
    await this.page.keyboard.press('Control+Space');
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    return rowTexts(rows);
  }

  /** Waits until the list that typing brought up has such a row; returns the labels on the screen. */
  async suggestionsShown(expected: RegExp): Promise<string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.filter({ hasText: expected }).first().waitFor();
    return rowTexts(rows);
  }

  /** Waits until Enter would take such a row. */
  async suggestionFocused(expected: RegExp): Promise<void> {
    await this.page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: expected }).waitFor();
  }

  async acceptSuggestion(text: string): Promise<void> {
    await this.page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: text }).first().click();
  }

  /** Asks for quick fixes at the caret; returns their titles. */
  async quickFixes(): Promise<string[]> {
    await this.page.keyboard.press('Control+.');
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await rows.first().waitFor();
    return rowTexts(rows);
  }

  /** Waits until Enter would apply the fix. */
  async fixFocused(title: string): Promise<void> {
    await this.page.locator('.action-widget .monaco-list-row.focused').filter({ hasText: title }).waitFor();
  }

  async applyFix(title: string): Promise<void> {
    await this.page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first().click();
  }
}

/** The card above a text under the mouse. */
export class HoverCard {
  private readonly card: Locator;

  constructor(private readonly page: Page) {
    this.card = page.locator('.monaco-resizable-hover .monaco-hover-content, .monaco-hover:not(.hidden) .monaco-hover-content').first();
  }

  /** @param timeout how long to wait until there is one at all, in milliseconds */
  async shown(timeout?: number): Promise<void> {
    await this.card.waitFor(timeout === undefined ? {} : { timeout });
    // "Loading…" stands in the card until the slow providers answer
    await this.card.filter({ hasNotText: /^\s*Loading\.\.\.\s*$/ }).waitFor();
  }

  async text(): Promise<string> {
    return plain(await this.card.innerText());
  }

  /** Waits until the card says so: several providers fill it one after the other. */
  async says(expected: RegExp): Promise<string> {
    const end = Date.now() + 10_000;
    for (;;) {
      const text = await this.text().catch(() => '');
      if (expected.test(text)) return text;
      if (Date.now() > end) throw new Error(`the card does not say ${String(expected)}:\n${text}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** The texts of its links; commands and addresses alike. */
  async links(): Promise<string[]> {
    return texts(this.card.locator('a'));
  }

  /** How many elements of a kind it has, and where its links lead. */
  async content(kind: string): Promise<{ found: number; addresses: string[] }> {
    await this.card.waitFor();
    const content = await this.card.evaluateAll(cardContent, kind);
    if (!content) throw new Error('the card is gone');
    return content;
  }

  async click(link: string): Promise<void> {
    await this.card.locator('a').filter({ hasText: link }).first().click();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.mouse.move(0, 0);
    await this.card.waitFor({ state: 'hidden' });
  }
}
