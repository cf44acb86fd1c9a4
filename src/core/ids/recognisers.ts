/** All recognisers, one a registry. */
import { acl } from './acl.js';
import { arxiv } from './arxiv.js';
import { doi } from './doi.js';
import { github } from './github.js';
import type { IdKind, Recogniser } from './mention.js';
import { openreview } from './openreview.js';
import { pmlr } from './pmlr.js';
import { iclr, neurips } from './proceedings.js';
import { pubmed } from './pubmed.js';
import { semanticScholar } from './semantic-scholar.js';

const byKind: Readonly<Record<IdKind, Recogniser>> = { arxiv, doi, acl, openreview, 'semantic-scholar': semanticScholar, pubmed, neurips, iclr, pmlr, github };

/** In the order in which an identifier alone is tried. */
export const recognisers: readonly Recogniser[] = Object.values(byKind);

/** The canonical https address of an identifier in normal form. */
export function linkTo(kind: IdKind, id: string): string {
  return byKind[kind].link(id);
}
