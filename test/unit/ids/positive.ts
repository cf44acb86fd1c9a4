/** Texts that hold exactly one identifier. */
import type { IdKind, Mention } from '../../../src/core/ids/index.js';

export interface Positive {
  readonly text: string;
  readonly kind: IdKind;
  readonly id: string;
  readonly version?: number;
  /** The part of the text that is the mention. */
  readonly exact: string;
  readonly form: Mention['form'];
}

type Row = readonly [text: string, id: string, exact?: string, form?: Mention['form']];

/** A row leaves out its exact text when that is the whole text, and its form when that is a link; `@2` behind an id is a version. */
const table = (kind: IdKind, rows: readonly Row[]): Positive[] =>
  rows.map(([text, named, exact = text, form = 'link']) => {
    const [, id = '', version] = /^(.*?)(?:@(\d+))?$/.exec(named) ?? [];
    return { text, kind, id, exact, form, ...(version === undefined ? {} : { version: Number(version) }) };
  });

const hash = '639a9a172c044fbb64175b5fad42e9a5';
const sha = '649def34f8be52c8b66281af98ae884c09aef38b';

export const positives: readonly Positive[] = [
  ...table('arxiv', [
    // Hosts and pages.
    ['https://arxiv.org/abs/2212.10560', '2212.10560'],
    ['http://arxiv.org/abs/2212.10560v2', '2212.10560@2'],
    ['https://www.arxiv.org/abs/2212.10560', '2212.10560'],
    ['https://arxiv.org/pdf/2212.10560', '2212.10560'],
    ['https://arxiv.org/pdf/2212.10560v2.pdf', '2212.10560@2'],
    ['https://arxiv.org/html/2412.02980v2', '2412.02980@2'],
    ['https://arxiv.org/ps/hep-th/9901001', 'hep-th/9901001'],
    ['https://arxiv.org/format/0704.0001', '0704.0001'],
    ['https://arxiv.org/e-print/2212.10560', '2212.10560'],
    ['http://export.arxiv.org/abs/1412.9999', '1412.9999'],
    ['https://browse.arxiv.org/html/1501.00001', '1501.00001'],
    ['http://xxx.lanl.gov/abs/hep-th/9901001', 'hep-th/9901001'],
    ['http://arxiv.org/ftp/arxiv/papers/0704/0704.0001.pdf', '0704.0001'],
    ['https://ar5iv.labs.arxiv.org/html/2212.10560', '2212.10560'],
    ['https://ar5iv.org/abs/2212.10560', '2212.10560'],
    ['https://www.alphaxiv.org/abs/2212.10560v1', '2212.10560@1'],
    ['https://alphaxiv.org/overview/2212.10560', '2212.10560'],
    ['https://huggingface.co/papers/2212.10560', '2212.10560'],
    ['https://huggingface.co/papers/2212.10560.md', '2212.10560'],
    ['https://hf.co/papers/2212.10560', '2212.10560'],
    ['https://www.arxiv-vanity.com/papers/2212.10560/', '2212.10560', 'https://www.arxiv-vanity.com/papers/2212.10560'],
    ['https://www.semanticscholar.org/arxiv/2212.10560', '2212.10560'],
    ['HTTPS://ArXiv.org/ABS/2212.10560V3', '2212.10560@3'],
    ['arxiv.org/abs/2212.10560', '2212.10560'],
    ['//arxiv.org/abs/2212.10560', '2212.10560'],
    ['https://arxiv.org:443/abs/2212.10560', '2212.10560'],
    ['https://doi.org/10.48550/arXiv.2212.10560', '2212.10560'],
    ['https://dx.doi.org/10.48550/ARXIV.2212.10560v1', '2212.10560@1'],
    ['https://doi.org/10.48550/arXiv.hep-th/9901001.', 'hep-th/9901001', 'https://doi.org/10.48550/arXiv.hep-th/9901001'],
    ['doi:10.48550/arXiv.2212.10560', '2212.10560', undefined, 'bare'],
    ['doi = {10.48550/arXiv.2212.10560},', '2212.10560', '10.48550/arXiv.2212.10560', 'bare'],
    // What stands around them.
    ['(https://arxiv.org/abs/2212.10560).', '2212.10560', 'https://arxiv.org/abs/2212.10560'],
    ['See <https://arxiv.org/abs/2212.10560>!', '2212.10560', 'https://arxiv.org/abs/2212.10560'],
    ['[1]: https://arxiv.org/abs/2212.10560 "Self-Instruct"', '2212.10560', 'https://arxiv.org/abs/2212.10560'],
    ['- [Self-Instruct](https://arxiv.org/abs/2212.10560?context=cs#S1)', '2212.10560', 'https://arxiv.org/abs/2212.10560'],
    ['**https://arxiv.org/abs/2212.10560**', '2212.10560', 'https://arxiv.org/abs/2212.10560'],
    ['| [x](https://arxiv.org/abs/2212.10560) | ACL |', '2212.10560', 'https://arxiv.org/abs/2212.10560'],
    [String.raw`\href{https://arxiv.org/abs/2212.10560}{Wang}`, '2212.10560', 'https://arxiv.org/abs/2212.10560'],
    [String.raw`\url{http://arxiv.org/pdf/2212.10560.pdf}`, '2212.10560', 'http://arxiv.org/pdf/2212.10560.pdf'],
    ['<a href="https://arxiv.org/abs/2212.10560?a=1&amp;b=2">', '2212.10560', 'https://arxiv.org/abs/2212.10560'],
    [String.raw`{"url": "https:\/\/arxiv.org\/abs\/2212.10560"}`, '2212.10560', String.raw`https:\/\/arxiv.org\/abs\/2212.10560`],
    ['https://example.org/?u=https%3A%2F%2Farxiv.org%2Fabs%2F2212.10560&x', '2212.10560', 'https%3A%2F%2Farxiv.org%2Fabs%2F2212.10560'],
    ['https://web.archive.org/web/2023/https://arxiv.org/abs/2212.10560', '2212.10560', 'https://arxiv.org/abs/2212.10560'],
    ['// https://arxiv.org/abs/2212.10560, section 3', '2212.10560', 'https://arxiv.org/abs/2212.10560'],
    ['https://arxiv.org/abs/2212.10560}', '2212.10560', 'https://arxiv.org/abs/2212.10560'],
    ['https://arxiv.org/pdf/2212.10560.pdf&embed', '2212.10560', 'https://arxiv.org/pdf/2212.10560.pdf'],
    ['https://arxiv.org/abs/2212.10560的论文', '2212.10560', 'https://arxiv.org/abs/2212.10560'],
    // The identifier itself.
    ['arXiv:2212.10560v2', '2212.10560@2', undefined, 'bare'],
    ['(arXiv 2212.10560)', '2212.10560', 'arXiv 2212.10560', 'bare'],
    ['ARXIV: 2212.10560', '2212.10560', undefined, 'bare'],
    ['# arxiv:2212.10560.', '2212.10560', 'arxiv:2212.10560', 'bare'],
    ['arXiv preprint arXiv:2212.10560 [cs.CL], 2022', '2212.10560', 'arXiv:2212.10560', 'bare'],
    ['arXiv:math.gt/0309136', 'math.GT/0309136', undefined, 'bare'],
    ['arXiv:cs/0309136', 'cs/0309136', undefined, 'bare'],
    ['arXiv:9901.00001', '9901.00001', undefined, 'bare'],
    ['(hep-th/9901001)', 'hep-th/9901001', 'hep-th/9901001', 'bare'],
    ['as in math.GT/0309136v1,', 'math.GT/0309136@1', 'math.GT/0309136v1', 'bare'],
    ['CoRR abs/2212.10560, 2022', '2212.10560', 'abs/2212.10560', 'bare'],
    ['https://huggingface.co/models?filter=arxiv:2212.10560', '2212.10560', 'arxiv:2212.10560', 'bare'],
    // Fields.
    ['  eprint = {2212.10560},', '2212.10560', '2212.10560', 'field'],
    ['eprint="2212.10560v1", archivePrefix="arXiv"', '2212.10560@1', '2212.10560v1', 'field'],
    ['archivePrefix = {arXiv},\n eprint = {cs/0309136}', 'cs/0309136', 'cs/0309136', 'field'],
    ['eprint = {arXiv:2212.10560}', '2212.10560', 'arXiv:2212.10560', 'bare'],
    ['  arxiv: "2212.10560"', '2212.10560', '2212.10560', 'field'],
    ['- id: a\n  arxiv: 2212.10560', '2212.10560', '2212.10560', 'field'],
    ['{"arxiv": "2212.10560"}', '2212.10560', '2212.10560', 'field'],
    ['{"externalIds": {"ArXiv": "2212.10560"}}', '2212.10560', '2212.10560', 'field'],
    ['cite(arxiv_id=\'2212.10560\')', '2212.10560', '2212.10560', 'field'],
    [String.raw`"{\"arxiv\": \"2212.10560\"}"`, '2212.10560', '2212.10560', 'field'],
    [String.raw`\arxiv{2212.10560}`, '2212.10560', '2212.10560', 'field'],
    ['<pub-id pub-id-type="arxiv">2212.10560</pub-id>', '2212.10560', '2212.10560', 'field'],
  ]),
  ...table('doi', [
    ['10.18653/v1/2023.acl-long.754', '10.18653/v1/2023.acl-long.754', undefined, 'bare'],
    ['doi:10.1145/3704435.', '10.1145/3704435', 'doi:10.1145/3704435', 'bare'],
    ['DOI: 10.1145/3704435, 2024', '10.1145/3704435', 'DOI: 10.1145/3704435', 'bare'],
    ['  doi: 10.1145/3704435\n', '10.1145/3704435', '10.1145/3704435', 'field'],
    ['doi = "10.1145/3704435",', '10.1145/3704435', '10.1145/3704435', 'bare'],
    ['https://doi.org/10.1145/3636243.3636256', '10.1145/3636243.3636256'],
    ['http://dx.doi.org/10.1145/3636243.3636256', '10.1145/3636243.3636256'],
    ['doi.org/10.1145/3636243.3636256', '10.1145/3636243.3636256'],
    ['https://doi.org/10.1145%2F3636243.3636256', '10.1145/3636243.3636256'],
    ['https://example.org/?u=https%3A%2F%2Fdoi.org%2F10.1145%2F3636243', '10.1145/3636243', 'https%3A%2F%2Fdoi.org%2F10.1145%2F3636243'],
    ['https://dl.acm.org/doi/10.1145/3704435', '10.1145/3704435'],
    ['https://dl.acm.org/doi/pdf/10.1145/3704435', '10.1145/3704435'],
    ['https://www.pnas.org/doi/abs/10.1073/pnas.2305016120', '10.1073/pnas.2305016120'],
    ['https://www.science.org/doi/full/10.1126/science.abq1158?download=true', '10.1126/science.abq1158', 'https://www.science.org/doi/full/10.1126/science.abq1158'],
    ['https://link.springer.com/chapter/10.1007/978-3-031-93418-6_9', '10.1007/978-3-031-93418-6_9'],
    ['https://link.springer.com/content/pdf/10.1007/978-3-031-93418-6_9.pdf', '10.1007/978-3-031-93418-6_9'],
    ['https://www.frontiersin.org/articles/10.3389/frai.2023.1/full', '10.3389/frai.2023.1'],
    ['https://www.biorxiv.org/content/10.1101/2020.03.01.123456v2.full.pdf', '10.1101/2020.03.01.123456'],
    ['https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0123456&type=printable', '10.1371/journal.pone.0123456', 'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0123456'],
    ['(10.1016/S0140-6736(23)00537-0)', '10.1016/S0140-6736(23)00537-0', '10.1016/S0140-6736(23)00537-0', 'bare'],
    ['[Lancet](https://doi.org/10.1016/S0140-6736(23)00537-0).', '10.1016/S0140-6736(23)00537-0', 'https://doi.org/10.1016/S0140-6736(23)00537-0'],
    ['https://doi.org/10.1016/S0140-6736%2823%2900537-0', '10.1016/S0140-6736(23)00537-0'],
    ['https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O', '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O'],
    ['10.1175/1520-0493(1996)124<0083:ATS>2.0.CO;2.', '10.1175/1520-0493(1996)124<0083:ATS>2.0.CO;2', '10.1175/1520-0493(1996)124<0083:ATS>2.0.CO;2', 'bare'],
    ['10.1641/0006-3568(2004)054[0547:UROTGT]2.0.CO;2', '10.1641/0006-3568(2004)054[0547:UROTGT]2.0.CO;2', undefined, 'bare'],
    [String.raw`\doi{10.1007/978-3-031-93418-6\_9}`, '10.1007/978-3-031-93418-6_9', String.raw`10.1007/978-3-031-93418-6\_9`, 'bare'],
    [String.raw`doi = {10.1007/978-3-031-93418-6{\_}9},`, '10.1007/978-3-031-93418-6_9', String.raw`10.1007/978-3-031-93418-6{\_}9`, 'bare'],
    ['papers/doi/10.1145/3704435.pdf', '10.1145/3704435', '10.1145/3704435', 'bare'],
    ['<p>10.1145/3704435</p>', '10.1145/3704435', '10.1145/3704435', 'bare'],
    ['[10.1145/3704435]', '10.1145/3704435', '10.1145/3704435', 'bare'],
    ['_10.1145/3704435_', '10.1145/3704435', '10.1145/3704435', 'bare'],
    ['10.1145/3704435(see above', '10.1145/3704435', '10.1145/3704435', 'bare'],
    ['10.1000.10/123456', '10.1000.10/123456', undefined, 'bare'],
  ]),
  ...table('acl', [
    ['https://aclanthology.org/2023.acl-long.754', '2023.acl-long.754'],
    ['https://aclanthology.org/2023.acl-long.754/', '2023.acl-long.754', 'https://aclanthology.org/2023.acl-long.754'],
    ['https://aclanthology.org/2024.findings-acl.97.pdf', '2024.findings-acl.97'],
    ['https://aclanthology.org/P19-1001.bib', 'P19-1001'],
    ['http://www.aclweb.org/anthology/p19-1001', 'P19-1001'],
    ['https://aclweb.org/anthology/papers/P/P19/P19-1001/', 'P19-1001', 'https://aclweb.org/anthology/papers/P/P19/P19-1001'],
    ['https://aclanthology.org/2020.acl-main.1v2.pdf', '2020.acl-main.1'],
    ['acl: 2023.acl-long.754', '2023.acl-long.754', '2023.acl-long.754', 'field'],
    ['"acl_anthology": "2020.emnlp-main.743",', '2020.emnlp-main.743', '2020.emnlp-main.743', 'field'],
  ]),
  ...table('openreview', [
    ['https://openreview.net/forum?id=TPtXLihkny:', 'TPtXLihkny', 'https://openreview.net/forum?id=TPtXLihkny'],
    ['https://openreview.net/pdf?id=H8cx0iO-y-9', 'H8cx0iO-y-9'],
    ['https://openreview.net/attachment?id=OJaWBhh61C&name=pdf', 'OJaWBhh61C', 'https://openreview.net/attachment?id=OJaWBhh61C'],
    ['href="https://openreview.net/forum?noteId=a1&amp;id=xaqoZZqkPU"', 'xaqoZZqkPU', 'https://openreview.net/forum?noteId=a1&amp;id=xaqoZZqkPU'],
    [String.raw`\url{https://openreview.net/forum?id=a\_b1234567}`, 'a_b1234567', String.raw`https://openreview.net/forum?id=a\_b1234567`],
    ['  openreview: H8cx0iO-y-9', 'H8cx0iO-y-9', 'H8cx0iO-y-9', 'field'],
  ]),
  ...table('semantic-scholar', [
    [`https://www.semanticscholar.org/paper/Self-Instruct%3A-Aligning-Wang/${sha}`, sha],
    [`https://www.semanticscholar.org/paper/${sha.toUpperCase()}#citing-papers`, sha, `https://www.semanticscholar.org/paper/${sha.toUpperCase()}`],
    [`https://www.semanticscholar.org/reader/${sha}`, sha],
    [`https://pdfs.semanticscholar.org/${sha.slice(0, 4)}/${sha.slice(4)}.pdf`, sha],
    ['https://api.semanticscholar.org/CorpusID:254877310', 'CorpusID:254877310'],
    ['CorpusId:254877310', 'CorpusID:254877310', undefined, 'bare'],
    ['"corpusId": 254877310,', 'CorpusID:254877310', '254877310', 'field'],
  ]),
  ...table('pubmed', [
    ['https://pubmed.ncbi.nlm.nih.gov/31978945/', '31978945', 'https://pubmed.ncbi.nlm.nih.gov/31978945'],
    ['https://www.ncbi.nlm.nih.gov/pubmed/31978945', '31978945'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7095418/', 'PMC7095418', 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7095418'],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC7095418/pdf/x.pdf', 'PMC7095418', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7095418'],
    ['https://europepmc.org/article/MED/31978945', '31978945'],
    ['PMID: 31978945.', '31978945', 'PMID: 31978945', 'bare'],
    ['PMCID: PMC7095418', 'PMC7095418', undefined, 'bare'],
    ['(PMC7095418)', 'PMC7095418', 'PMC7095418', 'bare'],
    ['pmid = {31978945}', '31978945', '31978945', 'field'],
  ]),
  ...table('neurips', [
    [`https://proceedings.neurips.cc/paper_files/paper/2022/hash/${hash}-Abstract-Conference.html.`, `2022/${hash}-Conference`, `https://proceedings.neurips.cc/paper_files/paper/2022/hash/${hash}-Abstract-Conference.html`],
    [`https://papers.nips.cc/paper_files/paper/2024/file/${hash}-Paper-Datasets_and_Benchmarks_Track.pdf`, `2024/${hash}-Datasets_and_Benchmarks_Track`],
    [String.raw`\url{https://papers.nips.cc/paper\_files/paper/2024/file/${hash}-Paper-Datasets\_and\_Benchmarks\_Track.pdf}`, `2024/${hash}-Datasets_and_Benchmarks_Track`, String.raw`https://papers.nips.cc/paper\_files/paper/2024/file/${hash}-Paper-Datasets\_and\_Benchmarks\_Track.pdf`],
    [`https://proceedings.neurips.cc/paper/2020/hash/${hash}-Abstract.html`, `2020/${hash}`],
    [`https://proceedings.neurips.cc/paper_files/paper/2023/hash/${hash}`, `2023/${hash}-Conference`],
  ]),
  ...table('iclr', [
    [`https://proceedings.iclr.cc/paper_files/paper/2024/hash/${hash}-Abstract-Conference.html`, `2024/${hash}-Conference`],
    [`https://proceedings.iclr.cc/paper_files/paper/2024/file/${hash}-Paper-Conference.pdf`, `2024/${hash}-Conference`],
  ]),
  ...table('pmlr', [
    ['https://proceedings.mlr.press/v139/radford21a.html', 'v139/radford21a'],
    ['http://proceedings.mlr.press/v139/radford21a', 'v139/radford21a'],
    ['https://proceedings.mlr.press/v235/allen-zhu24a/allen-zhu24a.pdf', 'v235/allen-zhu24a'],
    ['https://raw.githubusercontent.com/mlresearch/v235/main/assets/allen-zhu24a/allen-zhu24a.pdf', 'v235/allen-zhu24a'],
    ['http://jmlr.org/proceedings/papers/v37/ioffe15.html', 'v37/ioffe15'],
  ]),
  ...table('github', [
    ['https://github.com/yizhongw/Self-Instruct', 'yizhongw/self-instruct'],
    ['https://github.com/yizhongw/self-instruct/', 'yizhongw/self-instruct', 'https://github.com/yizhongw/self-instruct'],
    ['(see https://github.com/yizhongw/self-instruct).', 'yizhongw/self-instruct', 'https://github.com/yizhongw/self-instruct'],
    ['https://github.com/tatsu-lab/stanford_alpaca/tree/main/a%20b#data', 'tatsu-lab/stanford_alpaca', 'https://github.com/tatsu-lab/stanford_alpaca/tree/main/a%20b'],
    [String.raw`\url{https://github.com/tatsu-lab/stanford\_alpaca}`, 'tatsu-lab/stanford_alpaca', String.raw`https://github.com/tatsu-lab/stanford\_alpaca`],
    ['git clone https://github.com/a/b.js.git', 'a/b.js', 'https://github.com/a/b.js.git'],
    ['git@github.com:yizhongw/self-instruct.git', 'yizhongw/self-instruct'],
    ['https://raw.githubusercontent.com/a/b/main/README.md', 'a/b'],
  ]),
];
