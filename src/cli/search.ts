import { recordUrl } from '../core/csl/index.js';
import { fullName, shortAuthors } from '../core/model/person.js';
import { searchContext, searchPapers, type Found } from '../core/search/index.js';
import { UsageError, type Command } from './command.js';
import { NodeFiles } from './files.js';
import { loadCatalogue } from './load.js';
import { json, oneLine } from './output.js';
import { queryHelp, readQuery } from './query.js';

/** `litshelf search`: the papers that a query finds, best first. */
export const search: Command = {
  name: 'search',
  usage: 'search <dir> <query> [--json] [--limit <n>]',
  about: 'Find papers; the best match comes first.',
  details: () => `Prints one paper a line: citation key, year, authors, title and venue, separated by tabs.

${queryHelp()}`,
  options: {
    json: { type: 'boolean', about: 'Print the papers as JSON.' },
    limit: { type: 'string', value: '<n>', about: 'Print the first <n> papers only.' },
  },
  async run({ words, options }, terminal) {
    const [folder, ...terms] = words;
    if (folder === undefined || terms.length === 0) throw new UsageError(`\`litshelf search\` needs a folder and a query: litshelf ${search.usage}`);
    const limit = readLimit(options['limit']);
    const query = readQuery(terms.join(' '));
    const { papers, config } = await loadCatalogue(folder, new NodeFiles());
    const found = searchPapers(papers, query, searchContext(config), limit);
    terminal.out(options['json'] === true ? json(found.map(record)) : found.map(line).join(''));
    if (found.length === 0 && options['json'] !== true) terminal.err('No paper matches.\n');
    return 0;
  },
};

function readLimit(text: string | boolean | undefined): number {
  if (text === undefined) return Infinity;
  if (typeof text !== 'string' || !/^\d{1,9}$/.test(text) || Number(text) === 0) throw new UsageError(`--limit must be a whole number of 1 or more, not ${JSON.stringify(text)}.`);
  return Number(text);
}

function line({ paper }: Found): string {
  return `${[paper.id, String(paper.year ?? ''), shortAuthors(paper.authors), paper.title, paper.venue ?? ''].map(oneLine).join('\t')}\n`;
}

function record({ paper, score }: Found): object {
  const { id, type, title, year, venue, categories, tags, fields } = paper;
  return { id, score, type, title, authors: paper.authors.map(fullName), year, venue, categories, tags, arxiv: fields.arxiv, doi: fields.doi, url: recordUrl(paper), summary: fields.summary };
}
