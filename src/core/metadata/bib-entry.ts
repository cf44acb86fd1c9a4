/** The one BibTeX entry that a service sends, read by the parser for people's files, but stricter: a broken entry is no answer. */
import { scanBibtex } from '../bibtex/scan.js';
import { texToText } from '../bibtex/tex-decode.js';

export interface BibEntry {
  /** Lower case. */
  readonly type: string;
  /** A field's value as TeX, without delimiters; pieces joined with a space, names of strings (jul) as they are. */
  readonly get: (name: string) => string | undefined;
}

/** The first entry of a text; undefined when there is none or it is broken. */
export function readBibEntry(text: string): BibEntry | undefined {
  const entry = scanBibtex(text).entries[0];
  if (entry === undefined || entry.broken || entry.key === '') return undefined;
  return {
    type: entry.type,
    get: (name) => {
      const pieces = entry.field(name)?.pieces;
      return pieces?.map(({ kind, start, end }) => (kind === 'braces' || kind === 'quotes' ? text.slice(start + 1, end - 1) : text.slice(start, end))).join(' ');
    },
  };
}

/** TeX → plain text on one line. */
export const plainTex = texToText;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first month that a field names (jul, "July", "6--11 " # jul), 1 to 12. */
export function monthOf(value: string | undefined): number | undefined {
  const name = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu.exec(value ?? '')?.[1];
  return name === undefined ? undefined : months.indexOf(name.toLowerCase()) + 1;
}
