import { access } from 'node:fs/promises';
import path from 'node:path';
import { version } from '../../package.json';
import { configFile } from '../core/catalogue/layer.js';
import { fetchSource, ImportError, sourceHosts } from '../core/importing/address.js';
import { listIn, listOf, readSource, type Source } from '../core/importing/read-source.js';
import { listJson, planImport, type ImportPlan } from '../core/lists/index.js';
import { slugPattern, type SourceList } from '../core/model/schema.js';
import { FileError } from '../core/ports.js';
import { applySplices, editConfig, editPapers, type PaperChange } from '../core/yaml/index.js';
import { FetchHttp } from '../host/http.js';
import { UsageError, type Command, type CommandInput } from './command.js';
import { NodeFiles } from './files.js';
import { loadCatalogue, type LoadedCatalogue } from './load.js';
import { counted, json, oneLine } from './output.js';
import { writeFiles, type FileText } from './write-files.js';

/** What was asked for: a file, or what an address gave. */
interface Opened {
  readonly file: string;
  /** The last part of its path: the ending tells the format. */
  readonly name: string;
  readonly text: string;
  readonly url?: string;
}

/** `litshelf import`: a public list or a bibliography, as data or into a catalogue. */
export const importing: Command = {
  name: 'import',
  usage: 'import <file | address> [--json] [--into <dir>] [--list <id>] [--no-categories]',
  about: 'Read a public list in Markdown, or a bibliography, and print it or put what is new into a catalogue.',
  details: () => `Markdown files are read as lists of papers: bullets, tables, references, headings and HTML.
Every web link that belongs to no paper is told with its line and the reason. .bib, .ris,
CSL-JSON, CSL-YAML and Hayagriva files are read as bibliographies. The address of a repository
or a file on GitHub, or any other https address of such a text, is fetched.

With --into, papers that the catalogue does not have yet are added to its YAML files, filed
under categories named after the sections of the list; papers that it has gain their place in
the list and what the catalogue did not know of them. All files are written, or none.
Without it, nothing is written.
`,
  options: {
    json: { type: 'boolean', about: 'Print {"papers": […], "unread": [{"line", "text", "reason"}]}.' },
    into: { type: 'string', value: '<dir>', about: 'Add the new papers to the catalogue in this folder.' },
    list: { type: 'string', value: '<id>', about: 'Id of the list in catalog.yaml; by default made of its title.' },
    'no-categories': { type: 'boolean', about: 'Make no categories of the sections.' },
  },
  async run(input, terminal) {
    const opened = await open(input);
    const { file } = opened;
    const read = await readSource(opened.name, opened.text, () => Promise.resolve());
    const into = input.options['into'];
    if (typeof into === 'string') {
      const plan = await write(into, opened, read, input);
      const papers = [...plan.added.values()].flat();
      if (input.options['json'] === true) terminal.out(json({ added: papers, changed: [...plan.changed.keys()], known: plan.known, unread: read.unread }));
      else terminal.out(papers.map((paper) => `${oneLine(`${paper.id}: ${paper.title ?? ''}`)}\n`).join(''));
      for (const [at, { perhaps, id }] of plan.outcomes.entries()) if (perhaps.length > 0) terminal.err(`${oneLine(`${file}:${read.works[at]?.line ?? 0}: ${id} may be the same as ${perhaps.join(', ')}`)}\n`);
      terminal.err(`${counted(papers.length, 'paper')} added, ${plan.known.length} there already${plan.changed.size === 0 ? '' : ` (${plan.changed.size} completed)`}, ${counted(read.unread.length, 'link')} left out.\n`);
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

/** Refuses what is no text: nothing could be read in it, and nobody would be told. */
async function open(input: CommandInput): Promise<Opened> {
  const opened = await fetched(input);
  if (opened.text.includes('\0')) throw new UsageError(`${opened.file} is not a text file, or is in UTF-16: save it as UTF-8, and import it again.`);
  return opened;
}

async function fetched({ words }: CommandInput): Promise<Opened> {
  const [file, ...more] = words;
  if (file === undefined) throw new UsageError(`\`litshelf import\` needs a file: litshelf ${importing.usage}`);
  if (more.length > 0) throw new UsageError(`\`litshelf import\` takes one file; ${JSON.stringify(more[0])} is too much: litshelf ${importing.usage}`);
  try {
    if (!/^https?:\/\//iu.test(file)) return { file, name: path.basename(file), text: await new NodeFiles().readText(file) };
    const http = new FetchHttp({ userAgent: `Litshelf/${version} (+https://github.com/litshelf/litshelf)`, redirectHosts: sourceHosts });
    const { text, url } = await fetchSource(http, file);
    return { file, name: path.posix.basename(new URL(url).pathname), text, url: file.replace(/#.*$/u, '') };
  } catch (fault) {
    if (fault instanceof FileError || fault instanceof ImportError) throw new UsageError(fault.message, { cause: fault });
    throw fault;
  }
}

async function write(folder: string, { name, url }: Opened, read: Source, { options }: CommandInput): Promise<ImportPlan> {
  const catalogue = await loadCatalogue(folder, new NodeFiles());
  if (catalogue.unreadable > 0) throw new UsageError(`${folder} has ${counted(catalogue.unreadable, 'error')}: see \`litshelf check\`, and import when they are gone.`);
  const made = listOf(name, read, url);
  const plan = planImport(catalogue, read.works, { added: new Date().toISOString().slice(0, 10), categories: options['no-categories'] !== true, complete: true, list: made && named(made, catalogue, options['list']), headings: read.headings });
  if (plan.added.size + plan.changed.size > 0) await writeFiles(await textsOf(catalogue, plan), 'Nothing was imported');
  return plan;
}

/** The list as catalog.yaml names it. */
function named(list: Pick<SourceList, 'id' | 'title' | 'url'>, { config }: LoadedCatalogue, asked: string | boolean | undefined): Pick<SourceList, 'id' | 'title' | 'url'> {
  if (typeof asked !== 'string') return listIn(config.lists, list);
  if (!slugPattern.test(asked)) throw new UsageError(`--list must hold a-z, 0-9 and single hyphens only, not ${JSON.stringify(asked)}.`);
  return { ...list, id: asked };
}

async function textsOf({ root, texts, files }: LoadedCatalogue, plan: ImportPlan): Promise<FileText[]> {
  const changes = new Map<string, PaperChange[]>();
  const change = (name: string, ...some: readonly PaperChange[]) => void changes.set(name, [...(changes.get(name) ?? []), ...some]);
  for (const [id, values] of plan.changed) {
    const [name] = [...files.papers].find(([, { entries }]) => entries.some(({ fields }) => fields.id === id)) ?? [];
    if (name === undefined) continue;
    for (const [field, value] of Object.entries(values)) change(name, value === undefined ? { kind: 'unset', id, path: [field] } : { kind: 'set', id, path: [field], value });
  }
  for (const [name, papers] of plan.added) change(name, ...papers.map((fields): PaperChange => ({ kind: 'add', fields, place: 'sorted' })));
  const written: FileText[] = [];
  const config = texts.get(configFile) ?? '';
  if (plan.config.length > 0) written.push({ file: path.join(root, configFile), before: config, after: applySplices(config, editConfig(config, plan.config)) });
  for (const [name, some] of changes) {
    const file = path.join(root, name);
    const before = texts.get(name) ?? ((await exists(file)) ? await new NodeFiles().readText(file) : undefined);
    written.push({ file, before, after: applySplices(before ?? '', editPapers(before ?? '', some)) });
  }
  return written;
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
