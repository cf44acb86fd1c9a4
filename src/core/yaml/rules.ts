/** What reading a catalogue's YAML can find wrong: stable codes, for settings, documentation and machines. */
import type { Severity } from '../model/problem.js';

interface Rule {
  readonly severity: Severity;
  /** One line for the documentation. */
  readonly about: string;
}

export const yamlRules = {
  'yaml-syntax': { severity: 'error', about: 'The text is not YAML at this place; only the paper concerned is affected.' },
  'yaml-tab': { severity: 'error', about: 'A tab indents a line; YAML allows spaces only.' },
  'yaml-duplicate-key': { severity: 'error', about: 'A field is written twice in one mapping; the first is used.' },
  'yaml-documents': { severity: 'error', about: 'The file holds several YAML documents; only the first is read.' },
  'yaml-top-level': { severity: 'error', about: 'A papers file must be one list; catalog.yaml must be one mapping.' },
  'not-text': { severity: 'error', about: 'The file holds NUL characters: it is not a text file.' },
  'too-large': { severity: 'error', about: 'The file or one paper is too large to be read.' },
  'too-deep': { severity: 'error', about: 'Brackets or lists are nested too deeply.' },
  'alias-bomb': { severity: 'error', about: 'Aliases repeat so much text that reading it would exhaust memory.' },
  schema: { severity: 'error', about: 'A value is not what its field expects; the field is left out, the paper stays.' },
  'id-missing': { severity: 'error', about: 'A paper has no citation key and cannot be read.' },
  'id-duplicate': { severity: 'error', about: 'Two papers of one file have the same citation key.' },
  'category-duplicate': { severity: 'error', about: 'Two categories have the same id.' },
  'list-duplicate': { severity: 'error', about: 'Two lists have the same id.' },
  'field-unknown': { severity: 'warning', about: 'A field name is probably misspelt or belongs to another format.' },
  'arxiv-unquoted': { severity: 'warning', about: 'An arXiv id without quotes is a number in YAML and loses digits elsewhere.' },
  'text-unquoted': { severity: 'warning', about: 'A text that YAML reads as a number or a truth value stands without quotes.' },
  'not-a-list': { severity: 'warning', about: 'A single value stands where a list is expected; it is read as a list of one.' },
  'more-problems': { severity: 'info', about: 'The file has more problems than are listed.' },
} as const satisfies Record<string, Rule>;

export type YamlRule = keyof typeof yamlRules;

/** A problem relative to the start of the text it was found in, so that it can move along with that text. */
export interface Finding {
  readonly rule: YamlRule;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}
