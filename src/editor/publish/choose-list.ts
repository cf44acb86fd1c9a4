/** The questions about a new list: what is in it, how a paper is written, what else. Going back is Escape: nothing is written before the end. */
import * as vscode from 'vscode';
import type { OptionName, ShapeId, WrittenOptions } from '../../core/publish/with-export.js';
import { escapeIcons } from '../shared/escape-icons.js';
import type { House } from '../shared/house.js';
import { loadPublish } from '../shared/load-publish.js';
import { papersIn, type Source } from './source.js';

/** @throws CancellationError when dismissed */
export async function chooseList(house: House, source: Source): Promise<WrittenOptions> {
  const what = await choosePapers(house, source);
  const how = await chooseShape();
  const extras = await chooseExtras(how.shape);
  return { ...how, ...what, ...extras };
}

async function pick<T extends vscode.QuickPickItem>(items: readonly T[], placeHolder: string): Promise<T> {
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Publish List'), placeHolder, matchOnDescription: true, matchOnDetail: true });
  if (!picked) throw new vscode.CancellationError();
  return picked;
}

async function choosePapers(house: House, source: Source): Promise<WrittenOptions> {
  const { papersOfCategory } = await loadPublish();
  const { filter } = house.arrangement.current;
  const tops = source.categories.map(({ id, title }) => ({ label: escapeIcons(title), description: `${id} · ${papersIn(papersOfCategory(source, id).length)}`, options: { category: id } }));
  const lists = source.lists.map(({ id, title }) => ({ label: escapeIcons(title), description: `${id} · ${papersIn(source.papers.filter((paper) => paper.lists.some(({ list }) => list === id)).length)}`, options: { list: id } }));
  const heading = (label: string, kind = vscode.QuickPickItemKind.Separator) => ({ label, kind, options: {} });
  const items: (vscode.QuickPickItem & { options: WrittenOptions })[] = [
    { label: vscode.l10n.t('The whole catalogue'), description: papersIn(source.papers.length), detail: vscode.l10n.t('Under the headings of its categories'), options: {} },
    ...(filter === '' ? [] : [{ label: vscode.l10n.t('What the view is filtered by'), description: escapeIcons(filter), options: { filter } }]),
    ...(lists.length === 0 ? [] : [heading(vscode.l10n.t('A public list, under its own headings')), ...lists]),
    ...(tops.length === 0 ? [] : [heading(vscode.l10n.t('A category')), ...tops]),
  ];
  return (await pick(items, vscode.l10n.t('What is in the list?'))).options;
}

async function chooseShape(): Promise<{ shape: ShapeId; template?: string }> {
  const { readTemplate, shapeIds, shapes } = await loadPublish();
  const items = shapeIds.map((id): vscode.QuickPickItem & { id: ShapeId } => ({ id, label: vscode.l10n.t(shapes[id].about), description: id, detail: shapes[id].example }));
  const { id } = await pick(items, vscode.l10n.t('How is a paper written?'));
  if (id !== 'template') return { shape: id };
  const template = await vscode.window.showInputBox({
    title: vscode.l10n.t('Publish List'),
    prompt: vscode.l10n.t('{? …} is left out when something in it is missing; \\n begins a line.'),
    value: '- [{title}]({url}){? *{authors}*.}{? {venue}.}{? [[Code]({code})]}',
    ignoreFocusOut: true,
    validateInput: (text) => {
      try {
        readTemplate(text);
        return text.trim() === '' ? vscode.l10n.t('A template names what is written: {title}, {url}, {authors} …') : undefined;
      } catch (fault) {
        return fault instanceof Error ? fault.message : String(fault);
      }
    },
  });
  if (template === undefined) throw new vscode.CancellationError();
  return { shape: id, template: template.replace(/\\n/gu, '\n') };
}

async function chooseExtras(shape: ShapeId): Promise<WrittenOptions> {
  const extra = (name: OptionName, value: string, label: string, detail: string, picked = false) => ({ name, value, label, detail, picked, description: `${name}=${value}` });
  const items = [
    extra('contents', 'yes', vscode.l10n.t('Table of contents'), vscode.l10n.t('Two levels of headings, with links')),
    extra('counts', 'yes', vscode.l10n.t('Counts'), vscode.l10n.t('How many papers there are, in all and by section')),
    extra('badges', 'yes', vscode.l10n.t('Badges'), vscode.l10n.t('Links as badges, and the stars of repositories')),
    extra('bibtex', 'link', vscode.l10n.t('BibTeX links'), vscode.l10n.t('To the entry at arXiv or the ACL Anthology')),
    ...(/table/u.test(shape) ? [] : [extra('bibtex', 'block', vscode.l10n.t('BibTeX entries'), vscode.l10n.t('Folded below each paper'))]),
    extra('remarks', 'summary', vscode.l10n.t('Summaries'), vscode.l10n.t('Where a paper has no note')),
    extra('links', 'none', vscode.l10n.t('No links besides the title\'s'), vscode.l10n.t('Else code, PDF, project and identifiers follow')),
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Publish List'), placeHolder: vscode.l10n.t('What else? Enter goes on'), canPickMany: true, matchOnDetail: true });
  if (!picked) throw new vscode.CancellationError();
  return Object.fromEntries(picked.map(({ name, value }) => [name, value]));
}
