import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './fixture';
import { eventually, type Workbench } from './workbench';

const papers: readonly (readonly [query: string, key: string])[][] = [
  [['self instruct aligning', 'wang2023selfinstruct'], ['wizardcoder', 'luo2024wizardcoder'], ['magpie', 'xu2025magpie'], ['tinystories', 'eldan2023tinystories']],
  [['gunasekar textbooks', 'gunasekar2023textbooks'], ['2306.02707', 'mukherjee2023orca'], ['auggpt', 'dai2025auggpt'], ['fanno', 'zhu2025fanno']],
];

describe('two windows that change the same catalogue', () => {
  const window = useWorkbench({ windows: 2, settings: { 'litshelf.personalFolder': 'mine' } });

  /** Marks papers as read, one after the other, as fast as hands can. */
  async function markAll(workbench: Workbench, wanted: readonly (readonly [string, string])[]): Promise<void> {
    const view = await workbench.showView('Papers');
    for (const [query, key] of wanted) {
      await workbench.runCommand('Litshelf: Show Paper in Tree…');
      await workbench.quickInput.type(query);
      await eventually(async () => assert.ok((await workbench.page.locator('.quick-input-list .monaco-list-row.focused').first().innerText()).includes(key)));
      await workbench.press('Enter');
      await workbench.quickInput.hidden();
      await workbench.runCommand('Litshelf: Mark as Read');
      await eventually(async () => assert.match((await view.rows()).find(({ selected }) => selected)?.description ?? '', / · read\b/u));
    }
  }

  it('lose nothing of what either does, and both see all of it', async () => {
    const [one, two] = [window(0), window(1)];
    await Promise.all([markAll(one, papers[0] ?? []), markAll(two, papers[1] ?? [])]);
    const text = readFileSync(path.join(one.folder, 'mine', 'papers', 'papers.yaml'), 'utf8');
    assert.deepEqual([...text.matchAll(/^- id: (.+)\n {2}status: read$/gmu)].map(([, key]) => key).sort(), papers.flat().map(([, key]) => key).sort(), text);
    for (const workbench of [one, two]) {
      await workbench.runCommand('Litshelf: Filter Papers…');
      await workbench.quickInput.type('is:read');
      await workbench.quickInput.accept();
      await eventually(async () => assert.match((await workbench.view('Papers').message()), /8 of 156/u));
    }
  });
});
