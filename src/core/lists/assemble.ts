/** Blocks → entries: which lines begin one, which belong to the one before, and what is no entry. */
import type { Block } from './blocks.js';
import { isPlaceholder, isWeb, readEntry, isBadge, type Draft } from './entry.js';
import { workOf } from './link-kind.js';
import { isHeading, readRow } from './row.js';
import { linesOf, textOf, type Run } from './runs.js';
import { certain, findTitle, isTag, type Title } from './title.js';
import type { UnreadReason } from './types.js';
import { detailLabel, isLabel, pictographs, sectionReason } from './words.js';

export interface Entry {
  readonly draft: Draft;
  readonly section: readonly string[];
  readonly start: number;
  readonly end: number;
}
export interface Miss {
  readonly run: Run;
  readonly reason: UnreadReason;
}

interface Open {
  readonly block: Block;
  readonly title: Title;
  readonly runs: Run[];
  readonly section: readonly string[];
  readonly start: number;
  end: number;
  /** Items below it say what they lead to: "Paper: …". */
  detailed?: boolean;
}

/** Walks over all blocks once. Every link with an address ends up in an entry or among the misses. */
export class Assembler {
  readonly entries: Entry[] = [];
  readonly misses: Miss[] = [];
  readonly sections: { readonly path: readonly string[]; readonly start: number }[] = [];
  title: string | undefined;
  #path: { level: number; text: string }[] = [];
  #open: Open | undefined;
  #entryBlocks = new Set<Block>();
  #headless = false;
  /** Items that belong to the title above them. */
  #details = new Set<Block>();

  /** @param only the only heading of the first level, which is the title of the whole list */
  constructor(readonly only: Block | undefined) {}

  read(blocks: readonly Block[]): void {
    for (const block of blocks) this.#block(block);
    this.#flush();
  }

