/** Papers → BibTeX or biblatex entries. */
import type { Paper } from '../model/paper.js';
import { entryType, type Dialect } from './entry-type.js';
import { ownStyle, printEntry, type EntryParts, type EntryStyle } from './print-entry.js';
import type { Protection } from './protect.js';
import { entryFields } from './write-fields.js';

export interface BibtexOptions {
  /** Default `bibtex`. */
  readonly dialect?: Dialect | undefined;
  /** Keep letters outside ASCII (default); `false` writes them as TeX commands where there is one. */
  readonly unicode?: boolean | undefined;
  /** Which capitals of titles are kept from styles that lower them: none, those of names and acronyms (`smart`, default), all. */
  readonly protect?: Protection | undefined;
  /** Put the `=` below one another; default as the style has it, which is aligned. */
  readonly align?: boolean | undefined;
  /** Write the abstract; default false. */
  readonly abstract?: boolean | undefined;
  /** Write the note: a remark for readers of the catalogue, which styles would print in the bibliography. Default false. */
  readonly note?: boolean | undefined;
  /** The key, when it is not the paper's id. */
  readonly key?: string | undefined;
  /** How the entry is laid out, `align` aside; default Litshelf's own way. */
  readonly style?: EntryStyle | undefined;
}

/** One entry, without a line break at its end. Always well formed, whatever the paper's texts hold. */
export function toBibtex(paper: Paper, options: BibtexOptions = {}): string {
  const style = options.style ?? ownStyle;
  // a file whose entries are not aligned has none of its own
  const align = options.align === false ? 0 : options.align === true && style.align === 0 ? 'longest' : style.align;
  return printEntry(entryParts(paper, options), { ...style, align });
}

/** A whole file: entries in the given order, separated by blank lines; empty for no papers. */
export function toBibtexFile(papers: Iterable<Paper>, options: BibtexOptions = {}): string {
  return Array.from(papers, (paper) => `${toBibtex(paper, options)}\n`).join('\n');
}

/** An entry before it is laid out. */
export function entryParts(paper: Paper, options: BibtexOptions = {}): EntryParts {
  const dialect = options.dialect ?? 'bibtex';
  const fields = entryFields(paper, { dialect, tex: { unicode: options.unicode ?? true }, protect: options.protect ?? 'smart', abstract: options.abstract ?? false, note: options.note ?? false });
  return { type: entryType(paper.type, dialect), key: entryKey(options.key ?? paper.id), fields };
}

/** A key without the characters that end it in some reader; a valid citation key has none of them. */
export function entryKey(id: string): string {
  return id.replace(/[\s,{}()"'#%~\\=@\p{C}]+/gu, '') || 'untitled';
}
