import type { PaperKind } from '../../core/model/paper.js';

/** Codicons of the kinds of paper. */
export const kindIcons: Readonly<Record<PaperKind, string>> = {
  paper: 'file-text',
  survey: 'book',
  software: 'package',
  post: 'rss',
  dataset: 'database',
};
