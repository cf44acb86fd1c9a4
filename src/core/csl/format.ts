/**
 * Formatted references and citations. The engine that knows CSL is handed in (src/host/csl-engine.ts: citation-js); here is
 * what people give it, and what becomes of its answer: text, HTML or Markdown in which titles are text and nothing else.
 */
import { CslError } from './csl-error.js';
import { guard } from './guard.js';
import type { CslItem } from './json.js';
import { addresses } from './links.js';
import { readRuns, type Run } from './runs.js';
import { readStyle, type StyleText } from './style-text.js';
import { bundledStyles, isBundledStyle, type BundledStyle } from './styles.js';
import { writeHtml } from './write-html.js';
import { writeMarkdown } from './write-markdown.js';

export type ReferenceFormat = 'text' | 'html' | 'markdown';

export interface FormatOptions {
  /** The id of a bundled style, or the text of a person's own .csl file. */
  readonly style: string | { readonly csl: string };
  /** A language tag; the nearest locale there is counts. Without one the style's own, else American English. */
  readonly locale?: string | undefined;
  readonly format: ReferenceFormat;
}

export interface FormattedReference {
  readonly id: string;
  /** One line; HTML is inline, without a block around it. */
  readonly text: string;
}
export interface FormattedReferences {
  /** In the style's order, with its numbers. */
  readonly entries: readonly FormattedReference[];
}

/** What the engine is asked with: texts guarded, ids that are plain words. */
export interface EngineRequest {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly style: BundledStyle | StyleText;
  readonly locale: string | undefined;
}

/** Whoever knows CSL. Answers in the HTML that citeproc writes; throws what it likes. */
export interface CslEngine {
  /** Pairs of id and HTML, in the style's order. */
  bibliography(request: EngineRequest): readonly (readonly [id: string, html: string])[];
  citation(request: EngineRequest): string;
}

export interface ReferenceFormatter {
  /** A whole bibliography. An item that is given twice stands in it once. */
  formatReferences(items: readonly CslItem[], options: FormatOptions): FormattedReferences;
  /** One reference to stand alone: without the number that a numbered style would give it. */
  formatReference(item: CslItem, options: FormatOptions): string;
  /** One citation of all items, such as "(Wang et al., 2023; Xu et al., 2024)"; a numbered style counts them from 1. */
  formatCitation(items: readonly CslItem[], options: FormatOptions): string;
}

/** The three functions over an engine. They throw CslError, and nothing else, when a style or an item cannot be used. */
export function makeFormatter(engine: CslEngine): ReferenceFormatter {
  const references = (items: readonly CslItem[], options: FormatOptions) => {
    const request = prepare(items, options);
    if (typeof request.style === 'object' && !request.style.hasBibliography) throw new CslError('This CSL style has no <bibliography> element: it can format citations, not references.');
    const known = new Map(request.items.map(({ id }, index) => [id, request.sources[index]]));
    return run(() => engine.bibliography(request), request).flatMap(([id, html]) => {
      const item = known.get(id);
      return item === undefined ? [] : [{ item, ...readRuns(html) }];
    });
  };
  return {
    formatReferences: (items, options) => ({
      entries: references(items, options).map(({ item, label, body }) => ({ id: item.id, text: write(label.length === 0 ? body : [...label, { text: ' ' }, ...body], [item], options) })),
    }),
    formatReference: (item, options) => {
      const [only] = references([item], options);
      return only === undefined ? '' : write(only.body, [item], options);
    },
    formatCitation: (items, options) => {
      const request = prepare(items, options);
      return request.items.length === 0 ? '' : write(readRuns(run(() => engine.citation(request), request)).body, request.sources, options);
    },
  };
}

interface Prepared extends EngineRequest {
  readonly sources: readonly CslItem[];
}

function prepare(items: readonly CslItem[], { style, locale }: FormatOptions): Prepared {
  const sources = [...new Map(items.map((item) => [item.id, item])).values()];
  return { sources, items: sources.map(engineItem), style: styleOf(style), locale };
}

/** An item as the engine gets it. Older styles know the event by its older name. */
function engineItem(item: CslItem, index: number): Readonly<Record<string, unknown>> {
  const event = item['event-title'];
  return { ...(guard(event === undefined ? item : { ...item, event }) as Record<string, unknown>), type: item.type, id: `item-${index}`, custom: undefined };
}

function styleOf(style: FormatOptions['style']): BundledStyle | StyleText {
  if (typeof style === 'object') return readStyle(style.csl);
  if (isBundledStyle(style)) return style;
  throw new CslError(`There is no citation style "${style}". There are ${Object.keys(bundledStyles).join(', ')}, and any .csl file of your own.`);
}

function run<T>(ask: () => T, { style }: EngineRequest): T {
  try {
    return ask();
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    const which = typeof style === 'string' ? bundledStyles[style] : (style.title ?? 'of your .csl file');
    throw new CslError(`The style ${which} could not format this: ${reason.replace(/\s+/gu, ' ')}`, { cause: fault });
  }
}

function write(runs: readonly Run[], items: readonly CslItem[], { format }: FormatOptions): string {
  if (format === 'text') return runs.map(({ text }) => text).join('');
  const links = items.flatMap(addresses);
  return format === 'html' ? writeHtml(runs, links) : writeMarkdown(runs, links);
}
