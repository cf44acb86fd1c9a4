/** Other people's extensions: what their activation costs, in a window like ours. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Figures } from '../node/subject.js';
import type { BenchWindow } from './window.js';

/** @param folder an unpacked extension  @param inWindow opens the window and keeps the figures under the name */
export async function activatePeer(folder: string, inWindow: (name: string, work: (window: BenchWindow) => Promise<Figures>) => Promise<void>): Promise<void> {
  const { publisher, name } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { publisher: string; name: string };
  const id = `${publisher}.${name}`;
  await inWindow(id, async ({ page, probe }) => {
    const before = await probe.ask('memory');
    await probe.ask('forgetBlocks');
    await probe.ask('activate', id);
    await page.waitForTimeout(2500);
    const block = await probe.ask('longestBlock');
    const after = await probe.ask('memory');
    const activation = await probe.ask('activation', id);
    return { load: activation?.load ?? NaN, activate: activation?.activate ?? NaN, block, rssBefore: before.rss, rss: after.rss, heap: after.heap + after.external };
  });
}
