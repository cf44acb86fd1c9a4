/** Reads Typst as far as citations need, in one pass with a stack. After a fault, such as a bracket being typed, it finds what it can. */
import { matchAt } from './mask.js';
import type { Span } from './types.js';

/** `@key[p. 3]` or `#cite(<key>, …)`. */
export interface TypstItem {
  readonly form: 'ref' | 'cite';
  readonly from: number;
  to: number;
  /** Where exactly the key stands. */
  start: number;
  end: number;
  /** Stands in code, where no `#` is written. */
  readonly inCode: boolean;
}

export interface TypstScan {
  readonly items: readonly TypstItem[];
  /** Labels that this text gives to something: `<fig-1>` in markup. */
  readonly labels: ReadonlySet<string>;
  /** Comments, raw text and strings. */
  readonly hidden: readonly Span[];
}

interface Frame {
  readonly mode: 'markup' | 'code' | 'math';
  readonly close: ')' | '}' | ']' | '$' | 'line'; // the end of a statement
  /** The expression behind `#` goes on behind it. */
  readonly hash: boolean;
  readonly item?: TypstItem | undefined;
}

export const labelSigns = String.raw`[\p{XID_Continue}_\-:.]`;
const refKey = new RegExp(String.raw`${labelSigns}{0,1000}[\p{XID_Continue}_\-]`, 'uy');
const label = new RegExp(String.raw`<(${labelSigns}{1,1000})>`, 'uy');
const word = /[\p{XID_Start}_][\p{XID_Continue}_-]{0,200}/uy;
const link = /https?:\/\/[^\s[\](){}"<>]*/uy;
const keyword = /^(?:let|set|show|import|include|return|if|for|while|context)$/u;

/** Reads a whole text. */
export const scanTypst = (text: string): TypstScan => new Scanner(text).scan();

/** What can be written at an offset: text, an expression (between delimiters, or the value of `#let x =`), a formula. Text when a delimiter is missing somewhere. */
export function typstModeAt(text: string, offset: number): 'markup' | 'code' | 'math' {
  return new Scanner(text).isWhole() ? new Scanner(text.slice(0, offset)).modeAtEnd() : 'markup';
}

class Scanner {
  private at = 0;
  private readonly stack: Frame[] = [];
  private readonly items: TypstItem[] = [];
  private readonly labels = new Set<string>();
  private readonly hidden: Span[] = [];
  private unquoted = false;

  constructor(private readonly text: string) {}

  scan(): TypstScan {
    while (this.at < this.text.length) {
      const top = this.stack.at(-1);
      const mode = top?.mode ?? 'markup';
      if (this.hides(mode)) continue;
      if (mode === 'markup') this.markup(top);
      else if (mode === 'code') this.code(top);
      else this.math();
    }
    this.items.sort((a, b) => a.from - b.from);
    return { items: this.items.filter(({ start, end }) => end > start), labels: this.labels, hidden: this.hidden };
  }

  isWhole(): boolean {
    this.scan();
    return this.stack.every(({ close }) => close === 'line');
  }

  modeAtEnd(): Frame['mode'] {
    this.scan();
    const top = this.stack.at(-1);
    // what follows an expression of a statement may be text again
    return top === undefined || (top.close === 'line' && !/[^=]=[ \t]*$/u.test(this.text)) ? 'markup' : top.mode;
  }

  private get char(): string {
    return this.text.charAt(this.at);
  }
  private push(mode: Frame['mode'], close: Frame['close'], hash = false, item?: TypstItem): void {
    this.stack.push({ mode, close, hash, item });
    this.at += close === 'line' ? 0 : 1;
  }

  /** Leaves the innermost frame, and goes on with the expression that it belongs to. */
  private pop(): void {
    const frame = this.stack.pop();
    this.at += 1;
    if (frame?.item) frame.item.to = this.at;
    if (frame?.hash) this.afterHash();
  }

  private hide(end: number): true {
    this.hidden.push({ start: this.at, end });
    this.at = end;
    return true;
  }

  /** Comments, raw text, strings. */
  private hides(mode: Frame['mode']): boolean {
    const { text, at } = this;
    const char = text.charAt(at);
    if (char === '/' && text.charAt(at + 1) === '/') return this.hide(lineEnd(text, at));
    if (char === '/' && text.charAt(at + 1) === '*') return this.hide(commentEnd(text, at));
    if (char === '`') return this.hide(rawEnd(text, at));
    if (char === '"' && mode !== 'markup') return this.hide(this.stringEnd());
    return false;
  }

  /** A string whose quote is missing ends with its line, and so does every one behind it. */
  private stringEnd(): number {
    const { text, at } = this;
    if (!this.unquoted) {
      for (let end = at + 1; end < text.length; end++) {
        const char = text.charAt(end);
        if (char === '\\') end += 1;
        else if (char === '"') return end + 1;
      }
      this.unquoted = true;
    }
    return lineEnd(text, at);
  }

  private markup(top: Frame | undefined): void {
    const { text, char } = this;
    if (char === '\\') this.at += 2;
    else if (char === '#') this.hash();
    else if (char === '@') this.ref();
    else if (char === '$') this.push('math', '$');
    else if (char === '[') this.push('markup', ']');
    else if (char === ']' && top?.close === ']') this.pop();
    else if (char === '<') {
      const match = matchAt(label, text, this.at);
      if (match) this.labels.add(match[1] ?? '');
      this.at += match ? match[0].length : 1;
    } else if (char === 'h') this.at += matchAt(link, text, this.at)?.[0].length ?? 1;
    else this.at += 1;
  }

  private math(): void {
    const { text, char } = this;
    if (char === '\\') this.at += 2;
    else if (char === '#') this.hash();
    else if (char === '$') this.pop();
    else if (char === '\n' && /^\n[ \t\r]*\n/u.test(text.slice(this.at, this.at + 40))) this.stack.pop();
    else this.at += 1;
  }

  private code(top: Frame | undefined): void {
    const { text, char, at } = this;
    if (top?.close === 'line' && (char === '\n' || char === ';' || char === ')' || char === '}' || char === ']')) {
      this.stack.pop();
      if (char === '\n' || char === ';') this.at += 1;
    } else if (char === '(') this.push('code', ')');
    else if (char === '{') this.push('code', '}');
    else if (char === '[') this.push('markup', ']');
    else if (char === '$') this.push('math', '$');
    else if (char === top?.close) this.pop();
    else if (char === '@') this.ref();
    else if (char === '<') {
      const match = matchAt(label, text, at);
      if (match) this.key(at + 1, at + 1 + (match[1] ?? '').length);
      this.at += match ? match[0].length : 1;
    } else {
      const name = matchAt(word, text, at)?.[0];
      if (name === undefined) this.at += 1;
      else this.name(name, at, true);
    }
  }

  /** `#` and what follows it. */
  private hash(): void {
    const start = this.at;
    this.at += 1;
    const name = matchAt(word, this.text, this.at)?.[0];
    if (name === undefined) this.afterHash();
    else if (keyword.test(name)) {
      this.at += name.length;
      this.push('code', 'line');
    } else this.name(name, start, false);
  }

  /** An identifier in an expression that begins at `from`. */
  private name(name: string, from: number, inCode: boolean): void {
    const { text } = this;
    this.at += name.length;
    if (name === 'cite' && this.char === '(') {
      const item: TypstItem = { form: 'cite', from, to: this.at, start: 0, end: 0, inCode };
      this.items.push(item);
      this.push('code', ')', !inCode, item);
    } else if (name === 'label' && this.char === '(') {
      const match = matchAt(/\s{0,20}"((?:[^"\\\n]|\\[^]){0,1000})"/uy, text, this.at + 1);
      this.push('code', ')', !inCode);
      if (!match) return;
      const end = this.at + match[0].length;
      this.key(end - 1 - (match[1] ?? '').length, end - 1);
      this.at = end;
    } else if (!inCode) this.afterHash();
  }

  /** Calls, contents and fields go on with an expression behind `#`. */
  private afterHash(): void {
    while (this.char === '.') {
      const field = matchAt(word, this.text, this.at + 1)?.[0];
      if (field === undefined) return;
      this.at += 1 + field.length;
    }
    if (this.char === '(') this.push('code', ')', true);
    else if (this.char === '[') this.push('markup', ']', true);
    else if (this.char === '{') this.push('code', '}', false);
    else if (this.char === '"') this.hide(this.stringEnd());
  }

  /** A label as a value: the key, when it is the first of a citation. */
  private key(start: number, end: number): void {
    for (const depth of [-1, -2]) {
      const item = this.stack.at(depth)?.item;
      if (item?.form !== 'cite') continue;
      if (item.end === 0) Object.assign(item, { start, end });
      return;
    }
  }

  /** `@key`, with its supplement. A full stop or colon at the end is text. */
  private ref(): void {
    const from = this.at;
    const inCode = this.stack.at(-1)?.mode === 'code';
    const key = matchAt(refKey, this.text, from + 1)?.[0];
    this.at += 1 + (key?.length ?? 0);
    if (key === undefined) return;
    const item: TypstItem = { form: 'ref', from, to: this.at, start: from + 1, end: this.at, inCode };
    this.items.push(item);
    if (this.char === '[') this.push('markup', ']', false, item);
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Comments nest. */
function commentEnd(text: string, from: number): number {
  const edge = /\/\*|\*\//gu;
  edge.lastIndex = from;
  let depth = 0;
  for (let match = edge.exec(text); match; match = edge.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  return text.length;
}

function rawEnd(text: string, from: number): number {
  let end = from;
  while (text.charAt(end) === '`') end += 1;
  const length = end - from;
  if (length === 2) return end;
  const close = text.indexOf('`'.repeat(length), end);
  return close < 0 ? text.length : close + length;
}
