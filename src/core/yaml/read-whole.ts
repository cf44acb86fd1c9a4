/** Reads a papers file that cannot be cut by its lines: in one go, slower, with the same result. */
import { isMap, isScalar, isSeq } from 'yaml';
import { mayHoldAlias, tooManyAliases } from './aliases.js';
import { detach, loadValue } from './load.js';
import type { ReadBlock } from './papers-file.js';
import { explainLost, readNode, type PaperContent } from './read-block.js';
import { place } from './repair.js';
import type { Finding } from './rules.js';
import { explainErrors, explainReason } from './syntax.js';
import { errorOffsets, parseTree, rangeOf, toValue } from './tree.js';

/** Longer files are read only when they are a plain list (in UTF-16 units): the careful parser is slow and needs much memory. */
export const wholeLimit = 4 << 20;

export interface Whole {
  readonly blocks: readonly ReadBlock[];
  /** What concerns the file and no single paper; offsets into the file. */
  readonly findings: readonly Finding[];
}

const refuse = (finding: Finding): Whole => ({ blocks: [], findings: [finding] });

/** Reads the whole text; never throws. `why` says why the file is not a plain list. */
export function readWhole(text: string, why: string, previous: readonly ReadBlock[] = []): Whole {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  if (text.length > wholeLimit) {
    return refuse({ rule: 'too-large', start: 0, end: 1, message: `This file is too large to be read in one go (${why}). Write it as one plain list: each paper begins with "- id: …" in the first column.` });
  }
  if (tooManyAliases(text)) return refuse(explainReason('maxAliases', 0));
  // a %YAML directive would change what the words mean (1.1: yes is true); this format is YAML 1.2 whatever it says
  const source = detach(text.slice(bom)).replace(/^%YAML/m, '#YAML');
  const loaded = loadValue(source);
  const refusal = loaded.ok ? undefined : explainReason(loaded.reason, loaded.at + bom);
  if (refusal?.rule === 'too-deep' || refusal?.rule === 'alias-bomb') return refuse(refusal);

  const tree = parseTree(source);
  const root: unknown = tree.doc.contents;
  const lost: unknown[] = [];
  const values = toValue(root, lost);
  const findings = [...explainErrors(tree), ...explainLost(lost, source)].map((finding) => shifted(finding, bom));
  if (root === null || (isScalar(root) && root.value === null)) return { blocks: [], findings };
  if (!isSeq(root)) {
    const hint = isMap(root) ? ' Put "- " before each paper.' : '';
    findings.push(shifted(place('yaml-top-level', `A papers file must be one list: each paper begins with "- id: …" in the first column.${hint}`, root, [], source), bom));
    return { blocks: [], findings };
  }
  const known = mayHoldAlias(source) ? undefined : new Map(previous.map((block) => [block.source, block]));
  const broken = errorOffsets(tree);
  const blocks = root.items.map((item, index): ReadBlock => {
    const { start, end } = rangeOf(item, source) ?? { start: 0, end: 0 };
    const own = source.slice(start, end);
    const errors = broken.filter((at) => at >= start && at <= end);
    const content: PaperContent = (errors.length === 0 ? known?.get(own) : undefined) ?? relative(readNode(item, source, Array.isArray(values) ? values[index] : undefined, errors), start);
    return { ...content, start: start + bom, end: end + bom, source: own };
  });
  if (refusal && findings.length === 0 && blocks.every((block) => block.findings.length === 0)) findings.push(refusal);
  return { blocks, findings };
}

const shifted = (finding: Finding, by: number): Finding => ({ ...finding, start: finding.start + by, end: finding.end + by });

function relative(content: PaperContent, start: number): PaperContent {
  return { ...content, findings: content.findings.map((finding) => shifted(finding, -start)) };
}
