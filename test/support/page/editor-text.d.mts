import type { Page } from 'playwright-core';
export function findInEditor(page: Page, needle: string): Promise<{ x: number; y: number }>;
