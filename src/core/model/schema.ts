/**
 * The catalogue format, once: TypeScript types, run-time validation and the published JSON Schemas all come from here.
 * Field names are CSL's where CSL has one (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables).
 */
import * as v from 'valibot';
import { paperTypes, readingStatuses, citationKeyPattern, slugPattern, datePattern, arxivPattern, doiPattern, aclPattern, openreviewPattern, webPattern, linkKinds, type LinkKind, type PaperType } from './vocabulary.js';

export * from './vocabulary.js';

/** Adds the sentence that editors show for a field; it reaches the JSON Schema as `description`. */
const about = v.description;

const sentence = (what: string) => v.string(`${what} must be text; put it in quotes.`);
const filled = (what: string) => v.pipe(sentence(what), v.regex(/\S/, `${what} is empty; write it or leave the field out.`));

const paperTypeNames = Object.keys(paperTypes) as [PaperType, ...PaperType[]];

const toText = v.transform((value: number) => String(value));
const date = (what: string) =>
  v.union(
    [v.pipe(v.string(), v.regex(datePattern, `${what} must be a date: YYYY, YYYY-MM or YYYY-MM-DD.`)), v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(2999), toText)],
    `${what} must be a date: YYYY, YYYY-MM or YYYY-MM-DD.`,
  );
const web = (what: string) => v.pipe(sentence(what), v.regex(webPattern, `${what} must be a web address that begins with https:// (or http://).`));
const list = <T extends v.GenericSchema>(item: T, what: string) => v.array(item, `${what} must be a list: one "- item" a line, or [first, second].`);
/** Numbers are welcome where a person naturally writes one (volume: 12); they are kept as text. */
const numeral = (what: string) => v.union([v.pipe(v.string(), v.regex(/\S/, `${what} is empty; write it or leave the field out.`)), v.pipe(v.number(), toText)], `${what} must be text or a number.`);

export const personSchema = v.pipe(
  v.union(
    [
      v.pipe(v.string(), v.regex(/\S/, 'An author is empty; write the name or remove the item.')),
      v.strictObject({ family: filled('family'), given: v.optional(sentence('given')), suffix: v.optional(sentence('suffix')) }),
      v.strictObject({ literal: filled('literal') }),
    ],
    'An author must be a name ("Given Family" or "Family, Given"), {family: …, given: …} or {literal: …} for an organisation.',
  ),
  about('A person: "Given Family", "Family, Given", {family, given, suffix}, or {literal} for an organisation.'),
);

const linksSchema = v.objectWithRest(
  Object.fromEntries(linkKinds.map((kind) => [kind, v.optional(web(`The ${kind} link`))])) as Record<LinkKind, v.OptionalSchema<ReturnType<typeof web>, undefined>>,
  web('A link'),
  'links must be a mapping such as {code: https://…}.',
);

export const listedSchema = v.object(
  {
    list: v.pipe(filled('list'), about('Id of a list of catalog.yaml.')),
    section: v.optional(v.pipe(filled('section'), about('Headings of the list from the top down, joined by " > ".'))),
    note: v.optional(v.pipe(filled('note'), about('The point of the remark that the list makes, in our own words.'))),
    order: v.optional(v.pipe(v.number('order must be a number.'), v.minValue(0, 'order must be 0 or more.'), about('Where in its section the paper stands: smaller numbers come first.'))),
  },
  'An entry of lists must be a mapping: {list: id, section: "Heading > Heading"}.',
);

