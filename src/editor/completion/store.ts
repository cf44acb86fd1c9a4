/** What can be offered in a document, made searchable once for its bibliographies and the catalogue, in the background. */
import * as vscode from 'vscode';
import { runInSlices } from '../../core/bibliography/slices.js';
import type { Bibliography, Pause } from '../../core/bibliography/types.js';
import { Catalogue } from '../../core/catalogue/catalogue.js';
import { searchSteps, type CitableSearch } from '../../core/cite/complete-search.js';
import type { UnreadBibliography } from '../../core/cite/complete-unread.js';
import { gatherCitables } from '../../core/cite/citables.js';
import { pause } from '../shared/bibliographies.js';
import type { House } from '../shared/house.js';
import { loadBibliography } from '../shared/load-bibliography.js';

export interface Offer {
  /** Undefined until everything has been read. */
  readonly search: CitableSearch | undefined;
  readonly files: readonly UnreadBibliography[];
  /** Something names a bibliography for the document, or one lies beside it. */
  readonly hasBibliography: boolean;
}

/** A bibliography, with the name by which people know its file. */
interface NamedBibliography {
  readonly bibliography: Bibliography;
  readonly file: string;
}

interface Built {
  /** Which files these are, whatever they hold. */
  readonly names: string;
  readonly bibliographies: readonly Bibliography[];
  readonly catalogue: Catalogue;
  done: Promise<void>;
  search: CitableSearch | undefined;
  /** Something newer is being made of the same files. */
  overtaken: boolean;
}

/** A list waits so long for what is still being read, in milliseconds: then it shows what there is, and the next keystroke asks again. */
const patience = { catalogue: 150, small: 3000, large: 20 } as const;
/** Entries, and characters of them, that are read within a moment. */
const small = { entries: 2000, text: 1_500_000 } as const;
/** Who has just got the first list looks at it: reading on at once would only keep it from being drawn. In milliseconds. */
const breath = 400;
/** Documents of one project share their bibliographies. */
const kept = 3;

export class CompletionStore {
  #built: Built[] = [];

  constructor(private readonly house: House) {}

  /** Starts reading for a document that somebody looks at. */
  async warm(document: vscode.TextDocument): Promise<void> {
    await this.house.catalogue();
    await this.#read(document, this.house.cites.markup(document).id === 'bibtex', false);
  }

  /** @param complete whether a list of entries that nobody has read through yet is of no use */
  async of(document: vscode.TextDocument, complete = false): Promise<Offer> {
    const own = this.house.cites.markup(document).id === 'bibtex';
    if (own || complete) return this.#read(document, own, complete);
    const unread = await this.#unread(document);
    if (!unread) return this.#read(document, own, complete);
    const reading = after(breath).then(() => this.#read(document, own, complete));
    reading.catch((fault: unknown) => this.house.log.error('completion:', String(fault)));
    return unread;
  }

  /** A large .bib file that is not read yet, as its text shows it; undefined for anything else. */
  async #unread(document: vscode.TextDocument): Promise<Offer | undefined> {
    const { bibliographies } = this.house;
    const texts = await bibliographies.texts(document);
    if (texts.reduce((sum, { text }) => sum + text.length, 0) < small.text || texts.some(({ format }) => format !== 'bibtex')) return undefined;
    const read = await Promise.race([bibliographies.of(document).then(() => true), after(patience.large).then(() => false)]);
    if (read) return undefined;
    const { glanceBibtex } = await loadBibliography();
    const files = texts.map(({ uri, text }) => ({ text, file: nameOf(uri), entries: { [Symbol.iterator]: () => glanceBibtex(text) } }));
    return { search: this.#earlier(texts), files, hasBibliography: true };
  }

  async #read(document: vscode.TextDocument, own: boolean, complete: boolean): Promise<Offer> {
    const [{ found, files }, catalogue] = await Promise.all([own ? this.#itself(document) : this.house.bibliographies.of(document), own ? Catalogue.empty : this.#catalogue(complete ? patience.small : patience.catalogue)]);
    const named = files.map(({ uri, bibliography }) => ({ bibliography, file: nameOf(uri) }));
    const entries = named.reduce((sum, { bibliography }) => sum + bibliography.entries.length, 0);
    // an empty list closes at once, and nothing asks again: where the catalogue is all there is, it is waited for
    const all = entries === 0 && !own && catalogue === Catalogue.empty ? await this.#catalogue(patience.small) : catalogue;
    const built = this.#of(namesOf(files), named, all);
    if (!built.search) await Promise.race([built.done, after(complete || entries <= small.entries ? patience.small : patience.large)]);
    const unread = named.map(({ bibliography, file }) => ({ text: bibliography.text, entries: bibliography.entries, file }));
    return { search: built.search ?? this.#earlier(files), files: unread, hasBibliography: found.length > 0 };
  }

  /** One entry more or less does no harm: what a person accepts is looked up in the file again. */
  #earlier(files: readonly { readonly uri: vscode.Uri }[]): CitableSearch | undefined {
    const names = namesOf(files);
    return this.#built.find((one) => one.names === names && one.search !== undefined)?.search;
  }

  async #itself(document: vscode.TextDocument) {
    const file = await this.house.bibliographies.read(document.uri);
    return { found: [document.uri], files: file ? [file] : [] };
  }

  async #catalogue(wait: number): Promise<Catalogue> {
    return Promise.race([this.house.catalogue(), after(wait).then(() => Catalogue.empty)]);
  }

  #of(names: string, files: readonly NamedBibliography[], catalogue: Catalogue): Built {
    const known = this.#built.find((one) => one.catalogue === catalogue && one.bibliographies.length === files.length && one.bibliographies.every((bibliography, at) => bibliography === files[at]?.bibliography));
    if (known) return known;
    for (const one of this.#built) if (one.names === names) one.overtaken = true;
    const built: Built = { names, bibliographies: files.map(({ bibliography }) => bibliography), catalogue, search: undefined, overtaken: false, done: Promise.resolve() };
    built.done = this.#make(built, files);
    this.#built = [built, ...this.#built].slice(0, 2 * kept);
    return built;
  }

  async #make(built: Built, files: readonly NamedBibliography[]): Promise<void> {
    try {
      built.search = await build(files, built.catalogue, async () => {
        if (built.overtaken) throw new vscode.CancellationError();
        await pause();
      });
      // what was made of the same files before is no longer needed
      this.#built = [built, ...this.#built.filter((one) => one !== built && (one.names !== built.names || one.search === undefined))].slice(0, kept);
    } catch (fault) {
      this.#built = this.#built.filter((one) => one !== built);
      if (!(fault instanceof vscode.CancellationError)) this.house.log.error('completion:', fault instanceof Error ? fault : String(fault));
    }
  }
}

async function build(files: readonly NamedBibliography[], catalogue: Catalogue, rest: Pause): Promise<CitableSearch> {
  const { findPaper } = await loadBibliography();
  for (const { bibliography } of files) await bibliography.readAll(rest);
  const cited = files.map(({ bibliography, file }) => ({ name: file, entries: bibliography.entries, match: (paper: Parameters<typeof findPaper>[1]) => findPaper(bibliography, paper) }));
  const all = await runInSlices(gatherCitables(catalogue.papers.map(({ paper }) => paper), cited), rest);
  return runInSlices(searchSteps(all), rest);
}

function namesOf(files: readonly { readonly uri: vscode.Uri }[]): string {
  return files.map(({ uri }) => uri.toString()).join('\n');
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
