/** A small catalogue with one of everything. */
import type { Category } from '../../../src/core/model/schema.js';

export const sampleCategories: readonly Category[] = [
  { id: 'surveys', title: 'Surveys', description: 'Overviews.' },
  {
    id: 'generation',
    title: 'Generation',
    children: [{ id: 'generation/agentic', title: 'Agentic workflows' }, { id: 'generation/distillation', title: 'Distillation', description: 'A stronger teacher writes the answers.' }],
  },
  { id: 'quality', title: 'Filtering and quality', children: [{ id: 'quality/filtering', title: 'Filtering' }] },
  { id: 'reasoning', title: 'Reasoning' },
];

export const sampleText = `# Papers of the sample.
- id: chen2024selfplay
  type: paper-conference
  title: Self-Play Fine-Tuning Converts Weak Language Models to Strong Language Models
  authors: [Zixiang Chen, Yihe Deng, Huizhuo Yuan, Kaixuan Ji, Quanquan Gu]
  issued: 2024
  venue: ICML 2024
  arxiv: "2401.01335"
  categories: [generation/distillation, reasoning]
  tags: [self-play, fine-tuning]

- id: long2024survey
  type: paper-conference
  title: "On LLMs-Driven Synthetic Data Generation, Curation, and Evaluation: A Survey."
  authors: [Lin Long, Rui Wang, Ruixuan Xiao]
  issued: 2024-08
  venue: ACL Findings 2024
  doi: 10.18653/v1/2024.findings-acl.658
  categories: [surveys]
  tags: [survey]
  summary: Arranges the field by generation, curation and evaluation.

- id: openai2023gpt4
  type: report
  title: GPT-4 Technical Report
  authors: [{literal: OpenAI}]
  issued: 2023
  arxiv: "2303.08774"
  x-shelf: {room: 12, read-by: [Ada]}

- id: wang2023selfinstruct
  type: paper-conference
  title: "Self-Instruct: Aligning Language Models with Self-Generated Instructions" # the one
  title-short: Self-Instruct
  authors: [Yizhong Wang, Yeganeh Kordi, Swaroop Mishra, Alisa Liu]
  issued: 2023-07
  submitted: 2022-12
  venue: ACL 2023
  container-title: Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics
  page: 13484–13508
  publisher: Association for Computational Linguistics
  arxiv: "2212.10560"
  doi: 10.18653/v1/2023.acl-long.754
  acl: 2023.acl-long.754
  links:
    code: https://github.com/yizhongw/self-instruct
    pdf: https://aclanthology.org/2023.acl-long.754.pdf
  categories: [generation/agentic, generation/distillation]
  tags: [instructions, bootstrapping]
  summary: A model writes instructions for itself.
  lists: [{list: awesome, section: Methods > Instructions}]

- id: xu2024wizardlm
  type: paper-conference
  title: "WizardLM: Empowering Large Pre-Trained Language Models to Follow Complex Instructions"
  authors: [Can Xu, Qingfeng Sun]
  issued: 2024
  venue: ICLR 2024
  categories: [generation/distillation]

- id: zelikman2022star
  type: paper-conference
  title: "STaR: Bootstrapping Reasoning With Reasoning"
  authors: [Eric Zelikman, Yuhuai Wu, Jesse Mu, Noah Goodman]
  issued: 2022
  venue: NeurIPS 2022
  categories: [reasoning]
`;
