/** A person's own template: `- [{title}]({url}){? *{authors}*.}{? [[Code]({code})]}`. Nothing in it is run; it only names what goes where. */
import { nearest } from '../../search/nearest.js';
import { linkKinds } from '../../model/vocabulary.js';
import { shortAuthors } from '../../model/person.js';
import { bibtexUrl, mainUrl } from '../links.js';
import { PublishError, type PublishOptions } from '../options.js';
import { authorsText, dateOf, plainRemark, type Item } from '../sayings.js';
import { cell, destination, escapeText } from '../text.js';
import { linkRow, paperByPaper, wantedLinks, type Shape } from './shape.js';

type Value = (item: Item, options: PublishOptions) => string;

/** What a template can name, with a sentence for the documentation. */
export const placeholders: Readonly<Record<string, readonly [about: string, value: Value]>> = {
  title: ['the title', ({ paper }) => escapeText(paper.title)],
  url: ['the address of the work, by which it is cited', ({ paper }) => address(mainUrl(paper))],
  authors: ['all authors; {authors:3} names three before "et al."', ({ paper }, options) => authorsText(paper, options)],
  first: ['"Wang et al."', ({ paper }) => escapeText(shortAuthors(paper.authors))],
  venue: ['the venue', ({ paper }) => escapeText(paper.venue ?? '')],
  year: ['the year', ({ paper }) => (paper.year === undefined ? '' : String(paper.year))],
  date: ['the date: 2023, 2023-07 or 2023-07-10', ({ paper }) => dateOf(paper) ?? ''],
  note: ['the remark, as the option remarks has it', plainRemark],
  summary: ['the summary', ({ paper }) => escapeText(paper.fields.summary ?? '')],
  tags: ['the tags', ({ paper }) => escapeText(paper.tags.join(', '))],
  key: ['the citation key', ({ paper }) => escapeText(paper.id)],
  arxiv: ['the arXiv id', ({ paper }) => escapeText(paper.fields.arxiv ?? '')],
  doi: ['the DOI', ({ paper }) => escapeText(paper.fields.doi ?? '')],
  links: ['all links but the title\'s, in a row', ({ paper }, options) => linkRow(wantedLinks(paper, options), options)],
  bibtex: ['the address of the BibTeX entry at arXiv or the ACL Anthology', ({ paper }) => address(bibtexUrl(paper))],
  ...Object.fromEntries(linkKinds.map((kind) => [kind, [`the address of the ${kind} link`, ({ paper }: Item) => address(paper.links[kind])] as const])),
};

function address(url: string | undefined): string {
  return url === undefined ? '' : destination(url);
}

type Part = string | { readonly name: string; readonly most?: number } | readonly Part[];

/** @throws PublishError that names the place, counted from 1, and the remedy */
export function readTemplate(template: string): readonly Part[] {
  let at = 0;
  const parts = (opened: number | undefined): Part[] => {
    const found: Part[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') found.push(text);
      text = '';
    };
    while (at < template.length) {
      const two = template.slice(at, at + 2);
      if (two === '{{' || (two === '}}' && opened === undefined)) {
        text += two.charAt(0);
        at += 2;
      } else if (two === '{?') {
        flush();
        const start = at;
        at += 2;
        found.push(parts(start));
      } else if (template[at] === '{') {
        flush();
        found.push(placeholder());
      } else if (template[at] === '}') {
        if (opened === undefined) throw new PublishError(`The template has a "}" at character ${at + 1} that closes nothing: write "}}" for a brace.`);
        at += 1;
        flush();
        return found;
      } else text += template.charAt(at++);
    }
    if (opened !== undefined) throw new PublishError(`The template opens "{?" at character ${opened + 1} and does not close it: put "}" behind the part that may be left out.`);
    flush();
    return found;
  };
  const placeholder = (): Part => {
    const [whole, name = '', most] = /^\{([a-z]+)(?::(\d{1,3}))?\}/u.exec(template.slice(at)) ?? [];
    if (whole === undefined) throw new PublishError(`The template has a "{" at character ${at + 1} that begins no placeholder: write {title} and the like, or "{{" for a brace.`);
    if (!Object.hasOwn(placeholders, name)) {
      const near = nearest(name, Object.keys(placeholders));
      throw new PublishError(`The template names {${name}} at character ${at + 1}, which is unknown${near === undefined ? `: there are ${Object.keys(placeholders).join(', ')}.` : `: did you mean {${near}}?`}`);
    }
    if (most !== undefined && name !== 'authors') throw new PublishError(`The template has {${name}:${most}} at character ${at + 1}: only authors take a number.`);
    at += whole.length;
    return { name, ...(most === undefined ? {} : { most: Number(most) }) };
  };
  return parts(undefined);
}

/** Papers in the words of the template, one after the other; a paper of several lines (`\n`) is followed by a blank one. */
export function templated(template: string): Shape {
  const parts = readTemplate(template);
  // brackets and bars of a table are the template's own
  const inTable = template.trimStart().startsWith('|');
  return paperByPaper((item, options) => (fill(parts, item, options, inTable) ?? '').split('\n').map((line) => line.trimEnd()), template.includes('\n') && !template.endsWith('\n') ? [''] : []);
}

/** Undefined where a part that may be left out lacks something. */
function fill(parts: readonly Part[], item: Item, options: PublishOptions, inTable: boolean, optional = false): string | undefined {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      // "Wow!" before a link would make a picture of it
      text = part.startsWith('[') ? text.replace(/(?<!\\)!$/u, '\\!') + part : text + part;
    } else if ('name' in part) {
      const value = placeholders[part.name]?.[1](item, part.most === undefined ? options : { ...options, authors: part.most }) ?? '';
      if (value === '' && optional) return undefined;
      text += inTable ? cell(value) : value;
    } else text += fill(part, item, options, inTable, true) ?? '';
  }
  return text;
}
