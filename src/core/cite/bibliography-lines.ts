/** Names that stand on a line of their own: Sphinx, MyST and reStructuredText directives, Quarto's includes, Org keywords, AsciiDoc attributes. */
import { blank } from './mask.js';
import { named, type NamedBy, type NamedFile } from './named-file.js';

/** Every match's group `path` as a named file. */
function lineNames(text: string, pattern: RegExp, role: NamedFile['role'], by: NamedBy): NamedFile[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const path = match.groups?.['path'] ?? '';
    const start = match.index + match[0].lastIndexOf(path);
    return named(text, start, start + path.length, role, by);
  });
}

/** Directives with files behind them, and includes. */
export function markdownNames(text: string): NamedFile[] {
  return [
    ...lineNames(text, /\{\{<[ \t]{1,20}include[ \t]{1,20}(?<path>[^\s>]{1,1000})[ \t]{1,20}>\}\}/gu, 'part', 'include'),
    ...lineNames(text, /^[ \t]*(?:`{3,}|:{3,})\{include\}[ \t]{1,20}(?<path>[^\s`][^\n\r]{0,1000}?)[ \t\r]*$/gmu, 'part', 'include'),
    ...lineNames(text, /^[ \t]*(?:`{3,}|:{3,})\{bibliography\}[ \t]{1,20}(?<path>[^\s`][^\n\r]{0,1000}?)[ \t\r]*$/gmu, 'bibliography', 'bibliography-directive'),
  ];
}

/** `.. bibliography:: refs.bib`, `.. include:: part.rst`. */
export function rstNames(text: string): NamedFile[] {
  return [
    ...lineNames(text, /^[ \t]*\.\.[ \t]{1,20}include::[ \t]{1,20}(?<path>[^\n\r]{1,1000}?)[ \t\r]*$/gmu, 'part', 'include'),
    ...[...text.matchAll(/^[ \t]*\.\.[ \t]{1,20}(?:foot)?bibliography::[ \t]{1,20}([^\n\r]{1,2000})$/gmu)].flatMap((match) => {
      const list = match[1] ?? '';
      const from = match.index + match[0].length - list.length;
      return [...list.matchAll(/\S+/gu)].flatMap((word) => named(text, from + word.index, from + word.index + word[0].length, 'bibliography', 'bibliography-directive'));
    }),
  ];
}

/** `bibtex_bibfiles = ["a.bib"]` in Sphinx's conf.py. */
export function sphinxNames(text: string): NamedFile[] {
  const code = blank(text, [...text.matchAll(/(?:"[^"\n]{0,1000}"|'[^'\n]{0,1000}')|#[^\n]*/gu)].filter(([found]) => found.startsWith('#')).map(({ 0: found, index }) => ({ start: index, end: index + found.length })));
  const list = /^[ \t]*bibtex_bibfiles[ \t]{0,20}(?::[^\n=]{0,60})?=[ \t]{0,20}(?:[[(]([^\])]{0,10000})|(["'][^\n]{0,1000}))/gmu;
  return [...code.matchAll(list)].flatMap((match) => {
    const names = match[1] ?? match[2] ?? '';
    const from = match.index + match[0].length - names.length;
    return [...names.matchAll(/"[^"\n]{1,1000}"|'[^'\n]{1,1000}'/gu)].flatMap((word) => named(text, from + word.index + 1, from + word.index + word[0].length - 1, 'bibliography', 'sphinx-conf'));
  });
}

/** `#+bibliography: refs.bib`, `#+include: "part.org"`. */
export function orgNames(text: string): NamedFile[] {
  return [
    ...lineNames(text, /^[ \t]*#\+bibliography:[ \t]*(?<path>"[^"\n]{1,1000}"|[^\s"][^\n\r]{0,1000}?)[ \t\r]*$/gimu, 'bibliography', 'org-keyword'),
    ...lineNames(text, /^[ \t]*#\+(?:include|setupfile):[ \t]*(?<path>"[^"\n]{1,1000}"|[^\s"]{1,1000})/gimu, 'part', 'org-keyword'),
  ];
}

/** `:bibtex-file: refs.bib` (asciidoctor-bibtex), `:bibliography-database: refs.bib` (asciidoctor-bibliography), includes. */
export function asciidocNames(text: string): NamedFile[] {
  return [
    ...lineNames(text, /^:(?:bibtex-file|bibliography-database):[ \t]+(?<path>[^\n\r]{1,1000}?)[ \t\r]*$/gmu, 'bibliography', 'asciidoc-attribute'),
    ...lineNames(text, /^include::(?<path>[^\n\r[\]]{1,1000})\[/gmu, 'part', 'include'),
  ];
}
