export function scratchFolder(purpose: string): string;
