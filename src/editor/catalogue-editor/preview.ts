/** BibTeX and a formatted citation of a paper as it is now; empty while there is none yet. */
import type * as vscode from 'vscode';
import { toBibtex } from '../../core/bibtex/write.js';
import { toCsl } from '../../core/csl/json.js';
import type { Paper } from '../../core/model/paper.js';
import { citationStyleFor, explainStyle } from '../shared/citation-style.js';
import type { House } from '../shared/house.js';
import { readBibtexOptions } from '../shared/settings.js';

export async function preview(house: House, document: vscode.TextDocument, paper: Paper | undefined): Promise<{ bibtex: string; citation: string }> {
  if (!paper) return { bibtex: '', citation: '' };
  return { bibtex: toBibtex(paper, readBibtexOptions(document)).trim(), citation: await citation(house, document, paper) };
}

async function citation(house: House, document: vscode.TextDocument, paper: Paper): Promise<string> {
  try {
    return await formattedReferences(house, document, [paper]);
  } catch (fault) {
    // a style that cannot be used is told where it is asked for; a preview is only empty
    house.log.debug(`No preview of ${paper.id}: ${String(fault)}`);
    return '';
  }
}

/** One a line, in the style of the settings. @throws UserError when the style cannot be used */
export async function formattedReferences(house: House, document: vscode.TextDocument, papers: readonly Paper[]): Promise<string> {
  const style = await citationStyleFor(document);
  const { entries } = await (await house.formatter()).formatReferences(papers.map(toCsl), { style: style.style, format: 'text' }).catch((fault: unknown) => {
    throw explainStyle(fault, style);
  });
  return entries.map(({ text }) => text).join('\n');
}
