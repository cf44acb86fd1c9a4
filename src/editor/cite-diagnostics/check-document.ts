/** What is wrong with the citations of a document. */
import * as vscode from 'vscode';
import { lineStarts } from '../../core/model/text.js';
import { positionAt } from '../../core/model/problem.js';
import type { CitedDocument, CitedDocuments } from '../shared/cited-documents.js';
import { loadBibliography } from '../shared/load-bibliography.js';
import type { DiagnosticSettings } from './codes.js';
import type { Finding } from './finding.js';

/** More than this in one document is one mistake, not many. */
const most = 300;

/** Keys that no bibliography has, in the document itself; bibliographies that are not there, where they are named. */
export async function checkDocument(found: CitedDocument, documents: CitedDocuments, { severities, silent }: DiagnosticSettings): Promise<Finding[]> {
  const findings: Finding[] = [];
  const { document } = found;
  const severity = severities['unresolved-key'];
  if (severity !== undefined) {
    const names = found.bibliography.files.map(({ uri }) => nameOf(uri.path)).join(', ');
    for (const { key, places } of found.unresolved) {
      for (const { path, start, end } of places) {
        if (path !== document.uri.path || findings.length >= most) continue;
        const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
        findings.push({ kind: 'unresolved-key', uri: document.uri, range, severity, silent: silent.has('unresolved-key'), key, in: found, message: vscode.l10n.t('No entry in {0} has the key "{1}".', names, key) });
      }
    }
  }
  return [...findings, ...(await missing(found, documents, { severities, silent }))];
}

async function missing({ document, markup, bibliography }: CitedDocument, documents: CitedDocuments, { severities, silent }: DiagnosticSettings): Promise<Finding[]> {
  const severity = severities['missing-bibliography'];
  const gone = bibliography.found.filter(({ exists }) => !exists);
  if (severity === undefined || gone.length === 0) return [];
  const { missingBibliographies } = await loadBibliography();
  const root = vscode.workspace.getWorkspaceFolder(document.uri)?.uri.path;
  const findings: Finding[] = [];
  for (const path of new Set(gone.map((one) => one.in))) {
    const uri = document.uri.with({ path });
    const text = path === document.uri.path ? document.getText() : await documents.text(uri);
    if (text === undefined) continue;
    const starts = lineStarts(text);
    const at = (offset: number) => {
      const { line, column } = positionAt(starts, offset);
      return new vscode.Position(line - 1, column - 1);
    };
    for (const { start, end, name, path: file } of missingBibliographies(text, path, markup.id, root, gone)) {
      findings.push({ kind: 'missing-bibliography', uri, range: new vscode.Range(at(start), at(end)), severity, silent: silent.has('missing-bibliography'), file: document.uri.with({ path: file }), message: vscode.l10n.t('The bibliography {0} is not there, so that no key can be found in it: create it, or correct its name.', name) });
    }
  }
  return findings;
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
