import assert from 'node:assert/strict';
import { usePages } from './fixture.js';
import type { EditorPage } from './editor-page.js';

const asked = async (editor: EditorPage, method: string, times = 1): Promise<boolean> => (await editor.host('log')).requests.filter((one) => one.method === method).length >= times;
const times = async (editor: EditorPage, method: string): Promise<number> => (await editor.host('log')).requests.filter((one) => one.method === method).length;

describe('page: answers that come late', () => {
  const open = usePages();
  const lookUp = [{ field: 'doi', from: '', to: '10.1000/star', value: '10.1000/star', certain: true }];

  it('to the first question of all: what was told before is not lost', async () => {
    const editor = await open({ changeWhileOpening: ['title: GPT-4 Technical Report', 'title: GPT-4, Told Early'] });
    await editor.row('GPT-4, Told Early').waitFor();
  });

  it('keep no paper selected that the filter hides', async () => {
    const editor = await open();
    await editor.row('STaR').click();
    await editor.page.keyboard.press('Control+a');
    await editor.form.getByRole('heading', { name: '6 papers' }).waitFor();
    await editor.host('hold', 'order');
    await editor.filter.fill('bootstrapping');
    await editor.until('the order was asked for', () => asked(editor, 'order'));
    await editor.host('replace', 'venue: ACL 2023', 'venue: ACL');
    await editor.until('and once more', () => asked(editor, 'order', 2));
    await editor.host('release');
    await editor.form.getByRole('heading', { name: '2 papers' }).waitFor();
    await editor.page.locator('[aria-live=polite]').filter({ hasText: '2 of 6 papers' }).waitFor({ state: 'attached' });
  });

  it('show a copy where a sorted table has it', async () => {
    const text = Array.from({ length: 200 }, (_, index) => `- id: key${String(index).padStart(3, '0')}\n  title: ${index === 0 ? 'Zebras' : `Paper ${String(index).padStart(3, '0')}`}\n`).join('');
    const editor = await open({ text });
    await editor.grid.getByRole('columnheader', { name: 'Title' }).click();
    await editor.until('it is sorted', async () => (await editor.titles())[0] === 'Paper 001');
    await editor.page.keyboard.press('ArrowDown');
    await editor.page.keyboard.press('End');
    await editor.form.getByRole('heading', { name: 'Zebras' }).waitFor();
    await editor.page.evaluate("document.querySelector('.grid').scrollTop = 0");
    await editor.row('Paper 001').waitFor();
    await editor.button('Duplicate').click();
    await editor.until('it has the focus', async () => /Zebras/u.test(await editor.focused()) && editor.page.evaluate<boolean>("document.activeElement.getAttribute('aria-selected') === 'true'"));
    await editor.until('it can be seen', () => editor.page.evaluate<boolean>("document.querySelector('.grid').scrollTop > 1000"));
  });

  it('show no other paper’s citation', async () => {
    const editor = await open();
    await editor.select('STaR');
    const citation = editor.form.locator('.citation');
    await citation.filter({ hasText: 'Zelikman' }).waitFor();
    await editor.host('hold', 'preview');
    const before = await times(editor, 'preview');
    await editor.select('WizardLM');
    await editor.until('its preview was asked for', () => asked(editor, 'preview', before + 1));
    await editor.select('STaR');
    await editor.page.waitForTimeout(300);
    await editor.host('release');
    await editor.page.waitForTimeout(100);
    assert.match(await citation.innerText(), /Zelikman/u);
  });

  it('of the services leave the focus where somebody types by now', async () => {
    const editor = await open({ lookUp });
    await editor.select('STaR');
    await editor.host('hold', 'lookUp');
    await editor.button('Look Up').click();
    await editor.input('venue').focus();
    await editor.host('release');
    await editor.form.getByText('Crossref knows this paper.').waitFor();
    assert.ok(await editor.hasFocus(editor.input('venue')));
    await editor.button('Dismiss').click();
    // and are told to nobody who has gone on to nothing
    await editor.host('hold', 'lookUp');
    await editor.button('Look Up').click();
    await editor.row('STaR').click({ modifiers: ['Control'] });
    await editor.form.getByText('Select a paper to see and edit it.').waitFor();
    await editor.host('release');
    await editor.page.waitForTimeout(100);
    assert.ok(await editor.form.locator('.look-up').isHidden());
  });

  it('of the services that were accepted close nothing that was asked since', async () => {
    const editor = await open({ lookUp });
    await editor.select('STaR');
    await editor.button('Look Up').click();
    await editor.form.getByText('Crossref knows this paper.').waitFor();
    await editor.host('hold');
    await editor.button('Accept Ticked').click();
    await editor.until('the edit is on its way', () => asked(editor, 'edit'));
    await editor.button('Look Up').click();
    await editor.until('it was asked for again', () => asked(editor, 'lookUp', 2));
    await editor.host('release');
    await editor.textHas('doi: 10.1000/star');
    await editor.page.locator('[aria-live=polite]').filter({ hasText: 'Saved' }).waitFor({ state: 'attached' });
    await editor.page.waitForTimeout(100);
    assert.ok(await editor.form.locator('.look-up').isVisible());
  });

  it('do not take the focus into the form of another paper', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.host('hold', 'paper');
    await editor.row('WizardLM').click();
    await editor.page.keyboard.press('Enter');
    await editor.page.keyboard.press('Control+f');
    await editor.host('release');
    await editor.form.getByRole('heading', { name: 'WizardLM' }).waitFor();
    await editor.page.waitForTimeout(100);
    assert.ok(await editor.hasFocus(editor.filter));
    await editor.host('hold', 'paper');
    await editor.row('GPT-4').click();
    await editor.page.keyboard.press('Enter');
    await editor.page.keyboard.press('Control+a');
    await editor.host('release');
    await editor.form.getByRole('heading', { name: '6 papers' }).waitFor();
    await editor.row('Self-Instruct').click();
    await editor.form.getByRole('heading', { name: 'Self-Instruct' }).waitFor();
    await editor.page.waitForTimeout(100);
    assert.match(await editor.focused(), /Self-Instruct/u);
  });

  it('take nobody who has gone elsewhere back to an author that was removed', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    await editor.host('hold');
    await editor.field('authors').locator('li').nth(1).hover();
    await editor.field('authors').locator('li').nth(1).getByRole('button', { name: 'Remove' }).click();
    await editor.until('the edit is on its way', () => asked(editor, 'edit'));
    await editor.select('STaR');
    await editor.host('release');
    await editor.textHas('[Yizhong Wang, Swaroop Mishra, Alisa Liu]');
    await editor.page.locator('[aria-live=polite]').filter({ hasText: 'Saved' }).waitFor({ state: 'attached' });
    await editor.page.waitForTimeout(100);
    assert.match(await editor.focused(), /STaR/u);
  });

  it('let nothing that is clicked meanwhile reach the paper that was left', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    await editor.host('hold', 'paper');
    await editor.row('STaR').click();
    await editor.field('starred').getByRole('checkbox').dispatchEvent('click');
    await editor.field('tags').getByRole('button', { name: 'Remove instructions' }).dispatchEvent('click');
    await editor.field('categories').getByRole('treeitem', { name: 'Surveys' }).dispatchEvent('click');
    await editor.host('release');
    await editor.form.getByRole('heading', { name: 'STaR' }).waitFor();
    await editor.field('starred').getByRole('checkbox').check();
    await editor.textHas('starred: true');
    assert.deepEqual((await editor.host('log')).edits.map(({ kind }) => kind), ['fields']);
    assert.match(await editor.text(), /NeurIPS 2022[^]*starred: true/u);
  });
});

