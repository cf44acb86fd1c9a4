/** Citing in the editor: fresh windows in which a document with a large .bib is opened and cited in, ours and others beside it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../../test/support/browser.mjs';
import type { ServerFiles } from '../../test/support/vscode-server-files.mjs';
import { generateBib, keyOf } from '../bib/generate.js';
import type { Measured } from '../node/run.js';
import type { CitingTask } from './questions.js';
import { stageExtension } from './stage.js';
import { rest } from './scenario.js';
import { openWindow } from './window.js';

export interface CitingOptions {
  readonly files: ServerFiles;
  /** Folder of the extension, built for production. */
  readonly extension: string;
  /** Where the bundle of the probe is. */
  readonly bundles: string;
  readonly scratch: string;
  readonly peers: readonly string[];
  readonly runs: number;
  readonly failures: string;
  /** Where CPU profiles of the extension host go; none are taken without it, as they cost time. */
  readonly profiles?: string | undefined;
  readonly say: (line: string) => void;
}

export const citingSizes = [1000, 10_000];
export const citingKinds = ['md', 'tex'] as const;
export type CitingKind = (typeof citingKinds)[number];
export const ourName = 'litshelf';
/** An extension that answers with one key at once: what VS Code itself takes. */
export const floorName = 'bench.citing-floor';

/** Everything that goes on after the last answer. */
const quiet = 2500;

export function citingKey(extension: string, kind: CitingKind, size: number): string {
  return `${extension} ${kind} ${size}`;
}

/** Samples by figure, of each extension, kind of document, and size of its .bib. */
export async function runCiting(options: CitingOptions): Promise<Map<string, Measured>> {
  const results = new Map<string, Map<string, number[]>>();
  const browser = await launchBrowser(options.files.chromium);
  const probe = stageExtension('probe', options.bundles, options.scratch);
  if (options.profiles !== undefined) mkdirSync(options.profiles, { recursive: true });
  const floor = stageExtension('citing-floor', options.bundles, options.scratch);
  const subjects = [{ name: ourName, extension: options.extension }, { name: floorName, extension: floor }, ...options.peers.map((folder) => ({ name: nameOf(folder), extension: folder }))];
  try {
    for (let run = 0; run < options.runs; run += 1) {
      for (const size of citingSizes) {
        for (const kind of citingKinds) {
          for (const { name, extension } of subjects) {
            const figures = await inWindow(options, browser, probe, extension, kind, size);
            const samples = results.get(citingKey(name, kind, size)) ?? new Map<string, number[]>();
            results.set(citingKey(name, kind, size), samples);
            for (const [figure, value] of Object.entries(figures)) samples.set(figure, [...(samples.get(figure) ?? []), value]);
          }
        }
      }
      options.say(`  citing, run ${run + 1} of ${options.runs}`);
    }
  } finally {
    await browser.close();
  }
  return results;
}

async function inWindow({ files, scratch, failures, profiles }: CitingOptions, browser: Awaited<ReturnType<typeof launchBrowser>>, probe: string, extension: string, kind: CitingKind, size: number): Promise<Record<string, number>> {
  const workspace = path.join(scratch, 'citing');
  const task = writeProject(workspace, kind, size);
  const window = await openWindow({ files, browser, probe, extension, workspace });
  try {
    const before = await window.probe.ask('memory');
    await window.probe.ask('forgetBlocks');
    if (profiles !== undefined) await window.probe.ask('startProfile');
    const figures = await window.probe.ask('cite', task);
    if (profiles !== undefined) await window.probe.ask('stopProfile', path.join(profiles, `host-citing-${path.basename(extension)}-${kind}-${size}.cpuprofile`));
    const block = await window.probe.ask('longestBlock');
    const blockCpu = await window.probe.ask('longestComputed');
    await window.page.waitForTimeout(quiet);
    const rss = await window.probe.ask('rss');
    if (size === Math.max(...citingSizes)) await window.page.waitForTimeout(rest);
    const after = await window.probe.ask('memory');
    return { ...figures, block, blockCpu, rss: rss - before.rss, rssRested: after.rss - before.rss, heap: after.heap + after.external - before.heap - before.external };
  } catch (error) {
    await window.page.screenshot({ path: path.join(failures, `failed-citing-${kind}-${size}.png`), timeout: 5000 }).catch(() => undefined);
    throw error;
  } finally {
    await window.close();
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** A document of some pages that cites fifty works of its .bib. */
function writeProject(folder: string, kind: CitingKind, size: number): CitingTask {
  mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  // the words of the document are keys as well: nobody's list is to be taken for an answer
  writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'editor.wordBasedSuggestions': 'off' }));
  writeFileSync(path.join(folder, 'refs.bib'), generateBib(size, false));
  const keys = Array.from({ length: 50 }, (_, index) => keyOf(Math.floor((index * size) / 50)));
  const words = 'The quality of synthetic data decides how far a model can learn from it, as earlier work has shown in several settings. '.repeat(4);
  const cite = (key: string) => (kind === 'md' ? `[@${key}]` : `\\cite{${key}}`);
  const open = kind === 'md' ? '[@' : '\\cite{';
  const head = kind === 'md' ? '---\ntitle: A paper\nbibliography: refs.bib\n---\n\n' : '\\documentclass{article}\n\\usepackage{biblatex}\n\\addbibresource{refs.bib}\n\\begin{document}\n\n';
  const body = keys.map((key) => `${words}${cite(key)}.`).join('\n\n');
  const before = `${head}${body}\n\nAs shown by ${open}`;
  const text = `${before}${kind === 'md' ? ']' : '}'}.\n${kind === 'md' ? '' : '\n\\printbibliography\n\\end{document}\n'}`;
  const file = path.join(folder, `main.${kind}`);
  writeFileSync(file, text);
  return { file, listAt: before.length, hoverAt: text.indexOf(keys[10] ?? '') + 3, typed: keyOf(Math.floor(size / 2)).slice(0, 8) };
}

export function nameOf(folder: string): string {
  const { publisher, name } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { publisher: string; name: string };
  return `${publisher}.${name}`;
}
