/** The road of many papers: confirmed together, resolved and written slice by slice, reported at the end. */
import * as vscode from 'vscode';
import type { Candidate, Done, InputItem } from '../../core/adding/index.js';
import { abortOn } from '../shared/abort.js';
import type { House } from '../shared/house.js';
import { loadAdding } from '../shared/load-adding.js';
import { isCertain, knownHere, resolveOptions, targetOf, unasked, type Input } from './adding.js';
import { askCategories, askToAdd } from './filing-menu.js';
import type { Plan } from './plan.js';
import { nameOf, sentence } from './sentence.js';
import { back, type Back } from './step.js';
import { addWorks, type Go } from './write.js';

/** arXiv is asked for a hundred ids at once; the others one by one, so that what is written waits for few of them. */
const slice = { arxiv: 100, others: 25 };
/** Items that the menu names. */
const named = 5;

/** What happened to all of them. */
export interface ManyDone {
  readonly done: readonly Done[];
  readonly cancelled: boolean;
}

/** Asks what to do with them, and does it. @returns {@link back} towards the step before @throws CancellationError when dismissed */
export async function addMany(house: House, input: Input, plan: Plan, canGoBack: boolean): Promise<ManyDone | Back> {
  const { items } = input.reading;
  const works = items.flatMap((item) => (item.kind === 'title' ? [{ title: item.title }] : item.kind === 'identifier' ? (item.title === undefined ? [] : [{ title: item.title }]) : [item.fields]));
  const more = items.length - named;
  const names = items.slice(0, named).map(nameOf).join(' · ') + (more > 0 ? vscode.l10n.t(' and {0} more', more) : '');
  const question = { title: vscode.l10n.t('Add Papers'), works };
  for (;;) {
    const answer = await askToAdd(house, plan, { ...question, about: [{ label: sentence(input.reading), detail: names, iconPath: new vscode.ThemeIcon('checklist') }], canGoBack, description: vscode.l10n.t('{0} papers, those that are new', items.length) });
    if (answer === back) return back;
    const decided = plan.categories !== undefined || (await house.catalogue()).categories.length === 0 || (await askCategories(house, plan, question, true));
    const layer = decided ? await targetOf(house, plan) : undefined;
    if (layer !== undefined) return run(house, items, layer, plan, vscode.ProgressLocation.Notification);
  }
}

/** Resolves and writes without asking. Cancelled, it keeps what was written until then. */
export async function run(house: House, items: readonly InputItem[], layer: string, plan: Plan, location: vscode.ProgressLocation): Promise<ManyDone> {
  return vscode.window.withProgress({ location, title: vscode.l10n.t('Adding papers'), cancellable: location === vscode.ProgressLocation.Notification }, async (progress, token) => {
    const abort = abortOn(token);
    const done: Done[] = [];
    const step = Symbol('add');
    /** What was written, slice by slice. */
    let written: string | undefined;
    let stopped = false;
    let told = 0;
    const tell = (count: number, added: number) => {
      progress.report({ message: vscode.l10n.t('{0} of {1} looked up, {2} added', count, items.length, added), increment: ((count - told) * 100) / Math.max(1, items.length) });
      told = count;
    };
    try {
      for (const part of slices(items)) {
        const before = done.length;
        const added = done.filter((one) => one.added !== undefined).length;
        if (stopped || token.isCancellationRequested) {
          done.push(...part.map((item) => ({ candidate: unasked(item) })));
          continue;
        }
        try {
          const { outcomes, label } = await addSlice(house, part, layer, plan, { step, before: added }, abort.signal, (count) => tell(before + count, added));
          done.push(...outcomes);
          written = label ?? written;
        } catch (fault) {
          if (written === undefined) throw fault;
          // what was written stays, and is reported
          stopped = true;
          house.messages.show(vscode.l10n.t('Add Papers'), fault);
          done.push(...part.map((item) => ({ candidate: unasked(item) })));
        }
      }
      if (written !== undefined) tellDone(house, written, location);
      return { done, cancelled: stopped || token.isCancellationRequested };
    } finally {
      abort.dispose();
    }
  });
}

