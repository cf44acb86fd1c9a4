/** The user's own keys of services that need one, kept in VS Code's secret storage and nowhere else. */
import * as vscode from 'vscode';
import { commandIds } from '../contributions.js';
import { serviceNames } from '../core/metadata/answer.js';
import type { Disposable } from '../core/ports.js';
import type { House } from './shared/house.js';
import { keyServices, secretName } from './shared/secrets.js';

export function registerServiceKeys(house: House): Disposable {
  return vscode.commands.registerCommand(commandIds.setServiceKey, () =>
    house.messages.run(vscode.l10n.t('Setting a service key'), async () => {
      const service = await vscode.window.showQuickPick(keyServices.map((one) => ({ label: serviceNames[one], service: one })), { title: vscode.l10n.t('Key for which service?') });
      if (!service) return;
      const key = await vscode.window.showInputBox({ title: vscode.l10n.t('Key for {0}', service.label), prompt: vscode.l10n.t('Your own key. It is kept in VS Code\'s secret storage and sent to this service only. Leave it empty to remove the key.'), password: true, ignoreFocusOut: true });
      if (key === undefined) return;
      if (key.trim() === '') await house.context.secrets.delete(secretName(service.service));
      else await house.context.secrets.store(secretName(service.service), key.trim());
      house.messages.done(key.trim() === '' ? vscode.l10n.t('Removed the key for {0}', service.label) : vscode.l10n.t('Kept the key for {0}', service.label));
    }),
  );
}
