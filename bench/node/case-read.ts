/** Reading: YAML, the folder as the editor reads it, with and without snapshots, and other parsers on the same data. */
import { load } from 'js-yaml';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readPapers } from '../../src/core/yaml/read-papers.js';
import { joinTexts, keep, readLayer, readTexts, timed, timedAsync, type Case } from './subject.js';

/** Texts in memory → papers. `longest`: the longest stretch between two pauses. */
export const read: Case = ({ root }) => readAll(readTexts(root));
export const readOneFile: Case = ({ root }) => readAll(new Map([['papers/all.yaml', joinTexts(readTexts(root))]]));

function readAll(texts: ReadonlyMap<string, string>): { total: number; longest: number; problems: number } {
  let longest = 0;
  let problems = 0;
  const began = performance.now();
  for (const [name, text] of texts) {
    const work = readPapers(text, name);
    for (let from = performance.now(); ; ) {
      const step = work.next();
      const to = performance.now();
      longest = Math.max(longest, to - from);
      from = to;
      if (!step.done) continue;
      problems += step.value.problems.length;
      keep(step.value);
      break;
    }
  }
  return { total: performance.now() - began, longest, problems };
}

/** The folder from disk, snapshots written. */
export const layerCold: Case = async ({ root, snapshots }) => ({ total: await timedAsync(async () => keep(await readLayer(root, 'workspace', snapshots))) });
/** The same with the snapshots that are there now: files read, SHA-256 compared, JSON read. */
export const layerSnapshot = layerCold;

/** The floor of the above: the same snapshots, nothing but read and parsed. */
export const jsonOfSnapshots: Case = ({ snapshots }) => {
  const texts = readdirSync(snapshots).map((name) => readFileSync(path.join(snapshots, name), 'utf8'));
  return { total: timed(() => keep(texts.map((text) => JSON.parse(text) as unknown))) };
};

export const yamlParse: Case = ({ root }) => parseAll(root, (text) => parse(text) as unknown);
export const jsYamlLoad: Case = ({ root }) => parseAll(root, (text) => load(text));

function parseAll(root: string, parser: (text: string) => unknown): { total: number } {
  const texts = [...readTexts(root).values()];
  return { total: timed(() => keep(texts.map(parser))) };
}

/** The same data as JSON: the floor of every parser. */
export const jsonParse: Case = ({ root }) => {
  const texts = [...readTexts(root).values()].map((text) => JSON.stringify(load(text)));
  return { total: timed(() => keep(texts.map((text) => JSON.parse(text) as unknown))) };
};
