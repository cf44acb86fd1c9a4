import assert from 'node:assert/strict';
import { useWorkbench } from './fixture';
import { useScholarlyServer } from './scholarly';
import { eventually, HoverCard, type Workbench } from './workbench';

const { services, withServices } = useScholarlyServer();

const known = {
  'notes.md': '# Notes\n\nSee [this](https://arxiv.org/abs/2212.10560v1) and arXiv:2306.11644.\n\nUnknown: <https://arxiv.org/abs/hep-th/9711200>\n\nNowhere: https://arxiv.org/abs/2501.99999\n\nRepository: https://github.com/nlpxucan/WizardLM\n',
  'paper.tex': '\\documentclass{article}\n\\begin{document}\nAs \\href{https://arxiv.org/pdf/2304.12244.pdf}{shown} before.\n\\end{document}\n',
  'code.py': '# after https://arxiv.org/abs/2306.11644, section 2\nprint(1)\n',
  'data.yaml': 'source:\n  doi: 10.18653/v1/2023.acl-long.754\n',
  'cited.tex': '\\documentclass{article}\n\\begin{document}\nAs \\citep[p.~2]{ding2023enhancing,\n  gunasekar2023textbooks} say. % \\cite{wang2023selfinstruct}\n\\end{document}\n',
  'cited.md': 'See [@gunasekar2023textbooks, p. 3] or write to me@gunasekar2023textbooks.org.\n',
  'cited.typ': 'As @gunasekar2023textbooks says.\n',
  'refs.bib': '@misc{any,\n  title = {Any},\n  eprint = {2306.11644},\n  archivePrefix = {arXiv},\n}\n',
};

