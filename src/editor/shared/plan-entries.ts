/** What a bibliography must become to hold papers: worked out in memory and read as it would be read back, before anything is touched. */
import * as vscode from 'vscode';
import type { Bibliography, BibliographyFormat, Ensured, EntryOptions } from '../../core/bibliography/types.js';
import type { FoundBibliography } from '../../core/cite/discover.js';
import type { Paper } from '../../core/model/paper.js';
import { sortSplices, type Splice } from '../../core/yaml/splice.js';
import { pause } from './bibliographies.js';
import type { CiteHouse } from './cite-house.js';
import { loadBibliography } from './load-bibliography.js';
import { UserError } from './messages.js';
import { readBibtexOptions } from './settings.js';

export interface Plan {
  readonly keys: readonly string[];
  readonly added: readonly string[];
  /** Against the text that was given, sorted. */
  readonly splices: readonly Splice[];
  /** The whole text afterwards. */
  readonly text: string;
}

/** What a text must become to hold every paper; read as it would be read back. @throws UserError when that cannot be */
export async function planEntries(house: CiteHouse, uri: vscode.Uri, text: string, papers: readonly Paper[], found: FoundBibliography | undefined): Promise<Plan> {
  const { applySplices, composeSplices, formatOf, formats } = await loadBibliography();
  const name = vscode.workspace.asRelativePath(uri);
  const id = formatOf(uri.path, text, found);
  const format = id && formats[id];
  if (!format) throw new UserError(vscode.l10n.t('{0} is not a bibliography in a format that Litshelf writes (BibTeX, CSL JSON, CSL YAML, Hayagriva). Nothing was changed.', name));
  const options = readBibtexOptions(uri);
  let bibliography = await readNow(house, uri, format, text);
  const before = bibliography.entries.length;
  let splices: readonly Splice[] = [];
  const added = new Set<string>();
  const keys: string[] = [];
  const round = async (some: readonly Paper[]) => {
    const next: Splice[] = [];
    await bibliography.readAll(pause);
    for (const ensured of ensureAll(format, bibliography, some, options, added)) {
      keys.push(ensured.key);
      next.push(...ensured.splices);
      await pause();
    }
    if (next.length === 0) return;
    splices = composeSplices(splices, sortSplices(next));
    bibliography = await format.read(applySplices(text, splices), pause);
  };
  try {
    // into an empty file one goes first: what parts entries needs one to stand behind
    const first = before === 0 ? 1 : 0;
    if (first > 0) await round(papers.slice(0, first));
    await round(papers.slice(first));
  } catch (fault) {
    throw new UserError(vscode.l10n.t('{0} cannot take the entry: {1} Nothing was changed.', name, fault instanceof Error ? fault.message : String(fault)));
  }
  const lost = [...added].find((key) => bibliography.find(key)?.broken !== false);
  if (lost !== undefined || bibliography.entries.length !== before + added.size) throw new UserError(vscode.l10n.t('The entry {0} could not be read again from {1}. Nothing was changed.', lost ?? [...added].join(', '), name));
  return { keys, added: [...added], splices, text: bibliography.text };
}

/** The key of each paper in a bibliography, and what adds those that are missing; `taken` are keys of new entries that it does not hold yet. */
export function* ensureAll(format: BibliographyFormat, bibliography: Bibliography, papers: readonly Paper[], options: EntryOptions, taken: Set<string>): Generator<Ensured, void> {
  const done = new Map<string, string>();
  for (const paper of papers) {
    const before = done.get(paper.id);
    if (before !== undefined) {
      yield { key: before, splices: [] };
      continue;
    }
    let ensured = format.ensure(bibliography, paper, options);
    const plain = ensured.key;
    // two new works may come to one key: the second gets a letter
    for (let letter = 97; ensured.splices.length > 0 && taken.has(ensured.key) && letter <= 122; letter += 1) ensured = format.ensure(bibliography, paper, { ...options, key: `${plain}${String.fromCharCode(letter)}` });
    if (ensured.splices.length > 0) taken.add(ensured.key);
    done.set(paper.id, ensured.key);
    yield ensured;
  }
}

/** From what was read before, where that is still so. */
async function readNow(house: CiteHouse, uri: vscode.Uri, format: BibliographyFormat, text: string): Promise<Bibliography> {
  const kept = await house.bibliographies.kept(uri, text);
  return kept?.format === format.id ? kept : format.read(text, pause);
}
