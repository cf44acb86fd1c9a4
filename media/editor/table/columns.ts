/** The columns: their widths, and what a cell shows. */
import { columns, type Column, type Row } from '../../../src/protocol.js';
import { el, icon } from '../dom.js';
import { t } from '../l10n.js';

/** Least width in pixels, and the share of what is left; those without a share are as wide as what they show. */
const widths: Readonly<Record<Column, readonly [number, number]>> = { title: [150, 3.4], authors: [90, 1.1], year: [54, 0], venue: [80, 1.1], categories: [90, 1.6], identifiers: [90, 1.4], problems: [84, 0] };
export const narrowest = 40;
/** A cell shows one line: more of a text is of no use to anybody. */
const longest = 400;

export const allColumns = columns;

/** What a narrow table goes without, first to last. */
const dispensable: readonly Column[] = ['identifiers', 'venue', 'categories', 'authors', 'problems', 'year'];

/** The columns that there is room for; the title always. */
export function fitting(chosen: readonly Column[], sized: Readonly<Record<string, number>>, room: number): readonly Column[] {
  const shown = new Set(chosen);
  const needed = (): number => [...shown].reduce((sum, column) => sum + (sized[column] ?? widths[column][0]), 0);
  for (const column of dispensable) if (shown.size > 1 && needed() > room) shown.delete(column);
  return chosen.filter((column) => shown.has(column));
}

/** For `grid-template-columns`. */
export function template(shown: readonly Column[], chosen: Readonly<Record<string, number>>): string {
  const flexible = shown.some((column) => chosen[column] === undefined && widths[column][1] > 0);
  return shown.map((column, index) => {
    const [least, share] = widths[column];
    const width = chosen[column];
    if (width === undefined && share > 0) return `minmax(${least}px, ${share}fr)`;
    // something has to take what is left
    return !flexible && index === shown.length - 1 ? `minmax(${width ?? least}px, 1fr)` : `${width ?? least}px`;
  }).join(' ');
}

export function cellText(column: Column, row: Row): string {
  if (column === 'title') return (row.title || row.key || t('table.untitled')).slice(0, longest);
  if (column === 'categories') return row.categories.join(', ').slice(0, longest);
  if (column === 'identifiers') return row.identifiers.join(', ').slice(0, longest);
  if (column === 'problems') return countText(row.problems);
  return row[column].slice(0, longest);
}

export interface Counts { readonly errors: number; readonly warnings: number; readonly infos: number }

/** "2 errors, 1 warning"; empty when there is nothing. */
export function countText({ errors, warnings, infos }: Counts): string {
  const parts = [errors > 0 && t(errors === 1 ? 'count.error' : 'count.errors', errors), warnings > 0 && t(warnings === 1 ? 'count.warning' : 'count.warnings', warnings), infos > 0 && t(infos === 1 ? 'count.info' : 'count.infos', infos)];
  return parts.filter((part) => part !== false).join(', ');
}

/** Icons with numbers, as in VS Code's status bar. */
export function countIcons({ errors, warnings, infos }: Counts): Node[] {
  const one = (kind: string, count: number): Node[] => (count === 0 ? [] : [el('span', { class: `count ${kind}`, 'aria-hidden': 'true' }, icon(kind), String(count))]);
  return [...one('error', errors), ...one('warning', warnings), ...one('info', infos)];
}

export function fillCell(cell: HTMLElement, column: Column, row: Row): void {
  const text = cellText(column, row);
  if (column === 'problems') {
    if (cell.dataset['text'] === text) return;
    cell.dataset['text'] = text;
    cell.replaceChildren(...countIcons(row.problems), el('span', { class: 'unseen' }, text));
  } else if (cell.textContent !== text) cell.textContent = text;
  if (cell.title !== text) cell.title = text;
  cell.classList.toggle('missing', column === 'title' && row.title === '');
}
