import type { Page } from 'playwright-core';
export function findInEditor(page: Page, needle: string): Promise<{ x: number; y: number; caret: boolean }>;
export function cardContent(cards: readonly unknown[], kind: string): { found: number; addresses: string[] } | undefined;
