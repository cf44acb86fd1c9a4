/** The addresses of a work where its formatted reference writes them out. */
import type { CslItem } from './json.js';

/** A piece of text; `link` when it is, as a whole, an address of the work. */
export interface Piece {
  readonly text: string;
  readonly link: boolean;
}

/** The web addresses that belong to a work. Others, as a title may hold them, are text. */
export function addresses({ URL, DOI }: CslItem): readonly string[] {
  const known = [URL, DOI === undefined ? undefined : `https://doi.org/${DOI}`];
  return known.filter((address) => address !== undefined).filter((address) => /^https?:\/\/[^\s<>"'`\\]+$/u.test(address)).sort((a, b) => b.length - a.length);
}

/** Cuts a text at the addresses; joined, the pieces are the text. */
export function cutLinks(text: string, links: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest = text;
  while (rest !== '') {
    const found = links.map((link) => ({ link, at: rest.indexOf(link) })).filter(({ at }) => at >= 0).reduce<{ link: string; at: number } | undefined>((best, one) => (best === undefined || one.at < best.at ? one : best), undefined);
    if (found === undefined) break;
    if (found.at > 0) pieces.push({ text: rest.slice(0, found.at), link: false });
    pieces.push({ text: found.link, link: true });
    rest = rest.slice(found.at + found.link.length);
  }
  if (rest !== '') pieces.push({ text: rest, link: false });
  return pieces;
}
