/** What an entry inherits from another: crossref (BibTeX's and biblatex's rules together) and xdata. */

/** Never inherited: names and relations of the entry itself. biblatex manual, appendix B, and what would make two works one. */
const own = new Set('crossref xref xdata entryset entrysubtype execute ids label options presort related relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey sortname sorttitle doi url eprint arxivid pages keywords abstract note'.split(' '));

/** Titles of parents that go by another name in a child. */
const titles = ['title', 'subtitle', 'titleaddon'] as const;
const neverTitles = ['shorttitle', 'sorttitle', 'indextitle', 'indexsorttitle'];

const inBooks = new Set('inbook bookinbook suppbook incollection suppcollection inreference'.split(' '));
const parts = new Set([...inBooks, 'book', 'collection', 'reference']);
const meetings = new Set(['inproceedings', 'conference']);
const journals = new Set(['article', 'suppperiodical']);

/** `main`, `book` or `journal`: the title of a parent is the main title, the book title or the journal's title of its child. */
function prefixFor(parent: string, child: string): 'main' | 'book' | 'journal' | undefined {
  if (parent === 'mvbook' || parent === 'mvcollection' || parent === 'mvreference') return parts.has(child) ? 'main' : undefined;
  if (parent === 'mvproceedings') return child === 'proceedings' || meetings.has(child) ? 'main' : undefined;
  if (parent === 'book' || parent === 'collection' || parent === 'reference') return inBooks.has(child) ? 'book' : undefined;
  if (parent === 'proceedings') return meetings.has(child) ? 'book' : undefined;
  if (parent === 'periodical') return journals.has(child) ? 'journal' : undefined;
  return undefined;
}

/** Fields that say the same: who has one takes none of the others. */
const rivals: Readonly<Record<string, readonly string[]>> = {
  date: ['year', 'month'], year: ['date'], month: ['date'], journal: ['journaltitle'], journaltitle: ['journal'], address: ['location'], location: ['address'], school: ['institution'], institution: ['school'],
};

/** The fields that a child takes from its parent by crossref: what it has itself stays. */
export function inherited(child: { type: string; fields: ReadonlyMap<string, string> }, parent: { type: string; fields: ReadonlyMap<string, string> }): Map<string, string> {
  const taken = new Map<string, string>();
  const prefix = prefixFor(parent.type, child.type);
  const free = (name: string) => !child.fields.has(name) && !taken.has(name) && !(rivals[name] ?? []).some((rival) => child.fields.has(rival));
  for (const [name, value] of parent.fields) {
    if (own.has(name) || (prefix !== undefined && ([...titles, ...neverTitles] as string[]).includes(name))) continue;
    if (free(name)) taken.set(name, value);
  }
  if (prefix !== undefined) {
    for (const title of titles) {
      const value = parent.fields.get(title);
      if (value !== undefined && free(`${prefix}${title}`)) taken.set(`${prefix}${title}`, value);
    }
  }
  return taken;
}
