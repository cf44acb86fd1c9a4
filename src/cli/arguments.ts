/** Command-line words → a command's input, with one clear sentence for everything that is wrong. */
import { parseArgs } from 'node:util';
import { nearest } from '../core/search/nearest.js';
import { optionsConfig, UsageError, type Command, type CommandInput } from './command.js';

/** Reads the words behind the command's name. */
export function readArguments(command: Command, words: readonly string[]): CommandInput {
  const { flags, rest } = separate(command, words);
  const options: Record<string, string | boolean | undefined> = {};
  const { tokens } = parseArgs({ args: flags, options: optionsConfig(command.options), strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined;
    if (!option) throw new UsageError(unknownOption(command, token.rawName));
    const before = options[token.name];
    if (before !== undefined && option.many !== true) throw new UsageError(`The option ${token.rawName} is given twice.`);
    if (option.type === 'boolean' && token.value !== undefined) throw new UsageError(`The option ${token.rawName} takes no value.`);
    if (option.type === 'string' && token.value === undefined) throw new UsageError(`The option ${token.rawName} needs a value: ${token.rawName} ${option.value ?? '<value>'}.`);
    options[token.name] = typeof before === 'string' ? `${before},${token.value ?? ''}` : (token.value ?? true);
  }
  return { words: rest, options };
}

/**
 * Options apart from other words. A value belongs to its option even when it begins with a hyphen (`--filter "-tag:survey"`),
 * and a single hyphen begins a term of a query, never an option: there are no short ones but -h, which is seen to earlier.
 */
function separate({ options }: Command, words: readonly string[]): { flags: string[]; rest: string[] } {
  const [flags, rest]: [string[], string[]] = [[], []];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') return { flags, rest: [...rest, ...words.slice(at + 1)] };
    const value = words[at + 1];
    if (!word.startsWith('--')) rest.push(word);
    else if (Object.hasOwn(options, word.slice(2)) && options[word.slice(2)]?.type === 'string' && value !== undefined) {
      flags.push(`${word}=${value}`);
      at += 1;
    } else flags.push(word);
  }
  return { flags, rest };
}

function unknownOption({ name, options }: Command, option: string): string {
  const known = Object.keys(options).map((one) => `--${one}`);
  const near = nearest(option, known);
  return `\`litshelf ${name}\` has no option ${option}${near === undefined ? '' : `: did you mean ${near}?`}${near === undefined ? '.' : ''} Options are ${[...known, '--help'].join(', ')}.`;
}

/** The only word of a command that takes a folder. */
export function onlyFolder({ words }: CommandInput, { name, usage }: Command): string {
  const [folder, ...more] = words;
  if (folder === undefined) throw new UsageError(`\`litshelf ${name}\` needs the folder of a catalogue: litshelf ${usage}`);
  if (more.length > 0) throw new UsageError(`\`litshelf ${name}\` takes one folder; ${JSON.stringify(more[0])} is too much: litshelf ${usage}`);
  return folder;
}
