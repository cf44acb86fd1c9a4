/** How fast it is, printed and not asserted: LITSHELF_FIGURES=1 mocha … figures.test.js */
import { editPapers } from '../../../src/core/yaml/edit.js';
import { readPapersNow } from '../../../src/core/yaml/read-papers.js';
import { applySplices } from '../../../src/core/yaml/splice.js';

const paper = (index: number): string => `- id: author${index}title
  type: paper-conference
  title: "Paper number ${index}: a study of things"
  authors: [Yizhong Wang, Yeganeh Kordi, Swaroop Mishra, Alisa Liu]
  issued: 2023-07
  submitted: 2022-12
  venue: ACL 2023
  container-title: Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics
  volume: "1"
  page: 13484–13508
  arxiv: "2212.${String(10000 + index)}"
  doi: 10.18653/v1/2023.acl-long.${index}
  links: {code: https://github.com/yizhongw/self-instruct, page: "https://x.y/${index}"}
  categories: [fine-tuning, sdg/single-llm]
  tags: [instruction tuning, self-improvement]
  summary: One sentence in our own words about paper number ${index}.
  lists:
    - {list: awesome-a, section: "A > B"}

`;

(process.env['LITSHELF_FIGURES'] ? describe : describe.skip)('yaml: figures', () => {
  it('10,000 papers', () => {
    let text = Array.from({ length: 10_000 }, (_, index) => paper(index)).join('');
    const times: Record<string, number[]> = {};
    const timed = <T>(name: string, work: () => T): T => {
      const start = performance.now();
      const result = work();
      (times[name] ??= []).push(performance.now() - start);
      return result;
    };
    for (let round = 0; round < 4; round += 1) timed('cold', () => readPapersNow(text, 'f'));
    let read = readPapersNow(text, 'f');
    for (let round = 0; round < 40; round += 1) {
      const change = { kind: 'set' as const, id: `author${round * 200}title`, path: ['title'], value: `New ${round}` };
      timed('edit without what was read', () => editPapers(text, [change]));
      const splices = timed('edit', () => editPapers(text, [change], read));
      text = applySplices(text, splices);
      read = timed('read again', () => readPapersNow(text, 'f', read));
    }
    for (const [name, all] of Object.entries(times)) {
      const sorted = [...all].sort((a, b) => a - b);
      process.stdout.write(`      ${name}: median ${(sorted[sorted.length >> 1] ?? 0).toFixed(1)} ms, least ${(sorted[0] ?? 0).toFixed(1)} ms\n`);
    }
  }).timeout(60_000);
});
