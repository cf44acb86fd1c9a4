/** Runs → the text of each markup, in which titles are text and nothing else. */
import type { Run } from './runs.js';
import { writeAsciidoc } from './write-asciidoc.js';
import { writeHtml } from './write-html.js';
import { writeLatex } from './write-latex.js';
import { writeMarkdown } from './write-markdown.js';
import { writeOrg } from './write-org.js';
import { writeRst } from './write-rst.js';
import { writeTypst } from './write-typst.js';

/** One line of a markup. `links` are the work's own addresses; they become links, others stay text. */
export type Writer = (runs: readonly Run[], links: readonly string[]) => string;

export const writers = {
  text: (runs) => runs.map(({ text }) => text).join(''),
  html: writeHtml,
  markdown: writeMarkdown,
  latex: writeLatex,
  typst: writeTypst,
  rst: writeRst,
  asciidoc: writeAsciidoc,
  org: writeOrg,
} as const satisfies Readonly<Record<string, Writer>>;
export type ReferenceFormat = keyof typeof writers;
