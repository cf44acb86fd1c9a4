import type { CslItem } from '../../../src/core/csl/index.js';

/** A conference paper, a journal article and a preprint, as `toCsl` gives them. */
export const conference: CslItem = {
  id: 'wang2023', type: 'paper-conference', title: 'Self-Instruct: Aligning Language Models with Self-Generated Instructions',
  author: [{ family: 'Wang', given: 'Yizhong' }, { family: 'Kordi', given: 'Yeganeh' }, { family: 'Hajishirzi', given: 'Hannaneh' }],
  issued: { 'date-parts': [[2023, 7]] }, 'container-title': 'Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics', 'event-title': 'ACL 2023',
  volume: '1', page: '13484–13508', publisher: 'Association for Computational Linguistics', DOI: '10.18653/v1/2023.acl-long.754', URL: 'https://aclanthology.org/2023.acl-long.754/',
};
export const article: CslItem = {
  id: 'shumailov2024', type: 'article-journal', title: 'AI models collapse when trained on recursively generated data',
  author: [{ family: 'Shumailov', given: 'Ilia' }, { family: 'Gal', given: 'Yarin' }],
  issued: { 'date-parts': [[2024, 7, 24]] }, 'container-title': 'Nature', volume: '631', issue: '8022', page: '755–759', DOI: '10.1038/s41586-024-07566-y', URL: 'https://doi.org/10.1038/s41586-024-07566-y',
};
export const preprint: CslItem = {
  id: 'gunasekar2023', type: 'article', title: 'Textbooks Are All You Need', author: [{ family: 'Gunasekar', given: 'Suriya' }, { family: 'Li', given: 'Yuanzhi' }],
  issued: { 'date-parts': [[2023, 6, 20]] }, publisher: 'arXiv', number: 'arXiv:2306.11644', URL: 'https://arxiv.org/abs/2306.11644', custom: { arxiv: '2306.11644' },
};