  #block(block: Block): void {
    if (block.kind === 'heading') this.#heading(block);
    else if (block.kind === 'code') {
      this.#flush();
      this.#miss(block.runs, block.hidden === true ? 'comment' : 'code');
    } else if (block.kind === 'row') this.#row(block);
    else this.#lines(block);
  }

  get #section(): readonly string[] {
    const texts = this.#path.map(({ text }) => text);
    return texts.filter((text, at) => at === texts.length - 1 || sectionReason(text) !== 'contents');
  }

  #heading(block: Block): void {
    this.#flush();
    const text = headingText(block.runs);
    const title = findTitle(block.runs);
    const work = block.runs.find((run) => run.url !== undefined && workOf(run.url) !== undefined);
    if (work !== undefined && title !== undefined && block !== this.only) {
      this.#start(block, title, block.runs);
      return;
    }
    this.#miss(block.runs, 'no-title');
    if (block === this.only) {
      this.title = text;
      return;
    }
    const level = block.level ?? 1;
    while ((this.#path.at(-1)?.level ?? 0) >= level) this.#path.pop();
    this.#path.push({ level, text });
    this.sections.push({ path: this.#section, start: block.start });
    // "### Title" with a line of links below it; of few words only when it is numbered, "### [12] Title"
    if (title !== undefined && (title.text.split(' ').length >= 4 || /^\[\d{1,4}\]\s/u.test(text)) && sectionReason(text) === undefined) this.#open = { block, title, runs: [...block.runs], section: this.#section.slice(0, -1), start: block.start, end: block.end };
  }

  /** Why nothing is read here. A section that holds works is no table of contents, whatever it is called ("Navigation"). */
  #left(runs: readonly Run[]): UnreadReason | undefined {
    const reason = sectionReason(this.#path.at(-1)?.text ?? '');
    return reason === 'contents' && hasWork(runs) ? undefined : reason;
  }

  #row(block: Block): void {
    this.#flush();
    const cells = block.cells ?? [];
    const runs = cells.flat();
    if (block.head === true) this.#headless = !isHeading(cells);
    if (block.head === true && !this.#headless) {
      this.#miss(runs, 'no-title');
      return;
    }
    const reason = this.#left(runs);
    const draft = reason === undefined ? readRow(cells, this.#headless ? [] : (block.columns ?? [])) : undefined;
    const links = runs.filter(({ url }) => url !== undefined);
    const placeholder = links.length > 0 && links.every(({ url = '' }) => isPlaceholder(url));
    const useful = draft !== undefined && (Object.keys(draft.links).length > 0 || (!placeholder && links.length === 0 && draft.title.split(' ').length >= 4 && (draft.venue !== undefined || draft.issued !== undefined)));
    if (placeholder || !useful) this.#miss(runs, reason ?? 'no-title');
    else this.#emit(draft, runs, this.#section, block.start, block.end);
  }

  /** Items and paragraphs. */
  #lines(block: Block): void {
    const reason = this.#left(block.runs);
    const owner = this.#open;
    const within = owner !== undefined && isInside(block, owner.block);
    const detail = owner !== undefined && this.#isDetail(owner, block);
    if (detail) {
      this.#details.add(block);
      owner.detailed = true;
    }
    if (owner !== undefined && !within && !detail && (block.kind === 'item' || (owner.block.kind === 'item' && hasLinks(owner.runs)))) this.#flush();
    if (reason !== undefined) {
      this.#flush();
      this.#miss(block.runs, reason);
      return;
    }
    for (const [index, line] of linesOf(block.runs).entries()) this.#line(block, line, index);
  }

  #line(block: Block, line: readonly Run[], index: number): void {
    const title = findTitle(line);
    const open = this.#open;
    const begins = title !== undefined && !this.#details.has(block) && beginsEntry(line, title, block, index, open !== undefined);
    if (open !== undefined && (title === undefined || !begins) && this.#continues(open, block, line)) {
      open.runs.push({ text: ' ', ends: true, start: line[0]?.start ?? block.start, end: line[0]?.start ?? block.start }, ...line);
      open.end = Math.max(open.end, line.at(-1)?.end ?? block.end);
      return;
    }
    if (open !== undefined && index === 0) this.#flush();
    if (begins && this.#allowed(block, title)) this.#start(block, title, line);
    else this.#loose(block, line);
  }

  /** Below a title on a line of its own, items that say what they lead to belong to it: "- Paper: https://…". */
  #isDetail({ block: above, title, runs }: Open, block: Block): boolean {
    if (above.kind === 'item' || block.kind !== 'item') return false;
    if (block.inside !== undefined && this.#details.has(block.inside)) return true;
    const text = textOf(runs.filter((run) => run.start < above.end));
    const marked = title.runs.some(({ url, bold }) => url !== undefined || bold === true);
    const alone = above.kind === 'heading' || (text.length <= title.text.length + 8 && (marked || !/[.:。：]$/u.test(text)));
    return alone && block.inside === above.inside && saysWhatItIs(block.runs);
  }

  /** In what stands before the first section only items and papers are entries. */
  #allowed(block: Block, title: Title): boolean {
    const work = hasWork(block.runs);
    if (block.quoted === true || this.#path.length === 0) return block.kind === 'item' || (title.score >= certain && work);
    return block.kind === 'item' || title.score >= certain || work;
  }

  #continues(open: Open, block: Block, line: readonly Run[]): boolean {
    if (isInside(block, open.block) || block === open.block || this.#details.has(block)) return true;
    if (block.kind === 'item') return false;
    // a paragraph of its own goes on with links, people or a venue, not with prose
    if (block.inside !== open.block.inside && open.block.kind !== 'heading') return false;
    const words = line.filter(({ url, italic, bold }) => url === undefined && italic !== true && bold !== true);
    const plain = textOf(words);
    return hasWeb(line) ? plain.length < 120 && line.every((run) => run.url === undefined || isLabel(run.text) || isTag(run.text) || run.picture === true || /^https?:/iu.test(run.text)) : !hasLinks(open.runs) && line.length <= 8 && plain.length < 300;
  }

  /** A line that is no entry: its links to works with titles of their own are entries all the same. */
  #loose(block: Block, line: readonly Run[]): void {
    const rest: Run[] = [];
    for (const run of line) {
      const named = run.url !== undefined && workOf(run.url) !== undefined && run.picture !== true && !isTag(run.text) && !/^https?:/iu.test(run.text) && run.text.split(' ').length >= 3;
      const title = named && this.#path.length > 0 && block.quoted !== true ? findTitle([run]) : undefined;
      if (title === undefined) rest.push(run);
      else this.#emit(readEntry([run], title), [run], this.#sectionOf(block), run.start, run.end);
    }
    this.#miss(rest, textOf(line.filter(({ url }) => url === undefined)).split(' ').length > 3 ? 'prose' : 'no-title');
  }

  #start(block: Block, title: Title, runs: readonly Run[]): void {
    this.#flush();
    const start = runs[0]?.start ?? block.start;
    this.#open = { block, title, runs: [...runs], section: this.#sectionOf(block), start: block.kind === 'item' && runs[0] === block.runs[0] ? block.start : start, end: runs.at(-1)?.end ?? block.end };
  }

  /** Items above an entry that are no entries are headings of their own. */
  #sectionOf(block: Block): readonly string[] {
    const above: string[] = [];
    for (let item = block.inside; item !== undefined; item = item.inside) {
      const text = headingText(item.runs);
      if (!this.#entryBlocks.has(item) && item !== this.#open?.block && text !== '' && text.length <= 100) above.unshift(text);
    }
    return [...this.#section, ...above];
  }

  #flush(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    const { title, runs, block } = open;
    const web = runs.filter((run) => run.url !== undefined && isWeb(run.url) && !isPlaceholder(run.url) && !isBadge(run));
    const draft = web.length > 0 ? readEntry(runs, title) : undefined;
    if (draft === undefined || (block.kind === 'heading' && open.detailed !== true && web.every((run) => workOf(run.url ?? '') === undefined && !isLabel(run.text)))) {
      this.#miss(runs, 'no-title');
      return;
    }
    if (block.kind === 'heading' && this.#path.at(-1)?.text === headingText(block.runs)) this.#path.pop();
    this.#entryBlocks.add(block);
    this.#emit(draft, runs, open.section, open.start, open.end);
  }

  #emit(draft: Draft, runs: readonly Run[], section: readonly string[], start: number, end: number): void {
    this.entries.push({ draft, section, start, end });
    this.#miss(runs.filter((run) => run.url !== undefined && (!isWeb(run.url) || isPlaceholder(run.url) || isBadge(run))), 'no-title');
  }

  #miss(runs: readonly Run[], reason: UnreadReason): void {
    for (const run of runs) {
      if (run.url === undefined || run.url.startsWith('#') || /^(?:mailto|javascript|data):/iu.test(run.url)) continue;
      const why: UnreadReason = isPlaceholder(run.url) ? 'placeholder' : isBadge(run) ? 'badge' : !isWeb(run.url) ? 'relative' : run.picture === true && reason === 'no-title' ? 'badge' : reason;
      this.misses.push({ run, reason: why });
    }
  }
}

