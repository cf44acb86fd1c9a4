import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeMarkdown, oneLine } from '../../../src/core/outline/markdown.js';

describe('text as Markdown', () => {
  it('leaves no punctuation bare', () => {
    assert.equal(escapeMarkdown('a](command:x) <b> $(icon) https://x.org a@b.c'), 'a\\]\\(command\\:x\\) \\<b\\> \\$\\(icon\\) https\\:\\/\\/x\\.org a\\@b\\.c');
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const escaped = escapeMarkdown(text);
      assert.doesNotMatch(escaped.replace(/\\[!-/:-@[-`{-~]/gu, ''), /[!-/:-@[-`{-~]/u);
      assert.equal(escaped.replace(/\\([!-/:-@[-`{-~])/gu, '$1'), oneLine(text));
    }));
  });

  it('is one line, without characters that turn it round, and not endless', () => {
    assert.equal(oneLine('a\n\nb\t\u202ec\u2066 \u200bd'), 'a b c d');
    assert.equal(oneLine('x'.repeat(5_000_000)).length, 2001);
  });
});
