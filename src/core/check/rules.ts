/** The rules, in the order in which findings of one place are told. */
import { yamlRules } from '../yaml/rules.js';
import { authorEtAl } from './author-et-al.js';
import { authorSeveral } from './author-several.js';
import type { CheckRule } from './check.js';
import { duplicateKey } from './duplicate-key.js';
import { duplicateWork } from './duplicate-work.js';
import { emptyCategory } from './empty-category.js';
import { httpLink } from './http-link.js';
import { identifierInLink } from './identifier-in-link.js';
import { identifierLink } from './identifier-link.js';
import { identifierMalformed } from './identifier-malformed.js';
import { linkDead } from './link-dead.js';
import { mojibake } from './mojibake.js';
import { noAuthors } from './no-authors.js';
import { noDate } from './no-date.js';
import { noIdentifierOrLink } from './no-identifier-or-link.js';
import { noTitle } from './no-title.js';
import { placeholder } from './placeholder.js';
import { preprintPublished } from './preprint-published.js';
import { titleAllCaps } from './title-all-caps.js';
import { titleFullStop } from './title-full-stop.js';
import { titleMarkup } from './title-markup.js';
import { unchecked } from './unchecked.js';
import { unknownCode } from './unknown-code.js';
import { unknownCategory } from './unknown-category.js';
import { unknownList } from './unknown-list.js';
import { unknownSection } from './unknown-section.js';
import { unsorted } from './unsorted.js';
import { venueDate } from './venue-date.js';
import { versionedLink } from './versioned-link.js';

/** Every rule; docs/checks.md has a section for each (a test holds the two together). */
export const checkRules: readonly CheckRule[] = [
  duplicateKey,
  duplicateWork,
  unknownCategory,
  unknownList,
  unknownSection,
  emptyCategory,
  placeholder,
  noTitle,
  mojibake,
  titleMarkup,
  titleFullStop,
  titleAllCaps,
  noAuthors,
  authorSeveral,
  authorEtAl,
  noDate,
  venueDate,
  noIdentifierOrLink,
  identifierMalformed,
  identifierLink,
  identifierInLink,
  httpLink,
  versionedLink,
  preprintPublished,
  unchecked,
  unsorted,
  unknownCode(allCodes),
];

/** Codes of reading first, then those of the rules. */
export function allCodes(): readonly string[] {
  return [...Object.keys(yamlRules), ...checkRules.map(({ code }) => code), linkDead.code];
}