describe('page: what happens under one’s hands', () => {
  const open = usePages();

  it('keeps the paper when its key is another', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.input('id').fill('zelikman2022bootstrapping');
    await editor.input('id').press('Enter');
    await editor.textHas('id: zelikman2022bootstrapping');
    await editor.until('it is kept', async () => JSON.stringify((await editor.host('log')).kept).includes('zelikman2022bootstrapping'));
  });

  it('closes a menu whose paper is gone', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.row('STaR').click({ button: 'right' });
    await editor.page.getByRole('menuitem', { name: 'Delete' }).waitFor();
    const text = await editor.text();
    await editor.host('setText', `${text.slice(0, text.indexOf('\n- id: zelikman'))}\n`);
    await editor.form.getByRole('heading', { name: 'WizardLM' }).waitFor();
    await editor.page.getByRole('menu').waitFor({ state: 'detached' });
    assert.match(await editor.focused(), /WizardLM/u);
  });

  it('goes on with the name of a category that has moved', async () => {
    const editor = await open();
    await editor.button('Categories').click();
    const tree = editor.categories.getByRole('tree');
    await tree.getByRole('treeitem', { name: 'Reasoning' }).focus();
    await editor.page.keyboard.press('F2');
    await editor.page.keyboard.type('Half');
    await editor.host('receive', { kind: 'request', id: 999, method: 'edit', params: { version: 1, edit: { kind: 'moveCategory', category: 'reasoning', under: null, before: 'surveys' } } });
    await editor.until('it is the first', async () => (await tree.getByRole('treeitem').first().getAttribute('data-id')) === 'reasoning');
    assert.equal((await editor.host('log')).edits.length, 1);
    await editor.page.keyboard.type(' a name');
    await editor.page.keyboard.press('Enter');
    await tree.getByRole('treeitem', { name: 'Half a name' }).waitFor();
  });

  it('leaves the focus where one went from the name of a category', async () => {
    const editor = await open();
    await editor.button('Categories').click();
    const tree = editor.categories.getByRole('tree');
    await tree.getByRole('treeitem', { name: 'Reasoning' }).focus();
    await editor.page.keyboard.press('F2');
    await editor.page.keyboard.type('Thinking');
    await editor.filter.click();
    await tree.getByRole('treeitem', { name: 'Thinking' }).waitFor();
    assert.ok(await editor.hasFocus(editor.filter));
  });
});
