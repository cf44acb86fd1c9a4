/**
 * An extension that stands beside the measured one in the extension host and answers, over a loopback port, what can only
 * be known from inside. It does nothing until it is asked, but for a timer that notices when the event loop stands still.
 */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { cite } from './probe-citing.js';
import { startProfile, stopProfile } from './probe-profile.js';
import { longestComputed, watchBlocks } from './thread-time.js';
import type { Activation, Asked, Memory } from './questions.js';

/** Steps of the event-loop clock in milliseconds; what it shows of a block is at most this too long. */
const resolution = 2;
const loop = monitorEventLoopDelay({ resolution });

export function activate(context: vscode.ExtensionContext): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  loop.enable();

  const answers: { readonly [Q in keyof Asked]: (...args: Parameters<Asked[Q]>) => ReturnType<Asked[Q]> | Promise<ReturnType<Asked[Q]>> } = {
    now: () => performance.timeOrigin + performance.now(),
    activation: (id) => activationOf(id),
    activate: async (id) => {
      const extension = vscode.extensions.getExtension(id);
      if (!extension) throw new Error(`${id} is not installed`);
      await extension.activate();
      return extension.isActive;
    },
    rss: () => process.memoryUsage.rss() / 1e6,
    memory: (): Memory => {
      const rss = process.memoryUsage.rss() / 1e6;
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return { rss, heap: heapUsed / 1e6, external: external / 1e6, rssCollected: process.memoryUsage.rss() / 1e6 };
    },
    forgetBlocks: () => (watchBlocks(), loop.reset(), true),
    longestBlock: () => Math.max(0, loop.max / 1e6 - resolution),
    longestComputed: () => longestComputed(),
    replace: async (file, from, to) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
      const at = document.getText().indexOf(from);
      if (at < 0) throw new Error(`${file} does not hold "${from}"`);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + from.length)), to);
      const began = performance.timeOrigin + performance.now();
      await vscode.workspace.applyEdit(edit);
      return began;
    },
    cite: (task) => cite(task),
    startProfile: async () => (await startProfile(), true),
    stopProfile: async (file) => (await stopProfile(file), true),
  };

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      void (async () => {
        try {
          const { question, args } = JSON.parse(body) as { question: keyof Asked; args: never[] };
          const answer = (answers[question] as (...args: never[]) => unknown)(...args);
          response.end(JSON.stringify({ answer: await answer }));
        } catch (error) {
          response.end(JSON.stringify({ error: String(error) }));
        }
      })();
    });
  });
  context.subscriptions.push({ dispose: () => server.close() });
  server.listen(0, '127.0.0.1', () => writeFileSync(process.env['LITSHELF_BENCH_PORT'] ?? '', String((server.address() as AddressInfo).port)));
}

/** What VS Code notes in the extension host: it is what its own table of startup times is made from. */
function activationOf(id: string): Activation | undefined {
  const { MonacoPerformanceMarks } = globalThis as { MonacoPerformanceMarks?: { getMarks(): { name: string; startTime: number }[] } };
  const marks = MonacoPerformanceMarks?.getMarks() ?? [];
  const at = (step: string): number => marks.find(({ name }) => name.toLowerCase() === `code/exthost/${step}/${id}`.toLowerCase())?.startTime ?? NaN;
  const load = at('didLoadExtensionCode') - at('willLoadExtensionCode');
  const run = at('didActivateExtension') - at('willActivateExtension');
  return Number.isNaN(load + run) ? undefined : { load, activate: run };
}
