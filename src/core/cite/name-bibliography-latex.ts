/** \addbibresource behind biblatex, else \bibliography with a style at the end. */
import { maskLatex } from './latex-mask.js';
import { latexNames } from './bibliography-latex.js';
import { above, below, instead, lineBreakOf, lineEnd, lineStart, type NamingSplice } from './naming.js';

const packages = /\\(?:usepackage|RequirePackage|RequirePackageWithOptions)[ \t]{0,20}(?:\[[^\]]{0,3000}\])?[ \t]{0,20}\{([^{}]{0,3000})\}/gu;
const resource = /\\addbibresource[ \t]{0,20}(?:\[[^\]]{0,500}\])?[ \t]{0,20}\{[^{}]{0,2000}\}/gu;
const list = /\\(?:no)?bibliography[ \t]{0,20}\{([^{}]{0,5000})\}/u;

/** Packages that set \bibliographystyle themselves: BibTeX refuses a second one. */
const styled = /^(?:acl\d*|acl_natbib|naaclhlt\d*|emnlp\d*|eacl\d*|coling\d*|lrec(?:-coling)?\d*|apacite|achemso)$/u;
const withNatbib = /^(?:natbib|neurips_?\d*|nips_?\d*|icml\d*|iclr\d*_conference|colm\d*_conference)$/u;

export function nameInLatex(text: string, path: string): NamingSplice[] {
  // TeX reads .bib files only, and these signs as its own
  if (!/\.bib$/iu.test(path) || /[%#{}~\\,$&^"]/u.test(path)) return [];
  if (latexNames(text).some((file) => file.role === 'bibliography' && withEnding(file.path) === withEnding(path))) return [];
  const masked = maskLatex(text);
  const loaded = [...masked.matchAll(packages)].flatMap((match) => (match[1] ?? '').split(',').map((name) => ({ name: name.trim(), end: match.index + match[0].length })));
  const biblatex = loaded.filter(({ name }) => /^biblatex(?:-chicago)?$/u.test(name)).at(-1);
  const resources = [...masked.matchAll(resource)].at(-1);
  const anchor = resources ? resources.index + resources[0].length : biblatex?.end;
  if (anchor !== undefined) return [resourceLine(text, masked, anchor, path), ...listCommand(text, masked, /\\(?:printbibliography|printbibheading|bibbysection|bibbysegment)\b/u, ['\\printbibliography'])];
  const named = list.exec(masked);
  if (named) {
    const end = named.index + named[0].length - 1;
    const empty = (named[1] ?? '').trim() === '';
    return [instead(end, end, `${empty ? '' : ','}${withoutEnding(path)}`)];
  }
  return listCommand(text, masked, undefined, [...style(masked, loaded.map(({ name }) => name)), `\\bibliography{${withoutEnding(path)}}`]);
}

/** A line of its own below a command; what follows on the command's line and is more than a comment goes below it. */
function resourceLine(text: string, masked: string, anchor: number, path: string): NamingSplice {
  const eol = lineBreakOf(text);
  const end = lineEnd(text, anchor);
  const alone = /^[\s\u3000]*$/u.test(masked.slice(anchor, end));
  return above(alone ? end : anchor, `${eol}\\addbibresource{${path}}${alone ? '' : eol}`);
}

/** Commands before \end{document}, or at the end of a main file without one; none in a chapter. */
function listCommand(text: string, masked: string, present: RegExp | undefined, commands: readonly string[]): NamingSplice[] {
  if (present?.test(masked)) return [];
  const eol = lineBreakOf(text);
  const end = masked.lastIndexOf('\\end{document}');
  const lined = commands.join(eol);
  if (end < 0) {
    if (!/\\(?:documentclass|begin[ \t]{0,20}\{document\})/u.test(masked)) return [];
    return [below(text.length, `${text === '' || text.endsWith('\n') ? '' : eol}${lined}${eol}`)];
  }
  const start = lineStart(text, end);
  const first = text.slice(start, end).trim() === '';
  return [below(first ? start : end, `${first ? '' : eol}${lined}${eol}`)];
}

function style(masked: string, loaded: readonly string[]): string[] {
  if (/\\bibliographystyle[ \t]{0,20}\{/u.test(masked) || loaded.some((name) => styled.test(name))) return [];
  const kind = /\\documentclass[ \t]{0,20}(?:\[[^\]]{0,3000}\])?[ \t]{0,20}\{([^{}]{0,200})\}/u.exec(masked)?.[1]?.trim() ?? '';
  if (/^revtex/u.test(kind)) return []; // brings its own
  const named = kind === 'acmart' ? 'ACM-Reference-Format' : kind === 'IEEEtran' ? 'IEEEtran' : kind === 'llncs' ? 'splncs04' : loaded.some((name) => withNatbib.test(name)) ? 'plainnat' : 'plain';
  return [`\\bibliographystyle{${named}}`];
}

const withoutEnding = (path: string) => path.replace(/\.bib$/iu, '');
const withEnding = (path: string) => `${withoutEnding(path.replace(/^\.\//u, ''))}.bib`;
