import type { Server } from './server.mjs';
export function hostErrors(server: Pick<Server, 'logs'>, signs: readonly string[]): string[];
