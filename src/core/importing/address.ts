/** Addresses that people copy from the browser → the text of the list itself. */
import { isLoopback } from '../metadata/services.js';
import { HttpError, type Cancellation, type Http } from '../ports.js';

/** What cannot be imported, in a sentence for a person. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** Hosts that GitHub and GitLab are known to redirect to. */
export const sourceHosts: readonly string[] = ['raw.githubusercontent.com', 'github.com', 'gist.githubusercontent.com', 'gist.github.com', 'gitlab.com', 'codeberg.org'];

/** Bytes; the longest lists have half a megabyte, bibliographies some more. */
const limit = 20 * 1024 * 1024;
const readmes = ['README.md', 'readme.md', 'Readme.md', 'README.markdown', 'README'];

/** Scheme, host with port, path, query; what stands behind # is for browsers. */
const webAddress = /^(https?):\/\/([^/?#\s\\]+)(\/[^?#\s\\]*)?(\?[^#\s]*)?(?:#\S*)?$/iu;

/**
 * Where the text of an address may be, best first: a page of GitHub, GitLab or Codeberg shows a file that has an address of its own.
 * @throws ImportError for what is no web address that may be asked
 */
export function rawAddresses(address: string): string[] {
  const [, scheme = '', authority = '', path = '', query = ''] = webAddress.exec(address.trim()) ?? [];
  if (scheme === '') throw new ImportError(`"${address.trim().slice(0, 100)}" is not a web address. Give one such as https://github.com/owner/repository.`);
  if (authority.includes('@')) throw new ImportError('The address holds a user name or a password. Give it without.');
  const hostname = authority.toLowerCase().replace(/:\d*$/u, '');
  if (scheme.toLowerCase() !== 'https' && !isLoopback(hostname)) throw new ImportError(`${authority} would be reached without encryption. Give an address that begins with https://.`);
  const whole = `${scheme}://${authority}${path}${query}`;
  const parts = path.split('/').filter((part) => part !== '');
  const [owner, name, kind, ...rest] = parts;
  const inside = (base: string, branch: string | undefined, file: readonly string[]) => [`${base}/${branch ?? 'HEAD'}/${file.join('/')}`];
  const readme = (base: string, branch: string | undefined, folder: readonly string[]) => readmes.map((file) => [base, branch ?? 'HEAD', ...folder, file].join('/'));
  const host = hostname.replace(/^www\./u, '');
  if (host === 'gist.github.com' && owner !== undefined && name !== undefined) return [`https://gist.githubusercontent.com/${owner}/${name}/raw`];
  if (owner === undefined || name === undefined) return [whole];
  const repository = name.replace(/\.git$/u, '');
  if (host === 'github.com') {
    const base = `https://raw.githubusercontent.com/${owner}/${repository}`;
    const [branch, ...file] = rest;
    if (kind === undefined) return readme(base, undefined, []);
    if ((kind === 'blob' || kind === 'raw') && file.length > 0) return inside(base, branch, file);
    if (kind === 'tree' && branch !== undefined) return readme(base, branch, file);
    return kind === 'blob' || kind === 'raw' || kind === 'tree' ? readme(base, branch, []) : [whole];
  }
  if (host === 'gitlab.com') {
    const dash = parts.indexOf('-');
    const base = `https://gitlab.com/${(dash < 0 ? parts : parts.slice(0, dash)).join('/')}/-/raw`;
    const [what, branch, ...file] = dash < 0 ? [] : parts.slice(dash + 1);
    return (what === 'blob' || what === 'raw') && file.length > 0 ? inside(base, branch, file) : readme(base, branch, file);
  }
  if (host === 'codeberg.org') {
    const base = `https://codeberg.org/${owner}/${repository}/raw`;
    if (kind === 'src' && rest.length > 2) return [`${base}/${rest.join('/')}`];
    return kind === undefined ? readmes.map((file) => `${base}/${file}`) : [whole];
  }
  return [whole];
}

export interface Fetched {
  readonly text: string;
  /** Where it came from, after redirects. */
  readonly url: string;
}

/**
 * The text behind an address.
 * @throws ImportError in words, with what to do; HttpError `cancelled` when nobody waits any more
 */
export async function fetchSource(http: Http, address: string, signal?: Cancellation): Promise<Fetched> {
  const candidates = rawAddresses(address);
  let status = 0;
  for (const url of candidates) {
    const answer = await ask(http, url, signal);
    status = answer.status;
    if (status === 404 || status === 410) continue;
    if (status < 200 || status > 299) throw new ImportError(status === 429 ? `${hostOf(url)} asks to wait: too many requests. Try again in a while.` : `${hostOf(url)} answered ${status}. Nothing was imported.`);
    if (/^\s*(?:text\/html|application\/xhtml)/iu.test(answer.headers['content-type'] ?? '') || /^\s*<!doctype html|^\s*<html[\s>]/iu.test(answer.text.slice(0, 500))) throw new ImportError(`${answer.url} is a web page, not a list. Give the address of the Markdown file or of its repository.`);
    return { text: answer.text, url: answer.url };
  }
  throw new ImportError(`${hostOf(address)} has nothing at this address${candidates.length > 1 ? ': the repository is private, or has no README.md' : ` (${status})`}. Look at the address in a browser.`);
}

async function ask(http: Http, url: string, signal: Cancellation | undefined) {
  try {
    return await http.request({ url, limit, timeout: 60_000, headers: { accept: 'text/markdown, text/plain, application/json, */*' }, ...(signal === undefined ? {} : { signal }) });
  } catch (fault) {
    if (!(fault instanceof HttpError) || fault.fault === 'cancelled') throw fault;
    const host = hostOf(url);
    const why = { offline: `${host} could not be reached. Are you online?`, timeout: `${host} did not answer in time. Try again later.`, tooLarge: `${host} sends more than ${limit / 1024 / 1024} MB, which is no list.`, broken: `The connection to ${host} broke off. Try again.`, refused: `${host} was not asked: ${fault.message}` }[fault.fault];
    throw new ImportError(why, { cause: fault });
  }
}

function hostOf(address: string): string {
  return webAddress.exec(address.trim())?.[2] ?? address;
}
