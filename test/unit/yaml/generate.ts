/** Arbitrary papers and arbitrary ways of writing them. */
import fc from 'fast-check';
import { fieldOrder } from '../../../src/core/yaml/print.js';
import { doubleQuoted, isPlain, singleQuoted } from '../../../src/core/yaml/scalar.js';
import type { PaperFields } from '../../../src/core/model/schema.js';

const nasty = fc.constantFrom('yes', 'No', 'on', 'null', '~', '12', '1.10', '007', '1e3', '0x1F', '0o17', '12:30', '2023-07', '2023-07-10', '<<', '=', '- a', '? a', ': a', 'a: b', 'a #b', '#a', '&a', '*a', '!a', '|', '>', '%a', '@a', '`a`', '[a', '{a}', 'a]', 'a, b', '"a"', "it's", '\\n', 'a:', ':a', 'a\tb', '\ttab', 'x\u0085y', 'x\u2028y', '\uFEFFx', '\u00A0x', 'a\u0007b', '\uD800', 'a\uDC00b', '...', '---', '--- a', '.inf', '.5', '-', '--', "'", 'true ', ' x', 'https://a.b/c?d=e&f=[g]', 'https://a.b/#c,d', 'Ünïcode — “quotes”', '研究', '😀');
const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,9}$/);
/** One line of text that says something. */
export const line = fc.oneof({ weight: 3, arbitrary: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')) }, { weight: 1, arbitrary: nasty }, { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }) }).filter((text) => /\S/.test(text) && !text.includes('\0'));
/** Text of one or several lines. */
export const prose = fc.oneof(line, fc.array(fc.oneof(line, fc.constant('')), { minLength: 2, maxLength: 5 }).map((lines) => lines.join('\n'))).filter((text) => /\S/.test(text));

const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4})?$/);
const date = fc.constantFrom('2023', '2023-07', '2023-07-10', '1999-12');
const web = fc.constantFrom('https://a.b/c', 'https://github.com/x/y', 'http://a.b/?q=1,2&r=[3]', 'https://a.b/{c}#d');
const person = fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: fc.record({ family: line, given: line }) }, { weight: 1, arbitrary: fc.record({ literal: line }) });
const own = fc.oneof(fc.constantFrom(0, 12, -3, 1.5, true, false), line, fc.array(line, { maxLength: 3 }), fc.dictionary(word, line, { maxKeys: 3 }));

export const idArbitrary = fc.stringMatching(/^[a-z]{3,8}[0-9]{4}[a-z]{0,5}$/);

/** A valid paper. */
export const paper: fc.Arbitrary<PaperFields> = fc.record(
  {
    id: idArbitrary,
    aliases: fc.array(line, { maxLength: 2 }),
    type: fc.constantFrom('article', 'paper-conference', 'software'),
    title: line,
    authors: fc.array(person, { maxLength: 4 }),
    issued: date,
    submitted: date,
    venue: line,
    volume: line,
    arxiv: fc.constantFrom('2212.10560', 'hep-th/9901001', '2401.00010'),
    doi: fc.constantFrom('10.18653/v1/2023.acl-long.754', '10.1000/a,b'),
    links: fc.dictionary(fc.constantFrom('code', 'page', 'pdf', 'data', 'own-kind'), web, { maxKeys: 3 }),
    categories: fc.array(slug, { maxLength: 3 }),
    tags: fc.array(line, { maxLength: 4 }),
    summary: prose,
    abstract: prose,
    lists: fc.array(fc.record({ list: slug, section: line, note: line }, { requiredKeys: ['list'] }), { maxLength: 2 }),
    note: prose,
    starred: fc.boolean(),
    'x-own': own,
  },
  { requiredKeys: ['id'] },
);

export const papers = fc.uniqueArray(paper, { maxLength: 5, selector: ({ id }) => id });

type Random = () => number;

/** A way of writing, chosen by a seed: comments, quotes, block and flow style, indentation, line ends, blank lines. */
export function write(list: readonly PaperFields[], seed: number): string {
  let state = seed >>> 0;
  const random: Random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const chance = (share: number): boolean => random() < share;
  const base = chance(0.2) ? '  ' : '';
  const lines: string[] = [];
  if (chance(0.3)) lines.push('# yaml-language-server: $schema=x', ...(chance(0.5) ? [''] : []));
  if (chance(0.15)) lines.push('---');
  const spread = chance(0.5);
  list.forEach((fields, index) => {
    if (spread && index > 0) lines.push(chance(0.1) ? ' \t' : '');
    if (chance(0.15)) lines.push(`${base}# set apart`, '');
    if (chance(0.2)) lines.push(`${base}# about ${fields.id}: - id: x`);
    lines.push(...writePaper(fields, base, random));
    if (chance(0.1)) lines.push(`${base}  # inside "the paper`);
  });
  if (chance(0.2)) lines.push('', '# the end');
  if (chance(0.1)) lines.push('...');
  const text = lines.join('\n') + (chance(0.8) ? '\n' : '');
  return (chance(0.15) ? '\uFEFF' : '') + (chance(0.3) ? text.replaceAll('\n', '\r\n') : text);
}

