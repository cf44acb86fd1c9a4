import assert from 'node:assert/strict';
import { usePages } from './fixture.js';

describe('page: a text that changes elsewhere', () => {
  const open = usePages();

  it('redraws other fields and leaves what is being typed', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    await editor.host('hold');
    await editor.input('title').fill('Half a ti');
    await editor.host('replace', 'venue: ACL 2023', 'venue: ACL 1923');
    await editor.until('the venue is new', async () => (await editor.input('venue').inputValue()) === 'ACL 1923');
    assert.equal(await editor.input('title').inputValue(), 'Half a ti');
    await editor.input('title').pressSequentially('tle');
    await editor.host('release');
    await editor.textHas('title: "Half a title"');
    assert.ok((await editor.text()).includes('venue: ACL 1923'));
  });

  it('keeps what is being typed with its author when others come before it', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    await editor.host('hold');
    const authors = editor.field('authors').locator('li .input');
    await authors.nth(2).fill('Swaroop K. Mis');
    await editor.host('replace', '[Yizhong Wang,', '[Ada Lovelace, Yizhong Wang,');
    await editor.until('there are five', async () => (await authors.count()) === 5);
    assert.equal(await authors.nth(3).inputValue(), 'Swaroop K. Mis');
    assert.ok(await editor.hasFocus(authors.nth(3)));
    await authors.nth(3).pressSequentially('hra');
    await editor.host('release');
    await editor.textHas('[Ada Lovelace, Yizhong Wang, Yeganeh Kordi, Swaroop K. Mishra, Alisa Liu]');
  });

  it('takes nothing for the paper that was left while the chosen one is on its way', async () => {
    const editor = await open();
    await editor.select('Self-Instruct');
    await editor.host('hold', 'paper');
    await editor.input('title').fill('Half a title');
    await editor.row('STaR').click();
    await editor.input('title').focus();
    await editor.page.keyboard.type('STaR');
    assert.equal(await editor.input('title').inputValue(), 'Half a title');
    await editor.host('release');
    await editor.until('the chosen one is there', async () => (await editor.input('title').inputValue()).startsWith('STaR'));
    await editor.input('venue').fill('ICLR 2022');
    await editor.input('venue').blur();
    await editor.textHas('venue: ICLR 2022');
    await editor.textHas('title: "Half a title"');
  });

  it('shows an undo in the field that has the focus', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.input('venue').fill('ICLR 2022');
    await editor.input('venue').press('Enter');
    await editor.textHas('ICLR 2022');
    await editor.host('undo');
    await editor.until('it is as it was', async () => (await editor.input('venue').inputValue()) === 'NeurIPS 2022');
    assert.equal(await editor.host('steps'), 0);
  });

  it('shows an undo of what it had not yet shown as written', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.host('hold', 'paper');
    await editor.input('venue').fill('ICLR 2022');
    await editor.input('venue').press('Enter');
    await editor.textHas('ICLR 2022');
    await editor.host('undo');
    await editor.host('release');
    await editor.until('it is as it was', async () => (await editor.input('venue').inputValue()) === 'NeurIPS 2022');
    await editor.input('venue').blur();
    await editor.input('title').fill('STaR, once more');
    await editor.input('title').press('Enter');
    await editor.textHas('STaR, once more');
    assert.ok((await editor.text()).includes('NeurIPS 2022'));
  });

  it('sends an edit again when the text had changed under it', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.host('changeBeforeNextEdit', 'year', 'year');
    await editor.host('changeBeforeNextEdit', 'tags: [survey]', 'tags: [survey, new]');
    await editor.input('venue').fill('ICLR 2022');
    await editor.input('venue').press('Enter');
    await editor.textHas('ICLR 2022');
    await editor.textHas('tags: [survey, new]');
    assert.equal(await editor.input('venue').inputValue(), 'ICLR 2022');
  });

  it('does not write into a paper that is gone meanwhile', async () => {
    const editor = await open();
    await editor.select('STaR');
    const text = await editor.text();
    await editor.host('changeBeforeNextEdit', text.slice(text.indexOf('\n- id: zelikman')), '\n');
    await editor.input('venue').fill('ICLR 2022');
    await editor.input('venue').press('Enter');
    await editor.row('STaR').waitFor({ state: 'detached' });
    await editor.form.getByRole('heading', { name: 'WizardLM' }).waitFor();
    assert.equal(await editor.text(), text.slice(0, text.indexOf('\n- id: zelikman')) + '\n');
  });

  it('keeps what was refused, says why, and gives it back on Escape', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.host('refuseNextEdit', 'The key is taken by another paper.');
    await editor.input('id').fill('wang2023selfinstruct');
    await editor.input('id').press('Enter');
    await editor.field('id').getByText('The key is taken by another paper.').waitFor();
    await editor.page.locator('[aria-live=assertive]').filter({ hasText: 'taken' }).waitFor({ state: 'attached' });
    assert.equal(await editor.input('id').inputValue(), 'wang2023selfinstruct');
    await editor.host('replace', 'venue: NeurIPS 2022', 'venue: NeurIPS');
    await editor.until('the venue is new', async () => (await editor.input('venue').inputValue()) === 'NeurIPS');
    assert.equal(await editor.input('id').inputValue(), 'wang2023selfinstruct');
    await editor.input('id').press('Escape');
    assert.equal(await editor.input('id').inputValue(), 'zelikman2022star');
    assert.ok(await editor.field('id').locator('.validation').isHidden());
  });

  it('takes typing back with Ctrl+Z before it was sent, without touching the document', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.stopClock();
    await editor.input('venue').pressSequentially('!!');
    await editor.input('venue').press('Control+z');
    assert.equal(await editor.input('venue').inputValue(), 'NeurIPS 2022');
    await editor.input('venue').blur();
    await editor.page.clock.runFor(700);
    await editor.page.clock.resume();
    await editor.page.waitForTimeout(700);
    assert.deepEqual((await editor.host('log')).edits, []);
  });

  it('sends what was typed when another paper is chosen', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.input('venue').fill('ICLR 2022');
    await editor.select('WizardLM');
    await editor.textHas('venue: ICLR 2022');
    assert.equal(await editor.input('venue').inputValue(), 'ICLR 2024');
  });

  it('asks for everything anew when it missed a change', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.host('tell', { kind: 'patch', patch: { version: 7, from: 6, rows: [], gone: [], order: null } });
    await editor.until('it asked', async () => (await editor.host('log')).requests.filter(({ method }) => method === 'open').length === 2);
    await editor.input('venue').fill('ICLR');
    await editor.input('venue').press('Enter');
    await editor.textHas('venue: ICLR\n');
  });

  it('is read-only while the text is broken, names the line, goes there, and recovers', async () => {
    const editor = await open();
    await editor.select('STaR');
    await editor.host('replace', 'tags: [survey]', 'tags: [survey');
    const banner = editor.page.locator('.banner.error');
    await banner.filter({ hasText: /Line \d+:/u }).waitFor();
    assert.equal(await editor.input('venue').getAttribute('readonly'), '');
    assert.equal(await editor.button('Add Paper').getAttribute('aria-disabled'), 'true');
    assert.ok((await editor.titles()).length >= 5);
    await editor.screenshot('broken');
    await banner.getByRole('button', { name: 'Go to Line' }).click();
    await editor.until('it goes there', async () => {
      return editor.asked('"showText","rows":[],"argument":"20"');
    });
    await editor.host('undo');
    await banner.waitFor({ state: 'hidden' });
    await editor.input('venue').fill('ICLR');
    await editor.input('venue').press('Enter');
    await editor.textHas('venue: ICLR\n');
  });

  it('says that a catalogue is read-only', async () => {
    const editor = await open({ editable: false });
    await editor.page.getByText('This catalogue is read-only.').waitFor();
    await editor.form.getByRole('heading', { name: 'Self-Play' }).waitFor();
    assert.equal(await editor.input('title').getAttribute('readonly'), '');
    assert.ok(await editor.field('type').locator('select').isDisabled());
  });

  it('does what VS Code’s commands ask', async () => {
    const editor = await open();
    await editor.host('tell', { kind: 'command', command: 'focusFilter' });
    await editor.until('the filter has the focus', async () => editor.hasFocus(editor.filter));
    await editor.host('tell', { kind: 'select', row: 4 });
    await editor.form.getByRole('heading', { name: 'WizardLM' }).waitFor();
    await editor.host('tell', { kind: 'command', command: 'showCategories' });
    await editor.categories.waitFor();
    await editor.host('tell', { kind: 'command', command: 'newPaper' });
    await editor.until('there is one more', async () => (await editor.titles()).length === 7);
    await editor.host('tell', { kind: 'command', command: 'help' });
    await editor.page.getByRole('dialog').waitFor();
  });
});

