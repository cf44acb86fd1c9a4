/** `npm run bench`: measures, prints, and writes bench/RESULTS.md. Started by scripts/bench.mjs, which has built everything. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scratchFolder } from '../test/support/scratch.mjs';
import { installedServer, SERVER_FOLDER, serverFiles, VSCODE_VERSION } from '../test/support/vscode-server-files.mjs';
import { bibTables, bibVerdicts } from './bib/report.js';
import { runBib } from './bib/run.js';
import { citingTables, citingVerdicts } from './editor/citing-report.js';
import { runCiting } from './editor/citing.js';
import { editorTables, editorVerdicts } from './editor/report.js';
import { runEditor } from './editor/run.js';
import { halves, readOptions } from './options.js';
import { nodeTables, nodeVerdicts } from './node/report.js';
import { budgetSize, copyCatalogue, runNode, writeCatalogue } from './node/run.js';
import type { Verdict } from './shared/budget.js';
import { describeMachine } from './shared/machine.js';
import { mergeResults, type Section } from './shared/results.js';

const root = process.cwd();
/** A failure in here ends the program with exit code 1 and its stack. */
void main();

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const say = (line: string): void => console.log(line);
  const scratch = scratchFolder('bench');
  const bundles = path.join(options.built, 'bench');
  const inEditor = options.halves.includes('editor') || options.halves.includes('citing');
  const bundled = copyCatalogue(path.join(root, 'catalog'), path.join(scratch, 'bundled'));
  const bundledSize = countPapers(bundled);
  /** VS Code's own Node, so that figures hold for the extension host; ours where that is not installed. */
  const server = inEditor || isInstalled() ? installedServer(root) : undefined;
  const node = server?.node ?? process.execPath;
  const nodeVersion = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const machine = describeMachine(root, nodeVersion, inEditor ? VSCODE_VERSION : undefined);

  const verdicts: Verdict[] = [];
  const sections: Section[] = [];

  if (options.halves.includes('editor') && server) {
    say('measuring in the editor');
    const results = await runEditor({
      files: server,
      extension: options.extension,
      bundles: path.join(bundles, 'editor'),
      catalogue: writeCatalogue(path.join(scratch, 'catalogue'), budgetSize),
      scratch,
      peers: options.peers,
      runs: options.runs,
      profiles: options.profile ? path.join(root, 'test-results', 'bench') : undefined,
      failures: path.join(root, 'test-results', 'bench'),
      say,
    });
    verdicts.push(...editorVerdicts(results));
    sections.push({ title: 'In the editor', text: editorTables(results) });
  }
  if (options.halves.includes('node')) {
    say('measuring in Node');
    const sizes = options.sizes.map((size) => (size === 'bundled' ? bundledSize : size));
    const results = await runNode({ node, child: path.join(bundles, 'node', 'child.mjs'), bundled, bundledSize, scratch, sizes, runs: options.runs, say });
    verdicts.push(...nodeVerdicts(results));
    sections.push({ title: 'In Node', text: nodeTables(results, bundledSize) });
  }
  const measured = [...machine, `${options.runs} runs`].map((line) => `- ${line}`).join('\n');
  if (options.halves.includes('bib')) {
    say('measuring .bib files');
    const results = await runBib({ node, child: path.join(bundles, 'bib', 'child.mjs'), scratch: path.join(scratch, 'bib'), rivals: options.rivals, runs: options.runs, say });
    verdicts.push(...bibVerdicts(results));
    sections.push({ title: 'Bibliographies in Node', text: `${measured}\n\n${bibTables(results)}` });
  }
  if (options.halves.includes('citing') && server) {
    say('measuring citing in the editor');
    const results = await runCiting({ files: server, extension: options.extension, bundles: path.join(bundles, 'editor'), scratch, peers: options.peers, runs: options.runs, failures: path.join(root, 'test-results', 'bench'), profiles: options.profile ? path.join(root, 'test-results', 'bench') : undefined, say });
    verdicts.push(...citingVerdicts(results));
    sections.push({ title: 'Citing in the editor', text: `${measured}\n\n${citingTables(results)}` });
  }
  verdicts.push({ budget: 'bundle', samples: [statSync(path.join(options.extension, 'dist', 'extension.js')).size / 1000] });

  const head = [
    '# Measurements',
    '',
    'Written by `npm run bench`. Every figure is a median with the smallest and largest of the runs in brackets; each measurement in a process or window of its own.',
    'Compare ratios, not milliseconds, between machines: what a ratio compares was measured one after the other in the same run.',
    '',
    ...machine.map((line) => `- ${line}`),
    `- ${options.runs} runs`,
  ].join('\n');
  const before = existsSync(options.output) ? readFileSync(options.output, 'utf8') : '';
  const text = mergeResults(before, head, sections, verdicts, options.halves.length === halves.length);
  console.log(`\n${text}`);
  writeFileSync(options.output, text);
}

function isInstalled(): boolean {
  return existsSync(serverFiles(path.join(root, '.vscode-test', SERVER_FOLDER)).marker);
}

function countPapers(catalogue: string): number {
  const folder = path.join(catalogue, 'papers');
  return readdirSync(folder).reduce((sum, name) => sum + (readFileSync(path.join(folder, name), 'utf8').match(/^- id:/gmu)?.length ?? 0), 0);
}
