import assert from 'node:assert/strict';
import { Catalogue } from '../../../src/core/catalogue/catalogue.js';
import { arrange } from '../../../src/core/outline/arrange.js';
import { groupings, venueSeries, type GroupBy } from '../../../src/core/outline/groupings.js';
import { everyPaper, type GroupNode, type Outline } from '../../../src/core/outline/nodes.js';
import { paperRow } from '../../../src/core/outline/row.js';
import { sortOrders, type SortBy } from '../../../src/core/outline/sort.js';
import { catalogueOf } from '../../support/layers.js';

const catalogue = catalogueOf(
  [
    { id: 'wang2023', type: 'paper-conference', title: 'Self-Instruct', authors: ['Yizhong Wang', 'Yeganeh Kordi', 'Swaroop Mishra'], issued: '2023', submitted: '2022-12', venue: 'ACL 2023', arxiv: '2212.10560', categories: ['gen/self', 'train'], tags: ['x'], lists: [{ list: 'one', section: 'Papers > Methods' }] },
    { id: 'zed2024', type: 'article', title: '“Alpha” things', authors: ['Zoe Zed'], issued: '2024-03', arxiv: '2403.00001', categories: ['gen'], lists: [{ list: 'one', section: 'Papers > Methods' }, { list: 'two', section: 'Gone' }], added: '2024-05-01' },
    { id: 'tool', type: 'software', title: 'A Tool', authors: [{ literal: 'MetaGLM' }], links: { code: 'https://github.com/x/y' }, categories: ['nowhere'] },
    { id: 'survey', type: 'article-journal', title: 'A Survey of Things', authors: ['Ann Lee', 'Bo Li'], issued: '2024-05', venue: 'TMLR 2024', tags: ['survey', 'x'], categories: ['surveys'] },
  ],
  {
    categories: [
      { id: 'surveys', title: 'Surveys' },
      { id: 'gen', title: 'Generation', children: [{ id: 'gen/self', title: 'Self-evolution' }, { id: 'gen/none', title: 'Empty one' }] },
      { id: 'train', title: 'Training' },
    ],
    lists: [{ id: 'one', title: 'List One', sections: [{ title: 'Papers', sections: [{ title: 'Methods' }, { title: 'Nothing yet' }] }] }, { id: 'two', title: 'List Two' }],
  },
);

function draw(outline: Outline): string[] {
  const lines: string[] = [];
  const visit = (node: GroupNode, depth: number) => {
    lines.push(`${'  '.repeat(depth)}${node.label} (${node.count})`);
    for (const child of outline.children(node)) {
      if (child.kind === 'group') visit(child, depth + 1);
      else lines.push(`${'  '.repeat(depth + 1)}- ${child.shelved.paper.id}`);
    }
  };
  for (const root of outline.roots) visit(root, 0);
  return lines;
}

const at = (groupBy: GroupBy, filter = '', sortBy: SortBy = 'title') => arrange(catalogue, { groupBy, sortBy, filter }).outline;

