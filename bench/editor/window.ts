/** A window of VS Code with the probe in its extension host: a server, a browser page and data folders of its own. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { scratchFolder } from '../../test/support/scratch.mjs';
import { startServer } from '../../test/support/server.mjs';
import type { ServerFiles } from '../../test/support/vscode-server-files.mjs';
import { testSettings } from '../../test/support/vscode-settings.mjs';
import { openWorkbench, workbenchRestored } from '../../test/support/workbench-page.mjs';
import { readStopwatch, startStopwatch, type Condition } from './page-stopwatch.mjs';
import { Probe } from './probe-client.js';
import { installExtensions } from './stage.js';

/** After the window has restored itself, its extension host still works for about a second. */
const settle = 3000;

export interface WindowOptions {
  readonly files: ServerFiles;
  readonly browser: Browser;
  /** The probe's folder. */
  readonly probe: string;
  /** The extension that is measured; none for an empty host. */
  readonly extension?: string | undefined;
  /** The workspace folder. */
  readonly workspace: string;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** Holds the data of VS Code, for a second start with what the first one kept. */
  readonly data?: string | undefined;
}

export interface BenchWindow {
  readonly page: Page;
  readonly probe: Probe;
  /** Starts to look at the rows of a view, and acts. Answers with the times of the click and of the conditions. */
  readonly watch: (view: string, conditions: readonly Condition[], act: () => Promise<unknown>) => Promise<Record<string, number>>;
  readonly close: () => Promise<void>;
}

export async function openWindow({ files, browser, probe: probeFolder, extension, workspace, settings = {}, data }: WindowOptions): Promise<BenchWindow> {
  const portFile = path.join(scratchFolder('port'), 'port');
  const folder = data ?? scratchFolder('vs');
  installExtensions(folder, [...(extension === undefined ? [] : [extension]), probeFolder]);
  const server = await startServer({ files, folder, settings: { ...testSettings, ...settings }, environment: { LITSHELF_BENCH_PORT: portFile } });
  try {
    const { page, context } = await openWorkbench(browser, server, { folder: workspace });
    page.setDefaultTimeout(30_000);
    await workbenchRestored(page);
    const probe = new Probe(portFile);
    await probe.ready();
    await page.waitForTimeout(settle);
    return {
      page,
      probe,
      watch: async (view, conditions, act) => {
        await page.evaluate(startStopwatch, { view, conditions });
        await act();
        const names = conditions.map(({ name }) => name);
        await page.waitForFunction(readStopwatch, names, { timeout: 60_000, polling: 100 });
        return (await page.evaluate(readStopwatch, names)) ?? {};
      },
      close: async () => {
        await context.close();
        await server.stop();
        if (data === undefined) rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
