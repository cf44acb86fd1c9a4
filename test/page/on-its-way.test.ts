import assert from 'node:assert/strict';
import { usePages } from './fixture.js';
import type { EditorPage } from './editor-page.js';

/** Whether the host was asked for something of that kind so often. */
const askedTimes = async (editor: EditorPage, method: string, times = 1): Promise<boolean> => (await editor.host('log')).requests.filter((one) => one.method === method).length >= times;
const authors = (editor: EditorPage) => editor.field('authors').locator('li .input');

describe('page: an edit that is on its way', () => {
  const open = usePages();

  it('is made of the text that it is sent for, whatever was answered late', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    await editor.host('delay', 'paper');
    await editor.host('replace', 'venue: ACL 2023', 'venue: ACL');
    await editor.row('Self-Instruct').filter({ hasNotText: 'ACL 2023' }).waitFor();
    await authors(editor).nth(1).fill('Y. Kordi');
    await editor.page.keyboard.press('Enter');
    const before = (await editor.host('log')).requests.filter(({ method }) => method === 'paper').length;
    await editor.host('replace', '[Yizhong Wang,', '[Ada Lovelace, Yizhong Wang,');
    await editor.until('the page has seen it', () => askedTimes(editor, 'paper', before + 1));
    await editor.host('release');
    await editor.textHas('[Ada Lovelace, Yizhong Wang, Y. Kordi, Swaroop Mishra, Alisa Liu]');
  });

  it('does not bring back what was typed over it', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.host('hold', 'paper');
    await editor.input('venue').fill('ICLR 2022');
    await editor.input('venue').press('Enter');
    await editor.textHas('venue: ICLR 2022');
    await editor.input('venue').fill('NeurIPS 2022');
    await editor.host('release');
    await editor.textHas('venue: NeurIPS 2022');
    await editor.until('both were written', async () => (await editor.host('steps')) === 2);
    assert.equal(await editor.input('venue').inputValue(), 'NeurIPS 2022');
    await editor.input('venue').blur();
    await editor.page.waitForTimeout(100);
    assert.ok((await editor.text()).includes('venue: NeurIPS 2022'));
    await editor.host('replace', 'venue: NeurIPS 2022', 'venue: NeurIPS');
    await editor.until('a change from elsewhere is shown', async () => (await editor.input('venue').inputValue()) === 'NeurIPS');
  });

  it('is changed again in the same author', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    await editor.host('hold');
    await authors(editor).nth(2).fill('Swaroop K. Mis');
    await editor.page.keyboard.press('Enter');
    await editor.until('the edit is on its way', () => askedTimes(editor, 'edit'));
    await authors(editor).nth(2).pressSequentially('hra');
    await editor.page.keyboard.press('Enter');
    await editor.host('release');
    await editor.textHas('[Yizhong Wang, Yeganeh Kordi, Swaroop K. Mishra, Alisa Liu]');
    await editor.until('it is shown', async () => (await authors(editor).nth(2).inputValue()) === 'Swaroop K. Mishra');
  });

  it('reads as it is written, though it was left before it was read again', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    await editor.host('hold', 'paper');
    await authors(editor).nth(1).fill('Kordi, Y.');
    await editor.page.keyboard.press('Enter');
    await editor.textHas('Y. Kordi');
    await editor.page.keyboard.press('Tab');
    await editor.host('release');
    await editor.until('it reads as it is written', async () => (await authors(editor).nth(1).inputValue()) === 'Y. Kordi');
  });

  it('moves an author as often as the keys were pressed, of the paper that was shown then', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    await editor.host('hold');
    await authors(editor).nth(3).focus();
    await editor.page.keyboard.press('Alt+ArrowUp');
    await editor.page.keyboard.press('Alt+ArrowUp');
    await editor.until('the edit is on its way', () => askedTimes(editor, 'edit'));
    await editor.select('STaR');
    await editor.host('release');
    await editor.textHas('[Yizhong Wang, Alisa Liu, Yeganeh Kordi, Swaroop Mishra]');
    assert.ok((await editor.text()).includes('[Eric Zelikman, Yuhuai Wu, Jesse Mu, Noah Goodman]'));
  });

  it('does not take the place of one in another field', async () => {
    const editor = await open({ text: '- id: one\n  title: One\n  authors: [Ada Lovelace]\n  editors: [Ada Lovelace]\n' });
    await editor.unfold('Publication');
    await editor.host('hold');
    await editor.input('venue').fill('Here');
    await editor.page.keyboard.press('Enter');
    await editor.until('the edit is on its way', () => askedTimes(editor, 'edit'));
    for (const [field, name] of [['authors', 'Augusta King'], ['editors', 'Ada King']] as const) {
      await editor.field(field).locator('li .input').fill(name);
      await editor.page.keyboard.press('Enter');
    }
    await editor.host('release');
    await editor.textHas('editors: [Ada King]');
    assert.ok((await editor.text()).includes('authors: [Augusta King]'), await editor.text());
  });

  it('of a new row of a list is the same row when one types on', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.unfold('Catalogue Record');
    const lists = editor.field('lists');
    await editor.host('hold');
    await lists.getByRole('button', { name: 'Add' }).click();
    await lists.locator('.list').fill('awesome');
    await editor.page.keyboard.press('Enter');
    await editor.until('the edit is on its way', () => askedTimes(editor, 'edit'));
    await lists.locator('.section').fill('Methods');
    await editor.page.keyboard.press('Enter');
    await lists.locator('.note').fill('No');
    await editor.host('release');
    await editor.textHas('section: Methods');
    await editor.until('it is a row of the document', async () => lists.getByRole('button', { name: 'Add' }).isVisible());
    await lists.locator('.note').pressSequentially('ted');
    await editor.page.keyboard.press('Enter');
    await editor.textHas('note: Noted');
    assert.equal((await editor.text()).split('list: awesome').length, 3, await editor.text());
    assert.equal(await lists.locator('li').count(), 1);
    // and a row of the document is found again after its first part was written
    await editor.host('hold');
    await lists.locator('.section').fill('Ideas');
    await editor.page.keyboard.press('Enter');
    await lists.locator('.note').fill('Twice');
    await editor.page.keyboard.press('Enter');
    await editor.host('release');
    await editor.textHas('section: Ideas');
    await editor.textHas('note: Twice');
  });

  it('and refused leaves the next paper alone', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.host('hold');
    await editor.host('refuseNextEdit', 'Not now.');
    await editor.field('tags').getByRole('combobox').fill('fresh');
    await editor.page.keyboard.press('Enter');
    await editor.until('the edit is on its way', () => askedTimes(editor, 'edit'));
    await editor.select('WizardLM');
    await editor.host('release');
    await editor.page.locator('.banner.warning').filter({ hasText: 'Not now.' }).waitFor();
    assert.equal(await editor.field('tags').getByRole('combobox').inputValue(), '');
    assert.ok(await editor.field('tags').locator('.validation').isHidden());
  });

  it('and sent twice deletes once', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.row('STaR').focus();
    await editor.host('hold');
    await editor.page.keyboard.press('Delete');
    await editor.page.keyboard.press('Delete');
    await editor.host('release');
    await editor.until('it is gone', async () => (await editor.titles()).length === 5);
    await editor.page.waitForTimeout(100);
    assert.ok(await editor.page.locator('.banner.warning').isHidden());
    assert.equal((await editor.host('log')).edits.length, 1);
  });

  it('shows what was chosen, whatever else is read meanwhile', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.host('hold');
    const [box, type] = [editor.field('starred').getByRole('checkbox'), editor.field('type').locator('select')];
    await box.check();
    await type.selectOption('article');
    await editor.host('replace', 'venue: NeurIPS 2022', 'venue: NeurIPS');
    await editor.until('the venue is new', async () => (await editor.input('venue').inputValue()) === 'NeurIPS');
    assert.ok(await box.isChecked());
    assert.equal(await type.inputValue(), 'article');
    await editor.host('release');
    await editor.textHas('starred: true');
    await editor.textHas('type: article');
    await editor.host('undo');
    await editor.until('an undo is shown', async () => (await type.inputValue()) === 'paper-conference');
  });

  it('is turned round by the next key', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.host('hold');
    const surveys = editor.field('categories').getByRole('treeitem', { name: 'Surveys' });
    await surveys.focus();
    await editor.page.keyboard.press('Space');
    await editor.page.keyboard.press('Space');
    await editor.host('release');
    await editor.until('both were made', async () => (await editor.host('steps')) === 2);
    assert.doesNotMatch(await editor.text(), /\[reasoning, surveys\]/u);
    assert.equal(await surveys.getAttribute('aria-checked'), 'false');
  });

  it('waits while the text is broken, and is made when it is not', async () => {
    const editor = await open();
    await editor.select('STaR');
    // typed, and broken elsewhere before it was sent
    await editor.page.evaluate(`{
      const input = document.querySelector('[data-field=venue] .input');
      input.focus();
      input.value = 'ICLR 2022';
      input.dispatchEvent(new Event('input', { bubbles: true }));
      host.replace('tags: [survey]', 'tags: [survey');
    }`);
    await editor.page.locator('.banner.error').waitFor();
    await editor.until('it is read-only', async () => (await editor.input('venue').getAttribute('readonly')) === '');
    await editor.input('venue').blur();
    await editor.page.waitForTimeout(700);
    assert.equal(await editor.input('venue').inputValue(), 'ICLR 2022');
    await editor.host('undo');
    await editor.textHas('venue: ICLR 2022');
  });
});

