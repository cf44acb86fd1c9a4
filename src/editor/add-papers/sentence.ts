/** What was recognised, in words. */
import * as vscode from 'vscode';
import { summary, type InputItem, type InputReading, type SummaryKind } from '../../core/adding/types.js';
import { linkTo } from '../../core/ids/index.js';

function counted(kind: SummaryKind, count: number): string {
  const one = count === 1;
  switch (kind) {
    case 'arxiv': return one ? vscode.l10n.t('1 arXiv id') : vscode.l10n.t('{0} arXiv ids', count);
    case 'doi': return one ? vscode.l10n.t('1 DOI') : vscode.l10n.t('{0} DOIs', count);
    case 'acl': return one ? vscode.l10n.t('1 ACL Anthology id') : vscode.l10n.t('{0} ACL Anthology ids', count);
    case 'openreview': return one ? vscode.l10n.t('1 OpenReview link') : vscode.l10n.t('{0} OpenReview links', count);
    case 'github': return one ? vscode.l10n.t('1 repository') : vscode.l10n.t('{0} repositories', count);
    case 'semantic-scholar': case 'pubmed': case 'neurips': case 'iclr': case 'pmlr': return one ? vscode.l10n.t('1 link') : vscode.l10n.t('{0} links', count);
    case 'bibtex': return one ? vscode.l10n.t('1 BibTeX entry') : vscode.l10n.t('{0} BibTeX entries', count);
    case 'ris': return one ? vscode.l10n.t('1 RIS record') : vscode.l10n.t('{0} RIS records', count);
    case 'csl': return one ? vscode.l10n.t('1 CSL-JSON item') : vscode.l10n.t('{0} CSL-JSON items', count);
    case 'title': return one ? vscode.l10n.t('1 title') : vscode.l10n.t('{0} titles', count);
  }
}

/** "3 arXiv ids, 1 DOI, 1 line not understood"; '' when there is nothing at all. */
export function sentence(reading: InputReading): string {
  const { counts, notUnderstood } = summary(reading);
  const missed = notUnderstood === 0 ? [] : [notUnderstood === 1 ? vscode.l10n.t('1 line not understood') : vscode.l10n.t('{0} lines not understood', notUnderstood)];
  return [...counts.map(({ kind, count }) => counted(kind, count)), ...missed].join(', ');
}

/** One item as a person would call it. */
export function nameOf(item: InputItem): string {
  if (item.kind === 'title') return item.title;
  if (item.kind !== 'identifier') return item.fields.title ?? item.fields.id ?? item.kind;
  const { kind, id } = item.identifier;
  return kind === 'arxiv' ? `arXiv:${id}` : kind === 'doi' ? `doi:${id}` : linkTo(kind, id);
}
