import type { ElementHandle, Locator, Page } from 'playwright-core';
import { askRows, followWheel, guardRow, type Fold, type Wanted } from './list-rows.mjs';
import { plain } from './text';

/** Which row is meant: the first, from above, that says so, all of it or a piece. */
export interface Meant {
  readonly part?: string;
  readonly says: RegExp;
}

/** How a row is clicked; `on` selects a piece of it, which shows under the mouse at the latest. */
export interface Click {
  readonly on?: string;
  readonly button?: 'left' | 'right';
  readonly clickCount?: number;
  readonly modifiers?: ('Shift' | 'Control')[];
  /** Milliseconds. */
  readonly timeout?: number | undefined;
}

const patience = 15_000;
const inPage = ({ part, says: { source, flags } }: Meant): Wanted => ({ part, says: { source, flags } });

/** The plain texts of rows, from above. With `part`, each is those pieces, joined as `label | description`. */
export async function rowTexts(rows: Locator, part?: string): Promise<string[]> {
  const read = await rows.evaluateAll(askRows, { ask: 'texts', part } as const) as string[][];
  return read.map((pieces) => pieces.map((piece) => plain(piece.replaceAll('\n', ' '))).join(' | '));
}

/** Whether a row of a tree is closed, or open with what is in it drawn. Undefined when no such row is drawn. */
export async function foldOf(rows: Locator, meant: Meant): Promise<Fold | undefined> {
  return await rows.evaluateAll(askRows, { ask: 'fold', ...inPage(meant) } as const) as Fold | undefined;
}

/** Clicks a row once it is drawn, and nothing else: a row that has moved, or says something else just then, is looked for again. */
export async function clickRow(page: Page, rows: Locator, meant: Meant, { on, timeout, ...how }: Click = {}): Promise<void> {
  await withRow(page, rows, meant, timeout, async (row) => {
    if (on !== undefined) await row.hover({ timeout: 2000 });
    const target = on === undefined ? row : await row.waitForSelector(on, { state: 'attached', timeout: 2000 });
    await target.click({ ...how, timeout: 2000 });
  });
}

/** Presses the mouse on a row, as a drag begins, and returns where. */
export async function pressRow(page: Page, rows: Locator, meant: Meant): Promise<{ x: number; y: number }> {
  let at = { x: 0, y: 0 };
  await withRow(page, rows, meant, patience, async (row) => {
    const box = await (meant.part === undefined ? row : await row.$(meant.part))?.boundingBox();
    if (!box) throw new Error('it is not drawn any more');
    at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    // let go of what was pressed instead
    await page.mouse.up();
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
  });
  return at;
}

/** Does something with the mouse to a row, until that row has felt it. */
async function withRow(page: Page, rows: Locator, meant: Meant, timeout = patience, act: (row: ElementHandle) => Promise<void>): Promise<void> {
  const end = Date.now() + timeout;
  for (let reason: unknown = 'it is not drawn'; ;) {
    if (Date.now() > end) throw new Error(`no click on the row ${String(meant.says)}: ${String(reason)}; the rows are\n${(await rowTexts(rows)).join('\n')}`);
    const place = await rows.evaluateAll(askRows, { ask: 'place', ...inPage(meant) } as const) as number | undefined;
    const row = place === undefined ? null : await rows.and(page.locator(`[data-index="${place}"]`)).first().elementHandle({ timeout: 1000 }).catch(() => null);
    if (!row) {
      await page.waitForTimeout(50);
      continue;
    }
    const guard = await row.evaluateHandle(guardRow, inPage(meant));
    const failed = await act(row).then(() => undefined, (error: unknown) => error);
    if (await guard.evaluate(({ release }) => release())) return;
    reason = failed ?? 'it has moved';
  }
}

/** Turns the mouse wheel over a list, and waits until it has followed. */
export async function wheel(page: Page, list: Locator, pixels: number): Promise<void> {
  await list.hover();
  const turn = await page.evaluateHandle(followWheel);
  await page.mouse.wheel(0, pixels);
  await turn.evaluate(({ followed }) => followed);
}
