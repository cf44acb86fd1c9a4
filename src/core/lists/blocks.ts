/** Syntax trees of a list → its blocks in order: headings, items, rows of tables, paragraphs, and code. HTML and Markdown come out alike. */
import type { Definition, Nodes, PhrasingContent, Root, Table } from 'mdast';
import { HtmlReader } from './html-blocks.js';
import { inlineHtml, type Piece } from './html-inline.js';
import { textOf, textRuns, type Run, type Style } from './runs.js';

export interface Block {
  readonly kind: 'heading' | 'item' | 'row' | 'text' | 'code';
  /** Level of a heading. */
  readonly level?: number;
  readonly runs: readonly Run[];
  /** Of a row: its cells; `columns` are the words above them, empty in the row of headings itself. */
  readonly cells?: readonly (readonly Run[])[];
  readonly columns?: readonly string[];
  /** The row stands where headings of columns stand. */
  readonly head?: boolean;
  /** The item that the block stands in: an item's own paragraph has the item above it, a further paragraph has the item itself. */
  readonly inside?: Block;
  readonly quoted?: boolean;
  /** Of code: a comment. */
  readonly hidden?: boolean;
  readonly start: number;
  readonly end: number;
}

type BlockFields = Omit<Block, 'start' | 'end'>;

/** Collects blocks of the parts of one text. */
export class BlockReader {
  readonly blocks: Block[] = [];
  readonly #html: HtmlReader;
  #definitions: ReadonlyMap<string, Definition> = new Map();
  #offset = 0;
  #from = 0;
  #text = '';

  constructor() {
    this.#html = new HtmlReader((fields, start, end) => this.#add(fields, start, end));
  }

  /** `text` is the part, which begins at `offset` of the whole; the tree is of the part and of `lent` characters before it. */
  read(tree: Root, offset: number, text: string, lent = 0): void {
    this.#from = offset;
    this.#offset = offset - lent;
    this.#text = text;
    this.#definitions = new Map(tree.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier.toUpperCase(), node] as const] : [])));
    for (const node of tree.children) this.#block(node, undefined, false);
  }

  end(): void {
    this.#html.end();
  }

