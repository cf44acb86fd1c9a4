/** Help texts, made from the commands themselves. */
import type { Command } from './command.js';

const common: readonly (readonly [string, string])[] = [['--help', 'Print this help.']];

/** `litshelf --help`. */
export function programHelp(commands: readonly Command[]): string {
  return `litshelf: a catalogue of research literature on the command line

Usage: litshelf <command> <dir> …

<dir> is the folder that holds catalog.yaml, or one that holds catalog/catalog.yaml.

Commands:
${rows(commands.map(({ name, about }) => [name, about]))}
Options:
${rows([['--help', 'Print this help; behind a command, the help of that command.'], ['--version', 'Print the version.']])}
Exit codes: 0 done; 1 check found errors; 2 the call or the query is not understood, or the catalogue cannot be opened.
`;
}

/** `litshelf <command> --help`. */
export function commandHelp({ usage, about, details, options }: Command): string {
  const named = Object.entries(options).map(([name, option]): [string, string] => [`--${name}${option.value === undefined ? '' : ` ${option.value}`}`, option.about]);
  return `Usage: litshelf ${usage}

${about}

Options:
${rows([...named, ...common])}
${details()}`;
}

function rows(entries: readonly (readonly [string, string])[]): string {
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries.map(([name, about]) => `  ${name.padEnd(width)}  ${about}\n`).join('');
}
