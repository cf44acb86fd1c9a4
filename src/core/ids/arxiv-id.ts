/** The arXiv identifier itself. https://info.arxiv.org/help/arxiv_identifier.html */
import type { Reading } from './mention.js';
import { slash } from './syntax.js';

/** Archives that gave out identifiers of the old style, until March 2007. https://arxiv.org/archive */
const archives = [
  'acc-phys', 'adap-org', 'alg-geom', 'ao-sci', 'astro-ph', 'atom-ph', 'bayes-an', 'chao-dyn', 'chem-ph', 'cmp-lg', 'comp-gas', 'cond-mat', 'cs', 'dg-ga',
  'funct-an', 'gr-qc', 'hep-ex', 'hep-lat', 'hep-ph', 'hep-th', 'math', 'math-ph', 'mtrl-th', 'nlin', 'nucl-ex', 'nucl-th', 'patt-sol', 'physics',
  'plasm-ph', 'q-alg', 'q-bio', 'quant-ph', 'solv-int', 'supr-con',
];
const version = String.raw`(?:v[1-9]\d{0,2})?`;
const newStyle = String.raw`\d{4}\.\d{4,5}`;

/** Source of a pattern for either style with its version; `readArxivId` refuses impossible numbers. */
export const arxivId = String.raw`(?:${newStyle}|(?:${archives.join('|')})(?:\.[a-z]{2})?${slash}\d{7})${version}`;
/** The old style where no prefix announces it: archives whose names are also plain words need a subject class (`math.GT/0309136`). */
export const certainArxivId = String.raw`(?:(?:${archives.filter((name) => name.includes('-')).join('|')})(?:\.[a-z]{2})?|(?:cs|math|nlin|physics)\.[a-z]{2})${slash}\d{7}${version}`;

const parts = new RegExp(String.raw`^(?:(?<date>\d{4})\.(?<number>\d{4,5})|(?<archive>${archives.join('|')})(?:\.(?<class>[a-z]{2}))?${slash}(?<old>\d{7}))(?:v(?<version>[1-9]\d{0,2}))?$`, 'i');

/**
 * Normal form of an arXiv identifier: archive in lower case, subject class in upper case, version apart.
 * @returns undefined for anything that arXiv can never have given out: a month 13, new style before April 2007, old style after March 2007,
 * the wrong number of digits (four until 1412, then five), number zero, an unknown archive
 */
export function readArxivId(text: string): Reading | undefined {
  const found: Partial<Record<string, string>> | undefined = parts.exec(text)?.groups;
  if (found === undefined) return undefined;
  const id = found['date'] === undefined ? oldId(found['archive'] ?? '', found['class'], found['old'] ?? '') : newId(found['date'], found['number'] ?? '');
  if (id === undefined) return undefined;
  return found['version'] === undefined ? { id } : { id, version: Number(found['version']) };
}

const possibleMonth = (yymm: string) => Number(yymm.slice(2)) >= 1 && Number(yymm.slice(2)) <= 12;

function newId(yymm: string, number: string): string | undefined {
  // The century is always ours: '07 to '99.
  if (yymm < '0704' || !possibleMonth(yymm) || number.length !== (yymm < '1501' ? 4 : 5) || Number(number) === 0) return undefined;
  return `${yymm}.${number}`;
}

function oldId(archive: string, subject: string | undefined, digits: string): string | undefined {
  const yymm = digits.slice(0, 4);
  const inTime = yymm >= '9101' || yymm <= '0703';
  if (!inTime || !possibleMonth(yymm) || Number(digits.slice(4)) === 0) return undefined;
  return `${archive.toLowerCase()}${subject === undefined ? '' : `.${subject.toUpperCase()}`}/${digits}`;
}
