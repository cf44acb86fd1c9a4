import assert from 'node:assert/strict';
import { usePages } from './fixture.js';

describe('page: the form', () => {
  const open = usePages();

  it('writes a field once, some time after the last key, and as one step', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    const before = await editor.text();
    await editor.input('summary').press('End');
    await editor.stopClock();
    await editor.page.keyboard.type(' And filters them.', { delay: 10 });
    assert.equal(await editor.text(), before);
    await editor.page.clock.resume();
    await editor.textHas('summary: A model writes instructions for itself. And filters them.');
    assert.equal(await editor.host('steps'), 1);
    assert.equal((await editor.host('log')).edits.length, 1);
    await editor.page.locator('[aria-live=polite]').filter({ hasText: 'Saved Summary' }).waitFor({ state: 'attached' });
    await editor.host('undo');
    await editor.until('the field is as it was', async () => (await editor.input('summary').inputValue()) === 'A model writes instructions for itself.');
    assert.equal(await editor.text(), before);
  });

  it('writes nothing when nothing is different', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    await editor.stopClock();
    await editor.input('venue').fill('ACL 2024');
    await editor.input('venue').fill(' ACL  2023 ');
    await editor.input('venue').blur();
    await editor.page.clock.resume();
    await editor.input('authors').fill('Wang, Yizhong');
    await editor.input('authors').press('Enter');
    await editor.input('doi').fill('https://doi.org/10.18653/v1/2023.acl-long.754');
    await editor.input('doi').blur();
    await editor.page.waitForTimeout(800);
    assert.deepEqual((await editor.host('log')).edits, []);
    assert.equal(await editor.input('doi').inputValue(), '10.18653/v1/2023.acl-long.754');
  });

  it('writes every kind of text field, and takes an emptied one away', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    await editor.unfold('Publication');
    await editor.unfold('Catalogue Record');
    for (const [name, value, line] of [
      ['title', 'Self-Instruct, again', 'title: "Self-Instruct, again"'],
      ['title-short', 'SI', 'title-short: SI'],
      ['issued', '2023-08-01', 'issued: 2023-08-01'],
      ['venue', 'ACL', 'venue: ACL\n'],
      ['note', 'Worth a look: twice', 'note: "Worth a look: twice"'],
      ['abstract', 'One.\nTwo.', 'One.\n    Two.'],
      ['volume', '12', 'volume: "12"'],
      ['page', '1–2', 'page: 1–2'],
      ['publisher', 'ACL', 'publisher: ACL'],
      ['language', 'en', 'language: en'],
      ['isbn', '978-1-959429-72-2', 'isbn: 978-1-959429-72-2'],
      ['added', '2024', 'added: 2024'],
      ['id', 'wang2023self', '- id: wang2023self\n'],
    ] as const) {
      await editor.input(name).fill(value);
      await editor.input(name).blur();
      await editor.until(`${name} is written`, async () => new RegExp(line.replace(/[.*+?^$()|[\]\\]/gu, '\\$&').replace(/"/gu, '"?')).test(await editor.text()));
    }
    await editor.input('venue').fill('');
    await editor.input('venue').press('Enter');
    await editor.textLacks('venue: ACL\n');
    assert.ok((await editor.text()).includes('# the one'), 'the comment is still there');
  });

  it('checks identifiers, dates, keys and links while they are typed, and takes pasted addresses', async () => {
    const editor = await open();
    await editor.select('WizardLM');
    await editor.input('arxiv').fill('not an id');
    await editor.input('arxiv').blur();
    await editor.field('arxiv').locator('.validation').filter({ hasText: 'arXiv' }).waitFor();
    assert.equal(await editor.input('arxiv').getAttribute('aria-invalid'), 'true');
    await editor.input('arxiv').fill('https://arxiv.org/abs/2304.12244v2');
    await editor.input('arxiv').press('Enter');
    await editor.textHas('arxiv: "2304.12244"');
    assert.ok(await editor.field('arxiv').locator('.validation').isHidden());
    await editor.field('arxiv').getByRole('link').click();
    await editor.until('the page is opened', async () => editor.asked('https://arxiv.org/abs/2304.12244'));
    await editor.input('issued').fill('2023-02-31');
    await editor.input('issued').blur();
    await editor.field('issued').locator('.validation').filter({ hasText: 'YYYY' }).waitFor();
    await editor.input('issued').press('Escape');
    assert.equal(await editor.input('issued').inputValue(), '2024');
    await editor.input('id').fill('');
    await editor.input('id').blur();
    await editor.field('id').locator('.validation').filter({ hasText: 'needed' }).waitFor();
    assert.equal((await editor.host('log')).edits.length, 1);
  });

  it('writes types, states and ticks', async () => {
    const editor = await open();
    await editor.select('GPT-4');
    await editor.field('type').locator('select').selectOption('article');
    await editor.textHas('type: article');
    await editor.field('status').locator('select').selectOption({ label: 'Read' });
    await editor.textHas('status: read');
    await editor.field('starred').getByRole('checkbox').check();
    await editor.textHas('starred: true');
    await editor.field('starred').getByRole('checkbox').uncheck();
    await editor.textLacks('starred:');
    await editor.field('status').locator('select').selectOption('');
    await editor.textLacks('status:');
  });

  it('ticks categories in the tree', async () => {
    const editor = await open();
    await editor.select('WizardLM');
    const tree = editor.field('categories').getByRole('tree');
    assert.equal(await tree.getByRole('treeitem', { name: 'Distillation' }).getAttribute('aria-checked'), 'true');
    await tree.getByRole('treeitem', { name: 'Reasoning' }).click();
    await editor.textHas('categories: [generation/distillation, reasoning]');
    await editor.until('it is ticked', async () => (await tree.getByRole('treeitem', { name: 'Reasoning' }).getAttribute('aria-checked')) === 'true');
    await editor.page.keyboard.press('Home');
    await editor.page.keyboard.press('Space');
    await editor.textHas('categories: [generation/distillation, reasoning, surveys]');
    assert.match(await editor.focused(), /Surveys/u);
    await editor.page.keyboard.press('ArrowDown');
    await editor.page.keyboard.press('ArrowLeft');
    assert.equal(await tree.getByRole('treeitem').count(), 5);
    await tree.getByRole('treeitem', { name: 'Surveys' }).click();
    await editor.textHas('categories: [generation/distillation, reasoning]');
    await editor.until('it is ticked no more', async () => (await tree.getByRole('treeitem', { name: 'Surveys' }).getAttribute('aria-checked')) === 'false');
  });

  it('adds and takes away tags, with completion', async () => {
    const editor = await open();
    await editor.select('WizardLM');
    const input = editor.field('tags').getByRole('combobox');
    await input.fill('instr');
    await editor.page.getByRole('option', { name: 'instructions' }).waitFor();
    await input.press('ArrowDown');
    assert.equal(await input.getAttribute('aria-activedescendant'), await editor.page.getByRole('option', { name: 'instructions' }).getAttribute('id'));
    await input.press('Enter');
    await editor.textHas('tags: [instructions]');
    await input.fill('evolution, depth');
    await editor.textHas('tags: [instructions, evolution, depth]');
    await editor.field('tags').getByRole('button', { name: 'Remove evolution' }).click();
    await editor.textHas('tags: [instructions, depth]');
    assert.equal(await editor.host('steps'), 3);
  });

  it('writes links row by row', async () => {
    const editor = await open();
    await editor.select('WizardLM');
    await editor.field('links').getByRole('button', { name: 'Add Link' }).click();
    await editor.page.keyboard.type('code');
    await editor.page.keyboard.press('Tab');
    await editor.page.keyboard.type('github.com/x');
    await editor.page.keyboard.press('Enter');
    await editor.field('links').locator('.validation').filter({ hasText: 'https://' }).waitFor();
    await editor.page.keyboard.press('Home');
    await editor.page.keyboard.type('https://');
    await editor.page.keyboard.press('Enter');
    await editor.textHas('code: https://github.com/x');
    await editor.until('it is a row of the document', async () => (await editor.field('links').getByRole('button', { name: 'Add Link' }).isVisible()));
    const [kind, address] = [editor.field('links').locator('.kind'), editor.field('links').locator('.address')];
    await address.fill('https://github.com/zz');
    await address.press('Enter');
    await editor.textHas('code: https://github.com/zz');
    await kind.fill('project');
    await kind.blur();
    await editor.textHas('project: https://github.com/zz');
    await editor.textLacks('code: https://github.com/zz');
    await editor.field('links').locator('li').hover();
    await editor.field('links').getByRole('button', { name: 'Remove' }).click();
    await editor.textLacks('https://github.com/zz');
  });

  it('writes the lists that carry a paper', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    await editor.unfold('Catalogue Record');
    await editor.field('lists').locator('.note').fill('the first');
    await editor.field('lists').locator('.note').press('Enter');
    await editor.textHas('note: the first');
    await editor.textHas('section: Methods > Instructions');
  });

  it('keeps unknown fields, shows them, and leads to the text', async () => {
    const editor = await open();
    await editor.select('GPT-4');
    await editor.form.getByText('x-shelf').waitFor();
    await editor.input('venue').fill('arXiv');
    await editor.input('venue').blur();
    await editor.textHas('venue: arXiv');
    await editor.textHas('x-shelf: {room: 12, read-by: [Ada]}');
    await editor.button('Edit as Text').click();
    await editor.until('the text is opened', async () => editor.asked('showText'));
    await editor.select('STaR');
    assert.ok(await editor.form.getByText('x-shelf').isHidden());
  });

  it('shows the problems of a field with their quick fixes', async () => {
    const editor = await open();
    await editor.select('Survey');
    await editor.field('title').getByText('The title ends with a full stop.').waitFor();
    await editor.field('title').getByRole('button', { name: 'Remove the full stop' }).click();
    await editor.textHas('A Survey"\n');
    await editor.field('title').getByText('full stop').waitFor({ state: 'hidden' });
    assert.match(await editor.footer.innerText(), /No problems/u);
  });

  it('shows how the paper is cited, as it is now', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.form.locator('.bibtex').filter({ hasText: '@inproceedings{zelikman2022star' }).waitFor();
    await editor.input('venue').fill('NeurIPS');
    await editor.form.locator('.citation').filter({ hasText: /NeurIPS$/u }).waitFor();
  });

  it('looks a paper up, and writes what is ticked as one step', async () => {
    const editor = await open({
      lookUp: [
        { field: 'doi', from: '', to: '10.1000/star', value: '10.1000/star', certain: true },
        { field: 'venue', from: 'NeurIPS 2022', to: 'Advances', value: 'Advances', certain: false },
        { field: 'page', from: '', to: '1–9', value: '1–9', certain: true },
      ],
    });
    await editor.select('STaR');
    await editor.button('Look Up').click();
    await editor.form.getByText('Crossref knows this paper.').waitFor();
    await editor.screenshot('look-up');
    await editor.form.getByRole('checkbox', { name: 'Pages' }).uncheck();
    await editor.button('Accept Ticked').click();
    await editor.textHas('doi: 10.1000/star');
    assert.ok(!(await editor.text()).includes('1–9'));
    assert.ok((await editor.text()).includes('venue: NeurIPS 2022'));
    assert.equal(await editor.host('steps'), 1);
    await editor.until('it is closed', async () => editor.form.locator('.look-up').isHidden());
  });

  it('changes several papers at once, each change one step', async () => {
    const editor = await open();
    await editor.row('WizardLM').click();
    await editor.row('STaR').click({ modifiers: ['Control'] });
    await editor.form.getByRole('heading', { name: '2 papers' }).waitFor();
    const tree = editor.form.locator('.bulk-form').getByRole('tree');
    assert.equal(await tree.getByRole('treeitem', { name: 'Reasoning' }).getAttribute('aria-checked'), 'mixed');
    assert.equal(await tree.getByRole('treeitem', { name: 'Surveys' }).getAttribute('aria-checked'), 'false');
    await tree.getByRole('treeitem', { name: 'Surveys' }).click();
    await editor.textHas('categories: [generation/distillation, surveys]');
    await editor.textHas('categories: [reasoning, surveys]');
    assert.equal(await editor.host('steps'), 1);
    const bulk = editor.form.locator('.bulk-form');
    await bulk.getByRole('combobox', { name: 'Add a tag' }).fill('both');
    await editor.page.keyboard.press('Enter');
    await editor.until('both have it', async () => (await editor.text()).split('tags: [both]').length === 3);
    await bulk.locator('.chip', { hasText: 'both' }).waitFor();
    assert.equal(await tree.getByRole('treeitem', { name: 'Surveys' }).getAttribute('aria-checked'), 'true');
    await bulk.getByRole('combobox', { name: 'Type' }).selectOption('report');
    await editor.until('both are', async () => (await editor.text()).split('type: report').length === 4);
    assert.equal(await editor.host('steps'), 3);
    await bulk.getByRole('button', { name: 'Delete' }).click();
    await editor.textLacks('zelikman');
    await editor.textLacks('xu2024');
    assert.equal(await editor.host('steps'), 4);
  });
});
