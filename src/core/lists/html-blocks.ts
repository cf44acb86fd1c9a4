/** Blocks of HTML: tables, lists, headings and paragraphs, over as many pieces of HTML as Markdown cuts them into. */
import type { Block } from './blocks.js';
import { scanHtml, type HtmlText, type Tag } from './html.js';
import { InlineHtml } from './html-inline.js';
import { textOf, textRuns, type Run } from './runs.js';

type Fields = Omit<Block, 'start' | 'end'>;

/** Tags after which a new paragraph begins. */
const breaking = new Set(['p', 'div', 'center', 'details', 'summary', 'ul', 'ol', 'dl', 'dt', 'dd', 'blockquote', 'section', 'hr', 'thead', 'tbody', 'pre', 'caption', 'nav', 'header', 'footer', 'article', 'picture', 'colgroup']);

interface OpenTable {
  columns: string[];
  cells: Run[][];
  /** The row holds heading cells only, so far. */
  head: boolean;
  rows: number;
  start: number;
}

export class HtmlReader {
  readonly #inline = new InlineHtml();
  #kind: { kind: Block['kind']; level?: number } = { kind: 'text' };
  #start = 0;
  #end = 0;
  #tables: OpenTable[] = [];

  constructor(readonly emit: (fields: Fields, start: number, end: number) => void) {}

  read(html: string, offset: number): void {
    for (const part of scanHtml(html, offset)) {
      if (!('name' in part)) {
        if (part.kind === 'comment') {
          this.comment(part);
          continue;
        }
        if (this.#inline.empty && part.text.trim() === '') continue;
        if (this.#inline.empty) this.#start = part.start;
        this.#inline.text(part.text, part.start);
        this.#end = part.end;
        continue;
      }
      if (this.#inline.empty) this.#start = part.start;
      if (this.#inline.tag(part)) this.#end = part.end;
      else this.#block(part);
    }
  }

  /** What a comment links to is told as left out. */
  comment({ text, start, end }: HtmlText): void {
    const runs = textRuns(text, start, {});
    if (runs.some(({ url }) => url !== undefined)) this.emit({ kind: 'code', hidden: true, runs }, start, end);
  }

  /** Markdown follows: a paragraph ends, a table does not. */
  interrupt(): void {
    if (this.#tables.length === 0) this.#flush();
  }

  end(): void {
    while (this.#tables.length > 0) this.#closeTable(this.#end);
    this.#flush();
  }

  #block(tag: Tag): void {
    const table = this.#tables.at(-1);
    const open = tag.kind === 'open';
    const { name } = tag;
    if (name === 'table') {
      if (table === undefined) this.#flush();
      if (open) this.#tables.push({ columns: [], cells: [], head: true, rows: 0, start: tag.start });
      else this.#closeTable(tag.end);
    } else if (table !== undefined && name === 'tr') {
      this.#closeRow(table, tag.start);
      table.start = tag.start;
    } else if (table !== undefined && (name === 'td' || name === 'th')) {
      this.#closeCell(table);
      if (open) {
        table.cells.push([]);
        if (name === 'td') table.head = false;
      }
    } else if (table !== undefined && (name === 'p' || name === 'div' || name === 'li' || name === 'ul')) {
      if (!this.#inline.empty) this.#inline.run({ text: ' ', ends: true, start: tag.start, end: tag.end });
    } else if (table === undefined && (name === 'li' || /^h[1-6]$/u.test(name))) {
      this.#flush();
      if (open) this.#kind = name === 'li' ? { kind: 'item' } : { kind: 'heading', level: Number(name.slice(1)) };
    } else if (table === undefined && breaking.has(name)) this.#flush();
  }

  #closeCell(table: OpenTable): void {
    const runs = this.#inline.take();
    if (table.cells.length > 0) table.cells.at(-1)?.push(...runs);
    else if (runs.some(({ url }) => url !== undefined)) this.emit({ kind: 'text', runs }, this.#start, this.#end);
  }

  #closeRow(table: OpenTable, end: number): void {
    this.#closeCell(table);
    const cells = table.cells.splice(0);
    if (cells.length === 0) return;
    const head = table.head && table.rows === 0;
    this.emit({ kind: 'row', runs: [], cells, columns: head ? [] : table.columns, ...(head ? { head } : {}) }, table.start, end);
    if (head) table.columns = cells.map((cell) => textOf(cell).toLowerCase());
    table.rows += 1;
    table.head = true;
  }

  #closeTable(end: number): void {
    const table = this.#tables.at(-1);
    if (table) this.#closeRow(table, end);
    this.#tables.pop();
  }

  #flush(): void {
    const runs = this.#inline.take();
    const kind = this.#kind;
    this.#kind = { kind: 'text' };
    if (runs.some(({ text, url }) => text.trim() !== '' || url !== undefined)) this.emit({ ...kind, runs }, this.#start, this.#end);
  }
}
