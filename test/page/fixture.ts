import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { editorHtml } from '../../src/core/editing/html.js';
import { launchBrowser } from '../support/browser.mjs';
import { installedServer } from '../support/vscode-server-files.mjs';
import type { MockOptions } from './mock/host.js';
import { EditorPage } from './editor-page.js';

/** The suites run in the project's folder. */
const root = process.cwd();
const results = path.join(root, 'test-results', 'page');
const origin = 'https://page.test';
/** Answered from the disk; nothing goes out. */
const files: Readonly<Record<string, string>> = {
  '/editor-page.js': 'dist/page/editor-page.js',
  '/editor-page.css': 'dist/page/editor-page.css',
  '/codicon.ttf': 'dist/page/codicon.ttf',
  '/mock.js': 'out/page/mock.js',
  '/common.css': 'test/page/themes/common.css',
  ...Object.fromEntries(['dark', 'light', 'hc-dark', 'hc-light'].map((theme) => [`/${theme}.css`, `test/page/themes/${theme}.css`])),
};
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.ttf': 'font/ttf' };

export const themes = ['dark', 'light', 'hc-dark', 'hc-light'] as const;
export type Theme = (typeof themes)[number];

export interface OpenOptions extends Partial<MockOptions> {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly context?: BrowserContextOptions;
}

/** The shell that the extension makes, with the host's stand-in before the page's script, and the theme that VS Code puts in. */
function shell(theme: Theme): string {
  const nonce = 'c2VjcmV0';
  const html = editorHtml({ script: `${origin}/editor-page.js`, style: `${origin}/editor-page.css`, nonce, cspSource: origin, title: 'papers.yaml', lang: 'en' });
  return html
    .replace('<link rel', `<link rel="stylesheet" href="/${theme}.css"><link rel="stylesheet" href="/common.css"><link rel`)
    .replace('<script nonce', `<script nonce="${nonce}" src="/mock.js"></script><script nonce`);
}

/**
 * Gives the tests of a `describe` a browser. Every page that a test opens is closed after it; an error that nobody caught in it, a
 * violation of its content security policy, a message that the host did not understand, or a request to the network fails the test.
 */
export function usePages(): (options?: OpenOptions) => Promise<EditorPage> {
  let browser: Browser | undefined;
  let opened: { page: Page; faults: string[]; editor: EditorPage }[] = [];

  before(async function launch() {
    this.timeout(60_000);
    mkdirSync(results, { recursive: true });
    browser = await launchBrowser(installedServer(root).chromium);
  });

  afterEach(async function close() {
    const faults: string[] = [];
    for (const one of opened) {
      if (this.currentTest?.state === 'failed') await one.page.screenshot({ path: path.join(results, `failed-${this.currentTest.title.replace(/\W+/gu, '-').slice(0, 80)}.png`) }).catch(() => undefined);
      const log = await one.editor.host('log').catch(() => undefined);
      faults.push(...one.faults, ...(log?.failures ?? []));
      await one.page.context().close();
    }
    opened = [];
    if (faults.length > 0) throw new Error(`the page is at fault:\n${faults.join('\n')}`);
  });

  after(() => browser?.close());

  return async ({ theme = 'dark', width = 1280, height = 800, context: more, ...mock } = {}) => {
    if (!browser) throw new Error('there is no browser');
    const context = await browser.newContext({ viewport: { width, height }, ...more });
    const page = await context.newPage();
    page.setDefaultTimeout(5000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || /Content Security Policy/u.test(message.text())) faults.push(message.text());
    });
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      const file = files[url.pathname];
      if (url.origin === origin && url.pathname === '/') await route.fulfill({ contentType: 'text/html; charset=utf-8', body: shell(theme) });
      else if (url.origin === origin && file !== undefined) await route.fulfill({ contentType: types[path.extname(file)] ?? 'text/plain', body: readFileSync(path.join(root, file)) });
      else {
        faults.push(`asked for ${url.href}`);
        await route.abort();
      }
    });
    await page.addInitScript(`globalThis.litshelfMock = ${JSON.stringify(mock)}`);
    await page.goto(`${origin}/?theme=${theme}`);
    const editor = new EditorPage(page, results);
    opened.push({ page, faults, editor });
    await editor.shown();
    return editor;
  };
}

