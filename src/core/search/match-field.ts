/** One test per field of the query language. */
import { kindOf } from '../model/paper.js';
import { linkKinds, type LinkKind, type PaperType } from '../model/vocabulary.js';
import { foldWords } from '../model/text.js';
import type { SearchContext } from './context.js';
import { typeWords, type HasValue, type IsValue, type SearchFieldName } from './fields.js';
import { haystackOf, linesOf } from './haystack.js';
import type { PaperTest } from './match.js';
import { labelTest, remember, wordsTest, type Test } from './needle.js';
import type { TextValue } from './query.js';

/** The test of one value of one field. */
export function fieldTest(field: Exclude<SearchFieldName, 'year'>, value: TextValue, context: SearchContext): PaperTest {
  switch (field) {
    case 'title': {
      const test = wordsTest(value);
      return (paper) => test(haystackOf(paper).title);
    }
    case 'author': {
      const test = wordsTest(value);
      return (paper) => test(haystackOf(paper).authors);
    }
    case 'venue': {
      const test = remember(onLines(wordsTest(value), (venue) => [venue]));
      return ({ venue, fields: { 'container-title': container } }) => (venue !== undefined && test(venue)) || (container !== undefined && test(container));
    }
    case 'category': {
      const test = remember(categoryTest(value, context));
      return (paper) => paper.categories.some(test);
    }
    case 'tag': {
      const test = remember(onLines(labelTest(value), (tag) => [tag]));
      return (paper) => paper.tags.some(test);
    }
    case 'list': {
      const test = remember(onLines(labelTest(value), (id) => [id, context.lists.get(id) ?? '']));
      return (paper) => paper.lists.some(({ list }) => test(list));
    }
    case 'section': {
      const test = remember(onLines(labelTest(value), (section) => [section, ...section.split('>')]));
      return (paper) => paper.lists.some(({ section }) => section !== undefined && test(section));
    }
    case 'type':
      return typeTest(value);
    case 'key':
    case 'arxiv':
    case 'doi':
      return nameTest(field, value);
    case 'has':
      return hasTest(value.text as HasValue);
    case 'is':
      return isTest(value.text as IsValue);
    case 'language': {
      const wanted = value.text.toLowerCase();
      return ({ fields: { language } }) => language !== undefined && (language.toLowerCase() === wanted || language.toLowerCase().startsWith(`${wanted}-`));
    }
  }
}

/** A test of haystack lines as a test of the texts they are made of. */
function onLines(test: Test, lines: (text: string) => string[]): Test {
  return (text) => test(linesOf(lines(text).map(foldWords)));
}

/** A category is found by its id (or an end of it) and its title, and by those of the categories above it. */
function categoryTest(value: TextValue, context: SearchContext): Test {
  return onLines(labelTest(value), (id) => {
    const steps = id.split('/');
    const known = context.categories.get(id);
    const ids = [id, ...steps.map((_, at) => steps.slice(at).join('/')), ...steps.map((_, at) => steps.slice(0, at).join('/')), ...(known?.ancestors ?? [])];
    return [...ids, ...ids.map((one) => context.categories.get(one)?.title ?? '')];
  });
}

function typeTest(value: TextValue): PaperTest {
  const test = wordsTest({ ...value, quoted: false });
  const words = foldWords(value.text);
  const byType = remember((type) => test(linesOf([foldWords(typeWords(type as PaperType))])));
  return (paper) => byType(paper.type) || kindOf(paper).startsWith(words);
}

/** Names are compared from their beginning, as written but for the case of letters; quoted, as a whole. */
function nameTest(field: 'key' | 'arxiv' | 'doi', value: TextValue): PaperTest {
  const wanted = value.text.toLowerCase();
  const same = (name: string | undefined) => name !== undefined && (value.quoted ? name.toLowerCase() === wanted : name.toLowerCase().startsWith(wanted));
  if (field === 'key') return (paper) => same(paper.id) || paper.aliases.some(same);
  if (field === 'arxiv') return ({ fields }) => same(fields.arxiv);
  return ({ fields }) => same(fields.doi);
}

function hasTest(what: HasValue): PaperTest {
  if (what === 'pdf') return ({ links, fields }) => links.pdf !== undefined || fields.arxiv !== undefined || fields.acl !== undefined;
  if ((linkKinds as readonly string[]).includes(what)) return ({ links }) => links[what as LinkKind] !== undefined;
  switch (what as Exclude<HasValue, LinkKind>) {
    case 'link': return ({ links, fields }) => Object.keys(links).length > 0 || (fields.arxiv ?? fields.doi ?? fields.acl ?? fields.openreview) !== undefined;
    case 'venue': return (paper) => paper.venue !== undefined;
    case 'author': return (paper) => paper.authors.length > 0;
    case 'date': return (paper) => paper.year !== undefined;
    case 'category': return (paper) => paper.categories.length > 0;
    case 'tag': return (paper) => paper.tags.length > 0;
    case 'list': return (paper) => paper.lists.length > 0;
    case 'alias': return (paper) => paper.aliases.length > 0;
    case 'note': return ({ fields, lists }) => fields.note !== undefined || lists.some(({ note }) => note !== undefined);
    case 'doi': case 'arxiv': case 'acl': case 'openreview': case 'isbn': case 'summary': case 'abstract':
      return ({ fields }) => fields[what as 'doi'] !== undefined;
  }
}

/** Types of works that went through a publisher or a venue. */
const published: ReadonlySet<PaperType> = new Set<PaperType>(['article-journal', 'article-magazine', 'book', 'chapter', 'paper-conference', 'patent', 'review', 'thesis']);

function isTest(what: IsValue): PaperTest {
  switch (what) {
    case 'paper': return (paper) => ['paper', 'survey'].includes(kindOf(paper));
    case 'survey': case 'software': case 'dataset': case 'post': return (paper) => kindOf(paper) === what;
    case 'preprint': return (paper) => paper.type === 'article';
    case 'published': return (paper) => published.has(paper.type);
    case 'starred': return (paper) => paper.starred;
    case 'unchecked': return (paper) => paper.fields.unchecked === true;
    case 'unread': case 'reading': case 'read': return (paper) => paper.status === what;
  }
}
