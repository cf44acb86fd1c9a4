/**
 * Catalogues of any size for measurements. The same size gives the same bytes on every machine, and the first papers of a
 * larger catalogue are those of a smaller one. A paper has about eighteen lines and 0.7 kB, as in the bundled catalogue.
 */
import type { PaperFields } from '../src/core/model/schema.js';
import { printPaper } from '../src/core/yaml/print.js';
import { classes, families, givens, manners, methods, nouns, tags, venues, verbs } from './words.js';

/** Papers in one file unless told otherwise: what design and documents recommend. */
export const shardSize = 500;

/** Top-level categories; each holds a tenth of the papers, and some of these in one of its five topics as well. */
export const fields = 'ABCDEFGHIJ'.split('').map((letter) => ({ id: `field-${letter.toLowerCase()}`, title: `Field ${letter}` }));
const topics = 5;
const lists = ['reading-list-one', 'reading-list-two', 'reading-list-three'];
const sections = ['Methods', 'Applications', 'Analysis', 'Resources'];

/** Files of a catalogue by name relative to its folder: `catalog.yaml` and `papers/….yaml`. */
export function generateCatalogue(papers: number, perFile = shardSize): Map<string, string> {
  const files = new Map([['catalog.yaml', generateConfig()]]);
  const count = Math.max(1, Math.ceil(papers / perFile));
  for (let file = 0; file < count; file += 1) {
    const first = file * perFile;
    const texts = Array.from({ length: Math.min(perFile, papers - first) }, (_, index) => printPaper(generatePaper(first + index)));
    files.set(`papers/part-${String(file + 1).padStart(4, '0')}.yaml`, texts.join('\n'));
  }
  return files;
}

/** The paper of this number, whatever the size of the catalogue. */
export function generatePaper(index: number): PaperFields {
  const random = randomFrom(index + 1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const family = pick(families);
  const method = `${pick(methods)}${pick(methods)}`;
  const noun = pick(nouns);
  const title = `${method}-${index}: ${pick(verbs)} ${noun} ${pick(manners)}`;
  const year = 2015 + Math.floor(random() * 10);
  const month = 1 + Math.floor(random() * 12);
  const submitted = `${year}-${String(month).padStart(2, '0')}`;
  const [venue, container, publisher] = pick(venues);
  const published = random() < 0.7;
  const page = 1 + Math.floor(random() * 20_000);
  const field = fields[index % fields.length]?.id ?? '';
  const issued = month < 9 ? year : year + 1;
  return {
    id: `${ascii(family)}${issued}${method.toLowerCase()}${index}`,
    type: published ? 'paper-conference' : 'article',
    title,
    authors: [`${pick(givens)} ${family}`, ...Array.from({ length: 1 + Math.floor(random() * 9) }, () => `${pick(givens)} ${pick(families)}`)],
    issued: published ? `${issued}-0${1 + Math.floor(random() * 9)}` : submitted,
    submitted,
    ...(published ? { venue: `${venue} ${issued}`, 'container-title': container, page: `${page}–${page + 18}`, publisher, doi: `10.5555/${venue.toLowerCase()}.${issued}.${index}` } : {}),
    // no real paper has so high a number in its month
    arxiv: `${String(year % 100)}${String(month).padStart(2, '0')}.${String(30_000 + (index % 60_000)).padStart(5, '0')}`,
    'arxiv-class': pick(classes),
    links: { ...(random() < 0.6 ? { code: `https://github.com/example/${method.toLowerCase()}-${index}` } : {}), page: `https://papers.example/${issued}/${index}` },
    categories: random() < 0.3 ? [field, `${field}/topic-${1 + Math.floor(random() * topics)}`] : [field],
    tags: [...new Set([pick(tags), pick(tags), pick(tags)])],
    summary: `Shows that ${noun.toLowerCase()} gains from ${pick(nouns).toLowerCase()} when ${pick(tags)} data is written ${pick(manners).toLowerCase()}.`,
    ...(random() < 0.6 ? { lists: [{ list: pick(lists), section: pick(sections) }] } : {}),
  };
}

function generateConfig(): string {
  const topic = (id: string) => (_: unknown, index: number) => `      - id: ${id}/topic-${index + 1}\n        title: Topic ${index + 1}\n`;
  const categories = fields.map(({ id, title }) => `  - id: ${id}\n    title: ${title}\n    description: Papers made for measurements.\n    children:\n${Array.from({ length: topics }, topic(id)).join('')}`);
  const all = lists.map((id) => `  - id: ${id}\n    title: ${id}\n    url: https://lists.example/${id}\n    sections:\n${sections.map((section) => `      - ${section}\n`).join('')}`);
  return `title: Generated\n\ncategories:\n${categories.join('')}\nlists:\n${all.join('')}`;
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function ascii(name: string): string {
  return name.normalize('NFKD').replace(/[^A-Za-z]/gu, '').toLowerCase();
}
