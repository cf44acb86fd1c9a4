import { readFileSync, readdirSync } from 'node:fs';
import { themes, usePages } from './fixture.js';
import { readConfig } from '../../src/core/yaml/index.js';

/** Pictures of the page, for people: test-results/page. */
describe('page: how it looks', () => {
  const open = usePages();
  const text = readdirSync('catalog/papers').map((name) => readFileSync(`catalog/papers/${name}`, 'utf8').trim()).join('\n\n');
  const { categories } = readConfig(readFileSync('catalog/catalog.yaml', 'utf8'), 'catalog.yaml').config;

  for (const theme of themes) {
    it(`in ${theme}`, async () => {
      const editor = await open({ theme, text, categories });
      await editor.row('Smaller, Weaker').first().click();
      await editor.form.getByRole('heading', { name: 'Smaller, Weaker' }).waitFor();
      await editor.form.locator('.bibtex').filter({ hasText: 'Smaller, Weaker' }).waitFor({ state: 'attached' });
      await editor.page.waitForTimeout(400);
      await editor.screenshot(`${theme}-1280`);
      await editor.page.evaluate("document.querySelector('.form .scroll').scrollTop = 1e6");
      await editor.page.waitForTimeout(400);
      await editor.screenshot(`${theme}-1280-end`);
      await editor.toolbar.getByRole('button', { name: 'Categories' }).click();
      await editor.categories.waitFor();
      await editor.page.waitForTimeout(100);
      await editor.screenshot(`${theme}-1280-categories`);
      await editor.page.setViewportSize({ width: 800, height: 700 });
      await editor.page.waitForTimeout(100);
      await editor.screenshot(`${theme}-800`);
      await editor.page.setViewportSize({ width: 300, height: 700 });
      await editor.page.locator('.app.narrow').waitFor();
      await editor.page.waitForTimeout(100);
      await editor.screenshot(`${theme}-300`);
      await editor.button('Hide Categories').click();
      await editor.categories.waitFor({ state: 'hidden' });
      await editor.page.waitForTimeout(100);
      await editor.screenshot(`${theme}-300-table`);
    });
  }
});
