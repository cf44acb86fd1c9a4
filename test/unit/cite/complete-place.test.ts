import assert from 'node:assert/strict';
import { completionPlace } from '../../../src/core/cite/complete-place.js';
import { markups } from '../../../src/core/cite/markups.js';
import type { MarkupId } from '../../../src/core/cite/types.js';
import { carets } from './caret.js';

/** `typed|whole` of the place, with the other keys behind it; '' where no key belongs. */
function place(id: MarkupId, drawn: string): string {
  const { text, offsets } = carets(drawn);
  const found = completionPlace(markups[id], text, offsets[0] ?? 0);
  return found ? [`${found.typed}|${text.slice(found.start, found.end)}`, ...found.present].join(' + ') : '';
}

describe('the place of a key that is typed', () => {
  const cases: readonly [MarkupId, string, string][] = [
    ['latex', '\\cite{¦}', '|'],
    ['latex', '\\cite{wa¦', 'wa|wa'],
    ['latex', '\\cite{wa¦ng2023}', 'wa|wang2023'],
    ['latex', '\\cite{self ins¦}', 'self ins|self ins'],
    ['latex', '\\cite{self ¦}', 'self |self '],
    ['latex', '\\citep[p.~2]{a, self ins¦}', 'self ins|self ins + a'],
    ['latex', '\\citep{a,\n  b, % why\n  wang 20¦\n}', 'wang 20|wang 20 + a + b'],
    ['latex', '% \\cite{wa¦}', ''],
    ['latex', 'self ins¦', ''],
    ['latex', '\\emph{self ins¦}', ''],
    ['pandoc', '[@¦]', '|'],
    ['pandoc', '[@self ins¦]', 'self ins|self ins'],
    ['pandoc', '[see @self ins¦', 'self ins|self ins'],
    ['pandoc', '[@a; @wang 20¦]', 'wang 20|wang 20 + a'],
    ['pandoc', 'As @wa¦ says', 'wa|wa'],
    ['pandoc', 'As @wang 20¦', ''],
    ['pandoc', 'me@wa¦', ''],
    ['pandoc', '`@wa¦`', ''],
    ['myst', '{cite:p}`self ins¦`', 'self ins|self ins'],
    ['rst', ':cite:p:`a,self ins¦`', 'self ins|self ins + a'],
    ['typst', 'As @wa¦', 'wa|wa'],
    ['typst', 'As @wang 20¦', ''],
    ['typst', '#cite(<wa¦>)', 'wa|wa'],
    ['asciidoc', 'cite:[self ins¦]', 'self ins|self ins'],
    ['org', '[cite:@self ins¦]', 'self ins|self ins'],
    ['bibtex', '@inproceedings{a, crossref = {wa¦}}', 'wa|wa'],
    ['markdown', '[@wa¦]', ''],
  ];
  for (const [id, drawn, expected] of cases) it(`in ${id}: ${JSON.stringify(drawn)}`, () => assert.equal(place(id, drawn), expected));

  it('tells a bare key from one in a citation that has begun', () => {
    const bare = (drawn: string) => {
      const { text, offsets } = carets(drawn);
      return completionPlace(markups.pandoc, text, offsets[0] ?? 0)?.bare;
    };
    assert.equal(bare('thanks @wa¦'), true);
    assert.equal(bare('thanks [@wa¦'), false);
    assert.equal(bare('[link](x) and @wa¦'), true);
  });

  it('is found in the middle of a large text, and not in its code', () => {
    const filling = 'Words of a paragraph.\n\n'.repeat(4000);
    assert.equal(place('latex', `${filling}\\cite{self ins¦}\n\n${filling}`), 'self ins|self ins');
    assert.equal(place('pandoc', `${filling}[@wa¦]\n\n${filling}`), 'wa|wa');
    assert.equal(place('pandoc', `\`\`\`\n${filling}[@wa¦]\n\`\`\`\n`), '');
    assert.equal(place('pandoc', `\`\`\`\n${filling}\n\`\`\`\n\n${filling}[@wa¦]\n`), 'wa|wa');
  });
});
