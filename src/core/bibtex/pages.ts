/** Page ranges as BibTeX writes them. */
import { escapeTex, plainLine, type TexOptions } from './tex.js';

/** A dash of any kind, or several hyphens. One hyphen may belong to a number: A-12. */
const dash = /\s*(?:[‒–—−]|--)[-‐‑‒–—−]*\s*/gu;
/** `97-111`, `12:1-12:16`, `S1-S5`, `xii-xv`: what stands before the numbers is the same on both sides. */
const hyphenated = /(?<=^|[\s,;])([\p{L}\d.:]{0,20}?)(\d{1,12}|[ivxlc]{1,12})\s*[-‐‑]\s*(?=\1(?:\d{1,12}|[ivxlc]{1,12})(?:$|[\s,;]))/gu;

/** `13484–13508` → `13484--13508`; `A-12` stays one number, and `A-12–A-20` is a range of two. */
export function pageRange(range: string, tex: TexOptions): string {
  return plainLine(range).replace(hyphenated, '$1$2–').split(dash).map((number) => escapeTex(number.replace(/[‐‑]/gu, '-'), tex)).join('--');
}
