/** One import from its text to the report: what was read, what a person ticked and mapped, what is written. */
import * as vscode from 'vscode';
import type { Layer } from '../../core/catalogue/layer.js';
import type { ImportPlan, PreviewSection, Source } from '../../core/importing/index.js';
import type { SourceList } from '../../core/model/schema.js';
import { pause } from '../shared/bibliographies.js';
import type { House } from '../shared/house.js';
import { inSlices } from '../shared/in-slices.js';
import { loadImporting } from '../shared/load-importing.js';
import { UserError } from '../shared/messages.js';
import { writableLayers } from '../shared/target-catalogue.js';
import type { Input } from './input.js';

/** What an import did. */
export interface Imported {
  /** Citation keys of new papers. */
  readonly added: readonly string[];
  /** Of papers that were there and gained something. */
  readonly completed: readonly string[];
  readonly alreadyThere: readonly string[];
  readonly unread: readonly { readonly line: number; readonly text: string; readonly reason: string }[];
}

export class ImportJob {
  /** Places of works that are not ticked. */
  readonly without = new Set<number>();
  /** Sections that a person gave another category; undefined: none. */
  readonly mapped = new Map<string, string | undefined>();

  private constructor(
    private readonly house: House,
    readonly input: Input,
    readonly source: Source,
    private readonly layer: string,
    /** With everything ticked. */
    public plan: ImportPlan,
    public tree: PreviewSection,
  ) {}

  /** Reads the text and looks what it would bring. @throws UserError when it holds no paper */
  static async open(house: House, input: Input, layer: Layer): Promise<ImportJob> {
    const { readSource } = await loadImporting();
    const source = await readSource(input.name, input.text, pause);
    if (source.works.length === 0) {
      const [first] = source.unread;
      throw new UserError(first === undefined ? vscode.l10n.t('{0} holds no paper that could be read.', input.label) : vscode.l10n.t('{0} holds no paper that could be read. Line {1}: {2}.', input.label, first.line, first.reason));
    }
    const empty: PreviewSection = { key: '', title: '', path: [], sections: [], rows: [] };
    const job = new ImportJob(house, input, source, layer.source.id, { added: new Map(), changed: new Map(), known: [], outcomes: [], config: [], made: [] }, empty);
    await job.look();
    return job;
  }

  /** Plans anew, after the catalogue or a mapping has changed. */
  async look(): Promise<void> {
    const { previewTree } = await loadImporting();
    this.plan = await this.#plan(new Set());
    this.tree = previewTree(this.source.works, this.plan);
  }

  /** Whether a work would change anything. */
  writes(at: number): boolean {
    const outcome = this.plan.outcomes[at];
    return outcome !== undefined && (outcome.state === 'new' || outcome.state === 'again' || outcome.gains !== undefined);
  }

  async current(): Promise<Layer> {
    const layer = (await writableLayers(this.house)).find(({ source }) => source.id === this.layer);
    if (!layer) throw new UserError(vscode.l10n.t('The catalogue that papers go to is gone. "Litshelf: Choose Catalogue…" chooses another one.'));
    return layer;
  }

  async #plan(without: ReadonlySet<number>): Promise<ImportPlan> {
    const { planImportInSteps, targetOf } = await loadImporting();
    const layer = await this.current();
    const { target, others, tree } = targetOf(await this.house.catalogue(), layer);
    const { headings, works } = this.source;
    const options = { added: new Date().toISOString().slice(0, 10), list: await this.#list(layer), headings, categories: true, complete: true, without, mapped: this.mapped, tree, others };
    return inSlices(planImportInSteps(target, works, options));
  }

  /** The list under the name that the catalogue has for it. */
  async #list({ config }: Layer): Promise<Pick<SourceList, 'id' | 'title' | 'url'> | undefined> {
    const { listIn, listOf } = await loadImporting();
    const list = listOf(this.input.name, this.source, this.input.address);
    return list && listIn(config.lists, list);
  }

  /** Writes what is ticked: one change, to be taken back at once. @throws UserError when it cannot be written */
  async write(): Promise<{ readonly imported: Imported; readonly label: string; readonly report: string; readonly changed: boolean }> {
    const { filingOf, importReport } = await loadImporting();
    const plan = await this.#plan(this.without);
    const layer = await this.current();
    const added = [...plan.added.values()].flat().map(({ id }) => id);
    const completed = [...plan.changed.keys()];
    const name = layer.source.name;
    const label = added.length === 1 ? vscode.l10n.t('Imported 1 new paper into {0}', name) : vscode.l10n.t('Imported {0} new papers into {1}', added.length, name);
    // a list of which nothing is ticked is not noted
    const changed = added.length + completed.length > 0 && (await this.house.changes.make(label, filingOf(await this.house.catalogue(), layer, plan)));
    const unread = this.source.unread;
    const report = importReport({ source: this.input.label, catalogue: name, works: this.source.works, plan, unread });
    const alreadyThere = [...new Set(plan.outcomes.filter(({ state }) => state === 'known').map(({ id }) => id))].filter((id) => !completed.includes(id));
    return { imported: { added, completed, alreadyThere, unread }, label, report, changed };
  }
}
