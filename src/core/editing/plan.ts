/** What a page asks to be changed in papers → changes of the file, in the terms of core/yaml. */
import type { Edit, FieldChange } from '../../protocol.js';
import { citationKey } from '../model/citation-key.js';
import { citationKeyPattern, type PaperFields } from '../model/schema.js';
import { compareText } from '../model/text.js';
import { changedValue, type PaperChange, type PaperPlace, type ValueChange } from '../yaml/changes.js';
import { isRecord, sameValue, valueAt } from '../yaml/paths.js';
import { Refusal, type YamlDoor } from './item.js';
import type { TableRow } from './rows.js';
import type { Table } from './table.js';

/** Changes of papers, all of them in the file that is shown. */
export type PaperEdit = Extract<Edit, { kind: 'fields' | 'items' | 'add' | 'duplicate' | 'delete' }>;

export interface Planning {
  readonly table: Table;
  readonly yaml: Pick<YamlDoor, 'writtenFields'>;
  /** Whether a citation key is in use anywhere in the catalogue. */
  readonly taken: (key: string) => boolean;
}

/**
 * An edit in steps that can be planned and made of the same text, one by one: of many papers each alone.
 * @throws Refusal when it can be done to one paper only
 */
export function stepsOf(edit: PaperEdit): PaperEdit[] {
  if (edit.kind !== 'fields' && edit.kind !== 'items') return [edit];
  const rows = [...new Set(edit.rows)];
  if (edit.kind === 'fields' && rows.length > 1 && edit.changes.some(({ path }) => path[0] === 'id')) throw new Refusal('Two papers cannot have one citation key.');
  return rows.map((row) => ({ ...edit, rows: [row] }));
}

/** @throws Refusal when it cannot be done; nothing is to be changed then */
export function planEdit(edit: PaperEdit, planning: Planning): PaperChange[] {
  switch (edit.kind) {
    case 'fields':
      return edit.rows.flatMap((row) => fieldChanges(known(planning, row), edit.changes, planning));
    case 'items':
      return edit.rows.flatMap((row) => listChanges(known(planning, row), edit.field, edit, planning));
    case 'add': {
      const fields = newFields(edit.fields, keysIn(planning));
      return [{ kind: 'add', fields, place: edit.after === undefined ? placeFor(planning) : { after: known(planning, edit.after).item.index } }];
    }
    case 'duplicate': {
      const taken = keysIn(planning);
      return edit.rows.map((row): PaperChange => {
        const { item } = known(planning, row);
        // aliases lead to the paper that has them
        const written = Object.entries(planning.yaml.writtenFields(item.file, item.index)).filter(([name]) => name !== 'id' && name !== 'aliases');
        return { kind: 'add', fields: newFields(Object.fromEntries(written), taken), place: { after: item.index } };
      });
    }
    case 'delete':
      return edit.rows.map((row): PaperChange => ({ kind: 'remove', ...addressOf(known(planning, row)) }));
  }
}

function known({ table }: Planning, row: number): TableRow {
  const found = table.get(row);
  if (!found) throw new Refusal('This paper is no longer in the file.');
  return found;
}

function addressOf({ item }: TableRow): { id: string; item: number } {
  return { id: item.key, item: item.index };
}

function keysIn({ table, taken }: Planning): (key: string) => boolean {
  const mine = new Set(table.rows.map(({ item }) => item.key));
  const given = new Set<string>();
  return (key) => {
    if (mine.has(key) || given.has(key) || taken(key)) return true;
    given.add(key);
    return false;
  };
}

function newFields(given: Readonly<Record<string, unknown>>, taken: (key: string) => boolean): PaperFields {
  const { id, ...rest } = given;
  const fields = Object.fromEntries(Object.entries(rest).filter(([name, value]) => value !== null && value !== undefined && name !== '__proto__'));
  if (typeof id === 'string' && id !== '') {
    if (!citationKeyPattern.test(id)) throw new Refusal('A citation key may hold letters, digits and - _ : . + / only, and begins with a letter or a digit.');
    if (taken(id)) throw new Refusal(`The citation key ${id} is taken.`);
    return { ...fields, id };
  }
  return { ...fields, id: citationKey(readable(fields), taken) };
}

/** What a key is made of, as far as it is what it should be. */
function readable(fields: Readonly<Record<string, unknown>>): Partial<PaperFields> {
  const { authors, title, issued } = fields;
  const people = Array.isArray(authors) ? authors.filter((one): one is NonNullable<PaperFields['authors']>[number] => typeof one === 'string' || (isRecord(one) && (typeof one['family'] === 'string' || typeof one['literal'] === 'string'))) : undefined;
  const year = typeof issued === 'number' ? String(issued) : issued;
  return { ...(people ? { authors: people } : {}), ...(typeof title === 'string' ? { title } : {}), ...(typeof year === 'string' ? { issued: year } : {}) };
}

