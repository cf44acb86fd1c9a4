/** The entries of a .bib file for the Outline view, the breadcrumbs and Go to Symbol. */
import * as vscode from 'vscode';
import type { Entry } from '../../core/bibliography/types.js';
import { shortAuthors } from '../../core/model/person.js';
import { pause } from '../shared/bibliographies.js';
import type { House } from '../shared/house.js';
import { ownBibliography } from './spot.js';

/** How long work goes on without a pause, in milliseconds. */
const slice = 12;
/** A title is told as far as a line has room, in characters. */
const longestTitle = 100;

const kinds: Readonly<Record<string, vscode.SymbolKind>> = {
  article: vscode.SymbolKind.File, suppperiodical: vscode.SymbolKind.File, periodical: vscode.SymbolKind.Package,
  inproceedings: vscode.SymbolKind.Event, conference: vscode.SymbolKind.Event,
  book: vscode.SymbolKind.Package, mvbook: vscode.SymbolKind.Package, booklet: vscode.SymbolKind.Package, collection: vscode.SymbolKind.Package, proceedings: vscode.SymbolKind.Package, reference: vscode.SymbolKind.Package,
  incollection: vscode.SymbolKind.Module, inbook: vscode.SymbolKind.Module, inreference: vscode.SymbolKind.Module,
  thesis: vscode.SymbolKind.Class, phdthesis: vscode.SymbolKind.Class, mastersthesis: vscode.SymbolKind.Class,
  techreport: vscode.SymbolKind.Interface, report: vscode.SymbolKind.Interface, manual: vscode.SymbolKind.Interface, patent: vscode.SymbolKind.Interface,
  online: vscode.SymbolKind.Namespace, electronic: vscode.SymbolKind.Namespace, www: vscode.SymbolKind.Namespace,
  software: vscode.SymbolKind.Method, dataset: vscode.SymbolKind.Struct,
};

/** In the order of the file; empty when cancelled. */
export async function symbolsOf(house: House, document: vscode.TextDocument, token: vscode.CancellationToken): Promise<vscode.DocumentSymbol[]> {
  const bibliography = await ownBibliography(house, document);
  if (bibliography?.format !== 'bibtex' || token.isCancellationRequested) return [];
  const outdated = () => token.isCancellationRequested || document.getText() !== bibliography.text;
  const symbols: vscode.DocumentSymbol[] = [];
  let since = Date.now();
  for (const entry of bibliography.entries) {
    if (Date.now() - since >= slice) {
      await pause();
      since = Date.now();
      if (outdated()) return [];
    }
    symbols.push(symbolOf(entry, document));
  }
  return symbols;
}

function symbolOf(entry: Entry, document: vscode.TextDocument): vscode.DocumentSymbol {
  const rangeOf = (start: number, end: number) => new vscode.Range(document.positionAt(start), document.positionAt(end));
  const { paper, keyPlace, start, end } = entry;
  const title = paper.title.replace(/\s+/gu, ' ');
  const detail = [shortAuthors(paper.authors), paper.year === undefined ? '' : String(paper.year), title.length > longestTitle ? `${title.slice(0, longestTitle)}…` : title].filter((part) => part !== '').join(' · ');
  return new vscode.DocumentSymbol(entry.key === '' ? vscode.l10n.t('(no key)') : entry.key, detail, kinds[entry.type] ?? vscode.SymbolKind.Object, rangeOf(start, end), rangeOf(keyPlace.start, keyPlace.end));
}
