/** What was cited lately in this workspace. */
import { addRecent, readRecent } from '../../core/cite/recents.js';
import type { House } from './house.js';

const stored = 'recentCitations';

/** Keys, the latest first. */
export function recentCitations(house: House): string[] {
  return readRecent(house.context.workspaceState.get(stored));
}

export function rememberCited(house: House, keys: readonly string[]): void {
  house.messages.run('Recent citations', async () => house.context.workspaceState.update(stored, addRecent(recentCitations(house), keys)));
}
