import assert from 'node:assert/strict';
import { usePages } from './fixture.js';
import type { EditorPage } from './editor-page.js';

describe('page: authors', () => {
  const open = usePages();
  const names = async (editor: EditorPage): Promise<string[]> => editor.page.evaluate<string[]>("[...document.querySelectorAll('[data-field=authors] li .input')].map(({ value }) => value)");
  const paste = async (editor: EditorPage, text: string): Promise<void> => {
    await editor.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await editor.page.keyboard.press('Control+v');
  };
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };

  it('are a line each; one changed line writes one item', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    assert.deepEqual(await names(editor), ['Yizhong Wang', 'Yeganeh Kordi', 'Swaroop Mishra', 'Alisa Liu']);
    await editor.field('authors').locator('li .input').nth(1).fill('Kordi, Y.');
    await editor.page.keyboard.press('Enter');
    await editor.textHas('[Yizhong Wang, Y. Kordi, Swaroop Mishra, Alisa Liu]');
    const edit = (await editor.host('log')).edits[0];
    assert.deepEqual(edit?.kind === 'fields' ? edit.changes : [], [{ kind: 'set', path: ['authors', 1], value: 'Y. Kordi' }]);
    await editor.page.keyboard.press('Tab');
    await editor.until('it reads as it is written', async () => (await names(editor))[1] === 'Y. Kordi');
  });

  it('take a pasted list', async () => {
    const editor = await open({ context });
    await editor.select('GPT-4');
    assert.deepEqual(await names(editor), ['{OpenAI}']);
    await editor.field('authors').getByPlaceholder('Add an author').click();
    await paste(editor, 'Lovelace, Ada; Turing, Alan and others');
    await editor.textHas('Ada Lovelace');
    await editor.until('three lines', async () => JSON.stringify(await names(editor)) === JSON.stringify(['{OpenAI}', 'Ada Lovelace', 'Alan Turing']));
    assert.equal(await editor.host('steps'), 1);
    await editor.field('authors').locator('li .input').nth(1).selectText();
    await paste(editor, 'Grace Hopper and Edsger Dijkstra');
    await editor.until('four lines', async () => (await names(editor)).length === 4);
    assert.deepEqual(await names(editor), ['{OpenAI}', 'Grace Hopper', 'Edsger Dijkstra', 'Alan Turing']);
  });

  it('move with Alt and the arrow keys, by drag, and go when emptied', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    /** Written, and shown: what the pointer does next begins with what is shown. */
    const are = async (...all: string[]): Promise<void> => {
      await editor.textHas(`[${all.join(', ')}]`);
      await editor.until('they are shown', async () => (await names(editor)).join() === all.join());
    };
    await editor.field('authors').locator('li .input').nth(2).focus();
    await editor.page.keyboard.press('Alt+ArrowUp');
    await are('Yizhong Wang', 'Swaroop Mishra', 'Yeganeh Kordi', 'Alisa Liu');
    await editor.until('the focus went with it', async () => editor.hasFocus(editor.field('authors').locator('li .input').nth(1)));
    await editor.page.keyboard.press('Alt+ArrowUp');
    await are('Swaroop Mishra', 'Yizhong Wang', 'Yeganeh Kordi', 'Alisa Liu');
    const first = (await editor.host('log')).edits[0];
    assert.deepEqual(first?.kind === 'fields' ? first.changes.map(({ kind }) => kind) : [], ['reorder']);
    const lines = editor.field('authors').locator('li');
    await lines.nth(0).locator('.grip').dragTo(lines.nth(3));
    await are('Yizhong Wang', 'Yeganeh Kordi', 'Alisa Liu', 'Swaroop Mishra');
    await lines.nth(1).locator('.input').fill('');
    await lines.nth(1).locator('.input').blur();
    await are('Yizhong Wang', 'Alisa Liu', 'Swaroop Mishra');
    await lines.nth(0).hover();
    await lines.nth(0).getByRole('button', { name: 'Remove' }).click();
    await are('Alisa Liu', 'Swaroop Mishra');
    await editor.field('authors').getByPlaceholder('Add an author').fill('Ada Lovelace');
    await editor.page.keyboard.press('Enter');
    await are('Alisa Liu', 'Swaroop Mishra', 'Ada Lovelace');
    assert.ok(await editor.hasFocus(editor.field('authors').getByPlaceholder('Add an author')));
    assert.equal(await editor.field('authors').getByPlaceholder('Add an author').inputValue(), '');
  });
});
