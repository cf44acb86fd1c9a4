import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CatalogueEditorPage } from '../support/page/catalogue-editor';
import { useWorkbench } from './fixture';
import { useScholarlyServer } from './scholarly';
import { eventually, type Workbench } from './workbench';

describe('the catalogue editor with what nobody would write', () => {
  const long = 'word '.repeat(180_000).trim();
  const hostile = ['<img src=x onerror=\\"document.title=1\\">', '</script><script>document.title=1</script>', '**bold** [link](command:x) $(alert)', '\u202eright to left', '{{constructor}} ${1}'];
  const many = Array.from({ length: 10_000 }, (_, n) => `- id: author${String(n).padStart(5, '0')}\n  type: article\n  title: A Study of the Number ${n}\n  authors: [Ann Author${n % 500}, Bob Builder]\n  issued: ${1990 + (n % 35)}\n  venue: Conference ${n % 40}\n  categories: [numbers]\n  doi: 10.1000/${n}\n`).join('');
  const window = useWorkbench({
    files: {
      'catalog/catalog.yaml': 'title: Test\ncategories:\n  - {id: numbers, title: Numbers}\n',
      'catalog/papers/hostile.yaml': `${hostile.map((title, n) => `- id: h${n}\n  title: "${title}"\n`).join('')}- id: long\n  title: ${long}\n`,
      'catalog/papers/many.yaml': many,
    },
    settings: { 'litshelf.bundledCatalogue': false, 'files.autoSave': 'off' },
  });
  let wb: Workbench;
  let editor: CatalogueEditorPage;

  beforeEach(() => {
    wb = window();
    editor = new CatalogueEditorPage(wb.page);
  });
  afterEach(() => wb.closeAllEditors());

  it('shows titles that would be markup, and one of a million characters, as text', async () => {
    await wb.runCommand('Litshelf: Edit Catalogue…');
    await wb.quickInput.choose('papers/hostile.yaml');
    await editor.shown();
    await eventually(async () => assert.deepEqual((await editor.titles()).slice(0, 5), ['<img src=x onerror="document.title=1">', '</script><script>document.title=1</script>', '**bold** [link](command:x) $(alert)', '\u202eright to left', '{{constructor}} ${1}']));
    for (const title of ['<img', '</script>']) await editor.select(title);
    await editor.row('word word').click();
    await eventually(async () => assert.equal((await editor.input('title').inputValue()).length, long.length));
    assert.notEqual(await editor.frame.locator(':root').evaluate('document.title'), '1');
    await wb.screenshot('catalogue-editor-hostile');
  });

  it('opens, filters and changes ten thousand papers', async () => {
    await wb.runCommand('Litshelf: Edit Catalogue…');
    await wb.quickInput.choose('papers/many.yaml');
    await editor.footer.filter({ hasText: /10,?000 papers/u }).waitFor();
    await editor.filter.fill('number 7777');
    await eventually(async () => assert.equal((await editor.titles())[0], 'A Study of the Number 7777'), 20_000);
    await editor.select('A Study of the Number 7777');
    await editor.write('title', 'Something Else');
    // only once the document has the change there is something to save
    await wb.page.locator('.tab.dirty[data-resource-name="many.yaml"]').waitFor();
    await eventually(async () => assert.equal(await editor.row('A Study of the Number 7777').count(), 0));
    await eventually(async () => assert.equal(await editor.row('Something Else').count(), 0));
    await wb.save();
    await eventually(() => assert.equal(readFileSync(path.join(wb.folder, 'catalog/papers/many.yaml'), 'utf8'), many.replace('title: A Study of the Number 7777\n', 'title: Something Else\n')), 20_000);
    await wb.screenshot('catalogue-editor-many');
  });
});

describe('the catalogue editor beside the services', () => {
  const { services, withServices } = useScholarlyServer();
  const record = '- id: zeng2020meddialog\n  title: MedDialog\n  arxiv: "2004.03329"\n  unchecked: true\n';
  const window = useWorkbench(withServices({ files: { 'catalog/catalog.yaml': 'title: Test\n', 'catalog/papers/one.yaml': record }, settings: { 'litshelf.bundledCatalogue': false, 'files.autoSave': 'off' } }));

  it('fills what is missing from what they say, when somebody accepts it, in one step', async () => {
    services().reset();
    const wb = window();
    const editor = new CatalogueEditorPage(wb.page);
    await wb.runCommand('Litshelf: Edit Catalogue…');
    await wb.quickInput.choose('papers/one.yaml');
    await editor.shown();
    await editor.select('MedDialog');
    await editor.button('Look Up').click();
    const found = editor.form.locator('.look-up');
    await found.getByRole('checkbox').first().waitFor();
    await wb.screenshot('catalogue-editor-look-up');
    await editor.button('Accept Ticked').click();
    await eventually(async () => assert.match(await editor.row('MedDialog').innerText(), /2020/u));
    await wb.page.locator('.tab.dirty[data-resource-name="one.yaml"]').waitFor();
    await wb.save();
    await eventually(() => {
      const text = readFileSync(path.join(wb.folder, 'catalog/papers/one.yaml'), 'utf8');
      assert.match(text, /^ {2}issued: 2020/mu);
      assert.match(text, /^ {2}authors:/mu);
      assert.doesNotMatch(text, /unchecked/u);
    });
    await editor.focusTable();
    await wb.press('Control+Z');
    await eventually(async () => {
      await wb.save();
      assert.equal(readFileSync(path.join(wb.folder, 'catalog/papers/one.yaml'), 'utf8'), record);
    });
  });
});
