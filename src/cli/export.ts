import { toBibtexFile } from '../core/bibtex/index.js';
import { toCslJson } from '../core/csl/index.js';
import type { Paper } from '../core/model/paper.js';
import { compileQuery, nearest, searchContext } from '../core/search/index.js';
import { onlyFolder } from './arguments.js';
import { UsageError, type Command } from './command.js';
import { NodeFiles } from './files.js';
import { loadCatalogue } from './load.js';
import { counted } from './output.js';
import { queryHelp, readQuery } from './query.js';

const formats = {
  'csl-json': (papers: readonly Paper[]) => toCslJson(papers),
  bibtex: (papers: readonly Paper[]) => toBibtexFile(papers),
  biblatex: (papers: readonly Paper[]) => toBibtexFile(papers, { dialect: 'biblatex' }),
} as const;
const formatNames = Object.keys(formats) as (keyof typeof formats)[];

/** `litshelf export`: papers as a bibliography. */
export const exporting: Command = {
  name: 'export',
  usage: `export <dir> --format ${formatNames.join('|')} [--filter <query>]`,
  about: 'Print the papers as CSL-JSON, BibTeX or biblatex.',
  details: () => `Papers are printed in the order of the catalogue.

${queryHelp()}`,
  options: {
    format: { type: 'string', value: '<format>', about: `${formatNames.slice(0, -1).join(', ')} or ${formatNames.at(-1) ?? ''}.` },
    filter: { type: 'string', value: '<query>', about: 'Print only the papers that the query finds.' },
  },
  async run(input, terminal) {
    const folder = onlyFolder(input, exporting);
    const write = formats[readFormat(input.options['format'])];
    const filter = input.options['filter'];
    const query = readQuery(typeof filter === 'string' ? filter : '');
    const { papers, config, unreadable } = await loadCatalogue(folder, new NodeFiles());
    terminal.out(write(papers.filter(compileQuery(query, searchContext(config)))));
    if (unreadable > 0) terminal.err(`The catalogue has ${counted(unreadable, 'error')} and the export may lack something: see \`litshelf check\`.\n`);
    return 0;
  },
};

function readFormat(text: string | boolean | undefined): keyof typeof formats {
  const found = formatNames.find((name) => name === text);
  if (found) return found;
  if (typeof text !== 'string') throw new UsageError(`\`litshelf export\` needs a format: --format ${formatNames.join('|')}.`);
  const near = nearest(text, formatNames);
  throw new UsageError(`There is no format ${JSON.stringify(text)}${near === undefined ? '.' : `: did you mean ${near}?`} Formats are ${formatNames.join(', ')}.`);
}
