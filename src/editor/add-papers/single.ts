/** The road of one paper: looked up, perhaps chosen among several, compared with the catalogue, confirmed, filed. */
import * as vscode from 'vscode';
import type { Candidate, Done, InputItem } from '../../core/adding/index.js';
import { citationKey } from '../../core/model/citation-key.js';
import type { House } from '../shared/house.js';
import { loadAdding } from '../shared/load-adding.js';
import { isCertain, knownHere, patience, resolveOptions, sameAs, targetOf } from './adding.js';
import { askInstead } from './already-there.js';
import { aboutRows, hitRows } from './candidate-rows.js';
import { askCategories, askToAdd } from './filing-menu.js';
import type { Plan } from './plan.js';
import { nameOf } from './sentence.js';
import { back, choose, whileBusy, type Back } from './step.js';
import { addWorks } from './write.js';

export interface SingleOptions {
  /** There is a step before. */
  readonly canGoBack: boolean;
  /** `seen`: the person has read its card; `brief`: only what cannot be decided without them is asked. */
  readonly way: 'whole' | 'seen' | 'brief';
  /** Show the paper in the tree when it is there, which takes the focus. */
  readonly reveal: boolean;
}

type Stage = 'hits' | 'missing' | 'same' | 'card' | 'filing' | 'write';

/** @returns what was done; {@link back} towards the step before @throws CancellationError when dismissed */
export async function addOne(house: House, item: InputItem, plan: Plan, options: SingleOptions): Promise<Done | Back> {
  return new SingleRoad(house, plan, options).walk(item);
}

class SingleRoad {
  #candidate!: Candidate;
  /** The catalogue has its identifier, and nobody else was asked yet. */
  #unasked = false;

  constructor(private readonly house: House, private readonly plan: Plan, private readonly options: SingleOptions) {}

  async walk(item: InputItem): Promise<Done | Back> {
    const { canGoBack } = this.options;
    const known = await knownHere(this.house, item);
    const candidate = known ?? (await this.#ask(item, canGoBack));
    if (candidate === back) return back;
    this.#candidate = candidate;
    this.#unasked = known !== undefined;
    const passed: Stage[] = [];
    let stage: Stage = this.#first();
    for (;;) {
      const next = await this.#at(stage, canGoBack || passed.length > 0);
      if (next === back) {
        const before = passed.pop();
        if (before === undefined) return back;
        stage = before;
      } else if (typeof next === 'object') return next;
      else {
        // who has seen the card comes by it on the way back all the same
        passed.push(...(next === 'filing' && stage !== 'card' ? ([...(stage === 'same' ? [stage] : []), 'card'] as const) : next === stage ? [] : [stage]));
        stage = next;
      }
    }
  }

  #at(stage: Stage, canGoBack: boolean): Promise<Stage | Done | Back> {
    switch (stage) {
      case 'hits': return this.#hits(canGoBack);
      case 'missing': return this.#missing(canGoBack);
      case 'same': return this.#same(canGoBack);
      case 'card': return this.#card(canGoBack);
      case 'filing': return this.#filing();
      case 'write': return this.#write();
    }
  }

  #ask(item: InputItem, canGoBack: boolean): Promise<Candidate | Back> {
    const doing = item.kind === 'title' ? vscode.l10n.t('Searching for {0}', nameOf(item)) : vscode.l10n.t('Looking up {0}', nameOf(item));
    return whileBusy({ title: vscode.l10n.t('Add Paper'), canGoBack }, doing, (signal) => this.#resolve(item, signal));
  }

