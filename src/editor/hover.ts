/** Hover cards on paper links, identifiers and citation keys, in every language and scheme. */
import * as vscode from 'vscode';
import { commandIds, internalCommandIds } from '../contributions.js';
import type { Mention } from '../core/ids/index.js';
import { linkTo, readIdentifier } from '../core/ids/index.js';
import { registryNames } from '../core/ids/registry-names.js';
import type { Answer } from '../core/metadata/index.js';
import { canLookUp } from '../core/metadata/kinds.js';
import { makeCard, makeEntryCard, makeFoundCard } from '../core/outline/card.js';
import type { Disposable } from '../core/ports.js';
import { abortOn } from './shared/abort.js';
import type { FoundEntry } from './shared/bibliographies.js';
import { actionsOf, plain } from './shared/card-actions.js';
import { appendActions, block, cardMarkdown, emptyMarkdown, type CardAction } from './shared/card-markdown.js';
import type { House } from './shared/house.js';
import { keptFacts } from './shared/kept-facts.js';
import { keysShownByOthers } from './shared/neighbours.js';
import { readHoverSettings, readLookupMode, type HoverSettings } from './shared/settings.js';
import { workAt, type Subject } from './shared/subject.js';

/** Longest wait for an unknown paper, in milliseconds; what comes later is kept for the next time. */
const patience = 5000;

export function registerHover(house: House): Disposable {
  return vscode.languages.registerHoverProvider({ scheme: '*', language: '*' }, {
    provideHover: async (document, position, token) => {
      const settings = readHoverSettings(document);
      if (!settings.enabled) return undefined;
      const subject = await workAt(house, document, position, token);
      if (!subject || token.isCancellationRequested || (!subject.mention && hidesKeys(settings, document))) return undefined;
      const range = new vscode.Range(document.positionAt(subject.start), document.positionAt(subject.end));
      const content = await cardOf(house, settings, subject, token);
      return content && new vscode.Hover(content, range);
    },
  });
}

function hidesKeys({ keys }: HoverSettings, document: vscode.TextDocument): boolean {
  return keys === 'never' || (keys === 'auto' && keysShownByOthers(document.languageId));
}

async function cardOf(house: House, settings: HoverSettings, { shelved, mention, entry }: Subject, token: vscode.CancellationToken): Promise<vscode.MarkdownString | undefined> {
  if (shelved) return knownCard(house, settings, shelved.paper.id, mention);
  if (mention) return unknownCard(house, settings, mention, token);
  return entry && entryCard(settings, entry);
}

/** The card of a work that only the document's bibliography has. */
function entryCard(settings: HoverSettings, { file, entry }: FoundEntry): vscode.MarkdownString {
  const card = makeEntryCard(entry.paper, vscode.workspace.asRelativePath(file.uri));
  const argument = { uri: file.uri.toString(), key: entry.key };
  const { arxiv, doi, acl } = entry.paper.fields;
  const [identifier] = [arxiv, doi, acl].map((id) => (id === undefined ? undefined : readIdentifier(id))).filter((id) => id !== undefined && canLookUp(id.kind));
  return cardMarkdown(card, settings.show, [
    { command: internalCommandIds.openEntry, icon: 'go-to-file', label: vscode.l10n.t('Entry'), argument },
    { command: internalCommandIds.citeEntry, icon: 'quote', label: vscode.l10n.t('Cite'), argument },
    { command: internalCommandIds.copyEntry, icon: 'copy', label: vscode.l10n.t('BibTeX'), argument },
    ...actionsOf(card, identifier),
  ]);
}

/** A known paper's card never waits for the network: what services once said is read from what is kept. */
async function knownCard(house: House, settings: HoverSettings, key: string, mention: Mention | undefined): Promise<vscode.MarkdownString | undefined> {
  const catalogue = await house.catalogue();
  const shelved = catalogue.get(key);
  if (!shelved) return undefined;
  const facts = await keptFacts(house, shelved.paper);
  const card = makeCard(shelved, catalogue, { version: mention?.version, facts });
  return cardMarkdown(card, settings.show, actionsOf(card, mention));
}

async function unknownCard(house: House, settings: HoverSettings, mention: Mention, token: vscode.CancellationToken): Promise<vscode.MarkdownString | undefined> {
  // most repositories are no papers
  if (mention.kind === 'github') return undefined;
  const mode = readLookupMode();
  const abort = abortOn(token);
  try {
    const answer = await (await house.lookUp()).lookUp(mention, { signal: abort.signal, patience, network: mode === 'automatic' });
    if (answer.kind === 'found') {
      const card = makeFoundCard(mention, answer, { version: mention.version });
      return cardMarkdown(card, settings.show, actionsOf(card, mention));
    }
    if (token.isCancellationRequested || mode === 'off') return undefined;
    // without the person's own key there is nobody to ask
    if (!canLookUp(mention.kind) && answer.kind === 'couldNotCheck' && answer.reason === 'refused') return newcomerCard(mention);
    return answerCard(mention, answer, mode === 'onClick' && answer.kind === 'couldNotCheck' && answer.reason === 'refused');
  } finally {
    abort.dispose();
  }
}

/** An unknown paper of a registry that no service answers for. */
function newcomerCard(mention: Mention): vscode.MarkdownString {
  const markdown = emptyMarkdown();
  block(markdown, '$(search) **', vscode.l10n.t('Not in your catalogues: {0}', nameOf(mention)), '**');
  block(markdown, '', vscode.l10n.t('Litshelf knows no service to ask about it. Once added, it waits for you to fill in its title and authors.'));
  appendActions(markdown, [
    { command: commandIds.addPaper, icon: 'add', label: vscode.l10n.t('Add to Catalogue'), argument: { identifier: plain(mention) } },
    { command: commandIds.openPaper, icon: 'link-external', label: vscode.l10n.t('Page'), argument: { link: linkTo(mention.kind, mention.id) } },
  ]);
  return markdown;
}

function nameOf({ kind, id }: Mention): string {
  return `${registryNames[kind]} ${id}`;
}

/** "There is no such paper" and "I could not check" are two cards that cannot be mistaken for each other. */
function answerCard(mention: Mention, answer: Exclude<Answer, { kind: 'found' }>, neverAsked: boolean): vscode.MarkdownString {
  const markdown = emptyMarkdown();
  const name = nameOf(mention);
  const open: CardAction = { command: commandIds.openPaper, icon: 'link-external', label: vscode.l10n.t('Page'), argument: { link: linkTo(mention.kind, mention.id) } };
  const lookUp: CardAction = { command: commandIds.lookUpIdentifier, icon: 'search', label: neverAsked ? vscode.l10n.t('Look Up') : vscode.l10n.t('Retry'), argument: { identifier: plain(mention) } };
  if (answer.kind === 'notFound') {
    block(markdown, '$(question) **', vscode.l10n.t('Not found: {0}', name), '**');
    block(markdown, '', answer.message);
    appendActions(markdown, [open]);
    return markdown;
  }
  block(markdown, neverAsked ? '$(search) **' : '$(warning) **', neverAsked ? vscode.l10n.t('Not in your catalogues: {0}', name) : vscode.l10n.t('Could not check {0}', name), '**');
  if (!neverAsked) block(markdown, '', answer.message);
  if (answer.retryAt !== undefined) block(markdown, '$(clock) ', vscode.l10n.t('Requests resume at {0}.', new Date(answer.retryAt).toLocaleTimeString()));
  appendActions(markdown, [lookUp, open]);
  return markdown;
}
