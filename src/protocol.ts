/**
 * What the page of the catalogue editor and the extension say to each other, defined once: the types come from the schemas,
 * and both ends check every message against them. The page asks (`Request`), each request gets one `Answer`; the extension
 * also tells (`Told`). The text document is the truth: the page never keeps a value that the extension has not sent.
 */
import * as v from 'valibot';

/** A row's number: the same paper keeps it while the editor is open, whatever is edited around it; never used twice. */
const row = v.pipe(v.number(), v.integer(), v.minValue(0));
const rows = v.array(row);
const text = v.string();
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** The version of the text document on which a message stands. */
const version = v.pipe(v.number(), v.integer());
const path = v.array(v.union([text, whole]));

// ── what is shown ──

export const columns = ['title', 'authors', 'year', 'venue', 'categories', 'identifiers', 'problems'] as const;
const column = v.picklist(columns);
export type Column = v.InferOutput<typeof column>;

const severity = v.picklist(['error', 'warning', 'info']);

/** What the table shows of a paper: text as it is, never markup. */
const rowSchema = v.object({
  row,
  /** Citation key; empty when the paper has none that can be read. */
  key: text,
  type: text,
  title: text,
  /** As rows of the tree have them: `Wang et al.` */
  authors: text,
  year: text,
  venue: text,
  /** Titles of the categories, or ids that catalog.yaml does not know. */
  categories: v.array(text),
  /** Ids of the categories, and the tags: what the form for several papers ticks. */
  filed: v.optional(v.array(text)),
  tags: v.optional(v.array(text)),
  /** `arXiv 2212.10560`, `doi 10.…` */
  identifiers: v.array(text),
  problems: v.object({ errors: whole, warnings: whole, infos: whole }),
});
export type Row = v.InferOutput<typeof rowSchema>;

const categorySchema: v.GenericSchema<unknown, CategoryNode> = v.object({
  id: text,
  title: text,
  description: text,
  /** Papers of this catalogue filed in the category itself, and in it or below it. */
  own: whole,
  all: whole,
  children: v.array(v.lazy(() => categorySchema)),
});
export interface CategoryNode {
  id: string;
  title: string;
  description: string;
  own: number;
  all: number;
  children: CategoryNode[];
}

/** What is broken as a whole: the text does not parse at some place. Then nothing can be edited in the page. */
const bannerSchema = v.object({ message: text, line: v.pipe(v.number(), v.integer(), v.minValue(1)) });

const stateSchema = v.object({
  version,
  /** `papers`: a papers file; `config`: catalog.yaml, whose table shows all papers of the catalogue and is read-only. */
  kind: v.picklist(['papers', 'config']),
  /** The file's name, for people. */
  file: text,
  /** False while the text is broken, the file is read-only, or the catalogue has no catalog.yaml to change. */
  editable: v.object({ papers: v.boolean(), categories: v.boolean() }),
  /** Why papers cannot be edited although the text is in order, as a sentence for people; empty when they can be. */
  why: v.optional(text),
  banner: v.nullable(bannerSchema),
  rows: v.array(rowSchema),
  categories: v.array(categorySchema),
  problems: v.object({ errors: whole, warnings: whole, infos: whole }),
});
export type EditorState = v.InferOutput<typeof stateSchema>;

/** What changed since the version before: rows that are new or different, those that went, and the order when it is another. */
const patchSchema = v.object({ ...v.partial(v.omit(stateSchema, ['version', 'rows'])).entries, version, from: version, rows: v.array(rowSchema), gone: rows, order: v.nullable(rows) });
export type Patch = v.InferOutput<typeof patchSchema>;

const fixSchema = v.object({ id: text, title: text });
/** A problem of one paper, beside the field that it is about (empty: the paper as a whole). */
const paperProblemSchema = v.object({ field: text, severity, rule: text, message: text, line: whole, fixes: v.array(fixSchema) });
export type PaperProblem = v.InferOutput<typeof paperProblemSchema>;

/** One paper with everything that its YAML says, in the file's own order; unknown fields included. */
const paperSchema = v.object({
  version,
  row,
  key: text,
  /** The mapping as YAML has it, as JSON. */
  fields: v.record(text, v.unknown()),
  /** Names in `fields` that Litshelf does not know. */
  unknown: v.array(text),
  problems: v.array(paperProblemSchema),
  /** Name of the file that it stands in, where that is not the one that is open. */
  file: v.optional(text),
  /** First line of the paper in the file, from 1. */
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Links that can be opened, by what they are: `arXiv`, `PDF`, `code`. */
  links: v.array(v.object({ title: text, url: text })),
});
export type PaperDetail = v.InferOutput<typeof paperSchema>;

// ── what is changed ──

/** A change of a value: see `ValueChange` of core/yaml, of which this is the checked form. */
const valueChange = v.variant('kind', [
  v.object({ kind: v.literal('set'), path, value: v.unknown() }),
  v.object({ kind: v.literal('unset'), path }),
  v.object({ kind: v.literal('insert'), path, index: v.optional(whole), value: v.unknown() }),
  /** Moves an item within the list at `path`. */
  v.object({ kind: v.literal('reorder'), path, from: whole, to: whole }),
]);
export type FieldChange = v.InferOutput<typeof valueChange>;

