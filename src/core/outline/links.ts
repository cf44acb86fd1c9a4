/** Where a paper can be opened, derived from its identifiers and links. Only http(s) addresses leave this file. */
import type { Paper } from '../model/paper.js';

export interface PaperLinks {
  readonly page: string | undefined;
  readonly pdf: string | undefined;
  readonly html: string | undefined;
  readonly code: string | undefined;
}

/** A DOI may hold characters that a web address must not. */
function doiLink(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replace(/[?#]/gu, encodeURIComponent)}`;
}

/**
 * The best address for each purpose. The page is the one written down, else that of the version of record:
 * ACL Anthology, arXiv (which is readable), DOI, OpenReview, then whatever link there is.
 */
export function paperLinks(paper: Paper): PaperLinks {
  const { arxiv, doi, acl, openreview } = paper.fields;
  const { links } = paper;
  const web = (address: string | undefined) => (address !== undefined && /^https?:\/\//iu.test(address) ? address : undefined);
  const ofAcl = acl === undefined ? undefined : `https://aclanthology.org/${acl}`;
  const ofArxiv = arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`;
  const ofOpenReview = openreview === undefined ? undefined : `https://openreview.net/forum?id=${openreview}`;
  return {
    page: web(links.page) ?? (ofAcl && `${ofAcl}/`) ?? ofArxiv ?? (doi === undefined ? undefined : doiLink(doi)) ?? ofOpenReview ?? web(links.project) ?? web(links.html) ?? web(links.blog) ?? web(links.code) ?? web(links.pdf),
    pdf: web(links.pdf) ?? (arxiv === undefined ? undefined : `https://arxiv.org/pdf/${arxiv}`) ?? (ofAcl && `${ofAcl}.pdf`) ?? (openreview === undefined ? undefined : `https://openreview.net/pdf?id=${openreview}`),
    html: web(links.html) ?? (arxiv === undefined ? undefined : `https://arxiv.org/html/${arxiv}`),
    code: web(links.code),
  };
}
