/** Papers as a markup takes them: with title, address and, where it needs one, the formatted reference. */
import { toBibtex } from '../../core/bibtex/write.js';
import type { Markup, Work } from '../../core/cite/types.js';
import type { ReferenceFormat } from '../../core/csl/format.js';
import { toCsl } from '../../core/csl/json.js';
import type { Paper } from '../../core/model/paper.js';
import { paperLinks } from '../../core/outline/links.js';
import { plainReference } from '../../core/outline/reference.js';
import type * as vscode from 'vscode';
import { citationStyleFor, explainStyle } from './citation-style.js';
import type { House } from './house.js';


/** Markups that may write the formatted reference, and in which form. */
const formats: Readonly<Partial<Record<Markup['id'], ReferenceFormat>>> = { markdown: 'markdown', html: 'html', text: 'text' };

/**
 * One work a paper, by the keys, in their order.
 * @param formatted whether the markup's references are wanted in the document's style; that loads the engine that knows CSL
 */
export async function worksOf(house: House, document: vscode.TextDocument | undefined, markup: Markup, papers: readonly Paper[], keys: readonly string[], formatted: boolean): Promise<Work[]> {
  const references = await referencesOf(house, document, markup, papers, formatted);
  return papers.map((paper, at): Work => ({ key: keys[at] ?? paper.id, title: paper.title, url: paperLinks(paper).page, reference: references[at] }));
}

async function referencesOf(house: House, document: vscode.TextDocument | undefined, markup: Markup, papers: readonly Paper[], formatted: boolean): Promise<string[]> {
  if (markup.id === 'bibtex') return papers.map((paper) => toBibtex(paper));
  const format = formats[markup.id];
  if (!format || !formatted) return papers.map(plainReference);
  const style = await citationStyleFor(document);
  const formatter = await house.formatter();
  try {
    return await Promise.all(papers.map((paper) => formatter.formatReference(toCsl(paper), { style: style.style, format })));
  } catch (fault) {
    throw explainStyle(fault, style);
  }
}
