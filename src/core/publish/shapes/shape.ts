/** A way to write papers, and what the ways share. */
import type { Paper } from '../../model/paper.js';
import { toBibtex } from '../../bibtex/write.js';
import { bibtexUrl, mainUrl, otherLinks, type PaperLink } from '../links.js';
import type { PublishOptions } from '../options.js';
import type { Item } from '../sayings.js';
import { destination, escapeText, link } from '../text.js';

/** The papers of one section → lines, without blank ones before and behind; in steps of one paper, for those who must let others work in between. */
export type Shape = (items: readonly Item[], options: PublishOptions) => Generator<void, string[]>;

/** A shape that writes each paper by itself. */
export function paperByPaper(write: (item: Item, options: PublishOptions) => readonly string[], between: readonly string[] = []): Shape {
  return function* shape(items, options) {
    const written: string[] = [];
    for (const item of items) {
      if (written.length > 0) written.push(...between);
      written.push(...write(item, options));
      yield;
    }
    return written;
  };
}

/** Links besides the title's that are wanted, and the one to the BibTeX entry. */
export function wantedLinks(paper: Paper, { links, bibtex }: PublishOptions, main = mainUrl(paper)): PaperLink[] {
  const all = otherLinks(paper, main).filter(({ kind }) => links === undefined || links.includes(kind.replace(/-\d+$/u, '')));
  const entry = bibtex === 'link' ? bibtexUrl(paper) : undefined;
  return entry === undefined ? all : [...all, { kind: 'bibtex', label: 'BibTeX', url: entry }];
}

const colours: Readonly<Record<string, string>> = { code: '181717', pdf: 'b31b1b', arxiv: 'b31b1b', project: '1f6feb', data: 'f5a623' };

/** Links in a row: `[PDF](…) [Code](…)`, each within the given signs; or badges. */
export function linkRow(links: readonly PaperLink[], { badges }: PublishOptions, { before = '', after = '', between = ' ' } = {}): string {
  return badges ? links.map(badge).join(' ') : links.map(({ label, url }) => before + link(escapeText(label), url) + after).join(between);
}

function badge({ kind, label, url }: PaperLink): string {
  const words = encodeURIComponent(label.replace(/-/gu, '--').replace(/_/gu, '__'));
  const picture = `[![${escapeText(label)}](https://img.shields.io/badge/${words}-${colours[kind.replace(/-\d+$/u, '')] ?? '555555'})](${destination(url)})`;
  const [, owner, name] = /^https?:\/\/(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/u.exec(url) ?? [];
  return owner === undefined || name === undefined ? picture : `${picture} ![Stars](https://img.shields.io/github/stars/${owner}/${name})`;
}

/** The paper's BibTeX entry, folded, as lines that belong to an item with this indentation; none when it is not wanted. */
export function bibtexBlock(paper: Paper, { bibtex }: PublishOptions, indent: string): string[] {
  if (bibtex !== 'block') return [];
  const entry = toBibtex(paper);
  const longest = Math.max(2, ...[...entry.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return ['', '<details><summary>BibTeX</summary>', '', `${fence}bibtex`, ...entry.split('\n'), fence, '', '</details>', ''].map((line) => (line === '' ? '' : indent + line));
}

/** The title as a link, or alone where the paper has no address. */
export function linkedTitle(paper: Paper, around = '', end = ''): string {
  const url = mainUrl(paper);
  const words = `${around}${escapeText(paper.title)}${end === '' || /[.!?…]$/u.test(paper.title) ? '' : end}${around}`;
  return url === undefined ? (around === '' ? `**${words}**` : words) : link(words, url);
}
