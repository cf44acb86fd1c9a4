import path from 'node:path';
import { checkRules } from '../core/check/index.js';
import { showProblem, type Problem, type Severity } from '../core/model/problem.js';
import { yamlRules } from '../core/yaml/rules.js';
import { onlyFolder } from './arguments.js';
import type { Command } from './command.js';
import { NodeFiles } from './files.js';
import { loadCatalogue } from './load.js';
import { counted, json, oneLine } from './output.js';

/** `litshelf check`: every problem of a catalogue. */
export const check: Command = {
  name: 'check',
  usage: 'check <dir> [--json]',
  about: 'Report what is wrong in a catalogue; exit code 1 when there are errors.',
  details: () => {
    const rules = [...Object.entries(yamlRules).map(([code, rule]) => ({ code, ...rule })), ...checkRules];
    const width = Math.max(...rules.map(({ code }) => code.length));
    return `Problems are printed as "file:line:column: severity: message [rule]". Warnings and
notes alone leave the exit code at 0.

Rules:
${rules.map(({ code, severity, about }) => `  ${code.padEnd(width)}  ${severity.padEnd(7)}  ${about}\n`).join('')}`;
  },
  options: { json: { type: 'boolean', about: 'Print the problems as JSON.' } },
  async run(input, terminal) {
    const catalogue = await loadCatalogue(onlyFolder(input, check), new NodeFiles());
    // the person's own path in front, so that terminals and editors can follow it
    const problems = catalogue.problems().map((problem) => ({ ...problem, file: path.join(catalogue.root, problem.file).split(path.sep).join('/') }));
    if (input.options['json'] === true) terminal.out(json(problems));
    else {
      terminal.out(problems.map((problem) => `${oneLine(showProblem(problem))}\n`).join(''));
      terminal.err(`${counted(catalogue.papers.length, 'paper')}: ${summary(problems)}\n`);
    }
    return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

/** "1 error, 2 warnings", or "no problems". */
export function summary(problems: readonly Problem[]): string {
  const count = (wanted: Severity) => problems.filter(({ severity }) => severity === wanted).length;
  const parts = [
    ['error', 'errors', count('error')] as const,
    ['warning', 'warnings', count('warning')] as const,
    ['note', 'notes', count('info')] as const,
  ].filter(([, , number]) => number > 0).map(([one, many, number]) => counted(number, one, many));
  return parts.length === 0 ? 'no problems' : parts.join(', ');
}