const edit = v.variant('kind', [
  /** One undo step over all the rows: the same changes in each. Categories and tags are given as items to add and remove. */
  v.object({ kind: v.literal('fields'), rows, changes: v.array(valueChange) }),
  v.object({ kind: v.literal('items'), rows, field: v.picklist(['categories', 'tags']), add: v.array(text), remove: v.array(text) }),
  /** A new paper, empty but for its key and what is given; the answer names its row. */
  v.object({ kind: v.literal('add'), fields: v.record(text, v.unknown()), after: v.optional(row) }),
  v.object({ kind: v.literal('duplicate'), rows }),
  v.object({ kind: v.literal('delete'), rows }),
  v.object({ kind: v.literal('fix'), row, fix: text }),
  v.object({ kind: v.literal('fixAll') }),
  v.object({ kind: v.literal('addCategory'), title: text, under: v.nullable(text) }),
  v.object({ kind: v.literal('renameCategory'), category: text, title: text }),
  /** Into `under` (null: the top), before the child `before` (null: last). */
  v.object({ kind: v.literal('moveCategory'), category: text, under: v.nullable(text), before: v.nullable(text) }),
  v.object({ kind: v.literal('mergeCategory'), category: text, into: text }),
  v.object({ kind: v.literal('deleteCategory'), category: text }),
]);
export type Edit = v.InferOutput<typeof edit>;

/** What the extension does outside the text, or asks the person about with VS Code's own boxes. */
export const actions = ['openLink', 'copyBibtex', 'copyCitation', 'insertCitation', 'showText', 'merge', 'moveToCategory', 'moveToFile', 'moveToCatalogue', 'export', 'addPaper', 'updateMetadata', 'reveal', 'openFile'] as const;

// ── requests and their answers ──

const sort = v.object({ column, descending: v.boolean() });

export const methods = {
  /** The page is there (again): everything it needs. */
  open: { params: v.object({}), result: v.object({ state: stateSchema, kept: v.nullable(v.unknown()), strings: v.record(text, text), select: v.nullable(row) }) },
  /** The rows that match a filter (the tree's query language), in order. No sort: as in the file, or by rank when a filter is there. */
  order: { params: v.object({ filter: text, sort: v.nullable(sort) }), result: v.object({ version, order: rows, faults: v.array(v.object({ start: whole, end: whole, message: text })) }) },
  paper: { params: v.object({ row }), result: v.nullable(paperSchema) },
  /** BibTeX and a formatted citation of a paper as it is now; empty text when there is none yet. */
  preview: { params: v.object({ row }), result: v.object({ version, bibtex: text, citation: text }) },
  /** At most 20 values that others have in this field and that go on what was typed. */
  complete: { params: v.object({ field: text, typed: text }), result: v.array(text) },
  edit: { params: v.object({ version, edit }), result: v.object({ version, rows }) },
  /** What the services say of a paper, field by field; nothing is written. `certain`: may be ticked from the start. */
  lookUp: {
    params: v.object({ row }),
    result: v.object({ version, message: text, changes: v.array(v.object({ field: text, from: text, to: text, value: v.unknown(), certain: v.boolean() })) }),
  },
  run: { params: v.object({ action: v.picklist(actions), rows, argument: v.optional(text) }), result: v.object({}) },
  /** What the page wants to find again after hiding, reload and restart. */
  keep: { params: v.object({ state: v.unknown() }), result: v.object({}) },
  /** An error of the page, for the log. */
  failed: { params: v.object({ message: text, stack: text }), result: v.object({}) },
} as const;
export type Method = keyof typeof methods;
export type Params<M extends Method> = v.InferOutput<(typeof methods)[M]['params']>;
export type Result<M extends Method> = v.InferOutput<(typeof methods)[M]['result']>;

/** `stale`: the text changed meanwhile, and a patch is on its way. `refused`: cannot be done, and why. */
export const errorCodes = ['stale', 'refused', 'malformed', 'failed'] as const;

const requestSchema = v.object({ kind: v.literal('request'), id: whole, method: v.picklist(Object.keys(methods) as [Method, ...Method[]]), params: v.unknown() });
export type Request = v.InferOutput<typeof requestSchema>;

const answerSchema = v.variant('ok', [
  v.object({ kind: v.literal('answer'), id: whole, ok: v.literal(true), result: v.unknown() }),
  v.object({ kind: v.literal('answer'), id: whole, ok: v.literal(false), code: v.picklist(errorCodes), message: text }),
]);
export type Answer = v.InferOutput<typeof answerSchema>;

const toldSchema = v.variant('kind', [
  v.object({ kind: v.literal('patch'), patch: patchSchema }),
  v.object({ kind: v.literal('select'), row }),
  /** VS Code's own commands, whose keys the page does not see first: `focusFilter`, `find`. */
  v.object({ kind: v.literal('command'), command: v.picklist(['focusFilter', 'newPaper', 'showTable', 'showCategories', 'help']) }),
]);
export type Told = v.InferOutput<typeof toldSchema>;

/** @returns undefined when the value is no such message; both ends then leave it alone and log it */
export const asRequest = (value: unknown): Request | undefined => passed(requestSchema, value);
export const asAnswer = (value: unknown): Answer | undefined => passed(answerSchema, value);
export const asTold = (value: unknown): Told | undefined => passed(toldSchema, value);
export const asParams = <M extends Method>(method: M, value: unknown): Params<M> | undefined => passed(methods[method].params as unknown as v.GenericSchema<unknown, Params<M>>, value);
export const asResult = <M extends Method>(method: M, value: unknown): Result<M> | undefined => passed(methods[method].result as unknown as v.GenericSchema<unknown, Result<M>>, value);

function passed<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
