import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readList, toFields, type ListPaper } from '../../../src/core/lists/index.js';

const fixture = (name: string) => readList(readFileSync(`test/fixtures/lists/${name}.md`, 'utf8'));
/** What most tests look at: the first link and a place in short. */
const row = ({ line, section, title, arxiv, doi, acl, openreview, links }: ListPaper) => [line, section.join(' / '), title, arxiv ?? doi ?? acl ?? openreview ?? Object.values(links)[0]];
const of = (text: string) => readList(text).papers;
const one = (text: string): ListPaper => {
  const papers = of(`# L\n\n## S\n\n${text}`);
  assert.equal(papers.length, 1, JSON.stringify(papers));
  const [paper] = papers;
  assert.ok(paper);
  return paper;
};

describe('reading public lists', () => {
  it('reads bullets with bold linked titles, and repairs names', () => {
    const list = fixture('bullets');
    assert.equal(list.title, 'Measuring Gardens with Language Models');
    assert.deepEqual(list.papers.map(row), [
      [23, '1. Papers / 1.1. Surveys', 'A Survey of Measured Gardens', '2301.00101'],
      [24, '1. Papers / 1.1. Surveys', 'Hedges, Fences, and What Models Know of Them: A Review', '2302.00102'],
      [27, '1. Papers / 1.2. Methods', 'Counting Leaves without Labels', '2303.00103'],
      [30, '2. Tools', 'Spade: A Toolkit for Plots', '2024.acl-demos.7'],
      [33, '3. Blogs', 'How we count leaves', 'https://blog.example.net/leaves'],
    ]);
    assert.deepEqual(list.papers.map(({ authors }) => authors), [['André Dubois', 'Zoë Ångström', 'Łukasz Żak'], ['Mia Kern', 'Noor Idris'], ['Víctor Peña'], ['Ana Lima'], ['Jo Park']]);
    assert.deepEqual(list.papers.map(({ issued, venue }) => [issued, venue]), [['2023', 'Arxiv 2023'], ['2024', 'ACL 2024'], ['2024', 'DPFM@ICLR 2024'], ['2024', 'ACL 2024'], ['2024', undefined]]);
    assert.deepEqual(list.unread.map(({ line, reason }) => [line, reason]), [[5, 'badge'], [6, 'badge']]);
    assert.ok(list.repaired > 3);
  });

  it('reads tables whose row of headings is an entry, and dates with the month first', () => {
    const list = fixture('tables');
    assert.deepEqual(list.papers.map(row), [
      [16, 'Surveys', 'Gardens Made by Machines: A Survey', '2304.00104'],
      [17, 'Surveys', 'Plots Against Leaks in Benchmarks', '2024.findings-acl.901'],
      [24, 'Methods / One Gardener, No Tools', 'Part 2 – A Bitter Harvest?', '2305.00105'],
      [25, 'Methods / One Gardener, No Tools', 'Scaling Hedges to 1,000,000,000 Leaves', 'https://proceedings.neurips.cc/paper_files/paper/2024/hash/0123456789abcdef0123456789abcdef-Abstract-Conference.html'],
      [26, 'Methods / One Gardener, No Tools', 'A Gardener’s Notes', '10.1073/pnas.2300000001'],
      [32, 'Further Reading', 'Judging Gardeners', '2306.00106'],
      [36, 'Related Repositories', 'Awesome Plots', 'https://github.com/example/awesome-plots'],
      [38, 'Related Repositories', 'Leaf Data', 'https://github.com/example/leaf-data/tree/main'],
    ]);
    assert.equal(list.papers[0]?.issued, '2025-03');
    assert.equal(list.papers[5]?.notes, 'a benchmark of models’ gardening—and of the “plots” they draw');
    // the survey that the list goes with stands in a sentence
    assert.deepEqual(list.unread.map(({ line, reason }) => [line, reason]), [[5, 'prose']]);
  });

  it('reads **[date venue]** *authors*, **title** | [[PDF]]', () => {
    const list = fixture('dated');
    assert.deepEqual(list.papers.map(({ title, issued, venue, authors }) => [title, issued, venue, authors?.length]), [
      ['Lessons from a Year of Weeding', '2024-07', 'COLM', 3],
      ['How Quality and Variety Grow Together', '2024-12', 'Arxiv', 2],
      ['Rakes as Foundations', '2023-05', 'ACM Computing Survey', 2],
      ['RakeLLM: 16000+ Rakes', '2024', 'ICLR Spotlight', 1],
    ]);
    assert.deepEqual(list.papers[2]?.links, { code: 'https://github.com/example/rakes', page: 'https://dl.acm.org/doi/10.1145/3700001', pdf: 'https://dl.acm.org/doi/pdf/10.1145/3700001' });
    assert.deepEqual(list.unread.map(({ line, reason, text }) => [line, reason, text]), [[8, 'placeholder', '[[HOME PAGE]]()'], [8, 'placeholder', '[[PDF]]()']]);
  });

  it('reads tables with venues and bare addresses, and leaves placeholders out', () => {
    const list = fixture('venues');
    assert.deepEqual(list.papers.map(({ line, venue, issued }) => [line, venue, issued]), [[17, 'arxiv 2023', '2023'], [18, '41 ICML', undefined], [19, 'arxiv 2024', '2024'], [29, 'iScience 2023', '2023'], [30, 'Github repo', undefined], [31, 'NeurIPS Workshop 2023 / ACL 2024', '2023']]);
    assert.deepEqual(list.papers.map(({ title }) => title).slice(3, 5), ['Herbs in a biomedical hub (HIBH)', 'BaiCao(百草)']);
    assert.equal(list.papers[3]?.links.page, 'https://www.cell.com/example/fulltext/S0000-0042(23)00001-0');
    assert.deepEqual(list.papers[5]?.section, ['Applications', 'Applications', 'Medical']);
    assert.deepEqual(list.unread.map(({ line, reason }) => [line, reason]), [[11, 'placeholder'], [20, 'placeholder'], [21, 'placeholder']]);
  });

  it('reads references in words with their links below', () => {
    const { papers, unread } = fixture('references');
    assert.deepEqual(papers.map(({ line, title, authors, moreAuthors, arxiv, acl }) => [line, title, authors, moreAuthors ?? false, arxiv ?? acl]), [
      [6, 'Large gardens for small data: A survey', ['Grün T', 'Del Corro L', 'Seddik M E A'], true, '2312.00112'],
      [13, 'Towards a theory of hedges: a bottleneck view', ['Hill S', 'Gray R'], false, '2401.00113'],
      [17, 'How Weeds are Affected by the Composition of Soil', ['Mia Kern', 'Noor Idris', 'Jo Park'], false, '2024.acl-long.912'],
      [21, 'Smaller, weaker, yet better: hedges at last', ['Hosseini A', 'Agarwal R'], false, '2402.00114'],
    ]);
    assert.deepEqual(papers.map(({ links }) => links.code), ['https://github.com/example/large-gardens', 'https://github.com/example/hedges', undefined, undefined]);
    assert.deepEqual(unread, []);
    assert.deepEqual(papers[0] && toFields(papers[0]), {
      type: 'article', title: 'Large gardens for small data: A survey', authors: [{ family: 'Grün', given: 'T.' }, { family: 'Del Corro', given: 'L.' }, { family: 'Seddik', given: 'M. E. A.' }], issued: '2023-12', arxiv: '2312.00112', links: { code: 'https://github.com/example/large-gardens' }, unchecked: true,
    });
  });

  it('reads the other shapes of the wild', () => {
    const list = fixture('wild');
    assert.deepEqual(list.papers.map(row), [
      [8, 'News', 'Grafting by Reverse Curriculum Learning', '2402.10001'],
      [12, 'Papers', 'Pruning: A Heading that Is an Entry', '2402.10002'],
      [16, 'Papers / Numbered', 'Two Lines for a Tree', '2402.10003'],
      [19, 'Papers / Numbered', 'ShortName: Trees from Quotation Marks', '2402.10004'],
      [20, 'Papers / Numbered', 'An Orchard as Memory', '2402.10005'],
      [23, 'Papers / Lines and badges', 'A Comprehensive Look at Bark', '2402.10006'],
      [28, 'Papers / Lines and badges', 'Fruit: A Benchmark of Ripeness', '2402.10007'],
      [31, 'Papers / Lines and badges', 'Rich feature hierarchies for accurate branches', '1402.1008'],
      [34, 'Papers / Nested', "What's in a Root? Interpretable Descriptions", '2402.10009'],
      [40, 'Papers / Nested / Query-based orchards', 'REALM of Roots: A Paper below a Label', '2402.10010'],
      [45, 'Papers / Tables', 'MiniTree 1.0: Faster Growth with Dynamic Shade', '2402.10011'],
      [49, 'Papers / Tables', 'Restoring Bark with Guided Networks', '2402.10012'],
      [55, 'Papers / Tables', 'TreeLM', '2402.10013'],
      [60, 'Papers / References by name', 'Leaves by Reference: Links at the End', '2402.10014'],
    ]);
    const by = (arxiv: string) => list.papers.find((paper) => paper.arxiv === arxiv);
    assert.deepEqual([by('2402.10003')?.authors, by('2402.10003')?.issued], [['Ada Stone', 'Max Weber'], '2022-03']);
    assert.deepEqual([by('2402.10005')?.authors, by('2402.10005')?.moreAuthors, by('2402.10005')?.issued], [['Ben Ali'], true, '2022-04']);
    assert.deepEqual([by('2402.10006')?.authors, by('2402.10006')?.issued], [['Boris Wang', 'Wei Chen'], '2023-06-20']);
    assert.deepEqual([by('2402.10009')?.authors, by('2402.10009')?.links.code], [['Rita Moss', 'Sam Hill', 'Eva Pine'], 'https://github.com/example/roots']);
    assert.deepEqual([by('2402.10014')?.links.code, by('2402.10014')?.venue, by('2402.10014')?.issued], ['https://github.com/example/leaves', 'COLM', '2024-07']);
    assert.deepEqual(list.unread.map(({ line, reason }) => [line, reason]), [[3, 'badge'], [5, 'relative'], [5, 'relative'], [29, 'badge'], [63, 'administrative'], [66, 'code'], [68, 'comment']]);
  });

  const link = 'https://arxiv.org/abs/2212.10560';
  for (const [text, title] of [
    [`- [paper](${link}) **A Title in Bold Letters**`, 'A Title in Bold Letters'],
    [`- A Title in Plain Words. [[pdf](${link})] [[code](https://github.com/a/b)]`, 'A Title in Plain Words'],
    [`- A Title in Plain Words (2014), M. Stone and R. Weber [[pdf]](${link})`, 'A Title in Plain Words'],
    [`- Wasserstein Trees (2017), M. Stone et al. [[pdf]](${link})`, 'Wasserstein Trees'],
    [`- 🔥 [2023/05] [A Title, Linked](${link})`, 'A Title, Linked'],
    [`- **[ICLR 2024]** [A Title, Linked](${link}) [![star](https://img.shields.io/github/stars/a/b)](https://github.com/a/b)`, 'A Title, Linked'],
    [`- (*arxiv2023.05*) A Title in Plain Words [[Paper](${link})]`, 'A Title in Plain Words'],
    [`1. "A Title in Quotation Marks" [2022-01] [[paper](${link})] [JMLR]`, 'A Title in Quotation Marks'],
    [`[![arXiv](https://img.shields.io/badge/x)](${link}) [**A Title after a Badge**](${link}),<br> by *Ann Stone, Max Weber*`, 'A Title after a Badge'],
    [`| Name | Title | arXiv |\n|-|-|-|\n| Tree | Growing Trees on Demand | [2212.10560](${link}) |`, 'Growing Trees on Demand'],
    [`| arXiv | Paper |\n|-|-|\n| [link](${link}) | Growing Trees on Demand |`, 'Growing Trees on Demand'],
    [`<ul><li><b>Growing Trees on Demand</b>, <i>Ann Stone</i> <a href="${link}">PDF</a></li></ul>`, 'Growing Trees on Demand'],
    [`**Growing Trees on Demand**\n\n[Paper](${link}) [Code](https://github.com/a/b)`, 'Growing Trees on Demand'],
    [`### Growing Trees on Demand Today\n\n[Paper](${link}) [Code](https://github.com/a/b)`, 'Growing Trees on Demand Today'],
    [`[**2024**] **Two Trees** | [[HOME PAGE]](${link}) | A remark on them`, 'Two Trees'],
    [`[**2024 Jul Arxiv**] **Growing Trees on Demand** | [[PDF]](${link}) | Says "a garden of many trees" and more`, 'Growing Trees on Demand'],
    [`- Growing Trees on Demand[J]. Garden Letters, 2024.\n\n  [Paper](${link})`, 'Growing Trees on Demand'],
    [`- Ann Péna, Jo Qi. Growing Trees on Demand[C]//Garden Letters, 2024.\n\n  [Paper](${link})`, 'Growing Trees on Demand'],
    [`- [Trees \\[extended\\] & *leaves* for ~~all~~ everyone](${link})`, 'Trees [extended] & leaves for all everyone'],
  ] as const) {
    it(`finds the title of ${text.replace(/\s+/gu, ' ').slice(0, 60)}`, () => {
      const paper = one(text);
      assert.deepEqual([paper.title, paper.arxiv], [title, '2212.10560']);
    });
  }

  for (const [text, venue, notes] of [
    ['*Ann Stone, Max Weber.* Garden Letters, 2023. The remark of a reader.', 'Garden Letters', 'The remark of a reader.'],
    ['*Ann Stone, Max Weber.* ACL 2023. Note: Good, says ACL 2024.', 'ACL 2023', 'Good, says ACL 2024.'],
    ['*Ann Stone, Max Weber.* In Garden Letters. [[Code](https://github.com/a/b)] Note: Good', 'Garden Letters', 'Good'],
    ['*Ann Stone, Max Weber.* Updated May 2023. [[Code](https://github.com/a/b)]', undefined, 'Updated May 2023.'],
    ['*Yan Qi.* 2023. The remark of a reader.', undefined, 'The remark of a reader.'],
  ] as const) {
    it(`reads venue and remark of ${text}`, () => {
      const paper = one(`- [**A Title of Some Words.**](${link}) ${text}`);
      assert.deepEqual([paper.venue, paper.notes], [venue, notes]);
      assert.doesNotMatch(paper.authors?.at(-1) ?? '', /\.$/u);
    });
  }

  for (const title of ['**Growing Trees on Demand**', '### Growing Trees on Demand', '**[Growing Trees on Demand](https://trees.example.net/)**']) {
    it(`reads items that say what they lead to below ${title}`, () => {
      const { papers, unread } = readList(`# L\n\n## S\n\n${title}\n\n- Affiliation: Garden University\n\n- Homepage: https://trees.github.io/\n- Paper(Oral): ${link}\n- Code：https://code.example.net/trees\n- Dataset: None\n\n**Pruning at Night**\n\n- Oral\n- 论文：https://arxiv.org/abs/2003.13549\n- [论文下载链接](https://pruning.example.net/a.pdf)\n- [A Work of Its Own on Hedges](https://arxiv.org/abs/2402.10001)\n`);
      assert.deepEqual(papers.map((paper) => [paper.title, paper.arxiv, paper.section, paper.issued]), [['Growing Trees on Demand', '2212.10560', ['S'], undefined], ['Pruning at Night', '2003.13549', ['S'], undefined], ['A Work of Its Own on Hedges', '2402.10001', ['S'], undefined]]);
      assert.deepEqual(papers.map(({ links }) => [links.project, links.code, links.pdf]), [['https://trees.github.io/', 'https://code.example.net/trees', undefined], [undefined, undefined, 'https://pruning.example.net/a.pdf'], [undefined, undefined, undefined]]);
      assert.deepEqual(unread, []);
    });
  }

  it('reads numbered headings above items that begin with a picture and a label', () => {
    const { papers } = readList(`# L\n\n#### [1] Growing Trees on Demand: A Field Guide\n- **🧑‍🔬 作者**：Ann Stone, Bo Reed, Cy Fern\n- **🏫 单位**：Garden University ⟐ Hedge Institute\n- **🔗 链接**：[[中英摘要](./abs/1.md)] [[arXiv:2212.10560](${link})] [Code]\n- **📝 说明**: 🏆 Accepted to ICCV 2025\n\n#### [2] Quiet Hedges\n- **🧑‍🔬 作者**：Di Moss, Ed Rush\n- **🔗 链接**：[[arXiv:2402.10001](https://arxiv.org/abs/2402.10001)]\n- **📝 说明**：\n`);
    assert.deepEqual(papers.map(({ title, authors, arxiv, notes }) => [title, authors, arxiv, notes]), [['Growing Trees on Demand: A Field Guide', ['Ann Stone', 'Bo Reed', 'Cy Fern'], '2212.10560', 'Garden University ⟐ Hedge Institute'], ['Quiet Hedges', ['Di Moss', 'Ed Rush'], '2402.10001', undefined]]);
  });

  it('takes prose above such items for no title', () => {
    const { papers, unread } = readList(`# L\n\n## S\n\nThe works of this year are in our collection: they grow.\n\n- Paper: ${link}\n`);
    assert.deepEqual([papers.length, unread.map(({ url }) => url)], [0, [link]]);
  });

  it('reads names of many words, and text without spaces, in no time', () => {
    const name = 'Aster '.repeat(200).trim();
    const [paper] = of(`# L\n\n## S\n\n- [A Title of Some Words](${link}) *${name} 1, Ann Stone*\n- ${'园'.repeat(2000)}，. 园[J]. [pdf](${link})\n`);
    assert.ok(paper);
    for (const authors of [[`${name}!`, name], ['Del Corro L', 'Kern M A', 'Ann Stone']]) assert.equal(toFields({ ...paper, authors }).authors?.length, authors.length);
    assert.deepEqual(toFields({ ...paper, authors: ['Del Corro L', 'Kern M A', 'Ann Stone'] }).authors, [{ family: 'Del Corro', given: 'L.' }, { family: 'Kern', given: 'M. A.' }, 'Ann Stone']);
  });

  it('reads addresses as they are, entities in them once', () => {
    assert.deepEqual(one('- [A Title of Some Words](https://a.example.net/x?a=1\\&copy;=2&amp;b=3)').links, { page: 'https://a.example.net/x?a=1&copy;=2&b=3' });
  });

  for (const [text, issued] of [['03-2025', '2025-03'], ['2024 Jul COLM', '2024-07'], ['arxiv 2023', '2023'], ['ICLR Spotlight', undefined], ['Jun., 2024', '2024-06'], ["CVPR'14", '2014'], ['6 Jul 2023', '2023-07-06'], ['2023.12.05', '2023-12-05'], ['arXiv:2003.13549', undefined], ['arXiv:2003.13549 2020', '2020'], ['2023年5月', '2023-05'], ['2023/5', '2023-05']] as const) {
    it(`reads the date of ${text}`, () => {
      assert.equal(one(`| Paper | Venue |\n|-|-|\n| [A Title of Some Words](${link}) | ${text} |`).issued, issued);
    });
  }
});
