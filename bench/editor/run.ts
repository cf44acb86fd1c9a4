/** The editor half: fresh windows, round by round; in each round every subject has its turn. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../../test/support/browser.mjs';
import { scratchFolder } from '../../test/support/scratch.mjs';
import type { ServerFiles } from '../../test/support/vscode-server-files.mjs';
import type { Measured } from '../node/run.js';
import type { Figures } from '../node/subject.js';
import { activatePeer } from './peer.js';
import { editFloor, editPaper, expandGroup, floor, litshelf, showView } from './scenario.js';
import { stageExtension, withoutActivationEvents } from './stage.js';
import { openWindow, type BenchWindow, type WindowOptions } from './window.js';

export interface EditorOptions {
  readonly files: ServerFiles;
  /** Folder of the extension, built for production. */
  readonly extension: string;
  /** Where the bundles of the probe and the floor are. */
  readonly bundles: string;
  /** A generated catalogue of 10,000 papers. */
  readonly catalogue: string;
  readonly scratch: string;
  /** Unpacked extensions to measure beside ours. */
  readonly peers: readonly string[];
  readonly runs: number;
  /** Where CPU profiles of the extension host go; none are taken without it, as they cost time. */
  readonly profiles?: string | undefined;
  /** Where a screenshot goes when a window does not do what it should. */
  readonly failures: string;
  readonly say: (line: string) => void;
}

/** The extension reads two seconds after its activation; this is enough for that and for the reading. */
const idle = 6000;

/**
 * Samples by figure, of each subject: `floor`; `bundled`, `cold` and `warm`, in which a click on the icon starts everything;
 * `shipped`, the extension as it is, clicked when it has been idle; and each peer's id.
 */
export async function runEditor(options: EditorOptions): Promise<Map<string, Measured>> {
  const results = new Map<string, Map<string, number[]>>();
  const add = (subject: string, figures: Figures): void => {
    const samples = results.get(subject) ?? new Map<string, number[]>();
    results.set(subject, samples);
    for (const [name, value] of Object.entries(figures)) samples.set(name, [...(samples.get(name) ?? []), value]);
  };
  const browser = await launchBrowser(options.files.chromium);
  const probe = stageExtension('probe', options.bundles, options.scratch);
  const onClick = withoutActivationEvents(options.extension, options.scratch);
  const floorFolder = stageExtension('floor', options.bundles, options.scratch);
  const profiles = options.profiles;
  if (profiles !== undefined) mkdirSync(profiles, { recursive: true });

  /** One window from its start to its end. */
  const inWindow = async (subject: string, where: Omit<WindowOptions, 'files' | 'browser' | 'probe'>, work: (window: BenchWindow) => Promise<Figures>): Promise<void> => {
    const window = await openWindow({ files: options.files, browser, probe, ...where });
    try {
      if (profiles !== undefined) await window.probe.ask('startProfile');
      add(subject, await work(window));
      if (profiles !== undefined) await window.probe.ask('stopProfile', path.join(profiles, `host-${subject}.cpuprofile`));
    } catch (error) {
      await window.page.screenshot({ path: path.join(options.failures, `failed-${subject}.png`), timeout: 5000 }).catch(() => undefined);
      throw error;
    } finally {
      await window.close();
    }
  };

  try {
    for (let run = 0; run < options.runs; run += 1) {
      const empty = path.join(options.scratch, `empty-${run}`);
      const large = path.join(options.scratch, `large-${run}`);
      writeWorkspace(empty);
      writeWorkspace(large, options.catalogue);
      const data = scratchFolder('vs');
      const settings = { 'litshelf.catalogues': ['library'] };
      const ours = { extension: onClick, settings, workspace: large, data };

      await inWindow('floor', { extension: floorFolder, workspace: large }, async (window) => ({
        ...(await showView(window, floor, true)),
        ...(await expandGroup(window, floor)),
        ...(await editFloor(window, floor, large)),
      }));
      await inWindow('bundled', { extension: onClick, workspace: empty }, (window) => showView(window, litshelf, false));
      await inWindow('cold', ours, (window) => showView(window, litshelf, true));
      await inWindow('warm', ours, async (window) => ({
        ...(await showView(window, litshelf, true)),
        ...(await expandGroup(window, litshelf)),
        ...(await editPaper(window, litshelf, large)),
      }));
      await inWindow('shipped', { extension: options.extension, settings, workspace: large, data }, async (window) => {
        await window.page.waitForTimeout(idle);
        return showView(window, litshelf, true);
      });
      for (const peer of options.peers) await activatePeer(peer, async (id, work) => inWindow(id, { extension: peer, workspace: empty }, work));
      for (const folder of [empty, large, data]) rmSync(folder, { recursive: true, force: true });
      options.say(`  editor, run ${run + 1} of ${options.runs}`);
    }
  } finally {
    await browser.close();
  }
  return results;
}

/** The catalogue is where only a setting finds it: VS Code does not start the extension because of it. */
function writeWorkspace(folder: string, catalogue?: string): void {
  mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  writeFileSync(path.join(folder, '.vscode', 'settings.json'), '{}');
  writeFileSync(path.join(folder, 'notes.md'), '# Notes\n');
  if (catalogue !== undefined) cpSync(catalogue, path.join(folder, 'library'), { recursive: true });
}
