/** The page of the catalogue editor. */
import { buildApp } from './app.js';
import { Client, type Host } from './client.js';
import { el } from './dom.js';
import { Editor } from './editor.js';
import { t } from './l10n.js';
import type { Told } from '../../src/protocol.js';
import './css/main.css';

declare global {
  /** VS Code's door to the extension; the tests put their own host behind it. */
  var acquireVsCodeApi: (() => Host) | undefined;
}

const place = document.getElementById('app') ?? document.body;

function start(): void {
  const host = globalThis.acquireVsCodeApi?.();
  if (!host) {
    place.append(el('p', { class: 'lone' }, t('noHost')));
    return;
  }
  const report = (message: string, stack: string): void => void client.request('failed', { message, stack }).catch(() => undefined);
  /** What is told while the answer to `open` is on its way: it may or may not be in that answer; undefined once the page is there. */
  let early: Told[] | undefined = [];
  const client: Client = new Client(
    host,
    (message) => {
      if (early) early.push(message);
      else editor.told(message);
    },
    (what) => report(`malformed ${what}`, ''),
  );
  const editor = new Editor(client);
  addEventListener('message', ({ data }) => client.receive(data));
  addEventListener('error', ({ message, error }) => !message.startsWith('ResizeObserver loop') && report(message, error instanceof Error ? (error.stack ?? '') : ''));
  addEventListener('unhandledrejection', ({ reason }) => report(String(reason), reason instanceof Error ? (reason.stack ?? '') : ''));
  editor.open().then(
    () => {
      place.append(buildApp(editor));
      const told = early ?? [];
      early = undefined;
      for (const message of told) editor.told(message);
      void editor.reorder();
      editor.readDetail();
    },
    (error: unknown) => place.append(el('p', { class: 'lone', role: 'alert' }, t('failed', error instanceof Error ? error.message : String(error)))),
  );
}

start();
