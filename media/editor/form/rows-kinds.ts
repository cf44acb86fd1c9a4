/** What the items of links and lists are, and how a change of them is written. */
import { linkKinds, webPattern } from '../../../src/core/model/vocabulary.js';
import type { FieldChange } from '../../../src/protocol.js';
import { t } from '../l10n.js';
import { asText, type Form } from './field.js';
import type { RowsKind } from './rows-field.js';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `links: {code: https://…}` */
export const linksKind: RowsKind = {
  parts: [
    { name: 'kind', label: 'links.kind', completes: (typed) => Promise.resolve(linkKinds.filter((kind) => kind.startsWith(typed.toLowerCase()))) },
    { name: 'address', label: 'links.address', check: (text) => (webPattern.test(text) ? undefined : t('check.web')) },
  ],
  add: 'links.add',
  read: ({ fields }) => Object.entries(isRecord(fields['links']) ? fields['links'] : {}).map(([kind, address]) => [kind, asText(address)]),
  complete: ([kind = '', address = '']) => kind !== '' && address !== '',
  write: ({ fields }, before, [kind = '', address = '']) => {
    const now = isRecord(fields['links']) ? fields['links'] : {};
    const [oldKind] = before ?? [];
    if (kind === '' || address === '') return oldKind !== undefined && Object.hasOwn(now, oldKind) ? gone(now, oldKind) : [];
    const changes: FieldChange[] = now[kind] === address ? [] : [{ kind: 'set', path: ['links', kind], value: address }];
    if (oldKind !== undefined && oldKind !== kind && Object.hasOwn(now, oldKind)) changes.push({ kind: 'unset', path: ['links', oldKind] });
    return changes;
  },
  remove: ({ fields }, [kind = '']) => (isRecord(fields['links']) && Object.hasOwn(fields['links'], kind) ? gone(fields['links'], kind) : []),
};

/** The last link takes the field with it. */
const gone = (links: Record<string, unknown>, kind: string): FieldChange[] => [{ kind: 'unset', path: Object.keys(links).length === 1 ? ['links'] : ['links', kind] }];

const parts = ['list', 'section', 'note'] as const;

/** `lists: [{list: id, section: Heading > Heading, note: …}]` */
export const listsKind = (form: Form): RowsKind => {
  const items = (fields: Record<string, unknown>): unknown[] => (Array.isArray(fields['lists']) ? (fields['lists'] as unknown[]) : []);
  const texts = (item: unknown): string[] => parts.map((part) => (isRecord(item) ? asText(item[part]) : part === 'list' ? asText(item) : ''));
  const find = (fields: Record<string, unknown>, before: readonly string[]): number => items(fields).findIndex((item) => texts(item).every((text, index) => text === before[index]));
  const completes = (field: string) => (typed: string) => form.editor.client.request('complete', { field, typed });
  return {
    parts: [{ name: 'list', label: 'lists.list', completes: completes('lists.list') }, { name: 'section', label: 'lists.section', completes: completes('lists.section') }, { name: 'note', label: 'lists.note' }],
    add: 'lists.add',
    read: ({ fields }) => items(fields).map(texts),
    complete: ([list = '']) => list !== '',
    write: ({ fields }, before, after) => {
      const [list = ''] = after;
      if (before === undefined) return [{ kind: 'insert', path: ['lists'], value: Object.fromEntries(parts.map((part, index) => [part, after[index] ?? '']).filter(([, text]) => text !== '')) }];
      const at = find(fields, before);
      if (at < 0) return [];
      if (list === '') return [{ kind: 'unset', path: items(fields).length === 1 ? ['lists'] : ['lists', at] }];
      return parts.flatMap((part, index): FieldChange[] => {
        const text = after[index] ?? '';
        if (text === before[index]) return [];
        return text === '' ? [{ kind: 'unset', path: ['lists', at, part] }] : [{ kind: 'set', path: ['lists', at, part], value: text }];
      });
    },
    remove: ({ fields }, before) => {
      const at = find(fields, before);
      return at < 0 ? [] : [{ kind: 'unset', path: items(fields).length === 1 ? ['lists'] : ['lists', at] }];
    },
  };
};
