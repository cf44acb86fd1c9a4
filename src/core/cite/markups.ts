/** All markups, and which of them a document is written in. */
import { asciidoc } from './asciidoc.js';
import { bibtex } from './bibtex.js';
import { latex } from './latex.js';
import { frontMatterOf, maskMarkdown } from './markdown-mask.js';
import { jupyter, myst } from './myst.js';
import { org } from './org.js';
import { pandoc, pandocCitations } from './pandoc.js';
import { html, markdown, text as plainText } from './plain.js';
import { rst } from './rst.js';
import { withTemplate } from './template.js';
import type { Markup, MarkupId } from './types.js';
import { typst } from './typst.js';

/** Every markup by its id. */
export const markups: Readonly<Record<MarkupId, Markup>> = { latex, pandoc, myst, jupyter, rst, typst, asciidoc, org, bibtex, markdown, html, text: plainText };

const byLanguage: ReadonlyMap<string, Markup> = new Map(Object.values(markups).flatMap((markup) => markup.languages.map((language) => [language, markup] as const)));

/** For documents whose language no extension has named. */
const byEnding: Readonly<Record<string, Markup>> = {
  tex: latex, ltx: latex, sty: latex, cls: latex, rnw: latex, bib: bibtex, qmd: pandoc, rmd: pandoc, rmarkdown: pandoc, typ: typst, rst: rst, adoc: asciidoc, asciidoc, asc: asciidoc, org, htm: html, html, ipynb: jupyter,
};

/** The file endings by which markups are known. */
export function endingsOf(some: readonly Markup[]): string[] {
  return Object.keys(byEnding).filter((ending) => some.some((markup) => markup === byEnding[ending]));
}

/** What a caller knows beyond the text. */
export interface MarkupHints {
  /** The user's choice by language id. */
  readonly markups?: Readonly<Record<string, MarkupId>> | undefined;
  /** The user's templates by language id. */
  readonly templates?: Readonly<Record<string, string>> | undefined;
  /** A Markdown document has a bibliography that its text does not name (a project file, a setting). */
  readonly bibliography?: boolean | undefined;
  /** The kind of project that a Markdown document belongs to. */
  readonly project?: 'pandoc' | 'myst' | undefined;
}

/** The markup of a document. Never fails: without a better answer it is plain text. */
export function markupFor(languageId: string, fileName: string, text: string, hints: MarkupHints = {}): Markup {
  const chosen = hints.markups?.[languageId];
  const markup = chosen ? markups[chosen] : detect(languageId, fileName, text, hints);
  const template = hints.templates?.[languageId];
  return template === undefined || template.trim() === '' ? markup : withTemplate(markup, template);
}

function detect(languageId: string, fileName: string, text: string, hints: MarkupHints): Markup {
  const ending = /\.([a-z0-9]+)(?:[?#].*)?$/iu.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (languageId === 'markdown' || (languageId === 'plaintext' && (ending === 'md' || ending === 'markdown'))) {
    const named = byEnding[ending];
    return named ?? markdownKind(text, hints);
  }
  if (languageId === 'plaintext' || languageId === '') return byEnding[ending] ?? plainText;
  return byLanguage.get(languageId) ?? byEnding[ending] ?? plainText;
}

/** MyST shows itself by roles and directives, pandoc by a bibliography or by citations. */
function markdownKind(text: string, { project, bibliography }: MarkupHints): Markup {
  if (project) return project === 'myst' ? myst : pandoc;
  if (/\{(?:foot)?cite(?::[a-z]{1,12})?\}`|^[ \t]*(?:`{3,}|:{3,})\{(?:bibliography|code-cell|note|figure)\}/mu.test(text)) return myst;
  const span = frontMatterOf(text);
  const header = span ? text.slice(span.start, span.end) : '';
  if (/^(?:myst|jupytext|kernelspec)[ \t]*:/mu.test(header)) return myst;
  if (bibliography || /^(?:bibliography|references|csl|nocite)[ \t]*:/mu.test(header)) return pandoc;
  const cites = text.includes('@') && pandocCitations(maskMarkdown(text, { myst: false }), 'pandoc', {}).some(({ command }) => command === 'paren');
  return cites ? pandoc : markdown;
}