describe('outline', () => {
  it('groups by category, in the order of the tree, with the uncategorised last', () => {
    assert.deepEqual(draw(at('category')), ['Surveys (1)', '  - survey', 'Generation (2)', '  Self-evolution (1)', '    - wang2023', '  Empty one (0)', '  - zed2024', 'Training (1)', '  - wang2023', 'Uncategorised (1)', '  - tool']);
  });

  it('has hidden papers behind all others, but not for those who go through them or filter', () => {
    const [first, ...rest] = catalogue.papers;
    const some = new Catalogue({ layers: [], papers: rest, hidden: first ? [first] : [], categories: catalogue.categories, lists: catalogue.lists });
    const { outline } = arrange(some, { groupBy: 'year', sortBy: 'title', filter: '' });
    assert.deepEqual(draw(outline).slice(-2), ['Hidden (1)', `  - ${first?.paper.id ?? ''}`]);
    assert.ok(![...outline.inOrder()].includes(first ?? assert.fail()));
    assert.equal(outline.total, rest.length);
    assert.ok(!draw(arrange(some, { groupBy: 'year', sortBy: 'title', filter: 'year:2000..' }).outline).includes('Hidden (1)'));
  });

  it('groups by year, newest first', () => {
    assert.deepEqual(draw(at('year')), ['2024 (2)', '  - survey', '  - zed2024', '2023 (1)', '  - wang2023', 'No year (1)', '  - tool']);
  });

  it('groups by venue without its year, and by type where there is none', () => {
    assert.deepEqual(draw(at('venue')), ['ACL (1)', '  - wang2023', 'TMLR (1)', '  - survey', 'Preprints (1)', '  - zed2024', 'Software (1)', '  - tool']);
  });

  it('groups by list with its sections, empty ones too, and keeps what no section holds', () => {
    assert.deepEqual(draw(at('list')), ['List One (2)', '  Papers (2)', '    Methods (2)', '      - zed2024', '      - wang2023', '    Nothing yet (0)', 'List Two (0)', 'On no list (3)', '  - survey', '  - tool', '  - zed2024']);
  });

  it('groups by tag and by first author', () => {
    assert.deepEqual(draw(at('tag')), ['survey (1)', '  - survey', 'x (2)', '  - survey', '  - wang2023', 'No tag (2)', '  - tool', '  - zed2024']);
    assert.deepEqual(at('author').roots.map((root) => root.label), ['Lee, Ann', 'MetaGLM', 'Wang, Yizhong', 'Zed, Zoe']);
  });

  for (const groupBy of Object.keys(groupings) as GroupBy[]) {
    it(`shows every paper when grouped by ${groupBy}, with ids that are unique and stable`, () => {
      const outline = at(groupBy);
      assert.equal(new Set(outline.roots.flatMap((root) => [...everyPaper(root)])).size, 4);
      const ids = (of: Outline) => {
        const all: string[] = [];
        const visit = (node: GroupNode) => {
          all.push(node.id);
          for (const child of of.children(node)) if (child.kind === 'group') visit(child); else all.push(child.id);
        };
        of.roots.forEach(visit);
        return all;
      };
      assert.equal(new Set(ids(outline)).size, ids(outline).length);
      assert.deepEqual(ids(at(groupBy)), ids(outline));
      for (const { paper } of catalogue.papers) {
        const node = outline.find(paper.id);
        assert.equal(node?.shelved.paper.id, paper.id);
        assert.ok(node.parent && outline.group(node.parent.id) === node.parent);
      }
    });
  }

  const orders: Record<SortBy, string[]> = {
    title: ['survey', 'tool', 'zed2024', 'wang2023'],
    year: ['survey', 'zed2024', 'wang2023', 'tool'],
    author: ['survey', 'tool', 'wang2023', 'zed2024'],
    added: ['zed2024', 'survey', 'wang2023', 'tool'],
  };
  for (const sortBy of Object.keys(sortOrders) as SortBy[]) {
    it(`sorts by ${sortBy}`, () => {
      const one = catalogueOf(catalogue.papers.map(({ paper }) => ({ ...paper.fields, categories: ['all'] })), { categories: [{ id: 'all', title: 'All' }] });
      const { outline } = arrange(one, { groupBy: 'category', sortBy, filter: '' });
      const [root] = outline.roots;
      assert.ok(root);
      const ids = outline.children(root).map((node) => (node.kind === 'paper' ? node.shelved.paper.id : ''));
      assert.deepEqual(ids, orders[sortBy]);
    });
  }

  it('filters, leaves empty groups out, and says what it did not understand', () => {
    assert.deepEqual(draw(at('category', 'self-instruct')), ['Generation (1)', '  Self-evolution (1)', '    - wang2023', 'Training (1)', '  - wang2023']);
    const { outline, problems } = arrange(catalogue, { groupBy: 'category', sortBy: 'title', filter: 'autor:wang' });
    assert.equal(outline.shown, 4);
    assert.match(problems[0]?.message ?? '', /author/);
  });

  it('makes rows', () => {
    const row = (id: string) => {
      const shelved = catalogue.get(id);
      assert.ok(shelved);
      return paperRow(shelved.paper);
    };
    assert.deepEqual(row('wang2023'), { label: 'Self-Instruct', description: 'Wang et al. · 2023 · ACL', kind: 'paper', spoken: 'Self-Instruct, by Yizhong Wang, Yeganeh Kordi, Swaroop Mishra, 2023, ACL' });
    assert.equal(row('zed2024').description, 'Zed · 2024 · arXiv');
    assert.equal(row('survey').kind, 'survey');
    assert.equal(row('tool').description, 'MetaGLM');
    assert.equal(row('tool').kind, 'software');
  });

  it('takes the year out of a venue', () => {
    for (const [venue, series] of [['ACL 2023', 'ACL'], ['NeurIPS 2023 Datasets and Benchmarks Track', 'NeurIPS Datasets and Benchmarks Track'], ['Findings of ACL 2024', 'Findings of ACL'], ['2024', '2024'], ['MATH-AI Workshop at NeurIPS 2023', 'MATH-AI Workshop at NeurIPS']] as const) assert.equal(venueSeries(venue), series);
  });
});
