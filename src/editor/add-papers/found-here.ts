/** Every paper link of a document or of what is selected in it, the new ones ticked. */
import * as vscode from 'vscode';
import type { InputItem } from '../../core/adding/types.js';
import { pause } from '../shared/bibliographies.js';
import { escapeIcons } from '../shared/escape-icons.js';
import type { House } from '../shared/house.js';
import { loadAdding } from '../shared/load-adding.js';
import { UserError } from '../shared/messages.js';
import { oneLine } from '../../core/outline/markdown.js';
import type { Input } from './adding.js';
import { nameOf } from './sentence.js';
import { chooseSeveral, type SeveralRow } from './several.js';
import { back } from './step.js';

/** A longer document is read to here, in characters. */
const longest = 5_000_000;

/** What the links of the active editor are, by line of the document. @throws UserError when there is none */
export async function readHere(): Promise<Input> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new UserError(vscode.l10n.t('No editor is open: "Litshelf: Add Papers Found Here" lists the paper links of one.'));
  const selected = editor.selections.filter(({ isEmpty }) => !isEmpty);
  const text = (selected.length > 0 ? selected.map((range) => editor.document.getText(range)).join('\n') : editor.document.getText()).slice(0, longest);
  const { readInput } = await loadAdding();
  const reading = readInput(text, { only: 'links' });
  if (reading.items.length === 0) throw new UserError(selected.length > 0 ? vscode.l10n.t('The selection holds no link to a paper.') : vscode.l10n.t('This document holds no link to a paper.'));
  return { text, reading: { ...reading, notUnderstood: [] } };
}

/** Asks which of them to add. `ticked` keeps what was chosen when it is asked again. @throws CancellationError when dismissed */
export async function chooseFound(house: House, { reading }: Input, ticked: readonly InputItem[] | undefined): Promise<InputItem[]> {
  const { findInCatalogue, stubOf } = await loadAdding();
  const catalogue = await house.catalogue();
  const rows: SeveralRow<InputItem>[] = [];
  const fresh: string[] = [];
  for (const [at, item] of reading.items.entries()) {
    const fields = item.kind === 'identifier' ? stubOf(item.identifier, item.title) : item.kind === 'title' ? { title: item.title } : item.fields;
    const linked = item.kind === 'identifier' ? catalogue.findLink(item.identifier) : undefined;
    const same = linked ? [{ work: linked, certain: true }] : await findInCatalogue(catalogue, fields, pause);
    const [known] = same;
    const id = String(at);
    if (!known) fresh.push(id);
    const title = known?.work.paper.title ?? (fields.title === nameOf(item) ? undefined : fields.title);
    rows.push({
      id,
      value: item,
      label: escapeIcons(oneLine(nameOf(item))),
      description: known ? (known.certain ? vscode.l10n.t('in the catalogue as {0}', known.work.paper.id) : vscode.l10n.t('perhaps in the catalogue as {0}', known.work.paper.id)) : vscode.l10n.t('line {0}', item.line),
      ...(title === undefined ? {} : { detail: escapeIcons(oneLine(title)) }),
    });
  }
  const answer = await chooseSeveral<InputItem>({
    title: vscode.l10n.t('Papers Found Here: {0}, of which {1} are new', rows.length, fresh.length),
    placeholder: vscode.l10n.t('Which to add; the new ones are ticked'),
    canGoBack: false,
    rows,
    ticked: ticked ? rows.filter(({ value }) => value && ticked.includes(value)).map(({ id }) => id ?? '') : fresh,
  });
  return answer === back ? [] : answer.flatMap(({ value }) => (value ? [value] : []));
}
