import type { Locator, Page } from 'playwright-core';
import { findInEditor } from './editor-text.mjs';
import { clickRow, foldOf, pressRow, wheel, type Click, type Meant } from './list-rows';
import { Menu } from './menu';
import { exactly, plain, texts } from './text';
import { dropFromOutside, namesOfElements, readRows, type Carried } from './tree-rows.mjs';

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
    // not the one that sticks to the top while its own place is further up
    return this.pane.locator('.monaco-list-row:not(.monaco-tree-sticky-row)').filter({ has: this.page.locator('.monaco-icon-label .label-name').filter({ hasText: exactly(label) }) }).first();
  }

  /** Waits until a row of that label is drawn, scrolling down through the tree when it is further on. */
  async find(label: string): Promise<Locator> {
    const row = this.row(label);
    const list = this.pane.locator('.monaco-list').first();
    await list.waitFor();
    await row.waitFor({ timeout: 3000 }).catch(() => undefined);
    // it may be drawn late, above of what has been looked through
    for (const end = Date.now() + 15_000; !await row.isVisible();) {
      await wheel(this.page, list, -100_000);
      for (let drawn = '', last: string | undefined; drawn !== last && !await row.isVisible();) {
        last = drawn;
        await wheel(this.page, list, 200);
        drawn = (await texts(this.rowsDrawn)).join('\n');
      }
      if (Date.now() > end && !await row.isVisible()) throw new Error(`the view ${this.name} has no row "${label}"; its last rows are\n${(await texts(this.rowsDrawn)).join('\n')}`);
    }
    return row;
  }

  private get rowsDrawn(): Locator {
    return this.pane.locator('.monaco-list-row');
  }

  private meant(label: string): Meant {
    return { part: '.label-name', says: exactly(label) };
  }

  /** Clicks the row of that label, and no other that takes its place while the tree changes. */
  private async click(label: string, how?: Click): Promise<void> {
    await this.find(label);
    await clickRow(this.page, this.rowsDrawn, this.meant(label), how);
  }

  /** Waits until the keyboard is in the tree. */
  async hasKeyboard(): Promise<void> {
    await this.pane.locator('.monaco-list:focus').waitFor();
  }

  /** What a screen reader says of the row that the keyboard is on; '' when there is none. */
  async focused(): Promise<string> {
    const [row] = await this.rowsDrawn.and(this.page.locator('.focused')).evaluateAll(readRows);
    return row?.ariaLabel ?? '';
  }

  /** The labels of the rows that are drawn and selected; none while the view is not shown. */
  async selected(): Promise<string[]> {
    return (await this.rowsDrawn.evaluateAll(readRows)).filter(({ selected }) => selected).map(({ label }) => plain(label));
  }

  /** The rows that are drawn now, from above. Waits for the first. */
  async rows(): Promise<TreeRow[]> {
    await this.rowsDrawn.first().waitFor();
    // at one moment: the elements are used again for other rows, and go, as the tree changes
    const rows = await this.rowsDrawn.evaluateAll(readRows);
    return rows.map((row) => ({ ...row, label: plain(row.label), description: plain(row.description) }));
  }

  async labels(): Promise<string[]> {
    return (await this.rows()).map((row) => row.label);
  }

  /** Opens a row, and waits until what is in it is drawn, where there is room for it. */
  async expand(label: string): Promise<void> {
    await this.makeRow(label, 'open');
  }

  async collapse(label: string): Promise<void> {
    await this.makeRow(label, 'closed');
  }

  private async makeRow(label: string, wanted: 'open' | 'closed'): Promise<void> {
    const end = Date.now() + 15_000;
    for (let fold = await this.foldNow(label); fold !== wanted; fold = await this.foldNow(label)) {
      if (Date.now() > end) throw new Error(`the row "${label}" of the view ${this.name} is not ${wanted} but ${fold ?? 'gone'}`);
      // the twistie answers at once; what is in the row comes later
      if (fold !== undefined && (fold === 'closed' || wanted === 'closed')) await this.click(label, { on: '.monaco-tl-twistie' });
      else await this.page.waitForTimeout(50);
    }
  }

  private async foldNow(label: string): ReturnType<typeof foldOf> {
    await this.find(label);
    return foldOf(this.rowsDrawn, this.meant(label));
  }

  /** Clicks a row: alone, as the end of a range (Shift), or in addition to others (Control). */
  async select(label: string, ...modifiers: Modifier[]): Promise<void> {
    await this.click(label, { modifiers });
  }

  async doubleClick(label: string): Promise<void> {
    await this.click(label, { clickCount: 2 });
  }

  /** The names of the actions that a row shows under the mouse. */
  async rowActions(label: string): Promise<string[]> {
    const row = await this.find(label);
    await row.hover();
    return namesOf(row.locator('.actions .action-label'));
  }

  async clickRowAction(label: string, action: string): Promise<void> {
    await this.click(label, { on: `.actions .action-label[aria-label^="${action}"]` });
  }

  /** Opens a row's context menu; the selection stays when the row is part of it. */
  async contextMenu(label: string): Promise<Menu> {
    await this.click(label, { button: 'right' });
    return new Menu(this.page);
  }

  /** Drags a row, and with it all that are selected, onto another row of this view. */
  async dragOnto(label: string, target: string): Promise<void> {
    await this.drag(label, async () => middle(await this.find(target)));
  }

  /** Drops on a row what comes from another program: texts by media type, or files by name. */
  async dropOnto(target: string, carried: Carried): Promise<void> {
    await (await this.find(target)).evaluate(dropFromOutside, carried);
  }

  /** Drags a row to where the view has no rows, below the last one. */
  async dragBelowAll(label: string): Promise<void> {
    const list = await this.pane.locator('.monaco-list').first().boundingBox();
    if (!list) throw new Error(`the view ${this.name} is not drawn`);
    await this.drag(label, () => Promise.resolve({ x: list.x + list.width / 2, y: list.y + list.height - 12 }));
  }

  /** Drags a row into the active editor, next to a text that is drawn there. Shift makes the editor take what is dropped as text. */
  async dragIntoEditor(label: string, needle: string): Promise<void> {
    await this.drag(label, () => findInEditor(this.page, needle), 'Shift');
  }

  private async drag(label: string, to: () => Promise<{ x: number; y: number }>, held?: Modifier): Promise<void> {
    await this.find(label);
    const start = await pressRow(this.page, this.rowsDrawn, this.meant(label));
    await this.page.mouse.move(start.x + 8, start.y + 8, { steps: 3 });
    let end = await to();
    // what it is dropped on may move meanwhile
    for (let at: typeof end | undefined; at?.x !== end.x || at.y !== end.y; end = await to()) {
      at = end;
      await this.page.mouse.move(at.x, at.y, { steps: 10 });
    }
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
    // "Loading…" stands in the card until the extension answers
    await card.filter({ hasNotText: /^\s*Loading(\.\.\.|…)\s*$/ }).filter({ hasText: /\S/ }).waitFor();
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
  return plain((await element.allInnerTexts())[0] ?? '');
}

async function namesOf(buttons: Locator): Promise<string[]> {
  return (await buttons.evaluateAll(namesOfElements)).flatMap((name) => name ? [name] : []);
}
