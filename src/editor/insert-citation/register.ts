/** Insert Citation and Copy Citation: picks works, asks for a page, cites. */
import * as vscode from 'vscode';
import { commandIds, internalCommandIds } from '../../contributions.js';
import type { Citable } from '../../core/cite/citables.js';
import { withNotes, type Notes } from '../../core/cite/notes.js';
import { previewAt } from '../../core/cite/preview.js';
import type { Disposable } from '../../core/ports.js';
import { addFound } from '../shared/add-paper.js';
import { citationText, citeIn, editorToCiteIn, type CiteOptions, type ToCite } from '../shared/cite.js';
import { worksOf } from '../shared/cite-works.js';
import { writingIn } from '../shared/cite-writing.js';
import { Disposables } from '../shared/disposables.js';
import type { House } from '../shared/house.js';
import { papersFor } from '../shared/paper-arguments.js';
import { recentCitations, rememberCited } from '../shared/recent-citations.js';
import { isRow } from '../shared/selection.js';
import { readCiteSettings } from '../shared/settings.js';
import { papersOfKeys, readArguments } from './arguments.js';
import { askForNotes } from './notes-box.js';
import { CitePicker, type Picked, type PickMemory } from './picker.js';
import { CitableStore } from './store.js';

export function registerInsertCitation(house: House): Disposable {
  const disposables = new Disposables();
  const inserter = new Inserter(house);
  const command = (id: string, title: string, run: (first: unknown, rest: unknown) => Promise<unknown>) => {
    disposables.add(
      vscode.commands.registerCommand(id, async (first: unknown, rest: unknown) => {
        try {
          return await run(first, rest);
        } catch (fault) {
          house.messages.show(title, fault);
          return undefined;
        }
      }),
    );
  };
  command(commandIds.insertCitation, vscode.l10n.t('Insert Citation'), (argument) => inserter.insert(argument));
  command(commandIds.copyCitation, vscode.l10n.t('Copy Citation'), (first, rest) => copyCitation(house, first, rest));
  for (const [id, run] of [
    [internalCommandIds.collectCitation, () => inserter.open?.collectActive()],
    [internalCommandIds.takeBackCitation, () => inserter.open?.takeBack()],
    [internalCommandIds.citeOtherWay, () => inserter.open?.accept(true)],
  ] as const) disposables.add(vscode.commands.registerCommand(id, run));
  return disposables;
}

class Inserter {
  /** The picker that is shown now; keys that it alone has go to it. */
  open: CitePicker | undefined;
  readonly #store: CitableStore;

  constructor(private readonly house: House) {
    this.#store = new CitableStore(house);
  }

  /** @returns the keys cited */
  async insert(argument: unknown): Promise<readonly string[]> {
    const { keys, ...options } = readArguments(argument);
    // asked for now: the picker takes the focus
    const editor = editorToCiteIn();
    if (keys) return this.#cite(editor, await papersOfKeys(this.house, editor?.document, keys), options);
    // before anybody has picked: a command that cannot be is told at once
    await writingIn(this.house, editor?.document, options.command);
    const memory: PickMemory = { typed: '', collected: [] };
    for (;;) {
      const picked = await this.#pick(editor, memory);
      const chosen = picked.kind === 'cite' ? picked.chosen : [...picked.collected, await this.#add(picked)].filter((one) => one !== undefined);
      // it could not be added: what was typed and collected is still there
      if (picked.kind === 'add' && chosen.length === picked.collected.length) continue;
      const what = chosen.map(({ paper, key, file }): ToCite => ({ paper, key: file === undefined ? undefined : key }));
      const notes = await this.#notes(editor, chosen, options, picked.otherWay);
      if (notes) return this.#cite(editor, what, { ...notes, ...options });
      memory.collected = chosen.length > 1 ? chosen : memory.collected;
    }
  }

  async #pick(editor: vscode.TextEditor | undefined, memory: PickMemory): Promise<Picked> {
    const { house } = this;
    const document = editor?.document;
    const picker = new CitePicker(house, { title: vscode.l10n.t('Insert Citation'), stock: this.#store.of(document), recent: recentCitations(house), cited: document ? citedIn(house, document) : new Set(), memory });
    this.open = picker;
    try {
      return await picker.show();
    } finally {
      this.open = undefined;
    }
  }

  /** Writes the paper to a catalogue; undefined, and why is told, when that cannot be done. */
  async #add({ identifier }: Extract<Picked, { kind: 'add' }>): Promise<Citable | undefined> {
    try {
      const key = await addFound(identifier, { categories: [], reveal: false });
      const paper = (await this.house.catalogue()).get(key)?.paper;
      return paper && { paper, key, file: undefined, shelf: key };
    } catch (fault) {
      this.house.messages.show(vscode.l10n.t('Add Paper'), fault);
      return undefined;
    }
  }

  /** Undefined when the person goes back. */
  async #notes(editor: vscode.TextEditor | undefined, chosen: readonly Citable[], options: CiteOptions, otherWay: boolean): Promise<Notes | undefined> {
    const given = options.prefix ?? options.locator ?? options.suffix;
    const { askForLocator } = readCiteSettings(editor?.document);
    const document = editor?.document;
    const { markup, command, noted } = await writingIn(this.house, document, options.command);
    if (given !== undefined || !noted || (askForLocator === 'always') === otherWay || askForLocator === 'never') return {};
    const works = await worksOf(this.house, document, markup, chosen.map(({ paper }) => paper), chosen.map(({ key }) => key), false);
    const preview = previewAt(markup, document?.getText() ?? '', editor && document ? document.offsetAt(editor.selection.end) : 0, { command });
    const title = chosen.length === 1 ? chosen[0]?.paper.title : vscode.l10n.t('{0} works', chosen.length);
    return askForNotes(vscode.l10n.t('Page, Prefix, Suffix: {0}', title ?? ''), (notes) => preview(withNotes(works, notes)));
  }

  async #cite(editor: vscode.TextEditor | undefined, what: readonly ToCite[], options: CiteOptions): Promise<readonly string[]> {
    if (editor) return citeIn(this.house, editor, what, options);
    await vscode.env.clipboard.writeText(await citationText(this.house, undefined, what, options));
    const keys = what.map(({ paper, key }) => key ?? paper.id);
    rememberCited(this.house, keys);
    this.house.messages.done(vscode.l10n.t('No editor is open: the citation is on the clipboard'));
    return keys;
  }
}

/** Puts the citation on the clipboard, in the markup of the active document. @returns it */
async function copyCitation(house: House, first: unknown, rest: unknown): Promise<string> {
  const document = editorToCiteIn()?.document;
  const named = typeof first === 'object' && first !== null && !isRow(first) ? readArguments(first) : undefined;
  const what = named?.keys ? await papersOfKeys(house, document, named.keys) : await papersFor(house, vscode.l10n.t('Copy Citation'), named ? undefined : first, rest);
  const text = await citationText(house, document, what, named);
  await vscode.env.clipboard.writeText(text);
  house.messages.done(vscode.l10n.t('Copied {0}', text.length > 60 ? `${text.slice(0, 59)}…` : text));
  return text;
}

function citedIn(house: House, document: vscode.TextDocument): ReadonlySet<string> {
  const text = document.getText();
  if (text.length > largest) return new Set();
  return new Set(house.cites.markup(document).findCitations(text).flatMap(({ keys }) => keys.map(({ key }) => key)));
}

/** Larger documents, in characters, are not searched for what they cite. */
const largest = 500_000;