  #add(fields: BlockFields, start: number, end: number): Block {
    const block: Block = { ...fields, start, end };
    this.blocks.push(block);
    return block;
  }

  #place(node: Nodes): { start: number; end: number } {
    return { start: this.#offset + (node.position?.start.offset ?? 0), end: this.#offset + (node.position?.end.offset ?? 0) };
  }

  #block(node: Nodes, inside: Block | undefined, quoted: boolean): void {
    const { start, end } = this.#place(node);
    // definitions that were lent to the part stand behind it
    if (start >= this.#from + this.#text.length) return;
    if (node.type !== 'html') this.#html.interrupt();
    const common = { ...(inside === undefined ? {} : { inside }), ...(quoted ? { quoted } : {}) };
    if (node.type === 'heading') this.#add({ kind: 'heading', level: node.depth, runs: this.#inline(node.children), ...common }, start, end);
    else if (node.type === 'paragraph') this.#add({ kind: 'text', runs: this.#inline(node.children), ...common }, start, end);
    else if (node.type === 'blockquote') for (const child of node.children) this.#block(child, inside, true);
    else if (node.type === 'list') for (const item of node.children) this.#item(item.children, inside, quoted, this.#place(item));
    else if (node.type === 'table') this.#table(node, inside);
    else if (node.type === 'code') this.#add({ kind: 'code', runs: textRuns(node.value, Math.max(start, this.#from + this.#text.indexOf(node.value.slice(0, 200), start - this.#from)), {}), ...common }, start, end);
    else if (node.type === 'html') this.#html.read(node.value, start);
  }

  #item(children: readonly Nodes[], inside: Block | undefined, quoted: boolean, { start, end }: { start: number; end: number }): void {
    const [first, ...rest] = children;
    const runs = first?.type === 'paragraph' ? this.#inline(first.children) : first?.type === 'heading' ? this.#inline(first.children) : [];
    const own = first === undefined ? end : this.#place(first).end;
    const item = this.#add({ kind: 'item', runs, ...(inside === undefined ? {} : { inside }), ...(quoted ? { quoted } : {}) }, start, own);
    for (const child of runs.length > 0 ? rest : children) this.#block(child, item, quoted);
  }

  #table(table: Table, inside: Block | undefined): void {
    let columns: string[] = [];
    for (const [index, row] of table.children.entries()) {
      const cells = row.children.map((cell) => this.#inline(cell.children));
      const { start, end } = this.#place(row);
      if (start >= this.#from) this.#add({ kind: 'row', runs: [], cells, columns: index === 0 ? [] : columns, ...(index === 0 ? { head: true } : {}), ...(inside === undefined ? {} : { inside }) }, start, end);
      if (index === 0) columns = cells.map((cell) => textOf(cell).toLowerCase());
    }
  }

  #inline(nodes: readonly PhrasingContent[]): Run[] {
    const pieces: Piece[] = [];
    const walk = (node: PhrasingContent, style: Style): void => {
      const { start, end } = this.#place(node);
      const inside = (children: readonly PhrasingContent[], more: Style) => {
        for (const child of children) walk(child, { ...style, ...more });
      };
      if (node.type === 'text') pieces.push(...textRuns(node.value, start, style));
      else if (node.type === 'inlineCode') pieces.push(...textRuns(node.value, start, style));
      else if (node.type === 'break') pieces.push({ text: ' ', ends: true, start, end });
      else if (node.type === 'strong') inside(node.children, { bold: true });
      else if (node.type === 'emphasis') inside(node.children, { italic: true });
      else if (node.type === 'delete') inside(node.children, {});
      else if (node.type === 'link') pieces.push(this.#link(node.children, node.url, style, { start, end }));
      else if (node.type === 'linkReference') {
        const url = this.#definitions.get(node.identifier.toUpperCase())?.url;
        if (url === undefined) inside(node.children, {});
        else pieces.push(this.#link(node.children, url, style, { start, end }));
      } else if (node.type === 'html') {
        if (node.value.startsWith('<!--')) this.#html.comment({ kind: 'comment', text: node.value, start, end });
        else pieces.push({ tag: node.value, start, end });
      }
    };
    for (const node of nodes) walk(node, {});
    return inlineHtml(pieces);
  }

  #link(children: readonly PhrasingContent[], url: string, style: Style, place: { start: number; end: number }): Run {
    const inner = flatten(children);
    return { ...style, ...(inner.bold ? { bold: true } : {}), ...(inner.italic ? { italic: true } : {}), text: inner.words === '' ? inner.pictures : inner.words, ...(inner.words === '' && inner.picture ? { picture: true } : {}), url, ...place };
  }
}

interface Flat {
  words: string;
  pictures: string;
  picture: boolean;
  bold: boolean;
  italic: boolean;
}

/** What a link is called: its words, and apart from them what its pictures are called. */
function flatten(children: readonly PhrasingContent[]): Flat {
  const flat: Flat = { words: '', pictures: '', picture: false, bold: false, italic: false };
  const walk = (node: PhrasingContent): void => {
    if (node.type === 'text' || node.type === 'inlineCode') flat.words += node.value;
    else if (node.type === 'break') flat.words += ' ';
    else if (node.type === 'image' || node.type === 'imageReference') {
      flat.picture = true;
      flat.pictures += node.alt ?? '';
    } else if (node.type === 'html') {
      if (/^<img/iu.test(node.value)) flat.picture = true;
      else if (/^<br/iu.test(node.value)) flat.words += ' ';
    } else if ('children' in node) {
      if (node.type === 'strong') flat.bold = true;
      if (node.type === 'emphasis') flat.italic = true;
      node.children.forEach(walk);
    }
  };
  children.forEach(walk);
  // a tag that is none in Markdown's eyes, for want of quotation marks
  flat.words = flat.words.replace(/<img\b[^<>]{0,1000}>/giu, () => {
    flat.picture = true;
    return '';
  });
  return { ...flat, words: flat.words.replace(/\s+/gu, ' ').trim(), pictures: flat.pictures.trim() };
}
