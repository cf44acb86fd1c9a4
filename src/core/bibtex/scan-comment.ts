/** `@comment`: BibTeX ignores the word and reads on behind it; biber, JabRef and we leave out what its braces hold. */
import { braceClose, braceOpen, lineEnd, nameEnd, skipSpace } from './characters.js';
import { delimitedEnd } from './scan-value.js';
import { report, type BibComment, type Cursor } from './syntax.js';

/** Reads the comments of one text. */
export class CommentScanner {
  readonly #cursor: Cursor;
  /** One comment was not closed up to the end of the text: from then on a comment ends where entries go on. */
  #cautious = false;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  /** The comment whose `@` stands at `start`. */
  scan(start: number): BibComment {
    const { text } = this.#cursor;
    const word = nameEnd(text, skipSpace(text, start + 1));
    const open = skipSpace(text, word);
    if (text.charCodeAt(open) !== braceOpen) return { kind: 'comment', start, end: lineEnd(text, word) };
    const end = this.#closing(open);
    if (end !== undefined) return { kind: 'comment', start, end };
    this.#cautious = true;
    report(this.#cursor, 'warning', 'unclosed-comment', open, open + 1, 'This comment is never closed: a } is missing. Only its first line is left out.');
    return { kind: 'comment', start, end: lineEnd(text, open) };
  }

  /** Entries may be put in a comment, many of them, so that they are no sign of a missing brace here. */
  #closing(open: number): number | undefined {
    const { text } = this.#cursor;
    if (this.#cautious) {
      const { end, how } = delimitedEnd(this.#cursor, open);
      return how === 'closed' ? end : undefined;
    }
    let depth = 0;
    for (let i = open; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === braceOpen) depth += 1;
      else if (code === braceClose && --depth === 0) return i + 1;
    }
    return undefined;
  }
}
