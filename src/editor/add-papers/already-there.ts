/** A paper that is there already, or may be: what to do instead of adding it a second time. */
import * as vscode from 'vscode';
import type { Candidate } from '../../core/adding/index.js';
import { yearOf } from '../../core/model/dates.js';
import { shortName } from '../../core/model/person.js';
import { escapeIcons } from '../shared/escape-icons.js';
import type { House } from '../shared/house.js';
import { targetOf } from './adding.js';
import { chooseCategories } from './choose-filing.js';
import type { Plan } from './plan.js';
import { back, choose, separator, type Back, type Row } from './step.js';
import { fileAsWell } from './write.js';

/** The command of another feature: it brings a paper's record up to date, with a review before. */
const updateMetadata = 'litshelf.updateMetadata';
/** So many works of the catalogue are offered. */
const most = 3;

type Deed = { readonly kind: 'open' | 'file' | 'update' | 'keep'; readonly key: string } | { readonly kind: 'add' };

/**
 * Tells of the works that a candidate is or may be, and does what the person chooses.
 * @returns the key of the paper that is there, or `add` for a new one all the same
 * @throws CancellationError when dismissed
 */
export async function askInstead(house: House, plan: Plan, candidate: Candidate, { canGoBack, wanted = false }: { readonly canGoBack: boolean; /** Somebody waits for the key: it can be had without doing anything. */ readonly wanted?: boolean }): Promise<{ readonly there: string } | 'add' | Back> {
  const sure = candidate.same.some(({ certain }) => certain);
  const title = sure ? vscode.l10n.t('Already in the Catalogue') : vscode.l10n.t('Perhaps Already in the Catalogue');
  const placeholder = candidate.fields.title ?? '';
  for (;;) {
    const deed = await choose<Deed>({ title, placeholder, canGoBack }, await rows(candidate, sure, wanted));
    if (deed === back) return back;
    if (deed.kind === 'add') return 'add';
    if (deed.kind === 'open') await house.selection.view?.reveal(deed.key);
    if (deed.kind === 'update') await vscode.commands.executeCommand(updateMetadata, { key: deed.key });
    if (deed.kind === 'file' && !(await file(house, plan, candidate, deed.key))) continue;
    return { there: deed.key };
  }
}

async function rows(candidate: Candidate, sure: boolean, wanted: boolean): Promise<Row<Deed>[]> {
  const canUpdate = (await vscode.commands.getCommands(true)).includes(updateMetadata);
  const icon = (name: string) => ({ iconPath: new vscode.ThemeIcon(name) });
  const works = candidate.same.filter(({ certain }) => certain === sure).slice(0, most).map(({ work }) => work.paper);
  return [
    ...works.flatMap((paper): Row<Deed>[] => {
      const { id: key } = paper;
      const by = [paper.authors[0] && shortName(paper.authors[0]), paper.year, paper.venue].filter((part) => part !== undefined).join(' · ');
      return [
        separator(escapeIcons(key)),
        ...(wanted ? [{ value: { kind: 'keep' as const, key }, label: vscode.l10n.t('Use It'), description: escapeIcons(paper.title), detail: escapeIcons(by), ...icon('check') }] : []),
        { value: { kind: 'open', key }, label: vscode.l10n.t('Open'), description: escapeIcons(paper.title), ...(wanted ? {} : { detail: escapeIcons(by) }), ...icon('list-tree') },
        { value: { kind: 'file', key }, label: vscode.l10n.t('File It Here as Well…'), ...icon('new-folder') },
        ...(canUpdate ? [{ value: { kind: 'update' as const, key }, label: vscode.l10n.t('Update Its Metadata…'), ...icon('sync') }] : []),
      ];
    }),
    separator(sure ? '' : vscode.l10n.t('if it is another work')),
    { value: { kind: 'add' }, label: sure ? vscode.l10n.t('Add Anyway') : vscode.l10n.t('Add It as a New Paper'), description: escapeIcons([candidate.fields.title, yearOf(candidate.fields.issued)].filter((part) => part !== undefined).join(' · ')), ...icon('add') },
  ];
}

/** In the categories that were given, else in those that are chosen. False when the person goes back. */
async function file(house: House, plan: Plan, candidate: Candidate, key: string): Promise<boolean> {
  const given = plan.categories ?? [];
  const categories = given.length > 0 ? given : await chooseCategories(house, { title: vscode.l10n.t('File {0} Here as Well', key), works: [candidate.fields], canGoBack: true }, []);
  if (categories === back) return false;
  const layer = categories.length === 0 ? undefined : await targetOf(house, plan);
  if (layer === undefined) return categories.length === 0;
  await fileAsWell(house, layer, key, categories);
  return true;
}
