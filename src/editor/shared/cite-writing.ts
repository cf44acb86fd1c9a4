/** How a document cites: its markup, a person's settings, and whether there is a bibliography. */
import * as vscode from 'vscode';
import { markups } from '../../core/cite/markups.js';
import type { Markup, MarkupId } from '../../core/cite/types.js';
import type { House } from './house.js';
import { UserError } from './messages.js';
import { readCiteSettings } from './settings.js';

export interface Writing {
  readonly markup: Markup;
  /** Left out: the markup's usual one, or the template. */
  readonly command: string | undefined;
  /** Whether citations refer to a bibliography by keys. */
  readonly keyed: boolean;
  /** Whether formatted references are written. */
  readonly formatted: boolean;
  /** Whether prefix, locator and suffix find a place in it. */
  readonly noted: boolean;
}

/** Markups that cite without a bibliography. */
const withoutKeys: readonly MarkupId[] = ['markdown', 'html', 'text', 'bibtex'];

/**
 * @param command asked for by a person or another extension
 * @throws UserError when the markup has no such command
 */
export async function writingIn(house: House, document: vscode.TextDocument | undefined, command?: string): Promise<Writing> {
  if (!document) return { markup: markups.pandoc, command: checked(markups.pandoc, command), keyed: true, formatted: false, noted: true };
  const settings = readCiteSettings(document);
  const plain = settings.plainMarkdown === 'pandoc' ? undefined : house.cites.plainMarkdown(document);
  const markup = plain && (await house.bibliographies.found(document)).length === 0 ? plain : house.cites.markup(document);
  const usual = settings.template !== '' ? undefined : markup.id === 'markdown' ? settings.plainMarkdown : known(markup, settings.command);
  const used = checked(markup, command) ?? usual;
  const template = used === undefined ? settings.template : '';
  const keyed = !withoutKeys.includes(markup.id);
  return {
    ...{ markup, keyed },
    command: used,
    formatted: template === '' ? used !== 'link' && used !== 'key' : template.includes('${reference}'),
    noted: template === '' ? keyed || used === 'footnote' : /\$\{(?:locator|prefix)\}/u.test(template),
  };
}

/** LaTeX has the commands of every package that there is. */
function has(markup: Markup, command: string): boolean {
  return markup.commands.includes(command) || (markup.id === 'latex' && /^[a-zA-Z@]{1,40}\*?$/u.test(command));
}

function known(markup: Markup, command: string): string | undefined {
  return command !== '' && has(markup, command) ? command : undefined;
}

function checked(markup: Markup, command: string | undefined): string | undefined {
  if (command === undefined || has(markup, command)) return command;
  throw new UserError(vscode.l10n.t('There is no way to cite called "{0}" here. There are: {1}.', command.slice(0, 60), markup.commands.join(', ')));
}
