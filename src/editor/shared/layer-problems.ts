/** Problems of the catalogues that a person can mend: those of the workspace and personal layers. */
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import { layerProblems, type Layer } from '../../core/catalogue/layer.js';
import type { Problem } from '../../core/model/problem.js';

export interface LayerProblem {
  readonly layer: Layer;
  readonly problem: Problem;
}

export function problemsOf(catalogue: Catalogue): LayerProblem[] {
  return catalogue.layers.filter(({ source }) => source.kind !== 'bundled').flatMap((layer) => layerProblems(layer).map((problem) => ({ layer, problem })));
}

/** Errors and warnings; what is only a remark asks for nothing. */
export function countProblems(catalogue: Catalogue): number {
  return problemsOf(catalogue).filter(({ problem }) => problem.severity !== 'info').length;
}

/** Errors, the first of each file. */
export function brokenFiles(catalogue: Catalogue): LayerProblem[] {
  const seen = new Set<string>();
  return problemsOf(catalogue).filter(({ layer, problem }) => {
    const file = `${layer.source.id} ${problem.file}`;
    if (problem.severity !== 'error' || seen.has(file)) return false;
    seen.add(file);
    return true;
  });
}
