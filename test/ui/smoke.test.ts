import assert from 'node:assert/strict';
import { useWorkbench } from './fixture';
import { eventually } from './workbench';

describe('the first minute with Litshelf', () => {
  const workbench = useWorkbench({ copy: 'test/fixtures/sample' });

  it('shows the bundled papers by category', async () => {
    const papers = await workbench().showView('Papers');
    await eventually(async () => {
      const rows = await papers.rows();
      assert.ok(rows.length > 1, 'there are categories');
      assert.ok(rows.every((row) => row.level === 1 && row.expanded === false), 'all of them closed');
    });
    await workbench().screenshot('first-minute');
  });

  it('opens a category', async () => {
    const papers = await workbench().showView('Papers');
    const [first] = await papers.rows();
    assert.ok(first);
    await papers.expand(first.label);
    assert.ok((await papers.rows()).some((row) => row.level === 2));
  });
});
