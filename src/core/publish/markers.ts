/** Lists inside a document: between `<!-- litshelf:begin … -->` and `<!-- litshelf:end -->`, each on a line of its own. All else stays byte for byte. */
import { headingsOf } from './contents.js';
import { optionName, PublishError, readOptions, type PublishOptions, type WrittenOptions } from './options.js';
import { publishInSteps, type Published } from './publish.js';
import type { Publishable } from './sections.js';
import { readTemplate } from './shapes/template.js';

export interface Region {
  /** The line of its first marker, counted from 1. */
  readonly line: number;
  readonly options: WrittenOptions;
  /** Offsets of what is between the two lines. */
  readonly start: number;
  readonly end: number;
  /** Offsets of the first marker itself. */
  readonly marker: { readonly start: number; readonly end: number };
  readonly eol: string;
}

const endMarker = '<!-- litshelf:end -->';
const remedy = `Put "<!-- litshelf:begin -->" and, below it, "${endMarker}" on lines of their own where the list shall stand.`;

/** The regions of a document, top to bottom. @throws PublishError that names line and remedy, also when there is none */
export function findRegions(text: string): Region[] {
  const regions: Region[] = [];
  let open: (Omit<Region, 'end'>) | undefined;
  let fence = '';
  let line = 0;
  for (let at = 0; at < text.length; ) {
    line += 1;
    const feed = text.indexOf('\n', at);
    const next = feed < 0 ? text.length : feed + 1;
    const eol = feed < 0 ? '' : text[feed - 1] === '\r' ? '\r\n' : '\n';
    const content = text.slice(at, next - eol.length).replace(/^\ufeff/u, '');
    const start = next - eol.length - content.length;
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(content)?.[1];
    // what is between markers is ours, and its fences are closed
    if (mark !== undefined && open === undefined) fence = fence === '' ? mark : mark.startsWith(fence) && /^\s*[`~]+\s*$/u.test(content) ? '' : fence;
    const kind = fence === '' ? markerIn(content, line) : undefined;
    if (kind === 'begin') {
      if (open) throw new PublishError(`Line ${line} begins a list inside the one that line ${open.line} begins. Close that one with "${endMarker}" before line ${line}, or delete line ${line}.`);
      const inner = /litshelf:begin\b(.*)-->/u.exec(content)?.[1] ?? '';
      const from = start + content.indexOf('<!--');
      open = { line, options: atLine(line, () => readWritten(inner)), start: next, marker: { start: from, end: start + content.lastIndexOf('-->') + 3 }, eol: eol === '' ? '\n' : eol };
    } else if (kind === 'end') {
      if (!open) throw new PublishError(`Line ${line} ends a list that nothing begins. Put "<!-- litshelf:begin -->" above it, or delete line ${line}.`);
      regions.push({ ...open, end: at });
      open = undefined;
    }
    at = next;
  }
  if (open) throw new PublishError(`The list that line ${open.line} begins has lost its end. Put "${endMarker}" on a line of its own behind its last line.`);
  if (regions.length === 0) throw new PublishError(`There are no markers in it. ${remedy}`);
  return regions;
}

/** @throws PublishError for a marker that is not alone on its line, or damaged */
function markerIn(line: string, number: number): 'begin' | 'end' | undefined {
  if (!/litshelf:/iu.test(line)) return undefined;
  if (/^[ \t]{0,3}<!--\s*litshelf:begin(?=\s|-->)(?:(?!-->).)*-->[ \t]*$/u.test(line)) return 'begin';
  if (/^[ \t]{0,3}<!--\s*litshelf:end\s*-->[ \t]*$/u.test(line)) return 'end';
  const bare = line.replace(/(`+)(?:(?!\1).)+\1/gu, '');
  if (/<!-{1,2}\s*litshelf:|litshelf:(?:begin|end)\b.*--?>/iu.test(bare)) throw new PublishError(`Line ${number} holds a marker that is damaged or not alone on its line: ${JSON.stringify(line.trim().slice(0, 80))}. It must be "<!-- litshelf:begin … -->" or "${endMarker}".`);
  return undefined;
}

