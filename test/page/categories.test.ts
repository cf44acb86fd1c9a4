import assert from 'node:assert/strict';
import { usePages } from './fixture.js';

describe('page: categories', () => {
  const open = usePages();

  it('are a tree with counts, which filters', async () => {
    const editor = await open();
    await editor.button('Categories').click();
    const tree = editor.categories.getByRole('tree');
    assert.deepEqual(await tree.locator('.name').allInnerTexts(), ['Surveys', 'Generation', 'Agentic workflows', 'Distillation', 'Filtering and quality', 'Filtering', 'Reasoning']);
    assert.deepEqual(await tree.locator('.number').allInnerTexts(), ['1', '3', '1', '3', '0', '0', '2']);
    await editor.page.keyboard.press('End');
    await editor.page.keyboard.press('Enter');
    await editor.until('two are shown', async () => (await editor.titles()).length === 2);
    assert.equal(await editor.filter.inputValue(), 'cat:reasoning');
    await editor.page.keyboard.press('Home');
    await editor.page.keyboard.press('ArrowDown');
    await editor.page.keyboard.press('ArrowLeft');
    assert.equal(await tree.getByRole('treeitem').count(), 5);
    await editor.page.keyboard.press('Escape');
    assert.ok(await editor.categories.isHidden());
  });

  it('are renamed, added, moved and deleted by keyboard, and the focus stays', async () => {
    const editor = await open();
    await editor.button('Categories').click();
    const tree = editor.categories.getByRole('tree');
    const titles = async (): Promise<string[]> => (await tree.getByRole('treeitem').locator('.name').allInnerTexts());
    await tree.getByRole('treeitem', { name: 'Surveys' }).focus();
    await editor.page.keyboard.press('F2');
    await editor.page.keyboard.type('Overviews');
    await editor.page.keyboard.press('Enter');
    await editor.until('it has its new name', async () => (await titles())[0] === 'Overviews');
    assert.match(await editor.focused(), /Overviews/u);
    await editor.page.keyboard.press('Alt+ArrowDown');
    await editor.until('it is second', async () => (await titles()).indexOf('Overviews') === 3);
    assert.match(await editor.focused(), /Overviews/u);
    await editor.page.keyboard.press('Alt+ArrowRight');
    await editor.until('it is below Generation', async () => (await tree.getByRole('treeitem', { name: 'Overviews' }).getAttribute('aria-level')) === '2');
    await editor.page.keyboard.press('Alt+ArrowLeft');
    await editor.until('it is at the top again', async () => (await tree.getByRole('treeitem', { name: 'Overviews' }).getAttribute('aria-level')) === '1');
    await editor.page.keyboard.press('Control+x');
    await tree.getByRole('treeitem', { name: 'Reasoning' }).focus();
    await editor.page.keyboard.press('Control+v');
    await editor.until('it is below Reasoning', async () => (await titles()).at(-1) === 'Overviews' && (await tree.getByRole('treeitem', { name: 'Overviews' }).getAttribute('aria-level')) === '2');
    await editor.page.keyboard.press('Insert');
    await editor.page.keyboard.type('Quite new');
    await editor.page.keyboard.press('Enter');
    await editor.until('there is one more', async () => (await titles()).includes('Quite new'));
    await editor.until('it has the focus', async () => /Quite new/u.test(await editor.focused()));
    await editor.page.keyboard.press('Delete');
    await editor.until('it is gone', async () => !(await titles()).includes('Quite new'));
    assert.ok((await editor.focused()).length > 0);
    await editor.page.keyboard.press('F2');
    await editor.page.keyboard.type('No');
    await editor.page.keyboard.press('Escape');
    assert.ok(!(await titles()).includes('No'));
  });

  it('are moved by drag, merged, and papers are dropped on them', async () => {
    const editor = await open();
    await editor.button('Categories').click();
    const tree = editor.categories.getByRole('tree');
    const item = (name: string) => tree.getByRole('treeitem', { name });
    await item('Surveys').dragTo(item('Reasoning'));
    await editor.until('it is below Reasoning', async () => (await item('Surveys').getAttribute('aria-level')) === '2');
    await editor.row('GPT-4').dragTo(item('Reasoning'));
    await editor.textHas('categories: [reasoning]\n  x-shelf');
    await item('Surveys').click();
    await editor.page.keyboard.press('Control+x');
    await item('Agentic').click({ button: 'right' });
    await editor.page.getByRole('menuitem', { name: 'Merge' }).click();
    await editor.textLacks('categories: [surveys]');
    await editor.until('it is gone', async () => (await item('Surveys').count()) === 0);
    await editor.textHas('summary: Arranges');
    await editor.host('undo');
    await editor.textHas('categories: [surveys]');
  });

  it('of catalog.yaml show all papers, read-only, with the panel open', async () => {
    const editor = await open({ kind: 'config' });
    await editor.categories.waitFor();
    assert.equal(await editor.button('Add Paper').getAttribute('aria-disabled'), 'true');
    assert.ok(await editor.button('Rename').isEnabled());
    assert.equal((await editor.titles()).length, 6);
  });
});
