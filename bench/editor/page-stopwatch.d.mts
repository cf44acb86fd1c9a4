export interface Condition {
  name: string;
  label: string;
  level?: number;
}
export function startStopwatch(options: { view: string; conditions: readonly Condition[] }): void;
export function readStopwatch(names: readonly string[]): Record<string, number> | undefined;
