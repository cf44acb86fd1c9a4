/** The metadata services over this machine's network, disk and processes. */
import path from 'node:path';
import { sourceHosts } from '../core/importing/address.js';
import { LookUp, redirectHosts, type Settings } from '../core/metadata/index.js';
import type { Log } from '../core/ports.js';
import { FolderCache } from './answer-cache.js';
import { FetchHttp } from './http.js';
import { FetchLinkProbe } from './link-probe.js';
import { FolderLease } from './lease.js';
import { time } from './time.js';

export { time };

/** Asks links whether they still lead somewhere. */
export function makeLinkProbe(version: string): FetchLinkProbe {
  return new FetchLinkProbe({ userAgent: userAgent(version) });
}

/** Fetches lists and bibliographies that a person names by their addresses. */
export function makeSourceHttp(version: string): FetchHttp {
  return new FetchHttp({ userAgent: userAgent(version), redirectHosts: sourceHosts });
}

/** @param folder shared by all windows of the machine: the lease that spaces their requests lives in it */
export function makeLookUp(folder: string, version: string, log: Log, settings: Settings): LookUp {
  const http = new FetchHttp({ userAgent: userAgent(version), redirectHosts });
  return new LookUp({ http, time, log }, new FolderCache(path.join(folder, 'answers'), log), new FolderLease(path.join(folder, 'queue'), 'arxiv', time), settings);
}

function userAgent(version: string): string {
  return `Litshelf/${version} (+https://github.com/litshelf/litshelf)`;
}
