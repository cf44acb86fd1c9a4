/** What the measurements are told on the command line; scripts/bench.mjs has checked the words. */
import { parseArgs } from 'node:util';

/** `bib` and `citing` are what `node` and `editor` are, for bibliographies and citing. */
export const halves = ['node', 'editor', 'bib', 'citing'] as const;
export type Half = (typeof halves)[number];

export interface Options {
  readonly halves: readonly Half[];
  readonly runs: number;
  readonly sizes: readonly (number | 'bundled')[];
  readonly peers: readonly string[];
  readonly profile: boolean;
  readonly output: string;
  /** Folder of the bundles, and of the extension built for production. */
  readonly built: string;
  readonly extension: string;
  /** Where the programs to measure beside are installed. */
  readonly rivals: string;
}

export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '5' },
      sizes: { type: 'string', default: 'bundled,1000,10000,50000' },
      peer: { type: 'string', multiple: true, default: [] },
      profile: { type: 'boolean', default: false },
      output: { type: 'string', default: 'bench/RESULTS.md' },
      built: { type: 'string', default: '' },
      extension: { type: 'string', default: '' },
      rivals: { type: 'string', default: '' },
    },
  });
  const asked = positionals.filter((word): word is Half => halves.some((half) => half === word));
  return {
    halves: asked.length > 0 ? asked : halves,
    runs: Number(values.runs),
    sizes: values.sizes.split(',').map((size) => (size === 'bundled' ? size : Number(size))),
    peers: values.peer,
    profile: values.profile,
    output: values.output,
    built: values.built,
    extension: values.extension,
    rivals: values.rivals,
  };
}
