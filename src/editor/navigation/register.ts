/** Navigation on citation keys: Go to Definition, Find All References, Rename, and the entries of .bib files as symbols. */
import * as vscode from 'vscode';
import { citingEndings, citingLanguages } from '../../core/cite/citing-files.js';
import type { Disposable } from '../../core/ports.js';
import { Disposables } from '../shared/disposables.js';
import type { House } from '../shared/house.js';
import { readNavigationMode } from '../shared/settings.js';
import { WorkspaceCitations } from '../shared/workspace-citations.js';
import { definitionsOf } from './definition.js';
import { meaningOf } from './meaning.js';
import { doneByOthers, type Navigation } from './neighbours.js';
import { findReferences } from './references.js';
import { renameKey, type Meant } from './rename.js';
import { whyFixed } from './rename-paper.js';
import { spotAt, type Spot } from './spot.js';
import { symbolsOf } from './symbols.js';

/** Documents that cite and .bib files: code has no citation keys, and keeps its own ways. */
const citing: vscode.DocumentSelector = [...[...citingLanguages, 'bibtex'].map((language) => ({ language })), { pattern: `**/*.{${citingEndings.join(',')},bib}` }];
/** Where entries and papers may stand besides: any YAML file, and JSON files that are called like a bibliography. */
const entries: vscode.DocumentSelector = [...citing, { language: 'yaml' }, { pattern: '**/*.{yaml,yml}' }, { pattern: '**/*{bib,Bib,cit,Cit,csl,lib,Lib,lit,Lit,ref,Ref,zotero,Zotero}*.json' }];

export function registerNavigation(house: House): Disposable {
  const disposables = new Disposables();
  const citations = new WorkspaceCitations(house.cites);

  const spotFor = async (what: Navigation, document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<Spot | undefined> => {
    if (!isWanted(what, document)) return undefined;
    const spot = await spotAt(house, document, position);
    return token.isCancellationRequested ? undefined : spot;
  };

  const meantAt = async (what: Navigation, document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<Meant | undefined> => {
    const spot = await spotFor(what, document, position, token);
    if (!spot) return undefined;
    const meaning = await meaningOf(house, document, spot);
    // in Markdown that cites nothing otherwise, @name is somebody's name
    const isName = spot.role === 'citation' && !meaning.entry && !meaning.shelved && house.cites.plainMarkdown(document) !== undefined;
    return isName || token.isCancellationRequested ? undefined : { spot, meaning };
  };

  disposables.add(vscode.languages.registerDefinitionProvider(citing, {
    provideDefinition: async (document, position, token) => {
      const spot = await spotFor('definition', document, position, token);
      if (!spot) return undefined;
      const found = await definitionsOf(house, document, spot);
      return found.map(({ uri, range, key }): vscode.LocationLink => ({ originSelectionRange: spot.range, targetUri: uri, targetRange: range, targetSelectionRange: key }));
    },
  }));

  disposables.add(vscode.languages.registerReferenceProvider(entries, {
    provideReferences: async (document, position, { includeDeclaration }, token) => {
      const meant = await meantAt('references', document, position, token);
      return meant && findReferences(house, citations, meant.meaning, includeDeclaration, token);
    },
  }));

  disposables.add(vscode.languages.registerRenameProvider(entries, {
    prepareRename: async (document, position, token) => {
      const meant = await meantAt('rename', document, position, token);
      // said in these words only where no other extension can rename either
      if (!meant) throw new Error(vscode.l10n.t('There is no citation key here.'));
      const { spot, meaning } = meant;
      const fixed = spot.role === 'paper' && meaning.shelved ? whyFixed(meaning.shelved) : undefined;
      if (fixed !== undefined) throw new Error(fixed);
      return { range: spot.range, placeholder: spot.key };
    },
    provideRenameEdits: async (document, position, name, token) => {
      const meant = await meantAt('rename', document, position, token);
      return meant && renameKey(house, citations, document, meant, name, token);
    },
  }));

  disposables.add(vscode.languages.registerDocumentSymbolProvider([{ language: 'bibtex' }, { pattern: '**/*.bib' }], {
    provideDocumentSymbols: (document, token) => (isWanted('symbols', document) ? symbolsOf(house, document, token) : []),
  }, { label: 'Litshelf' }));

  return disposables;
}

function isWanted(what: Navigation, document: vscode.TextDocument): boolean {
  const mode = readNavigationMode(document);
  return mode === 'always' || (mode === 'auto' && !doneByOthers(what, document.languageId));
}
