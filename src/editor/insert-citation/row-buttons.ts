/** What the buttons of a row do. */
import * as vscode from 'vscode';
import { toBibtex } from '../../core/bibtex/write.js';
import type { Citable } from '../../core/cite/citables.js';
import { paperLinks } from '../../core/outline/links.js';
import type { House } from '../shared/house.js';
import type { CiteRow, RowButton } from './rows.js';

/** The picker, as far as buttons need it. */
interface Picker {
  collect(citable: Citable): void;
  stay(): void;
}

export function pressed(house: House, picker: Picker, { citable }: CiteRow, button: vscode.QuickInputButton): void {
  if (!citable) return;
  const { does, tooltip = '' } = button as RowButton;
  if (does === 'collect' || does === 'takeBack') picker.collect(citable);
  else house.messages.run(tooltip, async () => run(house, picker, citable, does));
}

async function run(house: House, picker: Picker, { paper, key, shelf }: Citable, does: RowButton['does']): Promise<void> {
  const { page } = paperLinks(paper);
  if (does === 'open' && page !== undefined) {
    picker.stay();
    await vscode.env.openExternal(vscode.Uri.parse(page, true));
  } else if (does === 'copy') {
    await vscode.env.clipboard.writeText(`${toBibtex(paper, { key })}\n`);
    house.messages.done(vscode.l10n.t('Copied {0} of {1}', vscode.l10n.t('BibTeX'), key));
  } else if (does === 'reveal' && shelf !== undefined) await house.selection.view?.reveal(shelf);
}
