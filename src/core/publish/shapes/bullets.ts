/** Bullets: the plain one, which awesome-lint likes, and the one with bold titles. */
import { plainRemark, authorsText, namesSentence, remarkText, sentence, venueAndDate } from '../sayings.js';
import { bibtexBlock, linkedTitle, linkRow, paperByPaper, wantedLinks, type Shape } from './shape.js';

/** `- [Title](…) - *Authors.* Venue. [PDF](…), [Code](…). Remark.` What is said begins with a capital: awesome-lint wants it. */
export const bullets: Shape = paperByPaper((item, options) => {
  const { paper } = item;
  const authors = authorsText(paper, options);
  const links = linkRow(wantedLinks(paper, options), options, { between: ', ' });
  const remark = item.summary === true ? plainRemark(item) : remarkText(item, options);
  const said = [authors === '' ? '' : `*${namesSentence(authors)}*`, sentence(venueAndDate(paper, authors === '' ? 'Arxiv' : 'arXiv')), links === '' || options.badges ? links : `${links}.`, options.badges && remark === '' ? '' : ended(remark)].filter((part) => part !== '');
  return [`- ${linkedTitle(paper)}${said.length === 0 ? '' : ` - ${said.join(' ')}`}`, ...bibtexBlock(paper, options, '  ')];
});

/** awesome-lint knows these marks alone for the end of a description. */
function ended(said: string): string {
  // one full stop at a quotation mark, not two
  const text = said.replace(/([.!?…]["”])[.!?…]+$/u, '$1');
  return text === '' || /[.!?…]["”]?$/u.test(text) ? text : `${text}.`;
}

/** `- [**Title.**](…) *Authors.* Venue. [[PDF](…)] [[Code](…)] Remark` */
export const boldTitles: Shape = paperByPaper((item, options) => {
  const { paper } = item;
  const authors = authorsText(paper, options);
  const remark = remarkText(item, options);
  const when = venueAndDate(paper, 'Arxiv');
  // a year alone has no full stop, unless words follow
  const parts = [linkedTitle(paper, '**', '.'), authors === '' ? '' : `*${namesSentence(authors)}*`, remark === '' && /^\d{4}$/u.test(when) ? when : sentence(when), linkRow(wantedLinks(paper, options), options, { before: '[', after: ']' }), remark];
  return [`- ${parts.filter((part) => part !== '').join(' ')}`, ...bibtexBlock(paper, options, '  ')];
});
