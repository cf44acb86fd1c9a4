/** Snapshots: a papers file as JSON, valid for exactly the text it was made from. Reading one is ten times faster than parsing. */
import type { Problem } from '../model/problem.js';
import type { CatalogueConfig } from '../model/schema.js';
import type { PapersFile } from '../yaml/papers-file.js';

/** Changes whenever what a snapshot holds changes its meaning. */
const format = 1;

interface Snapshot {
  readonly format: number;
  readonly fingerprint: string;
  readonly file: string;
  readonly problems: PapersFile['problems'];
  readonly entries: readonly Omit<PapersFile['entries'][number], 'source'>[];
}

export function snapshotKey(layer: string, name: string): string {
  return `papers ${layer} ${name}`;
}

/** A papers file → the text to keep. */
export function toSnapshot(file: PapersFile, fingerprint: string): string {
  const snapshot: Snapshot = {
    format,
    fingerprint,
    file: file.file,
    problems: file.problems,
    // the source is a slice of the text, which is at hand whenever a snapshot is used
    entries: file.entries.map((entry) => ({ ...entry, source: undefined })),
  };
  return JSON.stringify(snapshot);
}

/** A kept text → the papers file, or undefined when it is of another text, another format or damaged. */
export function fromSnapshot(kept: string, of: { file: string; text: string; fingerprint: string }): PapersFile | undefined {
  let snapshot: Partial<Snapshot>;
  try {
    snapshot = JSON.parse(kept) as Partial<Snapshot>;
  } catch {
    return undefined;
  }
  if (snapshot.format !== format || snapshot.fingerprint !== of.fingerprint || snapshot.file !== of.file || !snapshot.entries || !snapshot.problems) return undefined;
  return {
    file: of.file,
    problems: snapshot.problems,
    entries: snapshot.entries.map((entry) => ({ ...entry, source: of.text.slice(entry.start, entry.end) })),
  };
}

interface ReadConfig {
  readonly config: CatalogueConfig;
  readonly problems: readonly Problem[];
}

/** catalog.yaml as read → the text to keep. */
export function configToSnapshot(read: ReadConfig, fingerprint: string): string {
  return JSON.stringify({ format, fingerprint, ...read });
}

/** A kept text → catalog.yaml as read, or undefined when it is of another text, another format or damaged. */
export function configFromSnapshot(kept: string, fingerprint: string): ReadConfig | undefined {
  try {
    const { config, problems, ...of } = JSON.parse(kept) as Partial<ReadConfig & Pick<Snapshot, 'format' | 'fingerprint'>>;
    return of.format === format && of.fingerprint === fingerprint && config && problems ? { config, problems } : undefined;
  } catch {
    return undefined;
  }
}
