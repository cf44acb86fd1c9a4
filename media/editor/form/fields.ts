/** The form's sections and the control of every field of the catalogue format. */
import type { PageString } from '../../../src/core/editing/page-strings.js';
import { paperTypes, readingStatuses } from '../../../src/core/model/vocabulary.js';
import { t } from '../l10n.js';
import { categoriesField } from './categories-field.js';
import { ChipsField } from './chips-field.js';
import { choiceField, tickField } from './choice.js';
import type { Field, Form } from './field.js';
import { dateField, identifierField, keyField } from './identifiers.js';
import { PeopleField } from './people-field.js';
import { RowsField } from './rows-field.js';
import { linksKind, listsKind } from './rows-kinds.js';
import { textField } from './text-field.js';

export interface SectionPlan {
  readonly name: 'main' | 'filing' | 'words' | 'identifiers' | 'publication' | 'record';
  readonly open: boolean;
  readonly fields: readonly Field[];
}

export function plan(form: Form): SectionPlan[] {
  const types = Object.keys(paperTypes).map((type) => [type, t(`type.${type}` as PageString)] as const);
  const statuses = readingStatuses.map((status) => [status, t(`status.${status}`)] as const);
  const short = { kind: 'short' } as const;
  return [
    {
      name: 'main',
      open: true,
      fields: [
        textField(form, 'title', { lines: true }), new PeopleField(form, 'authors'), dateField(form, 'issued'), choiceField(form, 'type', types),
        textField(form, 'venue', { completes: true, kind: 'short' }), textField(form, 'title-short', short), keyField(form),
      ],
    },
    { name: 'filing', open: true, fields: [categoriesField(form), new ChipsField(form, 'tags'), choiceField(form, 'status', statuses), tickField(form, 'starred')] },
    { name: 'words', open: true, fields: [textField(form, 'summary', { lines: true }), textField(form, 'abstract', { lines: true }), textField(form, 'note', { lines: true })] },
    {
      name: 'identifiers',
      open: true,
      fields: [
        identifierField(form, 'arxiv'), textField(form, 'arxiv-class', { kind: 'short', code: true, completes: true }), identifierField(form, 'doi'), identifierField(form, 'acl'), identifierField(form, 'openreview'),
        textField(form, 'isbn', { kind: 'short', code: true }), new RowsField(form, 'links', linksKind),
      ],
    },
    {
      name: 'publication',
      open: false,
      fields: [
        textField(form, 'container-title', { completes: true }), textField(form, 'collection-title', { completes: true }), textField(form, 'volume', short), textField(form, 'issue', short), textField(form, 'page', short),
        textField(form, 'edition', short), textField(form, 'version', short), textField(form, 'publisher', { completes: true, kind: 'short' }), textField(form, 'publisher-place', { completes: true, kind: 'short' }),
        textField(form, 'language', { completes: true, kind: 'short' }), dateField(form, 'submitted'), new PeopleField(form, 'editors'),
      ],
    },
    { name: 'record', open: false, fields: [new ChipsField(form, 'aliases'), dateField(form, 'added'), new RowsField(form, 'lists', listsKind(form)), tickField(form, 'unchecked'), tickField(form, 'removed')] },
  ];
}
