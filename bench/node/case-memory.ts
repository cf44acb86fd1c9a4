/** Memory that results hold, after a garbage collection; in megabytes. */
import { load } from 'js-yaml';
import { parse } from 'yaml';
import { mergeLayers } from '../../src/core/catalogue/merge.js';
import { arrange } from '../../src/core/outline/arrange.js';
import { keep, readLayer, readTexts, type Case, type Figures, type Subject } from './subject.js';

const MB = 1e6;

/** `read`: the layers; `merged`: and the catalogue; `filtered`: and what a filter and an opened tree leave. `rss`: what the process grew by. */
export const memory: Case = async (subject) => measure(subject);
/** The same when papers come from snapshots, which an earlier case has written. */
export const memorySnapshot: Case = async (subject) => measure(subject, subject.snapshots);

async function measure({ root, bundled }: Subject, snapshots?: string): Promise<Figures> {
  const before = used();
  const resident = process.memoryUsage.rss();
  const layers = [await readLayer(bundled, 'bundled'), await readLayer(root, 'workspace', snapshots)];
  keep(layers);
  const read = used() - before;
  const catalogue = mergeLayers(layers);
  const outline = arrange(catalogue, { groupBy: 'category', sortBy: 'title', filter: '' });
  keep([catalogue, outline]);
  const merged = used() - before;
  keep([catalogue, outline, arrange(catalogue, { groupBy: 'category', sortBy: 'title', filter: 'self' })]);
  const filtered = used() - before;
  return { read, merged, filtered, rss: (process.memoryUsage.rss() - resident) / MB };
}

export const memoryYaml: Case = ({ root }) => held(root, (text) => parse(text) as unknown);
export const memoryJsYaml: Case = ({ root }) => held(root, (text) => load(text));
export const memoryJson: Case = ({ root }) => {
  const texts = [...readTexts(root).values()].map((text) => JSON.stringify(load(text)));
  const before = used();
  keep(texts.map((text) => JSON.parse(text) as unknown));
  return { read: used() - before };
};

function held(root: string, parser: (text: string) => unknown): Figures {
  const before = used();
  const resident = process.memoryUsage.rss();
  keep([...readTexts(root).values()].map(parser));
  return { read: used() - before, rss: (process.memoryUsage.rss() - resident) / MB };
}

function used(): number {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) throw new Error('memory is measured with --expose-gc');
  gc();
  gc();
  return process.memoryUsage().heapUsed / MB;
}
