/** The metadata services and what shows their state; a part of the composition root. */
import type * as vscode from 'vscode';
import type { LinkOptions } from './core/check/links.js';
import type { LookUp } from './core/metadata/index.js';
import type { Http } from './core/ports.js';
import { showLookUpStatus } from './editor/look-up-status.js';
import { readKeys } from './editor/shared/secrets.js';
import { readBases } from './editor/shared/settings.js';

/** Loaded apart (see esbuild.mjs) and when first asked. */
export async function openServices(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Promise<LookUp> {
  const { makeLookUp } = await import('./host/services.js');
  const { version } = context.extension.packageJSON as { version: string };
  const lookUp = makeLookUp(context.globalStorageUri.fsPath, version, log, { bases: () => readBases((text) => log.warn(text)), keys: () => readKeys(context.secrets) });
  context.subscriptions.push(lookUp, showLookUpStatus(lookUp));
  return lookUp;
}

/** Comes with the services. */
export async function openLinks(context: vscode.ExtensionContext): Promise<Pick<LinkOptions, 'probe' | 'time'>> {
  const { makeLinkProbe, time } = await import('./host/services.js');
  const { version } = context.extension.packageJSON as { version: string };
  return { probe: makeLinkProbe(version), time };
}

/** Comes with the services. */
export async function openSources(context: vscode.ExtensionContext): Promise<Http> {
  const { makeSourceHttp } = await import('./host/services.js');
  const { version } = context.extension.packageJSON as { version: string };
  return makeSourceHttp(version);
}