describe('hover cards', () => {
  const window = useWorkbench(withServices({ files: known }));
  let wb: Workbench;
  before(() => {
    wb = window();
  });
  beforeEach(() => services().reset());
  afterEach(async () => {
    await wb.press('Escape');
    await wb.page.mouse.move(5, 5);
  });

  const places: readonly [string, string, RegExp][] = [
    ['notes.md', '2212.10560v1', /Self-Instruct: Aligning[\s\S]*Yizhong Wang[\s\S]*ACL 2023/],
    ['notes.md', 'arXiv:2306.11644', /Textbooks Are All You Need[\s\S]*gunasekar2023textbooks/],
    ['notes.md', 'nlpxucan', /WizardLM/],
    ['paper.tex', '2304.12244', /WizardLM[\s\S]*and 3 more/],
    ['code.py', '2306.11644', /Textbooks Are All You Need/],
    ['data.yaml', '10.18653', /Self-Instruct/],
    ['refs.bib', '2306.11644', /Textbooks Are All You Need/],
    ['cited.tex', 'gunasekar2023textbooks', /Textbooks Are All You Need/],
    ['cited.tex', 'ding2023enhancing', /Enhancing Chat Language Models/],
    ['cited.md', 'gunasekar2023textbooks', /Textbooks Are All You Need/],
    ['cited.typ', 'gunasekar2023textbooks', /Textbooks Are All You Need/],
  ];
  for (const [file, needle, expected] of places) {
    it(`knows ${needle} in ${file}, without asking anybody`, async () => {
      const editor = await wb.openFile(file);
      // the first one may come before the extension has started
      await eventually(async () => {
        await wb.page.mouse.move(5, 5);
        await (await editor.hover(needle)).says(expected);
      }, 20_000);
      assert.equal(services().requests.length, 0);
    });
  }

  it('copies BibTeX from the card', async () => {
    const editor = await wb.openFile('notes.md');
    const card = await editor.hover('arXiv:2306.11644');
    await wb.setClipboard('');
    await card.click('BibTeX');
    await eventually(async () => assert.match(await wb.clipboard(), /^@\w+\{gunasekar2023textbooks,/));
  });

  it('shows no card on what only looks like a key', async () => {
    const tex = await wb.openFile('cited.tex');
    const commented = await tex.hover('wang2023selfinstruct').then((card) => card.text(), () => '');
    assert.doesNotMatch(commented, /Self-Instruct/);
  });

  it('cites from the card, joining the citation at the cursor', async () => {
    const editor = await wb.openFile('cited.md');
    await editor.caretAfter('[@gunasekar2023textbooks, p. 3');
    await wb.page.mouse.move(5, 5);
    await wb.runCommand('Litshelf: Cite Paper');
    await wb.quickInput.type('self-instruct wang');
    await wb.quickInput.choose('Self-Instruct: Aligning');
    await eventually(async () => assert.match(await editor.text(), /See \[@gunasekar2023textbooks, p\. 3; @wang2023selfinstruct\]/));
    await editor.hasKeyboard();
    await wb.press('Control+Z');
    await eventually(async () => assert.match(await editor.text(), /See \[@gunasekar2023textbooks, p\. 3\]/));
  });

  it('looks an unknown paper up once, and knows it then', async () => {
    const editor = await wb.openFile('notes.md');
    let card = await editor.hover('9711200');
    await card.says(/The Large N Limit[\s\S]*Add to Catalogue/);
    assert.deepEqual(services().requests.map(({ service }) => service).filter((service) => service === 'arxiv').length, 1);
    assert.match(String(services().requests[0]?.headers['user-agent']), /^Litshelf\/\d+\.\d+\.\d+ \(\+https:/);
    const asked = services().requests.length;
    await card.close();
    card = await editor.hover('9711200');
    await card.says(/The Large N Limit/);
    assert.equal(services().requests.length, asked);
    await wb.screenshot('hover-unknown');
  });

  it('says that a paper is not to be found', async () => {
    const editor = await wb.openFile('notes.md');
    const card = await editor.hover('2501.99999');
    assert.doesNotMatch(await card.says(/Not found/), /Could not check/);
  });

  it('adds an unknown paper to the personal catalogue', async () => {
    const editor = await wb.openFile('notes.md');
    const card = await editor.hover('9711200');
    await card.click('Add to Catalogue');
    await eventually(async () => assert.match(await wb.quickInput.placeholder(), /Categories to file it in/));
    await wb.quickInput.type('Analysis and theory');
    await wb.quickInput.toggle('Analysis and theory');
    await wb.quickInput.accept();
    // the workspace has no catalogue: asked once
    await eventually(async () => assert.match(await wb.quickInput.title(), /Where Do Papers Go/));
    await wb.quickInput.choose('Personal catalogue');
    await wb.notifications.message('Added maldacena1997large');
    await wb.notifications.clear();
    await eventually(async () => {
      await wb.page.mouse.move(5, 5);
      await (await editor.hover('9711200')).says(/maldacena1997large/);
    });
  });

  it('shows the paper at the cursor as a document', async () => {
    const editor = await wb.openFile('notes.md');
    await editor.caretAfter('arXiv:2306.116');
    await wb.runCommand('Litshelf: Show Paper at Cursor');
    await eventually(async () => assert.match(await wb.page.locator('.editor-group-container.active .view-lines').innerText().then((text) => text.replaceAll('\u00a0', ' ')), /Citation key: gunasekar2023textbooks/));
    await wb.screenshot('show-paper');
    await wb.closeAllEditors();
  });

  for (const theme of ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast'] as const) {
    it(`looks right in ${theme}`, async () => {
      await wb.setTheme(theme);
      const editor = await wb.openFile('notes.md');
      await editor.hover('2212.10560v1');
      await wb.screenshot(`hover-${theme}`);
    });
  }
});

describe('a hover card at 200 % zoom', () => {
  const window = useWorkbench({ files: known });

  it('fits', async () => {
    const wb = window();
    const editor = await wb.openFile('notes.md');
    await wb.page.setViewportSize({ width: 700, height: 450 });
    await eventually(async () => {
      await wb.page.mouse.move(5, 5);
      await (await editor.hover('2212.10560v1')).says(/Self-Instruct/);
    }, 20_000);
    await wb.screenshot('hover-zoomed');
  });
});

describe('hover cards when something is wrong', () => {
  const ids = ['9912.00001', '9912.00002', '9912.00003', '9912.00004', '9912.00005', '9912.00006'];
  const window = useWorkbench(withServices({ files: { 'hostile.md': ids.map((id) => `https://arxiv.org/abs/${id}\n`).join('\n'), 'slow.md': 'https://arxiv.org/abs/math/0309136\n\nhttps://arxiv.org/abs/2406.20094\n\nhttps://arxiv.org/abs/9912.00007\n' } }));
  let wb: Workbench;
  before(() => {
    wb = window();
  });
  beforeEach(() => services().reset());
  afterEach(async () => {
    await wb.press('Escape');
    await wb.page.mouse.move(5, 5);
  });

  it('shows hostile records as plain text', async function hostile() {
    this.timeout(120_000);
    const editor = await wb.openFile('hostile.md');
    const expected: Record<string, RegExp> = {
      '9912.00001': /Trust me\]\(command:workbench\.action\.quit\)/,
      '9912.00002': /<img src=x onerror="alert\(1\)">/,
      '9912.00003': /`rm -rf` \| a \| table ```and``` \$\(a formula\) \*\*bold\*\* _it_ # heading/,
      '9912.00006': /and 9994 more/,
    };
    for (const id of ids) {
      const text = await eventually(async () => {
        await wb.page.mouse.move(5, 5);
        await wb.page.waitForTimeout(200);
        return (await editor.hover(id)).says(/Add to Catalogue/);
      }, 20_000);
      const want = expected[id];
      if (want) assert.match(text, want);
      assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069]/u);
      const { found, addresses: hrefs } = await new HoverCard(wb.page).content('img, script, table, h1, h2, code');
      assert.equal(found, 0, id);
      assert.ok(hrefs.length > 0, id);
      assert.ok(hrefs.every((href) => href.startsWith('command:litshelf.') || /^https:\/\/arxiv\.org\//.test(href) || href === ''), hrefs.join('\n'));
    }
    await wb.screenshot('hover-hostile');
  });

  it('sends nothing further for a hover that was cancelled', async function cancelled() {
    this.timeout(60_000);
    const editor = await wb.openFile('slow.md');
    await wb.page.waitForTimeout(3500);
    services().behave({ do: 'slow', ms: 6000 }, { service: 'arxiv' });
    services().behave({ do: 'status', status: 503 }, { service: 'arxiv' });
    await editor.pointAt('0309136');
    await eventually(() => assert.equal(services().requests.length, 1), 15_000);
    await wb.page.mouse.move(5, 5);
    await wb.press('Escape');
    await eventually(() => assert.ok(services().requests[0]?.ended));
    // as long as arXiv would be left alone before it was asked again
    await wb.page.waitForTimeout(4000);
    assert.equal(services().requests.length, 1);
  });

  it('says that it could not check, and until when arXiv is left alone', async function paused() {
    this.timeout(60_000);
    const editor = await wb.openFile('slow.md');
    services().behave({ do: 'status', status: 429, retryAfter: '600' }, { service: 'arxiv', times: Infinity });
    services().behave({ do: 'status', status: 503 }, { service: 'datacite', times: Infinity });
    await eventually(async () => {
      await wb.page.mouse.move(5, 5);
      await wb.page.waitForTimeout(200);
      const text = await (await editor.hover('9912.00007')).says(/Could not check/);
      assert.doesNotMatch(text, /Not found/);
      assert.match(text, /Retry/);
      assert.ok(await wb.page.locator('.statusbar .statusbar-item').filter({ hasText: 'arXiv paused until' }).isVisible());
    }, 40_000);
    await wb.screenshot('hover-paused');
  });
});

describe('hover cards that ask first', () => {
  const window = useWorkbench(withServices({ files: { 'a.md': 'https://arxiv.org/abs/hep-th/9711200\n\narXiv:2306.11644\n' }, settings: { 'litshelf.lookup': 'onClick' } }));
  beforeEach(() => services().reset());

  it('send nothing until they are clicked', async () => {
    const wb = window();
    const editor = await wb.openFile('a.md');
    const card = await editor.hover('9711200');
    await card.says(/Not in your catalogues[\s\S]*Look Up/);
    assert.equal(services().requests.length, 0);
    await card.click('Look Up');
    await eventually(() => assert.equal(services().requests.length >= 1, true), 15_000);
    assert.match(await wb.notifications.message('The Large N Limit'), /Maldacena/);
  });

  it('can be switched off for a language', async () => {
    const wb = window();
    wb.changeSettings({ '[markdown]': { 'litshelf.hover.enabled': false } });
    const editor = await wb.openFile('a.md');
    // VS Code takes the setting over a moment later
    await eventually(async () => {
      await wb.page.mouse.move(5, 5);
      const text = await editor.hover('arXiv:2306.11644').then((card) => card.text(), () => '');
      assert.doesNotMatch(text, /Textbooks/);
    });
  });
});

describe('hover cards beside another extension', () => {
  const window = useWorkbench({ files: { 'a.tex': '\\cite{gunasekar2023textbooks}\n\n% https://arxiv.org/abs/2306.11644\n' }, neighbours: ['James-Yu.latex-workshop'] });

  it('leave citation keys to it, unless told otherwise', async () => {
    const wb = window();
    const editor = await wb.openFile('a.tex');
    await eventually(async () => {
      await wb.page.mouse.move(5, 5);
      await (await editor.hover('2306.11644')).says(/Textbooks Are All You Need/);
    }, 20_000);
    await wb.page.mouse.move(5, 5);
    const onKey = await editor.hover('gunasekar2023textbooks').then((card) => card.text(), () => '');
    assert.doesNotMatch(onKey, /Textbooks/);
    wb.changeSettings({ 'litshelf.hover.citationKeys': 'always' });
    await eventually(async () => {
      await wb.page.mouse.move(5, 5);
      await (await editor.hover('gunasekar2023textbooks')).says(/Textbooks Are All You Need/);
    }, 20_000);
  });
});
