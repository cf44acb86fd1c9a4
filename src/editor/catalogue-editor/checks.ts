/** What the rules for catalogues say of the papers of an editor, looked for when the text is quiet; and the fixes that they offer. */
import * as vscode from 'vscode';
import { configFile } from '../../core/catalogue/layer.js';
import { Slices } from '../../core/catalogue/slices.js';
import type { Found } from '../../core/check/index.js';
import type { FoundProblem } from '../../core/editing/problems.js';
import type { Disposable } from '../../core/ports.js';
import type { PaperChange } from '../../core/yaml/changes.js';
import type * as Yaml from '../../core/yaml/index.js';
import { yamlRules } from '../../core/yaml/rules.js';
import { pause } from '../shared/bibliographies.js';
import { severitiesFor } from '../shared/check-severity.js';
import { debounced } from '../shared/debounce.js';
import { Disposables } from '../shared/disposables.js';
import type { House } from '../shared/house.js';
import { fileOf } from '../shared/layer-files.js';
import { loadCheck } from '../shared/load-check.js';
import { UserError } from '../shared/messages.js';
import type { Change, FixEdit, Fixes } from './edits.js';
import type { Session } from './session.js';

/** How long the text has to be quiet, in milliseconds. */
const quiet = 400;

interface Offer {
  readonly fix: NonNullable<Found['fix']>;
  /** The text of the paper that it was made for. */
  readonly source: string;
}

export class Checks implements Fixes, Disposable {
  readonly #house: House;
  readonly #session: Session;
  readonly #yaml: typeof Yaml;
  readonly #disposables = new Disposables();
  #offers = new Map<string, Offer>();
  /** Of several that run only the last one counts. */
  #run = 0;

  constructor(house: House, session: Session, yaml: typeof Yaml) {
    this.#house = house;
    this.#session = session;
    this.#yaml = yaml;
    const soon = this.#disposables.add(debounced<undefined>(quiet, () => '', () => house.messages.run(vscode.l10n.t('Checking {0}', session.name), () => this.#check())));
    this.#disposables.add(session.onDidChange(() => soon.call(undefined)));
  }

  dispose(): void {
    this.#run += 1;
    this.#disposables.dispose();
  }

  changes(edit: FixEdit): Promise<readonly Change[]> {
    return edit.kind === 'fix' ? this.#one(edit) : this.#all();
  }

  async #check(): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    const { sheet, layer, file: name } = this.#session;
    const { file, text, table } = sheet;
    if (!layer || !file || sheet.banner) return;
    const { checkFiles, surroundingsOf } = await loadCheck();
    const papers = new Map(layer.files).set(name, file);
    const work = checkFiles({ config: layer.config, configProblems: [], papers, textOf: (one) => (one === name ? text : '') }, severitiesFor(layer), surroundingsOf(this.#house.library.catalogue, layer));
    const slices = new Slices({ now: () => performance.now(), pause });
    for (let step = work.next(); ; step = work.next()) {
      if (run !== this.#run || sheet.file !== file) return;
      if (step.done === true) {
        await this.#report(step.value.filter((found) => found.file === name), table.rows);
        return;
      }
      await slices.rest();
    }
  }

  async #report(found: readonly Found[], rows: Session['sheet']['table']['rows']): Promise<void> {
    const offers = new Map<string, Offer>();
    const problems = new Map<number, FoundProblem[]>();
    let at = 0;
    for (const one of found.toSorted((a, b) => a.start - b.start)) {
      while (at < rows.length - 1 && (rows[at]?.item.end ?? 0) <= one.start) at += 1;
      const here = rows[at];
      if (!here || one.start < here.item.start) continue;
      const known = Object.hasOwn(yamlRules, one.code);
      if (known && !one.fix) continue;
      const id = `${one.code} ${one.start - here.item.start} ${one.message}`;
      if (one.fix) offers.set(`${here.row.row} ${id}`, { fix: one.fix, source: here.item.source });
      const problem: FoundProblem = { at: one.start - here.item.start, ...(one.field === undefined ? {} : { field: one.field }), severity: one.severity, rule: one.code, message: one.message, fixes: one.fix ? [{ id, title: one.fix.title }] : [], known };
      const others = problems.get(here.row.row);
      if (others) others.push(problem);
      else problems.set(here.row.row, [problem]);
    }
    this.#offers = offers;
    await this.#session.report(problems);
  }

  async #one({ row, fix: id }: Extract<FixEdit, { kind: 'fix' }>): Promise<readonly Change[]> {
    const { sheet, document, layer } = this.#session;
    const found = sheet.table.get(row);
    const offer = this.#offers.get(`${row} ${id}`);
    if (!found || !offer || !sheet.file || found.item.source !== offer.source) throw new UserError(vscode.l10n.t('The paper has changed, and this is to be fixed no more.'));
    // by its place: another paper may have the same key
    const papers = offer.fix.papers.map((change): PaperChange => (change.kind !== 'add' && change.id === found.item.key ? { ...change, item: found.item.index } : change));
    const changes: Change[] = papers.length === 0 ? [] : [{ document, version: sheet.version, splices: this.#yaml.editPapers(sheet.text, papers, sheet.file) }];
    if (offer.fix.config && layer) {
      const config = await vscode.workspace.openTextDocument(fileOf(layer.source, configFile));
      changes.push({ document: config, version: config.version, splices: this.#yaml.editConfig(config.getText(), offer.fix.config) });
    }
    return changes;
  }

  /** What loses nothing and guesses nothing, in this file. */
  async #all(): Promise<readonly Change[]> {
    const { sheet, document, layer, file: name } = this.#session;
    if (!layer || !sheet.file) throw new UserError(vscode.l10n.t('There is nothing to fix here.'));
    const { fixAll, surroundingsOf } = await loadCheck();
    const { version } = sheet;
    const texts = new Map([[name, sheet.text]]);
    for (const other of [configFile, ...layer.files.keys()]) if (other !== name) texts.set(other, (await vscode.workspace.openTextDocument(fileOf(layer.source, other))).getText());
    const work = fixAll(texts, { severities: severitiesFor(layer), around: surroundingsOf(this.#house.library.catalogue, layer), wanted: (found) => found.file === name && found.fix?.config === undefined });
    const { splices } = await new Slices({ now: () => performance.now(), pause }).run(work);
    const own = splices.get(name) ?? [];
    if (own.length === 0) throw new UserError(vscode.l10n.t('Nothing here can be fixed without you.'));
    return [{ document, version, splices: own }];
  }
}
