/** One block of a papers file → one paper, with what is wrong in it. */
import { isMap, isScalar, isSeq } from 'yaml';
import * as v from 'valibot';
import { paperSchema, type PaperFields } from '../model/schema.js';
import { mayHoldAlias, tooManyAliases } from './aliases.js';
import { detach, isOversized, loadValue } from './load.js';
import { suggestField } from './names.js';
import { isRecord } from './paths.js';
import { place, repair } from './repair.js';
import type { Finding } from './rules.js';
import { explainErrors, explainReason } from './syntax.js';
import { brokenFields, duplicateKeys, errorOffsets, findPair, keyText, parseTree, toValue } from './tree.js';

/** What a block says. Shared by every reading of the same text, wherever in the file it stands. */
export interface PaperContent {
  /** Missing when the paper cannot be read at all. */
  readonly fields?: PaperFields;
  /** Fields written as null: a higher layer clears a lower layer's field that way. */
  readonly cleared?: readonly string[];
  /** Offsets count from the start of the block. */
  readonly findings: readonly Finding[];
}

/** Longer papers are not parsed (in UTF-16 units). */
export const blockLimit = 1 << 20;

/** Text fields in which a number is welcome. YAML would lose `1.10` and `007`: they are read as they are written. */
const numerals = ['volume', 'issue', 'page', 'edition', 'version', 'isbn'] as const;
/** So many mistakes in different fields of one paper are taken apart. */
const salvageLimit = 8;
const none: readonly Finding[] = [];

/** Reads one block; never throws. */
export function readBlock(block: string): PaperContent {
  const source = detach(block);
  if (source.length > blockLimit) return unreadable({ rule: 'too-large', start: 0, end: 1, message: 'This paper is longer than a million characters and is not read.' });
  const loaded = loadValue(source);
  if (!loaded.ok) return readSlowly(source, explainReason(loaded.reason, loaded.at));
  if (mayHoldAlias(source) && isOversized(loaded.value)) return unreadable({ rule: 'alias-bomb', start: 0, end: 1, message: 'The aliases (*name) of this paper repeat too much text; write the values out.' });
  const list: unknown = loaded.value;
  const clean = Array.isArray(list) && list.length === 1 ? acceptPaper(list[0], source) : undefined;
  return clean ?? readSlowly(source);
}

/** A value without any fault → its content; undefined when something needs a closer look. `source` is the block's text, or more. */
export function acceptPaper(value: unknown, source: string): PaperContent | undefined {
  if (!isRecord(value)) return undefined;
  let cleared: string[] | undefined;
  for (const key in value) {
    if (value[key] === null) (cleared ??= []).push(key);
    if (!Object.hasOwn(paperSchema.entries, key) && suggestField(key) !== undefined) return undefined;
  }
  for (const field of numerals) {
    const number = value[field];
    if (typeof number === 'number' && !isWrittenSo(source, field, number)) return undefined;
  }
  const result = v.safeParse(paperSchema, cleared ? without(value, cleared) : value);
  if (!result.success) return undefined;
  return cleared ? { fields: result.output, cleared, findings: none } : { fields: result.output, findings: none };
}

