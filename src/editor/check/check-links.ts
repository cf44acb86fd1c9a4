/** *Check Links…*: asks, when a person wants it, whether the links of catalogues still lead somewhere. */
import * as vscode from 'vscode';
import type { Layer } from '../../core/catalogue/layer.js';
import type { LinkAnswer } from '../../core/check/index.js';
import { escapeMarkdown } from '../../core/outline/markdown.js';
import { abortOn } from '../shared/abort.js';
import type { House } from '../shared/house.js';
import { loadCheck } from '../shared/load-check.js';
import { UserError } from '../shared/messages.js';
import type { Checker } from './checker.js';

/** What came of it. */
export interface LinksChecked {
  readonly asked: number;
  readonly dead: readonly string[];
  readonly unknown: readonly string[];
  readonly cancelled: boolean;
}

/** Links of the catalogue `{ catalogue: name }`, or of those that a person chooses. @throws CancellationError when dismissed */
export async function checkLinksOf(house: House, checker: Checker, title: string, first: unknown): Promise<LinksChecked> {
  const { checkLinks } = await loadCheck();
  const links = await chosenLinks(house, title, typeof first === 'object' && first !== null ? (first as { catalogue?: unknown }).catalogue : undefined);
  const port = await house.links();
  const answers: LinkAnswer[] = [];
  const cancelled = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Checking links'), cancellable: true }, async (progress, token) => {
    const abort = abortOn(token);
    try {
      await checkLinks(links, {
        ...port,
        signal: abort.signal,
        told: (answer, done, all) => {
          answers.push(answer);
          const dead = answers.filter(({ state }) => state === 'dead').length;
          progress.report({ message: vscode.l10n.t('{0} of {1}, {2} dead', done, all, dead), increment: 100 / Math.max(1, all) });
        },
      });
      return token.isCancellationRequested;
    } finally {
      abort.dispose();
    }
  });
  await checker.showDeadLinks(answers);
  const of = (state: LinkAnswer['state']) => answers.filter((answer) => answer.state === state);
  const [dead, unknown] = [of('dead'), of('unknown')];
  const tally = vscode.l10n.t('{0} of {1} links asked: {2} dead, {3} could not be checked.', answers.length, links.length, dead.length, unknown.length);
  const show = { title: vscode.l10n.t('Show Report'), run: () => showReport(tally, dead, unknown) };
  house.messages.tell(tally, ...(dead.length + unknown.length > 0 ? [show] : []));
  return { asked: answers.length, dead: dead.map(({ link }) => link), unknown: unknown.map(({ link }) => link), cancelled };
}

async function chosenLinks(house: House, title: string, named: unknown): Promise<string[]> {
  const { checkedCatalogue, linksOf } = await loadCheck();
  const { layers } = await house.catalogue();
  const items = layers.map((layer) => ({ layer, links: linksOf(checkedCatalogue(layer.config, layer.files, () => '').records) })).filter(({ links }) => links.length > 0);
  if (items.length === 0) throw new UserError(vscode.l10n.t('No paper of any catalogue has a link.'));
  if (typeof named === 'string') {
    const item = items.find(({ layer }) => layer.source.name === named);
    if (!item) throw new UserError(vscode.l10n.t('There is no catalogue "{0}" with links.', named));
    return item.links;
  }
  const picks = items.map(({ layer, links }) => ({ label: layer.source.name, description: vscode.l10n.t('{0} links', links.length), detail: minutesOf(links), picked: isOwn(layer), links }));
  const placeHolder = vscode.l10n.t('Every site is asked at most once a second. Whose links?');
  const picked = await vscode.window.showQuickPick(picks, { title, placeHolder, canPickMany: true });
  if (!picked || picked.length === 0) throw new vscode.CancellationError();
  return [...new Set(picked.flatMap(({ links }) => links))];
}

function isOwn({ source }: Layer): boolean {
  return source.kind !== 'bundled';
}

/** The host with most links takes longest: a second and a half for each. */
function minutesOf(links: readonly string[]): string {
  const hosts = new Map<string, number>();
  for (const link of links) {
    const host = /^https?:\/\/([^/?#]+)/iu.exec(link)?.[1] ?? '';
    hosts.set(host, (hosts.get(host) ?? 0) + 1);
  }
  const seconds = Math.max(...hosts.values()) * 1.5;
  return seconds < 60 ? vscode.l10n.t('less than a minute') : vscode.l10n.t('about {0} minutes', Math.ceil(seconds / 60));
}

async function showReport(tally: string, dead: readonly LinkAnswer[], unknown: readonly LinkAnswer[]): Promise<void> {
  const rows = (answers: readonly LinkAnswer[]) => answers.map(({ link, why }) => `- <${link}>: ${escapeMarkdown(why)}\n`).join('');
  const part = (heading: string, answers: readonly LinkAnswer[]) => (answers.length === 0 ? '' : `\n## ${heading}\n\n${rows(answers)}`);
  const content = `# ${vscode.l10n.t('Links')}\n\n${tally}\n${part(vscode.l10n.t('Dead'), dead)}${part(vscode.l10n.t('Could not be checked'), unknown)}`;
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), { preview: false });
}
