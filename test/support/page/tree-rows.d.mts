import type { TreeRow } from './tree-view';

export function readRows(elements: readonly unknown[]): TreeRow[];
