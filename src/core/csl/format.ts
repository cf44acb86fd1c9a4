/**
 * Formatted references and citations. The engine that knows CSL is handed in (src/host/csl-engine.ts: citation-js); here is
 * what people give it, and what becomes of its answer: text, HTML or Markdown in which titles are text and nothing else.
 */
import type { Cancellation } from '../ports.js';
import { engineCite, type Cite, type EngineCite } from './cite.js';
import { CslError } from './csl-error.js';
import { guard } from './guard.js';
import type { CslItem } from './json.js';
import { addresses } from './links.js';
import { readRuns, type Run } from './runs.js';
import { readStyle, type StyleText } from './style-text.js';
import { bundledStyles, isBundledStyle, type BundledStyle } from './styles.js';
import { writers, type ReferenceFormat } from './writers.js';

export type { ReferenceFormat } from './writers.js';

export interface FormatOptions {
  /** The id of a bundled style, or the text of a person's own .csl file. */
  readonly style: string | { readonly csl: string };
  /** A language tag; the nearest locale there is counts. Without one the style's own, else American English. */
  readonly locale?: string | undefined;
  readonly format: ReferenceFormat;
  /** Addresses as links, which is the default, or as text like any other: \url needs a package that the document may not load. */
  readonly links?: boolean | undefined;
}

export interface FormattedReference {
  readonly id: string;
  /** One line; HTML is inline, without a block around it. */
  readonly text: string;
  /** The same in two parts: the number that a numbered style puts before it, else empty, and the rest. */
  readonly label: string;
  readonly body: string;
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
  /** For a citation: its items, in order. */
  readonly cites: readonly EngineCite[];
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
  /** One citation of all works, such as "(see Wang et al., 2023, p. 3; Xu et al., 2024)"; a numbered style counts them from 1. */
  formatCitation(cites: readonly (CslItem | Cite)[], options: FormatOptions): string;
}

/** The same where the work is done elsewhere. Rejects with CslError like it, and with the signal's reason when that gives up. */
export type AsyncReferenceFormatter = {
  readonly [K in keyof ReferenceFormatter]: (...args: [...Parameters<ReferenceFormatter[K]>, signal?: Cancellation]) => Promise<ReturnType<ReferenceFormatter[K]>>;
};

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
      entries: references(items, options).map(({ item, label, body }) => ({
        id: item.id,
        text: write(label.length === 0 ? body : [...label, { text: ' ' }, ...body], [item], options),
        label: write(label, [], options),
        body: write(body, [item], options),
      })),
    }),
    formatReference: (item, options) => {
      const [only] = references([item], options);
      return only === undefined ? '' : write(only.body, [item], options);
    },
    formatCitation: (given, options) => {
      const cites = given.map((one): Cite => ('item' in one ? one : { item: one }));
      const request = prepare(cites.map(({ item }) => item), options, cites);
      return request.items.length === 0 ? '' : write(readRuns(run(() => engine.citation(request), request)).body, request.sources, options);
    },
  };
}

interface Prepared extends EngineRequest {
  readonly sources: readonly CslItem[];
}

function prepare(items: readonly CslItem[], { style, locale }: FormatOptions, cites: readonly Cite[] = []): Prepared {
  const sources = [...new Map(items.map((item) => [item.id, item])).values()];
  const places = new Map(sources.map(({ id }, index) => [id, index]));
  return { sources, items: sources.map(engineItem), style: styleOf(style), locale, cites: withoutRepeats(cites).map((cite) => engineCite(cite, engineId(places.get(cite.item.id) ?? 0))) };
}

/** A work is cited once, unless another place of it is meant. */
function withoutRepeats(cites: readonly Cite[]): readonly Cite[] {
  const seen = new Set<string>();
  return cites.filter(({ item, locator = '', prefix = '', suffix = '' }) => {
    const name = JSON.stringify([item.id, locator, prefix, suffix]);
    return !seen.has(name) && seen.add(name);
  });
}

function engineId(index: number): string {
  return `item-${index}`;
}

/** An item as the engine gets it. Older styles know the event by its older name. */
function engineItem(item: CslItem, index: number): Readonly<Record<string, unknown>> {
  const event = item['event-title'];
  return { ...(guard(event === undefined ? item : { ...item, event }) as Record<string, unknown>), type: item.type, id: engineId(index), custom: undefined };
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

function write(runs: readonly Run[], items: readonly CslItem[], { format, links = true }: FormatOptions): string {
  return writers[format](runs, links ? items.flatMap(addresses) : []);
}
