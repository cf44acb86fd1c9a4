/** Identifiers as the comparable strings of `core/model/identity.ts`, for looking papers up. */
import { comparableArxiv } from '../model/identity.js';
import type { Identifier } from './mention.js';

/** One string for all spellings of an identifier: `arxiv:2212.10560`, `doi:…` and `acl:…` in lower case, `openreview:…`; others likewise with their kind. */
export function identityKey({ kind, id }: Identifier): string {
  if (kind === 'arxiv') return `arxiv:${comparableArxiv(id)}`;
  return `${kind}:${kind === 'doi' || kind === 'acl' ? id.toLowerCase() : id}`;
}

/** All keys under which a catalogue may hold the work, best first: a DOI of the ACL Anthology names its id too. */
export function identityKeys(identifier: Identifier): string[] {
  const key = identityKey(identifier);
  const acl = /^doi:10\.(?:18653|3115)\/v1\/(.+)$/.exec(key)?.[1];
  return acl === undefined ? [key] : [key, `acl:${acl}`];
}
