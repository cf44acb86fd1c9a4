import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { commandIds } from '../../src/contributions.js';
import { closeEditors, eventually, litshelf, onDisk, paper } from './support.js';

describe('filing papers', () => {
  const run = (id: string, argument?: unknown) => vscode.commands.executeCommand(id, argument);
  const undo = () => run(commandIds.undoChange);
  const file = () => readFileSync(onDisk('catalog', 'papers', 'mine.yaml'), 'utf8');

  before(async () => {
    await (await litshelf()).papers();
  });
  afterEach(closeEditors);

  it('keeps what was read and starred in the personal catalogue, and takes it back', async () => {
    const before = file();
    await run(commandIds.markReading, { keys: ['wang2023selfinstruct', 'muster2021grundlagen'] });
    assert.equal((await paper('wang2023selfinstruct'))?.status, 'reading');
    await run(commandIds.toggleStar, { keys: ['wang2023selfinstruct', 'muster2021grundlagen'] });
    assert.equal((await paper('muster2021grundlagen'))?.starred, true);
    assert.equal(file(), before, 'the workspace is not touched');
    await undo();
    assert.equal((await paper('muster2021grundlagen'))?.starred ?? false, false);
    await undo();
    assert.equal((await paper('wang2023selfinstruct'))?.status ?? 'unread', 'unread');
  });

  it('files a bundled paper in the workspace\'s catalogue, and takes it back byte for byte', async () => {
    const before = file();
    await run(commandIds.fileUnder, { keys: ['wang2023selfinstruct'], category: 'ours' });
    const { categories } = (await paper('wang2023selfinstruct')) ?? {};
    assert.ok(categories?.includes('ours'), 'filed');
    await run(commandIds.takeOutOfCategory, { keys: ['wang2023selfinstruct'], category: 'ours' });
    assert.ok(!(await paper('wang2023selfinstruct'))?.categories?.includes('ours'));
    await undo();
    await undo();
    await eventually(async () => assert.ok(!(await paper('wang2023selfinstruct'))?.categories?.includes('ours')));
    assert.equal(file(), before);
  });

  it('takes nothing back in the place of what a message names', async () => {
    const before = file();
    const starred = async () => (await paper('muster2021grundlagen'))?.starred ?? false;
    await run(commandIds.fileUnder, { keys: ['wang2023selfinstruct'], category: 'ours' });
    const filed = file();
    await run(commandIds.toggleStar, { keys: ['muster2021grundlagen'] });
    await run(commandIds.undoChange, { label: 'Filed wang2023selfinstruct under Ours' });
    await run(commandIds.undoChange, { label: 'Nothing that was ever done' });
    assert.deepEqual([file(), await starred()], [filed, true]);
    await undo();
    assert.deepEqual([file(), await starred()], [filed, false]);
    await undo();
    assert.equal(file(), before);
  });

  it('refuses a category that no catalogue has', async () => {
    const before = file();
    await run(commandIds.fileUnder, { keys: ['wang2023selfinstruct'], category: 'nowhere' });
    assert.equal(file(), before);
  });
});
