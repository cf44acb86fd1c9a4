/** Papers as rows: what one is that is to be added, and what a title may mean. */
import * as vscode from 'vscode';
import type { Candidate, KnownFields } from '../../core/adding/index.js';
import { statusOf } from '../../core/outline/card-status.js';
import { makeEntryCard } from '../../core/outline/card.js';
import { oneLine } from '../../core/outline/markdown.js';
import { toPaper } from '../../core/model/paper.js';
import { escapeIcons } from '../shared/escape-icons.js';
import { nameOf } from './sentence.js';
import type { Row } from './step.js';

const shown = (text: string) => escapeIcons(oneLine(text));
const icon = (name: string) => ({ iconPath: new vscode.ThemeIcon(name) });

function describe(fields: KnownFields, name: string) {
  const { title, authors, published, identifiers } = makeEntryCard(toPaper({ title: name, ...fields, id: 'x' }), '');
  return { label: shown(title), description: shown(identifiers.map(({ label, value }) => `${label} ${value}`).join(' · ')), detail: shown([published, authors].filter((part) => part !== '').join(' — ')) };
}

/** The rows that say what a candidate is, and what a reader should know before adding it. */
export function aboutRows({ item, fields, facts, state, why }: Candidate): Row<never>[] {
  const statuses = statusOf(toPaper({ ...fields, id: 'x' }), { facts }).filter(({ kind }) => kind !== 'unchecked').map(({ kind, text }) => ({ label: shown(text), ...icon(kind === 'withdrawn' || kind === 'retracted' ? 'warning' : 'info') }));
  const unchecked = fields.unchecked === true || state === 'unchecked';
  const missed = why === undefined ? [] : [{ label: shown(why.message), ...icon('warning') }];
  return [
    { ...describe(fields, nameOf(item)), ...icon('file-text') },
    ...(unchecked ? [{ label: vscode.l10n.t('Not checked: it is stored with what is known, and can be completed later'), ...icon('warning') }] : []),
    ...missed,
    ...statuses,
  ];
}

/** One row for each work that a title may mean. */
export function hitRows(candidate: Candidate): Row<number>[] {
  return (candidate.hits ?? []).map(({ answer }, at) => ({ value: at, ...describe(answer.metadata.fields, ''), ...icon(at === candidate.best ? 'star-full' : 'file-text'), alwaysShow: false }));
}