function isInside(block: Block, owner: Block): boolean {
  for (let item = block.inside; item !== undefined; item = item.inside) if (item === owner) return true;
  return false;
}

function hasLinks(runs: readonly Run[]): boolean {
  return runs.some(({ url }) => url !== undefined);
}

function hasWork(runs: readonly Run[]): boolean {
  return runs.some(({ url }) => url !== undefined && workOf(url) !== undefined);
}

function hasWeb(runs: readonly Run[]): boolean {
  return runs.some(({ url }) => url !== undefined && isWeb(url));
}

function headingText(runs: readonly Run[]): string {
  return textOf(runs.filter(({ picture }) => picture !== true)).replace(new RegExp(`^(?:${pictographs.source}|\\s)+|(?:${pictographs.source}|[\\s:：])+$`, 'gu'), '').trim();
}

/** "Paper (Oral): https://…", "Code: none yet", "[PDF](…) | [Code](…)": words before the first link that are a label, or links called by labels and nothing else. */
function saysWhatItIs(runs: readonly Run[]): boolean {
  const at = runs.findIndex(({ url }) => url !== undefined);
  const [, label] = /^([^:：]{2,40})[:：]/u.exec(textOf(at < 0 ? runs : runs.slice(0, at))) ?? [];
  if (label !== undefined && (isLabel(label.replace(/[（(][^()（）]*[)）]/gu, ' ')) || detailLabel.test(label.replace(pictographs, '').trim()))) return true;
  if (at < 0) return /^(?:oral|spotlight|highlight|poster)$/iu.test(textOf(runs));
  return runs.every((run) => run.ends === true || isLabel(run.text) || (run.url === undefined && isTag(run.text)));
}

/** Whether a line is the beginning of an entry: its title is sure, and does not stand in the middle of a sentence. */
function beginsEntry(line: readonly Run[], title: Title, block: Block, index: number, following: boolean): boolean {
  const labelled = line.some((run) => run.url !== undefined && isWeb(run.url) && (isLabel(run.text) || run.picture === true));
  const at = line.findIndex((run) => title.runs.includes(run));
  const before = textOf(line.slice(0, Math.max(0, at)).filter(({ url }) => url === undefined)).replace(pictographs, ' ').replace(/\[[^\]]{0,60}\]|\([^)]{0,40}\)|【[^】]{0,40}】/gu, ' ');
  const linkTitle = title.runs.some(({ url }) => url !== undefined);
  const lead = before.split(/\s+/u).filter((word) => /\p{L}{2}/u.test(word)).length;
  const sentence = linkTitle && lead > 3 && !isTag(before) && !/[:：|]\s*$/u.test(before);
  if (sentence) return false;
  // "Code: [Official](…)" below an entry
  if (following && /^(?:[\s*_-]*(?:code|project|paper|link|links|data|dataset|datasets|keywords?|authors?|venue|demo|website|blog|homepage|github|page|abstract|tl;?dr|代码|作者|链接)s?[\s*_]*[:：])/iu.test(textOf(line))) return false;
  if (title.score >= certain) return index === 0 || linkTitle || title.runs.some(({ bold }) => bold) || hasWeb(line);
  if (index > 0 && following) return false;
  if (block.kind === 'item') return labelled || (!following && title.text.split(' ').length >= 3 && textOf(line).length < 400) || (linkTitle && index === 0);
  const alone = title.runs.some(({ bold }) => bold) && textOf(line).length <= title.text.length + 4;
  return alone || (labelled && title.text.split(' ').length >= 3 && textOf(line).length < 500);
}
