import path from 'node:path';
import { version } from '../../package.json';
import { checkedCatalogue, checkFiles, checkLinks, codeNames, deadLinks, fixAll, isCode, linksOf, placeFindings, rulesOf, runNow, severitiesIn, severityOf, type Found, type Severities } from '../core/check/index.js';
import { showProblem, type Problem, type Severity } from '../core/model/problem.js';
import { nearest } from '../core/search/nearest.js';
import { FetchLinkProbe } from '../host/link-probe.js';
import { time } from '../host/time.js';
import { annotation } from './annotations.js';
import { onlyFolder } from './arguments.js';
import { UsageError, type Command, type CommandInput, type Terminal } from './command.js';
import { NodeFiles } from './files.js';
import { loadCatalogue, type LoadedCatalogue } from './load.js';
import { counted, json, oneLine } from './output.js';
import { writeFiles } from './write-files.js';

/** `litshelf check`: every problem of a catalogue. */
export const check: Command = {
  name: 'check',
  usage: 'check <dir> [--fix] [--links] [--rule <code>=<severity>] [--max-warnings <n>] [--format text|github] [--json]',
  about: 'Report what is wrong in a catalogue, and fix what can be fixed; exit code 1 when there are errors.',
  details: () => {
    const rules = rulesOf();
    const width = Math.max(...rules.map(({ code }) => code.length));
    return `Problems are printed as "file:line:column: severity: message [rule]". Warnings and
notes alone leave the exit code at 0, unless there are more warnings than --max-warnings
allows. catalog.yaml may say how severe a rule is (check: {http-link: off}); --rule goes
before it.

Rules (docs/checks.md tells more of each):
${rules.map(({ code, severity, about }) => `  ${code.padEnd(width)}  ${severity.padEnd(7)}  ${about}\n`).join('')}`;
  },
  options: {
    fix: { type: 'boolean', about: 'Fix what can be fixed without a loss or a guess; all files or none are written.' },
    links: { type: 'boolean', about: 'Also ask whether the links still lead somewhere; takes a second for each link of a host.' },
    rule: { type: 'string', value: '<code>=<severity>', many: true, about: 'error, warning, info or off for a rule; several times, or joined by commas.' },
    'max-warnings': { type: 'string', value: '<n>', about: 'More warnings than this are an error.' },
    format: { type: 'string', value: 'text|github', about: 'github: annotations for GitHub Actions.' },
    json: { type: 'boolean', about: 'Print the problems as JSON.' },
  },
  async run(input, terminal) {
    const folder = onlyFolder(input, check);
    const format = readFormat(input);
    const mostWarnings = readMostWarnings(input);
    const rules = readRules(input.options['rule']);
    const catalogue = await loadCatalogue(folder, new NodeFiles());
    const severities = { ...severitiesIn(catalogue.files.config.check), ...rules };
    const { found, textOf } = input.options['fix'] === true ? await fixed(catalogue, severities, terminal) : { found: runNow(checkFiles(catalogue.files, severities)), textOf: catalogue.files.textOf };
    const dead = input.options['links'] === true ? await deadLinksOf(folder, severities, terminal) : [];
    const problems = placeFindings([...found, ...dead], textOf).map((problem) => ({ ...problem, file: shownPath(catalogue, problem.file) }));
    if (format === 'json') terminal.out(json(problems));
    else {
      terminal.out(problems.map((problem) => `${format === 'github' ? annotation(problem) : oneLine(showProblem(problem))}\n`).join(''));
      terminal.err(`${counted(catalogue.papers.length, 'paper')}: ${summary(problems)}\n`);
    }
    const warnings = problems.filter(({ severity }) => severity === 'warning').length;
    if (warnings > mostWarnings) terminal.err(`${counted(warnings, 'warning')}, and no more than ${mostWarnings} allowed.\n`);
    return warnings > mostWarnings || problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

/** The person's own path in front, so that terminals and editors can follow it. */
function shownPath({ root }: LoadedCatalogue, file: string): string {
  return path.join(root, file).split(path.sep).join('/');
}

/** Fixes and writes; says what was fixed. @returns what is left, with the texts as they are now */
async function fixed(catalogue: LoadedCatalogue, severities: Severities, terminal: Terminal): Promise<{ found: readonly Found[]; textOf: (file: string) => string }> {
  const { fixed: done, left, texts, splices } = runNow(fixAll(catalogue.texts, { severities }));
  await writeFiles([...splices.keys()].map((name) => ({ file: path.join(catalogue.root, name), before: catalogue.texts.get(name) ?? '', after: texts.get(name) ?? '' })));
  for (const { file, paper, code, fix } of done) terminal.err(`${oneLine(`fixed ${shownPath(catalogue, file)}${paper === undefined ? '' : `: ${paper}`}: ${fix?.title ?? ''} [${code}]`)}\n`);
  terminal.err(done.length === 0 ? 'Nothing to fix.\n' : `Fixed ${counted(done.length, 'problem')} in ${counted(splices.size, 'file')}.\n`);
  return { found: left, textOf: (name) => texts.get(name) ?? '' };
}

/** Reads the catalogue anew: a fix may have moved what was read first. */
async function deadLinksOf(folder: string, severities: Severities, terminal: Terminal): Promise<Found[]> {
  const severity = severityOf('link-dead', 'warning', severities);
  if (severity === 'off') return [];
  const { files } = await loadCatalogue(folder, new NodeFiles());
  const { records } = checkedCatalogue(files.config, files.papers, files.textOf);
  const probe = new FetchLinkProbe({ userAgent: `Litshelf/${version} (+https://github.com/litshelf/litshelf)` });
  const answers = await checkLinks(linksOf(records), { probe, time });
  const unknown = answers.filter(({ state }) => state === 'unknown');
  for (const { link, why } of unknown) terminal.err(`${oneLine(`could not check ${link}: ${why}`)}\n`);
  terminal.err(`${counted(answers.length, 'link')} asked, ${unknown.length} could not be checked.\n`);
  return deadLinks(records, answers).map((finding) => ({ ...finding, severity }));
}

function readFormat({ options }: CommandInput): 'text' | 'github' | 'json' {
  const { format } = options;
  if (format !== undefined && format !== 'text' && format !== 'github') throw new UsageError(`There is no format ${JSON.stringify(format)}. Formats are text and github.`);
  if (options['json'] !== true) return format ?? 'text';
  if (format === 'github') throw new UsageError('--json and --format github exclude each other.');
  return 'json';
}

function readMostWarnings({ options }: CommandInput): number {
  const most = options['max-warnings'];
  if (most === undefined) return Infinity;
  if (typeof most !== 'string' || !/^\d{1,9}$/u.test(most)) throw new UsageError(`--max-warnings needs a number, such as 0; ${JSON.stringify(most)} is none.`);
  return Number(most);
}

function readRules(text: string | boolean | undefined): Severities {
  if (typeof text !== 'string') return {};
  return Object.fromEntries(
    text.split(',').map((part): [string, Severity | 'off'] => {
      const [code = '', severity = ''] = part.split('=').map((word) => word.trim());
      if (!isCode(code)) {
        const near = nearest(code, codeNames);
        throw new UsageError(`There is no rule ${JSON.stringify(code)}${near === undefined ? '.' : `: did you mean ${near}?`} \`litshelf check --help\` lists them.`);
      }
      if (severity !== 'error' && severity !== 'warning' && severity !== 'info' && severity !== 'off') throw new UsageError(`--rule ${code} needs a severity: error, warning, info or off, such as --rule ${code}=off.`);
      return [code, severity];
    }),
  );
}

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
