/** Notes of a reader: one Markdown file a paper. */
import { paperLinks } from '../outline/links.js';
import { escapeMarkdown } from '../outline/markdown.js';
import type { Paper } from '../model/paper.js';
import { fullName } from '../model/person.js';

/** What a new note says, unless a person has a template of their own. */
export const defaultNote = '# {title}\n\n{authors} · {year} · {venue}\n{link}\n\nKey: `{key}`\n\n## Summary\n\n{summary}\n\n## Notes\n\n';

/** The file of a paper's note inside the catalogue's folder. A key may hold signs that file names cannot. */
export function noteName(key: string): string {
  return `notes/${key.replace(/[^\p{L}\p{N}._-]/gu, (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`).replace(/^\.+/u, '_')}.md`;
}

/** A template with `{title}`, `{authors}`, `{year}`, `{venue}`, `{key}`, `{link}`, `{summary}`, `{abstract}`, `{tags}`, `{arxiv}`, `{doi}` and `{date}` filled in; other braces stay. */
export function noteText(paper: Paper, template: string, date: string): string {
  const { fields } = paper;
  const text = (value: string | undefined) => (value === undefined ? '' : escapeMarkdown(value));
  const values: Readonly<Record<string, string>> = {
    title: text(paper.title), authors: text(paper.authors.map(fullName).join(', ')), year: paper.year === undefined ? '' : String(paper.year), venue: text(paper.venue),
    key: paper.id, link: paperLinks(paper).page ?? '', summary: text(fields.summary), abstract: text(fields.abstract), tags: text(paper.tags.join(', ')), arxiv: text(fields.arxiv), doi: text(fields.doi), date,
  };
  return (template === '' ? defaultNote : template).replace(/\{([a-z]+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
