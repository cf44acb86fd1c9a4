/** Inline HTML: anchors, emphasis, line ends and pictures → runs. */
import { scanHtml, type Tag } from './html.js';
import { textOf, textRuns, type Run, type Style } from './runs.js';

/** A run, or a tag between runs. */
export type Piece = Run | { readonly tag: string; readonly start: number; readonly end: number };

/** Collects runs while anchors and emphasis open and close around them. */
export class InlineHtml {
  #runs: Run[] = [];
  #style: Style = {};
  #anchor: { url: string; runs: Run[]; start: number; picture: boolean } | undefined;

  text(text: string, start: number): void {
    for (const run of textRuns(text, start, this.#style)) this.run(run);
  }

  run(run: Run): void {
    const styled = this.#style.bold === true || this.#style.italic === true ? { ...this.#style, ...run } : run;
    (this.#anchor?.runs ?? this.#runs).push(styled);
  }

  /** True when the tag is one of those that stand in lines. */
  tag({ kind, name, attributes, start, end }: Tag): boolean {
    const open = kind === 'open';
    switch (name) {
      case 'b': case 'strong': this.#style = { ...this.#style, bold: open }; return true;
      case 'i': case 'em': this.#style = { ...this.#style, italic: open }; return true;
      case 'br': this.run({ text: ' ', ends: true, start, end }); return true;
      case 'img':
        if (this.#anchor) {
          this.#anchor.picture = true;
          if (attributes.get('alt')) this.#anchor.runs.push({ text: `\0${attributes.get('alt') ?? ''}`, start, end });
        }
        return true;
      case 'a':
        this.#close(start);
        if (open && attributes.has('href')) this.#anchor = { url: attributes.get('href') ?? '', runs: [], start, picture: false };
        return true;
      case 'span': case 'u': case 'ins': case 'sup': case 'sub': case 'small': case 'code': case 'font': case 'del': case 's': case 'mark': case 'kbd': case 'big': return true;
      default: return false;
    }
  }

  #close(end: number): void {
    const anchor = this.#anchor;
    this.#anchor = undefined;
    if (anchor === undefined) return;
    const { url, runs, start, picture } = anchor;
    const words = textOf(runs.filter(({ text }) => !text.startsWith('\0')));
    const pictures = textOf(runs.filter(({ text }) => text.startsWith('\0'))).replaceAll('\0', '');
    const last = runs.at(-1)?.end ?? end;
    const style = { ...(runs.some(({ bold }) => bold) ? { bold: true } : {}), ...(runs.some(({ italic }) => italic) ? { italic: true } : {}) };
    this.run({ ...style, text: words === '' ? pictures : words, url, ...(words === '' && picture ? { picture: true } : {}), start, end: Math.max(last, Math.min(end, last + 10)) });
    // an address that was written out as the anchor's own words
    for (const run of runs) if (run.url !== undefined && run.url !== url) this.run(run);
  }

  /** What was collected; emphasis and anchors do not reach beyond. */
  take(): Run[] {
    this.#close(this.#anchor?.start ?? 0);
    const runs = this.#runs;
    this.#runs = [];
    this.#style = {};
    return runs;
  }

  get empty(): boolean {
    return this.#runs.length === 0 && this.#anchor === undefined;
  }
}

/** Runs with the tags between them carried out. */
export function inlineHtml(pieces: readonly Piece[]): Run[] {
  if (pieces.every((piece): piece is Run => 'text' in piece)) return [...pieces];
  const inline = new InlineHtml();
  for (const piece of pieces) {
    if ('text' in piece) inline.run(piece);
    else for (const part of scanHtml(piece.tag, piece.start)) if (part.kind === 'open' || part.kind === 'close') inline.tag(part);
  }
  return inline.take();
}
