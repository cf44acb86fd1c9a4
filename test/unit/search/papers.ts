/** A small shelf for the tests of search. */
import { toPaper, type Paper } from '../../../src/core/model/paper.js';
import type { PaperFields } from '../../../src/core/model/schema.js';
import { searchContext } from '../../../src/core/search/index.js';

const fields: PaperFields[] = [
  {
    id: 'wang2023selfinstruct', type: 'paper-conference', title: 'Self-Instruct: Aligning Language Models with Self-Generated Instructions',
    authors: ['Yizhong Wang', 'Yeganeh Kordi'], issued: '2023-07', submitted: '2022-12', venue: 'ACL 2023', arxiv: '2212.10560', doi: '10.18653/v1/2023.acl-long.754', acl: '2023.acl-long.754',
    links: { code: 'https://github.com/yizhongw/self-instruct' }, categories: ['generation/single-llm'], tags: ['instruction tuning'], summary: 'Bootstraps instructions from a seed set.',
    lists: [{ list: 'awesome-sdg', section: 'Methods > Instruction data', note: 'the classic' }],
  },
  {
    id: 'li2024glan', aliases: ['GLAN'], type: 'article', title: 'Synthetic Data (Almost) from Scratch: Generalized Instruction Tuning for Language Models', 'title-short': 'GLAN',
    authors: ['Haoran Li', 'Qingxiu Dong'], issued: '2024-02', arxiv: '2402.13064', categories: ['generation'], tags: ['instruction tuning', 'taxonomy'],
  },
  {
    id: 'omahony2024survey', type: 'article', title: 'A Survey of Data Attribution', authors: [{ family: 'Ó Mahony', given: 'Niamh' }], issued: '2024', arxiv: '2404.07503', doi: '10.48550/arXiv.2404.07503',
    categories: ['surveys'], tags: ['survey'], status: 'reading', starred: true,
  },
  {
    id: 'luo2023wizardmath', type: 'article', title: 'WizardMath: Empowering Mathematical Reasoning', authors: ['Haipeng Luo', 'Can Xu'], issued: '2023-08', arxiv: '2308.09583',
    categories: ['reasoning/math'], tags: ['math', 'code generation'], links: { pdf: 'https://example.org/wizard.pdf' }, language: 'en-GB',
  },
  { id: 'hermes', type: 'software', title: 'Hermes Tool', authors: [{ literal: 'Nous Research' }], links: { code: 'https://github.com/nous/hermes', page: 'https://www.hermes.example/docs/' }, categories: ['tools'] },
  { id: 'yang2024zhongjing', type: 'article-journal', title: '中文医学 ZhongJing(仲景) dialogues', authors: ['Songhua Yang'], issued: '2024-03', venue: 'Proceedings of AAAI', doi: '10.1609/aaai.v38i17.29907', categories: ['domains/medical'] },
  { id: 'gunasekar2023phi', type: 'article', title: 'Textbooks Are All You Need', authors: ['Suriya Gunasekar'], issued: '2023-06', arxiv: '2306.11644', tags: ['code', 'phi'], summary: 'Trains phi-1 on textbook-quality data.' },
  { id: 'li2023phi15', type: 'article', title: 'Textbooks Are All You Need II: phi-1.5 Technical Report', authors: ['Yuanzhi Li'], issued: '2023-09', arxiv: '2309.05463' },
  { id: 'beyond', unchecked: true, type: 'article', title: 'Going Beyond Self-Instruct', authors: ['Ann Textbooks'], issued: '2025', categories: ['generation/agentic'] },
];

export const papers: readonly Paper[] = fields.map(toPaper);

export const context = searchContext({
  categories: [
    { id: 'generation', title: 'Data generation', children: [{ id: 'generation/single-llm', title: 'One model' }, { id: 'generation/agentic', title: 'Agents' }] },
    { id: 'reasoning', title: 'Reasoning', children: [{ id: 'reasoning/math', title: 'Mathematics' }] },
    { id: 'surveys', title: 'Overviews' },
    { id: 'domains', title: 'Domains', children: [{ id: 'domains/medical', title: 'Médecine' }] },
  ],
  lists: [{ id: 'awesome-sdg', title: 'Awesome Synthetic Data' }],
});