describe('page: texts that mean harm', () => {
  const open = usePages();
  const evil = ['<img src=x onerror="throw new Error(1)">', '</script><script>throw new Error(2)</script>', '"><svg onload=alert(1)>', '{{7*7}} ${7*7}', 'javascript:alert(1)', '\u202Egnirts\u202C', '__proto__'];

  it('are shown as they are', async () => {
    const text = evil.map((title, index) => `- id: evil${index}\n  title: ${JSON.stringify(title)}\n  authors: [${JSON.stringify(title)}]\n  venue: ${JSON.stringify(title)}\n  tags: [${JSON.stringify(title)}]\n  categories: [${JSON.stringify(title)}]\n  summary: ${JSON.stringify(title)}\n  links: {page: ${JSON.stringify(title)}}\n  ${JSON.stringify(title)}: ${JSON.stringify(title)}\n`).join('\n');
    const editor = await open({ text, categories: evil.map((title, index) => ({ id: `c${index}`, title, description: title })) });
    await editor.button('Categories').click();
    for (const [index, title] of evil.entries()) {
      await editor.grid.locator('.rows [role=row]').nth(index).click();
      await editor.until(`the title is ${title}`, async () => (await editor.input('title').inputValue()) === title);
      assert.equal(await editor.page.locator('img, svg, script:not([nonce])').count(), 0);
    }
    await editor.filter.fill('"<img src=x onerror"');
    await editor.page.waitForTimeout(300);
  });

  it('may be a megabyte', async () => {
    const title = 'long '.repeat(200_000).trim();
    const editor = await open({ text: `- id: long\n  title: ${JSON.stringify(title)}\n  authors: [${JSON.stringify(title)}]\n  x: ${JSON.stringify(title)}\n- id: short\n  title: Short\n` });
    await editor.until('it is in the form', async () => (await editor.input('title').inputValue()).length === title.length);
    assert.ok(((await editor.titles())[0]?.length ?? 0) < 1000);
    await editor.grid.locator('.rows [role=row]').nth(1).click();
    await editor.form.getByRole('heading', { name: 'Short' }).waitFor();
  });
});
