/** What .bib files are read and written with: ours, and other people's, each as its own documentation has it. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { formats, type Bibliography } from '../../src/core/bibliography/index.js';
import { scanBibtex } from '../../src/core/bibtex/read.js';
import { toBibtex } from '../../src/core/bibtex/write.js';
import type { Given } from './generate.js';

/** A way to read a text: `read` is what is measured, `given` what it found, `write` writes what was read. */
export interface Tool {
  readonly read: (text: string) => unknown;
  readonly given: (read: never) => Iterable<Given>;
  readonly write?: (read: never) => unknown;
}

const { bibtex } = formats;

async function readAll(text: string): Promise<Bibliography> {
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  const bibliography = await bibtex.read(text, pause);
  await bibliography.readAll(pause);
  return bibliography;
}

/** Ours: blocks and fields with their places only; everything up to papers, in slices. */
const ours: Readonly<Record<'scan' | 'litshelf', () => Tool>> = {
  scan: () => ({ read: scanBibtex, given: inText }),
  litshelf: () => ({
    read: readAll,
    given: ({ entries }: Bibliography) => entries.map(({ key, paper }) => ({ key, title: paper.title })),
    write: ({ entries }: Bibliography) => entries.map(({ paper }) => toBibtex(paper)).join('\n'),
  }),
};

/** Entries of which only the places are known. */
function inText({ text, entries }: ReturnType<typeof scanBibtex>): Given[] {
  return entries.map(({ key, start, end }) => ({ key, title: text.slice(start, end) }));
}

interface CslEntry { readonly id?: string; readonly 'citation-key'?: string; readonly title?: string }
interface Field { readonly name: string; readonly value: unknown }
interface ConverterEntry { readonly entry_key: string; readonly fields: Readonly<Record<string, unknown>> }

/** The other programs, from the folder they were installed in. */
const rivals = {
  'citation-js': (Cite: never) => {
    const cite = Cite as { new (data: unknown): { format(name: string): unknown }; plugins: { input: { chain(text: string, options: object): CslEntry[] } } };
    return {
      read: (text) => cite.plugins.input.chain(text, { forceType: '@bibtex/text', generateGraph: false }),
      given: (read: readonly CslEntry[]) => read.map((one) => ({ key: one['citation-key'] ?? one.id ?? '', title: one.title ?? '' })),
      write: (read: readonly CslEntry[]) => new cite(read).format('bibtex'),
    };
  },
  'bibtex-tidy': (module: never) => {
    const { tidy } = module as { tidy: (text: string) => { readonly bibtex: string } };
    return { read: (text) => tidy(text), given: ({ bibtex: text }: { readonly bibtex: string }) => inText(scanBibtex(text)) };
  },
  'latex-utensils': (module: never) => {
    const { bibtexParser } = module as { bibtexParser: { parse(text: string): { content: readonly { internalKey?: string; content?: readonly Field[] | string }[] } } };
    return {
      read: (text) => bibtexParser.parse(text),
      given: ({ content }: ReturnType<typeof bibtexParser.parse>) => content.map((one) => ({ key: one.internalKey ?? '', title: JSON.stringify(Array.isArray(one.content) ? (one.content as readonly Field[]).find(({ name }) => name === 'title')?.value : '') })),
    };
  },
  'biblatex-csl-converter': (module: never) => {
    const { BibLatexParser, BibLatexExporter } = module as {
      BibLatexParser: new (text: string, options: object) => { parse(): { entries: Record<string, ConverterEntry> } };
      BibLatexExporter: new (entries: object) => { parse(): unknown };
    };
    return {
      read: (text) => new BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse(),
      given: ({ entries }: { entries: Record<string, ConverterEntry> }) => Object.values(entries).map(({ entry_key: key, fields }) => ({ key, title: plain(fields['title']) })),
      write: ({ entries }: { entries: Record<string, ConverterEntry> }) => new BibLatexExporter(entries).parse(),
    };
  },
  '@retorquere/bibtex-parser': (module: never) => {
    const { parse } = module as { parse: (text: string, options: object) => { entries: readonly { key: string; fields: { title?: string } }[] } };
    return { read: (text) => parse(text, {}), given: ({ entries }: ReturnType<typeof parse>) => entries.map(({ key, fields }) => ({ key, title: fields.title ?? '' })) };
  },
} as const satisfies Readonly<Record<string, (module: never) => Tool>>;

export const rivalNames = Object.keys(rivals) as readonly (keyof typeof rivals)[];
export type ToolName = keyof typeof ours | keyof typeof rivals;

/** All text inside a value, whatever its structure. */
function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plain).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { text, content } = value as { text?: unknown; content?: unknown };
  return plain(text) + plain(content);
}

/** @param folder where the other programs are installed */
export async function loadTool(name: ToolName, folder: string): Promise<Tool> {
  if (name === 'scan' || name === 'litshelf') return ours[name]();
  const require = createRequire(path.join(folder, 'package.json'));
  const file = name === '@retorquere/bibtex-parser' ? path.join(folder, 'node_modules', name, 'dist', 'esm', 'index.js') : require.resolve(name);
  const module = (await import(pathToFileURL(file).href)) as { default?: unknown };
  return rivals[name]((name === 'citation-js' ? module.default : module) as never);
}
