/** Identifiers: whatever was pasted becomes the form that is written, is checked while one types, and leads to its page. */
import { readIdentifier, type IdKind } from '../../../src/core/ids/index.js';
import { linkTo } from '../../../src/core/ids/recognisers.js';
import { aclPattern, arxivPattern, citationKeyPattern, datePattern, doiPattern, openreviewPattern } from '../../../src/core/model/vocabulary.js';
import { el, icon } from '../dom.js';
import { t } from '../l10n.js';
import { oneLine } from './entry.js';
import type { Field, Form, Frame } from './field.js';
import { textField } from './text-field.js';

const patterns = { arxiv: arxivPattern, doi: doiPattern, acl: aclPattern, openreview: openreviewPattern } as const;
const examples = { arxiv: '2212.10560', doi: '10.18653/v1/2023.acl-long.754', acl: '2023.acl-long.754', openreview: '5x788rqbcj' } as const;

export function identifierField(form: Form, name: keyof typeof patterns): Field {
  const kind: IdKind = name;
  const pattern = patterns[name];
  return textField(form, name, {
    kind: 'short',
    code: true,
    normal: (text) => {
      const plain = oneLine(text);
      if (pattern.test(plain)) return plain;
      const read = readIdentifier(plain, kind);
      return read?.kind === kind ? read.id : plain;
    },
    check: (text) => (pattern.test(text) ? undefined : t('check.identifier', t(`field.${name}`), examples[name])),
    shown: (value, frame) => showLink(form, frame, pattern.test(value) ? linkTo(kind, value) : undefined),
  });
}

function showLink({ editor, row }: Form, { aside, title }: Frame, url: string | undefined): void {
  if ((aside.dataset['url'] ?? '') === (url ?? '')) return;
  aside.dataset['url'] = url ?? '';
  aside.replaceChildren();
  if (url === undefined) return;
  const link = el('a', { href: url, title: url, 'aria-label': t('identifier.open', title) }, icon('link-external'));
  link.addEventListener('click', (event) => {
    event.preventDefault();
    editor.run('openLink', [row()], url);
  });
  aside.append(link);
}

export const dateField = (form: Form, name: string): Field => textField(form, name, { kind: 'short', placeholder: t('date.placeholder'), check: (text) => (datePattern.test(text) && realDay(text) ? undefined : t('check.date')) });

/** 2023-02-31 is no day. */
function realDay(text: string): boolean {
  const [year = 0, month, day] = text.split('-').map(Number);
  return month === undefined || day === undefined || new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

export const keyField = (form: Form): Field => textField(form, 'id', { kind: 'short', code: true, required: true, check: (text) => (citationKeyPattern.test(text) ? undefined : t('check.key')) });
