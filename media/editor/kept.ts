/** What the page wants to find again: checked like everything that comes in, and never a reason not to open. */
import * as v from 'valibot';
import { columns } from '../../src/protocol.js';

const column = v.picklist(columns);
const pixels = v.pipe(v.number(), v.minValue(20), v.maxValue(4000));

const keptSchema = v.object({
  filter: v.fallback(v.string(), ''),
  sort: v.fallback(v.nullable(v.object({ column, descending: v.boolean() })), null),
  /** Shown columns in their order, and the width of those that somebody has sized. */
  columns: v.fallback(v.pipe(v.array(column), v.minLength(1)), ['title', 'authors', 'year', 'venue', 'categories', 'problems']),
  widths: v.fallback(v.record(v.string(), pixels), {}),
  /** Rows are numbered anew when the editor is opened again; citation keys stay. */
  selected: v.fallback(v.array(v.string()), []),
  scroll: v.fallback(v.number(), 0),
  formScroll: v.fallback(v.number(), 0),
  /** Null until somebody sizes it: then it takes its share. */
  formWidth: v.fallback(v.nullable(pixels), null),
  categoriesWidth: v.fallback(pixels, 240),
  categories: v.fallback(v.nullable(v.boolean()), null),
  /** In a narrow page the form takes the place of the table. */
  formInFront: v.fallback(v.boolean(), false),
  /** Sections of the form that are closed or opened against their habit, categories that are folded. */
  sections: v.fallback(v.record(v.string(), v.boolean()), {}),
  folded: v.fallback(v.array(v.string()), []),
});
export type Kept = v.InferOutput<typeof keptSchema>;

export function asKept(value: unknown): Kept {
  const result = v.safeParse(keptSchema, value);
  return result.success ? result.output : v.parse(keptSchema, {});
}
