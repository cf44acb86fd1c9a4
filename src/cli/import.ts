import { access } from 'node:fs/promises';
import path from 'node:path';
import { readInput } from '../core/adding/read-input.js';
import { formatOf, formats } from '../core/bibliography/index.js';
import { configFile } from '../core/catalogue/layer.js';
import { headingPaths, listJson, planImport, readList, toFields, unreadReasons, type ImportPlan, type Incoming, type ListReading } from '../core/lists/index.js';
import { slugPattern, type PaperFields, type SourceList } from '../core/model/schema.js';
import { fold } from '../core/model/text.js';
import { FileError } from '../core/ports.js';
import { applySplices, editConfig, editPapers } from '../core/yaml/index.js';
import { UsageError, type Command, type CommandInput } from './command.js';
import { NodeFiles } from './files.js';
import { loadCatalogue } from './load.js';
import { counted, json, oneLine } from './output.js';
import { replaceFile } from './replace-file.js';

/** What a file holds, whatever its format. */
interface Read {
  readonly works: readonly Incoming[];
  /** Of a Markdown list. */
  readonly list?: ListReading;
  /** Places that could not be read, for a person. */
  readonly unread: readonly { readonly line: number; readonly text: string; readonly reason: string }[];
}

/** `litshelf import`: a public list or a bibliography, as data or into a catalogue. */
export const importing: Command = {
  name: 'import',
  usage: 'import <file> [--json] [--into <dir>] [--list <id>] [--no-categories]',
  about: 'Read a public list in Markdown, or a bibliography, and print it or put what is new into a catalogue.',
  details: () => `Markdown files are read as lists of papers: bullets, tables, references, headings and HTML.
Every web link that belongs to no paper is told with its line and the reason. .bib, .ris,
CSL-JSON, CSL-YAML and Hayagriva files are read as bibliographies.

With --into, papers that the catalogue does not have yet are added to its YAML files, filed
under categories named after the sections of the list; papers that it has stay as they are.
Without it, nothing is written.
`,
  options: {
    json: { type: 'boolean', about: 'Print {"papers": […], "unread": [{"line", "text", "reason"}]}.' },
    into: { type: 'string', value: '<dir>', about: 'Add the new papers to the catalogue in this folder.' },
    list: { type: 'string', value: '<id>', about: 'Id of the list in catalog.yaml; by default made of its title.' },
    'no-categories': { type: 'boolean', about: 'Make no categories of the sections.' },
  },
  async run(input, terminal) {
    const { file, text } = await open(input);
    const read = await readFile(file, text);
    const into = input.options['into'];
    if (typeof into === 'string') {
      const plan = await write(into, file, read, input);
      const papers = [...plan.added.values()].flat();
      if (input.options['json'] === true) terminal.out(json({ added: papers, known: plan.known, unread: read.unread }));
      else terminal.out(papers.map((paper) => `${oneLine(`${paper.id}: ${paper.title ?? ''}`)}\n`).join(''));
      terminal.err(`${counted(papers.length, 'paper')} added, ${plan.known.length} there already, ${counted(read.unread.length, 'link')} left out.\n`);
      return 0;
    }
    if (input.options['json'] === true) terminal.out(json(read.list === undefined ? { papers: read.works.map(({ fields, line }) => ({ ...fields, line })), unread: read.unread } : listJson(read.list)));
    else {
      terminal.out(read.works.map(({ fields, line, section }) => `${oneLine(`${file}:${line}: ${fields.title ?? ''}${section.length === 0 ? '' : ` (${section.join(' > ')})`}`)}\n`).join(''));
      terminal.err(read.unread.map(({ line, text: words, reason }) => `${oneLine(`${file}:${line}: left out, ${reason}: ${words}`)}\n`).join(''));
      terminal.err(`${counted(read.works.length, 'paper')}, ${counted(read.unread.length, 'link')} left out.\n`);
    }
    return 0;
  },
};

