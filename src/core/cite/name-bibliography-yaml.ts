/** `bibliography:` in the YAML at the top of a Markdown document, which keeps everything else that it says. */
import { isMap, isScalar, isSeq, parseDocument, type Pair, type YAMLMap } from 'yaml';
import { frontMatterOf } from './markdown-mask.js';
import { above, below, instead, lineBreakOf, type NamingSplice } from './naming.js';
import { frontMatterNames } from './bibliography-yaml.js';

export function nameInFrontMatter(text: string, path: string): NamingSplice[] {
  const eol = lineBreakOf(text);
  const span = frontMatterOf(text);
  const line = `bibliography: ${scalar(path)}`;
  const top = text.startsWith('\uFEFF') ? 1 : 0;
  if (!span) return [above(top, `---${eol}${line}${eol}---${eol}${text.length === top || /^\r?\n/u.test(text.slice(top)) ? '' : eol}`)];
  if (frontMatterNames(text).some((file) => file.role === 'bibliography' && file.path.replace(/^\.\//u, '') === path)) return [];
  const document = parseDocument(text.slice(span.start, span.end), { logLevel: 'silent' });
  if (document.errors.length > 0) return [];
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return [above(span.end, `${line}${eol}`)];
  if (!isMap(contents)) return [];
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === 'bibliography');
  if (pair) return joinNamed(text, span.start, pair, path);
  return contents.flow === true ? inFlowMap(text, span.start, contents, line) : [above(span.end, `${line}${eol}`)];
}

/** `{title: T}` */
function inFlowMap(text: string, from: number, map: YAMLMap, line: string): NamingSplice[] {
  if (!map.range) return [];
  const close = from + map.range[1] - 1;
  if (text.charAt(close) !== '}') return [];
  const last = text.slice(0, close).trimEnd();
  return [below(last.length, `${/[{,]$/u.test(last) ? (last.endsWith(',') ? ' ' : '') : ', '}${line}`)];
}

/** The document names one or several already: this one goes behind them. */
function joinNamed(text: string, from: number, { key, value }: Pair, path: string): NamingSplice[] {
  const eol = lineBreakOf(text);
  if (value === null || (isScalar(value) && (value.value === null || value.value === ''))) {
    const end = isScalar(key) && key.range ? text.indexOf(':', from + key.range[1]) + 1 : 0;
    if (end <= 0) return [];
    const old = isScalar(value) && value.source && value.range ? { start: from + value.range[0], end: from + value.range[1] } : undefined;
    return [old ? instead(old.start, old.end, scalar(path)) : below(end, ` ${scalar(path)}`)];
  }
  if (isScalar(value) && typeof value.value === 'string' && value.range && value.type !== 'BLOCK_FOLDED' && value.type !== 'BLOCK_LITERAL') {
    const [start, end] = [from + value.range[0], from + value.range[1]];
    const old = value.type === 'PLAIN' ? scalar(value.value) : text.slice(start, end);
    return [instead(start, end, `[${old}, ${scalar(path)}]`)];
  }
  if (!isSeq(value) || !value.range) return [];
  if (value.flow === true) {
    const close = from + value.range[1] - 1;
    if (text.charAt(close) !== ']') return [];
    const last = text.slice(0, close).trimEnd();
    return [below(last.length, `${last.endsWith('[') ? '' : last.endsWith(',') ? ' ' : ', '}${scalar(path)}`)];
  }
  const item = value.items.at(-1);
  if (!isScalar(item) || !item.range) return [];
  const [start, end] = [from + item.range[0], from + item.range[1]];
  const dash = /[^\n]*-[ \t]+$/u.exec(text.slice(0, start))?.[0];
  if (dash === undefined) return [];
  const stop = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end) - (text.charAt(text.indexOf('\n', end) - 1) === '\r' ? 1 : 0);
  return [below(stop, `${eol}${dash}${scalar(path)}`)];
}

/** As plain as YAML lets it be, also inside `[ ]`. */
function scalar(path: string): string {
  return /^[\p{L}\p{N}_./~][\p{L}\p{N}_./~+ ()@=-]*$/u.test(path) && !/^(?:true|false|null|yes|no|on|off|~|[\d.]+)$/iu.test(path) && !path.endsWith(' ') ? path : JSON.stringify(path);
}