  #first(): Stage {
    const { state } = this.#candidate;
    return state === 'choose' ? 'hits' : state === 'notFound' ? 'missing' : this.#afterwards();
  }

  async #resolve(item: InputItem, signal: AbortSignal): Promise<Candidate> {
    const { resolveItems } = await loadAdding();
    const [candidate] = await resolveItems([item], { ...(await resolveOptions(this.house, signal)), patience });
    if (!candidate || candidate.state === 'cancelled') throw new vscode.CancellationError();
    return candidate;
  }

  /** What comes when it is known what the paper is. */
  #afterwards(): Stage {
    if (this.#candidate.same.length > 0) return 'same';
    return this.#onwards();
  }

  #onwards(): Stage {
    const { way } = this.options;
    if (way === 'brief') return 'write';
    return way === 'seen' && this.#candidate.state === 'found' && this.plan.categories === undefined ? 'filing' : 'card';
  }

  async #hits(canGoBack: boolean): Promise<Stage | Back> {
    const { item } = this.#candidate;
    const none = -1;
    const at = await choose<number>({ title: vscode.l10n.t('Which Work Is It?'), placeholder: nameOf(item), canGoBack }, [
      ...hitRows(this.#candidate),
      { value: none, label: vscode.l10n.t('None of these: add the title alone, marked as not checked'), iconPath: new vscode.ThemeIcon('question') },
    ]);
    if (at === back) return back;
    const chosen = at === none ? await this.#titleAlone() : await whileBusy({ title: vscode.l10n.t('Add Paper'), canGoBack: true }, vscode.l10n.t('Looking up {0}', nameOf(item)), async (signal) => {
      const { chooseHit } = await loadAdding();
      return chooseHit(this.#candidate, at, { ...(await resolveOptions(this.house, signal)), patience });
    });
    if (chosen === back || chosen === undefined) return 'hits';
    this.#candidate = chosen;
    return this.#afterwards();
  }

  async #titleAlone(): Promise<Candidate> {
    const { item, hits } = this.#candidate;
    const fields = { title: nameOf(item), unchecked: true };
    return { item, state: 'unchecked', fields, hits, same: await sameAs(this.house, fields) };
  }

  async #missing(canGoBack: boolean): Promise<Stage | Done | Back> {
    const { item, why } = this.#candidate;
    const answer = await choose<'add' | 'leave'>({ title: vscode.l10n.t('Not Found'), placeholder: nameOf(item), canGoBack }, [
      { label: why?.message ?? vscode.l10n.t('Neither arXiv nor Crossref has a work of this title.'), iconPath: new vscode.ThemeIcon('circle-slash') },
      { value: 'leave', label: canGoBack ? vscode.l10n.t('Change what was typed') : vscode.l10n.t('Leave it'), iconPath: new vscode.ThemeIcon('arrow-left') },
      { value: 'add', label: vscode.l10n.t('Add it all the same, marked as not checked'), iconPath: new vscode.ThemeIcon('question') },
    ]);
    if (answer === back) return back;
    if (answer === 'leave') return canGoBack ? back : { candidate: this.#candidate };
    const fields = { ...this.#candidate.fields, unchecked: true };
    this.#candidate = { ...this.#candidate, state: 'unchecked', fields, same: await sameAs(this.house, fields) };
    return this.#candidate.same.length > 0 ? 'same' : 'card';
  }

  async #same(canGoBack: boolean): Promise<Stage | Done | Back> {
    const candidate = this.#candidate;
    const brief = this.options.way === 'brief';
    const certain = isCertain(candidate);
    if (brief && certain) return { candidate, there: certain.paper.id };
    const answer = await askInstead(this.house, this.plan, candidate, { canGoBack, wanted: brief });
    if (answer === back) return back;
    if (answer !== 'add') return { candidate, there: answer.there };
    if (!this.#unasked) return this.#onwards();
    const asked = await this.#ask(candidate.item, true);
    if (asked === back) return 'same';
    this.#candidate = { ...asked, same: candidate.same };
    this.#unasked = false;
    return asked.state === 'notFound' ? 'missing' : this.#onwards();
  }

  async #card(canGoBack: boolean): Promise<Stage | Back> {
    const candidate = this.#candidate;
    const { fields } = candidate;
    const catalogue = await this.house.catalogue();
    const key = fields.title === undefined ? undefined : citationKey(fields, (wanted) => catalogue.get(wanted) !== undefined);
    const answer = await askToAdd(this.house, this.plan, { title: vscode.l10n.t('Add Paper'), description: key, about: aboutRows(candidate), works: [fields], canGoBack, others: (candidate.hits?.length ?? 0) > 1 });
    if (answer === back) return back;
    if (answer === 'others') return 'hits';
    return this.plan.categories === undefined && catalogue.categories.length > 0 ? 'filing' : 'write';
  }

  async #filing(): Promise<Stage | Back> {
    const { fields, item } = this.#candidate;
    return (await askCategories(this.house, this.plan, { title: fields.title ?? nameOf(item), works: [fields] }, true)) ? 'write' : back;
  }

  async #write(): Promise<Stage | Done | Back> {
    const layer = await targetOf(this.house, this.plan);
    // nobody said where: nothing is lost
    if (layer === undefined) {
      if (this.options.way === 'brief') throw new vscode.CancellationError();
      return back;
    }
    const { keys: [key], label } = await addWorks(this.house, layer, [this.#candidate], this.plan);
    // who waits for the key is not held up by the way back
    if (this.options.way === 'brief') this.house.messages.done(label);
    else this.house.messages.changed(label);
    // the keyboard has gone back to where it was, where somebody may be writing already
    if (this.options.reveal && key !== undefined) await this.house.selection.view?.reveal(key, true);
    return { candidate: this.#candidate, added: key };
  }
}
