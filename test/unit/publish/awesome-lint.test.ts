/**
 * awesome-lint's rules on list items, double links and tables of contents, as its sources state them (rules/list-item.js, double-link.js
 * and toc.js of awesome-lint 2): the linter itself would bring 328 packages along.
 */
import assert from 'node:assert/strict';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Heading, Link, List, Nodes, Root } from 'mdast';
import { Anchors } from '../../../src/core/publish/contents.js';
import { inside } from '../cli/litshelf.js';

const text = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(text).join('') : '');
const all = <T extends Nodes['type']>(node: Nodes, type: T): Extract<Nodes, { type: T }>[] => [...(node.type === type ? [node as Extract<Nodes, { type: T }>] : []), ...('children' in node ? node.children.flatMap((child) => all(child, type)) : [])];

describe('the bundled catalogue as an awesome list', function () {
  this.timeout(20_000);
  for (const extra of [[], ['--remarks', 'summary'], ['--bibtex', 'link', '--counts', 'yes']]) {
    describe(['published with', '--contents yes', ...extra].join(' '), () => {
      let root: Root = { type: 'root', children: [] };
      before(async () => {
        const { code, out } = await inside('publish', 'catalog', '--contents', 'yes', ...extra);
        assert.equal(code, 0);
        root = fromMarkdown(out);
      });
      const contentsAt = () => root.children.findIndex((node) => node.type === 'heading' && node.depth === 2 && text(node) === 'Contents');
      const lists = () => root.children.slice(contentsAt() + 2).filter((node): node is List => node.type === 'list');

      it('has items of a linked title, a dash, and a sentence that ends', () => {
        const items = lists().flatMap(({ children }) => children);
        assert.ok(items.length > 100);
        for (const { children: [paragraph] } of items) {
          assert.ok(paragraph?.type === 'paragraph');
          const [title, ...said] = paragraph.children;
          assert.ok(title?.type === 'link' && URL.canParse(title.url) && text(title) !== '' && title.children.every(({ type }) => ['emphasis', 'inlineCode', 'strong', 'text'].includes(type)), text(paragraph));
          if (said.length === 0) continue;
          const whole = said.map(text).join('');
          assert.match(whole, /^ - \S/u);
          assert.equal(said[0]?.type, 'text');
          assert.ok(said.every(({ type }) => ['emphasis', 'footnoteReference', 'html', 'image', 'inlineCode', 'link', 'linkReference', 'strong', 'text'].includes(type)));
          const last = said.at(-1);
          if (last?.type === 'text') assert.ok(/[.!?…]["”]?$/u.test(whole) && !/[.!?…]["”][.!?…]+$/u.test(whole), whole);
          else assert.ok(['emphasis', 'html', 'image', 'link', 'strong'].includes(last?.type ?? ''), whole);
          // a description of plain words begins in capitals, with a number or a quotation mark
          if (said.length === 1) assert.match(whole, /^ - (?:[\p{Lu}\p{N}"'(]|\p{Ll}+\p{Lu})/u);
        }
      });

      it('has no title that links where another one does', () => {
        const urls = lists().flatMap(({ children }) => children).map(({ children: [paragraph] }) => all(paragraph ?? root, 'link')[0]?.url.replace(/^https?:\/\/(?:www\.)?|\/$/gu, ''));
        assert.equal(new Set(urls).size, urls.length);
      });

      it('has a table of contents that names every heading, in order and once', () => {
        const at = contentsAt();
        const contents = root.children[at + 1];
        assert.ok(contents?.type === 'list');
        assert.equal(root.children.slice(0, at).filter(({ type }) => type === 'heading').length, 1);
        const headings = root.children.filter((node): node is Heading => node.type === 'heading');
        const anchors = new Anchors();
        const named = headings.map((node) => ({ depth: node.depth, title: text(node), url: `#${anchors.take(text(node))}` })).slice(2);
        const entries = (list: List, depth: number): { depth: number; title: string; url: string }[] =>
          list.children.flatMap(({ children: [paragraph, below] }) => {
            const link: Link | undefined = all(paragraph ?? root, 'link')[0];
            return [{ depth, title: link === undefined ? '' : text(link), url: link?.url ?? '' }, ...(below?.type === 'list' ? entries(below, depth + 1) : [])];
          });
        assert.deepEqual(entries(contents, 2), named.filter(({ depth }) => depth <= 3));
        assert.equal(new Set(named.map(({ url }) => url)).size, named.length);
      });
    });
  }
});