/** Every field that Litshelf knows. Only `id` is needed: a higher layer may hold no more than the fields it changes. */
export const paperSchema = v.looseObject(
  {
    id: v.pipe(
      v.string('A paper needs an id: its citation key, as text.'),
      v.regex(citationKeyPattern, 'The citation key (id) may hold letters, digits and - _ : . + / only, and begins with a letter or a digit.'),
      about('Citation key: unique in the catalogue, stable once written.'),
    ),
    aliases: v.optional(v.pipe(list(filled('An alias'), 'aliases'), about('Other citation keys under which this paper is known.'))),
    type: v.optional(v.pipe(v.picklist(paperTypeNames, `type must be one of: ${paperTypeNames.join(', ')}.`), about('CSL item type.'))),
    title: v.optional(v.pipe(filled('title'), about('Title as the work itself writes it, without a full stop at the end.'))),
    'title-short': v.optional(v.pipe(filled('title-short'), about('Short title or name of the method.'))),
    authors: v.optional(v.pipe(list(personSchema, 'authors'), about('All authors, in order.'))),
    editors: v.optional(v.pipe(list(personSchema, 'editors'), about('Editors, in order.'))),
    issued: v.optional(v.pipe(date('issued'), about('Date of publication: YYYY, YYYY-MM or YYYY-MM-DD. For a preprint, its first posting.'))),
    submitted: v.optional(v.pipe(date('submitted'), about('First public posting (arXiv), when it differs from issued.'))),
    venue: v.optional(v.pipe(filled('venue'), about('Short name and year of the venue, such as "ACL 2023".'))),
    'container-title': v.optional(v.pipe(filled('container-title'), about('Full title of the proceedings, journal or book.'))),
    'collection-title': v.optional(v.pipe(filled('collection-title'), about('Title of the series.'))),
    volume: v.optional(v.pipe(numeral('volume'), about('Volume.'))),
    issue: v.optional(v.pipe(numeral('issue'), about('Issue (number) of the journal.'))),
    page: v.optional(v.pipe(numeral('page'), about('Pages, such as 13484–13508.'))),
    edition: v.optional(v.pipe(numeral('edition'), about('Edition.'))),
    version: v.optional(v.pipe(numeral('version'), about('Version of software or a dataset.'))),
    publisher: v.optional(v.pipe(filled('publisher'), about('Publisher.'))),
    'publisher-place': v.optional(v.pipe(filled('publisher-place'), about('Place of publication.'))),
    arxiv: v.optional(
      v.pipe(
        v.string('arxiv must be text in quotes (unquoted, YAML reads 2212.10560 as the number 2212.1056).'),
        v.regex(arxivPattern, 'arxiv must be an arXiv id without version: "2212.10560", or "hep-th/9901001".'),
        about('arXiv id without version, in quotes.'),
      ),
    ),
    'arxiv-class': v.optional(v.pipe(filled('arxiv-class'), about('Primary arXiv class, such as cs.CL.'))),
    doi: v.optional(v.pipe(sentence('doi'), v.regex(doiPattern, 'doi must be a DOI without resolver: 10.18653/v1/2023.acl-long.754.'), about('DOI without resolver.'))),
    acl: v.optional(v.pipe(sentence('acl'), v.regex(aclPattern, 'acl must be an ACL Anthology id: 2023.acl-long.754 or P19-1001.'), about('ACL Anthology id.'))),
    openreview: v.optional(v.pipe(sentence('openreview'), v.regex(openreviewPattern, 'openreview must be an OpenReview forum id.'), about('OpenReview forum id.'))),
    isbn: v.optional(v.pipe(numeral('isbn'), about('ISBN.'))),
    language: v.optional(v.pipe(filled('language'), about('Language of the work (BCP 47).'))),
    links: v.optional(v.pipe(linksSchema, about('Web addresses by kind: page, pdf, html, code, project, data, …'))),
    categories: v.optional(v.pipe(list(v.pipe(sentence('A category'), v.regex(slugPattern, 'A category is named by its id in catalog.yaml.')), 'categories'), about('Ids of the categories that hold the paper, most important first.'))),
    tags: v.optional(v.pipe(list(filled('A tag'), 'tags'), about('Free tags, lower case.'))),
    summary: v.optional(v.pipe(filled('summary'), about('One sentence in your own words.'))),
    abstract: v.optional(v.pipe(filled('abstract'), about('Abstract.'))),
    lists: v.optional(v.pipe(list(listedSchema, 'lists'), about('The public lists that carry the paper.'))),
    note: v.optional(v.pipe(filled('note'), about('A remark for readers of the catalogue.'))),
    unchecked: v.optional(v.pipe(v.boolean('unchecked must be true or false.'), about('True: added while no service could be asked, so that only the identifier is certain. Update Metadata completes the paper and removes this.'))),
    added: v.optional(v.pipe(date('added'), about('When the paper entered this catalogue.'))),
    status: v.optional(v.pipe(v.picklist(readingStatuses, `status must be one of: ${readingStatuses.join(', ')}.`), about('Reading status (personal).'))),
    starred: v.optional(v.pipe(v.boolean('starred must be true or false.'), about('Starred (personal).'))),
    removed: v.optional(v.pipe(v.literal(true, 'removed can only be true.'), about('Hides the paper of a lower layer.'))),
  },
  'A paper must be a mapping that begins with "- id: …".',
);

