/** Adds a paper that another feature has come upon, by the command of the feature that adds papers. */
import * as vscode from 'vscode';
import { commandIds } from '../../contributions.js';
import type { Identifier } from '../../core/ids/index.js';

export interface AddOptions {
  /** Where to file it; the person is asked when left out. */
  readonly categories?: readonly string[] | undefined;
  /** Show it in the tree, which takes the focus; default true. */
  readonly reveal?: boolean;
}

/**
 * Writes the paper of an identifier to the catalogue that papers go to. Of what is there already nothing is written, and the person is
 * asked only where nobody else can tell.
 * @returns the citation key of the paper
 * @throws CancellationError when it was not added; why has been told then
 */
export async function addFound({ kind, id }: Identifier, { categories, reveal = true }: AddOptions = {}): Promise<string> {
  const answer: unknown = await vscode.commands.executeCommand(commandIds.addPaper, { identifier: { kind, id }, brief: categories !== undefined, reveal, ...(categories === undefined ? {} : { categories }) });
  const key = keyFrom(answer);
  if (key === undefined) throw new vscode.CancellationError();
  return key;
}

/** The key in an answer of the command: of what it added, else of what was there. */
export function keyFrom(answer: unknown): string | undefined {
  const { added, alreadyThere } = (typeof answer === 'object' && answer !== null ? answer : {}) as { added?: unknown; alreadyThere?: unknown };
  const keys = [added, alreadyThere].flatMap((some) => (Array.isArray(some) ? (some as unknown[]) : []));
  return keys.find((key): key is string => typeof key === 'string');
}
