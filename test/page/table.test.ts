import assert from 'node:assert/strict';
import { usePages } from './fixture.js';

/** So many papers as text. */
const many = (count: number): string => Array.from({ length: count }, (_, index) => `- id: key${String(index).padStart(5, '0')}\n  title: Paper number ${index}\n  authors: [Author ${index}]\n  issued: ${2000 + (index % 25)}\n`).join('\n');

describe('page: the table', () => {
  const open = usePages();

  it('shows the papers, counts them, and selects the first', async () => {
    const editor = await open();
    assert.equal((await editor.titles()).length, 6);
    assert.equal(await editor.footer.innerText().then((text) => text.split('\n')[0]), '6 papers');
    assert.match(await editor.footer.innerText(), /1 warning/u);
    assert.equal(await editor.grid.getAttribute('aria-rowcount'), '7');
    await editor.form.locator('h2').filter({ hasText: 'Self-Play' }).waitFor();
  });

  it('filters in the language of the tree, and says what it does not understand', async () => {
    const editor = await open();
    await editor.filter.fill('author:wang year:2023..');
    await editor.until('two match', async () => (await editor.titles()).length === 2);
    assert.match(await editor.footer.innerText(), /2 of 6 papers shown/u);
    await editor.page.locator('[aria-live=polite]').filter({ hasText: '2 of 6 papers' }).waitFor({ state: 'attached' });
    await editor.filter.fill('year:soon');
    await editor.page.locator('.filter .validation:not([hidden])').waitFor();
    assert.equal(await editor.filter.getAttribute('aria-invalid'), 'true');
    await editor.filter.press('Escape');
    await editor.until('all are back', async () => (await editor.titles()).length === 6);
    await editor.filter.fill('nothing at all like this');
    await editor.page.getByText('No paper matches the filter.').waitFor();
  });

  it('sorts by a click and by Enter, up, down and back', async () => {
    const editor = await open();
    const title = editor.grid.getByRole('columnheader', { name: 'Title' });
    const unsorted = await editor.titles();
    await title.click();
    await editor.until('sorted up', async () => (await editor.titles())[0]?.startsWith('GPT-4') === true);
    assert.equal(await title.getAttribute('aria-sort'), 'ascending');
    await title.press('Enter');
    await editor.until('sorted down', async () => (await editor.titles())[0]?.startsWith('WizardLM') === true);
    assert.equal(await title.getAttribute('aria-sort'), 'descending');
    await title.press('Enter');
    await editor.until('as in the file', async () => JSON.stringify(await editor.titles()) === JSON.stringify(unsorted));
    assert.equal(await title.getAttribute('aria-sort'), 'none');
  });

  it('selects several with Ctrl, Shift and the keyboard', async () => {
    const editor = await open();
    await editor.row('Self-Play').click();
    await editor.row('GPT-4').click({ modifiers: ['Control'] });
    await editor.form.getByRole('heading', { name: '2 papers' }).waitFor();
    await editor.row('WizardLM').click({ modifiers: ['Shift'] });
    await editor.form.getByRole('heading', { name: '3 papers' }).waitFor();
    await editor.page.keyboard.press('Control+a');
    await editor.form.getByRole('heading', { name: '6 papers' }).waitFor();
    await editor.page.keyboard.press('Escape');
    await editor.form.getByRole('heading', { name: 'WizardLM' }).waitFor();
    await editor.page.keyboard.press('Shift+ArrowDown');
    await editor.form.getByRole('heading', { name: '2 papers' }).waitFor();
    await editor.page.keyboard.press('Home');
    await editor.form.getByRole('heading', { name: 'Self-Play' }).waitFor();
    await editor.page.keyboard.press('Space');
    await editor.form.getByText('Select a paper to see and edit it.').waitFor();
  });

  it('goes to a title by its letters, and to the form by Enter', async () => {
    const editor = await open();
    await editor.row('Self-Play').click();
    await editor.page.keyboard.type('wiz');
    await editor.form.getByRole('heading', { name: 'WizardLM' }).waitFor();
    await editor.page.keyboard.press('Enter');
    await editor.until('the title has the focus', () => editor.hasFocus(editor.input('title')));
    await editor.page.keyboard.press('Escape');
    assert.match(await editor.focused(), /WizardLM/u);
  });

  it('chooses and sizes columns, and keeps them', async () => {
    const editor = await open();
    await editor.button('Columns').click();
    await editor.page.getByRole('menuitemcheckbox', { name: 'Identifiers' }).click();
    await editor.page.getByRole('menuitemcheckbox', { name: 'Venue' }).click();
    await editor.page.keyboard.press('Escape');
    const headers = await editor.grid.getByRole('columnheader').allInnerTexts();
    assert.deepEqual(headers.map((text) => text.trim()), ['Title', 'Authors', 'Year', 'Categories', 'Identifiers', 'Problems']);
    await editor.until('the cells are drawn', async () => /arXiv 2303\.08774/u.test(await editor.row('GPT-4').innerText()));
    const authors = editor.grid.getByRole('columnheader', { name: 'Authors' });
    const before = (await authors.boundingBox())?.width ?? 0;
    await authors.press('Alt+ArrowRight');
    await editor.until('it is wider', async () => ((await authors.boundingBox())?.width ?? 0) > before + 10);
    const border = await authors.locator('.border').boundingBox();
    assert.ok(border);
    await editor.page.mouse.move(border.x + 3, border.y + 10);
    await editor.page.mouse.down();
    await editor.page.mouse.move(border.x + 63, border.y + 10, { steps: 4 });
    await editor.page.mouse.up();
    await editor.until('it is wider still', async () => ((await authors.boundingBox())?.width ?? 0) > before + 60);
    await editor.until('it is kept', async () => JSON.stringify((await editor.host('log')).kept).includes('"authors":'));
    const { kept } = await editor.host('log');
    const again = await open({ kept });
    assert.deepEqual((await again.grid.getByRole('columnheader').allInnerTexts()).map((text) => text.trim()), ['Title', 'Authors', 'Year', 'Categories', 'Identifiers', 'Problems']);
  });

  it('finds filter, order, selection and panels again', async () => {
    const editor = await open();
    await editor.filter.fill('bootstrapping');
    await editor.until('two match', async () => (await editor.titles()).length === 2);
    await editor.select('STaR');
    await editor.button('Categories').click();
    await editor.grid.getByRole('columnheader', { name: 'Year' }).click();
    await editor.until('all is kept', async () => /year.*zelikman2022star.*"categories":true/u.test(JSON.stringify((await editor.host('log')).kept)));
    const again = await open({ kept: (await editor.host('log')).kept });
    await again.form.getByRole('heading', { name: 'STaR' }).waitFor();
    await again.until('the filter holds', async () => (await again.titles()).length === 2);
    assert.equal(await again.filter.inputValue(), 'bootstrapping');
    assert.match((await again.titles())[0] ?? '', /^STaR/u);
    assert.ok(await again.categories.isVisible());
  });

  it('opens whatever was kept', async () => {
    const editor = await open({ kept: { filter: 7, columns: ['nothing'], widths: 'wide', sort: { column: 'x' }, formWidth: -1 } });
    assert.equal((await editor.titles()).length, 6);
  });

  it('draws no more of ten thousand papers than can be seen, and reaches the last', async () => {
    const editor = await open({ text: many(10_000) });
    assert.equal(await editor.grid.getAttribute('aria-rowcount'), '10001');
    const drawn = async (): Promise<number> => editor.grid.locator('.rows [role=row]').count();
    assert.ok((await drawn()) < 70, String(await drawn()));
    await editor.row('Paper number 0').first().click();
    await editor.page.keyboard.press('End');
    await editor.row('Paper number 9999').waitFor();
    await editor.form.getByRole('heading', { name: 'Paper number 9999' }).waitFor();
    assert.ok((await drawn()) < 70);
    assert.equal(await editor.row('Paper number 9999').getAttribute('aria-rowindex'), '10001');
    await editor.page.keyboard.press('PageUp');
    await editor.page.evaluate("document.querySelector('.grid').scrollTop = 120000");
    await editor.row('Paper number 5000').waitFor();
    assert.ok((await drawn()) < 70);
    // the row with the focus is still there, and so is the focus
    assert.match(await editor.focused(), /Paper number 99/u);
    await editor.page.keyboard.press('Control+a');
    await editor.form.getByRole('heading', { name: '10000 papers' }).waitFor();
  });

  it('keeps the focus on the paper while others come and go above it', async () => {
    const editor = await open();
    await editor.select('WizardLM');
    await editor.host('setText', `- id: aaa\n  title: A new one at the top\n${await editor.text()}`);
    await editor.row('A new one').waitFor();
    assert.match(await editor.focused(), /WizardLM/u);
    await editor.page.keyboard.press('ArrowUp');
    await editor.form.getByRole('heading', { name: 'Self-Instruct' }).waitFor();
    await editor.page.keyboard.press('Delete');
    await editor.textLacks('wang2023selfinstruct');
    await editor.until('the next has the focus', async () => /WizardLM/u.test(await editor.focused()));
    await editor.form.getByRole('heading', { name: 'WizardLM' }).waitFor();
  });

  it('adds, duplicates, deletes, and asks for what the extension does', async () => {
    const editor = await open();
    await editor.select('GPT-4');
    await editor.button('Duplicate').click();
    await editor.until('there are seven', async () => (await editor.titles()).length === 7);
    await editor.button('Delete').first().click();
    await editor.until('there are six', async () => (await editor.titles()).length === 6);
    await editor.button('Add Paper').click();
    await editor.until('there are seven', async () => (await editor.titles()).length === 7);
    await editor.until('its title has the focus', () => editor.hasFocus(editor.input('title')));
    await editor.page.keyboard.type('A paper of my own');
    await editor.page.keyboard.press('Tab');
    await editor.textHas('title: A paper of my own');
    await editor.row('STaR').click({ button: 'right' });
    await editor.page.getByRole('menuitem', { name: 'Insert Citation' }).click();
    await editor.until('it was asked', async () => editor.asked('insertCitation'));
    await editor.row('WizardLM').click({ modifiers: ['Control'] });
    await editor.button('Merge').click();
    await editor.until('two are to be merged', async () => editor.asked(/"merge","rows":\[\d+,\d+\]/u));
    assert.deepEqual((await editor.host('log')).edits.map(({ kind }) => kind), ['duplicate', 'delete', 'add', 'fields']);
  });
});
