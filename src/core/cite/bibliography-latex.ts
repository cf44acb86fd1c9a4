/** What a LaTeX file names: \addbibresource, \bibliography, \input and its kin, `% !TeX root`. */
import { maskLatex } from './latex-mask.js';
import { filler } from './mask.js';
import { named, type NamedFile } from './named-file.js';

const command = /\\(addbibresource|addglobalbib|addsectionbib|bibliography|nobibliography|input|include|subfile|subfileinclude|import|subimport|inputfrom|includefrom|documentclass)\*?\s{0,20}(?:\[((?:[^\]{}]|\{[^{}]{0,200}\}){0,500})\])?\s{0,20}\{([^{}]{0,5000})\}(?:\{([^{}\n]{0,1000})\})?/gu;
const magicRoot = /^[ \t]*%+[ \t]*!\s{0,5}TeX[ \t]+root[ \t]*=[ \t]*(\S(?:[^\n\r]{0,1000}\S)?)[ \t]*$/gimu;
const lists = new Set(['bibliography', 'nobibliography']);
const resources = new Set(['addbibresource', 'addglobalbib', 'addsectionbib']);
const below = new Set(['import', 'subimport', 'inputfrom', 'includefrom']);

/** Files that a LaTeX text names, in order. */
export function latexNames(text: string): NamedFile[] {
  // \subfix of subfiles only says from where
  const masked = maskLatex(text).replace(/\\subfix\{([^{}]{0,1000})\}/gu, (_whole, path: string) => `${filler.repeat(8)}${path}${filler}`);
  const found: NamedFile[] = [];
  for (const match of text.matchAll(magicRoot)) {
    const path = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(path);
    found.push(...named(text, start, start + path.length, 'root', 'tex-root', { ending: '.tex' }));
  }
  for (const match of masked.matchAll(command)) {
    const [whole, name = '', options = '', argument = '', second] = match;
    const open = match.index + whole.length - (second === undefined ? 0 : second.length + 2) - argument.length - 1;
    if (name === 'documentclass') {
      // \documentclass[../main.tex]{subfiles}
      const start = match.index + whole.indexOf('[') + 1;
      if (argument.trim() === 'subfiles' && options !== '') found.push(...named(text, start, start + options.length, 'root', 'subfiles', { ending: '.tex' }));
    } else if (lists.has(name)) found.push(...ofList(text, masked, open, argument));
    else if (resources.has(name)) found.push(...named(masked, open, open + argument.length, 'bibliography', 'addbibresource'));
    else if (below.has(name)) {
      const start = match.index + whole.length - (second ?? '').length - 1;
      if (second !== undefined) found.push(...named(masked, start, start + second.length, 'part', 'input', { ending: '.tex', below: argument.trim() }));
    } else found.push(...named(masked, open, open + argument.length, 'part', 'input', { ending: '.tex' }));
  }
  return found;
}

function ofList(text: string, masked: string, open: number, argument: string): NamedFile[] {
  const found: NamedFile[] = [];
  let start = open;
  for (const part of argument.split(',')) {
    found.push(...named(masked, start, start + part.length, 'bibliography', 'bibliography', { ending: '.bib' }));
    start += part.length + 1;
  }
  return found.filter(({ path, start: from, end }) => text.slice(from, end) === path);
}
