/** A service's record → a clean answer: plain text, valid fields, each with its source. */
import * as v from 'valibot';
import { plainLine } from '../bibtex/tex.js';
import { fromPerson, parseName } from '../model/person.js';
import { paperSchema, type PersonField } from '../model/schema.js';
import type { Facts, Found, MetadataFields, Service, Source } from './answer.js';

/** Nobody's title is longer; what is, is an attack or an accident. Characters. */
const longest = { abstract: 20_000, other: 2_000 };

/**
 * Makes an answer of what a service said. Text becomes one line without control characters or direction marks,
 * empty values go, and a field that the catalogue's schema refuses (a DOI that is none, a date of 2023-13) is left out.
 */
export function found(service: Service, record: string, fields: MetadataFields, facts: Facts = {}): Found {
  const clean = valid(cleaned(fields));
  const known = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? line(value) : value] as const).filter(([, value]) => value !== undefined && value !== false));
  const source: Source = { service, record };
  const names = [...Object.keys(clean), ...Object.keys(known)];
  return { kind: 'found', metadata: { fields: clean, facts: known }, sources: Object.fromEntries(names.map((name) => [name, source])) };
}

function cleaned(fields: MetadataFields): MetadataFields {
  const entries = Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? line(value, name === 'abstract' ? longest.abstract : longest.other) : value] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)));
}

/** Drops the fields that the schema refuses; the rest stays. */
function valid(fields: MetadataFields): MetadataFields {
  const result = v.safeParse(paperSchema, { id: 'x', ...fields });
  if (result.success) return fields;
  const refused = new Set(result.issues.map((issue) => issue.path?.[0].key));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !refused.has(name)));
}

/** One line of plain text; undefined when nothing is left. */
export function line(text: string | undefined, most: number = longest.other): string | undefined {
  if (text === undefined) return undefined;
  const plain = plainLine(text);
  if (plain === '') return undefined;
  return plain.length <= most ? plain : `${plain.slice(0, most).replace(/[\ud800-\udbff]$/u, '')}…`;
}

const organisation = /\b(?:collaboration|consortium|team|group|project|initiative|committee|organi[sz]ation|university|institute)s?$/iu;

/** A name in one piece ("Yizhong Wang", "ATLAS Collaboration", "John Smith, Jr.") → a person; undefined for none. */
export function personOf(text: string | undefined): PersonField | undefined {
  const name = line(text);
  if (name === undefined || !/[\p{L}\p{N}]/u.test(name)) return undefined;
  if (organisation.test(name)) return { literal: name };
  const suffixed = /^([^,]+),\s*((?:Jr|Sr)\.?|I{2,3}|IV)$/u.exec(name);
  if (suffixed === null) return fromPerson(parseName(name));
  const { family = '', given } = parseName(suffixed[1] ?? '');
  return fromPerson({ family, given, suffix: suffixed[2] });
}

/** A name in pieces → a person; an organisation has its name only. */
export function personFrom(parts: { family?: string | undefined; given?: string | undefined; suffix?: string | undefined; name?: string | undefined }): PersonField | undefined {
  const family = line(parts.family);
  const given = line(parts.given);
  if (family === undefined) {
    const name = line(parts.name) ?? given;
    return name === undefined ? undefined : parts.name === undefined ? { family: name } : { literal: name };
  }
  return fromPerson({ family, given, suffix: line(parts.suffix) });
}

export function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}
