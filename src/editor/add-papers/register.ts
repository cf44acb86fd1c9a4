/** Add Paper and Add Papers Found Here: anything that somebody has in hand becomes papers of a catalogue. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';
import type { Done } from '../../core/adding/index.js';
import { canLookUp } from '../../core/metadata/kinds.js';
import type { Disposable } from '../../core/ports.js';
import { registerCommands } from '../shared/commands.js';
import type { House } from '../shared/house.js';
import { loadAdding } from '../shared/load-adding.js';
import { UserError } from '../shared/messages.js';
import { pickCategory } from '../shared/pick-category.js';
import { subjectAt } from '../shared/subject.js';
import { knownTarget, personalLayer } from '../shared/target-catalogue.js';
import { answerFrom, type Added, type Input } from './adding.js';
import { readArguments, type AddArguments } from './arguments.js';
import { askForInput, type BoxMemory, type Offer } from './box.js';
import { chooseFound, readHere } from './found-here.js';
import { addMany, run, type ManyDone } from './many.js';
import type { Plan } from './plan.js';
import { addOne } from './single.js';
import { back, type Back } from './step.js';

export function registerAddPapers(house: House): Disposable {
  return registerCommands(house, {
    [commandIds.addPaper]: [vscode.l10n.t('Add Paper'), async (argument) => addPaper(house, await readArguments(house, argument))],
    [commandIds.addPaperHere]: [
      vscode.l10n.t('Add Paper Here'),
      async (argument) => {
        const given = await readArguments(house, argument);
        const categories = given.categories ?? [await pickCategory(house, vscode.l10n.t('Add Paper Here'))];
        return addPaper(house, { ...given, categories });
      },
    ],
    [commandIds.addPapersFoundHere]: [vscode.l10n.t('Add Papers Found Here'), async () => addFoundHere(house)],
  });
}

async function addPaper(house: House, given: AddArguments): Promise<Added> {
  const plan = planOf(given);
  if (given.input !== undefined) {
    const { readInput } = await loadAdding();
    const input = { text: given.input, reading: readInput(given.input) };
    if (given.silent) return addSilently(house, input, plan);
    const [missed] = input.reading.notUnderstood;
    if (input.reading.items.length === 0) throw new UserError(vscode.l10n.t('"{0}" is no paper that Litshelf recognises. Give an arXiv id, a DOI, an ACL Anthology id, a link to one, a title, or a record of a bibliography.', (missed?.text ?? given.input).slice(0, 80)));
    const answer = await walk(house, input, plan, given, false);
    if (answer === back) throw new vscode.CancellationError();
    return answer;
  }
  const memory: BoxMemory = { typed: '', pasted: undefined };
  const offers = await offersHere(house);
  for (;;) {
    const input = await askForInput(house, memory, offers, vscode.l10n.t('Add Paper'));
    const answer = await walk(house, input, plan, given, true);
    if (answer !== back) return answer;
  }
}

function planOf({ categories, tags }: AddArguments): Plan {
  return { categories: categories?.map((id) => ({ id })), tags, layer: undefined };
}

/** One paper by itself, many together. */
async function walk(house: House, input: Input, plan: Plan, { brief, seen, reveal }: Pick<AddArguments, 'brief' | 'seen' | 'reveal'>, canGoBack: boolean): Promise<Added | Back> {
  const { items, notUnderstood } = input.reading;
  const [only] = items;
  if (only && items.length === 1 && (notUnderstood.length === 0 || canGoBack)) {
    const done = await addOne(house, only, plan, { canGoBack, way: brief ? 'brief' : seen ? 'seen' : 'whole', reveal });
    return done === back ? back : answered(input, { done: [done], cancelled: false });
  }
  const result = await addMany(house, input, plan, canGoBack);
  if (result === back) return back;
  await report(input, result);
  return answered(input, result);
}

async function answered({ text, reading }: Input, { done, cancelled }: ManyDone): Promise<Added> {
  const { reportOf } = await loadAdding();
  return answerFrom(reportOf(text, reading, done, cancelled), done);
}

/** The report is a document that can be kept; nobody has to. */
async function report({ text, reading }: Input, { done, cancelled }: ManyDone): Promise<void> {
  const { reportMarkdown, reportOf } = await loadAdding();
  const content = reportMarkdown(reportOf(text, reading, done, cancelled));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), { preview: false });
}

async function addSilently(house: House, input: Input, plan: Plan): Promise<Added> {
  const layer = (await knownTarget(house)) ?? (await personalLayer(house));
  return answered(input, await run(house, input.reading.items, layer.source.id, { ...plan, categories: plan.categories ?? [] }, vscode.ProgressLocation.Window));
}

async function addFoundHere(house: House): Promise<Added> {
  const input = await readHere();
  const plan: Plan = { categories: undefined, tags: undefined, layer: undefined };
  let chosen: Done['candidate']['item'][] | undefined;
  for (;;) {
    chosen = await chooseFound(house, input, chosen);
    if (chosen.length === 0) throw new vscode.CancellationError();
    const answer = await walk(house, { ...input, reading: { ...input.reading, items: chosen } }, plan, { brief: false, seen: false, reveal: true }, true);
    if (answer !== back) return answer;
  }
}

/** What is at the cursor, or selected. */
async function offersHere(house: House): Promise<Offer[]> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return [];
  const selected = editor.selections.filter(({ isEmpty }) => !isEmpty).map((range) => editor.document.getText(range)).join('\n');
  if (selected.trim() !== '') return [{ label: vscode.l10n.t('What is selected'), icon: 'list-selection', text: selected.slice(0, 1_000_000) }];
  const mention = subjectAt(editor.document, editor.selection.active, await house.catalogue(), house.cites)?.mention;
  return mention && canLookUp(mention.kind) ? [{ label: vscode.l10n.t('At the cursor'), icon: 'symbol-reference', text: editor.document.getText(new vscode.Range(editor.document.positionAt(mention.start), editor.document.positionAt(mention.end))) }] : [];
}
