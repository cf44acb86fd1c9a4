/** What the services say of a paper, field by field; nothing is written. */
import * as vscode from 'vscode';
import type { Paper } from '../../core/model/paper.js';
import type { Result } from '../../protocol.js';
import type { House } from '../shared/house.js';
import { loadRevise } from '../shared/load-revise.js';

/** How long services are waited for, in milliseconds. */
const patience = 20_000;

/** @param signal calls it off, as when the editor is closed */
export async function lookUpPaper(house: House, { fields }: Paper, signal: AbortSignal): Promise<Omit<Result<'lookUp'>, 'version'>> {
  const [{ findUpdate, plainValue, proposedChanges }, services] = [await loadRevise(), await house.lookUp()];
  const found = await findUpdate(fields, services, { signal, patience });
  switch (found.kind) {
    case 'cancelled':
      return { message: vscode.l10n.t('The look-up was called off.'), changes: [] };
    case 'none':
    case 'couldNotCheck':
      return { message: found.why ?? vscode.l10n.t('No service knows this paper.'), changes: [] };
    case 'record': {
      const changes = proposedChanges({ mine: fields, theirs: found.fields, how: 'update' });
      const message = changes.length === 0 ? vscode.l10n.t('The services say what the paper says.') : (found.reason ?? '');
      // null takes a value away: what is undefined does not get to the page
      return { message, changes: changes.map(({ field, before, after, suggested }) => ({ field, from: plainValue(before), to: plainValue(after), value: after ?? null, certain: suggested })) };
    }
  }
}
