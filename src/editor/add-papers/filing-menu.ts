/** What is to be added, to be confirmed: add it, or change its categories, tags or catalogue first. */
import * as vscode from 'vscode';
import type { KnownFields } from '../../core/adding/types.js';
import { escapeIcons } from '../shared/escape-icons.js';
import type { House } from '../shared/house.js';
import { changeTarget, targetName } from './adding.js';
import { chooseCategories, chooseTags, likelyCategories } from './choose-filing.js';
import { categoryNames, type Plan } from './plan.js';
import { back, choose, separator, type Back, type Row } from './step.js';

export interface MenuQuestion {
  readonly title: string;
  /** The key it will have, or the count. */
  readonly description?: string | undefined;
  /** Rows that say what it is. */
  readonly about: readonly Row<MenuChoice>[];
  readonly works: readonly KnownFields[];
  readonly canGoBack: boolean;
  /** There are other works that a title may mean. */
  readonly others?: boolean | undefined;
}

export type MenuChoice = 'add' | 'categories' | 'tags' | 'catalogue' | 'others';

/** Shows the menu until something is decided. The plan is changed as it is chosen. @throws CancellationError when dismissed */
export async function askToAdd(house: House, plan: Plan, question: MenuQuestion): Promise<'add' | 'others' | Back> {
  for (;;) {
    const answer = await choose<MenuChoice>({ title: question.title, placeholder: vscode.l10n.t('Enter adds; the other rows change where it goes'), canGoBack: question.canGoBack }, await rows(house, plan, question));
    if (answer === back || answer === 'add' || answer === 'others') return answer;
    if (answer === 'categories') await askCategories(house, plan, question, true);
    else if (answer === 'tags') await askTags(house, plan, question);
    else plan.layer = (await changeTarget(house)) ?? plan.layer;
  }
}

/** @returns false when the person goes back @throws CancellationError when dismissed */
export async function askCategories(house: House, plan: Plan, question: Pick<MenuQuestion, 'title' | 'works'>, canGoBack: boolean): Promise<boolean> {
  const chosen = await chooseCategories(house, { ...question, canGoBack }, plan.categories ?? []);
  if (chosen === back) return false;
  plan.categories = chosen;
  return true;
}

async function askTags(house: House, plan: Plan, question: MenuQuestion): Promise<void> {
  const chosen = await chooseTags(house, { ...question, canGoBack: true }, plan.tags ?? tagsOf(question.works));
  if (chosen !== back) plan.tags = chosen;
}

/** Several records keep each its own tags, until somebody chooses. */
function tagsOf(works: readonly KnownFields[]): readonly string[] {
  return works.length === 1 ? (works[0]?.tags ?? []) : [];
}

async function rows(house: House, plan: Plan, { about, works, description, others = false }: MenuQuestion): Promise<Row<MenuChoice>[]> {
  const catalogue = await house.catalogue();
  const target = await targetName(house, plan);
  const likely = plan.categories === undefined ? await likelyCategories(catalogue, works) : [];
  const names = categoryNames(catalogue, plan.categories ?? likely.slice(0, 2).map((id) => ({ id })));
  const tags = (plan.tags ?? tagsOf(works)).join(', ');
  const icon = (name: string) => ({ iconPath: new vscode.ThemeIcon(name) });
  return [
    ...about,
    separator(vscode.l10n.t('what to do')),
    { value: 'add', label: target === undefined ? vscode.l10n.t('Add…') : vscode.l10n.t('Add to {0}', escapeIcons(target)), ...(description === undefined ? {} : { description: escapeIcons(description) }), ...icon('add') },
    { value: 'categories', label: vscode.l10n.t('Categories…'), description: plan.categories === undefined ? (names === '' ? vscode.l10n.t('asked for when it is added') : vscode.l10n.t('likely {0}; asked for when it is added', escapeIcons(names))) : names === '' ? vscode.l10n.t('none') : escapeIcons(names), ...icon('list-tree') },
    { value: 'tags', label: vscode.l10n.t('Tags…'), description: tags === '' ? vscode.l10n.t('none') : escapeIcons(tags), ...icon('tag') },
    { value: 'catalogue', label: vscode.l10n.t('Catalogue…'), description: target === undefined ? vscode.l10n.t('asked for once') : escapeIcons(target), ...icon('library') },
    ...(others ? [{ value: 'others' as const, label: vscode.l10n.t('Another Work of This Title…'), ...icon('list-selection') }] : []),
  ];
}
