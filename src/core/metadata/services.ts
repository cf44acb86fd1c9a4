/** Where the services are, how often they may be asked, and which keys the user has. */
import type { Service } from './answer.js';

/** Base addresses without a final slash; a mirror or a test server may stand in. */
export type Bases = Readonly<Record<Service, string>>;

export const defaultBases: Bases = {
  arxiv: 'https://export.arxiv.org',
  crossref: 'https://api.crossref.org',
  datacite: 'https://api.datacite.org',
  acl: 'https://aclanthology.org',
  openalex: 'https://api.openalex.org',
  semanticScholar: 'https://api.semanticscholar.org',
};

/** Hosts that the services are known to redirect to. */
export const redirectHosts: readonly string[] = ['arxiv.org', 'export.arxiv.org', 'api.crossref.org', 'api.datacite.org', 'aclanthology.org', 'www.aclanthology.org', 'api.openalex.org', 'api.semanticscholar.org'];

/**
 * Milliseconds from the end of a request to the start of the next, one at a time. Crossref: 5 a second in the public pool; DataCite:
 * 500 in five minutes; Semantic Scholar: 1 a second with a key; the Anthology states no limit and gets a modest one. arXiv has its queue.
 */
export const spacing: Readonly<Record<Exclude<Service, 'arxiv'>, number>> = { crossref: 250, datacite: 600, acl: 500, openalex: 200, semanticScholar: 1100 };

/** The same for Crossref's lists, of which the public pool gets one a second. */
export const listSpacing = 1000;

/** Keys of the user's own; a service that needs one is not asked without it. */
export interface Keys {
  readonly openalex?: string | undefined;
  readonly semanticScholar?: string | undefined;
}

/** A base address as a setting says it → as used, or why it cannot be: https only, but for this machine itself. */
export function checkBase(address: string): { base: string } | { problem: string } {
  const match = /^(https?):\/\/(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::\d{1,5})?(?:\/[^\s?#]*)?$/iu.exec(address.trim());
  if (match === null) return { problem: `"${address}" is not a web address such as ${defaultBases.arxiv}.` };
  if (match[1]?.toLowerCase() === 'http' && !isLoopback(match[2] ?? '')) return { problem: `"${address}" must begin with https://; http:// is for this machine (127.0.0.1) only.` };
  return { base: address.trim().replace(/\/+$/u, '') };
}

/** Whether a host name, as URLs write it, is this machine. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/iu.test(host);
}
