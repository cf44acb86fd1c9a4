import type { Locator, Page } from 'playwright-core';
import { findInEditor } from './editor-text.mjs';
import { Menu } from './menu';
import { exactly, plain, texts } from './text';
import { dropFromOutside, readRows, type Carried } from './tree-rows.mjs';

export interface TreeRow {
  label: string;
  description: string;
  /** 1 for the rows without a parent. */
  level: number;
  /** Undefined when it has no children. */
  expanded: boolean | undefined;
  selected: boolean;
  /** What a screen reader says. */
  ariaLabel: string;
}

type Modifier = 'Shift' | 'Control';

/** A tree view in the side bar, known by its name. Rows are known by their label; the first of that name counts. */
export class TreeView {
  readonly pane: Locator;
  private readonly header: Locator;

  constructor(private readonly page: Page, readonly name: string) {
    this.header = page.locator(`.pane-header[aria-label^="${name}"]`);
    this.pane = page.locator('.part .pane').filter({ has: this.header });
  }

  /** Opens the pane when it is collapsed in its container. */
  async open(): Promise<void> {
    await this.header.waitFor({ state: 'attached' });
    if (await this.header.getAttribute('aria-expanded') === 'false') await this.header.click();
  }

  /** Folds the pane, which leaves its height to the others of the container. */
  async fold(): Promise<void> {
    await this.header.waitFor({ state: 'attached' });
    if (await this.header.getAttribute('aria-expanded') === 'true') await this.header.click();
  }

  /** The row, drawn or not yet: wait for it or act on it. */
  row(label: string): Locator {
    return this.pane.locator('.monaco-list-row').filter({ has: this.page.locator('.monaco-icon-label .label-name').filter({ hasText: exactly(label) }) }).first();
  }

  /** Waits until a row of that label is drawn, scrolling down through the tree when it is further on. */
  async find(label: string): Promise<Locator> {
    const row = this.row(label);
    const list = this.pane.locator('.monaco-list').first();
    await list.waitFor();
    if (await row.isVisible()) return row;
    try {
      await row.waitFor({ timeout: 3000 });
      return row;
    } catch {
      await this.scroll(-100_000);
    }
    for (let last = ''; !await row.isVisible();) {
      await this.scroll(200);
      const drawn = (await texts(this.pane.locator('.monaco-list-row'))).join('\n');
      if (drawn === last) throw new Error(`the view ${this.name} has no row "${label}"; its last rows are\n${drawn}`);
      last = drawn;
    }
    return row;
  }

  private async scroll(pixels: number): Promise<void> {
    await this.pane.locator('.monaco-list').first().hover();
    await this.page.mouse.wheel(0, pixels);
    await this.page.waitForTimeout(60);
  }

  /** The rows that are drawn now, from above. Waits for the first. */
  async rows(): Promise<TreeRow[]> {
    const all = this.pane.locator('.monaco-list-row');
    await all.first().waitFor();
    // at one moment: the elements are used again for other rows, and go, as the tree changes
    const rows = await all.evaluateAll(readRows);
    return rows.map((row) => ({ ...row, label: plain(row.label), description: plain(row.description) }));
  }

  async labels(): Promise<string[]> {
    return (await this.rows()).map((row) => row.label);
  }

  async expand(label: string): Promise<void> {
    const row = await this.find(label);
    if (await row.getAttribute('aria-expanded') !== 'true') await row.locator('.monaco-tl-twistie').click();
    await this.row(label).and(this.page.locator('[aria-expanded="true"]')).waitFor();
  }

  async collapse(label: string): Promise<void> {
    const row = await this.find(label);
    if (await row.getAttribute('aria-expanded') === 'true') await row.locator('.monaco-tl-twistie').click();
    await this.row(label).and(this.page.locator('[aria-expanded="false"]')).waitFor();
  }

  /** Clicks a row: alone, as the end of a range (Shift), or in addition to others (Control). */
  async select(label: string, ...modifiers: Modifier[]): Promise<void> {
    await (await this.find(label)).click({ modifiers });
  }

  async doubleClick(label: string): Promise<void> {
    await (await this.find(label)).dblclick();
  }

  /** The names of the actions that a row shows under the mouse. */
  async rowActions(label: string): Promise<string[]> {
    const row = await this.find(label);
    await row.hover();
    return namesOf(row.locator('.actions .action-label'));
  }

