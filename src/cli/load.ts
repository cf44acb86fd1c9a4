/** Opens a catalogue folder for a command. */
import { configFile, isPapersFile, papersFolder } from '../core/catalogue/layer.js';
import { checkedCatalogue, checkFiles, placeFindings, runNow, severitiesIn, type CatalogueFiles } from '../core/check/index.js';
import type { Paper } from '../core/model/paper.js';
import type { Problem } from '../core/model/problem.js';
import type { CatalogueConfig } from '../core/model/schema.js';
import { FileError, type Files } from '../core/ports.js';
import { readConfig } from '../core/yaml/read-config.js';
import { readPapersNow } from '../core/yaml/read-papers.js';
import { UsageError } from './command.js';

export interface LoadedCatalogue {
  /** Path of the folder that holds catalog.yaml, as the person wrote it. */
  readonly root: string;
  readonly config: CatalogueConfig;
  /** In the order of the files and of the papers in them. */
  readonly papers: readonly Paper[];
  /** Its files as read, and their texts by name relative to the root. */
  readonly files: CatalogueFiles;
  readonly texts: ReadonlyMap<string, string>;
  /** Everything wrong in its files, by file and place, as severe as catalog.yaml says; computed when asked for, because the checks of the whole take time. */
  readonly problems: () => Problem[];
  /** Errors of reading alone. */
  readonly unreadable: number;
}

/** @throws UsageError when the folder holds no catalogue or a file of it cannot be read. */
export async function loadCatalogue(folder: string, files: Files): Promise<LoadedCatalogue> {
  try {
    const root = await findRoot(folder, files);
    const texts = new Map<string, string>();
    for (const name of [configFile, ...(await listPapersFiles(root, files))]) texts.set(name, await files.readText(files.join(root, name)));
    const textOf = (name: string) => texts.get(name) ?? '';
    const { config, problems: configProblems } = readConfig(textOf(configFile), configFile);
    const papersFiles = new Map([...texts].filter(([name]) => name !== configFile).map(([name, text]) => [name, readPapersNow(text, name)]));
    const read: CatalogueFiles = { config, configProblems, papers: papersFiles, textOf };
    const found = [...configProblems, ...[...papersFiles.values()].flatMap((file) => file.problems)];
    return {
      root,
      config,
      papers: checkedCatalogue(config, papersFiles, textOf).records.map(({ paper }) => paper),
      files: read,
      texts,
      problems: () => placeFindings(runNow(checkFiles(read, severitiesIn(config.check))), textOf),
      unreadable: found.filter(({ severity }) => severity === 'error').length,
    };
  } catch (fault) {
    if (fault instanceof FileError) throw new UsageError(fault.message, { cause: fault });
    throw fault;
  }
}

async function findRoot(folder: string, files: Files): Promise<string> {
  const names = await namesIn(folder, files);
  if (names === undefined) throw new UsageError(`There is no folder ${folder}.`);
  if (names.has(configFile)) return folder;
  const below = files.join(folder, 'catalog');
  if ((await namesIn(below, files))?.has(configFile)) return below;
  throw new UsageError(`${folder} is no catalogue: it holds neither ${configFile} nor catalog/${configFile}.`);
}

async function namesIn(folder: string, files: Files): Promise<Set<string> | undefined> {
  try {
    return new Set((await files.list(folder)).map(({ name }) => name));
  } catch (fault) {
    if (fault instanceof FileError && fault.fault === 'missing') return undefined;
    throw fault;
  }
}

async function listPapersFiles(root: string, files: Files): Promise<string[]> {
  try {
    const entries = await files.list(files.join(root, papersFolder));
    return entries.filter(({ kind }) => kind === 'file').map(({ name }) => `${papersFolder}/${name}`).filter(isPapersFile);
  } catch (fault) {
    if (fault instanceof FileError && fault.fault === 'missing') return [];
    throw fault;
  }
}
