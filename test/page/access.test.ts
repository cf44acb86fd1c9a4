import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { themes, usePages } from './fixture.js';
import type { EditorPage } from './editor-page.js';

const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds wrong with the page as it stands. */
async function violations(editor: EditorPage): Promise<string[]> {
  // transitions end first: colours in between are nobody's
  await editor.page.evaluate('Promise.all(document.getAnimations().map((one) => one.finished))').catch(() => undefined);
  if (!(await editor.page.evaluate<boolean>("typeof axe === 'object'"))) await editor.page.evaluate(axeSource);
  const found = await editor.page.evaluate<Violation[]>("axe.run(document, { resultTypes: ['violations'], rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))");
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary.slice(0, 200)}`));
}

describe('page: for everybody', () => {
  const open = usePages();
  const lookUp = [{ field: 'doi', from: '', to: '10.1000/star', value: '10.1000/star', certain: true }, { field: 'venue', from: 'NeurIPS 2022', to: 'Advances', value: 'Advances', certain: false }];

  for (const theme of themes) {
    it(`axe finds nothing in any state in ${theme}`, async function all() {
      this.timeout(120_000);
      const editor = await open({ theme, lookUp });
      const found: string[] = [];
      const clean = async (state: string): Promise<void> => {
        found.push(...(await editor.emptyIcons()).map((name) => `${state}: there is no icon ${name}`));
        found.push(...(await violations(editor)).map((one) => `${state}: ${one}`));
      };
      await editor.select('Survey');
      await clean('table and form');
      for (const section of ['Publication', 'Catalogue Record']) await editor.unfold(section);
      await editor.field('links').getByRole('button', { name: 'Add Link' }).click();
      await editor.input('arxiv').fill('wrong');
      await editor.input('arxiv').blur();
      await clean('all fields, one at fault');
      await editor.field('tags').getByRole('combobox').fill('s');
      await editor.page.locator('.suggest [role=option]').first().waitFor();
      await editor.page.keyboard.press('ArrowDown');
      await clean('suggestions');
      await editor.page.keyboard.press('Escape');
      await editor.page.keyboard.press('Escape');
      await editor.select('GPT-4');
      await clean('unknown fields');
      await editor.select('STaR');
      await editor.button('Look Up').click();
      await editor.form.getByRole('checkbox', { name: 'Venue' }).waitFor();
      await clean('look up');
      await editor.button('Dismiss').click();
      await editor.page.keyboard.press('Control+f');
      await editor.page.keyboard.type('year:soon');
      await editor.page.locator('.filter .validation:not([hidden])').waitFor();
      await clean('a filter at fault');
      await editor.page.keyboard.press('Escape');
      await editor.row('STaR').click();
      await editor.page.keyboard.press('Control+a');
      await editor.form.getByRole('heading', { name: '6 papers' }).waitFor();
      await clean('several papers');
      await editor.screenshot(`${theme}-bulk`);
      await editor.row('STaR').click({ button: 'right' });
      await editor.page.getByRole('menuitem').first().waitFor();
      await clean('menu');
      await editor.screenshot(`${theme}-menu`);
      await editor.page.keyboard.press('Escape');
      await editor.button('Columns').click();
      await clean('columns');
      await editor.page.keyboard.press('Escape');
      await editor.button('Categories').click();
      await editor.categories.waitFor();
      await editor.page.keyboard.press('F2');
      await clean('categories, one being renamed');
      await editor.page.keyboard.press('Escape');
      await editor.page.keyboard.press('?');
      await editor.page.getByRole('dialog').waitFor();
      await clean('help');
      await editor.screenshot(`${theme}-help`);
      await editor.page.keyboard.press('Escape');
      await editor.host('replace', 'tags: [survey]', 'tags: [survey');
      await editor.page.locator('.banner.error').waitFor();
      await clean('broken');
      await editor.host('undo');
      await editor.host('setText', '');
      await editor.page.getByText('There are no papers here yet').waitFor();
      await clean('empty');
      await editor.page.setViewportSize({ width: 300, height: 600 });
      await clean('narrow');
      assert.deepEqual(found, []);
    });
  }

  it('everything can be done without a pointer', async () => {
    const editor = await open();
    const { keyboard } = editor.page;
    await keyboard.press('Tab');
    assert.ok(await editor.hasFocus(editor.filter));
    await keyboard.type('bootstrapping');
    await keyboard.press('Enter');
    await editor.until('the first row has the focus', async () => /Self-Instruct|STaR|Self-Play/u.test(await editor.focused()));
    await editor.until('two match', async () => (await editor.titles()).length === 2);
    await keyboard.press('Home');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await editor.until('the title has the focus', () => editor.hasFocus(editor.input('title')));
    await keyboard.press('End');
    await keyboard.type('!');
    await keyboard.press('Tab');
    await editor.textHas('!"');
    await keyboard.press('Alt+ArrowDown');
    await editor.until('the author moved', async () => (await editor.host('log')).edits.length === 2);
    await keyboard.press('Escape');
    await editor.until('the row has the focus', async () => /!/u.test(await editor.focused()));
    await keyboard.press('F6');
    await keyboard.press('F6');
    assert.ok(await editor.hasFocus(editor.filter));
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('ArrowRight');
    assert.equal(await editor.focused(), 'Duplicate');
    await keyboard.press('End');
    await keyboard.press('Enter');
    await editor.page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await keyboard.press('Escape');
    await editor.until('the button has the focus', async () => /Keyboard Help/u.test(await editor.focused()));
    await keyboard.press('ArrowLeft');
    await keyboard.press('Enter');
    await editor.page.getByRole('menu').waitFor();
    await keyboard.press('End');
    await keyboard.press('Enter');
    await editor.until('it was asked', async () => editor.asked('copyBibtex'));
    await editor.until('the button has the focus', async () => /More Actions/u.test(await editor.focused()));
    const sash = editor.page.getByRole('separator', { name: 'Width of the form' });
    await sash.focus();
    const before = (await editor.form.boundingBox())?.width ?? 0;
    await keyboard.press('ArrowLeft');
    assert.ok(((await editor.form.boundingBox())?.width ?? 0) > before);
  });

  it('a narrow page shows one part at a time, with a way back', async () => {
    const editor = await open({ width: 300, height: 600 });
    await editor.until('there is no room for the form', () => editor.form.isHidden());
    await editor.row('STaR').click();
    await editor.page.keyboard.press('Enter');
    await editor.form.getByRole('heading', { name: 'STaR' }).waitFor();
    assert.ok(await editor.grid.isHidden());
    await editor.screenshot('narrow-form');
    assert.ok(await editor.page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth'), 'nothing sticks out');
    await editor.button('Back to the Table').click();
    assert.match(await editor.focused(), /STaR/u);
    await editor.row('WizardLM').dblclick();
    await editor.form.getByRole('heading', { name: 'WizardLM' }).waitFor();
  });

  it('holds at a zoom of 200 %', async () => {
    // 1280 by 800 pixels of a screen, of which each of the page takes four
    const editor = await open({ width: 640, height: 400, context: { deviceScaleFactor: 2 } });
    await editor.select('Self-Instruct');
    assert.ok(await editor.page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth'), 'nothing sticks out');
    await editor.screenshot('zoom-200');
  });

  it('speaks the language it is given', async () => {
    const editor = await open({ strings: { 'action.add': 'Neuer Aufsatz', 'footer.all': '{0} Aufsätze' } });
    await editor.button('Neuer Aufsatz').waitFor();
    assert.match(await editor.footer.innerText(), /6 Aufsätze/u);
  });

  it('keeps still for those who ask for it', async () => {
    const editor = await open({ context: { reducedMotion: 'reduce' } });
    await editor.select('STaR');
    assert.equal(await editor.page.evaluate<number>('document.getAnimations().length'), 0);
  });
});
