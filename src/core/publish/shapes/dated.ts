/** `[**2024 Jul COLM**] *Authors*, **Title** | [[HOME PAGE]](…) [[PDF]](…)`, a paragraph for each paper. */
import { mainUrl, pdfUrl } from '../links.js';
import type { PublishOptions } from '../options.js';
import type { Paper } from '../../model/paper.js';
import { authorsText, dateOf, hasYear, isPosted, remarkText, shortDate } from '../sayings.js';
import { escapeText, link } from '../text.js';
import { bibtexBlock, linkRow, paperByPaper, wantedLinks, type Shape } from './shape.js';

export const dated: Shape = paperByPaper((item, options) => {
  const { paper } = item;
  const when = whenAndWhere(paper);
  const authors = authorsText(paper, options);
  const remark = remarkText(item, options);
  const line = [when === '' ? '' : `[**${when}**] `, authors === '' ? '' : `*${authors}*, `, `**${escapeText(paper.title)}**`, ` | ${links(paper, options)}`, remark === '' ? '' : ` | ${remark}`];
  return [line.join('').trimEnd(), ...bibtexBlock(paper, options, '').slice(0, -1)];
}, ['']);

/** "2024 Jul COLM", "2024 ICLR Spotlight", "2023 Arxiv". */
function whenAndWhere(paper: Paper): string {
  const date = dateOf(paper);
  const year = date?.slice(0, 4);
  // a day is written as one reads it everywhere
  const when = date === undefined || date.length > 7 ? date : shortDate(date).split(' ').reverse().join(' ');
  const venue = isPosted(paper) ? 'Arxiv' : escapeText(year !== undefined && hasYear(paper.venue ?? '', Number(year)) ? withoutYear(paper.venue ?? '', year) : (paper.venue ?? ''));
  if (when === undefined && venue !== '' && !isPosted(paper)) return `In ${venue}`;
  return [when, venue].filter((part) => part !== undefined && part !== '').join(' ');
}

function withoutYear(venue: string, year: string): string {
  const rest = venue.replace(new RegExp(`^${year}\\s+|,?\\s+${year}$`, 'u'), '').trim();
  return rest === '' ? venue : rest;
}

function links(paper: Paper, options: PublishOptions): string {
  const main = mainUrl(paper);
  if (main === undefined) return '';
  const others = wantedLinks(paper, options, main).filter(({ kind }) => kind !== 'pdf');
  const pdf = paper.links.pdf === undefined || options.links === undefined || options.links.includes('pdf') ? pdfUrl(paper) : undefined;
  const code = others.filter(({ kind }) => kind === 'code');
  const written = (label: string, url: string) => link(`[${escapeText(label)}]`, url);
  if (options.badges) return linkRow([{ kind: 'page', label: 'Paper', url: main }, ...others, ...(pdf === undefined || pdf === main ? [] : [{ kind: 'pdf', label: 'PDF', url: pdf }])], options);
  return [...code.map(({ url }) => written('github', url)), written('HOME PAGE', main), ...others.filter((one) => !code.includes(one)).map(({ label, url }) => written(label, url)), ...(pdf === undefined || pdf === main ? [] : [written('PDF', pdf)])].join(' ');
}