/** Whether the text plainly holds `field: number` in just the form in which the number would be printed. */
function isWrittenSo(source: string, field: string, number: number): boolean {
  const written = `${field}: ${number}`;
  const at = source.indexOf(written);
  return at >= 0 && /^\s*(?:$|[\n#,}])/.test(source.slice(at + written.length, at + written.length + 8)) && source.indexOf(`${field}:`, at + 1) < 0;
}

function without(value: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

const unreadable = (finding: Finding): PaperContent => ({ findings: [finding] });

function readSlowly(source: string, refusal?: Finding): PaperContent {
  // `yaml` takes seconds over these; the first parser has said enough
  if (refusal?.rule === 'too-deep' || refusal?.rule === 'alias-bomb') return unreadable(refusal);
  if (tooManyAliases(source)) return unreadable(explainReason('maxAliases', 0));
  const syntax: Finding[] = [];
  let text = source;
  let tree = parseTree(text);
  // one mistake unsettles what follows it: take the field with the first one away and look again
  for (let round = 0; round < salvageLimit; round += 1) {
    const first = explainErrors(tree)[0];
    if (!first) break;
    syntax.push(first);
    const rest = withoutField(text, first.start);
    if (rest === undefined) break;
    text = rest;
    tree = parseTree(text);
  }
  const root: unknown = tree.doc.contents;
  const node = isSeq(root) ? root.items[0] : undefined;
  const lost: unknown[] = [];
  const content = readNode(node, text, toValue(node, lost), errorOffsets(tree));
  const said = [...syntax, ...explainLost(lost, source), ...(content.fields || syntax.length === 0 ? content.findings : [])];
  // js-yaml refuses what `yaml` lets pass: a control character, an unknown tag
  if (refusal && said.length === 0) said.push(refusal);
  return { ...content, findings: said };
}

/** The text with the lines of the field around `at` turned into spaces; undefined for the first field, without which there is no paper. */
function withoutField(source: string, at: number): string | undefined {
  const dash = /^[ ]*-[ \t]+(?=[^\s#])/m.exec(source);
  if (!dash) return undefined;
  const column = dash[0].length;
  const field = new RegExp(`^ {${column}}(?=[^\\s#-])|^\\t|^ {0,${column - 1}}(?=[^\\s#])`);
  let start = source.lastIndexOf('\n', at - 1) + 1;
  while (start > dash.index && !field.test(source.slice(start, start + column + 1))) start = source.lastIndexOf('\n', start - 2) + 1;
  if (start <= dash.index) return undefined;
  let end = start;
  do end = source.indexOf('\n', end) + 1 || source.length;
  while (end < source.length && !field.test(source.slice(end, end + column + 1)));
  return source.slice(0, start) + source.slice(start, end).replace(/[^\r\n]/g, ' ') + source.slice(end);
}

/** Problems of aliases that refer to nothing. */
export function explainLost(lost: readonly unknown[], source: string): Finding[] {
  return lost.map((alias) => place('yaml-syntax', explainReason('alias', 0).message, alias, [], source));
}

/** A paper's node, and the value that it gives, → its content. Fields that touch one of the `broken` offsets are left out. */
export function readNode(node: unknown, source: string, value: unknown, broken: readonly number[] = []): PaperContent {
  if (!isMap(node) || !isRecord(value)) {
    const empty = node === undefined || node === null || (isScalar(node) && node.value === null);
    return unreadable(place('schema', empty && broken.length > 0 ? 'This paper cannot be read.' : 'A paper must be a mapping that begins with "- id: …".', node, [], source));
  }
  const findings: Finding[] = [];
  for (const { key, node: at } of duplicateKeys(node)) findings.push(place('yaml-duplicate-key', `\`${key}\` is written twice; the first one is used. Remove one of them.`, at, [], source));
  const written = { ...value };
  if (mayHoldAlias(source) && isOversized(written)) return unreadable(place('alias-bomb', 'The aliases (*name) of this paper repeat too much text; write the values out.', node, [], source));
  for (const field of brokenFields(node, source, broken)) Reflect.deleteProperty(written, field);
  const cleared = Object.keys(written).filter((key) => written[key] === null);
  for (const field of cleared) Reflect.deleteProperty(written, field);
  for (const field of numerals) {
    const scalar = findPair(node, field)?.value;
    if (typeof written[field] === 'number' && isScalar(scalar) && scalar.type === 'PLAIN' && scalar.source) written[field] = scalar.source;
  }
  for (const { key } of node.items) {
    const name = keyText(key);
    if (name === undefined) findings.push(place('yaml-syntax', 'A field name must be a word.', key, [], source));
    const meant = name === undefined ? undefined : suggestField(name);
    if (meant !== undefined) findings.push(place('field-unknown', `Unknown field \`${name}\`: did you mean \`${meant}\`?`, key, [], source));
  }
  const key = cleared.includes('id') ? undefined : written['id'];
  if (key === undefined) {
    const message = 'A paper needs an id: its citation key, as in "- id: wang2023selfinstruct".';
    findings.push(place('id-missing', message, findPair(node, 'id')?.key ?? node, [], source));
    return { findings };
  }
  const { output, findings: invalid } = repair(paperSchema, written, node, source, { dropItems: false });
  findings.push(...invalid);
  if (!output) return { findings };
  return cleared.length > 0 ? { fields: output, cleared, findings } : { fields: output, findings };
}

