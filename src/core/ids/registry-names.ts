/** What people call the registries of identifiers. */
import type { IdKind } from './mention.js';

export const registryNames: Readonly<Record<IdKind, string>> = {
  arxiv: 'arXiv',
  doi: 'DOI',
  acl: 'ACL',
  openreview: 'OpenReview',
  'semantic-scholar': 'Semantic Scholar',
  pubmed: 'PubMed',
  neurips: 'NeurIPS',
  iclr: 'ICLR',
  pmlr: 'PMLR',
  github: 'GitHub',
};
