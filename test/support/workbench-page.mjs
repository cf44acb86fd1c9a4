const VIEWPORT = { width: 1400, height: 900 };

/**
 * The address of a workbench. Development extensions and tests work only on a server started with `testDriver`.
 * @param {{ url: string, authority: string }} server
 * @param {object} options
 * @param {string} [options.folder] @param {string} [options.workspace] a .code-workspace file @param {string} [options.openFile]
 * @param {string[]} [options.development] folders of extensions under development @param {string} [options.tests] a module with a `run` function
 */
export function workbenchUrl(server, { folder, workspace, openFile, development = [], tests }) {
  const uri = (file) => `vscode-remote://${server.authority}${file}`;
  const payload = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true']];
  for (const one of development) payload.push(['extensionDevelopmentPath', uri(one)]);
  if (tests) payload.push(['extensionTestsPath', uri(tests)]);
  if (openFile) payload.push(['openFile', uri(openFile)]);
  const query = new URLSearchParams();
  if (folder) query.set('folder', folder);
  if (workspace) query.set('workspace', workspace);
  query.set('payload', JSON.stringify(payload));
  return `${server.url}?${query}`;
}

/**
 * Opens a workbench in a fresh browser context: its storage is empty, nothing is left of an earlier one.
 * @param {import('playwright-core').Browser} browser
 * @param {{ url: string, authority: string }} server
 * @param {object} options as for `workbenchUrl`, and:
 * @param {(args: unknown[]) => void} [options.onConsole] what the extension host writes to its console (only with `tests`)
 * @param {(code: number) => void} [options.onExit] the end of the tests
 * @param {(page: import('playwright-core').Page) => void} [options.onPage] called before the page is loaded
 * @param {import('playwright-core').BrowserContextOptions} [options.context]
 */
export async function openWorkbench(browser, server, { onConsole, onExit, onPage, context: contextOptions, ...where }) {
  const context = await browser.newContext({ viewport: VIEWPORT, ...contextOptions });
  const page = await context.newPage();
  onPage?.(page);
  // VS Code's page calls these two when it runs tests
  await page.exposeFunction('codeAutomationLog', (_level, args) => onConsole?.(args));
  await page.exposeFunction('codeAutomationExit', (code) => onExit?.(code));
  await page.goto(workbenchUrl(server, where), { waitUntil: 'domcontentloaded' });
  return { page, context };
}

/** Waits until the workbench has restored its views and editors. The server must have been started with `testDriver`. */
export async function workbenchRestored(page) {
  await page.waitForFunction(() => Boolean(globalThis.driver), null, { timeout: 60_000, polling: 50 });
  await page.evaluate(() => globalThis.driver.whenWorkbenchRestored());
}

/** The same for a server without it: the status bar fills last. */
export async function workbenchShown(page) {
  await page.locator('.monaco-workbench .activitybar .action-item').first().waitFor({ timeout: 60_000 });
  await page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: 60_000 });
}
