import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export interface Opened {
  folder?: string;
  workspace?: string;
  openFile?: string;
  development?: string[];
  tests?: string;
}
export interface OpenOptions extends Opened {
  onConsole?: (args: unknown[]) => void;
  onExit?: (code: number) => void;
  onPage?: (page: Page) => void;
  context?: BrowserContextOptions;
}
export function workbenchUrl(server: { url: string; authority: string }, opened: Opened): string;
export function openWorkbench(browser: Browser, server: { url: string; authority: string }, options: OpenOptions): Promise<{ page: Page; context: BrowserContext }>;
export function workbenchRestored(page: Page): Promise<void>;
export function workbenchShown(page: Page): Promise<void>;