/** What was written without asking is told in passing. */
function tellDone(house: House, label: string, location: vscode.ProgressLocation): void {
  if (location === vscode.ProgressLocation.Notification) house.messages.changed(label);
  else house.messages.done(label);
}

async function addSlice(house: House, items: readonly InputItem[], layer: string, plan: Plan, go: Go, signal: AbortSignal, tell: (done: number) => void): Promise<{ readonly outcomes: readonly Done[]; readonly label: string | undefined }> {
  const { chooseHit, resolveItems } = await loadAdding();
  const options = await resolveOptions(house, signal);
  const known = new Map<InputItem, Candidate>();
  for (const item of items) {
    const candidate = await knownHere(house, item);
    if (candidate) known.set(item, candidate);
  }
  const asked = await resolveItems(items.filter((item) => !known.has(item)), { ...options, onProgress: ({ done }) => tell(known.size + done) });
  const answers = new Map([...known, ...asked.map((candidate) => [candidate.item, candidate] as const)]);
  const resolved = items.map((item) => answers.get(item)).filter((candidate) => candidate !== undefined);
  // a search says less than a look-up
  const candidates = await Promise.all(resolved.map(async (candidate) => (candidate.state === 'choose' && candidate.best !== undefined && isNew(candidate) && !signal.aborted ? ((await chooseHit(candidate, candidate.best, options)) ?? candidate) : candidate)));
  const fresh = candidates.filter((candidate) => isNew(candidate) && !wasLeft(candidate, signal));
  const written = fresh.length === 0 ? undefined : await addWorks(house, layer, fresh, plan, go);
  const keyOf = new Map(fresh.map((candidate, at) => [candidate, written?.keys[at]]));
  return { outcomes: candidates.map((candidate) => outcome(candidate, keyOf, signal)), label: written?.label };
}

function outcome(candidate: Candidate, keyOf: ReadonlyMap<Candidate, string | undefined>, signal: AbortSignal): Done {
  const added = keyOf.get(candidate);
  if (added !== undefined) return { candidate, added };
  if (wasLeft(candidate, signal)) return { candidate: unasked(candidate.item) };
  const there = isCertain(candidate)?.paper.id;
  if (there !== undefined) return { candidate, there };
  const [perhaps] = candidate.same;
  if (perhaps) return { candidate, there: perhaps.work.paper.id, message: vscode.l10n.t('It may be the same work: add it by itself to decide.') };
  return candidate.state === 'choose' ? { candidate, message: vscode.l10n.t('Several works may have this title: add it by itself to choose one.') } : { candidate };
}

/** To be added without asking anybody: known what it is, and nothing like it is there. */
function isNew({ state, same, repeats, best }: Candidate): boolean {
  if (same.length > 0 || repeats !== undefined) return false;
  return state === 'found' || state === 'asWritten' || state === 'unchecked' || (state === 'choose' && best !== undefined);
}

/** A record that was to be looked up when it was called off: as it stands nobody asked for it. */
function wasLeft({ state, item }: Candidate, signal: AbortSignal): boolean {
  return signal.aborted && state === 'asWritten' && item.kind !== 'title' && item.identifier !== undefined;
}

function slices(items: readonly InputItem[]): InputItem[][] {
  const all: InputItem[][] = [];
  let current: InputItem[] = [];
  let arxiv = 0;
  for (const item of items) {
    const ours = item.kind !== 'title' && item.identifier?.kind === 'arxiv';
    if (current.length > 0 && (ours ? arxiv >= slice.arxiv : current.length - arxiv >= slice.others)) {
      all.push(current);
      current = [];
      arxiv = 0;
    }
    current.push(item);
    if (ours) arxiv += 1;
  }
  return current.length === 0 ? all : [...all, current];
}
