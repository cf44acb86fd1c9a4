/** From the words of a command line to an exit code: 0 done, 1 errors found by a check, 2 a call that cannot be answered. */
import { version } from '../../package.json';
import { nearest } from '../core/search/nearest.js';
import { readArguments } from './arguments.js';
import { check } from './check.js';
import { UsageError, type Command, type Terminal } from './command.js';
import { exporting } from './export.js';
import { commandHelp, programHelp } from './help.js';
import { importing } from './import.js';
import { publishing } from './publish.js';
import { search } from './search.js';
import { stats } from './stats.js';
import { oneLine } from './output.js';

const commands: readonly Command[] = [stats, check, search, exporting, importing, publishing];

/** Runs one call; never rejects but for a fault in the program itself. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(words, terminal);
  } catch (fault) {
    if (!(fault instanceof UsageError)) throw fault;
    terminal.err(`litshelf: ${oneLine(fault.message)}\n`);
    return 2;
  }
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...rest] = words;
  if (first === undefined) throw new UsageError(`Say what to do: ${commandNames()}. \`litshelf --help\` tells more.`);
  if (first === '--version') {
    terminal.out(`${version}\n`);
    return 0;
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    const [topic] = rest;
    terminal.out(first === 'help' && topic !== undefined ? commandHelp(commandOf(topic)) : programHelp(commands));
    return 0;
  }
  if (first.startsWith('-')) throw new UsageError(`There is no option ${first} before a command. \`litshelf --help\` tells what there is.`);
  const command = commandOf(first);
  const own = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (own.includes('--help') || own.includes('-h')) {
    terminal.out(commandHelp(command));
    return 0;
  }
  return command.run(readArguments(command, rest), terminal);
}

function commandOf(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command) return command;
  const near = nearest(name, commands.map((one) => one.name));
  throw new UsageError(`There is no command ${JSON.stringify(name)}${near === undefined ? '.' : `: did you mean ${near}?`} Commands are ${commandNames()}.`);
}

function commandNames(): string {
  return commands.map(({ name }) => name).join(', ');
}
