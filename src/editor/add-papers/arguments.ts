/** What `litshelf.addPaper` was called with. Arguments come from rows, cards, keybindings and other extensions: everything is checked on arrival. */
import * as vscode from 'vscode';
import { idKinds, linkTo, type IdKind } from '../../core/ids/index.js';
import type { House } from '../shared/house.js';
import { UserError } from '../shared/messages.js';
import { isRow } from '../shared/selection.js';

export interface AddArguments {
  /** Undefined: the box is shown. */
  readonly input: string | undefined;
  readonly categories: readonly string[] | undefined;
  readonly tags: readonly string[] | undefined;
  /** Nobody is asked anything. */
  readonly silent: boolean;
  /** Nobody is asked what can be decided without them. */
  readonly brief: boolean;
  /** The person has read the paper's card. */
  readonly seen: boolean;
  readonly reveal: boolean;
}

/** Nobody pastes more. Characters. */
const longest = 5_000_000;

/** @throws UserError for what is no argument of the command, and for a category that no catalogue has */
export async function readArguments(house: House, argument: unknown): Promise<AddArguments> {
  const none: AddArguments = { input: undefined, categories: undefined, tags: undefined, silent: false, brief: false, seen: false, reveal: true };
  if (argument === undefined || argument === null) return none;
  if (isRow(argument)) {
    const category = house.selection.view?.categoryOf(argument);
    return { ...none, categories: category === undefined ? undefined : [category] };
  }
  if (typeof argument === 'string') return { ...none, input: argument };
  const { input, identifier, categories, tags, silent, brief, reveal } = argument as Partial<Record<string, unknown>>;
  const given = textOf(input) ?? identifierIn(identifier);
  if (given === undefined && (input !== undefined || identifier !== undefined || silent === true)) throw new UserError(vscode.l10n.t('"litshelf.addPaper" takes {"input": "…"}: an identifier, a link, a title, or records of bibliographies.'));
  const filed = namesIn(categories);
  const catalogue = await house.catalogue();
  const unknown = filed?.find((id) => catalogue.category(id) === undefined);
  if (unknown !== undefined) throw new UserError(vscode.l10n.t('No catalogue has a category "{0}".', unknown));
  return { input: given, categories: filed, tags: namesIn(tags), silent: silent === true, brief: brief === true, seen: input === undefined && identifier !== undefined, reveal: reveal !== false };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longest ? value : undefined;
}

/** A card names its paper by kind and id. */
function identifierIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, id } = value as { kind?: unknown; id?: unknown };
  const known: IdKind | undefined = idKinds.find((one) => one === kind);
  return known !== undefined && typeof id === 'string' && id.length < 500 ? linkTo(known, id) : undefined;
}

function namesIn(value: unknown): string[] | undefined {
  return Array.isArray(value) ? [...new Set((value as unknown[]).filter((one): one is string => typeof one === 'string' && one.trim() !== '').map((one) => one.trim()))] : undefined;
}
