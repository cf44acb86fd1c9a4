/** Mending a catalogue with the keyboard: from problem to problem, and fixed where one stands. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './fixture';
import { eventually } from './workbench';

const papers = `- id: able2021first
  type: article
  title: The First Ends.   # told below
  authors: [Ann Able and Bob Baker]
  issued: 2021
  arxiv: "2101.00001"
- id: baker2021second
  type: article
  title: The Second Ends, Too.
  authors: [Bob Baker]
  issued: 2021
  arxiv: "2101.00002"
  links: {page: "http://arxiv.org/abs/2101.00002v2"}
`;

describe('mending a catalogue', () => {
  const window = useWorkbench({ files: { 'catalog/catalog.yaml': 'title: Ours\n', 'catalog/papers/ours.yaml': papers }, settings: { 'litshelf.bundledCatalogue': false } });
  const text = (): string => readFileSync(path.join(window().folder, 'catalog', 'papers', 'ours.yaml'), 'utf8');

  it('goes from problem to problem with F8, and fixes with Ctrl+.', async () => {
    const wb = window();
    const editor = await wb.openFile('ours.yaml');
    const rows = await eventually(async () => {
      const found = await wb.problems.rows();
      assert.ok(found.filter((row) => /Litshelf/u.test(row)).length >= 5, found.join('\n'));
      return found;
    }, 20_000);
    assert.ok(rows.some((row) => row.includes('title-full-stop')), rows.join('\n'));
    await editor.caretAfter('- id: able2021first');
    await wb.press('F8');
    // the first problem of the file is the first title's
    await wb.problems.inEditor('shown');
    await wb.screenshot('check-problem');
    await wb.press('Escape');
    await wb.problems.inEditor('closed');
    await editor.hasKeyboard();
    const fixes = await editor.quickFixes();
    assert.deepEqual(fixes.slice(0, 2), ['Leave the full stop out', 'Fix all 2 of this kind in this file (title-full-stop)']);
    await wb.screenshot('check-fixes');
    await editor.fixFocused('Leave the full stop out');
    await wb.press('Enter');
    await wb.save();
    await eventually(() => assert.equal(text(), papers.replace('Ends.   #', 'Ends   #')));
  });

  it('checks everything by a command, and fixes it with one button, which can be taken back', async () => {
    const wb = window();
    const before = text();
    await wb.runCommand('Litshelf: Check Catalogue');
    const [button] = (await wb.notifications.buttons('Checked: 3 warnings, 1 note. 4 can be fixed')).filter((label) => label.startsWith('Fix'));
    assert.equal(button, 'Fix 4 Problems');
    await wb.screenshot('check-counted');
    await wb.notifications.press('Checked: 3 warnings, 1 note. 4 can be fixed', 'Fix 4 Problems');
    await eventually(() => assert.equal(text(), papers.replace('Ends.   #', 'Ends   #').replace('Too.', 'Too').replace('[Ann Able and Bob Baker]', '[Ann Able, Bob Baker]').replace('http://arxiv.org/abs/2101.00002v2', 'https://arxiv.org/abs/2101.00002')));
    await wb.problems.none();
    await wb.notifications.press('Fixed 4 problems', 'Undo');
    await eventually(() => assert.equal(text(), before));
  });
});