/** The options of a marker line: `shape=dated list=mine section="A > B" template="- {title}\n"`. @throws PublishError */
export function readWritten(text: string): WrittenOptions {
  const written: Partial<Record<keyof PublishOptions, string>> = {};
  let rest = text.trim();
  while (rest !== '') {
    const [whole, name = '', quoted, bare] = /^([A-Za-z-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))(?=\s|$)\s*/u.exec(rest) ?? [];
    if (whole === undefined) throw new PublishError(`${JSON.stringify(rest.slice(0, 40))} is no option: write name=value or name="value with blanks".`);
    const option = optionName(name);
    if (option in written) throw new PublishError(`The option ${name} is given twice.`);
    written[option] = quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/gu, (_, sign: string) => (sign === 'n' ? '\n' : sign));
    rest = rest.slice(whole.length);
  }
  return written;
}

/** A first marker with these options. @throws PublishError for a value that no comment can hold */
export function beginMarker(options: WrittenOptions): string {
  const written = Object.entries(options).filter(([, value]) => (value as string | undefined) !== undefined).map(([name, value]) => ` ${name}=${/^[^\s"\\>]+$/u.test(value) ? value : `"${value.replace(/["\\]/gu, '\\$&').replace(/\n/gu, '\\n')}"`}`).join('');
  if (/--!?>/u.test(written)) throw new PublishError('An option of a marker cannot hold "-->", which ends the comment that it stands in.');
  return `<!-- litshelf:begin${written} -->`;
}

export interface Updated {
  readonly text: string;
  readonly papers: number;
  readonly sections: number;
  readonly regions: number;
}

/** A document with its lists as they should be. The options of a marker line go before `given`, which count where it says nothing. */
export function* updateInSteps(text: string, catalogue: Publishable, given: WrittenOptions): Generator<void, Updated> {
  let result = '';
  let done = 0;
  let [papers, sections] = [0, 0];
  const regions = findRegions(text);
  for (const region of regions) {
    const above = text.slice(done, region.start);
    result += above;
    const published: Published = yield* located(region.line, catalogue, { ...given, ...region.options }, headingsOf(result));
    papers += published.papers;
    sections += published.sections;
    const body = published.markdown === '' ? '' : `\n${published.markdown}\n\n`;
    result += body.replace(/\n/gu, region.eol);
    done = region.end;
  }
  return { text: result + text.slice(done), papers, sections, regions: regions.length };
}

/** A new region with its two markers and what goes between them, to stand behind the text `above`; without a line break at its end. */
export function* publishBetween(above: string, marker: string, written: WrittenOptions, catalogue: Publishable, eol: string): Generator<void, { text: string; papers: number; sections: number }> {
  const { markdown, papers, sections } = yield* publishInSteps(catalogue, readOptions(written), headingsOf(above));
  const body = markdown === '' ? '' : `\n${markdown}\n\n`;
  return { text: `${marker}\n${body}${endMarker}`.replace(/\n/gu, eol), papers, sections };
}

function* located(line: number, catalogue: Publishable, written: WrittenOptions, before: readonly string[]): Generator<void, Published> {
  const options = atLine(line, () => readOptions(written));
  if (options.template !== undefined) atLine(line, () => readTemplate(options.template ?? ''));
  try {
    return yield* publishInSteps(catalogue, options, before);
  } catch (fault) {
    throw fault instanceof PublishError ? new PublishError(`Line ${line}: ${fault.message}`, { cause: fault }) : fault;
  }
}

function atLine<T>(line: number, read: () => T): T {
  try {
    return read();
  } catch (fault) {
    throw fault instanceof PublishError ? new PublishError(`Line ${line}: ${fault.message}`, { cause: fault }) : fault;
  }
}
