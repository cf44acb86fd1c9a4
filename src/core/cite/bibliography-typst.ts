/** What a Typst file names: #bibliography, #include, #import. */
import { blank } from './mask.js';
import { named, type NamedFile } from './named-file.js';
import { scanTypst } from './typst-scan.js';

const call = /(?<![\w-])bibliography\(/gu;
const include = /(?<![\w-])(?:include|import)[ \t]{1,20}"([^"\n]{1,1000})"/gu;
const part = /"((?:[^"\\\n]|\\.){0,1000})"|([\p{L}_][\p{L}\p{N}_-]{0,100})[ \t]{0,20}:|[(),]/gu;
const argumentLimit = 5000;

/** Files that a Typst text names, in order. Packages (`@preview/…`) are none. */
export function typstNames(text: string): NamedFile[] {
  const masked = blank(text, scanTypst(text).hidden.filter(({ start }) => text.charAt(start) !== '"'));
  const found: NamedFile[] = [];
  for (const match of masked.matchAll(include)) {
    const start = match.index + match[0].indexOf('"') + 1;
    found.push(...named(masked, start, start + (match[1] ?? '').length, 'part', 'typst-include'));
  }
  const calls = [...masked.matchAll(call)].map((match) => match.index + match[0].length);
  calls.forEach((from, index) => found.push(...sources(masked.slice(from, Math.min(from + argumentLimit, calls[index + 1] ?? masked.length)), from, masked)));
  return found.sort((a, b) => a.start - b.start);
}

/** The strings among the arguments that have no name, alone or in an array. */
function sources(window: string, from: number, masked: string): NamedFile[] {
  const found: NamedFile[] = [];
  let depth = 0;
  let isNamed = false;
  for (const match of window.matchAll(part)) {
    const [sign, path, name] = match;
    if (sign === '(') depth += 1;
    else if (sign === ')') {
      if (depth === 0) break;
      depth -= 1;
    } else if (sign === ',') isNamed = depth === 0 ? false : isNamed;
    else if (name !== undefined) isNamed ||= depth === 0;
    else if (path !== undefined && !isNamed) found.push(...named(masked, from + match.index + 1, from + match.index + 1 + path.length, 'bibliography', 'typst-bibliography'));
  }
  return found;
}
