/** Fixes of what reading finds: where what was written plainly means something that the field takes. */
import { readIdentifier } from '../ids/index.js';
import type { Problem } from '../model/problem.js';
import type { CheckedRecord, CheckFix } from './check.js';
import { safeFix } from './fixes.js';

/** The field concerned, and the fix where there is one. */
export interface Mended {
  readonly field?: string;
  readonly fix?: CheckFix;
}

const identifiers = ['arxiv', 'doi', 'acl', 'openreview'] as const;

/** @param record the record that the problem is in. */
export function readerFix({ rule, range }: Problem, record: CheckedRecord): Mended {
  const at = range.start - record.range.start;
  const { source } = record;
  const line = source.slice(source.lastIndexOf('\n', at - 1) + 1, at);
  // the top level of a paper: `- arxiv: ` or `  arxiv: `; deeper ones are edited by hand
  const field = /^[ \t]*(?:-[ \t]+)?["']?([\w-]+)["']?[ \t]*:[ \t]*$/u.exec(line)?.[1] ?? /[{,]\s*["']?([\w-]+)["']?[ \t]*:[ \t]*$/u.exec(line)?.[1];
  if (field === undefined) return {};
  const own: unknown = Object.hasOwn(record.fields, field) ? (record.fields as Record<string, unknown>)[field] : undefined;
  if (rule === 'arxiv-unquoted' || rule === 'text-unquoted') return typeof own === 'string' ? { field, fix: safeFix(`Put ${own} in quotes`, record, [[[field], own]]) } : { field };
  if (rule === 'not-a-list') return Array.isArray(own) ? { field, fix: safeFix(`Make ${field} a list`, record, [[[field], own]]) } : { field };
  if (rule !== 'schema') return { field };
  const kind = identifiers.find((one) => one === field);
  // what the form of the field refused was left out of the record
  if (kind === undefined || own !== undefined) return { field };
  const written = source.slice(at, range.end - record.range.start).replace(/^["']|["']$/gu, '');
  const meant = readIdentifier(written, kind) ?? readIdentifier(written);
  return meant?.kind === kind ? { field, fix: safeFix(`Write ${meant.id}`, record, [[[field], meant.id]]) } : { field };
}
