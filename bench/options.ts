/** What the measurements are told on the command line; scripts/bench.mjs has checked the words. */
import { parseArgs } from 'node:util';

export type Half = 'node' | 'editor';

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
    },
  });
  const asked = positionals.filter((word): word is Half => word === 'node' || word === 'editor');
  return {
    halves: asked.length > 0 ? asked : ['node', 'editor'],
    runs: Number(values.runs),
    sizes: values.sizes.split(',').map((size) => (size === 'bundled' ? size : Number(size))),
    peers: values.peer,
    profile: values.profile,
    output: values.output,
    built: values.built,
    extension: values.extension,
  };
}