async function open({ words }: CommandInput): Promise<{ file: string; text: string }> {
  const [file, ...more] = words;
  if (file === undefined) throw new UsageError(`\`litshelf import\` needs a file: litshelf ${importing.usage}`);
  if (more.length > 0) throw new UsageError(`\`litshelf import\` takes one file; ${JSON.stringify(more[0])} is too much: litshelf ${importing.usage}`);
  try {
    return { file, text: await new NodeFiles().readText(file) };
  } catch (fault) {
    if (fault instanceof FileError) throw new UsageError(fault.message, { cause: fault });
    throw fault;
  }
}

async function readFile(file: string, text: string): Promise<Read> {
  const format = formatOf(file, text, /\.(?:json|ya?ml)$/iu.test(file) ? { by: 'chosen' } : undefined);
  if (format === 'csl-yaml' || format === 'hayagriva') {
    const pause = () => Promise.resolve();
    const bibliography = await formats[format].read(text, pause);
    await bibliography.readAll(pause);
    const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
    return {
      works: bibliography.entries.map(({ paper, start }) => ({ fields: paper.fields, section: [], line: lineOf(start) })),
      unread: bibliography.problems.filter(({ severity }) => severity === 'error').map(({ start, message }) => ({ line: lineOf(start), text: text.slice(start, start + 80), reason: message })),
    };
  }
  if (format !== undefined || /\.(?:ris|enw|json)$/iu.test(file)) {
    const { items, notUnderstood } = readInput(text, { only: 'links' });
    return {
      works: items.flatMap((item) => ('fields' in item ? [{ fields: item.fields, section: [], line: item.line }] : [])),
      unread: notUnderstood.filter(({ reason }) => reason === 'broken').map(({ line, text: words }) => ({ line, text: words, reason: 'the record is broken' })),
    };
  }
  const list = readList(text);
  return {
    list,
    works: list.papers.map((paper) => ({ fields: toFields(paper), section: paper.section, line: paper.line })),
    unread: list.unread.map(({ line, text: words, reason }) => ({ line, text: words, reason: unreadReasons[reason] })),
  };
}

async function write(folder: string, file: string, read: Read, { options }: CommandInput): Promise<ImportPlan> {
  const catalogue = await loadCatalogue(folder, new NodeFiles());
  if (catalogue.unreadable > 0) throw new UsageError(`${folder} has ${counted(catalogue.unreadable, 'error')}: see \`litshelf check\`, and import when they are gone.`);
  const plan = planImport(catalogue, read.works, { added: new Date().toISOString().slice(0, 10), categories: options['no-categories'] !== true, list: read.list === undefined ? undefined : listOf(file, read.list, options['list']), headings: read.list === undefined ? [] : headingPaths(read.list) });
  const texts = new Map<string, string>();
  const files = new NodeFiles();
  if (plan.config.length > 0 && plan.added.size > 0) {
    const old = await files.readText(path.join(catalogue.root, configFile));
    texts.set(configFile, applySplices(old, editConfig(old, plan.config)));
  }
  for (const [name, papers] of plan.added) {
    const old = (await exists(path.join(catalogue.root, name))) ? await files.readText(path.join(catalogue.root, name)) : '';
    texts.set(name, applySplices(old, editPapers(old, papers.map((fields: PaperFields) => ({ kind: 'add', fields, place: 'sorted' })))));
  }
  // everything is computed before anything is written
  for (const [name, text] of texts) await replaceFile(path.join(catalogue.root, name), text);
  return plan;
}

/** The list as catalog.yaml names it. */
function listOf(file: string, { title }: ListReading, asked: string | boolean | undefined): Pick<SourceList, 'id' | 'title'> {
  const name = title ?? path.basename(file, path.extname(file));
  const made = fold(name).replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '').slice(0, 50).replace(/-+$/u, '');
  const id = typeof asked === 'string' ? asked : made === '' ? 'list' : made;
  if (!slugPattern.test(id)) throw new UsageError(`--list must hold a-z, 0-9 and single hyphens only, not ${JSON.stringify(id)}.`);
  return { id, title: name };
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
