import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readList, unreadReasons } from '../../../src/core/lists/index.js';
import { runs } from '../../support/runs.js';

/** Pieces that lists are made of, and pieces that break them. */
const url = fc.integer({ min: 0, max: 99_999 }).chain((number) => fc.constantFrom(`https://arxiv.org/abs/2301.${String(number + 1).padStart(5, '0').slice(-5)}`, `https://github.com/o${number}/r`, `https://example.net/p_(${number})`, `https://doi.org/10.1000/x${number}`));
const words = fc.constantFrom('Paper', 'A Study of Trees and Leaves', 'pdf', '', 'Ann Stone, Max Weber', '[PDF]', '**Bold Title of a Work**', '2023', 'x | y', '<b>', '*', '`', '](', '![a](b)', '“q', '仲景', '&amp;');
const linked = fc.tuple(words, url).map(([text, address]) => `[${text.replace(/[[\]()`<]/gu, '')}](${address})`);
const inline = fc.array(fc.oneof(linked, linked, url, words, url.map((address) => `<a href="${address}">page</a>`)), { maxLength: 5 }).map((parts) => parts.join(' '));
const block = fc.tuple(fc.constantFrom('- ', '  - ', '1. ', '# ', '### ', '', '> ', '    ', '| a | ', '<p>', '```\n', '## License\n', '## Contents\n', '<!-- ', '<td>', '<table><tr><td>', '| x | y |\n|-|-|\n| '), inline).map(([start, text]) => start + text);
const list = fc.array(fc.tuple(block, fc.constantFrom('\n', '\n\n', '  \n', '\\\n', '\r\n')), { maxLength: 25 }).map((blocks) => blocks.map(([text, end]) => text + end).join(''));

const addresses = (text: string) => [...text.matchAll(/arxiv\.org\/abs\/\d{4}\.\d{5}|github\.com\/o\d+\/r|example\.net\/p_\(\d+\)|10\.1000\/x\d+/gu)].map(([found]) => found);

describe('every list', function () {
  this.timeout(120_000);

  it('has each link in a paper or among those left out', () => {
    fc.assert(fc.property(list, (text) => {
      const { papers, unread } = readList(text);
      const told = [...papers.flatMap(({ links }) => Object.values(links)), ...unread.map((one) => one.url)].join('\n');
      for (const address of addresses(text)) assert.ok(told.includes(address), `${address} is lost in ${JSON.stringify(text)}`);
    }), { numRuns: runs(300) });
  });

  it('has titles, lines and places that are there', () => {
    fc.assert(fc.property(fc.oneof(list, fc.string({ unit: 'grapheme', maxLength: 400 })), (text) => {
      const { papers, unread } = readList(text);
      const lines = text.split('\n').length;
      for (const paper of papers) {
        assert.ok(paper.title.trim() === paper.title && paper.title !== '');
        assert.ok(paper.line >= 1 && paper.line <= lines && paper.start <= paper.end && paper.end <= text.length);
        assert.equal(text.slice(0, paper.start).split('\n').length, paper.line);
      }
      for (const { line, text: shown, reason } of unread) assert.ok(line >= 1 && line <= lines && shown.length <= 300 && reason in unreadReasons);
    }), { numRuns: runs(300) });
  });

  it('reads hostile text to its end', () => {
    const many = 4_000;
    const line = (text: string) => text.repeat(many / text.length);
    for (const text of [line('['), line('[]('), line('![['), line('*a **b '), line('_a __b'), line('<a href="'), line('<!--'), line('`a``b'), line('> '), line('- '), line('1. '), line('| '), line('&amp;'), line('https://'), line('[a](https://b.c/'), line('\\'), line('"a'), line('(2'), line('2023-'), line('A B, '), line('[J]. '), line('[x]: '), line('ï¿½'), line('Ã'), line('ðŸ'), line('# '), line('\n#'), line('\n- a'), line('\n| a | b |'), line('\n    '), line('<td>'), line('</table>'), line('<table><tr>'), line('\n> - '), line('~~~\n'), line('\0')]) {
      const { papers } = readList(text);
      assert.ok(Array.isArray(papers));
    }
  });
});
