/** Asks where papers go: categories, the likely ones first, and tags. */
import * as vscode from 'vscode';
import type { CategoryModel, KnownFields } from '../../core/adding/index.js';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import type { Category } from '../../core/model/schema.js';
import { fold } from '../../core/model/text.js';
import { pause } from '../shared/bibliographies.js';
import { escapeIcons } from '../shared/escape-icons.js';
import type { House } from '../shared/house.js';
import { loadAdding } from '../shared/load-adding.js';
import type { WantedCategory } from './plan.js';
import { chooseSeveral, type SeveralRow } from './several.js';
import { back, type Back } from './step.js';

/** So many categories are called likely. */
const likelyOnes = 5;
/** What is learnt of a catalogue holds as long as it. */
const models = new WeakMap<Catalogue, Promise<CategoryModel>>();

function modelOf(catalogue: Catalogue): Promise<CategoryModel> {
  let model = models.get(catalogue);
  if (!model) {
    model = loadAdding().then(({ CategoryModel: Model }) => Model.learn(catalogue.papers.map(({ paper }) => paper), catalogue.categories, pause));
    models.set(catalogue, model);
  }
  return model;
}

/** Ids of the categories where papers like these are. */
export async function likelyCategories(catalogue: Catalogue, works: readonly KnownFields[]): Promise<string[]> {
  if (works.length === 0 || catalogue.categories.length === 0) return [];
  const model = await modelOf(catalogue);
  const scores = new Map<string, number>();
  for (const work of works.slice(0, 50)) for (const { id, score } of model.suggest(work, likelyOnes)) scores.set(id, (scores.get(id) ?? 0) + score);
  return [...scores].sort((a, b) => b[1] - a[1]).slice(0, likelyOnes).map(([id]) => id);
}

export interface FilingQuestion {
  readonly title: string;
  /** What is to be filed, for likely categories and common tags. */
  readonly works: readonly KnownFields[];
  readonly canGoBack: boolean;
}

/** @throws CancellationError when dismissed */
export async function chooseCategories(house: House, question: FilingQuestion, chosen: readonly WantedCategory[]): Promise<WantedCategory[] | Back> {
  const catalogue = await house.catalogue();
  const likely = await likelyCategories(catalogue, question.works);
  const made = chosen.filter((one) => !('id' in one)).map(newRow);
  const known = new Map(categoryRows(catalogue.categories, '').map((row) => [row.id, row]));
  const first = likely.map((id) => known.get(id)).filter((row) => row !== undefined);
  const rest = [...known.values()].filter((row) => !first.includes(row));
  const rows: SeveralRow<WantedCategory>[] = [...made, ...heading<WantedCategory>(first.length > 0, vscode.l10n.t('likely')), ...first, ...heading<WantedCategory>(first.length > 0 && rest.length > 0, vscode.l10n.t('all categories')), ...rest];
  const answer = await chooseSeveral<WantedCategory>({
    title: question.title,
    placeholder: vscode.l10n.t('Categories to file it in; none is fine. Type the name of a new one to make it'),
    canGoBack: question.canGoBack,
    rows,
    ticked: chosen.map(idOf),
    create: (typed) => newCategory(catalogue, typed),
  });
  return answer === back ? back : answer.flatMap(({ value }) => (value ? [value] : []));
}

function heading<T>(wanted: boolean, label: string): SeveralRow<T>[] {
  return wanted ? [{ label, kind: vscode.QuickPickItemKind.Separator }] : [];
}

function idOf(wanted: WantedCategory): string {
  return 'id' in wanted ? wanted.id : `new ${wanted.parent ?? ''} ${fold(wanted.title)}`;
}

function categoryRows(categories: readonly Category[], above: string): SeveralRow<WantedCategory>[] {
  return categories.flatMap(({ id, title, description, children }) => {
    const path = above === '' ? title : `${above} › ${title}`;
    return [{ id, value: { id }, label: escapeIcons(path), ...(description === undefined ? {} : { detail: escapeIcons(description) }) }, ...categoryRows(children ?? [], path)];
  });
}

function newRow(wanted: WantedCategory): SeveralRow<WantedCategory> {
  return { id: idOf(wanted), value: wanted, label: escapeIcons('id' in wanted ? wanted.id : wanted.title), description: vscode.l10n.t('new category'), iconPath: new vscode.ThemeIcon('new-folder') };
}

/** `Above › New one`, or only its title; undefined where the tree has it. */
function newCategory(catalogue: Catalogue, typed: string): SeveralRow<WantedCategory> | undefined {
  const parts = typed.split(/\s*[›>]\s*/u).filter((part) => part !== '');
  const title = parts.at(-1);
  if (title === undefined || title.length > 100) return undefined;
  const same = (one: string) => fold(one) === fold(title);
  let level: readonly Category[] = catalogue.categories;
  let parent: Category | undefined;
  for (const part of parts.slice(0, -1)) {
    parent = (parent ? level : allOf(level)).find((category) => fold(category.title) === fold(part));
    if (!parent) return undefined;
    level = parent.children ?? [];
  }
  if ((parts.length === 1 ? allOf(level) : level).some((category) => same(category.title) || same(category.id))) return undefined;
  return { ...newRow(parent ? { title, parent: parent.id } : { title }), label: vscode.l10n.t('New category: {0}', escapeIcons(parts.join(' › '))), alwaysShow: true };
}

function allOf(categories: readonly Category[]): Category[] {
  return categories.flatMap((category) => [category, ...allOf(category.children ?? [])]);
}

/** The tags of a paper, those of the catalogue to choose from. @throws CancellationError when dismissed */
export async function chooseTags(house: House, { title, canGoBack }: FilingQuestion, chosen: readonly string[]): Promise<string[] | Back> {
  const counts = new Map<string, number>();
  for (const { paper } of (await house.catalogue()).papers) for (const tag of paper.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const known = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([tag]) => tag);
  const row = (tag: string): SeveralRow<string> => ({ id: tag, value: tag, label: escapeIcons(tag), ...(counts.has(tag) ? { description: vscode.l10n.t('{0} papers', counts.get(tag) ?? 0) } : {}) });
  const answer = await chooseSeveral<string>({
    title,
    placeholder: vscode.l10n.t('Tags; none is fine. Type a new one to make it'),
    canGoBack,
    rows: [...new Set([...chosen, ...known])].map(row),
    ticked: chosen,
    // tags are lower case
    create: (typed) => (typed === '' || typed.length > 60 ? undefined : { ...row(typed.toLowerCase()), label: vscode.l10n.t('New tag: {0}', escapeIcons(typed.toLowerCase())), alwaysShow: true }),
  });
  return answer === back ? back : answer.flatMap(({ value }) => (value === undefined ? [] : [value]));
}
