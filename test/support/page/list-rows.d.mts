export interface Wanted {
  /** A selector: the pieces of a row that count, else all of it. */
  readonly part?: string | undefined;
  readonly says?: { readonly source: string; readonly flags: string };
}
export type Fold = 'closed' | 'open' | 'filling';
/** Lists of texts, a number or a `Fold`, as is asked; undefined when there is no such row. */
export function askRows(rows: readonly unknown[], wanted: Wanted & { readonly ask: 'texts' | 'place' | 'fold' }): unknown;
export function guardRow(row: unknown, wanted: Wanted): { release: () => boolean };
export function textsFromAbove(elements: readonly unknown[]): string[];
export function followWheel(): { followed: Promise<undefined> };
