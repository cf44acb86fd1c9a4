/** What a row says of a paper besides the paper: what its reader makes of it, and which catalogue it comes from. */
import type { Shelved } from '../catalogue/catalogue.js';
import { personalFields } from '../model/vocabulary.js';

export interface Marks {
  readonly starred: boolean;
  /** `reading` or `read`; nothing is said of what is unread. */
  readonly status: 'reading' | 'read' | undefined;
  /** A catalogue above the bundled one says something else of the work. */
  readonly overridden: boolean;
  /** Only the personal catalogue has it. */
  readonly personal: boolean;
}

export function marksOf({ paper, places }: Shelved): Marks {
  const says = (fields: object, cleared: readonly string[]) => [...Object.keys(fields), ...cleared].some((name) => name !== 'id' && !(personalFields as readonly string[]).includes(name));
  return {
    starred: paper.starred,
    status: paper.status === 'unread' ? undefined : paper.status,
    overridden: places[0]?.layer.kind === 'bundled' && places.slice(1).some(({ fields, cleared }) => says(fields, cleared)),
    personal: places.every(({ layer }) => layer.kind === 'personal'),
  };
}
