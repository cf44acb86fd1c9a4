/** What a command of `litshelf` is. */
import type { ParseArgsOptionsConfig } from 'node:util';

/** Where a command writes. Everything a program could read goes to `out`, what is meant for a person only to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A wrong call or a catalogue that cannot be opened: one line for the person, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface CommandOption {
  readonly type: 'boolean' | 'string';
  /** Name of the value in the help, such as `<n>`. */
  readonly value?: string;
  /** It may be given several times; the values are joined by commas. */
  readonly many?: boolean;
  readonly about: string;
}

export interface CommandInput {
  /** What stands on the command line besides options. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Command {
  readonly name: string;
  /** The call without the program's name. */
  readonly usage: string;
  /** One line. */
  readonly about: string;
  /** More for the command's own help: paragraphs. */
  readonly details: () => string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Returns the exit code: 0, or 1 when what was checked is not in order. */
  readonly run: (input: CommandInput, terminal: Terminal) => Promise<number>;
}

/** A command's options as node:util's parseArgs wants them. */
export function optionsConfig(options: Command['options']): ParseArgsOptionsConfig {
  return Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]));
}
