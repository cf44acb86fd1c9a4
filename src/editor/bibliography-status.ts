/** A status bar item with the bibliography of the document in front, and why it is that one. */
import * as vscode from 'vscode';
import { commandIds } from '../contributions.js';
import type { MarkupId } from '../core/cite/types.js';
import type { Disposable } from '../core/ports.js';
import { placeOf, type DocumentBibliography } from './shared/bibliographies.js';
import { debounced } from './shared/debounce.js';
import { Disposables } from './shared/disposables.js';
import type { House } from './shared/house.js';
import { bibliographyName, whyBibliography } from './shared/why-bibliography.js';

/** A person who types has the item drawn anew when they rest, in milliseconds. */
const rest = 300;
/** More names than this are counted. */
const mostNames = 2;
/** A longer document is not read for what it cites, in characters. */
const largest = 1_000_000;

/** Markups that have bibliographies at all. */
const withBibliography: ReadonlySet<MarkupId> = new Set<MarkupId>(['latex', 'pandoc', 'myst', 'jupyter', 'rst', 'typst', 'asciidoc', 'org']);
/** Languages that are written to be cited in: without a bibliography, something is missing. */
const scholarly: ReadonlySet<string> = new Set(['latex', 'typst', 'quarto', 'rmd', 'rsweave']);

export function registerBibliographyStatus(house: House): Disposable {
  const disposables = new Disposables();
  const item = disposables.add(vscode.window.createStatusBarItem('litshelf.bibliography', vscode.StatusBarAlignment.Right, 90));
  item.name = vscode.l10n.t('Litshelf Bibliography');
  item.command = commandIds.chooseBibliography;
  let turn = 0;
  const show = async () => {
    const mine = (turn += 1);
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !hasPlace(document) || !withBibliography.has(house.cites.markup(document).id)) {
      item.hide();
      return;
    }
    const bibliography = await house.bibliographies.of(document);
    // another editor may be in front by now
    if (mine !== turn) return;
    if (bibliography.found.length > 0) showFound(item, document, bibliography);
    else if (wantsOne(house, document)) showNone(item);
    else item.hide();
    if (bibliography.found.length > 0 || wantsOne(house, document)) item.show();
  };
  const update = () => house.messages.run(vscode.l10n.t('Looking for the bibliography'), show);
  const soon = disposables.add(debounced<undefined>(rest, () => '', update));
  disposables.add(vscode.window.onDidChangeActiveTextEditor(update));
  disposables.add(house.bibliographies.onDidChange(() => soon.call(undefined)));
  disposables.add(vscode.workspace.onDidChangeTextDocument(({ document }) => {
    if (document === vscode.window.activeTextEditor?.document) soon.call(undefined);
  }));
  update();
  return disposables;
}

function showFound(item: vscode.StatusBarItem, document: vscode.TextDocument, { found, files }: DocumentBibliography): void {
  const place = placeOf(document);
  const missing = found.filter(({ exists }) => !exists);
  const names = found.map(({ path }) => bibliographyName(place.with({ path }), place).replace(/^.*\//u, ''));
  const count = files.reduce((sum, { bibliography }) => sum + bibliography.entries.length, 0);
  const listed = [names.slice(0, mostNames).join(', '), ...(names.length > mostNames ? [`+${names.length - mostNames}`] : [])].join(' ');
  const lines = found.map((one) => {
    const file = files.find(({ found: by }) => by === one);
    const name = bibliographyName(place.with({ path: one.path }), place);
    const state = !one.exists ? vscode.l10n.t('is missing') : file ? entries(file.bibliography.entries.length) : vscode.l10n.t('cannot be read');
    return `${name}: ${state}; ${whyBibliography(one, place)}`;
  });
  // nothing in a name becomes an icon
  const text = listed.replaceAll('$(', '$ (');
  item.text = `${missing.length > 0 ? '$(warning)' : '$(library)'} ${text}${files.length > 0 ? ` (${count})` : ''}`;
  item.tooltip = [...lines, vscode.l10n.t('Click to choose another.')].join('\n');
  item.backgroundColor = missing.length > 0 ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  item.accessibilityInformation = { label: vscode.l10n.t('Bibliography: {0}', lines.join('. ')) };
}

function showNone(item: vscode.StatusBarItem): void {
  item.text = `$(library) ${vscode.l10n.t('No bibliography')}`;
  item.tooltip = vscode.l10n.t('This document names no bibliography, and there is none beside it.\nClick to choose or create one.');
  item.backgroundColor = undefined;
  item.accessibilityInformation = { label: vscode.l10n.t('This document has no bibliography') };
}

const entries = (count: number) => (count === 1 ? vscode.l10n.t('1 entry') : vscode.l10n.t('{0} entries', count));

function hasPlace(document: vscode.TextDocument): boolean {
  return !document.isUntitled && document.uri.scheme !== 'output' && placeOf(document).scheme !== 'untitled';
}

/** A document that cites, or whose language is there for it. A read-me without a citation is left in peace. */
function wantsOne(house: House, document: vscode.TextDocument): boolean {
  const markup = house.cites.markup(document);
  if (markup.id === 'latex' || markup.id === 'typst' || scholarly.has(document.languageId) || /\.(?:qmd|rmd)$/iu.test(document.uri.path)) return true;
  const text = document.getText();
  return text.length <= largest && markup.findCitations(text).length > 0;
}