  async clickRowAction(label: string, action: string): Promise<void> {
    const row = await this.find(label);
    await row.hover();
    await row.locator(`.actions .action-label[aria-label^="${action}"]`).click();
  }

  /** Opens a row's context menu; the selection stays when the row is part of it. */
  async contextMenu(label: string): Promise<Menu> {
    await (await this.find(label)).click({ button: 'right' });
    return new Menu(this.page);
  }

  /** Drags a row, and with it all that are selected, onto another row of this view. */
  async dragOnto(label: string, target: string): Promise<void> {
    await this.drag(await this.find(label), await this.find(target));
  }

  /** Drops on a row what comes from another program: texts by media type, or files by name. */
  async dropOnto(target: string, carried: Carried): Promise<void> {
    await (await this.find(target)).evaluate(dropFromOutside, carried);
  }

  /** Drags a row to where the view has no rows, below the last one. */
  async dragBelowAll(label: string): Promise<void> {
    const list = await this.pane.locator('.monaco-list').first().boundingBox();
    if (!list) throw new Error(`the view ${this.name} is not drawn`);
    await this.drag(await this.find(label), { x: list.x + list.width / 2, y: list.y + list.height - 12 });
  }

  /** Drags a row into the active editor, next to a text that is drawn there. Shift makes the editor take what is dropped as text. */
  async dragIntoEditor(label: string, needle: string): Promise<void> {
    await this.drag(await this.find(label), await findInEditor(this.page, needle), 'Shift');
  }

  private async drag(from: Locator, to: Locator | { x: number; y: number }, held?: Modifier): Promise<void> {
    const start = await middle(from.locator('.label-name'));
    const end = 'x' in to ? to : await middle(to);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(start.x + 8, start.y + 8, { steps: 3 });
    await this.page.mouse.move(end.x, end.y, { steps: 10 });
    // pressed only now: a drag that begins with Shift would extend the selection
    if (held) await this.page.keyboard.down(held);
    await this.page.mouse.move(end.x + 2, end.y, { steps: 3 });
    await this.page.waitForTimeout(200);
    await this.page.mouse.up();
    if (held) await this.page.keyboard.up(held);
  }

  /** The text of the card that a row shows under the mouse. */
  async hoverText(label: string): Promise<string> {
    const row = await this.find(label);
    await this.page.mouse.move(0, 0);
    await row.locator('.label-name').hover();
    const card = this.page.locator('.workbench-hover-container .monaco-hover, .workbench-hover').last();
    await card.waitFor();
    return plain(await card.innerText());
  }

  /** The names of the buttons beside the view's title. */
  async actions(): Promise<string[]> {
    return namesOf((await this.toolbar()).locator('.action-label'));
  }

  async clickAction(action: string): Promise<void> {
    await (await this.toolbar()).locator(`.action-label[aria-label^="${action}"]`).click();
  }

  /** Opens the menu behind the "…" beside the view's title. */
  async moreActions(): Promise<Menu> {
    await (await this.toolbar()).locator('.action-label.codicon-toolbar-more').click();
    return new Menu(this.page);
  }

  /** In the view's own header, or, when it is the only view, in that of its container. */
  private async toolbar(): Promise<Locator> {
    if (!await this.header.isVisible()) return this.page.locator('.sidebar .composite.title .title-actions, .sidebar .composite.title .global-actions');
    await this.header.hover();
    return this.header.locator('.actions');
  }

  /** The small text beside the title. */
  async description(): Promise<string> {
    return textOf(this.header.locator('.description'));
  }

  /** The line between the title and the rows. */
  async message(): Promise<string> {
    return textOf(this.pane.locator('.message'));
  }

  /** What the view shows in place of rows, its buttons included. */
  async welcome(): Promise<string> {
    const content = this.pane.locator('.welcome-view-content');
    await content.waitFor();
    return plain(await content.innerText());
  }

  async clickWelcome(button: string): Promise<void> {
    await this.pane.locator('.welcome-view-content .monaco-button, .welcome-view-content a').filter({ hasText: button }).first().click();
  }
}

async function middle(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('what is dragged, or onto what, is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function textOf(element: Locator): Promise<string> {
  return await element.count() > 0 ? plain(await element.first().innerText()) : '';
}

async function namesOf(buttons: Locator): Promise<string[]> {
  return (await Promise.all((await buttons.all()).map((button) => button.getAttribute('aria-label')))).flatMap((name) => name ? [name] : []);
}
