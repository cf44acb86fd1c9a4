/** The words of the catalogue format that others share with the schema; without the schema, which start-up does not need. */

/** CSL item types that Litshelf offers, with the words a person reads. */
export const paperTypes = {
  article: 'preprint',
  'article-journal': 'journal article',
  'article-magazine': 'magazine article',
  book: 'book',
  chapter: 'book chapter',
  dataset: 'dataset',
  document: 'document',
  'paper-conference': 'conference paper',
  patent: 'patent',
  'post-weblog': 'blog post',
  report: 'report',
  review: 'review',
  software: 'software',
  speech: 'talk',
  thesis: 'thesis',
  webpage: 'web page',
} as const;
export type PaperType = keyof typeof paperTypes;
export const readingStatuses = ['unread', 'reading', 'read'] as const;
export type ReadingStatus = (typeof readingStatuses)[number];

/** A citation key that every markup can carry: no spaces, no characters with a meaning in TeX, pandoc or YAML. */
export const citationKeyPattern = /^[\p{L}\p{N}][\p{L}\p{N}_:.+/-]*$/u;
/** A category's id: a slug, by convention a path from the top of the tree. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
/** YYYY, YYYY-MM or YYYY-MM-DD (EDTF level 0). */
export const datePattern = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
/** An arXiv identifier without version, new (0704.0001, 2212.10560) or old style (hep-th/9901001, math.GT/0309136). */
export const arxivPattern = /^(?:(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?\/\d{2}(?:0[1-9]|1[0-2])\d{3})$/;
export const doiPattern = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;
/** An ACL Anthology id of either style: 2023.acl-long.754, P19-1001. */
export const aclPattern = /^(?:\d{4}\.[a-z0-9]+(?:-[a-z0-9]+)*\.\d+|[A-Z]\d{2}-\d{4,5})$/;
export const openreviewPattern = /^[A-Za-z0-9_-]{6,20}$/;
export const webPattern = /^https?:\/\/[^\s<>"]+$/;

export const linkKinds = ['page', 'pdf', 'html', 'code', 'project', 'data', 'demo', 'blog', 'slides', 'video', 'poster', 'review'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Fields that belong to one reader; they live in the personal layer. */
export const personalFields = ['status', 'starred'] as const;
