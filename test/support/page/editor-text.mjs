/**
 * Where a piece of text is drawn in the active editor. Runs in the page.
 * Editor lines hold no-break spaces where the document has spaces, and one word can be in several elements.
 * @param {string} needle
 * @returns {{ x: number, y: number, caret: boolean } | undefined} the middle of its first appearance, in pixels of the page, and whether the caret is in that line
 */
function middleOfText(needle) {
  const top = (element) => element.getBoundingClientRect().top;
  // the elements of lines are in no order
  const lines = [...document.querySelectorAll('.editor-group-container.active .monaco-editor .view-line')].sort((a, b) => top(a) - top(b));
  for (const line of lines) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const pieces = [];
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      pieces.push({ node, start: text.length });
      text += node.data.replaceAll('\u00a0', ' ');
    }
    const at = text.indexOf(needle);
    if (at < 0) continue;
    const place = (offset) => {
      const piece = pieces.findLast(({ start }) => start <= offset);
      return [piece.node, offset - piece.start];
    };
    const range = document.createRange();
    range.setStart(...place(at));
    range.setEnd(...place(at + needle.length));
    const box = range.getBoundingClientRect();
    const caret = document.querySelector('.editor-group-container.active .monaco-editor.focused .cursors-layer .cursor');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, caret: Boolean(caret) && Math.abs(top(caret) - top(line)) < 3 };
  }
  return undefined;
}

/**
 * @param {import('playwright-core').Page} page @param {string} needle
 * @throws when the active editor does not show the text within five seconds
 */
export async function findInEditor(page, needle) {
  for (let tries = 0; tries < 50; tries += 1) {
    const found = await page.evaluate(middleOfText, needle);
    if (found) return found;
    await page.waitForTimeout(100);
  }
  throw new Error(`the active editor does not show "${needle}"`);
}

/** Runs in the page: how many elements of a kind are in a card, and where its links lead. */
export function cardContent([card], kind) {
  if (!card) return undefined;
  return { found: card.querySelectorAll(kind).length, addresses: [...card.querySelectorAll('a')].map((link) => link.getAttribute('data-href') ?? '') };
}
