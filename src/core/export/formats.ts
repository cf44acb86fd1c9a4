/** Every format in which papers can be taken out: one table for the command line, the editor and the documentation. */
import { formats } from '../bibliography/index.js';
import { toBibtex } from '../bibtex/write.js';
import { toCsl } from '../csl/json.js';
import type { Paper } from '../model/paper.js';
import { readOptions, type ShapeId } from '../publish/options.js';
import { publishInSteps } from '../publish/publish.js';
import { csvHead, csvRow } from './csv.js';
import { toRis } from './ris.js';

export interface ExportOptions {
  /** Of CSV: begin with a byte order mark. */
  readonly bom?: boolean | undefined;
  /** Of Markdown: how a paper is written; default `bullets`. */
  readonly shape?: Exclude<ShapeId, 'template'> | undefined;
}

export interface ExportFormat {
  /** For people. */
  readonly title: string;
  /** Of a file, without the dot. */
  readonly ending: string;
  /** VS Code's language id. */
  readonly language: string;
  /** What goes before, between and behind papers, and a paper by itself. */
  readonly write: (papers: readonly Paper[], options: ExportOptions) => Generator<void, string>;
}

/** Papers one by one, joined; in steps of one paper. */
function oneByOne(print: (paper: Paper) => string, between: string, whole: (body: string) => string = (body) => body): ExportFormat['write'] {
  return function* write(papers) {
    const written: string[] = [];
    for (const paper of papers) {
      written.push(print(paper));
      yield;
    }
    return whole(written.join(between));
  };
}

const indented = (text: string) => text.split('\n').map((line) => `  ${line}`).join('\n');

export const exportFormats = {
  bibtex: { title: 'BibTeX', ending: 'bib', language: 'bibtex', write: oneByOne((paper) => `${toBibtex(paper)}\n`, '\n') },
  biblatex: { title: 'biblatex', ending: 'bib', language: 'bibtex', write: oneByOne((paper) => `${toBibtex(paper, { dialect: 'biblatex' })}\n`, '\n') },
  'csl-json': { title: 'CSL-JSON', ending: 'json', language: 'json', write: oneByOne((paper) => indented(JSON.stringify(toCsl(paper), undefined, 2)), ',\n', (body) => (body === '' ? '[]\n' : `[\n${body}\n]\n`)) },
  'csl-yaml': { title: 'CSL-YAML', ending: 'yaml', language: 'yaml', write: oneByOne((paper) => formats['csl-yaml'].print(paper).trimEnd(), '\n', (body) => (body === '' ? 'references: []\n' : `references:\n${body}\n`)) },
  hayagriva: { title: 'Hayagriva', ending: 'yml', language: 'yaml', write: oneByOne((paper) => formats.hayagriva.print(paper).trimEnd(), '\n\n', (body) => (body === '' ? '{}\n' : `${body}\n`)) },
  ris: { title: 'RIS', ending: 'ris', language: 'plaintext', write: oneByOne(toRis, '\r\n') },
  csv: {
    title: 'CSV', ending: 'csv', language: 'csv',
    *write(papers, { bom }) {
      const rows = [csvHead({ bom })];
      for (const paper of papers) {
        rows.push(csvRow(paper, { bom }));
        yield;
      }
      return rows.join('');
    },
  },
  markdown: {
    title: 'Markdown', ending: 'md', language: 'markdown',
    *write(papers, { shape = 'bullets' }) {
      const { markdown } = yield* publishInSteps({ categories: [], lists: [], papers }, readOptions({ shape, group: 'none', sort: 'catalogue', repeat: 'no' }));
      return markdown === '' ? '' : `${markdown}\n`;
    },
  },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatId = keyof typeof exportFormats;
export const exportFormatIds = Object.keys(exportFormats) as ExportFormatId[];

/** Papers in a format, in one go. */
export function exportPapers(id: ExportFormatId, papers: readonly Paper[], options: ExportOptions = {}): string {
  const steps = (exportFormats[id] as ExportFormat).write(papers, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
