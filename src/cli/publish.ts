import { headingsAbove, optionNames, placeholders, publish, publishOptions, readOptions, shapeIds, shapes, updateInSteps, wholeFile, type Publishable, type WrittenOptions } from '../core/publish/index.js';
import { FileError } from '../core/ports.js';
import { onlyFolder } from './arguments.js';
import { UsageError, type Command, type CommandInput, type Terminal } from './command.js';
import { NodeFiles } from './files.js';
import { lineDiff } from './line-diff.js';
import { loadCatalogue } from './load.js';
import { counted, oneLine } from './output.js';
import { orUsage, textOf } from './publish-options.js';
import { replaceFile } from './replace-file.js';

/** What a file should say, and what it says; undefined when there is none. */
interface Wanted {
  readonly before: string | undefined;
  readonly after: string;
  readonly papers: number;
}

/** `litshelf publish`: the catalogue as a list in Markdown, printed, as a whole file, or between markers. */
export const publishing: Command = {
  name: 'publish',
  usage: 'publish <dir> [--into <file> | --output <file>] [--check] [--shape <shape>] [--list <id>] …',
  about: 'Write the catalogue as a list in Markdown; --check tells whether the file is up to date.',
  details: () => `Without --into and --output, the list is printed.

--into writes between markers, which stand on lines of their own, and leaves the rest as it is:

  <!-- litshelf:begin shape=dated list=my-list contents=yes -->
  <!-- litshelf:end -->

Options of a marker line go before those of the command line, so that a README says itself how
its lists are written. A file may have several; what has blanks stands in "quotation marks".

With --check nothing is written: exit code 0 when the file is up to date, 1 and the difference
when it is not, 2 when it cannot be told.

Shapes:
${shapeIds.map((id) => `  ${id.padEnd(12)} ${shapes[id].about}\n`).join('')}
A template names {${Object.keys(placeholders).join('}, {')}};
{? …} is left out when something in it is missing: - [{title}]({url}){? *{authors}*.}
`,
  options: {
    into: { type: 'string', value: '<file>', about: 'Renew the lists between the markers of this file.' },
    output: { type: 'string', value: '<file>', about: 'Write the list, with title and description, as this file.' },
    check: { type: 'boolean', about: 'Write nothing; exit code 1 when the file is out of date.' },
    ...Object.fromEntries(optionNames.map((name) => [name, { type: 'string', value: publishOptions[name].value.startsWith('<') ? publishOptions[name].value : `<${publishOptions[name].value}>`, about: publishOptions[name].about } as const])),
  },
  async run(input, terminal) {
    const folder = onlyFolder(input, publishing);
    const [into, output] = [textOf(input, 'into'), textOf(input, 'output')];
    const checking = input.options['check'] === true;
    if (into !== undefined && output !== undefined) throw new UsageError('--into and --output exclude each other: a list goes between markers, or is the whole file.');
    if (checking && into === undefined && output === undefined) throw new UsageError('--check needs the file that is checked: --into <file> or --output <file>.');
    const options = written(input);
    const { config, papers, unreadable } = await loadCatalogue(folder, new NodeFiles());
    if (unreadable > 0) throw new UsageError(`${folder} has ${counted(unreadable, 'error')}, and the list would lack something: see \`litshelf check\`, and publish when they are gone.`);
    const catalogue: Publishable = { ...config, papers };
    const file = into ?? output;
    const wanted = into === undefined ? await whole(catalogue, options, output) : await between(into, catalogue, options);
    if (file === undefined) {
      terminal.out(wanted.after);
      return 0;
    }
    return checking ? tell(file, wanted, terminal) : store(file, wanted, terminal);
  },
};

function written(input: CommandInput): WrittenOptions {
  const options: Partial<Record<keyof WrittenOptions, string>> = {};
  for (const name of optionNames) {
    const value = textOf(input, name);
    // a shell has no easy way to write a line break
    if (value !== undefined) options[name] = name === 'template' || name === 'head' ? value.replace(/\\n/gu, '\n') : value;
  }
  return options;
}

async function whole(catalogue: Publishable, options: WrittenOptions, file: string | undefined): Promise<Wanted> {
  const published = orUsage(() => publish(catalogue, readOptions(options), headingsAbove(catalogue)));
  return { before: file === undefined ? undefined : await read(file), after: wholeFile(catalogue, published), papers: published.papers };
}

async function between(file: string, catalogue: Publishable, options: WrittenOptions): Promise<Wanted> {
  const before = await read(file);
  if (before === undefined) throw new UsageError(`There is no file ${file}. Make it, with the lines "<!-- litshelf:begin -->" and "<!-- litshelf:end -->" in it, or use --output for a whole file.`);
  return orUsage(() => {
    const steps = updateInSteps(before, catalogue, options);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return { before, after: step.value.text, papers: step.value.papers };
  }, `${file}: `);
}

async function read(file: string): Promise<string | undefined> {
  try {
    return await new NodeFiles().readText(file);
  } catch (fault) {
    if (!(fault instanceof FileError)) throw fault;
    if (fault.fault === 'missing') return undefined;
    throw new UsageError(fault.message, { cause: fault });
  }
}

function tell(file: string, { before, after }: Wanted, terminal: Terminal): number {
  if (before === after) {
    terminal.err(`${oneLine(file)} is up to date.\n`);
    return 0;
  }
  terminal.out(lineDiff(file, before ?? '', after));
  terminal.err(`${oneLine(file)} is out of date: run \`litshelf publish\` without --check.\n`);
  return 1;
}

async function store(file: string, { before, after, papers }: Wanted, terminal: Terminal): Promise<number> {
  if (before !== after) await replaceFile(file, after);
  terminal.err(`${oneLine(file)}: ${counted(papers, 'paper')}, ${before === after ? 'up to date' : 'written'}.\n`);
  return 0;
}
