import { exportFormatIds, exportFormats, exportPapers, type ExportFormatId } from '../core/export/index.js';
import { papersOfCategory, shapeIds } from '../core/publish/index.js';
import { compileQuery, nearest, searchContext } from '../core/search/index.js';
import { onlyFolder } from './arguments.js';
import { UsageError, type Command, type CommandInput } from './command.js';
import { NodeFiles } from './files.js';
import { loadCatalogue } from './load.js';
import { counted } from './output.js';
import { orUsage, textOf } from './publish-options.js';
import { queryHelp, readQuery } from './query.js';
import { replaceFile } from './replace-file.js';

/** `litshelf export`: papers in the formats of other programs. */
export const exporting: Command = {
  name: 'export',
  usage: `export <dir> --format ${exportFormatIds.join('|')} [--filter <query>] [--category <id>] [--output <file>]`,
  about: 'Print the papers as a bibliography, a table or a list.',
  details: () => `Papers are printed in the order of the catalogue.

Formats:
${exportFormatIds.map((id) => `  ${id.padEnd(10)} ${exportFormats[id].title}\n`).join('')}
${queryHelp()}`,
  options: {
    format: { type: 'string', value: '<format>', about: `${exportFormatIds.slice(0, -1).join(', ')} or ${exportFormatIds.at(-1) ?? ''}.` },
    filter: { type: 'string', value: '<query>', about: 'Only the papers that the query finds.' },
    category: { type: 'string', value: '<id>', about: 'Only the papers of the category and of those below it.' },
    shape: { type: 'string', value: '<shape>', about: `Of Markdown: ${shapeIds.filter((id) => id !== 'template').join(', ')}.` },
    bom: { type: 'boolean', about: 'Of CSV: begin with a byte order mark, by which Excel knows UTF-8.' },
    output: { type: 'string', value: '<file>', about: 'Write this file instead of printing.' },
  },
  async run(input, terminal) {
    const folder = onlyFolder(input, exporting);
    const format = readFormat(input.options['format']);
    const category = textOf(input, 'category');
    const query = readQuery(textOf(input, 'filter') ?? '');
    const { bom, shape } = readExtras(input, format);
    const { papers, config, unreadable } = await loadCatalogue(folder, new NodeFiles());
    const within = category === undefined ? papers : orUsage(() => papersOfCategory({ categories: config.categories, papers }, category));
    const chosen = within.filter(compileQuery(query, searchContext(config)));
    const text = exportPapers(format, chosen, { bom, shape });
    const output = textOf(input, 'output');
    if (output === undefined) terminal.out(text);
    else {
      await replaceFile(output, text);
      terminal.err(`${counted(chosen.length, 'paper')} written to ${output}.\n`);
    }
    if (unreadable > 0) terminal.err(`The catalogue has ${counted(unreadable, 'error')} and the export may lack something: see \`litshelf check\`.\n`);
    return 0;
  },
};

function readExtras(input: CommandInput, format: ExportFormatId) {
  const bom = input.options['bom'] === true;
  if (bom && format !== 'csv') throw new UsageError('--bom is for --format csv alone.');
  const wanted = textOf(input, 'shape');
  if (wanted !== undefined && format !== 'markdown') throw new UsageError('--shape is for --format markdown alone.');
  const shape = shapeIds.find((id) => id === wanted);
  if (shape === 'template') throw new UsageError('A template is for `litshelf publish`: litshelf publish <dir> --template <text>.');
  if (wanted !== undefined && shape === undefined) {
    const near = nearest(wanted, shapeIds);
    throw new UsageError(`There is no shape ${JSON.stringify(wanted)}${near === undefined ? '.' : `: did you mean ${near}?`} Shapes are ${shapeIds.filter((id) => id !== 'template').join(', ')}.`);
  }
  return { bom, shape };
}

function readFormat(text: string | boolean | undefined): ExportFormatId {
  const found = exportFormatIds.find((name) => name === text);
  if (found) return found;
  if (typeof text !== 'string') throw new UsageError(`\`litshelf export\` needs a format: --format ${exportFormatIds.join('|')}.`);
  const near = nearest(text, exportFormatIds);
  throw new UsageError(`There is no format ${JSON.stringify(text)}${near === undefined ? '.' : `: did you mean ${near}?`} Formats are ${exportFormatIds.join(', ')}.`);
}
