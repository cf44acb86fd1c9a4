/** What one window is asked to do, and what is measured meanwhile. Figures in milliseconds, memory in megabytes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figures } from '../node/subject.js';
import { median } from '../shared/stats.js';
import type { BenchWindow } from './window.js';

/** The view of an extension, by what people see. */
export interface View {
  readonly extensionId: string;
  readonly container: string;
  readonly name: string;
  /** A top-level row with about a thousand papers, which is there when everything is. */
  readonly group: string;
}

export const litshelf: View = { extensionId: 'litshelf.litshelf', container: 'Litshelf', name: 'Papers', group: 'Field A' };
export const floor: View = { extensionId: 'bench.floor', container: 'Floor', name: 'Rows', group: 'Group 0' };

const edits = 5;
/** Long enough for everything that goes on after the last row was drawn. */
const quiet = 2500;
/** Long enough for the engine to give back what its work has left behind, which it does when nothing happens. */
export const rest = 40_000;

/** Click on the icon → first rows, → rows of the workspace's catalogue; blocks and memory around it. */
export async function showView({ page, probe, watch }: BenchWindow, view: View, all: boolean): Promise<Figures> {
  const before = await probe.ask('memory');
  await probe.ask('forgetBlocks');
  const conditions = [{ name: 'first', label: '.' }, ...(all ? [{ name: 'all', label: `^${view.group}$` }] : [])];
  const times = await watch(view.name, conditions, () => page.locator(`.activitybar .action-item:has(a[aria-label^="${view.container}"])`).click());
  await page.waitForTimeout(quiet);
  const block = await probe.ask('longestBlock');
  const rss = await probe.ask('rss');
  if (all) await page.waitForTimeout(rest);
  const after = await probe.ask('memory');
  const activation = await probe.ask('activation', view.extensionId);
  const since = (name: string): number => (times[name] ?? NaN) - (times['click'] ?? NaN);
  return {
    first: since('first'),
    ...(all ? { all: since('all') } : {}),
    block,
    ...(activation ? { load: activation.load, activate: activation.activate } : {}),
    rssBefore: before.rss,
    heapBefore: before.heap + before.external,
    rss,
    rssRested: after.rss,
    rssCollected: after.rssCollected,
    heap: after.heap + after.external,
  };
}

/** Click on the twistie of a group of a thousand → its first row. */
export async function expandGroup({ page, probe, watch }: BenchWindow, view: View): Promise<Figures> {
  const row = page.locator('.sidebar .monaco-list-row').filter({ has: page.locator('.label-name').getByText(view.group, { exact: true }) }).first();
  await probe.ask('forgetBlocks');
  const times = await watch(view.name, [{ name: 'child', label: '.', level: 2 }], () => row.locator('.monaco-tl-twistie').click());
  await page.waitForTimeout(500);
  return { expand: (times['child'] ?? NaN) - (times['click'] ?? NaN), expandBlock: await probe.ask('longestBlock') };
}

/** Another title, in a document or on the disk → its row drawn. */
export async function editPaper({ page, probe, watch }: BenchWindow, view: View, workspace: string): Promise<Figures> {
  // a folder's topics come first and fill some rows; papers of the group stand below, sorted by title
  const titles = (await page.locator('.sidebar .monaco-list-row[aria-level="2"]:not([aria-expanded]) .label-name').allInnerTexts()).map((title) => title.replaceAll('\u00a0', ' ')).sort();
  const times = { document: [] as number[], disk: [] as number[], block: [] as number[] };
  for (const [round, title] of titles.slice(0, 2 * edits).entries()) {
    const file = fileWith(workspace, title);
    const after = `${title} (edited)`;
    await probe.ask('forgetBlocks');
    let began = 0;
    const onDisk = round < edits;
    const drawn = await watch(view.name, [{ name: 'row', label: escape(after) }], async () => {
      if (!onDisk) began = await probe.ask('replace', file, title, after);
      else {
        const text = readFileSync(file, 'utf8').replace(title, after);
        began = performance.timeOrigin + performance.now();
        writeFileSync(file, text);
      }
    });
    (onDisk ? times.disk : times.document).push((drawn['row'] ?? NaN) - began);
    times.block.push(await probe.ask('longestBlock'));
    await page.waitForTimeout(400);
  }
  return { document: median(times.document), disk: median(times.disk), editBlock: median(times.block) };
}

/** The floor's row changes with any document. */
export async function editFloor({ probe, watch, page }: BenchWindow, view: View, workspace: string): Promise<Figures> {
  const [file = ''] = papersFiles(workspace);
  const times: number[] = [];
  for (let round = 1; round <= edits; round += 1) {
    let began = 0;
    const drawn = await watch(view.name, [{ name: 'row', label: ` edited ${round}$` }], async () => {
      began = await probe.ask('replace', file, 'title: ', 'title:  ');
    });
    times.push((drawn['row'] ?? NaN) - began);
    await page.waitForTimeout(400);
  }
  return { document: median(times) };
}

function fileWith(workspace: string, title: string): string {
  const file = papersFiles(workspace).find((one) => readFileSync(one, 'utf8').includes(title));
  if (file === undefined) throw new Error(`no file holds "${title}"`);
  return file;
}

function papersFiles(workspace: string): string[] {
  const folder = path.join(workspace, 'library', 'papers');
  return readdirSync(folder).sort().map((name) => path.join(folder, name));
}

function escape(text: string): string {
  return `^${text.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&')}$`;
}
