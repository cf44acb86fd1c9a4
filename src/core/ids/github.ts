/** GitHub repositories, from any address below them. Whether one belongs to a paper is the catalogue's to say. */
import type { Found, Recogniser } from './mention.js';
import { balancedEnd, group, linkPattern, slash, underscore, unescaped } from './syntax.js';

/** First segments that are pages of GitHub itself, not accounts. */
const reserved = new Set([
  'about', 'account', 'apps', 'assets', 'blog', 'codespaces', 'collections', 'contact', 'copilot', 'customer-stories', 'dashboard', 'discussions', 'enterprise', 'events',
  'explore', 'features', 'gist', 'issues', 'join', 'login', 'marketplace', 'new', 'notifications', 'orgs', 'organizations', 'pricing', 'pulls', 'readme', 'resources', 'search',
  'security', 'sessions', 'settings', 'signup', 'site', 'solutions', 'sponsors', 'stars', 'team', 'topics', 'trending', 'user-attachments', 'users',
]);
const owner = '(?<owner>[a-z0-9][a-z0-9-]{0,38})';
const repository = `(?<repo>(?:[a-z0-9.-]|${underscore}){1,100})`;
const below = String.raw`(?<below>${slash}[A-Za-z0-9._~%+@:()\/\\-]{0,500})?`;

function read(match: RegExpExecArray, text: string): Found | undefined {
  const matchEnd = match.index + match[0].length;
  const end = balancedEnd(text, match.index, matchEnd);
  const repositoryEnd = matchEnd - group(match, 'below').length;
  // Punctuation behind the name belongs to the sentence, unless a path follows.
  const repo = text.slice(repositoryEnd - group(match, 'repo').length, Math.min(repositoryEnd, end));
  const id = normal(`${group(match, 'owner')}/${unescaped(repo)}`);
  return id === undefined ? undefined : { id, end };
}

/** Lower case, as GitHub does not tell cases apart; `.git` and punctuation are no end of a name. */
function normal(text: string): string | undefined {
  const [account, name] = text.toLowerCase().replace(/(?:[._-]|\.git){1,100}$/, '').split('/');
  return account === undefined || name === undefined || name === '' || reserved.has(account) ? undefined : `${account}/${name}`;
}

export const github: Recogniser = {
  kind: 'github',
  patterns: [
    linkPattern(String.raw`github\.com(?:${slash}repos)?|raw\.githubusercontent\.com`, `${owner}${slash}${repository}${below}`, read, String.raw`(?:www|api|codeload)\.`),
    { form: 'link', pattern: new RegExp(`(?:ssh:\\/\\/)?git@github\\.com[:/]${owner}\\/${repository}`, 'gi'), read },
  ],
  plain: false,
  bare: (text) => {
    const id = /^[a-z0-9][a-z0-9-]{0,38}\/[\w.-]{1,100}$/i.test(text) ? normal(text) : undefined;
    return id === undefined ? undefined : { id };
  },
  link: (id) => `https://github.com/${id}`,
};
