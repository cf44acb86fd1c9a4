import assert from 'node:assert/strict';
import { markupIds, type MarkupId } from '../../../src/core/cite/types.js';
import { bibliographyBlock, findBlocks, hasComments } from '../../../src/core/csl/bibliography-block.js';
import type { FormattedReference } from '../../../src/core/csl/index.js';

const plain = (id: string): FormattedReference => ({ id, text: `Ref ${id}.`, label: '', body: `Ref ${id}.` });
const numbered = (id: string): FormattedReference => ({ id, text: `[${id}] Ref.`, label: `[${id}]`, body: 'Ref.' });

const golden: Readonly<Partial<Record<MarkupId, string>>> = {
  pandoc: '<!-- litshelf:bibliography -->\n\n- Ref a.\n- Ref b.\n\n<!-- /litshelf:bibliography -->',
  html: '<!-- litshelf:bibliography -->\n<ul>\n  <li>Ref a.</li>\n  <li>Ref b.</li>\n</ul>\n<!-- /litshelf:bibliography -->',
  latex: '% litshelf:bibliography\n\\begin{list}{}{\\setlength{\\leftmargin}{1.5em}\\setlength{\\itemindent}{-1.5em}}\n  \\item Ref a.\n  \\item Ref b.\n\\end{list}\n% /litshelf:bibliography',
  typst: '// litshelf:bibliography\n\n- Ref a.\n- Ref b.\n\n// /litshelf:bibliography',
  rst: '.. litshelf:bibliography\n\n- Ref a.\n- Ref b.\n\n.. /litshelf:bibliography',
  org: '# litshelf:bibliography\n\n- Ref a.\n- Ref b.\n\n# /litshelf:bibliography',
  asciidoc: '// litshelf:bibliography\n\n* Ref a.\n* Ref b.\n\n// /litshelf:bibliography',
  myst: '% litshelf:bibliography\n\n- Ref a.\n- Ref b.\n\n% /litshelf:bibliography',
  text: 'Ref a.\n\nRef b.',
};

describe('bibliographies as they stand in a document', () => {
  for (const [markup, expected] of Object.entries(golden)) {
    it(`in ${markup}`, () => assert.equal(bibliographyBlock(markup as MarkupId, ['a', 'b'].map(plain), '\n'), expected));
  }

  it('with the numbers of the style and no others', () => {
    assert.equal(bibliographyBlock('pandoc', ['1', '2'].map(numbered), '\n'), '<!-- litshelf:bibliography -->\n\n[1] Ref.\n\n[2] Ref.\n\n<!-- /litshelf:bibliography -->');
    assert.match(bibliographyBlock('latex', ['1'].map(numbered), '\n'), /\\item\[\{\[1\]\}\] Ref\./u);
    assert.match(bibliographyBlock('html', ['1'].map(numbered), '\n'), /<ul style="list-style: none">\n {2}<li>\[1\] Ref\.<\/li>/u);
  });

  for (const markup of markupIds.filter(hasComments)) {
    for (const eol of ['\n', '\r\n']) {
      it(`are found again in ${markup}${eol === '\n' ? '' : ', CRLF'}`, () => {
        const block = bibliographyBlock(markup, ['a', 'b'].map(plain), eol);
        const text = `Text.${eol}${eol}${block}${eol}${eol}More.${eol}`;
        assert.deepEqual(findBlocks(text, markup).map(({ start, end, closed }) => ({ text: text.slice(start, end), closed })), [{ text: block, closed: true }]);
        assert.deepEqual(findBlocks(`${text}${block}`, markup).length, 2);
      });
    }
  }

  it('are not taken for closed when their end is gone', () => {
    const block = bibliographyBlock('pandoc', ['a'].map(plain), '\n');
    const broken = block.replace('<!-- /litshelf:bibliography -->', '');
    assert.deepEqual(findBlocks(`${broken}\n${block}`, 'pandoc').map(({ closed }) => closed), [false, true]);
    assert.deepEqual(findBlocks('text <!-- litshelf:bibliography --> text\n', 'pandoc'), []);
  });
});