/** What a papers file holds for one paper, as read: authors still in the form the person chose. */
export type PaperFields = v.InferOutput<typeof paperSchema>;
export type PersonField = v.InferOutput<typeof personSchema>;
export type Listed = v.InferOutput<typeof listedSchema>;
export type Links = v.InferOutput<typeof linksSchema>;

export interface Category {
  readonly id: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly children?: readonly Category[] | undefined;
}
export interface ListSection {
  readonly title: string;
  readonly sections?: readonly ListSection[] | undefined;
}

const categorySchema: v.GenericSchema<unknown, Category> = v.object(
  {
    id: v.pipe(sentence('A category\'s id'), v.regex(slugPattern, 'A category\'s id may hold a-z, 0-9, single hyphens and "/" between its parts.'), about('Unique id; by convention a path such as generation/agentic.')),
    title: v.pipe(filled('title'), about('What people read.')),
    description: v.optional(v.pipe(filled('description'), about('What belongs here, in a sentence.'))),
    children: v.optional(v.lazy(() => list(categorySchema, 'children'))),
  },
  'A category must be a mapping with id and title.',
);

const sectionSchema: v.GenericSchema<unknown, ListSection> = v.union(
  [
    v.pipe(v.string(), v.regex(/\S/, 'A section is empty; write its heading or remove it.'), v.transform((title) => ({ title }))),
    v.object({ title: filled('title'), sections: v.optional(v.lazy(() => list(sectionSchema, 'sections'))) }),
  ],
  'A section must be its heading, or {title: …, sections: […]}.',
);

/** catalog.yaml. */
export const configSchema = v.looseObject(
  {
    title: v.optional(v.pipe(filled('title'), about('Name of the catalogue.'))),
    description: v.optional(v.pipe(filled('description'), about('What the catalogue is about.'))),
    categories: v.optional(v.pipe(list(categorySchema, 'categories'), about('The category tree.')), []),
    lists: v.optional(
      v.pipe(
        list(
          v.object({
            id: v.pipe(sentence('A list\'s id'), v.regex(slugPattern, 'A list\'s id may hold a-z, 0-9 and single hyphens.')),
            title: filled('title'),
            url: v.optional(web('url')),
            description: v.optional(filled('description')),
            sections: v.optional(list(sectionSchema, 'sections')),
          }, 'A list must be a mapping with id and title.'),
          'lists',
        ),
        about('The public lists that this catalogue merges.'),
      ),
      [],
    ),
    check: v.optional(
      v.pipe(
        v.record(v.string(), v.picklist(['error', 'warning', 'info', 'off'], 'A severity must be error, warning, info or off.'), 'check must be a mapping of codes to severities, such as {http-link: off}.'),
        about('How severe each kind of problem is in this catalogue: error, warning, info or off, by its code.'),
      ),
    ),
  },
  'catalog.yaml must be a mapping with title, categories and lists.',
);
export type CatalogueConfig = v.InferOutput<typeof configSchema>;
export type SourceList = CatalogueConfig['lists'][number];
