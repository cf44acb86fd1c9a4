/** What would be imported, as the tree of the list's sections. */
import { sectionKey, type ImportPlan, type Incoming, type Outcome } from '../lists/index.js';

export interface PreviewRow {
  /** Place in the input. */
  readonly at: number;
  readonly work: Incoming;
  readonly outcome: Outcome;
}

export interface PreviewSection {
  /** See {@link sectionKey}. */
  readonly key: string;
  readonly title: string;
  readonly path: readonly string[];
  readonly sections: readonly PreviewSection[];
  readonly rows: readonly PreviewRow[];
}

interface Growing extends PreviewSection {
  readonly sections: Growing[];
  readonly rows: PreviewRow[];
}

/** The tree of sections that hold works, in the order of the list; what stands above the first heading is in the root itself. */
export function previewTree(works: readonly Incoming[], { outcomes }: Pick<ImportPlan, 'outcomes'>): PreviewSection {
  const root: Growing = { key: '', title: '', path: [], sections: [], rows: [] };
  const known = new Map<string, Growing>([['', root]]);
  for (const [at, work] of works.entries()) {
    const outcome = outcomes[at];
    if (outcome === undefined) continue;
    let here = root;
    for (const [depth, title] of work.section.entries()) {
      const path = work.section.slice(0, depth + 1);
      const key = sectionKey(path);
      const found = known.get(key) ?? { key, title, path, sections: [], rows: [] };
      if (!known.has(key)) {
        known.set(key, found);
        here.sections.push(found);
      }
      here = found;
    }
    here.rows.push({ at, work, outcome });
  }
  return root;
}
