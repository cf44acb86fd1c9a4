/** What the roads share: the core's part, the services, the works that are there, and where papers go. */
import * as vscode from 'vscode';
import type * as Adding from '../../core/adding/index.js';
import type { AddingReport, Candidate, Done, InputItem, InputReading, KnownFields, ResolveOptions } from '../../core/adding/index.js';
import type { Shelved } from '../../core/catalogue/catalogue.js';
import { pause } from '../shared/bibliographies.js';
import type { House } from '../shared/house.js';
import { loadAdding } from '../shared/load-adding.js';
import { chooseTarget, knownTarget, writableLayers } from '../shared/target-catalogue.js';
import type { Plan } from './plan.js';

/** What `litshelf.addPaper` answers. */
export interface Added {
  /** Citation keys of the papers that were written, stubs that could not be checked included. */
  readonly added: readonly string[];
  /** Citation keys of papers that were there. */
  readonly alreadyThere: readonly string[];
  /** What no service could be asked about: the key where it was written all the same, else what was given. */
  readonly couldNotCheck: readonly string[];
  /** What was given and does not exist, or was not understood, as it stood there. */
  readonly notFound: readonly string[];
  readonly notUnderstood: readonly string[];
}

/** A text and what was read in it. */
export interface Input {
  readonly text: string;
  readonly reading: InputReading;
}

export function answerFrom({ lines }: AddingReport, done: readonly Done[]): Added {
  const of = (outcome: AddingReport['lines'][number]['outcome']) => lines.filter((line) => line.outcome === outcome).map(({ key, text }) => key ?? text);
  return {
    added: done.flatMap(({ added }) => (added === undefined ? [] : [added])),
    alreadyThere: of('alreadyThere'),
    couldNotCheck: of('couldNotCheck'),
    notFound: of('notFound'),
    notUnderstood: of('notUnderstood'),
  };
}

/** Whoever waits for one paper waits this long at most, in milliseconds. */
export const patience = 30_000;

export async function resolveOptions(house: House, signal: AbortSignal): Promise<ResolveOptions> {
  const { worksOf } = await loadAdding();
  return { lookUp: await house.lookUp(), works: await worksOf(await house.catalogue(), pause), signal };
}

/** What is in the catalogue and may be the same work, certain ones first. */
export async function sameAs(house: House, fields: KnownFields): Promise<Candidate['same']> {
  const { findInCatalogue } = await loadAdding();
  return findInCatalogue(await house.catalogue(), fields, pause);
}

/** The candidate of an item whose identifier the catalogue has: then nobody else needs to be asked. */
export async function knownHere(house: House, item: InputItem): Promise<Candidate | undefined> {
  if (item.kind === 'title') return undefined;
  const { stubOf } = await loadAdding();
  const fields = item.kind === 'identifier' ? stubOf(item.identifier, item.title) : item.fields;
  const linked = item.kind === 'identifier' ? (await house.catalogue()).findLink(item.identifier) : undefined;
  const found = (await sameAs(house, fields)).filter(({ certain, why }) => certain && why === 'identifier');
  const same = found.length === 0 && linked ? [{ work: linked, why: 'identifier' as const, certain: true }] : found;
  return same.length === 0 ? undefined : { item, state: item.kind === 'identifier' ? 'found' : 'asWritten', fields: { title: same[0]?.work.paper.title, ...fields }, same };
}

/** A candidate for which nobody was asked. */
export function unasked(item: InputItem): Candidate {
  return { item, state: 'cancelled', fields: item.kind === 'title' ? { title: item.title } : item.kind === 'identifier' ? {} : item.fields, same: [] };
}

export function isCertain(candidate: Candidate): Shelved | undefined {
  return candidate.same.find(({ certain }) => certain)?.work;
}

/** The name of the catalogue that the plan's papers go to; undefined where it is asked for later. */
export async function targetName(house: House, plan: Plan): Promise<string | undefined> {
  const layer = plan.layer === undefined ? await knownTarget(house) : (await writableLayers(house)).find(({ source }) => source.id === plan.layer);
  return layer && (layer.source.kind === 'personal' ? vscode.l10n.t('Personal catalogue') : layer.source.name);
}

/** Where the plan's papers go; the person is asked where nobody has said so. Undefined when the question is dismissed. */
export async function targetOf(house: House, plan: Plan): Promise<string | undefined> {
  if (plan.layer !== undefined) return plan.layer;
  const known = await knownTarget(house);
  return known ? known.source.id : changeTarget(house);
}

/** Asks for the catalogue. Undefined when the question is dismissed. */
export async function changeTarget(house: House): Promise<string | undefined> {
  try {
    return (await chooseTarget(house)).source.id;
  } catch (fault) {
    if (fault instanceof vscode.CancellationError) return undefined;
    throw fault;
  }
}

export type { Adding };