/** A file that is sorted stays sorted; else new ones come last. */
function placeFor({ table }: Planning): PaperPlace {
  const keys = table.rows.map(({ item }) => item.key);
  return keys.every((key, at) => at === 0 || compareText(keys[at - 1] ?? '', key) <= 0) ? 'sorted' : 'end';
}

/** The changes that make a difference, one after the other. */
function fieldChanges(row: TableRow, changes: readonly FieldChange[], { yaml }: Planning): PaperChange[] {
  const address = addressOf(row);
  let value: unknown = yaml.writtenFields(row.item.file, row.item.index);
  const made: PaperChange[] = [];
  for (const asked of changes) {
    if (asked.path.length === 0 || typeof asked.path[0] !== 'string' || asked.path.includes('__proto__')) throw new Refusal('A change needs a field.');
    for (const change of partsOf(asked, value, row)) {
      const after = changedValue(value, change);
      if (sameValue(value, after)) continue;
      value = after;
      made.push({ ...change, ...address });
    }
  }
  return made;
}

function partsOf(asked: FieldChange, value: unknown, row: TableRow): ValueChange[] {
  const { path } = asked;
  switch (asked.kind) {
    case 'reorder': {
      const list = valueAt(value, path);
      if (!Array.isArray(list) || asked.from >= list.length || asked.to >= list.length) throw new Refusal('The list has changed meanwhile.');
      const item: unknown = list[asked.from];
      return asked.from === asked.to ? [] : [{ kind: 'unset', path: [...path, asked.from] }, { kind: 'insert', path, index: asked.to, value: item }];
    }
    case 'insert':
      return [{ kind: 'insert', path, value: asked.value, ...(asked.index === undefined ? {} : { index: asked.index }) }];
    case 'set':
      // null says that what a layer below says does not count; where there is nothing below, it says nothing
      if (asked.value === undefined || (asked.value === null && !hasBelow(row, path[0]))) return unsetSteps(path, value, row);
      return [{ kind: 'set', path, value: asked.value }];
    case 'unset':
      return unsetSteps(path, value, row);
  }
}

/** A list or mapping that would be empty goes with its last part, unless a layer below says something that it covers. */
function unsetSteps(path: FieldChange['path'], value: unknown, row: TableRow): ValueChange[] {
  if (valueAt(value, path) === undefined) return [];
  const holder = path.length === 2 ? valueAt(value, path.slice(0, 1)) : undefined;
  const alone = Array.isArray(holder) ? holder.length === 1 : isRecord(holder) && Object.keys(holder).length === 1;
  return [{ kind: 'unset', path: alone && !hasBelow(row, path[0]) ? path.slice(0, 1) : path }];
}

function hasBelow({ below }: TableRow, field: string | number | undefined): boolean {
  return field !== undefined && below?.[field] !== undefined;
}

/** Items put in and taken out, and the rest of the list left as it is written. */
function listChanges(row: TableRow, field: 'categories' | 'tags', { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] }, { yaml }: Planning): PaperChange[] {
  const address = addressOf(row);
  const own = yaml.writtenFields(row.item.file, row.item.index)[field];
  const below = row.below?.[field];
  const written = Array.isArray(own) ? own.map(String) : undefined;
  // a list that is not said here is that of the layers below
  const list = written ?? (typeof own === 'string' || typeof own === 'number' ? [String(own)] : own === undefined ? (below ?? []) : []);
  const fresh = [...new Set(add)].filter((one) => !list.includes(one) && !remove.includes(one));
  const next = [...list.filter((one) => !remove.includes(one)), ...fresh];
  if (next.length === list.length && fresh.length === 0) return [];
  if (next.length === 0 && below === undefined) return own === undefined ? [] : [{ kind: 'unset', path: [field], ...address }];
  if (!written || written.length === 0 || next.length === 0) return [{ kind: 'set', path: [field], value: next, ...address }];
  const gone = written.flatMap((one, index) => (remove.includes(one) ? [index] : [])).reverse();
  return [
    // first what comes, so that a list is never empty in between
    ...fresh.map((value): PaperChange => ({ kind: 'insert', path: [field], value, ...address })),
    ...gone.map((index): PaperChange => ({ kind: 'unset', path: [field, index], ...address })),
  ];
}
