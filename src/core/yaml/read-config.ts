/** catalog.yaml: text → title, category tree and lists, with problems at their places. */
import { isMap, isScalar } from 'yaml';
import type { Problem } from '../model/problem.js';
import { configSchema, type CatalogueConfig } from '../model/schema.js';
import { mayHoldAlias, tooManyAliases } from './aliases.js';
import { detach, isOversized, loadValue } from './load.js';
import { isRecord, type Path } from './paths.js';
import { placeProblems } from './problems.js';
import { explainLost } from './read-block.js';
import { refuse } from './read-papers.js';
import { wholeLimit } from './read-whole.js';
import { place, repair } from './repair.js';
import type { Finding } from './rules.js';
import { explainErrors, explainReason } from './syntax.js';
import { brokenFields, duplicateKeys, errorOffsets, parseTree, toValue } from './tree.js';

const empty: CatalogueConfig = { categories: [], lists: [] };

/** Reads catalog.yaml; never throws. What is broken is left out, item by item, and comes as problems. */
export function readConfig(text: string, file: string): { readonly config: CatalogueConfig; readonly problems: readonly Problem[] } {
  const refusal = refuse(text) ?? (text.length > wholeLimit ? { rule: 'too-large' as const, start: 0, end: 1, message: 'catalog.yaml is larger than 4 MB and is not read.' } : undefined);
  if (refusal) return { config: empty, problems: placeProblems(file, '', [refusal]) };
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const { config, findings } = readText(detach(text.slice(bom)).replace(/^%YAML/m, '#YAML'));
  return { config, problems: placeProblems(file, text, findings.map((finding) => ({ ...finding, start: finding.start + bom, end: finding.end + bom }))) };
}

function readText(source: string): { config: CatalogueConfig; findings: Finding[] } {
  if (tooManyAliases(source)) return { config: empty, findings: [explainReason('maxAliases', 0)] };
  const loaded = loadValue(source);
  const refusal = loaded.ok ? undefined : explainReason(loaded.reason, loaded.at);
  if (refusal?.rule === 'too-deep' || refusal?.rule === 'alias-bomb') return { config: empty, findings: [refusal] };
  const tree = parseTree(source);
  const root: unknown = tree.doc.contents;
  const lost: unknown[] = [];
  const written = toValue(root, lost);
  const findings = [...explainErrors(tree), ...explainLost(lost, source)];
  if (root === null || (isScalar(root) && root.value === null)) return { config: empty, findings };
  if (!isMap(root)) return { config: empty, findings: [...findings, place('yaml-top-level', 'catalog.yaml must be a mapping with title, categories and lists.', root, [], source)] };
  for (const { key, node } of duplicateKeys(root)) findings.push(place('yaml-duplicate-key', `\`${key}\` is written twice; the first one is used. Remove one of them.`, node, [], source));
  if (refusal && findings.length === 0) findings.push(refusal);
  const value = mayHoldAlias(source) && isOversized(written) ? undefined : withoutNulls(written);
  if (!isRecord(value)) return { config: empty, findings: [explainReason('maxAliases', 0)] };
  for (const field of brokenFields(root, source, errorOffsets(tree))) Reflect.deleteProperty(value, field);
  findings.push(...duplicates(value, 'categories', root, source), ...duplicates(value, 'lists', root, source));
  const { output, findings: invalid } = repair(configSchema, value, root, source, { dropItems: true });
  return { config: output ?? empty, findings: [...findings, ...invalid] };
}

/** A field without a value, at any depth of the mappings, is a field not written. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => (item === null ? [] : [[key, withoutNulls(item)]])));
}

/** Ids that are given twice, of categories in the whole tree or of lists. */
function duplicates(value: unknown, field: 'categories' | 'lists', root: unknown, source: string): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const visit = (list: unknown, path: Path): void => {
    if (!Array.isArray(list)) return;
    for (const [index, item] of (list as unknown[]).entries()) {
      if (!isRecord(item)) continue;
      const here = [...path, index];
      const id = item['id'];
      if (typeof id === 'string') {
        const [rule, what] = field === 'categories' ? (['category-duplicate', 'category'] as const) : (['list-duplicate', 'list'] as const);
        if (seen.has(id)) findings.push(place(rule, `The id ${id} is already that of an earlier ${what}; give this one another.`, root, [...here, 'id'], source));
        seen.add(id);
      }
      if (field === 'categories') visit(item['children'], [...here, 'children']);
    }
  };
  visit(isRecord(value) ? value[field] : undefined, [field]);
  return findings;
}
