/** Bibliographies in every format, behind one door. */
import { bibtex } from './bibtex.js';
import { cslJson } from './csl-json.js';
import { cslYaml } from './csl-yaml.js';
import { hayagriva } from './hayagriva.js';
import type { BibliographyFormat, FormatId } from './types.js';

export type * from './types.js';
export { checkBibliography, type BibliographyFault, type BibliographyProblem } from './check.js';
export { findPaper } from './find-paper.js';
export { formatOf } from './format-of.js';

export const formats: Readonly<Record<FormatId, BibliographyFormat>> = { bibtex, 'csl-json': cslJson, 'csl-yaml': cslYaml, hayagriva };
