import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './fixture';
import { eventually, type Workbench } from './workbench';

/** What is marked at the same time, one in each window: what a person types to find it, and its key. */
const papers: readonly (readonly (readonly [query: string, key: string])[])[] = [
  [['self instruct aligning', 'wang2023selfinstruct'], ['gunasekar textbooks', 'gunasekar2023textbooks']],
  [['wizardcoder', 'luo2024wizardcoder'], ['2306.02707', 'mukherjee2023orca']],
  [['magpie', 'xu2025magpie'], ['auggpt', 'dai2025auggpt']],
  [['tinystories', 'eldan2023tinystories'], ['fanno', 'zhu2025fanno']],
];

describe('two windows that change the same catalogue', () => {
  const window = useWorkbench({ windows: 2, settings: { 'litshelf.personalFolder': 'mine' } });

  async function select(workbench: Workbench, [query, key]: readonly [string, string]): Promise<void> {
    await workbench.page.bringToFront();
    await workbench.runCommand('Litshelf: Show Paper in Tree…');
    await workbench.quickInput.type(query);
    const focused = await eventually(async () => {
      const row = await workbench.quickInput.focused();
      assert.ok(row.includes(key));
      return row;
    });
    await workbench.press('Enter');
    await workbench.quickInput.hidden();
    const view = workbench.view('Papers');
    await eventually(async () => {
      const [label] = await view.selected();
      assert.ok(label && focused.startsWith(label), label);
    });
    await view.hasKeyboard();
    // the palette offers what Enter would do, and waits
    await workbench.press('F1');
    await workbench.quickInput.type('>Litshelf: Mark as Read');
    await eventually(async () => assert.match(await workbench.quickInput.focused(), /Litshelf: Mark as Read$/mu));
  }

  it('lose nothing of what either does, and both see all of it', async () => {
    const both = [window(0), window(1)] as const;
    for (const workbench of both) {
      await workbench.page.bringToFront();
      await workbench.showView('Papers');
    }
    for (const round of papers) {
      for (const [nth, workbench] of both.entries()) await select(workbench, round[nth] ?? ['', '']);
      await Promise.all(both.map((workbench) => workbench.press('Enter')));
      for (const workbench of both) await eventually(async () => assert.match((await workbench.view('Papers').rows()).find(({ selected }) => selected)?.description ?? '', / · read\b/u));
    }
    await eventually(() => {
      const text = readFileSync(path.join(both[0].folder, 'mine', 'papers', 'papers.yaml'), 'utf8');
      assert.deepEqual([...text.matchAll(/^- id: (.+)\n {2}status: read$/gmu)].map(([, key]) => key).sort(), papers.flat().map(([, key]) => key).sort(), text);
    });
    for (const workbench of both) {
      await workbench.page.bringToFront();
      await workbench.runCommand('Litshelf: Filter Papers…');
      await workbench.quickInput.type('is:read');
      await workbench.quickInput.accept();
      await eventually(async () => assert.match(await workbench.view('Papers').message(), /8 of 156/u));
    }
  });
});
