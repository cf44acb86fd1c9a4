/** What can be offered in a document, made searchable once for its bibliographies and the catalogue, in the background. */
import * as vscode from 'vscode';
import { runInSlices } from '../../core/bibliography/slices.js';
import type { Bibliography, Pause } from '../../core/bibliography/types.js';
import { Catalogue } from '../../core/catalogue/catalogue.js';
import { searchSteps, type CitableSearch } from '../../core/cite/complete-search.js';
import type { NamedBibliography } from '../../core/cite/complete-unread.js';
import { gatherCitables } from '../../core/cite/citables.js';
import { pause } from '../shared/bibliographies.js';
import type { House } from '../shared/house.js';
import { loadBibliography } from '../shared/load-bibliography.js';

export interface Offer {
  /** Undefined until everything has been read. */
  readonly search: CitableSearch | undefined;
  readonly files: readonly NamedBibliography[];
  /** Something names a bibliography for the document, or one lies beside it. */
  readonly hasBibliography: boolean;
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
const patience = { catalogue: 150, small: 3000, large: 60 } as const;
/** Entries that are read within a moment. */
const small = 2000;
/** Documents of one project share their bibliographies. */
const kept = 3;

export class CompletionStore {
  #built: Built[] = [];

  constructor(private readonly house: House) {}

  /** Starts reading for a document that somebody looks at. */
  async warm(document: vscode.TextDocument): Promise<void> {
    await this.house.catalogue();
    await this.of(document);
  }

  /** @param complete whether a list of entries that nobody has read through yet is of no use */
  async of(document: vscode.TextDocument, complete = false): Promise<Offer> {
    const own = this.house.cites.markup(document).id === 'bibtex';
    const [{ found, files }, catalogue] = await Promise.all([own ? this.#itself(document) : this.house.bibliographies.of(document), own ? Catalogue.empty : this.#catalogue(complete ? patience.small : patience.catalogue)]);
    const named = files.map(({ uri, bibliography }) => ({ bibliography, file: uri.path.slice(uri.path.lastIndexOf('/') + 1) }));
    const names = files.map(({ uri }) => uri.toString()).join('\n');
    const entries = named.reduce((sum, { bibliography }) => sum + bibliography.entries.length, 0);
    // an empty list closes at once, and nothing asks again: where the catalogue is all there is, it is waited for
    const all = entries === 0 && !own && catalogue === Catalogue.empty ? await this.#catalogue(patience.small) : catalogue;
    const built = this.#of(names, named, all);
    if (!built.search) await Promise.race([built.done, after(complete || entries <= small ? patience.small : patience.large)]);
    // one entry more or less does no harm: what a person accepts is looked up in the file again
    const search = built.search ?? this.#built.find((one) => one.names === names && one.search !== undefined)?.search;
    return { search, files: named, hasBibliography: found.length > 0 };
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

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
