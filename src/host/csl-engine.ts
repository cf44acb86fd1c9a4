/**
 * Formatted references through citation-js and its CSL engine citeproc. A bundle of its own (dist/csl.js), loaded when first
 * used: it is big, and citeproc stands under CPAL or AGPL (THIRD-PARTY-NOTICES.md).
 * citation-js gets CSL-JSON and nothing else: its detection of what a text may be, which can go to the network, is never asked.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { makeFormatter, type CslEngine, type EngineRequest, type ReferenceFormatter } from '../core/csl/format.js';
import { addedLocales, addedStyles, ownNames } from './csl-styles.js';

export { bundledStyles, CslError } from '../core/csl/index.js';

/** What this file uses of citation-js; its own types make every option needed and leave the results open. */
interface Register {
  get(this: Register, name: string): string;
  set(this: Register, name: string, text: string): unknown;
  delete(this: Register, name: string): unknown;
  list(this: Register): string[];
}
interface Plugin {
  readonly styles: Register;
  readonly locales: Register;
  readonly engine: (data: readonly unknown[], style: string, locale: string, format: string) => object;
}
type Format = (name: 'bibliography' | 'citation', data: readonly unknown[], options: Readonly<Record<string, unknown>>) => unknown;

const { styles, locales, engine } = plugins.config.get('@csl') as unknown as Plugin;
const { format } = plugins.output as unknown as { readonly format: Format };
for (const [name, text] of Object.entries(addedStyles)) styles.set(name, text);
for (const [name, text] of Object.entries(addedLocales)) locales.set(name, text);

/** Under which name citation-js has a style now, and in which locales it was used. */
interface Registered {
  readonly name: string;
  readonly text: string;
  readonly locales: Set<string>;
}
const registered = new Map<string, Registered>();
/** A person's own style; there is one at a time. */
const own = 'own';
let count = 0;

const citationJs: CslEngine = {
  bibliography: (request) => ask('bibliography', request, { asEntryArray: true }) as [string, string][],
  citation: (request) => ask('citation', request, { entry: request.cites }) as string,
};

export const formatter: ReferenceFormatter = makeFormatter(citationJs);

function ask(what: 'bibliography' | 'citation', { items, style, locale }: EngineRequest, more: Readonly<Record<string, unknown>>): unknown {
  const { name, text, locales: used } = typeof style === 'object' ? register(own, style.text) : register(style, styles.get(ownNames[style] ?? style));
  const lang = nearestLocale(locale) ?? nearestLocale(/<style\b[^>]*\bdefault-locale=["']([^"']+)/u.exec(text)?.[1]) ?? 'en-US';
  used.add(lang);
  // styles older than CSL 1.0.2 know no software; they treat it as a book
  const data = text.includes('software') ? items : items.map((item) => (item['type'] === 'software' ? { ...item, type: 'book' } : item));
  try {
    return format(what, data, { style: name, lang, format: 'html', ...more });
  } catch (fault) {
    // an engine that stopped half-way is not used again
    forget(typeof style === 'object' ? own : style);
    throw fault;
  }
}

function register(style: string, text: string): Registered {
  const known = registered.get(style);
  if (known?.text === text) return known;
  forget(style);
  const fresh = { name: `litshelf-${style}-${(count += 1)}`, text, locales: new Set<string>() };
  styles.set(fresh.name, text);
  registered.set(style, fresh);
  return fresh;
}

/** Lets go of a style and of the engines compiled from it: citation-js keeps each for ever as long as it looks like an engine. */
function forget(style: string): void {
  const known = registered.get(style);
  if (known === undefined) return;
  registered.delete(style);
  for (const lang of known.locales) {
    try {
      const compiled = engine([], known.name, lang, 'html');
      for (const part of Object.keys(compiled)) Reflect.deleteProperty(compiled, part);
    } catch {
      // it never was compiled, or is broken: nothing to let go of
    }
  }
  styles.delete(known.name);
}

/** The locale there is for a language tag: the same, else another region's of the same language. */
function nearestLocale(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  const wanted = tag.replace('_', '-').toLowerCase();
  const known = locales.list();
  return known.find((one) => one.toLowerCase() === wanted) ?? known.find((one) => one.slice(0, 2).toLowerCase() === wanted.split('-')[0]);
}
