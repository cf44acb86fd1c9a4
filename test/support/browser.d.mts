import type { Browser } from 'playwright-core';
export function launchBrowser(folder: string): Promise<Browser>;