describe('page: what is typed slowly', () => {
  const open = usePages();

  it('is one author, and none goes while the line is empty', async () => {
    const editor = await open();
    await editor.select('STaR');
    const one = editor.field('authors').getByPlaceholder('Add an author');
    await one.pressSequentially('Ada');
    await editor.page.waitForTimeout(800);
    await one.pressSequentially(' Lovelace');
    await editor.page.keyboard.press('Enter');
    await editor.textHas('Noah Goodman, Ada Lovelace]');
    assert.equal(await editor.host('steps'), 1);
    await authors(editor).nth(0).fill('');
    await editor.page.waitForTimeout(800);
    await authors(editor).nth(0).pressSequentially('E. Zelikman');
    await editor.page.keyboard.press('Enter');
    await editor.textHas('[E. Zelikman, Yuhuai Wu, Jesse Mu, Noah Goodman, Ada Lovelace]');
  });

  it('is replaced by the suggestion that is taken, and comes back on Escape without one', async () => {
    const editor = await open();
    await editor.select('STaR');
    const one = editor.field('authors').getByPlaceholder('Add an author');
    await one.pressSequentially('Yizh');
    await editor.page.getByRole('option', { name: 'Yizhong Wang' }).waitFor();
    await editor.page.keyboard.press('ArrowDown');
    await editor.page.keyboard.press('Enter');
    await editor.textHas('Noah Goodman, Yizhong Wang]');
    await editor.page.waitForTimeout(100);
    assert.equal(await editor.host('steps'), 1);
    assert.doesNotMatch(await editor.text(), /Yizh[,\]]/u);
    await editor.page.evaluate(`{
      const input = document.querySelector('[data-field=venue] .input');
      input.focus();
      input.value = 'I';
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    }`);
    await editor.page.waitForTimeout(400);
    assert.equal(await editor.input('venue').inputValue(), 'NeurIPS 2022');
    assert.equal(await editor.page.locator('.suggest').count(), 0);
  });
});
