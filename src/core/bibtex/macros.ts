/** @string: names for text. As in BibTeX a name stands for the last definition before its use, whatever its case. */
import { report, type BibField, type BibFile, type BibPiece, type Cursor } from './syntax.js';

/** Names that every style defines: months, and the journals of plain.bst. */
const predefined: ReadonlyMap<string, string> = new Map([
  ['jan', 'January'], ['feb', 'February'], ['mar', 'March'], ['apr', 'April'], ['may', 'May'], ['jun', 'June'], ['jul', 'July'], ['aug', 'August'], ['sep', 'September'], ['oct', 'October'], ['nov', 'November'], ['dec', 'December'],
  ['acmcs', 'ACM Computing Surveys'], ['acta', 'Acta Informatica'], ['cacm', 'Communications of the ACM'], ['ibmjrd', 'IBM Journal of Research and Development'], ['ibmsj', 'IBM Systems Journal'],
  ['ieeese', 'IEEE Transactions on Software Engineering'], ['ieeetc', 'IEEE Transactions on Computers'], ['ieeetcad', 'IEEE Transactions on Computer-Aided Design of Integrated Circuits'], ['ipl', 'Information Processing Letters'],
  ['jacm', 'Journal of the ACM'], ['jcss', 'Journal of Computer and System Sciences'], ['scp', 'Science of Computer Programming'], ['sicomp', 'SIAM Journal on Computing'], ['tocs', 'ACM Transactions on Computer Systems'],
  ['tods', 'ACM Transactions on Database Systems'], ['tog', 'ACM Transactions on Graphics'], ['toms', 'ACM Transactions on Mathematical Software'], ['toois', 'ACM Transactions on Office Information Systems'],
  ['toplas', 'ACM Transactions on Programming Languages and Systems'], ['tcs', 'Theoretical Computer Science'],
]);

/** Definitions in terms of each other can grow beyond all bounds. */
const longestValue = 1 << 20;
const longestMacro = 100_000;

interface Definition {
  readonly at: number;
  readonly value: string;
}

/** The definitions of one file. */
export class Macros {
  readonly #text: string;
  readonly #defined = new Map<string, Definition[]>();

  constructor(file: BibFile, cursor: Cursor) {
    this.#text = file.text;
    for (const { fields } of file.strings) {
      for (const field of fields) {
        const value = this.value(field, cursor).slice(0, longestMacro);
        const definition = { at: field.nameStart, value };
        const known = this.#defined.get(field.name);
        if (known === undefined) this.#defined.set(field.name, [definition]);
        else known.push(definition);
      }
    }
  }

  /** The value of a field as TeX: its pieces joined, without delimiters, names replaced. An unknown name stands for itself (reported). */
  value(field: BibField, cursor: Cursor): string {
    const [only, more] = field.pieces;
    if (only === undefined) return '';
    if (more === undefined) return this.#piece(only, cursor);
    let value = '';
    for (const piece of field.pieces) if (value.length < longestValue) value += this.#piece(piece, cursor);
    return value;
  }

  #piece(piece: BibPiece, cursor: Cursor): string {
    const { kind, start, end, closed } = piece;
    if (kind === 'braces' || kind === 'quotes') return this.#text.slice(start + 1, closed ? end - 1 : end);
    const text = this.#text.slice(start, end);
    if (kind !== 'macro') return text;
    const value = this.#lookUp(text.toLowerCase(), start);
    if (value !== undefined) return value;
    report(cursor, 'warning', 'unknown-string', start, end, `No @string defines ${text} before its use here. Define it, or write the value in braces: {${text}}.`);
    return text;
  }

  #lookUp(name: string, at: number): string | undefined {
    const known = this.#defined.get(name);
    if (known !== undefined) {
      let [low, high] = [0, known.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((known[middle]?.at ?? 0) < at) low = middle + 1;
        else high = middle;
      }
      const found = known[low - 1];
      if (found !== undefined) return found.value;
    }
    return predefined.get(name);
  }
}
