/** Faults on their way to a page. */
import * as vscode from 'vscode';
import type { Answer } from '../../protocol.js';

export type FaultCode = Extract<Answer, { ok: false }>['code'];

/** The text changed since the page saw it. */
export class Stale extends Error {
  override readonly name = 'Stale';
}

/** Sentences for people, told by name: the parts that throw them are in bundles of their own. */
const sentences: ReadonlySet<string> = new Set(['UserError', 'EditError', 'FilingError', 'Refusal']);

export function codeOf(fault: unknown): FaultCode {
  if (!(fault instanceof Error)) return 'failed';
  if (fault.name === 'Stale') return 'stale';
  return sentences.has(fault.name) || fault instanceof vscode.CancellationError ? 'refused' : 'failed';
}
