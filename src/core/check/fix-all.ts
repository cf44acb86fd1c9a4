/**
 * Fixes everything that can be fixed: what is found is fixed, the outcome is read and checked again, until nothing is left. Two fixes of
 * one field never meet: the second one is made of what the first one wrote.
 */
import { configFile } from '../catalogue/layer.js';
import { EditError, editPapers } from '../yaml/edit.js';
import { editConfig } from '../yaml/edit-config.js';
import type { PapersFile } from '../yaml/papers-file.js';
import { readConfig } from '../yaml/read-config.js';
import { readPapers } from '../yaml/read-papers.js';
import { applySplices, composeSplices, joinSplices, sortSplices, type Splice } from '../yaml/splice.js';
import type { Found, Severities } from './check.js';
import type { Surroundings } from './checked.js';
import { checkFiles } from './files.js';

export interface FixOptions {
  readonly severities: Severities;
  readonly around?: Surroundings | undefined;
  /** Which findings are to be fixed; by default all whose fix is safe. */
  readonly wanted?: ((finding: Found) => boolean) | undefined;
}

export interface FixedCatalogue {
  /** By file: the splices, sorted, that turn its text as given into the fixed one. Files that stay are not in it. */
  readonly splices: ReadonlyMap<string, readonly Splice[]>;
  /** In the order in which they were made. */
  readonly fixed: readonly Found[];
  /** What is still wrong afterwards. */
  readonly left: readonly Found[];
  /** Texts afterwards, all of them. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A text may need several fixes of one field, one after the other; nothing needs more rounds. */
const mostRounds = 12;

/**
 * @param texts of all files of a catalogue, by name relative to its folder.
 * @returns Yields now and then. Texts are never changed elsewhere than at what a fix concerns; a fix that cannot be made is left out.
 */
export function* fixAll(texts: ReadonlyMap<string, string>, { severities, around, wanted = () => true }: FixOptions): Generator<undefined, FixedCatalogue> {
  const now = new Map(texts);
  const splices = new Map<string, readonly Splice[]>();
  const fixed: Found[] = [];
  const refused = new Set<string>();
  const read = new Map<string, PapersFile>();
  for (let round = 0; ; round += 1) {
    const found = yield* check(now, read, severities, around);
    const chosen = round === mostRounds ? [] : found.filter((one) => one.fix?.safe === true && wanted(one) && !refused.has(nameOf(one)));
    if (chosen.length === 0) return { splices, fixed, left: found, texts: now };
    for (const [file, group] of grouped(chosen, ({ file, fix }) => (fix?.config === undefined ? file : configFile))) {
      const text = now.get(file) ?? '';
      const made = yield* makeFixes(text, apart(group), read.get(file), refused);
      fixed.push(...made.fixed);
      if (made.splices.length === 0) continue;
      const before = splices.get(file);
      splices.set(file, before ? composeSplices(before, made.splices) : made.splices);
      now.set(file, applySplices(text, made.splices));
    }
  }
}

function* check(texts: ReadonlyMap<string, string>, read: Map<string, PapersFile>, severities: Severities, around: Surroundings | undefined): Generator<undefined, Found[]> {
  const textOf = (file: string) => texts.get(file) ?? '';
  for (const [name, text] of texts) if (name !== configFile) read.set(name, yield* quietly(readPapers(text, name, read.get(name))));
  const { config, problems } = readConfig(textOf(configFile), configFile);
  return yield* checkFiles({ config, configProblems: problems, papers: read, textOf }, severities, around);
}

function* quietly<T>(work: Generator<unknown, T>): Generator<undefined, T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield undefined;
  }
}

function grouped(found: readonly Found[], nameOf: (one: Found) => string): Map<string, Found[]> {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const name = nameOf(one);
    const known = groups.get(name);
    if (known) known.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}

/** Of several findings in one field the first; moving papers waits until nothing else is left to do in the file. */
function apart(found: readonly Found[]): Found[] {
  const moves = (one: Found) => one.fix?.papers.some(({ kind }) => kind === 'move' || kind === 'remove' || kind === 'add') === true;
  const others = found.filter((one) => !moves(one));
  if (others.length === 0) return found.slice(0, 1);
  const taken = new Set<string>();
  return others.filter((one) => {
    const fields = one.fix?.papers.map((change) => ('path' in change ? `${change.id} ${String(change.path[0])}` : '')) ?? [];
    if (fields.some((field) => taken.has(field))) return false;
    for (const field of fields) taken.add(field);
    return true;
  });
}

/** Papers whose fixes are made at once: each is parsed, edited and read back, in some milliseconds. */
const piece = 3;

/** A few papers at a time, which do not touch one another; where that does not work one by one, so that one fix that cannot be made does not keep the others. */
function* makeFixes(text: string, found: readonly Found[], read: PapersFile | undefined, refused: Set<string>): Generator<undefined, { splices: readonly Splice[]; fixed: readonly Found[] }> {
  const papers = [...grouped(found, ({ paper }) => paper ?? '').values()];
  const splices: Splice[] = [];
  const fixed: Found[] = [];
  for (let at = 0; at < papers.length; at += piece) {
    const group = papers.slice(at, at + piece);
    const all = edit(text, group.flat(), read);
    if (all) {
      splices.push(...all);
      fixed.push(...group.flat());
    } else {
      for (const one of group) {
        const made = onePaper(text, one, read, refused);
        splices.push(...made.splices);
        fixed.push(...made.fixed);
      }
    }
    yield undefined;
  }
  return { splices: joinSplices(sortSplices(splices)), fixed };
}

/** As many fixes of a paper as can be made together; the others are refused. */
function onePaper(text: string, found: readonly Found[], read: PapersFile | undefined, refused: Set<string>): { splices: readonly Splice[]; fixed: readonly Found[] } {
  let splices: readonly Splice[] = [];
  const fixed: Found[] = [];
  for (const one of found) {
    const more = edit(text, [...fixed, one], read);
    if (more) {
      splices = more;
      fixed.push(one);
    } else refused.add(nameOf(one));
  }
  return { splices, fixed };
}

function edit(text: string, found: readonly Found[], read: PapersFile | undefined): readonly Splice[] | undefined {
  try {
    const config = found.flatMap(({ fix }) => fix?.config ?? []);
    const splices = config.length > 0 ? editConfig(text, config) : editPapers(text, found.flatMap(({ fix }) => fix?.papers ?? []), read);
    return splices.length === 0 && found.length > 0 ? undefined : splices;
  } catch (fault) {
    if (fault instanceof EditError) return undefined;
    throw fault;
  }
}

/** The finding by what it concerns, whatever its place. */
function nameOf({ file, code, paper, field, message }: Found): string {
  return [file, code, paper, field, message].join(' ');
}
