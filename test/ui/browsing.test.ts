import assert from 'node:assert/strict';
import { eventually, type TreeView, type Workbench } from './workbench';
import { useWorkbench } from './fixture';

describe('browsing the papers', () => {
  const window = useWorkbench();
  let wb: Workbench;
  let papers: TreeView;

  before(async () => {
    wb = window();
    papers = await wb.showView('Papers');
  });
  afterEach(async () => {
    await wb.press('Escape');
  });

  const group = async (by: string) => {
    await papers.clickAction('Group Papers By');
    await wb.quickInput.choose(by);
    await wb.quickInput.hidden();
  };
  const shows = (...titles: string[]) => eventually(async () => {
    const labels = await papers.labels();
    for (const title of titles) assert.ok(labels.includes(title), labels.join('\n'));
  });
  const filter = async (text: string) => {
    await wb.runCommand('Litshelf: Filter Papers…');
    await wb.quickInput.type(text);
    await wb.quickInput.accept();
    await wb.quickInput.hidden();
  };
  const unfilter = async () => {
    if ((await papers.message()) !== '' || (await papers.pane.locator('.welcome-view-content').isVisible())) await wb.runCommand('Litshelf: Clear Filter');
    await eventually(async () => assert.equal(await papers.message(), ''));
  };

  it('shows categories with their counts, which a screen reader says too', async () => {
    await eventually(async () => {
      const rows = await papers.rows();
      assert.ok(rows.length >= 8 && rows.length <= 14, `${rows.length} categories`);
      assert.equal(rows[0]?.label, 'Surveys');
      assert.match(rows[0].description, /^\d+$/);
      assert.match(rows[0].ariaLabel, /^Surveys, \d+ papers/);
    });
  });

  it('shows papers with authors, year and venue', async () => {
    await papers.expand('Surveys');
    // a row is there a moment before what it says
    await eventually(async () => {
      const paper = (await papers.rows()).find(({ level }) => level === 2);
      assert.match(paper?.description ?? '', /^[^·]+ · 20\d\d( · .+)?$/);
      assert.match(paper?.ariaLabel ?? '', /, by .+, 20\d\d/);
    });
  });

  it('explains a paper under the mouse', async () => {
    const paper = (await papers.rows()).find(({ level }) => level === 2);
    assert.ok(paper);
    await eventually(async () => {
      const card = await papers.hoverText(paper.label);
      assert.ok(card.includes(paper.label), card);
      assert.match(card, /Surveys/);
    });
    await wb.screenshot('card-in-tree');
  });

  for (const [by, first] of [['Year', /^20\d\d$/], ['Venue', /./], ['List', /./], ['Tag', /./], ['First author', /,/], ['Category', /^Surveys$/]] as const) {
    it(`groups by ${by.toLowerCase()} and keeps it`, async () => {
      const before = await papers.labels();
      await group(by);
      await eventually(async () => {
        const rows = await papers.rows();
        assert.notDeepEqual(rows.map(({ label }) => label), before);
        assert.match(rows[0]?.label ?? '', first);
        const counts = rows.filter(({ level }) => level === 1).map(({ description }) => Number(description));
        assert.ok(counts.every((count) => count >= 0));
        if (by === 'List') assert.deepEqual([...counts].slice(0, 5).sort((a, b) => a - b).length, 5);
      });
      await wb.screenshot(`grouped-by-${by}`);
    });
  }

  it('filters as one types, shows the filter, and Escape in the box puts everything back', async () => {
    await papers.clickAction('Filter Papers');
    await wb.quickInput.type('title:textbooks');
    await eventually(async () => assert.match(await papers.message(), /title:textbooks \(2 of 156\)/));
    await wb.quickInput.cancel();
    await eventually(async () => assert.equal(await papers.message(), ''));
  });

  it('keeps a filter, offers it again, and one key clears it', async () => {
    await filter('key:gunasekar2023textbooks');
    await eventually(async () => assert.match(await papers.message(), /key:gunasekar2023textbooks \(1 of 156\)/));
    await shows('Textbooks Are All You Need');
    await wb.screenshot('filtered');
    await papers.select('Textbooks Are All You Need');
    await wb.press('Escape');
    await eventually(async () => assert.equal(await papers.message(), ''));
    await wb.runCommand('Litshelf: Filter Papers…');
    await eventually(async () => assert.ok((await wb.quickInput.rows()).some((row) => row.includes('key:gunasekar2023textbooks'))));
    await wb.quickInput.cancel();
  });

  it('says what it does not understand', async () => {
    await wb.runCommand('Litshelf: Filter Papers…');
    await wb.quickInput.type('autor:wang');
    await eventually(async () => assert.ok((await wb.quickInput.rows()).some((row) => /autor.*author/.test(row))));
    await wb.quickInput.cancel();
  });

  it('says that nothing matches, and how to go on', async () => {
    await filter('zzzz-no-such-paper');
    await eventually(async () => assert.match(await papers.welcome(), /No paper matches the filter/));
    await wb.screenshot('no-hit');
    await papers.clickWelcome('Clear the Filter');
    await eventually(async () => assert.ok((await papers.rows()).length > 5));
  });

  it('copies the citation keys of several papers with Ctrl+C', async () => {
    await filter('title:textbooks');
    await eventually(async () => assert.match(await papers.message(), /2 of 156/));
    await shows('Textbooks Are All You Need', 'Textbooks Are All You Need II: phi-1.5 technical report');
    await papers.select('Textbooks Are All You Need');
    await papers.select('Textbooks Are All You Need II: phi-1.5 technical report', 'Control');
    await wb.press('Control+C');
    await eventually(async () => assert.deepEqual((await wb.clipboard()).split(', ').sort(), ['gunasekar2023textbooks', 'li2023textbooks']));
    await unfilter();
  });

  it('copies BibTeX from the row and from its context menu', async () => {
    await filter('key:gunasekar2023textbooks');
    await eventually(async () => assert.match(await papers.message(), /1 of 156/));
    await shows('Textbooks Are All You Need');
    await wb.setClipboard('');
    await papers.clickRowAction('Textbooks Are All You Need', 'Copy BibTeX');
    await eventually(async () => assert.match(await wb.clipboard(), /^@\w+\{gunasekar2023textbooks,/));
    const menu = await papers.contextMenu('Textbooks Are All You Need');
    await wb.screenshot('context-menu');
    await menu.choose('Copy Title as Markdown Link');
    await eventually(async () => assert.match(await wb.clipboard(), /^\[Textbooks Are All You Need\]\(https:/));
    await unfilter();
  });

  it('opens the page of a paper with a double click and with Enter, and not with a click', async () => {
    await filter('key:gunasekar2023textbooks');
    await eventually(async () => assert.match(await papers.message(), /1 of 156/));
    await shows('Textbooks Are All You Need');
    await papers.select('Textbooks Are All You Need');
    // a dialog would keep the palette from coming
    await wb.answered();
    assert.equal(await wb.page.locator('.monaco-dialog-box').count(), 0, 'a click only selects');
    await shows('Textbooks Are All You Need');
    await papers.doubleClick('Textbooks Are All You Need');
    assert.match(await wb.dialog(), /arxiv\.org\/abs\/2306\.11644/);
    await wb.pressDialog('Cancel');
    await papers.select('Textbooks Are All You Need');
    await papers.hasKeyboard();
    await eventually(async () => assert.match(await papers.focused(), /^Textbooks/));
    await wb.press('Enter');
    assert.match(await wb.dialog(), /arxiv\.org\/abs\/2306\.11644/);
    await wb.pressDialog('Cancel');
    await unfilter();
  });

  it('can be used with the keyboard alone', async () => {
    await filter('key:gunasekar2023textbooks');
    await eventually(async () => assert.match(await papers.message(), /1 of 156/));
    await shows('Textbooks Are All You Need');
    await wb.runCommand('Litshelf: Focus on Papers View');
    await papers.hasKeyboard();
    await wb.press('Home', 'ArrowDown');
    for (let step = 0; step < 8 && !/^Textbooks/.test(await papers.focused()); step += 1) await wb.press('ArrowDown');
    assert.match(await papers.focused(), /^Textbooks/);
    await wb.setClipboard('');
    await wb.press('Control+C');
    await eventually(async () => assert.equal(await wb.clipboard(), 'gunasekar2023textbooks'));
    await wb.press('Enter');
    assert.match(await wb.dialog(), /arxiv\.org\/abs\/2306\.11644/);
    await wb.pressDialog('Cancel');
    await unfilter();
  });

  it('goes to the YAML of a paper, and from the palette to its row', async () => {
    await wb.runCommand('Litshelf: Show Paper in Tree…');
    await wb.quickInput.type('müller nothing');
    await wb.quickInput.type('gunasekar textbooks');
    await wb.quickInput.choose('Textbooks Are All You Need');
    await eventually(async () => assert.ok((await papers.rows()).some(({ label, selected }) => selected && label === 'Textbooks Are All You Need')));
    await wb.runCommand('Litshelf: Reveal in YAML');
    await eventually(async () => assert.match(await wb.page.locator('.editor-instance .view-line').allInnerTexts().then((lines) => lines.join('\n').replace(/\u00a0/gu, ' ')), /- id: gunasekar2023textbooks/));
    await wb.screenshot('reveal-in-yaml');
  });

  it('keeps what is expanded and selected when papers change', async () => {
    await group('Category');
    await papers.expand('Surveys');
    const before = await papers.labels();
    await wb.runCommand('Litshelf: Reload Catalogues');
    // the rows may be drawn again when it is done
    await wb.statusBarItem('Read 156 papers');
    await wb.answered();
    await eventually(async () => assert.deepEqual(await papers.labels(), before));
  });
});

describe('the Papers view in every theme', () => {
  const window = useWorkbench();

  it('looks right', async () => {
    const wb = window();
    const papers = await wb.showView('Papers');
    await papers.expand('Surveys');
    for (const theme of ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light'] as const) {
      await wb.setTheme(theme);
      await wb.screenshot(`papers-${theme}`);
    }
    await wb.page.setViewportSize({ width: 600, height: 700 });
    await wb.screenshot('papers-narrow');
  });
});

describe('catalogues with problems', () => {
  const window = useWorkbench({ files: { 'catalog/catalog.yaml': 'title: Ours\n', 'catalog/papers/a.yaml': '- id: good2024\n  title: A good one\n- id: bad2024\n  title: A bad one\n  issued: next year\n' }, settings: { 'litshelf.bundledCatalogue': false } });

  it('shows the good papers, counts the problem on the badge and leads to it', async () => {
    const wb = window();
    const papers = await wb.showView('Papers');
    await papers.expand('Uncategorised');
    await eventually(async () => assert.ok((await papers.labels()).includes('A good one')));
    await eventually(async () => assert.equal(await wb.badge(), '1'));
    await wb.runCommand('Litshelf: Show Problems of the Catalogues');
    await wb.editor.shows('a.yaml');
    await wb.page.locator('.markers-panel, .markers-panel-container').first().getByText('issued must be a date').first().waitFor();
    await wb.screenshot('problems');
  });
});

describe('no catalogue at all', () => {
  const window = useWorkbench({ settings: { 'litshelf.bundledCatalogue': false } });

  it('says so and how to get one', async () => {
    const wb = window();
    await wb.showContainer();
    await eventually(async () => assert.match(await wb.view('Papers').welcome(), /No catalogue to show/));
    await wb.screenshot('no-catalogue');
  });
});

describe('a broken catalogue', () => {
  const window = useWorkbench({ files: { 'catalog/catalog.yaml': 'title: [\n', 'catalog/papers/a.yaml': 'nothing: here\n' }, settings: { 'litshelf.bundledCatalogue': false } });

  it('leads to the problem', async () => {
    const wb = window();
    await wb.showContainer();
    const papers = wb.view('Papers');
    await eventually(async () => assert.match(await papers.welcome(), /cannot be read/));
    await wb.screenshot('broken-catalogue');
    await papers.clickWelcome('Show the First Problem');
    await wb.editor.shows('catalog.yaml');
  });
});
