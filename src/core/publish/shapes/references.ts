/** References as GB/T 7714 writes them (`Stone A, Weber M. Title[J]. arXiv preprint arXiv:2401.00113, 2024.`) with their links below. */
import { yearOf } from '../../model/dates.js';
import type { Paper } from '../../model/paper.js';
import { fullName, type Person } from '../../model/person.js';
import { mainUrl } from '../links.js';
import type { PublishOptions } from '../options.js';
import { dateOf, hasYear, isPosted, namedAuthors, remarkText } from '../sayings.js';
import { escapeStart, escapeText, link } from '../text.js';
import { bibtexBlock, linkRow, paperByPaper, wantedLinks, type Shape } from './shape.js';

export const references: Shape = paperByPaper((item, options) => {
  const { paper } = item;
  const remark = remarkText(item, options);
  return [`- ${reference(paper, options)}${remark === '' ? '' : ` ${remark}`}`, ...links(paper, options), ...bibtexBlock(paper, options, '  ').slice(0, -1)];
}, ['']);

function reference(paper: Paper, options: PublishOptions): string {
  const { people, more } = namedAuthors(paper, options);
  const authors = [...people.map(nameOf), ...(more ? ['et al'] : [])].join(', ');
  return `${authors === '' ? '' : `${escapeStart(authors).replace(/\.$/u, '')}. `}${authors === '' ? escapeStart(paper.title) : escapeText(paper.title)}${whereAndWhen(paper)}`;
}

/** "Seddik M E A" where initials are all that is known; else the name as it is. */
function nameOf(person: Person): string {
  const { family, given } = person;
  const initials = given !== undefined && /^(?:\p{Lu}\.[\s-]?){1,3}$/u.test(given) && family !== undefined && person.suffix === undefined;
  return initials ? `${family} ${given.replace(/[.-]/gu, ' ').replace(/\s+/gu, ' ').trim()}` : fullName(person);
}

const marks: Partial<Readonly<Record<Paper['type'], string>>> = { 'paper-conference': 'C', book: 'M', thesis: 'D', report: 'R', software: 'CP', dataset: 'DB', webpage: 'EB/OL', 'post-weblog': 'EB/OL' };

function whereAndWhen(paper: Paper): string {
  const { arxiv } = paper.fields;
  const year = yearOf(dateOf(paper));
  const date = dateOf(paper);
  if (isPosted(paper) && arxiv !== undefined) return `[J]. arXiv preprint arXiv:${arxiv}${year === undefined ? '' : `, ${year}`}.`;
  const mark = marks[paper.type] ?? 'J';
  const when = date === undefined || (paper.venue !== undefined && hasYear(paper.venue)) ? undefined : date;
  const venue = paper.venue === undefined ? undefined : `${when === undefined && !hasYear(paper.venue) ? 'In ' : ''}${escapeText(paper.venue)}`;
  const where = [venue, when].filter((part) => part !== undefined).join(', ');
  return `[${mark}]${mark === 'C' && paper.venue !== undefined ? '//' : '.'}${where === '' ? '' : `${mark === 'C' && paper.venue !== undefined ? '' : ' '}${where}.`}`;
}

function links(paper: Paper, options: PublishOptions): string[] {
  const main = mainUrl(paper);
  if (main === undefined) return [];
  const others = wantedLinks(paper, options, main);
  if (options.badges) return ['', `  ${linkRow([{ kind: 'page', label: 'Paper', url: main }, ...others], options)}`];
  return ['', `  ${link('Paper', main)}`, ...others.map(({ kind, label, url }) => `  ${link(kind === 'code' ? 'Project' : escapeText(label), url)}`)];
}
