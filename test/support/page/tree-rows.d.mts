import type { TreeRow } from './tree-view';

export function readRows(elements: readonly unknown[]): TreeRow[];
export function namesOfElements(elements: readonly unknown[]): (string | null)[];

export interface Carried {
  readonly texts?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}
export function dropFromOutside(element: unknown, carried: Carried): void;
