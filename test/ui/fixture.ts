import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.mjs';
import { hostErrors } from '../support/host-log.mjs';
import { scratchFolder } from '../support/scratch.mjs';
import { startServer, type Server } from '../support/server.mjs';
import { installedServer } from '../support/vscode-server-files.mjs';
import { testSettings } from '../support/vscode-settings.mjs';
import { openWorkbench, workbenchRestored } from '../support/workbench-page.mjs';
import { Workbench } from './workbench';

/** The suites run in the project's folder. */
const root = process.cwd();
/** Errors that hold one of these are ours: by name, or by a place in our bundle. */
const OURS = ['litshelf', 'Litshelf', path.join(root, 'dist')];
const results = path.join(root, 'test-results', 'ui');

export interface WorkbenchOptions {
  /** The files of the workspace folder, by path. */
  files?: Readonly<Record<string, string>>;
  /** A folder that is copied into the workspace before, from the project's folder: `test/fixtures/sample`. */
  copy?: string;
  /** Settings of the user, on top of the quiet ones. */
  settings?: Readonly<Record<string, unknown>>;
  /** Ids of other extensions that are to be there: empty ones, which do nothing. */
  neighbours?: readonly string[];
  /** Environment of the extension host. */
  environment?: Record<string, string>;
  /** So many windows on the same folder, each with an extension host of its own; default 1. */
  windows?: number;
}

interface Opened {
  server: Server;
  page: Page;
  workbench: Workbench;
  /** Further windows. */
  others: readonly Workbench[];
  close(): Promise<void>;
}

/**
 * Gives the tests of a `describe` a VS Code window with Litshelf under development, and a workspace folder of their own.
 * The server, its user data and the browser's storage are new as well, so that no suite sees what another one did.
 * A test that fails leaves a screenshot in test-results/ui. An error that our extension throws and nobody catches fails the suite.
 * @param options or a function that makes them, for what is only known once a server of the test's own runs
 * @returns a function that gives the window (or another one, counted from 0), inside tests and hooks
 */
export function useWorkbench(options: WorkbenchOptions | (() => Promise<WorkbenchOptions>) = {}): (nth?: number) => Workbench {
  let opened: Opened | undefined;
  let test = 'before the first test';
  const errors: string[] = [];
  const report = (error: Error): void => {
    const text = error.stack ?? error.message;
    if (OURS.some((sign) => text.includes(sign))) errors.push(`${test}: ${text}`);
  };

  before(async function open() {
    this.timeout(90_000);
    opened = await openWindow(typeof options === 'function' ? await options() : options, report);
  });

  beforeEach(function remember() {
    test = this.currentTest?.fullTitle() ?? test;
  });

  afterEach(async function keepPicture() {
    if (this.currentTest?.state === 'failed') await opened?.workbench.screenshot(`failed-${this.currentTest.fullTitle()}`).catch(() => undefined);
  });

  after(async function close() {
    this.timeout(30_000);
    if (!opened) return;
    // a second window on a folder finds the first one's lock, which VS Code tells as an error
    const logged = hostErrors(opened.server, OURS).filter((line) => !line.includes('vscode.lock'));
    await opened.close();
    errors.push(...logged);
    if (errors.length > 0) throw new Error(`errors of the extension that nobody caught:\n${errors.join('\n')}`);
  });

  return (nth = 0) => {
    const found = nth === 0 ? opened?.workbench : opened?.others[nth - 1];
    if (!found) throw new Error('The window is opened before the tests: ask for it inside a test or a hook.');
    return found;
  };
}

async function openWindow({ files = {}, copy, settings = {}, neighbours = [], environment, windows = 1 }: WorkbenchOptions, report: (error: Error) => void): Promise<Opened> {
  const installed = installedServer(root);
  const folder = path.join(scratchFolder('ui'), 'workspace');
  // VS Code takes seconds to notice a settings folder that is made later
  writeFiles(folder, { '.vscode/settings.json': '{}' });
  if (copy) cpSync(path.join(root, copy), folder, { recursive: true });
  writeFiles(folder, files);

  const home = scratchFolder('vs');
  for (const id of neighbours) installEmpty(home, id);
  const server = await startServer({ files: installed, folder: home, settings: { ...testSettings, ...settings }, environment });
  try {
    const { page, context } = await openWorkbench(await browser(), server, {
      folder,
      development: [root],
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
      onPage: (one) => one.on('pageerror', report),
    });
    page.setDefaultTimeout(15_000);
    const workbench = new Workbench(page, folder, results, () => killExtensionHosts(server));
    try {
      await workbenchRestored(page);
    } catch (error) {
      await workbench.screenshot('failed-to-open').catch(() => undefined);
      throw error;
    }
    const contexts = [context];
    const others: Workbench[] = [];
    for (let nth = 1; nth < windows; nth += 1) {
      const other = await openWorkbench(await browser(), server, { folder, development: [root], onPage: (one) => one.on('pageerror', report) });
      contexts.push(other.context);
      other.page.setDefaultTimeout(15_000);
      await workbenchRestored(other.page);
      others.push(new Workbench(other.page, folder, results));
    }
    const close = async (): Promise<void> => {
      for (const one of contexts) await one.close();
      await server.stop();
    };
    return { server, page, workbench, others, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** As when a machine runs out of memory: nothing can be tidied up. */
function killExtensionHosts({ process: { pid } }: Server): void {
  const all = execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line)?.slice(1) ?? []);
  const below = new Set([String(pid)]);
  for (let size = 0; size < below.size;) {
    size = below.size;
    for (const [child = '', parent = ''] of all) if (below.has(parent)) below.add(child);
  }
  for (const [child = '', , command = ''] of all) if (below.has(child) && command.includes('--type=extensionHost')) process.kill(Number(child), 'SIGKILL');
}

/** An extension without code, installed before the server looks. */
function installEmpty(home: string, id: string): void {
  const [publisher, name] = id.split('.');
  writeFiles(path.join(home, 'extensions', `${id.toLowerCase()}-0.0.1`), { 'package.json': JSON.stringify({ publisher, name, version: '0.0.1', engines: { vscode: '^1.101.0' } }) });
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** One browser for the whole run, although every test file is a bundle with a copy of this module. */
const shared = globalThis as typeof globalThis & { litshelfBrowser?: Promise<Browser> };

async function browser(): Promise<Browser> {
  shared.litshelfBrowser ??= launchBrowser(installedServer(root).chromium);
  return shared.litshelfBrowser;
}

// outside of every suite: after the last test of the last file
after(async () => {
  const one = shared.litshelfBrowser;
  delete shared.litshelfBrowser;
  await (await one)?.close();
});