function writePaper(fields: PaperFields, base: string, random: Random): string[] {
  const chance = (share: number): boolean => random() < share;
  if (chance(0.05)) return [`${base}- ${flow(fields, random)}`];
  const gap = ' '.repeat(1 + Math.floor(random() * 3));
  const pad = `${base} ${gap}`;
  const keys = Object.keys(fields);
  const rest = keys.filter((key) => key !== 'id');
  if (chance(0.3)) rest.sort(() => random() - 0.5);
  else rest.sort((a, b) => (fieldOrder.indexOf(a) >>> 0) - (fieldOrder.indexOf(b) >>> 0));
  const lines: string[] = [];
  for (const [index, key] of ['id', ...rest].entries()) {
    if (index > 0 && chance(0.08)) lines.push(`${pad}# ${key} - id: "`);
    const value = block(fields[key], key, pad, random);
    lines.push(...`${index === 0 ? `${base}-${gap}` : pad}${key}:${value}`.split('\n'));
  }
  return lines;
}

/** What follows `key:`. */
function block(value: unknown, key: string, pad: string, random: Random): string {
  const chance = (share: number): boolean => random() < share;
  const comment = (): string => (chance(0.15) ? `  # "c` : '');
  const inner = pad + ' '.repeat(1 + Math.floor(random() * 4));
  if (Array.isArray(value) && value.length > 0 && chance(0.5)) {
    const margin = chance(0.3) ? pad : inner;
    return `${comment()}\n${(value as unknown[]).map((item) => `${margin}-${typeof item === 'object' && chance(0.5) ? ` ${record(item as object, `${margin}  `, random).trimStart()}` : ` ${flow(item, random, false)}${comment()}`}`).join('\n')}`;
  }
  if (Array.isArray(value) && value.length > 0 && chance(0.2)) return ` [${(value as unknown[]).map((item) => `\n${inner}${flow(item, random)}`).join(`,${comment()}`)}${chance(0.5) ? ',' : ''}\n${inner}]${comment()}`;
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0 && chance(0.5)) return `${comment()}\n${record(value, inner, random)}`;
  if (typeof value === 'string' && chance(0.3) && /^[\x21-\x7e][\x20-\x7e\n]*$/.test(value) && !/\s\n|\n$|\n\s| $/.test(value)) {
    if (!value.includes('\n') && chance(0.5)) return ` >-${comment()}\n${inner}${value.replace(/(?<=\S) (?=\S)/, `\n${inner}`)}`;
    return ` |-${comment()}\n${value.split('\n').map((one) => (one === '' ? '' : inner + one)).join('\n')}`;
  }
  if (key === 'arxiv') return ` "${String(value)}"${comment()}`;
  if (/^(?:issued|submitted|added)$/.test(key)) return ` ${String(value)}${comment()}`;
  return ` ${flow(value, random, false)}${comment()}`;
}

function record(value: object, pad: string, random: Random): string {
  return Object.entries(value).map(([key, item]) => `${pad}${scalar(key, random, false)}: ${flow(item, random, false)}`).join('\n');
}

function flow(value: unknown, random: Random, inside = true): string {
  const space = random() < 0.2 ? ' ' : '';
  if (Array.isArray(value)) return `[${space}${(value as unknown[]).map((item) => flow(item, random)).join(random() < 0.2 ? ' , ' : ', ')}${space}]`;
  if (typeof value === 'object' && value !== null) return `{${space}${Object.entries(value).map(([key, item]) => `${scalar(key, random, true)}: ${flow(item, random)}`).join(', ')}${space}}`;
  return scalar(value, random, inside);
}

function scalar(value: unknown, random: Random, inside: boolean): string {
  if (typeof value !== 'string') return String(value);
  const style = random();
  if (style < 0.6 && isPlain(value, inside ? 'flow' : 'block')) return value;
  return (style < 0.8 ? singleQuoted(value) : undefined) ?? doubleQuoted(value);
}
