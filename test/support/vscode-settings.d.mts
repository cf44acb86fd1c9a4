export const offlineSettings: Readonly<Record<string, unknown>>;
export const testSettings: Readonly<Record<string, unknown>>;
