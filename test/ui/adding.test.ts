import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './fixture';
import { useScholarlyServer } from './scholarly';
import { eventually, type Workbench } from './workbench';

const { services, withServices } = useScholarlyServer();

const files = {
  'catalog/catalog.yaml': '# ours\ntitle: Our reading\ncategories:\n  - id: ours\n    title: Our own category\n  - id: dialogue\n    title: Dialogue\n    children:\n      - id: dialogue/medical\n        title: Medical dialogue\n',
  'catalog/papers/papers.yaml': '# kept\n\n- id: muster2021grundlagen\n  type: article-journal\n  title: Grundlagen künstlicher Daten   # as printed\n  authors: [Erika Müster, Jan Łoś]\n  issued: 2021-05\n  doi: 10.5555/beispiel.2021.7\n  categories: [ours]\n',
  'notes.md': '# Notes\n\nSee https://arxiv.org/abs/2004.03329 and doi:10.5555/beispiel.2021.7.\n\nAlso <https://arxiv.org/abs/9911.00077>.\n',
};


describe('Add Paper, with the keyboard alone', () => {
  const window = useWorkbench(withServices({ files, settings: { 'litshelf.bundledCatalogue': false } }));
  let wb: Workbench;
  const papers = () => ['papers.yaml', 'ours.yaml', 'dialogue.yaml'].map((name) => path.join(wb.folder, 'catalog', 'papers', name)).filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8')).join('\n');

  beforeEach(async () => {
    services().reset();
    wb = window();
    await wb.page.keyboard.press('Escape');
    await wb.setClipboard('nothing of interest, nor a title');
  });

  /** Waits until Enter would take such a row. */
  const focused = async (text: RegExp) => eventually(async () => assert.match(await wb.quickInput.focused(), text));
  const emptied = async () => eventually(async () => assert.equal(await wb.quickInput.value(), ''));
  /** Waits for a step by the title above it. */
  const step = async (title: RegExp) => eventually(async () => assert.match(await wb.quickInput.title(), title));
  const row = async (text: RegExp) => eventually(async () => assert.match((await wb.quickInput.rows()).join('\n'), text));
  const openBox = async () => {
    await wb.press('F1');
    await wb.quickInput.type('>Litshelf: Add Paper…');
    await focused(/Add Paper…/u);
    await wb.press('Enter');
    await wb.quickInput.asks(/arXiv id, DOI/u);
  };
  const paste = async (text: string) => {
    await wb.setClipboard(text);
    await wb.press('Control+V');
  };
  /** From the card on, into the categories that are named. */
  const file = async (...categories: string[]) => {
    await row(/Add to workspace\/catalog/u);
    await wb.press('Enter');
    await eventually(async () => assert.match(await wb.quickInput.placeholder(), /Categories to file it in/u));
    for (const category of categories) {
      await wb.quickInput.type(category);
      await row(new RegExp(category, 'u'));
      await wb.press('Enter');
      await emptied();
    }
    // a category was ticked by the first Enter
    await wb.press('Enter');
    await wb.quickInput.hidden();
  };
  const confirm = async (...categories: string[]) => {
    const before = await selected();
    await file(...categories);
    await shown(before);
  };
  /** The new paper is shown in the tree; the keyboard stays where it was. */
  const shown = async (before: readonly string[]) => {
    const view = wb.view('Papers');
    await eventually(async () => {
      const selected = await view.selected();
      assert.equal(selected.length, 1);
      assert.notDeepEqual(selected, before);
    });
  };
  /** What is selected in the tree before a paper is added. */
  const selected = async () => wb.view('Papers').selected();

  it('adds by an arXiv id, into a category', async () => {
    const before = await selected();
    await openBox();
    await wb.page.keyboard.type('arXiv:2004.03329');
    await row(/1 arXiv id/u);
    await wb.screenshot('adding-box');
    await wb.press('Enter');
    await row(/MedDialog/u);
    await wb.screenshot('adding-card');
    await wb.press('Enter');
    await eventually(async () => assert.match(await wb.quickInput.placeholder(), /Categories to file it in/u));
    await eventually(async () => assert.match((await wb.quickInput.rows())[0] ?? '', /Medical dialogue/u, 'the likeliest first'));
    await wb.screenshot('adding-categories');
    await wb.quickInput.type('Medical');
    await row(/New category: Medical/u);
    await wb.press('ArrowDown');
    await focused(/Medical dialogue/u);
    await wb.press('Space');
    await eventually(async () => assert.ok(await wb.quickInput.ticked('Medical dialogue')));
    await wb.screenshot('adding-category-ticked');
    await wb.press('Enter');
    await wb.quickInput.hidden();
    await shown(before);
    await eventually(() => assert.match(papers(), /arxiv: "2004\.03329"[\s\S]*categories:\s*(?:\[|- )?\s*dialogue\/medical/u));
    assert.match(papers(), /# kept[\s\S]*# as printed/u, 'what was there is as it was');
  });

  it('adds by a DOI link, into a new category that is typed', async () => {
    await openBox();
    await wb.page.keyboard.type('https://doi.org/10.1073/pnas.2305016120');
    await row(/1 DOI/u);
    await wb.press('Enter');
    await confirm('Annotation');
    await eventually(() => assert.match(papers(), /doi: 10\.1073\/pnas\.2305016120[\s\S]*annotation/u));
    assert.match(readFileSync(path.join(wb.folder, 'catalog', 'catalog.yaml'), 'utf8'), /id: annotation,?\s*title: Annotation/u);
  });

  it('adds by a link to the ACL Anthology', async () => {
    await openBox();
    await wb.page.keyboard.type('https://aclanthology.org/2023.acl-long.754/');
    await row(/1 ACL Anthology id/u);
    await wb.press('Enter');
    await confirm();
    await eventually(() => assert.match(papers(), /acl: 2023\.acl-long\.754/u));
  });

  it('adds by a title, chosen among candidates', async () => {
    await openBox();
    await wb.page.keyboard.type('Scaling synthetic data creation with personas');
    await row(/1 title/u);
    await wb.press('Enter');
    await step(/Which Work Is It/u);
    await wb.screenshot('adding-candidates');
    await row(/1,000,000,000 Personas/u);
    await wb.press('Enter');
    await confirm();
    await eventually(() => assert.match(papers(), /arxiv: "2406\.20094"/u));
  });

  for (const [what, text, said, written] of [
    ['BibTeX', '@article{ada1843notes,\n  title = {Notes on the Analytical Engine},\n  author = {Lovelace, Ada},\n  year = {1843},\n  journal = {Memoirs},\n}\n', /1 BibTeX entry/u, /id: ada1843notes/u],
    ['RIS', 'TY  - JOUR\nTI  - Can Machines Play Chess\nAU  - Turing, Alan\nPY  - 1953\nJO  - Faster\nER  -\n', /1 RIS record/u, /title: Can Machines Play Chess/u],
    ['CSL-JSON', '[\n {"id": "shannon1950chess", "type": "article-journal", "title": "Programming a Computer", "author": [{"family": "Shannon", "given": "Claude"}], "issued": {"date-parts": [[1950]]}}\n]\n', /1 CSL-JSON item/u, /id: shannon1950chess/u],
  ] as const) {
    it(`adds ${what} that is pasted, line breaks and all`, async () => {
      await openBox();
      await paste(text);
      await row(said);
      await wb.press('Enter');
      await confirm();
      await eventually(() => assert.match(papers(), written));
    });
  }

  it('offers the clipboard, which goes nowhere unless it is chosen', async () => {
    const before = papers();
    await wb.setClipboard('https://arxiv.org/abs/9911.00001\nhttps://arxiv.org/abs/9911.00002');
    await openBox();
    await row(/From the clipboard \| .*2 arXiv ids/u);
    await wb.screenshot('adding-clipboard');
    await wb.press('Escape');
    await wb.quickInput.hidden();
    await openBox();
    await row(/From the clipboard/u);
    // the box that was left has come to its end
    assert.equal(services().requests.length, 0);
    assert.equal(papers(), before);
    await wb.press('Enter');
    await row(/2 papers, those that are new/u);
    await wb.press('Escape');
    await wb.quickInput.hidden();
  });

  it('goes back step by step with everything as it was typed, and Escape changes nothing', async () => {
    const before = papers();
    await openBox();
    await wb.page.keyboard.type('arXiv:9911.00005');
    await row(/1 arXiv id/u);
    await wb.press('Enter');
    await row(/Paper 9911\.00005/u);
    await focused(/Add to/u);
    await wb.press('ArrowDown', 'ArrowDown');
    await focused(/Tags…/u);
    await wb.press('Enter');
    await eventually(async () => assert.match(await wb.quickInput.placeholder(), /Tags; none is fine/u));
    await wb.page.keyboard.type('Mine');
    await row(/New tag: mine/u);
    await wb.press('Enter');
    await emptied();
    await wb.press('Enter');
    await row(/Tags… \| mine/u);
    await wb.press('Enter');
    await eventually(async () => assert.match(await wb.quickInput.placeholder(), /Categories to file it in/u));
    await wb.press('Control+Alt+Minus');
    await row(/Tags… \| mine/u);
    await wb.press('Control+Alt+Minus');
    await eventually(async () => assert.equal(await wb.quickInput.value(), 'arXiv:9911.00005'));
    await wb.quickInput.cancel();
    await wb.answered();
    assert.equal(papers(), before);
  });

  it('says that a paper is there already, and files it in another category', async () => {
    await openBox();
    await wb.page.keyboard.type('https://dx.doi.org/10.5555/BEISPIEL.2021.7');
    await row(/1 DOI/u);
    await wb.press('Enter');
    await step(/Already in the Catalogue/u);
    await wb.screenshot('adding-already-there');
    await wb.quickInput.type('File It Here');
    await focused(/File It Here as Well/u);
    await wb.press('Enter');
    await eventually(async () => assert.match(await wb.quickInput.placeholder(), /Categories to file it in/u));
    await wb.page.keyboard.type('Dialogue › Medical');
    await row(/Medical dialogue/u);
    await wb.press('Enter');
    await emptied();
    await wb.press('Enter');
    await wb.quickInput.hidden();
    await eventually(() => assert.match(papers(), /beispiel\.2021\.7\n\s*categories:\s*(?:\[ours, dialogue\/medical\]|- ours\n\s*- dialogue\/medical)/u));
    assert.equal(papers().match(/beispiel\.2021\.7/gu)?.length, 1);
  });

  it('keeps what cannot be checked as a stub that says so', async () => {
    services().behave({ do: 'html', status: 403 }, { times: Infinity });
    await openBox();
    await wb.page.keyboard.type('9911.00042');
    await row(/1 arXiv id/u);
    await wb.press('Enter');
    await eventually(async () => assert.match((await wb.quickInput.rows()).join('\n'), /Not checked: it is stored/u), 40_000);
    await wb.screenshot('adding-unchecked');
    await confirm();
    await eventually(() => assert.match(papers(), /arxiv9911\.00042[\s\S]*unchecked: true/u));
  }).timeout(90_000);

  it('adds twenty ids in one paste, with three requests at most, and reports', async () => {
    const ids = Array.from({ length: 20 }, (_one, at) => `9911.001${String(at).padStart(2, '0')}`);
    await openBox();
    await paste(['Reading list:', ...ids.map((id) => `- https://arxiv.org/abs/${id}v1`), 'https://example.org/nothing'].join('\n'));
    await row(/20 arXiv ids.*1 line not understood|20 arXiv ids/u);
    await wb.screenshot('adding-many-box');
    await wb.press('Enter');
    await row(/20 papers, those that are new/u);
    await wb.screenshot('adding-many');
    await file();
    await eventually(async () => assert.match(await wb.editor.text(), /# Adding papers[\s\S]*Added: 20/u), 30_000);
    await wb.screenshot('adding-report');
    for (const id of ids) assert.match(papers(), new RegExp(`arxiv: "?${id.replace('.', '\\.')}`, 'u'));
    assert.ok(services().requests.filter(({ service }) => service === 'arxiv').length <= 3);
    await wb.press('Control+W');
    await wb.dialog().then(() => wb.pressDialog("Don't Save"), () => undefined);
  }).timeout(90_000);

  it('lists the papers of a document, the new ones ticked', async () => {
    const editor = await wb.openFile('notes.md');
    await editor.caretAfter('# Notes');
    await wb.press('F1');
    await wb.quickInput.type('>Litshelf: Add Papers Found Here…');
    await focused(/Found Here/u);
    await wb.press('Enter');
    await step(/Papers Found Here: 3, of which 1 are new/u);
    await row(/9911\.00077/u);
    await wb.screenshot('adding-found-here');
    await wb.press('Enter');
    await row(/Paper 9911\.00077/u);
    await confirm();
    await eventually(() => assert.match(papers(), /arxiv: "9911\.00077"/u));
  });

  it('keeps what was done when it is called off in the middle', async () => {
    const ids = Array.from({ length: 150 }, (_one, at) => `9911.0${String(3000 + at)}`);
    await openBox();
    await paste(ids.join('\n'));
    await row(/150 arXiv ids/u);
    await wb.press('Enter');
    await row(/150 papers, those that are new/u);
    await wb.press('Enter');
    await eventually(async () => assert.match(await wb.quickInput.placeholder(), /Categories to file it in/u));
    // a hundred ids come at once; the next request waits three seconds for its turn, and longer for its answer
    services().behave({ do: 'slow', ms: 0 }, { service: 'arxiv' });
    services().behave({ do: 'slow', ms: 60_000 }, { service: 'arxiv', times: Infinity });
    await wb.press('Enter');
    await eventually(() => assert.match(papers(), /9911\.03099/u), 30_000);
    await wb.notifications.press('Adding papers', 'Cancel');
    await eventually(async () => assert.match(await wb.editor.text(), /It was cancelled in the middle; what was done is kept\.[\s\S]*Added: 100[\s\S]*Left alone: 50/u), 30_000);
    assert.doesNotMatch(papers(), /9911\.0310\d/u);
    await wb.press('Control+W');
    await wb.dialog().then(() => wb.pressDialog("Don't Save"), () => undefined);
  }).timeout(90_000);

  it('adds into the category whose menu it was called from', async () => {
    const view = await wb.showView('Papers');
    const before = await selected();
    await (await view.contextMenu('Our own category')).choose('Add Paper Here…');
    await wb.quickInput.asks(/arXiv id, DOI/u);
    await wb.page.keyboard.type('arXiv:9911.00400');
    await row(/1 arXiv id/u);
    await wb.press('Enter');
    await row(/Categories… \| Our own category/u);
    await wb.press('Enter');
    await wb.quickInput.hidden();
    await eventually(() => assert.match(papers(), /arxiv: "9911\.00400"[\s\S]{0,300}categories:\s*(?:\[|- )?\s*ours/u));
    await shown(before);
  });

  it('looks right in light and high contrast, and in a narrow window', async () => {
    await openBox();
    await wb.page.keyboard.type('arXiv:9911.00200');
    await row(/1 arXiv id/u);
    await wb.press('Enter');
    await row(/Paper 9911\.00200/u);
    for (const [theme, name] of [['Default Light Modern', 'light'], ['Default High Contrast', 'contrast']] as const) {
      await wb.setTheme(theme);
      await wb.screenshot(`adding-card-${name}`);
    }
    await wb.setTheme('Default Dark Modern');
    await wb.page.setViewportSize({ width: 520, height: 700 });
    await wb.page.waitForTimeout(300);
    await wb.screenshot('adding-card-narrow');
    await wb.page.setViewportSize({ width: 1400, height: 900 });
    await wb.press('Escape');
  });
});
