/** The links of a paper as a list shows them: the one of its title, and all the others with a word on what they lead to. */
import { identityKey, linkTo, readIdentifier } from '../ids/index.js';
import { recordUrl } from '../csl/record.js';
import type { Paper } from '../model/paper.js';

export interface PaperLink {
  /** A kind of the catalogue (`code`, `pdf-2`), a scheme (`arxiv`, `doi`, `acl`, `openreview`), or `bibtex`. */
  readonly kind: string;
  readonly label: string;
  readonly url: string;
}

const schemes = { arxiv: 'arXiv', doi: 'DOI', acl: 'ACL', openreview: 'OpenReview' } as const;
const labels: Readonly<Record<string, string>> = { page: 'Page', pdf: 'PDF', html: 'HTML', code: 'Code', project: 'Project', data: 'Data', demo: 'Demo', blog: 'Blog', slides: 'Slides', video: 'Video', poster: 'Poster', review: 'Review' };

/** The address of the title; undefined when the paper has none at all. */
export function mainUrl(paper: Paper): string | undefined {
  return recordUrl(paper) ?? (Object.values(paper.links) as (string | undefined)[]).find((url) => url !== undefined);
}

/** All but the title's, each work and each address once: identifiers first, then the links in the order of the paper. */
export function otherLinks(paper: Paper, main = mainUrl(paper)): PaperLink[] {
  const found: PaperLink[] = [];
  const seen = new Set<string>();
  const told = (url: string) => {
    const id = readIdentifier(url);
    const sameWork = id !== undefined && id.kind in schemes ? identityKey(id) : undefined;
    const known = seen.has(url);
    seen.add(url);
    if (sameWork !== undefined) seen.add(sameWork);
    return known;
  };
  if (main !== undefined) told(main);
  for (const [scheme, label] of Object.entries(schemes) as [keyof typeof schemes, string][]) {
    const id = paper.fields[scheme];
    if (id === undefined || seen.has(identityKey({ kind: scheme, id }))) continue;
    const url = linkTo(scheme, id);
    if (!told(url)) found.push({ kind: scheme, label, url });
  }
  for (const [kind, url] of Object.entries(paper.links) as [string, string | undefined][]) {
    if (url === undefined || told(url)) continue;
    const [, name = kind, count] = /^(.*?)(?:-(\d+))?$/u.exec(kind) ?? [];
    found.push({ kind, label: (labels[name] ?? name.charAt(0).toUpperCase() + name.slice(1).replace(/[-_]+/gu, ' ')) + (count === undefined ? '' : ` ${count}`), url });
  }
  return found;
}

/** Where the paper can be read as a PDF, as far as its own links or identifiers say. */
export function pdfUrl({ links, fields: { arxiv, acl, openreview } }: Paper): string | undefined {
  if (links.pdf !== undefined) return links.pdf;
  if (arxiv !== undefined) return `https://arxiv.org/pdf/${arxiv}`;
  if (acl !== undefined) return `https://aclanthology.org/${acl}.pdf`;
  return openreview === undefined ? undefined : `https://openreview.net/pdf?id=${openreview}`;
}

/** Where others keep the paper's BibTeX entry. */
export function bibtexUrl({ fields: { arxiv, acl } }: Paper): string | undefined {
  if (acl !== undefined) return `https://aclanthology.org/${acl}.bib`;
  return arxiv === undefined ? undefined : `https://arxiv.org/bibtex/${arxiv}`;
}
