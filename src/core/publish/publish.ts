/** A catalogue → a list in Markdown. */
import { Anchors, contentsLines, heading, type ContentsEntry } from './contents.js';
import { PublishError, type PublishOptions } from './options.js';
import { countPapers, planSections, type Publishable, type Section } from './sections.js';
import { shapeOf } from './shapes/index.js';
import type { Shape } from './shapes/shape.js';
import { escapeText } from './text.js';

export interface Published {
  /** Lines end with a line feed; no blank lines at the ends, and no line feed behind the last line. */
  readonly markdown: string;
  /** Entries, each as often as it stands there. */
  readonly papers: number;
  readonly sections: number;
}

/** @param before headings of the document above the list, for the anchors of its contents. @throws PublishError for what cannot be published */
export function publish(catalogue: Publishable, options: PublishOptions, before: readonly string[] = []): Published {
  const steps = publishInSteps(catalogue, options, before);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same in steps of one paper, for those who must let others work in between. */
export function* publishInSteps(catalogue: Publishable, options: PublishOptions, before: readonly string[] = []): Generator<void, Published> {
  if (options.contents && (options.level === 0 || options.group === 'none')) throw new PublishError('A table of contents needs headings: leave out contents, or group=none and level=0.');
  const shape = shapeOf(options);
  const root = yield* planSections(catalogue, options);
  yield;
  const blocks: string[][] = [];
  const papers = countPapers(root);
  if (options.counts) blocks.push([`${papers} ${papers === 1 ? 'paper' : 'papers'}`]);
  if (options.contents) {
    const anchors = new Anchors([...before, 'Contents']);
    const entries = (sections: readonly Section[], level: number): ContentsEntry[] =>
      sections.map((section) => ({ title: section.title ?? '', anchor: anchors.take(section.title ?? ''), count: countPapers(section), entries: entries(section.sections, level + 1) }));
    blocks.push([heading('Contents', options.level)], contentsLines(entries(root.sections, options.level), options.counts));
  }
  yield* write(root, options.level, shape, options, blocks);
  return { markdown: blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n').replace(/^\n+|\n+$/gu, '')).join('\n\n'), papers, sections: countSections(root) };
}

function* write(section: Section, level: number, shape: Shape, options: PublishOptions, blocks: string[][]): Generator<void> {
  if (section.title !== undefined && options.level > 0) blocks.push([heading(section.title, level)]);
  const lines = yield* shape(section.items, options);
  if (lines.length > 0) blocks.push([...(options.head === undefined ? [] : options.head.split('\n')), ...lines]);
  for (const below of section.sections) yield* write(below, section.title === undefined ? level : level + 1, shape, options, blocks);
}

function countSections({ sections }: Section): number {
  return sections.reduce((sum, section) => sum + 1 + countSections(section), 0);
}

/** A whole file: title and description above the list, a line feed at its end. */
export function wholeFile({ title, description }: Pick<Publishable, 'title' | 'description'>, { markdown }: Published): string {
  const parts = [title === undefined ? '' : heading(title, 1), description === undefined ? '' : escapeText(description), markdown];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The headings that a whole file has above its list. */
export function headingsAbove({ title }: Pick<Publishable, 'title'>): string[] {
  return title === undefined ? [] : [title];
}
